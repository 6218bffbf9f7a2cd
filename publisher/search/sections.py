"""A built page, read back as sections: what stands under each heading, and each row, question or case by itself.

The law within a page is left out: its records come from the data, provision by provision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from publisher.built_page import VOID

_SILENT = frozenset("script style template svg nav button select option caption thead".split())
_APART = frozenset(
    "sources rows-about calc-basis calc-error calc-required calc-case__answer calc-case__exercise".split()
)
"""What stands beside words of ours and is much the same everywhere: sources, how sure they are, a case's answer."""
_HEADINGS = frozenset("h1 h2 h3 h4".split())
_ENTRIES = frozenset("tr li dt".split())
_BLOCKS = frozenset(
    "p div section li tr td th dt dd dfn h1 h2 h3 h4 legend label fieldset figcaption table ul ol br".split()
)


@dataclass(slots=True)
class Section:
    """A part of a page that an address leads to."""

    anchor: str
    title: str
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, a line for every block of the page."""
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        return "\n".join(line for line in lines if line)


def read_sections(file: Path) -> list[Section]:
    """Return the sections of a page's article, in order; the title of an entry is that of its section."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader.sections


def page_title(file: Path) -> str:
    """Return the title of a page without the name of the site."""
    found = re.search(r"<title>(.*?)</title>", file.read_text(encoding="utf-8"), re.DOTALL)
    parser = _Text()
    parser.feed(found[1] if found else "")
    parser.close()
    return parser.text.rpartition(" – ")[0] or parser.text


def _is_entry(tag: str, has: dict[str, str]) -> bool:
    """Whether an element with an id is found by itself: a row, an item, a term, a question, or what its class calls an entry."""
    return (
        tag in _ENTRIES
        or "data-fact" in has
        or any(name.endswith("-entry") for name in has.get("class", "").split())
    )


class _Text(HTMLParser):
    text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


@dataclass(slots=True)
class _Open:
    """An element that is open, and what ends with it."""

    tag: str
    silent: bool
    before: Section | None
    """The section to go back to, where the element is an entry."""
    heading: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = []
        self._open: list[_Open] = []
        self._now: Section | None = None
        self._in_article = False
        self._yes_no = False
        """Whether the question that was opened last is answered by yes, no or not sure, which every such question is."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "article":
            self._in_article = True
        if not self._in_article:
            return
        if tag in _BLOCKS and self._now:
            self._now.parts.append("\n")
        if tag in VOID:
            return
        classes = has.get("class", "").split()
        if "data-fact" in has:
            self._yes_no = has.get("data-kind") == "yes_no"
        silent = (
            tag in _SILENT
            or "data-work" in has
            or not _APART.isdisjoint(classes)
            or ("calc-choices" in classes and self._yes_no)
            or "hidden" in has
            or (bool(self._open) and self._open[-1].silent)
        )
        entry = _Open(tag=tag, silent=silent, before=None)
        if not silent:
            self._begin(tag, has, entry)
        self._open.append(entry)

    def _begin(self, tag: str, has: dict[str, str], entry: _Open) -> None:
        """Begin a section where this element begins one."""
        if tag in _HEADINGS and has.get("id"):
            self._now = Section(has["id"], "")
            self.sections.append(self._now)
            entry.heading = True
        elif self._now and has.get("id") and _is_entry(tag, has):
            entry.before = self._now
            self._now = Section(has["id"], self._now.title)
            self.sections.append(self._now)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                for ended in reversed(self._open[depth:]):
                    if ended.before is not None:
                        self._now = ended.before
                del self._open[depth:]
                break
        if tag in _BLOCKS and self._now and self._in_article:
            self._now.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._in_article or self._now is None or (self._open and self._open[-1].silent):
            return
        self._now.parts.append(re.sub(r"\s+", " ", data))
        if any(each.heading for each in self._open):
            self._now.title = f"{self._now.title}{data}".strip()
