"""How the cells of the annex add up to a grade: any one indicator is enough, but two groups count only together.

For each grade one asks the same condition: is it reached? An answer, an unknown fact and a cell that is not verified
here each say of every grade whether their indicator reaches it, does not, or may. Three-valued logic does the rest,
and says which questions and which cells could still raise the grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.incidents.grade.questions import BELOW, INDICATORS, NONE
from calculators.incidents.law.annex import ANNEX
from calculators.kernel.logic import (
    UNKNOWN,
    AllOf,
    Condition,
    Is,
    Truth,
    all_of,
    any_of,
    check_once,
    leaves,
    leaves_that_are,
)
from calculators.kernel.provisions.grading import Cell, Grade, Indicator
from calculators.kernel.works import Confidence

GRADES: tuple[Grade, ...] = tuple(reversed(ANNEX.grades))
"""The grades that have indicators, the lowest first: rank 1 is relatively major, rank 0 is none of them."""
TOP = len(GRADES)
_RANKS = {grade.id: rank for rank, grade in enumerate(GRADES, 1)} | {BELOW: 0, NONE: 0}
_REACHED, _NOT_REACHED = "reached", "not_reached"
_SUREST: tuple[Confidence, ...] = ("2S", "1S", "PRESS", "INF", "OPEN")


def _leaf(name: str) -> Is:
    return Is(name, frozenset({_REACHED}), INDICATORS[name].name)


SITES_DOWN = all_of(_leaf("portal_sites"), _leaf("portal_outage"))
"""An outage counts on a site that is listed."""
TAMPERING = all_of(
    _leaf("tampering_sites"),
    any_of(
        *map(
            _leaf,
            (
                "tampering_home",
                "tampering_other_pages",
                "tampering_reposts",
                "tampering_views",
                "tampering_found",
            ),
        )
    ),
)
"""Tampering counts on a site or platform that is listed, by any one of its effects."""
PAIRS: Mapping[str, AllOf] = {"sites-down": SITES_DOWN, "tampering": TAMPERING}
_PAIRED = {leaf.fact for pair in PAIRS.values() for leaf in leaves(pair)}

GRADE = any_of(*(_leaf(name) for name in INDICATORS if name not in _PAIRED), *PAIRS.values())
"""That a grade is reached: the same condition for each grade."""
check_once(GRADE)


@dataclass(frozen=True, slots=True)
class Extent:
    """The ranks between which an indicator lies: surely the lower, at most the higher."""

    sure: int
    most: int


def extent(indicator: Indicator, value: str) -> Extent:
    """Return how far an indicator reaches on an answer to it.

    The cells are a ladder: who reaches a grade has passed every lower one. So a cell that is not verified here may be
    reached only where every cell between it and what is known to be reached is not verified either.
    """
    if value == UNKNOWN:
        return Extent(0, len(indicator.cells))
    sure = most = _RANKS[value]
    if value != NONE:
        for cell in cells_from_below(indicator)[sure:]:
            if not cell.is_open:
                break
            most += 1
    return Extent(sure, most)


def cells_from_below(indicator: Indicator) -> tuple[Cell, ...]:
    """Return the cells of an indicator by rank, that of the lowest grade first."""
    return tuple(reversed(indicator.cells))


@dataclass(frozen=True, slots=True)
class Reason:
    """What makes a condition reach a rank: the cells that were named, and how sure the least sure of them is."""

    cells: tuple[tuple[str, Cell], ...]
    """Each with its fact."""
    confidence: Confidence


class Graded:
    """An incident's indicators, judged grade by grade."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        """Take every answer, ``unknown`` included."""
        self.answers = answers
        self.extents = {name: extent(each, answers[name]) for name, each in INDICATORS.items()}
        self._at = {rank: self._answers_at(rank) for rank in range(1, TOP + 1)}
        self.rank = self.sure(GRADE)
        """The highest rank that is surely reached."""
        self.most = self.at_most(GRADE)
        """The highest rank that open facts and unverified cells still allow."""

    def sure(self, condition: Condition) -> int:
        """Return the highest rank that a condition surely reaches."""
        return sum(condition.judge(at) is Truth.MET for at in self._at.values())

    def at_most(self, condition: Condition) -> int:
        """Return the highest rank that a condition may reach."""
        return sum(condition.judge(at) is not Truth.NOT_MET for at in self._at.values())

    def raising(self) -> set[str]:
        """Return the facts that could still raise the grade: by their answer or, once answered, by an unverified cell."""
        return {leaf.fact for at in self._at.values() for leaf in leaves_that_are(Truth.OPEN, GRADE, at)}

    def reasons(self) -> list[Reason]:
        """Return what reaches the grade that is sure, the surest first; nothing where none is reached."""
        if not self.rank:
            return []
        at = self._at[self.rank]
        met = (part for part in GRADE.parts if part.judge(at) is Truth.MET)
        return sorted((self._reason(part, at) for part in met), key=_by_sureness)

    def _answers_at(self, rank: int) -> dict[str, str]:
        return dict(self._at_rank(rank))

    def _at_rank(self, rank: int) -> Iterator[tuple[str, str]]:
        for name, each in self.extents.items():
            may = UNKNOWN if rank <= each.most else _NOT_REACHED
            yield name, _REACHED if rank <= each.sure else may

    def _reason(self, condition: Condition, at: Mapping[str, str]) -> Reason:
        """Return why a condition that is met is: all parts of a pair, with the least sure; of alternatives the surest."""
        if isinstance(condition, Is):
            cell = cells_from_below(INDICATORS[condition.fact])[self.extents[condition.fact].sure - 1]
            return Reason(((condition.fact, cell),), cell.confidence)
        met = [self._reason(part, at) for part in condition.parts if part.judge(at) is Truth.MET]
        if not isinstance(condition, AllOf):
            return min(met, key=_by_sureness)
        return Reason(
            tuple(cell for each in met for cell in each.cells), max(met, key=_by_sureness).confidence
        )


def _by_sureness(reason: Reason) -> int:
    return _SUREST.index(reason.confidence)
