"""The picture of a table whose rows are clocks: one line a row, on a scale on which each step is longer than the last."""

from __future__ import annotations

from math import log
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from publisher.html.markup import Markup, tag
from publisher.reference.model import Mark, Row, Table

_WIDTH, _ROW, _LEFT, _RIGHT = 440, 46, 8, 376
"""In units of the picture: its width, the height of a row, and where its lines begin and may end."""
_HOURS = 720
"""The hours at the end of the scale: thirty days."""
_SHOWS = Text("图：{caption}。内容与下表相同。", "Picture: {caption}. It shows what the table below says.")


def clocks_html(table: Table, lang: Lang) -> Markup:
    """Return the rows of a table that have points of time as a picture; nothing where none has."""
    rows = [row for row in table.rows if row.marks]
    if not rows:
        return ""
    return tag(
        "svg",
        *(_row(row, _ROW * at, lang) for at, row in enumerate(rows)),
        viewBox=f"0 0 {_WIDTH} {_ROW * len(rows)}",
        role="img",
        aria_label=_SHOWS.fill(caption=table.caption).in_(lang),
        class_="clocks",
    )


def _row(row: Row, top: int, lang: Lang) -> Element:
    """Return one clock: its name, and below it a line to its last point."""
    name = tag("text", row.cells[0].in_(lang), x=str(_LEFT), y=str(top + 16))
    line = top + 30
    ends = str(_x(row.marks[-1]))
    return tag(
        "g",
        name,
        tag("line", x1=str(_LEFT), y1=str(line), x2=ends, y2=str(line), class_="clocks-line"),
        *(
            tag("circle", cx=str(_x(each)), cy=str(line), r="3.5", class_="clocks-point")
            for each in row.marks
        ),
        *(tag("text", each.label.in_(lang), x=str(_x(each) + 6), y=str(line + 5)) for each in row.marks),
    )


def _x(mark: Mark) -> int:
    """Return how far right a point lies."""
    return round(_LEFT + (_RIGHT - _LEFT) * log(1 + mark.hours) / log(1 + _HOURS))
