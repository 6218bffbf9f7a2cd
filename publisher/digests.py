"""A digest on its page: our own words, each statement with its sources and a mark for how sure it is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from calculators.kernel.works import CONFIDENCE, Confidence, Provision, Statement, Work
from publisher import words
from publisher.markup import Markup, tag
from publisher.reading.inline import Inline
from publisher.sources import numbered, source_links, source_list


def digest_notice(lang: Lang) -> Element:
    """Return the notice that stands before a digest, with the key to its marks."""
    return tag(
        "aside",
        tag("p", words.DIGEST_TITLE.in_(lang), class_="notice-ours-title"),
        tag("p", words.DIGEST_NOTICE.in_(lang)),
        certainty_key(lang),
        class_="notice-ours",
    )


def certainty_key(lang: Lang) -> Element:
    """Return what each mark means; the block ``certainty``."""
    rows = (
        tag("div", tag("dt", certainty(code, lang)), tag("dd", meaning.in_(lang)))
        for code, meaning in words.CONFIDENCE_MEANING.items()
    )
    return tag("dl", *rows, class_="certainty-key")


def statements_html(work: Work, row: Provision, lang: Lang, inline: Inline) -> Markup:
    """Return the statements of a digest's article; nothing for a text, which has none."""
    if not row.statements:
        return ""
    return tag(
        "ul",
        *(_statement(each, work, lang, inline.pair(row.id, each.text)) for each in row.statements),
        class_="statements",
    )


def sources_html(work: Work, lang: Lang) -> Element:
    """Return the list of a digest's sources, numbered in the order in which they are first named."""
    heading = tag("h2", words.SOURCES.in_(lang), id="sources", class_="ours-title")
    return tag("section", heading, source_list(numbers(work), work.sources, lang), class_="sources")


def certainty(code: Confidence, lang: Lang) -> Element:
    """Return the mark of one degree of certainty: a word beside a shape that the style sheet draws."""
    return tag("span", CONFIDENCE[code].in_(lang), class_=f"certainty certainty-{code.lower()}")


def _statement(statement: Statement, work: Work, lang: Lang, text: Markup) -> Element:
    named = source_links(statement.sources, numbers(work), work.sources, lang)
    if statement.confidence == "OPEN":  # what is open here is answered there
        official = tag("a", words.OFFICIAL.in_(lang), href=work.official[0].url, rel="external")
        named = tag("span", official, class_="statement-official")
    about = tag("p", certainty(statement.confidence, lang), " ", named, class_="statement-about")
    return tag("li", text, about)


def numbers(work: Work) -> dict[str, int]:
    """Return the number of each source that a statement names, in the order of the page."""
    return numbered(
        key for row in work.provisions.values() for each in row.statements for key in each.sources
    )
