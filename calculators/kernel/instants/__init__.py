"""Instants and dates: Beijing time is the fixed offset UTC+8, and nothing here reads a clock.

``zoneinfo`` is not used: the browser's Python has no time-zone data, and China has had no other offset
in the years these laws are about.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, time, timedelta, timezone

from calculators.kernel.errors import BadInput
from calculators.kernel.text import Text, clock_text, date_text, day_text

BEIJING = timezone(timedelta(hours=8))


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def add_limit(field: str, start: datetime, length: timedelta) -> datetime:
    """Add a length of time to an instant; BadInput where the calendar ends before the deadline does."""
    try:
        return start + length
    except OverflowError:
        raise BadInput(field, _TOO_LATE) from None


def midnight(field: str, day: date, days_on: int) -> datetime:
    """Return 00:00 Beijing time so many days on: the end, at 24:00, of the day before.

    >>> midnight("handled_on", date(2026, 1, 31), 30).isoformat()
    '2026-03-02T00:00:00+08:00'
    """
    return add_limit(field, datetime.combine(day, time(), tzinfo=BEIJING), timedelta(days=days_on))


def months_on(field: str, day: date, number: int) -> tuple[date, bool]:
    """Return the corresponding day so many months on, and whether the month has one; else it is the last day.

    >>> months_on("log_created_on", date(2026, 8, 31), 6)
    (datetime.date(2027, 2, 28), False)
    """
    index = day.year * 12 + day.month - 1 + number
    year, month = divmod(index, 12)
    if year > MAXYEAR:
        raise BadInput(field, _TOO_LATE)
    try:
        return date(year, month + 1, day.day), True
    except ValueError:  # the month is shorter: its last day is the one before the next month begins
        return date(year, month + 2, 1) - timedelta(days=1), False


def to_rfc3339(moment: datetime) -> str:
    """Return an instant as RFC 3339 in Beijing time."""
    return moment.astimezone(BEIJING).isoformat()


def beijing_text(moment: datetime) -> Text:
    """Return an instant as people write it, with the clock it is read on.

    Midnight is also named as the end of the day before: 00:00 alone is read as either end of a day.
    """
    local = moment.astimezone(BEIJING)
    clock = clock_text(local)
    if local.timetz().replace(tzinfo=None) != time():
        return Text(f"{clock.zh}（北京时间）", f"{clock.en} (Beijing time)")
    eve = day_text(local.date() - timedelta(days=1))
    return Text(f"{clock.zh}（北京时间，即{eve.zh}24时）", f"{clock.en} (Beijing time; the end of {eve.en})")


def brief_text(moment: datetime) -> Text:
    """Return an instant as a sentence gives it, without the day of the week: 2026年11月26日06:15（北京时间）.

    Midnight is named as the end of the day before as well.
    """
    local = moment.astimezone(BEIJING)
    day, eve = date_text(local.date()), date_text(local.date() - timedelta(days=1))
    clock = f"{local:%H:%M:%S}" if local.second or local.microsecond else f"{local:%H:%M}"
    if local.timetz().replace(tzinfo=None) == time():
        return Text(
            f"{day.zh}{clock}（北京时间，即{eve.zh}24时）",
            f"{clock} on {day.en} (Beijing time; the end of {eve.en})",
        )
    return Text(f"{day.zh}{clock}（北京时间）", f"{clock} on {day.en} (Beijing time)")


def length_text(seconds: int) -> Text:
    """Return a length of time, in seconds, in words.

    >>> length_text(5400)
    Text(zh='1小时30分钟', en='1 hour 30 minutes')
    """
    zh, en, rest = "", [], seconds
    for size, unit_zh, unit_en in (
        (86400, "天", "day"),
        (3600, "小时", "hour"),
        (60, "分钟", "minute"),
        (1, "秒", "second"),
    ):
        number, rest = divmod(rest, size)
        if number:
            zh += f"{number}{unit_zh}"
            en.append(_plural(number, unit_en))
    return Text(zh or "0秒", " ".join(en) or "0 seconds")


_TOO_LATE = Text(
    "时间过晚，期限超出了公历9999年，无法计算；请填写更早的时间。",
    "Too late: the deadline would fall after the year 9999; give an earlier time.",
)
