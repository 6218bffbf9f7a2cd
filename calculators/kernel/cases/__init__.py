"""A worked case: facts and what they must come to. Tests run it, pages show it, trainers hand it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from calculators.kernel.text import Text, text_of

AskKind = Literal["due", "in_time", "must", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a learner is asked about a case, where that is not its answer; ``calculators.kernel.cases.exercises`` makes it a question."""

    kind: AskKind
    """By when a duty is due; which duties were met in time; which of several duties binds; a point that the text leaves open."""
    of: tuple[str, ...]
    """The ids of the duties or of the reading."""
    others: tuple[Any, ...]
    """What else can be chosen: instants, ids of duties, or sentences in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case with its story, its facts and the parts of the finding that it fixes.

    Title and story say what happened and never what follows from it: they are read before the answer is.
    """

    id: str
    title: Text
    story: Text
    why: Text | None
    """What the case is there to show, said after the answer; None where the answer says it."""
    ask: Ask | None
    """None where the learner is asked for the answer itself."""
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
            why=text_of(row["why"]) if "why" in row else None,
            ask=_ask(row["ask"]) if "ask" in row else None,
            facts=row["facts"],
            expect=row["expect"],
        )
        for row in table["case"]
    )
    if len({case.id for case in cases}) != len(cases):
        raise ValueError("a case id stands there twice")
    return cases


def _ask(row: Mapping[str, Any]) -> Ask:
    """Read ``{ due = "summary", others = […] }``; ValueError where it names no kind, or two."""
    kinds: list[AskKind] = [kind for kind in get_args(AskKind) if kind in row]
    if len(kinds) != 1 or row.keys() - {*kinds, "others"}:
        raise ValueError(f"a case asks for {', '.join(row)}; there are {', '.join(get_args(AskKind))}")
    (kind,) = kinds
    of = row[kind]
    return Ask(kind=kind, of=(of,) if isinstance(of, str) else tuple(of), others=tuple(row.get("others", ())))
