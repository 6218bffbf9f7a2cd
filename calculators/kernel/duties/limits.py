"""The lengths of time that a law states. Hours, days and months are three types: a clock takes only its own.

A law's day is not 24 hours and its month has no length: how either is counted is the clock's matter (``clocks.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from calculators.kernel.text import Text

type IsoDuration = Annotated[str, r"^P([0-9]+[DM]|T[0-9]+[HM])$"]
"""A length of time as ISO 8601 has it, with the pattern of those that occur here."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A length that runs by the clock, in hours or minutes; ``iso`` is ISO 8601, ``text`` the same in words."""

    iso: str
    text: Text
    length: timedelta


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days."""

    iso: str
    text: Text
    number: int


@dataclass(frozen=True, slots=True)
class Months:
    """A number of months."""

    iso: str
    text: Text
    number: int


Limit = Hours | Days | Months


def hours(number: int) -> Hours:
    """Return a limit in hours.

    >>> hours(2)
    Hours(iso='PT2H', text=Text(zh='2小时', en='2 hours'), length=datetime.timedelta(seconds=7200))
    """
    return Hours(f"PT{number}H", _text(number, "小时", "hour"), timedelta(hours=number))


def minutes(number: int) -> Hours:
    """Return a limit in minutes: ``minutes(30).iso`` is ``"PT30M"``."""
    return Hours(f"PT{number}M", _text(number, "分钟", "minute"), timedelta(minutes=number))


def days(number: int) -> Days:
    """Return a limit in days: ``days(2).iso`` is ``"P2D"``."""
    return Days(f"P{number}D", _text(number, "日", "day"), number)


def months(number: int) -> Months:
    """Return a limit in months: ``months(6).iso`` is ``"P6M"``."""
    return Months(f"P{number}M", _text(number, "个月", "month"), number)


def _text(number: int, zh: str, en: str) -> Text:
    return Text(f"{number}{zh}", f"{number} {en}" if number == 1 else f"{number} {en}s")
