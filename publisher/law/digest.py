"""A digest on its page: our own words, each statement with its sources and a mark for how sure it is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from calculators.kernel.works import Provision, Statement, Work
from publisher.html import messages
from publisher.html.certainty import certainty, certainty_key
from publisher.html.markup import Markup, tag
from publisher.html.sources import numbered, source_links, source_list
from publisher.law.reading.inline import Inline


def digest_notice(lang: Lang) -> Element:
    """Return the notice that stands before a digest, with the key to its marks."""
    return tag(
        "aside",
        tag("p", messages.DIGEST_TITLE.in_(lang), class_="digest-notice-title"),
        tag("p", messages.DIGEST_NOTICE.in_(lang)),
        certainty_key(lang),
        class_="digest-notice",
    )


def statements_html(work: Work, row: Provision, lang: Lang, inline: Inline) -> Markup:
    """Return the statements of a digest's article; nothing for a text, which has none."""
    if not row.statements:
        return ""
    return tag(
        "ul",
        *(
            tag("li", *statement_html(each, work, lang, inline.pair(row.id, each.text)), class_="statement")
            for each in row.statements
        ),
        class_="statements",
    )


def sources_html(work: Work, lang: Lang) -> Element:
    """Return the list of a digest's sources, numbered in the order in which they are first named."""
    heading = tag("h2", messages.SOURCES.in_(lang), id="sources", class_="section-title")
    return tag("section", heading, source_list(numbers(work), work.sources, lang), class_="sources")


def statement_html(statement: Statement, work: Work, lang: Lang, text: Markup) -> tuple[Markup, Markup]:
    """Return a statement, already set, with how sure it is and its sources under it."""
    named = source_links(statement.sources, numbers(work), work.sources, lang)
    if statement.confidence == "OPEN":  # what is open here is answered there
        official = tag("a", messages.OFFICIAL.in_(lang), href=work.official[0].url, rel="external")
        named = tag("span", official, class_="statement-official")
    return text, tag("p", certainty(statement.confidence, lang), " ", named, class_="statement-about")


def numbers(work: Work) -> dict[str, int]:
    """Return the number of each source that a statement names, in the order of the page; behind them those withdrawn."""
    named = (key for row in work.provisions.values() for each in row.statements for key in each.sources)
    withdrawn = (key for key, source in work.sources.items() if source.withdrawn)
    return numbered((*named, *withdrawn))
