"""The texts that the site shows whole, their sources and the term table, read for the tests here."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.kernel.provisions.numerals import numeral
from calculators.kernel.works import Provision, Work
from calculators.texts import works
from publisher.law.reading.terms import terms

_SOURCES = Path(__file__).parent / "sources"


WORKS: dict[str, Work] = {work.id: work for work in works().values() if work.kind == "text"}
SOURCES: dict[str, Path] = {name: _SOURCES / f"{name}.zh-Hans.txt" for name in WORKS}
ROWS: list[tuple[Work, Provision]] = [
    (work, row) for work in WORKS.values() for row in work.provisions.values()
]

every_work = pytest.mark.parametrize("work", WORKS.values(), ids=WORKS.keys())
_IDS = [f"{work.id}:{row.id}" for work, row in ROWS]
every_row = pytest.mark.parametrize("row", [row for _, row in ROWS], ids=_IDS)
every_row_of_a_work = pytest.mark.parametrize(("work", "row"), ROWS, ids=_IDS)

NUMERALS: dict[str, int] = {numeral(number): number for number in range(1, 100)}
"""Whole numbers as Chinese text writes them: 十六 is 16."""


TERMS = terms()
