"""The glossary page, made from the term table: the block ``terms``."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.citation import Ref
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.messages import LANG_TAGS, OUR_NOTE
from publisher.html.urls import page_link
from publisher.law.reading.terms import Term, terms

_DEFINED = Text("定义", "Defined in")
_FIRST = Text("首次出现", "First used in")
_ONLY = Text("仅用于", "Only in")
_BETWEEN = Text("；", "; ")


def glossary_html(lang: Lang) -> Markup:
    """Return the terms in the order of the table, each with its own id."""
    parts: list[Element] = []
    entries: list[Element] = []
    for term in terms():
        if term.section:
            if entries:
                parts.append(tag("dl", *entries, class_="glossary"))
                entries = []
            parts.append(tag("h2", term.section.name.in_(lang), id=term.section.anchor))
        entries.append(_entry(term, lang))
    parts.append(tag("dl", *entries, class_="glossary"))
    return parts


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


def _entry(term: Term, lang: Lang) -> Element:
    names = [
        tag("dfn", mark_chinese(term.zh if each == "zh" else term.en, each), lang=LANG_TAGS[each])
        for each in LANGS
    ]
    lines = []
    if term.defined_in:
        ref = Ref.parse(term.defined_in)
        lines.append(_line(_DEFINED, _link(works()[ref.work], ref.provision, lang), lang))
    if term.work:
        lines.append(_line(_ONLY, mark_chinese(works()[term.work].named.in_(lang), lang), lang))
    if term.note:
        lines.append(_line(OUR_NOTE, mark_chinese(term.note.in_(lang), lang), lang))
    uses = joined(_BETWEEN.in_(lang), [_link(work, link, lang) for work, link in first_uses(term)])
    lines.append(_line(_FIRST, uses, lang))
    link = tag("a", names, href=f"#{term.anchor}", class_="glossary-link")
    return tag("div", tag("dt", link), tag("dd", *lines), id=term.anchor, class_="glossary-entry")


def _line(label: Text, value: Markup, lang: Lang) -> Element:
    return tag("span", tag("span", label.in_(lang), class_="glossary-label"), " ", value)


def _link(work: Work, provision: str, lang: Lang) -> Element:
    return tag(
        "a", mark_chinese(work.short_cite(provision).in_(lang), lang), href=page_link(work.id, provision)
    )
