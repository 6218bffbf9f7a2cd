"""A built page, read back: its ids, its provisions, its links, and what the security policy would stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

_CONTROLS = frozenset("input select textarea button output progress".split())
_LOADS = dict.fromkeys("script img iframe source video audio embed track input".split(), "src") | {
    "object": "data"
}
_LOADING_LINKS = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)
_DATA = frozenset({"application/json", "application/ld+json"})


class BuiltPage:
    """What the checks need to know of one HTML file."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        self.root: HtmlElement = html.document_fromstring(text)
        self.lang: str = self.root.get("lang", "")
        self.ids: list[str] = list(self.root.xpath("//@id"))
        self.content_ids: list[str] = list(self.root.xpath("//article//@id"))
        """The ids within the article, which both languages must share."""
        self.provisions: dict[str, list[str]] = {
            work.get("data-work", ""): [each.get("id", "") for each in work.find_class("prov")]
            for work in self.root.xpath("//*[@data-work]")
        }
        """For every work that the page shows, the ids of the provisions it shows, in order."""
        self.links: list[str] = list(self.root.xpath("//a/@href"))
        self.loads: list[str] = []
        """Addresses of what a browser fetches by itself."""
        for element in self._elements():
            name = str(element.tag)
            if name == "link":
                loading = _LOADING_LINKS & set(element.get("rel", "").split())
                (self.loads if loading else self.links).append(element.get("href", ""))
            elif name in _LOADS and (address := element.get(_LOADS[name])):
                self.loads.append(address)

    @property
    def anchors(self) -> list[str]:
        """The ids within the article that a reader may link to: all but those that only join the parts of a form."""
        parts = {each.get("id") for each in self._elements() if each.tag in _CONTROLS}
        parts |= {each for described in self.root.xpath("//@aria-describedby") for each in described.split()}
        return [anchor for anchor in self.content_ids if anchor not in parts and not anchor.startswith("__")]

    @property
    def forbidden(self) -> list[str]:
        """Inline scripts, styles and event handlers, each as a short description."""
        return [each for element in self._elements() for each in _forbidden(element)]

    def _elements(self) -> Iterator[HtmlElement]:
        yield from self.root.iter("*")


def read_page(path: Path) -> BuiltPage:
    """Read one HTML file of the built site."""
    return BuiltPage(path.read_text(encoding="utf-8"))


def _forbidden(element: HtmlElement) -> Iterator[str]:
    anchor = element.get("id")
    named = f"<{element.tag!s}{f' id={anchor}' if anchor else ''}>"
    if element.tag == "script" and "src" not in element.attrib and element.get("type", "") not in _DATA:
        yield "a script that stands inside the page"
    if element.tag == "style":
        yield "a style element"
    for name, value in element.attrib.items():
        if name == "style":
            yield f"a style attribute on {named}"
        if name.startswith("on"):
            yield f"an event handler {name} on {named}"
        if value.strip().lower().startswith("javascript:"):
            yield f"a javascript: address on {named}"
