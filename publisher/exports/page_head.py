"""What stands in the head of a work's page: citation data for reference managers, its files, linked data.

The rest of every page's head (card, feed, languages) is in the theme, ``partials/head.html``.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kernel.text import Lang
from calculators.kernel.works import Work
from publisher.exports.linked_data import linked_data
from publisher.html import messages, urls
from publisher.html.edition import edition
from publisher.html.markup import html, json_script, tag
from publisher.html.messages import LANG_TAGS
from publisher.law.files import exports


def head_html(work: Work, lang: Lang, start: str, site_name: str) -> str:
    """Return the head of a work's page; ``start`` is where the addresses of pages begin."""
    return html(
        [
            *(
                tag("meta", name=name, content=content)
                for name, content in _metadata(work, lang, start, site_name)
            ),
            # The space after "alternate" is meant: Material would fetch a site map for every one it finds.
            *(
                tag(
                    "link",
                    rel="alternate ",
                    type=each.type,
                    hreflang=LANG_TAGS[each.lang] if each.lang else None,
                    href=urls.data(start, each.name),
                    title=each.label.in_(lang),
                )
                for each in exports(work)
            ),
            json_script(linked_data(work, lang, start, site_name), type_="application/ld+json"),
        ]
    )


def _metadata(work: Work, lang: Lang, start: str, site_name: str) -> Iterator[tuple[str, str]]:
    """Yield names and values: Highwire's, which Google Scholar and Zotero read, and Dublin Core's."""
    by_us = work.kind == "digest"
    title = messages.digest_title(work).in_(lang) if by_us else work.title.in_(lang)
    authors = [site_name] if by_us else [each.in_(lang) for each in messages.each_issuer(work.issuer)]
    # A page of ours bears our date; a law bears its own, and a text without a date none.
    dated = work.checked_on if by_us else work.published or work.issued
    url = urls.page(start, lang, f"{work.id}/")
    yield "citation_title", title
    yield from (("citation_author", each) for each in authors)
    if dated:
        yield "citation_publication_date", dated.strftime("%Y/%m/%d")
    yield "citation_language", LANG_TAGS[lang]
    yield "citation_publisher", site_name
    if "://" in url:
        yield "citation_public_url", url
    yield "DC.title", title
    yield from (("DC.creator", each) for each in authors)
    if dated:
        yield "DC.date", dated.isoformat()
    yield "DC.language", LANG_TAGS[lang]
    yield "DC.publisher", site_name
    yield "DC.type", "Legislation" if work.is_law else "Text"
    yield "DC.identifier", url if "://" in url or not work.number else work.number.zh
    yield from (("DC.source", each.url) for each in work.official)
    yield "edition", edition(work)
    if work.checked_on:
        yield "checked-on", work.checked_on.isoformat()
