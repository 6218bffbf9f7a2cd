"""How a deadline is counted: from an instant, from receipt at an earlier stage, or over days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from calculators.kernel.duties.limits import Days, Hours, Limit, Months
from calculators.kernel.facts import FactKind, Facts
from calculators.kernel.instants import add_limit, midnight, months_on


@dataclass(frozen=True, slots=True)
class Due:
    """The last instant that is in time: on the strict reading, and on the other where there are two."""

    strict: datetime | None = None
    other: datetime | None = None
    at_latest: bool = False
    """Whether an earlier stage was taken to use its whole time, so that it may be earlier and never later."""


class _Clock:
    """What all clocks have in common: each takes limits of one type, and counts from one kind of fact."""

    __slots__ = ()
    limits: ClassVar[type]
    counts_from: ClassVar[FactKind]
    fact: str
    limit: Limit

    def __post_init__(self) -> None:
        """Refuse a limit of another type: two days are not 48 hours on every reading."""
        if not isinstance(self.limit, self.limits):
            name = type(self.limit).__name__
            raise TypeError(f"{type(self).__name__} takes {self.limits.__name__}, not {name}")


@dataclass(frozen=True, slots=True)
class FromInstant(_Clock):
    """A limit that runs by the clock from an instant in the facts."""

    limits = Hours
    counts_from = "instant"
    fact: str
    limit: Hours

    def due(self, facts: Facts, earlier: Mapping[str, Due]) -> Due:
        """Count from the instant to the second; the full limit is still in time."""
        start = facts.instants.get(self.fact)
        return Due(add_limit(self.fact, start, self.limit.length)) if start else Due()


@dataclass(frozen=True, slots=True)
class FromReceipt(_Clock):
    """A limit that runs from when an earlier stage's report was received.

    Until that is known, the earlier stage is taken to use its whole time, which gives the latest possible
    instant.
    """

    limits = Hours
    counts_from = "instant"
    stage: str
    fact: str
    limit: Hours

    def due(self, facts: Facts, earlier: Mapping[str, Due]) -> Due:
        """Count from the receipt, or from the end of the earlier stage's time."""
        received = facts.instants.get(self.fact)
        start = received or earlier[self.stage].strict
        if start is None:
            return Due()
        return Due(add_limit(self.fact, start, self.limit.length), at_latest=received is None)


@dataclass(frozen=True, slots=True)
class OverDays(_Clock):
    """A limit in days from a date: strictly the first day counts, on the other reading it does not.

    Both end at 24:00 of their last day, which is written as 00:00 of the day after.
    """

    limits = Days
    counts_from = "date"
    fact: str
    limit: Days

    def due(self, facts: Facts, earlier: Mapping[str, Due]) -> Due:
        """Count days from the date."""
        first = facts.dates.get(self.fact)
        if first is None:
            return Due()
        return Due(
            midnight(self.fact, first, self.limit.number),
            midnight(self.fact, first, self.limit.number + 1),
        )


@dataclass(frozen=True, slots=True)
class InDays(_Clock):
    """A limit of a few days from an instant: strictly so many times 24 hours.

    On the other reading the first day is left out and the last ends at 24:00, written as 00:00 of the day after.
    """

    limits = Days
    counts_from = "instant"
    fact: str
    limit: Days

    def due(self, facts: Facts, earlier: Mapping[str, Due]) -> Due:
        """Count 24 hours a day from the instant, and days from its date in Beijing."""
        start = facts.instants.get(self.fact)
        if start is None:
            return Due()
        return Due(
            add_limit(self.fact, start, timedelta(days=self.limit.number)),
            midnight(self.fact, start.date(), self.limit.number + 1),
        )


@dataclass(frozen=True, slots=True)
class KeepMonths(_Clock):
    """A time in months for which something is kept: the strict reading is the longer one.

    Strictly the first day is left out, so it is kept through the corresponding day; on the other reading the
    first day counts and the day before that ends it. A month without the corresponding day ends it either way.
    """

    limits = Months
    counts_from = "date"
    fact: str
    limit: Months

    def due(self, facts: Facts, earlier: Mapping[str, Due]) -> Due:
        """Count months from the date; both readings end at 24:00 of their last day."""
        first = facts.dates.get(self.fact)
        if first is None:
            return Due()
        day, corresponds = months_on(self.fact, first, self.limit.number)
        return Due(midnight(self.fact, day, 1), midnight(self.fact, day, 0 if corresponds else 1))


Clock = FromInstant | FromReceipt | OverDays | InDays | KeepMonths
