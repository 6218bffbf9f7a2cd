"""What a page's one-line markers stand for.

``<!-- law:WORK -->`` a work, ``<!-- calculator:NAME -->`` a calculator, ``<!-- certainty:key -->`` our marks,
``<!-- table:ID -->`` a table of ours, ``<!-- sources:PAGE -->`` what its rows rest on, ``<!-- changes:list -->`` the
changes, ``<!-- glossary:terms -->`` the terms.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from calculators.adapters.library import works
from calculators.kernel.text import Lang
from calculators.kernel.works import Work
from publisher import words
from publisher.annex import annex_html
from publisher.calculator_pages import calculator_html
from publisher.changes import changes_html
from publisher.digests import certainty_key
from publisher.law_pages import contents, law_html
from publisher.markup import said, tag
from publisher.reading.bar import reading_head
from publisher.reading.glossary import glossary_contents, glossary_html
from publisher.row_tables import page_sources_html, table_html
from publisher.rows import table_named, table_pages

MARKER = re.compile(
    r"<!-- (?P<kind>law|calculator|certainty|changes|glossary|table|sources):(?P<name>[a-z-]+) -->"
)


class UnknownMarkerError(Exception):
    """A page asks for a work or a calculator that there is not."""


def lang_of(theme_language: str) -> Lang:
    """Return the language of a build from the language of its theme."""
    return "zh" if theme_language == "zh" else "en"


def with_markers_replaced(html: str, lang: Lang, url: str) -> str:
    """Return a page's HTML with the law and the calculators in it; ``url`` is the page's, within its language."""
    root = root_from(url, lang)
    for _ in range(2):  # a work may itself hold a table's marker
        html = MARKER.sub(lambda found: _made(found["kind"], found["name"], lang, root), html)
    return html


def root_from(url: str, lang: Lang) -> str:
    """Return the way from a page to the root of the site, without a slash at its end: ``calculators/x/`` gives ../.."""
    depth = url.strip("./").count("/") + 1 if url.strip("./") else 0
    return "/".join([".."] * (depth + (lang == "en"))) or "."


def contents_of(html: str, lang: Lang) -> list[tuple[str, str]]:
    """Return id and title (as markup) of each line that a page's law adds to its contents."""
    found = MARKER.search(html)
    if found is not None and found["kind"] == "glossary":
        return glossary_contents(lang)
    if found is None or found["kind"] != "law":
        return []
    work = works()[found["name"]]
    lines = [("particulars", said(words.PARTICULARS.in_(lang)))]
    for entry in contents(work, lang):
        number = tag("span", said(entry.number), class_="toc-number") if entry.number else ""
        about = tag("span", said(entry.about), class_="toc-about") if entry.about else ""
        lines.append((entry.id, f"{number} {about}".strip()))
    if work.kind == "digest":
        lines.append(("sources", said(words.SOURCES.in_(lang))))
    return lines


def work_on(html: str) -> Work | None:
    """Return the work that a page shows, if it shows one; before its markers are replaced."""
    found = MARKER.search(html)
    return works().get(found["name"]) if found and found["kind"] == "law" else None


def has_calculator(html: str) -> bool:
    """Tell whether a page holds a calculator; before its markers are replaced."""
    found = MARKER.search(html)
    return found is not None and found["kind"] == "calculator"


def headings_before_marker(html: str) -> int:
    """Return how many second-level headings of ours stand before the law, so that contents keep their order."""
    found = MARKER.search(html)
    return html.count("<h2", 0, found.start()) if found else 0


def ids_in(html: str) -> set[str]:
    """Return every id in a piece of HTML."""
    collector = _Ids()
    collector.feed(html)
    return collector.ids


def _made(kind: str, name: str, lang: Lang, root: str) -> str:
    if kind == "law":
        work = works().get(name)
        if work is None:
            known = ", ".join(works())
            raise UnknownMarkerError(f"<!-- law:{name} --> names no work; there are {known}.")
        return reading_head(root) + law_html(work, lang)
    if kind == "certainty":
        return certainty_key(lang)
    if kind == "changes":
        return changes_html(lang, root)
    if kind == "table":
        return _table(name, lang, root)
    if kind == "sources":
        if name not in table_pages():
            raise UnknownMarkerError(
                f"<!-- sources:{name} --> names no page; there are {', '.join(table_pages())}."
            )
        return page_sources_html(table_pages()[name], lang)
    if kind == "glossary":
        return glossary_html(lang, root if lang == "zh" else f"{root}/en")
    return calculator_html(name, lang, root)


def _table(name: str, lang: Lang, root: str) -> str:
    if name == "annex":
        return annex_html(lang)
    found = table_named(name)
    if found is None:
        raise UnknownMarkerError(f"<!-- table:{name} --> names no table of ours.")
    return table_html(*found, lang, root if lang == "zh" else f"{root}/en")


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.ids |= {value for key, value in attrs if key == "id" and value}
