"""A digest on its page: our own words, each statement with its sources and a mark for how sure it is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Provision, Statement, Work
from publisher.html import messages
from publisher.html.certainty import certainty_key
from publisher.html.evidence import evidence
from publisher.html.markup import Markup, tag
from publisher.html.sources import numbered, source_list
from publisher.law.reading.inline import Inline

_KEY = Text("各标记的意思", "What the marks mean")
_FOLDED = frozenset({"INF", "OPEN"})
_UNSURE = Text("推定或者未核实：{count}项", "Deduced or not verified: {count}")


def digest_notice(lang: Lang) -> Element:
    """Return the notice that stands before a digest, with the key to its marks."""
    return tag(
        "aside",
        tag("p", messages.DIGEST_TITLE.in_(lang), class_="digest-notice-title"),
        tag("p", messages.DIGEST_NOTICE.in_(lang)),
        tag("details", tag("summary", _KEY.in_(lang)), certainty_key(lang), class_="fold"),
        class_="digest-notice",
    )


def statements_html(work: Work, row: Provision, lang: Lang, inline: Inline) -> Markup:
    """Return the statements of a digest's article, what no source says in so many words folded away behind the others."""
    if not row.statements:
        return ""
    items = [
        (
            each.confidence,
            tag("li", *statement_html(each, work, lang, inline.pair(row.id, each.text)), class_="statement"),
        )
        for each in row.statements
    ]
    sure = [item for confidence, item in items if confidence not in _FOLDED]
    unsure = [item for confidence, item in items if confidence in _FOLDED]
    if not sure or not unsure or row.kind != "article":
        return tag("ul", *(item for _, item in items), class_="statements")
    summary = tag("summary", _UNSURE.fill(count=len(unsure)).in_(lang))
    fold = tag("details", summary, tag("ul", *unsure, class_="statements"), class_="fold")
    return [tag("ul", *sure, class_="statements"), fold]


def sources_html(work: Work, lang: Lang) -> Element:
    """Return the list of a digest's sources, numbered in the order in which they are first named."""
    heading = tag("h2", messages.SOURCES.in_(lang), id="sources", class_="section-title")
    return tag("section", heading, source_list(numbers(work), work.sources, lang), class_="sources")


def statement_html(statement: Statement, work: Work, lang: Lang, text: Markup) -> tuple[Markup, Markup]:
    """Return a statement, already set, with a mark that opens to its sources."""
    official: Markup = ""
    if statement.confidence == "OPEN":  # what is open here is answered there
        official = tag("a", messages.OFFICIAL.in_(lang), href=work.official[0].url, rel="external")
    return text, evidence(statement.confidence, statement.sources, work.sources, lang, official)


def numbers(work: Work) -> dict[str, int]:
    """Return the number of each source that a statement names, in the order of the page; behind them those withdrawn."""
    named = (key for row in work.provisions.values() for each in row.statements for key in each.sources)
    withdrawn = (key for key, source in work.sources.items() if source.withdrawn)
    return numbered((*named, *withdrawn))
