"""A built page, read back as sections: what stands under each heading, and each row, question or case by itself.

The law within a page is left out: its records come from the data, provision by provision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring

_SILENT = frozenset("script style template svg nav button select option caption thead".split())
_APART = frozenset(
    "sources table-about table-see statement-about faq-see change-about "
    "calc-basis calc-error calc-required calc-case__answer calc-case__exercise exercises exercises-key embeds sheet slides".split()
)
"""What stands beside words of ours and is much the same everywhere: sources, references, how sure they are, a case's answer.

Cases are found on the pages of their calculators; as exercises, in the key to them, and on slides, they are not found again.
Nor is what the wall card and the handout repeat."""
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
    sections: list[Section] = []
    for article in document_fromstring(file.read_text(encoding="utf-8")).iter("article"):
        reader = _Reader()
        reader.read(article)
        sections += reader.sections
    return sections


def page_title(file: Path) -> str:
    """Return the title of a page without the name of the site."""
    title = document_fromstring(file.read_text(encoding="utf-8")).findtext(".//title") or ""
    return title.rpartition(" – ")[0] or title


def _is_entry(element: HtmlElement) -> bool:
    """Whether an element with an id is found by itself: a row, an item, a term, a question, or what its class calls an entry."""
    return (
        element.tag in _ENTRIES
        or "data-fact" in element.attrib
        or any(name.endswith("-entry") for name in element.classes)
    )


class _Reader:
    def __init__(self) -> None:
        self.sections: list[Section] = []
        self._now: Section | None = None
        self._headings = 0
        """How many headings are open."""
        self._yes_no = False
        """Whether the question that was opened last is answered by yes, no or not sure, which every such question is."""

    def read(self, element: HtmlElement) -> None:
        """Read an element that is not silent, and all that is in it."""
        before, heading = self._now, False
        anchor = element.get("id")
        if element.tag in _HEADINGS and anchor:
            self._now, heading = Section(anchor, ""), True
            self.sections.append(self._now)
        elif before and anchor and _is_entry(element):
            self._now = Section(anchor, before.title)
            self.sections.append(self._now)
        self._headings += heading
        self._text(element.text)
        for child in element:
            self._child(child)
            self._text(child.tail)
        self._headings -= heading
        if before and anchor and not heading and _is_entry(element):
            self._now = before

    def _child(self, element: HtmlElement) -> None:
        if "data-fact" in element.attrib:
            self._yes_no = element.get("data-kind") == "yes_no"
        self._line_end(element)
        if isinstance(element.tag, str) and not self._is_silent(element):
            self.read(element)
        self._line_end(element)

    def _is_silent(self, element: HtmlElement) -> bool:
        return (
            element.tag in _SILENT
            or "data-work" in element.attrib
            or "hidden" in element.attrib
            or not _APART.isdisjoint(element.classes)
            or ("calc-choices" in element.classes and self._yes_no)
        )

    def _line_end(self, element: HtmlElement) -> None:
        if element.tag in _BLOCKS and self._now:
            self._now.parts.append("\n")

    def _text(self, text: str | None) -> None:
        if text and self._now:
            self._now.parts.append(re.sub(r"\s+", " ", text))
            if self._headings:
                self._now.title = f"{self._now.title}{text}".strip()
