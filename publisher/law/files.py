"""Which files there are of each work."""

from __future__ import annotations

from dataclasses import dataclass

from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work

SCHEMA = "work.schema.json"
AKOMA_TYPE = "application/akn+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file of a work: its name, what a link to it says, its media type, and its language where it has one."""

    name: str
    label: Text
    type: str
    lang: Lang | None = None


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


def akoma_name(work: Work, lang: Lang) -> str:
    """Return the name of the Akoma Ntoso file of a law in one language."""
    return f"{work.id}{'' if lang == 'zh' else '.' + lang}.akn.xml"


_PLAIN = {
    "zh": Text("纯文本（中文）", "Plain text (Chinese)"),
    "en": Text("纯文本（英文）", "Plain text (English)"),
}
_AKOMA = {
    "zh": Text("Akoma Ntoso XML（中文）", "Akoma Ntoso XML (Chinese)"),
    "en": Text("Akoma Ntoso XML（英文）", "Akoma Ntoso XML (English)"),
}
