"""The plan of a two-hour course, read from ``plan.toml``: its parts by minutes, and the table that the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from calculators.catalogue import CALCULATORS
from calculators.data import read_toml
from calculators.kernel.text import Lang, Text, text_of
from calculators.texts import cases
from publisher.html.markup import joined, mark_chinese, tag
from publisher.html.urls import page_link

_MINUTES = Text("分钟", "Minutes")
_WHAT = Text("内容", "What")
_TITLED = Text("{title}：", "{title}: ")
_CASES = Text("{count}题", "{count} cases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page that is opened, or a place on it."""

    page: str
    anchor: str
    name: Text

    @property
    def link(self) -> str:
        """Its address, as MkDocs checks it."""
        return page_link(self.page, self.anchor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the course: from which minute to which, about what, with which pages or exercises."""

    start: int
    end: int
    title: Text
    pages: tuple[Opened, ...]
    cases: tuple[str, ...]
    slides: tuple[str, ...]
    """What is shown besides the cases, as ``plan.toml`` names it."""


@cache
def plan() -> tuple[Part, ...]:
    """Return the parts of the course in their order; DataError where one names no case, or the same as another."""
    return read_toml(Path(__file__).with_suffix(".toml"), _read)


def plan_html(lang: Lang) -> Element:
    """Return the plan as a table, with its links; those to exercises open them as the link for a class does."""
    head = tag("tr", *(tag("th", each.in_(lang)) for each in (_MINUTES, _WHAT)))
    rows = (_row(part, lang) for part in plan())
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="plan")


def _row(part: Part, lang: Lang) -> Element:
    links = [tag("a", mark_chinese(each.name.in_(lang), lang), href=each.link) for each in part.pages]
    if part.cases:
        said = _CASES.fill(count=len(part.cases)).in_(lang)
        links.append(tag("a", said, href=f"#cases={','.join(part.cases)}"))
    title = _TITLED.fill(title=part.title).in_(lang)
    return tag("tr", tag("td", f"{part.start}–{part.end}"), tag("td", title, joined(" · ", links)))


def _read(table: Mapping[str, Any]) -> tuple[Part, ...]:
    rows = table["part"]
    known = {case.id for name in CALCULATORS for case in cases(name)}
    named = [case for row in rows for case in row.get("cases", ())]
    if wrong := [each for each in named if each not in known or named.count(each) > 1]:
        raise ValueError(f"no case, or named twice: {', '.join(dict.fromkeys(wrong))}")
    ends = list(accumulate(row["minutes"] for row in rows))
    return tuple(
        Part(
            start=end - row["minutes"],
            end=end,
            title=text_of(row["title"]),
            pages=tuple(_opened(each) for each in row.get("pages", ())),
            cases=tuple(row.get("cases", ())),
            slides=tuple(row.get("slides", ())),
        )
        for row, end in zip(rows, ends, strict=True)
    )


def _opened(row: Mapping[str, Any]) -> Opened:
    page, _, anchor = row["to"].partition("#")
    return Opened(page=page, anchor=anchor, name=text_of(row))
