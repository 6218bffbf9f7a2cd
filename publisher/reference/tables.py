"""The tables of our own pages, and the list of their sources: the blocks ``table`` and ``sources``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Source
from publisher.html import messages
from publisher.html.chinese import CHINESE
from publisher.html.citations import cite_link
from publisher.html.evidence import evidence
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.messages import LANG_TAGS
from publisher.html.sources import source_list
from publisher.html.urls import page_link
from publisher.reference.clocks import clocks_html
from publisher.reference.model import Row, Table, TablePage, row_named

_ROWS = Text("{caption}：{count}行", "{caption}: {count} rows")
_NOTHING = "—"
"""What a cell says where there is nothing to say; a card leaves it out."""
_IS = Text("：", ": ")
_SEE = Text("参看", "See")
_LATIN = re.compile(r"[A-Za-z]")


def table_html(page: TablePage, table: Table, lang: Lang) -> Markup:
    """Return one table with its note, and its picture where its rows have points of time."""
    heads = [head for at, head in enumerate(table.columns) if at != table.on_demand]
    head = tag(
        "tr",
        *(tag("th", _cell_text(each, lang), scope="col", role="columnheader") for each in heads),
        role="row",
    )
    rows = [_row(row, table, page, lang) for row in table.rows]
    made = tag(
        "table",
        tag("caption", table.caption.in_(lang), class_="visually-hidden"),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        role="table",
        class_=f"table table--{table.id}",
    )
    note = tag("p", mark_chinese(table.note.in_(lang), lang), class_="table-help") if table.note else ""
    if table.folded:
        summary = tag("summary", _ROWS.fill(caption=table.caption, count=len(rows)).in_(lang))
        made = tag("details", summary, made, class_="fold")
    return [note, clocks_html(table, lang), made]


class SourcedPage(Protocol):
    """A page that numbers the sources it names."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Those that it may name."""

    def source_numbers(self) -> dict[str, int]:
        """Return the number of each that it names."""


def page_sources_html(page: SourcedPage, lang: Lang) -> Element:
    """Return the numbered list of all the sources that a page names."""
    return tag("section", source_list(page.source_numbers(), page.sources, lang), class_="sources")


def _row(row: Row, table: Table, page: TablePage, lang: Lang) -> Element:
    named = [
        (head.in_(lang), [_cell_text(cell, lang)])
        for head, cell in zip(table.columns, row.cells, strict=True)
    ]
    more = [] if table.on_demand is None else [joined(_IS.in_(lang), named.pop(table.on_demand))]
    (first, name), *cells = named
    cells[-1][1].append(_about(row, page, lang, more))
    return tag(
        "tr",
        tag("th", name, scope="row", role="rowheader", data_label=first),
        *(
            tag("td", cell, role="cell", data_label=head, data_nothing="" if cell == [_NOTHING] else None)
            for head, cell in cells
        ),
        role="row",
        id=row.id,
        data_confidence=row.confidence,
    )


def _about(row: Row, page: TablePage, lang: Lang, more: Sequence[Markup]) -> Element:
    parts = [*more, *([see_links(row.see, lang, page)] if row.see else [])]
    for number, each in enumerate(row.official, start=1):
        which = f" {number}" if len(row.official) > 1 else ""
        link = tag("a", messages.OFFICIAL.in_(lang) + which, href=each.url, rel="external")
        sure = tag("span", messages.ADDRESS_CONFIDENCE[each.confidence].in_(lang), class_="tag")
        parts.append([link, " ", sure])
    return evidence(row.confidence, row.sources, page.sources, lang, *parts)


def see_links(to: Iterable[str], lang: Lang, page: TablePage | None = None) -> Markup:
    """Return where to read on, in one line; ``page`` is the page of tables that it stands on, if any."""
    between = "、" if lang == "zh" else ", "
    return [_SEE.in_(lang), " ", joined(between, [_see(each, page, lang) for each in to])]


def _see(to: str, page: TablePage | None, lang: Lang) -> Element:
    """Return a link to a provision (``work:id``) or to a row, of this page (``#id``) or another (``page#id``)."""
    if ":" in to:
        return cite_link(to, lang)
    found = row_named(to, page)
    if found is None:
        raise ValueError(f"there is no row {to}")
    there, row = found
    return tag("a", _named(row, lang), href=to if there is page else page_link(there.id, row.id))


def _named(row: Row, lang: Lang) -> Markup:
    """Return the name of a row in a link: its first cell, or the article where that is a number alone."""
    name = row.cells[0].in_(lang)
    if name.isdigit():
        return _ARTICLE.fill(number=name).in_(lang)
    return mark_chinese(name, lang)


_ARTICLE = Text("《网络安全法》新条号{number}", "Cybersecurity Law, new Article {number}")


def _cell_text(text: Text, lang: Lang) -> Markup:
    """Return a cell, with each run in the other language marked as such."""
    words_in = text.in_(lang)
    if lang == "zh" and _LATIN.search(words_in) and not CHINESE.search(words_in):
        return tag("span", words_in, lang=LANG_TAGS["en"])
    return mark_chinese(words_in, lang)
