"""The section that every calculator's rules stand in, for every reader: a heading, a sentence, one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from publisher.html.markup import mark_chinese, tag


def rules_section(
    title: Text, help_: Text, heads: Sequence[str], rows: Iterable[Element], lang: Lang, *, kind: str
) -> Element:
    """Return the section; ``kind`` names the table's form for the style sheet."""
    # The roles are said because the style sheet makes blocks of the rows on a narrow screen, which ends a table.
    header = tag(
        "tr",
        *(tag("th", mark_chinese(head, lang), role="columnheader", scope="col") for head in heads),
        role="row",
    )
    table = tag(
        "table",
        tag("thead", header, role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        role="table",
        class_=f"table table--{kind}",
    )
    return tag(
        "section",
        tag("h2", title.in_(lang), id="rules", class_="calc-heading"),
        tag("p", help_.in_(lang)),
        table,
        class_="calc-section calc-section--rules",
    )
