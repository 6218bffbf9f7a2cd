"""The section that every calculator's rules stand in, for every reader: a heading, a sentence, one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from publisher.calculator import messages as words
from publisher.html.markup import Markup, mark_chinese, tag


def rules_section(
    title: Text, help_: Text | None, heads: Sequence[str], rows: Iterable[Element], lang: Lang, *, kind: str
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
    return part("rules", title, lang, tag("p", help_.in_(lang)) if help_ else "", table)


def part(id_: str, title: Text, lang: Lang, *content: Markup) -> Element:
    """Return a part at the foot of a calculator's page."""
    heading = tag("h2", title.in_(lang), id=id_, class_="calc-heading")
    return tag("section", heading, *content, class_=f"calc-section calc-section--{id_}")


def foot(parts: Iterable[Markup], lang: Lang) -> Element:
    """Return the parts at the foot, folded away together; without a script the style sheet opens them."""
    summary = tag("summary", tag("span", words.FOOT.in_(lang), class_="calc-heading"))
    return tag("details", summary, *parts, class_="calc-fold calc-foot")
