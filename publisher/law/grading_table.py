"""The grading table of an annex on the page of its digest: an indicator a row, a grade a column.

The rows are the provisions ``annex-…`` themselves: each holds what its statements say under its id, in both languages,
each with its mark and sources; what the row's name says is not said again in its cells. Where there is no room for
columns, a row is a card.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.provisions.grading import Cell, Grading, Indicator
from calculators.kernel.text import Lang, Text, begun
from calculators.kernel.works import Work
from publisher.html.markup import Markup, in_both_languages, mark_chinese, tag
from publisher.law.digest import statement_html
from publisher.law.holder import provision_html
from publisher.law.reading.backlinks import backlinks_html
from publisher.law.reading.inline import Inline, own_link

_INDICATOR = Text("指标", "Indicator")


def grading_html(table: Grading, work: Work, lang: Lang, inline: Inline) -> Element:
    """Return the grading table of a work; a row without cells stands behind it, as any provision does."""
    heads = [_INDICATOR, *(each.name for each in table.grades)]
    head = tag(
        "tr",
        *(
            tag("th", mark_chinese(begun(each).in_(lang), lang), scope="col", role="columnheader")
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
            *(_part(part, table, work, lang, inline) for part in table.parts),
            role="table",
            class_="table table--grading",
            aria_labelledby="annex-table",
        ),
        backlinks_html(work.id, [row.id for row in table.indicators if row.cells], lang),
        class_="grading",
    )


def _part(part: str, table: Grading, work: Work, lang: Lang, inline: Inline) -> Markup:
    rows = [row for row in table.in_part(part) if row.cells]
    if not rows:
        return ""
    columns = 1 + len(table.grades)
    heading = tag(
        "th", table.parts[part].in_(lang), scope="colgroup", colspan=str(columns), role="columnheader"
    )
    named = tag("tr", heading, role="row", class_="table-group")
    return [
        tag("tbody", named, role="rowgroup"),
        *(_row(row, columns, work, lang, inline) for row in rows),
    ]


def _row(row: Indicator, columns: int, work: Work, lang: Lang, inline: Inline) -> Element:
    name = tag("span", own_link(row.id, in_both_languages(row.name)), class_="prov-part-title")
    cells = tag(
        "tr",
        tag("th", name, scope="row", role="rowheader"),
        *(_cell(row, cell, work, lang, inline) for cell in row.cells),
        role="row",
    )
    notes = [
        tag("li", *statement_html(each, work, lang, inline.pair(row.id, each.text)), class_="statement")
        for each in row.notes
    ]
    beside = tag("td", tag("ul", *notes, class_="statements"), colspan=str(columns), role="cell")
    more = tag("tr", beside, role="row", class_="table-more") if notes else ""
    return provision_html("tbody", work, work[row.id], "prov-row", cells, more, role="rowgroup")


def _cell(row: Indicator, cell: Cell, work: Work, lang: Lang, inline: Inline) -> Element:
    pair = inline.pair(row.id, row.shown(cell), lead=cell.lead)
    return tag(
        "td",
        tag("div", *statement_html(row.statement(cell), work, lang, pair), class_="statement"),
        role="cell",
        data_confidence=cell.confidence,
    )
