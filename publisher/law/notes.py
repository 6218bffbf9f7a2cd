"""Notes of ours that stand beside a provision and are never part of it: the new number of an article cited by its old one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from calculators.data import read_toml
from calculators.kernel.provisions.numerals import numeral
from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Confidence
from publisher.html.certainty import certainty
from publisher.html.markup import Markup, tag
from publisher.html.messages import OUR_NOTE
from publisher.html.urls import page_link
from publisher.reference.model import table_named

_NEW_NUMBER = Text(
    "所引《网络安全法》第{old_zh}条，自2026年1月1日起为第{new_zh}条。",
    "Article {old} of the Cybersecurity Law, as cited here, has been Article {new} since 1 January 2026.",
)
_MORE = Text("新旧条号对照", "Old and new numbers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note: what it says, how sure that is, and where on this site it is explained."""

    text: Text
    confidence: Confidence
    page: str
    anchor: str


def notes_for(work: str, provision: str) -> tuple[Note, ...]:
    """Return the notes beside a provision; most have none."""
    return _notes().get(f"{work}:{provision}", ())


def notes_html(work: str, provision: str, lang: Lang) -> Markup:
    """Return the notes beside a provision as markup, named as ours; nothing where there is none."""
    return [_note(each, lang) for each in notes_for(work, provision)]


@cache
def _notes() -> Mapping[str, tuple[Note, ...]]:
    return read_toml(
        Path(__file__).with_suffix(".toml"),
        lambda data: {each["at"]: (_new_number(each["old"]),) for each in data["old_number"]},
    )


def _new_number(old: int) -> Note:
    found = table_named("csl-renumbering")
    rows = {row.cells[1].zh: row for row in found[1].rows} if found else {}
    if str(old) not in rows:
        raise ValueError(f"notes: the renumbering has no old Article {old}")
    row = rows[str(old)]
    new = int(row.cells[0].zh)
    return Note(
        text=_NEW_NUMBER.fill(old=old, new=new, old_zh=numeral(old), new_zh=numeral(new)),
        confidence=row.confidence,
        page="law-around",
        anchor=row.id,
    )


def _note(note: Note, lang: Lang) -> Element:
    return tag(
        "p",
        tag("span", OUR_NOTE.in_(lang), class_="tag"),
        " ",
        note.text.in_(lang),
        " ",
        tag("a", _MORE.in_(lang), href=page_link(note.page, note.anchor)),
        " ",
        certainty(note.confidence, lang),
        class_="note",
    )
