"""Which files there are of each work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from publisher.html.edition import edition
from publisher.html.urls import DATA
from publisher.paths import WORK

SCHEMA = "work.schema.json"
Mode = Literal["zh", "en", "both"]
MODES: tuple[Mode, ...] = get_args(Mode)
"""The languages that a PDF file is in."""
PDF = WORK / "pdf"
"""Where `make pdf` leaves its files, beside a note of what each was made from."""
PDF_NOTES = "made.json"
AKOMA_TYPE = "application/akn+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file of a work: its name, what a link to it says, its media type, and its language where it has one."""

    name: str
    label: Text
    type: str
    lang: Lang | None = None
    folder: str = DATA


def is_act(work: Work) -> bool:
    """Whether a work is a law in articles whose whole text is here, and so can be Akoma Ntoso."""
    return (
        work.is_law
        and work.issued is not None
        and any(row.kind == "article" for row in work.provisions.values())
    )


def exports(work: Work) -> tuple[Export, ...]:
    """Return the files of a work, in the order in which its page lists them."""
    found = [Export(name=f"{work.id}.json", label=Text("JSON", "JSON"), type="application/json")]
    if is_act(work):
        found += (
            Export(name=akoma_name(work, lang), label=_AKOMA[lang], type=AKOMA_TYPE, lang=lang)
            for lang in LANGS
        )
    found += (
        Export(name=f"{work.id}.{lang}.txt", label=_PLAIN[lang], type="text/plain", lang=lang)
        for lang in LANGS
    )
    return tuple(found)


def pdf_name(work: Work, mode: Mode) -> str:
    """Return the name of a PDF file of a work."""
    return f"{work.id}.{mode}.pdf"


def pdf_notes(folder: Path = PDF) -> Mapping[str, Mapping[str, str]]:
    """Return what each PDF file that was made is of: its ``edition``, and the hash of all that it was ``made_from``."""
    try:
        notes: dict[str, dict[str, str]] = json.loads((folder / PDF_NOTES).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return {name: note for name, note in notes.items() if (folder / name).is_file()}


def pdf_files(work: Work, folder: Path = PDF) -> tuple[Export, ...]:
    """Return the PDF files of a work that are there and hold this edition of it: none where none was typeset."""
    notes = pdf_notes(folder)
    return tuple(
        Export(name=name, label=_MODES[mode], type="application/pdf", folder="pdf")
        for mode in MODES
        if (name := pdf_name(work, mode)) in notes and notes[name]["edition"] == edition(work)
    )


def akoma_name(work: Work, lang: Lang) -> str:
    """Return the name of the Akoma Ntoso file of a law in one language."""
    return f"{work.id}{'' if lang == 'zh' else '.' + lang}.akn.xml"


_PLAIN = {
    "zh": Text("纯文本（中文）", "Plain text (Chinese)"),
    "en": Text("纯文本（英文）", "Plain text (English)"),
}
_MODES: Mapping[Mode, Text] = {
    "zh": Text("中文", "Chinese"),
    "en": Text("英文", "English"),
    "both": Text("对照", "both"),
}
_AKOMA = {
    "zh": Text("Akoma Ntoso XML（中文）", "Akoma Ntoso XML (Chinese)"),
    "en": Text("Akoma Ntoso XML（英文）", "Akoma Ntoso XML (English)"),
}
