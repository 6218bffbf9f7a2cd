"""A subject index: words that the texts do not use, and where their reader wants to be (publisher/search/subjects.toml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators.data import read_toml
from publisher.search.records import Record

CALCULATORS = "calculators/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Words for one thing in both languages, and the places to see, in order."""

    names: tuple[str, ...]
    see: tuple[tuple[str, str], ...]
    """Pages, as records name them, with an anchor; an empty one is the page as a whole."""


@cache
def read_subjects() -> tuple[Subject, ...]:
    """Return the subjects that the site knows."""
    return read_toml(Path(__file__).with_suffix(".toml"), make_subjects)


def make_subjects(table: Mapping[str, Any]) -> tuple[Subject, ...]:
    """Build the subjects from their table; ValueError names what is wrong."""
    found = tuple(_subject(each) for each in table["subject"])
    count = Counter(name.casefold() for each in found for name in each.names)
    if twice := [name for name, times in count.items() if times > 1]:
        raise ValueError(f"subjects: {', '.join(twice)} would lead to two lists")
    return found


def _subject(row: Mapping[str, Any]) -> Subject:
    names = (*row.get("zh", ()), *row.get("en", ()))
    if not row.get("zh") or not row.get("en"):
        raise ValueError(f"subjects: {names} has names in one language only")
    if not row.get("see") or not row.get("why"):
        raise ValueError(f"subjects: {names[0]} leads nowhere or does not say why")
    see = tuple(_place(each) for each in row["see"])
    if see != tuple(sorted(see, key=lambda place: not place[0].startswith(CALCULATORS))):
        raise ValueError(f"subjects: {names[0]} leads to a calculator that does not stand first")
    return Subject(names=names, see=see)


def _place(see: str) -> tuple[str, str]:
    """Read `page`, `page#anchor` or `work:provision`."""
    page, _, anchor = see.replace(":", "#").partition("#")
    return f"{page}/", anchor


def resolve(
    subjects: Sequence[Subject], records: Sequence[Record]
) -> list[tuple[tuple[str, ...], list[int]]]:
    """Return the names of each subject with the numbers of the records that it leads to.

    The page of a calculator that is not in this site is passed over; any other place that is not there is a ValueError.
    """
    pages: dict[str, int] = {}
    places: dict[tuple[str, str], int] = {}
    for number, record in enumerate(records):
        if record.kind == "page":
            pages.setdefault(record.page, number)
        places.setdefault((record.page, record.anchor), number)
    found = []
    for subject in subjects:
        numbers = []
        for page, anchor in subject.see:
            there = places.get((page, anchor)) if anchor else pages.get(page)
            if there is not None:
                numbers.append(there)
            elif not page.startswith(CALCULATORS) or page in pages:
                raise ValueError(f"subjects: {subject.names[0]} leads to {page}#{anchor}, which is not there")
        found.append((subject.names, numbers))
    return found
