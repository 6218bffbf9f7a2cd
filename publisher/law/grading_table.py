"""The grading table of the annex on its page: one indicator a row, one grade a column, each cell with its mark and sources."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.provisions.grading import Cell, Grading, Indicator
from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Statement, Work
from calculators.texts import gradings
from publisher.html.certainty import certainty
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.sources import source_links
from publisher.law.digest import numbers

_INDICATOR = Text("指标", "Indicator")


def grading_html(work: Work, lang: Lang) -> Markup:
    """Return the grading table of a work, with the notes that one must not overlook under it; nothing without one."""
    table = gradings().get(work.id)
    if table is None:
        return ""
    heads = [_INDICATOR, *(each.name for each in table.grades)]
    head = tag(
        "tr",
        *(
            tag("th", mark_chinese(_begun(each, lang), lang), scope="col", role="columnheader")
            for each in heads
        ),
        role="row",
    )
    return tag(
        "section",
        tag("h3", table.caption.in_(lang), id="annex-table", class_="section-title"),
        tag("p", table.help.in_(lang), class_="table-help"),
        tag(
            "table",
            tag("thead", head, role="rowgroup"),
            *(_part(part, table, work, lang) for part in table.parts),
            role="table",
            class_="table table--grading",
            aria_labelledby="annex-table",
        ),
        tag(
            "ul",
            *(_note(each, work, lang) for row in table.indicators for each in row.notes),
            class_="table-notes",
        ),
        class_="grading",
    )


def _part(part: str, table: Grading, work: Work, lang: Lang) -> Markup:
    rows = [row for row in table.in_part(part) if row.cells]
    if not rows:
        return ""
    heading = tag(
        "th",
        table.parts[part].in_(lang),
        scope="rowgroup",
        colspan=str(1 + len(table.grades)),
        role="rowheader",
    )
    return tag(
        "tbody",
        tag("tr", heading, role="row", class_="table-group"),
        *(_row(row, work, lang) for row in rows),
        role="rowgroup",
    )


def _row(row: Indicator, work: Work, lang: Lang) -> Element:
    name = tag("a", mark_chinese(row.name.in_(lang), lang), href=f"#{row.id}")
    return tag(
        "tr",
        tag("th", name, scope="row", role="rowheader"),
        *(_cell(cell, work, lang) for cell in row.cells),
        role="row",
        data_indicator=row.id,
    )


def _cell(cell: Cell, work: Work, lang: Lang) -> Element:
    label = _begun(cell.grade.name, lang)
    if cell.is_open:
        # The mark's own word says it all; it leads to where the answer is.
        mark = tag("a", certainty("OPEN", lang), href=work.official[0].url, rel="external")
        return tag("td", mark, role="cell", data_label=label, data_confidence="OPEN")
    value = tag(
        "span",
        mark_chinese(cell.value.in_(lang), lang),
        class_="table-value" if cell.number else "table-words",
    )
    of = tag("span", mark_chinese(cell.of.in_(lang), lang), class_="table-of") if cell.of else ""
    links = source_links(cell.sources, numbers(work), work.sources, lang)
    about = tag("span", certainty(cell.confidence, lang), " ", links, class_="table-about")
    return tag(
        "td",
        joined(" ", (value, of, about)),
        role="cell",
        data_label=label,
        data_confidence=cell.confidence,
    )


def _note(note: Statement, work: Work, lang: Lang) -> Element:
    links = source_links(note.sources, numbers(work), work.sources, lang)
    about = tag("span", certainty(note.confidence, lang), " ", links, class_="table-about")
    return tag("li", mark_chinese(note.text.in_(lang), lang), " ", about)


def _begun(text: Text, lang: Lang) -> str:
    """Return words that begin a line, with a capital where the language has one."""
    said_in = text.in_(lang)
    return said_in[0].upper() + said_in[1:]
