"""Pages of ours that are tables: read from TOML, both languages side by side, every row with its sources and its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators import neighbours
from calculators.data import read_toml
from calculators.kernel.text import LANGS, Text, both, text_of
from calculators.kernel.works import Confidence, Source, check_sources, read_confidence, read_sources
from calculators.texts import works
from publisher.html.sources import numbered

DATA = Path(neighbours.__file__).parent
PAGES = ("law_around", "errors")
"""The pages that are kept as data, by the names of their files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """An official page of what a row names, and how sure its address is."""

    url: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point on the picture of a table: hours from the start, and the words beside it, which the row has too."""

    hours: int
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: an id for ever, a cell a column (the first is its heading), how sure it is and what it rests on."""

    id: str
    cells: tuple[Text, ...]
    confidence: Confidence
    sources: tuple[str, ...]
    see: tuple[str, ...]
    """Where to read on: ``work:provision``, ``page#row`` or ``#row`` on the same page."""
    official: tuple[Official, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of such a page; the block ``table`` shows it."""

    id: str
    caption: Text
    columns: tuple[Text, ...]
    note: Text | None
    on_demand: int | None
    """The column that is only said where a row's mark is opened."""
    folded: bool
    """Whether it is looked up rather than read: it stands folded away."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """One page: its tables, and the sources that its rows may name."""

    id: str
    tables: tuple[Table, ...]
    sources: Mapping[str, Source]
    withdrawn: tuple[str, ...]
    """The sources that rows named once and that are withdrawn: their places on the page stay."""

    def rows(self) -> Iterator[Row]:
        """Yield every row of the page, in its order."""
        return (row for table in self.tables for row in table.rows)

    def source_numbers(self) -> dict[str, int]:
        """Return the number of each source that a row names, in the order of the page."""
        return numbered((*(key for row in self.rows() for key in row.sources), *self.withdrawn))


@cache
def table_pages() -> dict[str, TablePage]:
    """Return the pages that are kept as data, by their id, which is also their address."""
    pages = (read_toml(DATA / f"{name}.toml", read_page) for name in PAGES)
    return {page.id: page for page in pages}


def table_named(name: str) -> tuple[TablePage, Table] | None:
    """Return a table and its page by the table's id."""
    found = ((page, table) for page in table_pages().values() for table in page.tables if table.id == name)
    return next(found, None)


def row_named(to: str, page: TablePage | None = None) -> tuple[TablePage, Row] | None:
    """Return a row by ``page#row``, or by ``#row`` on a page, with the page that it stands on."""
    name, _, row_id = to.partition("#")
    there = table_pages().get(name) if name else page
    found = ((there, row) for row in there.rows() if row.id == row_id) if there else iter(())
    return next(found, None)


def read_page(data: Mapping[str, Any]) -> TablePage:
    """Build a page from its TOML; ValueError names the row that is wrong."""
    page = TablePage(
        id=data["page"],
        tables=tuple(_table(each) for each in data["table"]),
        sources={**_sources_of_works(), **read_sources(data)},
        withdrawn=tuple(data.get("withdrawn", ())),
    )
    seen: set[str] = set()
    for row in page.rows():
        if row.id in seen:
            raise ValueError(f"{page.id}: {row.id} stands there twice")
        seen.add(row.id)
        check_sources(f"{page.id}: {row.id}", row.sources, page.sources)
        if (row.confidence == "OPEN") == bool(row.sources):
            raise ValueError(f"{page.id}: {row.id} names its sources, or it is OPEN")
    return page


def _sources_of_works() -> dict[str, Source]:
    return {key: source for work in works().values() for key, source in work.sources.items()}


def _table(data: Mapping[str, Any]) -> Table:
    columns = tuple(_text(each) for each in data["columns"])
    rows = tuple(_row(each) for each in data["row"])
    for row in rows:
        if len(row.cells) != len(columns):
            raise ValueError(f"{data['id']}: {row.id} has {len(row.cells)} cells, not {len(columns)}")
        for mark in row.marks:
            if not all(mark.label.in_(lang) in row.cells[-1].in_(lang) for lang in LANGS):
                raise ValueError(f"{data['id']}: {row.id} does not say {mark.label.zh}, {mark.label.en}")
    return Table(
        id=data["id"],
        caption=_text(data["caption"]),
        columns=columns,
        note=_text(data["note"]) if "note" in data else None,
        on_demand=data.get("on_demand"),
        folded=data.get("folded", False),
        rows=rows,
    )


def _row(data: Mapping[str, Any]) -> Row:
    return Row(
        id=data["id"],
        cells=tuple(_text(each) for each in data["cells"]),
        confidence=read_confidence(data["id"], data),
        sources=tuple(data.get("sources", ())),
        see=tuple(data.get("see", ())),
        official=tuple(
            Official(url=each["url"], confidence=read_confidence(data["id"], each))
            for each in data.get("official", ())
        ),
        marks=tuple(Mark(hours=each["hours"], label=text_of(each)) for each in data.get("marks", ())),
    )


def _text(given: str | Mapping[str, str]) -> Text:
    """Return a cell; a plain string reads the same in both languages."""
    return both(given) if isinstance(given, str) else text_of(given)
