"""A built page, read back: its ids, its provisions, its links, and what the security policy would stop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""The elements that have no end tag."""
_CONTROLS = frozenset("input select textarea button output progress".split())
_LOADS = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "track": "src",
    "input": "src",
}
_LOADING_LINKS = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)


@dataclass(slots=True)
class BuiltPage:
    """What the checks need to know of one HTML file."""

    path: Path
    lang: str = ""
    ids: list[str] = field(default_factory=list)
    content_ids: list[str] = field(default_factory=list)
    """The ids within the article, which both languages must share."""
    _parts: set[str] = field(default_factory=set)
    """The ids that only join the parts of a form."""
    provisions: dict[str, list[str]] = field(default_factory=dict)
    """For every work that the page shows, the ids of the provisions it shows, in order."""
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    """Addresses of what a browser fetches by itself."""
    forbidden: list[str] = field(default_factory=list)
    """Inline scripts, styles and event handlers, each as a short description."""

    @property
    def anchors(self) -> list[str]:
        """The ids within the article that a reader may link to: all but those that only join the parts of a form."""
        return [own for own in self.content_ids if own not in self._parts and not own.startswith("__")]

    def add_parts(self, ids: Iterable[str]) -> None:
        """Note ids that only join the parts of a form."""
        self._parts.update(ids)


def read_page(path: Path) -> BuiltPage:
    """Read one HTML file of the built site."""
    reader = _Reader(BuiltPage(path))
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self._open: list[tuple[str, str | None]] = []
        """The elements that are open, each with the work that it shows, if it shows one."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self._ids(tag, has)
        self._addresses(tag, has)
        self._forbidden(tag, has)
        if tag not in VOID:
            self._open.append((tag, has.get("data-work")))
            if "data-work" in has:
                self.page.provisions.setdefault(has["data-work"], [])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def _ids(self, tag: str, has: dict[str, str]) -> None:
        if tag == "html":
            self.page.lang = has.get("lang", "")
        self.page.add_parts(has.get("aria-describedby", "").split())
        if not (own := has.get("id")):
            return
        if tag in _CONTROLS:
            self.page.add_parts([own])
        self.page.ids.append(own)
        if any(name == "article" for name, _ in self._open):
            self.page.content_ids.append(own)
        work = next((shown for _, shown in reversed(self._open) if shown), None)
        if work and "prov" in has.get("class", "").split():
            self.page.provisions[work].append(own)

    def _addresses(self, tag: str, has: dict[str, str]) -> None:
        if tag == "a" and "href" in has:
            self.page.links.append(has["href"])
        elif tag == "link" and "href" in has:
            loading = _LOADING_LINKS & set(has.get("rel", "").split())
            (self.page.loads if loading else self.page.links).append(has["href"])
        elif tag in _LOADS and has.get(_LOADS[tag]):
            self.page.loads.append(has[_LOADS[tag]])

    def _forbidden(self, tag: str, has: dict[str, str]) -> None:
        data = has.get("type", "") in {"application/json", "application/ld+json"}
        if tag == "script" and "src" not in has and not data:
            self.page.forbidden.append("a script that stands inside the page")
        if tag == "style":
            self.page.forbidden.append("a style element")
        named = f"<{tag}{' id=' + has['id'] if has.get('id') else ''}>"
        if "style" in has:
            self.page.forbidden.append(f"a style attribute on {named}")
        self.page.forbidden.extend(
            f"an event handler {name} on {named}" for name in has if name.startswith("on")
        )
        if any(value.strip().lower().startswith("javascript:") for value in has.values()):
            self.page.forbidden.append(f"a javascript: address on {named}")
