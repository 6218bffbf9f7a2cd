"""How a date and a time of day may be put together, as patterns over the letters of their tokens.

A space in a pattern is one or none; the tokens have been cleared of days of the week, zones and words that change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kernel.instants.reading.tokens import FURTHER_THAN_ANY, Token


def _pattern(shape: str) -> re.Pattern[str]:
    return re.compile(shape.replace(" ", " ?"))


_DATES = tuple(
    map(
        _pattern,
        (
            "(?P<year>4) (?P<mark>[-/.]) (?P<month>[12]) (?P=mark) (?P<day>[12])",
            "(?P<year>4) Y (?P<month>[12]) O (?P<day>[12]) D?",
            "(?P<year>4):(?P<month>2):(?P<day>2)",
            "(?P<month>[12]) O (?P<day>[12]) , (?P<year>4)",
            "(?P<whole>8)",
            "(?P<day>[12o])[ ,./-]*(?P<name>M)[ ,./-]*(?P<year>4)",
            "(?P<name>M)[ ,./-]*(?P<day>[12o])[ ,./-]+(?P<year>4)",
            "(?P<year>4)[ ,./-]*(?P<name>M)[ ,./-]*(?P<day>[12o])",
        ),
    )
)
"""2026-11-21 and 2026/11/21 and 2026.11.21; 2026年11月21日; 2026:11:21; 十一月 21, 2026; 20261121; 21 November 2026; Nov 21, 2026; 2026 Nov 21."""

_FRACTION = "(?:(?:[.,]|:(?=3))(?P<fraction>[123468n]))?"
_HOUR = "(?:(?P<before>P) )?(?P<hour>[12]) (?P<unit>[HC])"
_TIMES = tuple(
    map(
        _pattern,
        (
            f"(?:(?P<before>P) )?(?P<hour>[12]) : (?P<minute>2)(?: : (?P<second>2){_FRACTION})?[HIS]?(?: (?P<after>P))?",
            f"(?P<hour>2)[.](?P<minute>2)(?:[.](?P<second>2){_FRACTION})?(?: (?P<after>P))?",
            "(?P<hour>1)[.](?P<minute>2) (?P<after>P)",
            "(?P<hour>2)-(?P<minute>2)-(?P<second>2)",
            f"(?P<run>[46]){_FRACTION}",
            "(?P<hour>[12]) (?P<after>P)",
            f"{_HOUR} (?:G|(?P<half>B) G?|(?P<quarters>1) K G?|(?P<minute>[12]) I G?|(?P<bare>2)|)(?: (?P<after>P))?",
            f"{_HOUR} (?P<minute>[12]) I (?P<second>[12]){_FRACTION} S(?: (?P<after>P))?",
            "(?:(?P<hour>2) (?:: (?P<minute>2) )?)?(?P<noon>U)",
            "(?:(?P<hour>2) (?:: (?P<minute>2) )?)?(?P<midnight>V)",
        ),
    )
)
"""14:30, 14:30:05,123, 下午2:30, 2:30 pm; 14.30.05; 2.30 pm; 14-30-05; 1430 and 143005; 2 pm; 下午2点半, 14时30分; noon, midnight.
Minutes in digits alone are always two: 14:3 is what somebody has typed so far."""

_OFFSET = _pattern("(?P<sign>[+-])(?:(?P<hours>[12]):(?P<minutes>2)|(?P<both>4)|(?P<whole>2))")
_BETWEEN = _pattern("[ ,]*(?P<join>[:T.-]?)[ ,]*")
_AROUND = " ,.-"
_YEAR_LAST = re.compile("(M ?[12o][ ,]+)([^ ]*:[^ ]*(?: [+-][124:]+)?[ ,]+)(4)((?: ?[+-][124:]+)?)")
"""As programs of Unix write it: Nov 21 14:30:05 2026, with or without an offset."""
_LEFT_OUT = frozenset("WZNQRLE")
_DAY_AND_MONTH = re.compile("(?:^|[^-/.])[12] ?([-/.]) ?[12] ?\\1 ?[24]")
_NO_YEAR = re.compile(
    "(?:^|[ ,])[12] ?[-/.] ?[12](?![-/.:12])|[12] ?O ?[12]|[12] ?Y|(?:^|[ ,])[12] ?D|M[ ,./-]*[12o]|[12o][ ,./-]*M"
)


EARLIEST_YEAR = 1900
"""No incident was earlier: four digits below it are a time of day, or a slip."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date as it is written; ``month`` may come from its name."""

    year: str
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it is written, with the part of the day that stands beside it."""

    hour: int
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    period: str = ""
    in_one: bool = False
    """Whether hours and minutes are one number, which is a time of day only beside a date: 2026 is a year as well."""
    exact: bool = False
    """Whether the seconds are written."""
    spoken: bool = False
    """Whether it is written as one says it, so that 2点半 may be either half of the day."""


@dataclass(frozen=True, slots=True)
class Written:
    """A date, a time of day, or both, and the offset in minutes that is written in figures."""

    day: Day | None = None
    clock: Clock | None = None
    offset: int | None = None
    like_a_range: bool = False
    """Whether what would be an offset can be a second time, of this day or of the next: 09:30-11:00, 22:00-05:00."""


def readings(found: list[Token]) -> list[Written]:
    """Return every way in which tokens are a date, a time of day or both; a text means one thing where there is one."""
    row = _row(found)
    ways = dict.fromkeys(_whole(row))
    if last := _YEAR_LAST.fullmatch(_letters(row)):
        head, year, rest = last.end(1), last.start(3), last.end(3)
        moved = [*row[:head], row[year], Token(" ", " "), *row[head:year], *row[rest:]]
        ways |= dict.fromkeys(_whole(_row(moved)))
    likely = [each for each in ways if each.day is None or int(each.day.year) >= EARLIEST_YEAR]
    return likely if len(likely) == 1 else list(ways)


def lacks_a_year(found: list[Token]) -> bool:
    """Whether there is a day and a month, or a year that is not whole, and no date."""
    shape = _letters(_row(found))
    return bool(_NO_YEAR.search(shape)) and not any(each.search(shape) for each in _DATES)


def begins_with_day_or_month(found: list[Token]) -> bool:
    """Whether day, month and year follow each other in figures so that nobody can tell which is which."""
    return bool(_DAY_AND_MONTH.search(_letters(_row(found))))


def _letters(row: list[Token]) -> str:
    return "".join(each.kind for each in row)


def _row(found: list[Token]) -> list[Token]:
    """Leave out what has been read elsewhere, and let no two spaces follow each other."""
    row: list[Token] = []
    for each in (Token(" ", " ") if each.kind in _LEFT_OUT else each for each in found):
        if each.kind != " " or (row and row[-1].kind != " "):
            row.append(each)
    while row and row[-1].kind in _AROUND:
        row.pop()
    while row and row[0].kind in f":{_AROUND}":  # a colon after the name of a clock: 北京时间：
        row.pop(0)
    return row


def _whole(row: list[Token]) -> Iterator[Written]:
    """Yield each reading of a row that leaves nothing over."""
    end = len(row)
    for day, start in _days(row, 0):
        if start == end:
            yield Written(day=day)
        for join, begin in _joins(row, start):
            for clock, after in _clocks(row, begin):
                yield from _closed(row, Written(day=day, clock=clock), after, join=join)
    for clock, start in _clocks(row, 0):
        for written, after in _with_offset(row, Written(clock=clock), start, join=""):
            if after == end and not clock.in_one:
                yield written
            for join, begin in _joins(row, after):
                for day, last in _days(row, begin):
                    if last == end and join in {"", "-"} and begin > after:
                        yield Written(day, written.clock, written.offset, written.like_a_range)


def _closed(row: list[Token], written: Written, start: int, *, join: str) -> Iterator[Written]:
    for each, after in _with_offset(row, written, start, join=join):
        if after == len(row):
            yield each


def _with_offset(
    row: list[Token], written: Written, start: int, *, join: str
) -> Iterator[tuple[Written, int]]:
    """Yield what is written without an offset, and with the one that follows."""
    yield written, start
    shape = _letters(row)
    begin = start + (shape[start : start + 1] == " ")
    found = _OFFSET.match(shape, begin)
    clock = written.clock
    if not found or clock is None:
        return
    said = {name: row[found.start(name)].text for name, text in found.groupdict().items() if text}
    digits = said.get("both") or f"{said.get('hours', said.get('whole', '')):0>2}{said.get('minutes', '00')}"
    hours, minutes = int(digits[:2]), int(digits[2:])
    sign = -1 if said["sign"] == "-" else 1
    later = (hours, minutes) > (clock.hour, clock.minute)
    like_a_range = sign < 0 and join != "T" and not clock.exact and (later or begin == start)
    offset = FURTHER_THAN_ANY if minutes > 59 else sign * (hours * 60 + minutes)
    yield Written(written.day, clock, offset, like_a_range), found.end()


def _days(row: list[Token], start: int) -> Iterator[tuple[Day, int]]:
    shape = _letters(row)
    for each in _DATES:
        if found := each.match(shape, start):
            said = {name: row[found.start(name)] for name, text in found.groupdict().items() if text}
            if "whole" in said:
                run = said["whole"].text
                yield Day(run[:4], int(run[4:6]), int(run[6:])), found.end()
            else:
                month = said["name"].value if "name" in said else int(said["month"].text)
                yield Day(said["year"].text, month, int(said["day"].text)), found.end()


def _joins(row: list[Token], start: int) -> Iterator[tuple[str, int]]:
    if found := _BETWEEN.match(_letters(row), start):
        yield found["join"], found.end()


def _clocks(row: list[Token], start: int) -> Iterator[tuple[Clock, int]]:
    shape = _letters(row)
    for each in _TIMES:
        if not (found := each.match(shape, start)):
            continue
        said = {name: row[found.start(name)].text for name, text in found.groupdict().items() if text}
        if clock := _clock(said):
            yield clock, found.end()


def _clock(said: dict[str, str]) -> Clock | None:
    """Make a time of day of its parts; None where they cannot stand together."""
    run, fraction = said.get("run", ""), said.get("fraction", "")
    hour = said.get("hour") or run[:2] or "12"  # without any, it is noon
    minute = said.get("minute") or said.get("bare") or run[2:4]
    second = said.get("second") or run[4:]
    rest = 30 if "half" in said else 15 * int(said.get("quarters", "0"))
    if (
        ("before" in said and "after" in said)
        or ("noon" in said and (int(hour), int(minute or 0)) != (12, 0))
        or rest not in {0, 15, 30, 45}
        or (fraction and (not second or len(fraction) > 9))
    ):
        return None
    return Clock(
        int(hour),
        int(minute or rest),
        int(second or 0),
        int(fraction.ljust(6, "0")[:6]),
        period=said.get("before") or said.get("after") or said.get("midnight") or "",
        in_one=bool(run),
        exact=bool(second),
        spoken=said.get("unit") == "点" and not minute and hour[0] != "0" and 1 <= int(hour) <= 12,
    )
