"""Three-valued conditions: met, not met, or open because an answer is still unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from calculators.kernel.text import Text

UNKNOWN = "unknown"


class Truth(Enum):
    """What a condition comes to on the facts known so far."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Is:
    """Met where a fact has one of some values; open while the fact is unknown.

    ``said`` is the condition in words that follow "if": 涉及关键信息基础设施.
    """

    fact: str
    values: frozenset[str]
    said: Text

    def judge(self, answers: Mapping[str, str]) -> Truth:
        """Judge the condition on the answers given; a fact left out is unknown."""
        value = answers.get(self.fact, UNKNOWN)
        if value == UNKNOWN:
            return Truth.OPEN
        return Truth.MET if value in self.values else Truth.NOT_MET

    def leaves(self) -> Iterator[Is]:
        """Yield the single conditions that this one is made of."""
        yield self


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met where every part is met; not met as soon as one part is not; otherwise open (Kleene)."""

    parts: tuple[Condition, ...]

    def judge(self, answers: Mapping[str, str]) -> Truth:
        """Judge the condition on the answers given."""
        judged = [part.judge(answers) for part in self.parts]
        if Truth.NOT_MET in judged:
            return Truth.NOT_MET
        return Truth.OPEN if Truth.OPEN in judged else Truth.MET

    def leaves(self) -> Iterator[Is]:
        """Yield the single conditions that this one is made of."""
        for part in self.parts:
            yield from part.leaves()


Condition = Is | AllOf


def fact_is(fact: str, *values: str, zh: str, en: str) -> Is:
    """Write a single condition: ``fact_is("cii", "yes", zh="涉及…", en="… is involved")``."""
    return Is(fact, frozenset(values), Text(zh, en))


def all_of(*parts: Condition) -> AllOf:
    """Write a condition that holds where all its parts do."""
    return AllOf(parts)


def leaves_that_are(truth: Truth, condition: Condition, answers: Mapping[str, str]) -> tuple[Is, ...]:
    """Return the single conditions that come to ``truth``.

    For a condition that is open as a whole and names no fact twice, the open ones are exactly those that
    can still decide it: none of its parts is then known to fail.
    """
    return tuple(leaf for leaf in condition.leaves() if leaf.judge(answers) is truth)
