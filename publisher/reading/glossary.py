"""The glossary page, made from the term table: ``<!-- glossary:terms -->``."""

from __future__ import annotations

from calculators.adapters.library import works
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from publisher.citations import short_name
from publisher.markup import mixed, said, tag
from publisher.reading.terms import Term, terms
from publisher.words import LANG_TAGS, OUR_NOTE

_DEFINED = Text("定义", "Defined in")
_FIRST = Text("首次出现", "First used in")
_ONLY = Text("仅用于", "Only in")
_BETWEEN = Text("；", "; ")


def glossary_html(lang: Lang, works_root: str) -> str:
    """Return the terms in the order of the table, each with its own id; ``works_root`` leads to the works."""
    parts: list[str] = []
    entries: list[str] = []
    for term in terms():
        if term.section:
            if entries:
                parts.append(tag("dl", *entries, class_="glossary"))
                entries = []
            parts.append(tag("h2", said(term.section.name.in_(lang)), id=term.section.anchor))
        entries.append(_entry(term, lang, works_root))
    parts.append(tag("dl", *entries, class_="glossary"))
    return "\n".join(parts)


def glossary_contents(lang: Lang) -> list[tuple[str, str]]:
    """Return id and title of each section of the page."""
    return [(term.section.anchor, said(term.section.name.in_(lang))) for term in terms() if term.section]


def first_uses(term: Term) -> list[tuple[Work, str]]:
    """Return the first provision of each work in which a term stands."""
    found = []
    for work in works().values():
        if term.work in {None, work.id}:
            rows = (
                row.id
                for row in work.provisions.values()
                if any(term.zh in each.zh for each in (row.text, *(said_.text for said_ in row.statements)))
            )
            if first := next(rows, None):
                found.append((work, first))
    return found


def _entry(term: Term, lang: Lang, root: str) -> str:
    names = "".join(
        tag("dfn", mixed(term.zh if each == "zh" else term.en, each), lang=LANG_TAGS[each]) for each in LANGS
    )
    lines = []
    if term.defined_in:
        work, _, provision = term.defined_in.partition(":")
        lines.append(_line(_DEFINED, _link(works()[work], provision, lang, root), lang))
    if term.work:
        lines.append(_line(_ONLY, mixed(works()[term.work].named.in_(lang), lang), lang))
    if term.note:
        lines.append(_line(OUR_NOTE, mixed(term.note.in_(lang), lang), lang))
    uses = _BETWEEN.in_(lang).join(_link(work, own, lang, root) for work, own in first_uses(term))
    lines.append(_line(_FIRST, uses, lang))
    own = tag("a", names, href=f"#{term.anchor}", class_="glossary-link")
    return tag("div", tag("dt", own), tag("dd", *lines), id=term.anchor, class_="glossary-entry")


def _line(label: Text, value: str, lang: Lang) -> str:
    return tag("span", tag("span", said(label.in_(lang)), class_="glossary-label"), " ", value)


def _link(work: Work, provision: str, lang: Lang, root: str) -> str:
    return tag("a", mixed(short_name(work, provision).in_(lang), lang), href=f"{root}/{work.id}/#{provision}")
