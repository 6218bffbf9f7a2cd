"""Three-valued conditions: met, not met, or open because an answer is still unknown.

Kleene's logic is exact here because no condition names a fact twice: what comes out as open can still turn
out either way. ``check_once`` holds the rules to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import product

from calculators.kernel.text import Text

UNKNOWN = "unknown"


class Truth(Enum):
    """What a condition comes to on the facts known so far."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Is:
    """Met where a fact has one of some values; open while the fact is unknown or has a value that leaves it open.

    ``text`` is the condition in words that follow "if": 涉及关键信息基础设施.
    """

    fact: str
    values: frozenset[str]
    text: Text
    leaving_open: frozenset[str] = frozenset()
    """Values that stand for several others, of which some meet the condition: 较大以上 leaves open whether it is 重大."""
    denied: Text | None = None
    """The opposite in words, for where it is not met: 不涉及关键信息基础设施."""

    def judge(self, answers: Mapping[str, str]) -> Truth:
        """Judge the condition on the answers given; a fact left out is unknown."""
        value = answers.get(self.fact, UNKNOWN)
        if value == UNKNOWN or value in self.leaving_open:
            return Truth.OPEN
        return Truth.MET if value in self.values else Truth.NOT_MET


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met where every part is met; not met as soon as one part is not; otherwise open."""

    parts: tuple[Condition, ...]

    def judge(self, answers: Mapping[str, str]) -> Truth:
        """Judge the condition on the answers given."""
        judged = [part.judge(answers) for part in self.parts]
        if Truth.NOT_MET in judged:
            return Truth.NOT_MET
        return Truth.OPEN if Truth.OPEN in judged else Truth.MET


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met as soon as one part is met; not met where none is; otherwise open."""

    parts: tuple[Condition, ...]

    def judge(self, answers: Mapping[str, str]) -> Truth:
        """Judge the condition on the answers given."""
        judged = [part.judge(answers) for part in self.parts]
        if Truth.MET in judged:
            return Truth.MET
        return Truth.OPEN if Truth.OPEN in judged else Truth.NOT_MET


Condition = Is | AllOf | AnyOf


def fact_is(
    fact: str, *values: str, zh: str, en: str, leaving_open: tuple[str, ...] = (), denied: Text | None = None
) -> Is:
    """Write a single condition: ``fact_is("cii", "yes", zh="涉及…", en="… is involved")``."""
    return Is(fact, frozenset(values), Text(zh, en), frozenset(leaving_open), denied)


def all_of(*parts: Condition) -> AllOf:
    """Write a condition that holds where all its parts do."""
    return AllOf(parts)


def any_of(*parts: Condition) -> AnyOf:
    """Write a condition that holds where one of its parts does."""
    return AnyOf(parts)


def leaves(condition: Condition) -> Iterator[Is]:
    """Yield the single conditions that one is made of, in their order."""
    if isinstance(condition, Is):
        yield condition
    else:
        for part in condition.parts:
            yield from leaves(part)


def leaves_that_are(truth: Truth, condition: Condition, answers: Mapping[str, str]) -> tuple[Is, ...]:
    """Return the single conditions that make a condition come to ``truth``: those by which it is decided.

    For OPEN these are exactly the ones that can still decide it; where it does not come to ``truth``, none.
    """
    if condition.judge(answers) is not truth:
        return ()
    if isinstance(condition, Is):
        return (condition,)
    return tuple(leaf for part in condition.parts for leaf in leaves_that_are(truth, part, answers))


def ways_to_meet(condition: Condition, answers: Mapping[str, str]) -> tuple[tuple[Is, ...], ...]:
    """Return every smallest set of single conditions that must be made to hold for the whole to be met.

    No set holds another. A condition that is met has one way: to change nothing.
    """
    if condition.judge(answers) is Truth.MET:
        return ((),)
    if isinstance(condition, Is):
        return ((condition,),)
    each = [ways_to_meet(part, answers) for part in condition.parts]
    if isinstance(condition, AnyOf):
        return tuple(way for ways in each for way in ways)
    return tuple(tuple(leaf for way in ways for leaf in way) for ways in product(*each))


def check_once(condition: Condition) -> None:
    """Refuse a condition that names a fact twice: open would then no longer mean open."""
    names = [leaf.fact for leaf in leaves(condition)]
    if len(set(names)) != len(names):
        raise ValueError(f"a fact is named twice: {', '.join(names)}")
