"""The changes as an Atom feed, one a language.

Identities are made from the id of a change and never from the address of the site, so that a reader's programme
shows nothing twice when the site moves. Without a known address the links are relative to the feed.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from lxml.builder import ElementMaker
from lxml.etree import _Element, tostring

from calculators.kernel.text import Lang, Text
from publisher.changelog.changes import ANSWERS, KINDS, Change
from publisher.html import urls
from publisher.html.messages import LANG_TAGS

ATOM = "http://www.w3.org/2005/Atom"
_OURS = UUID("5c0a3f52-6f5e-4a8e-9d0b-6c1f0a1d9e37")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PAGE = "changes/"
TITLE = Text("{site}：更新记录", "{site}: changes")
_ATOM = ElementMaker(namespace=ATOM, nsmap={None: ATOM})


def feed(changes: tuple[Change, ...], lang: Lang, site_name: str, site: str = "") -> bytes:
    """Return the feed in one language; ``site`` is the address of the site's root, where it is known."""
    start = urls.start_of(site, ".." if lang == "en" else ".")
    made = _ATOM.feed(
        {_XML_LANG: LANG_TAGS[lang]},
        _ATOM.id(_identity(lang)),
        _ATOM.title(TITLE.fill(site=site_name).in_(lang)),
        _ATOM.updated(_instant(changes[0].date)),
        _ATOM.author(_ATOM.name(site_name)),
        _ATOM.link(rel="self", type="application/atom+xml", href=urls.feed(start, lang)),
        _ATOM.link(rel="alternate", type="text/html", href=urls.page(start, lang, _PAGE)),
        *(_entry(each, lang, start) for each in changes),
    )
    return tostring(made, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(change: Change, lang: Lang, start: str) -> _Element:
    content = f"{change.what.in_(lang)}\n{ANSWERS.in_(lang)}{'：' if lang == 'zh' else ': '}{change.answers.in_(lang)}"
    return _ATOM.entry(
        _ATOM.id(_identity(f"{lang}/{change.id}")),
        _ATOM.title(change.title.in_(lang)),
        _ATOM.published(_instant(change.date)),
        _ATOM.updated(_instant(change.date)),
        _ATOM.link(rel="alternate", type="text/html", href=urls.page(start, lang, _PAGE, change.id)),
        *(_ATOM.category(term=kind, label=KINDS[kind].in_(lang)) for kind in change.kinds),
        _ATOM.content(content, type="text"),
    )


def _identity(of: str) -> str:
    return uuid5(_OURS, of).urn


def _instant(day: date) -> str:
    """Return the beginning of a day in Beijing."""
    return f"{day.isoformat()}T00:00:00+08:00"
