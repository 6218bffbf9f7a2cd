"""A worked case: facts and what they must come to. Tests run it, pages show it, trainers hand it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.kernel.text import Text, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case with its story, its facts and the parts of the finding that it fixes."""

    id: str
    title: Text
    story: Text
    facts: Mapping[str, str]
    expect: Mapping[str, Any]
    """Keys of the finding with the values they must have; ``duties`` maps each id listed to its ``due`` or ""."""


def read_cases(table: Mapping[str, Any]) -> tuple[Case, ...]:
    """Build the cases from their TOML table; ValueError where an id stands there twice."""
    cases = tuple(
        Case(
            id=row["id"],
            title=text_of(row["title"]),
            story=text_of(row["story"]),
            facts=row["facts"],
            expect=row["expect"],
        )
        for row in table["case"]
    )
    if len({case.id for case in cases}) != len(cases):
        raise ValueError("a case id stands there twice")
    return cases
