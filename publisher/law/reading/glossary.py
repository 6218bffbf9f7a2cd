"""The glossary page, made from the term table: the block ``terms``."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.citation import Ref
from calculators.kernel.text import LANGS, SEMICOLON, Lang, Text
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.messages import LANG_TAGS
from publisher.html.urls import page_link
from publisher.law.reading.terms import Term, terms

_DEFINED = Text("定义", "Defined in")
_FIRST = Text("首次出现", "First used in")
_ONLY = Text("仅用于", "Only in")
_WHERE = Text("出处", "Where it stands")
_FILTER = Text("筛选（中文、英文或者拼音）", "Filter, in English, Chinese or pinyin")
_ORDER = Text("排列", "Order")
_ORDERS = {"subject": Text("按内容", "By subject"), "alphabet": Text("按拼音", "A–Z")}
_COUNT = Text("{count}条", "{count} terms")
_NONE = Text("没有这样的术语。", "There is no such term.")


def glossary_html(lang: Lang) -> Markup:
    """Return the terms in the order of the table, each with its own id; the script filters and orders them."""
    parts: list[Element] = [_tools(lang)]
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
        for each in sorted(LANGS, key=lambda each: each != lang)
    ]
    said = [
        tag("p", mark_chinese(each.in_(lang), lang), class_=class_)
        for each, class_ in ((term.plain, "glossary-plain"), (term.note, "glossary-note"))
        if each
    ]
    lines = []
    if term.defined_in:
        ref = Ref.parse(term.defined_in)
        lines.append(_line(_DEFINED, _link(works()[ref.work], ref.provision, lang), lang))
    if term.work:
        lines.append(_line(_ONLY, mark_chinese(works()[term.work].named.in_(lang), lang), lang))
    uses = joined(SEMICOLON.in_(lang), [_link(work, link, lang) for work, link in first_uses(term)])
    lines.append(_line(_FIRST, uses, lang))
    where_it_stands = [
        tag("span", _WHERE.in_(lang), class_="visually-hidden"),
        tag("span", "§", aria_hidden="true"),
    ]
    link = tag("a", joined(" ", names), href=f"#{term.anchor}", class_="glossary-link")
    where = tag("details", tag("summary", where_it_stands), *lines, class_="fold evidence glossary-where")
    return tag(
        "div",
        tag("dt", link),
        tag("dd", *said, where),
        id=term.anchor,
        class_="glossary-entry",
        data_key=term.pinyin if lang == "zh" else term.en.lower(),
        data_words=f"{term.zh} {term.en} {term.pinyin}".lower(),
    )


def _tools(lang: Lang) -> Element:
    """Return the filter box and the choice of order, for the script; without one they are not shown."""
    box = tag(
        "input", type="search", id="glossary-filter", class_="field", autocomplete="off", spellcheck="false"
    )
    orders = [_order(value, name, lang) for value, name in _ORDERS.items()]
    return tag(
        "form",
        tag("label", _FILTER.in_(lang), for_="glossary-filter"),
        box,
        tag("fieldset", tag("legend", _ORDER.in_(lang), class_="visually-hidden"), *orders),
        tag(
            "p",
            role="status",
            class_="glossary-status",
            data_count=_COUNT.in_(lang),
            data_none=_NONE.in_(lang),
        ),
        class_="glossary-tools",
        role="search",
        aria_label=_FILTER.in_(lang),
    )


def _order(value: str, name: Text, lang: Lang) -> Element:
    checked = "" if value == "subject" else None
    radio = tag("input", type="radio", name="order", value=value, checked=checked, autocomplete="off")
    return tag("label", radio, " ", name.in_(lang))


def _line(label: Text, value: Markup, lang: Lang) -> Element:
    return tag("p", tag("span", label.in_(lang), class_="glossary-label"), " ", value)


def _link(work: Work, provision: str, lang: Lang) -> Element:
    return tag(
        "a", mark_chinese(work.short_cite(provision).in_(lang), lang), href=page_link(work.id, provision)
    )
