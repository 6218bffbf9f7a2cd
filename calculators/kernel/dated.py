"""What a law says, and from which day: a case is answered by the law of its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AS_IT_STANDS = date.max
"""The day of what has no day: the law as it was last amended."""


@dataclass(frozen=True, slots=True)
class Dated[T]:
    """The values that a figure of the law has had, each with the day from which it is in force, the earliest first.

    >>> article = since(date(2017, 6, 1), 59).then(date(2026, 1, 1), 61)
    >>> article.on(date(2025, 12, 31)), article.on(date(2026, 1, 1))
    (59, 61)
    """

    values: tuple[tuple[date, T], ...]

    def then(self, day: date, value: T) -> Dated[T]:
        """Return the figure as amended, from a later day on; ValueError where the day is not later."""
        if day <= self.values[-1][0]:
            raise ValueError(f"{day} is not after {self.values[-1][0]}")
        return Dated((*self.values, (day, value)))

    def on(self, day: date) -> T:
        """Return what is in force on a day; LookupError before the first."""
        for begins, value in reversed(self.values):
            if begins <= day:
                return value
        raise LookupError(f"nothing is in force on {day}; it begins on {self.values[0][0]}")


def since[T](day: date, value: T) -> Dated[T]:
    """Write a figure down with the day from which it is in force."""
    return Dated(((day, value),))
