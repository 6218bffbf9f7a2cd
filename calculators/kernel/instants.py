"""Instants and dates: Beijing time is the fixed offset UTC+8, and nothing here reads a clock.

``zoneinfo`` is not used: the browser's Python has no time-zone data, and China has had no other offset
in the years these laws are about.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import MAXYEAR, date, datetime, time, timedelta, timezone

from calculators.kernel.errors import BadInput, clip
from calculators.kernel.text import Text, clock_text, date_text, day_text

BEIJING = timezone(timedelta(hours=8))
_WIDEST_OFFSET = timedelta(hours=14)

_INSTANT = re.compile(
    r"(?P<year>\d+)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]| +)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:\.(?P<fraction>\d{1,9}))?)?"
    r" *(?P<offset>[Zz]|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_CHINESE_INSTANT = re.compile(
    r"(\d+)年(\d{1,2})月(\d{1,2})日 *(\d{1,2})(?:[时点]整?|[时点:](\d{1,2})分?(?:(\d{1,2})秒)?)", re.ASCII
)
_DATE = re.compile(r"(\d+)-(\d{1,2})-(\d{1,2})", re.ASCII)
_CHINESE_DATE = re.compile(r"(\d+)年(\d{1,2})月(\d{1,2})日", re.ASCII)
_LONGEST = 64  # no way of writing an instant is longer, and patterns need not look at a megabyte


def _plural(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def read_instant(field: str, typed: str) -> tuple[datetime, bool]:
    """Read an instant and say whether its offset was missing and Beijing time was taken.

    Accepts RFC 3339, the same with a space or without seconds, and 2026年11月21日14时30分.
    Returns the instant in Beijing time. Raises BadInput naming the field.

    >>> to_rfc3339(read_instant("aware_at", "2026-11-21T06:30:00Z")[0])
    '2026-11-21T14:30:00+08:00'
    >>> read_instant("aware_at", "2026年11月21日14时30分")[1]
    True
    """
    text = _plain(typed)
    found = _INSTANT.fullmatch(_from_chinese(text))
    if not found:
        raise BadInput(field, _NOT_AN_INSTANT.fill(field=field, value=clip(typed)))
    year = _year(field, found["year"])
    if int(found["hour"]) == 24:
        raise BadInput(field, _TWENTY_FOUR.fill(field=field, value=clip(typed)))
    fraction = (found["fraction"] or "").ljust(6, "0")[:6]
    try:
        local = datetime(
            year,
            int(found["month"]),
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
            int(found["second"] or 0),
            int(fraction),
            tzinfo=_offset(field, found["offset"]),
        )
        return local.astimezone(BEIJING), not found["offset"]
    except (ValueError, OverflowError):
        raise BadInput(field, _NO_SUCH_TIME.fill(field=field, value=clip(typed))) from None


def read_day(field: str, typed: str) -> date:
    """Read a date, YYYY-MM-DD or 2026年11月21日. Raises BadInput naming the field."""
    text = _plain(typed)
    found = _DATE.fullmatch(text) or _CHINESE_DATE.fullmatch(text)
    if not found:
        raise BadInput(field, _NOT_A_DATE.fill(field=field, value=clip(typed)))
    try:
        return date(_year(field, found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise BadInput(field, _NO_SUCH_TIME.fill(field=field, value=clip(typed))) from None


def add_limit(field: str, start: datetime, length: timedelta) -> datetime:
    """Add a length of time to an instant; BadInput where the calendar ends before the deadline does."""
    try:
        return start + length
    except OverflowError:
        raise BadInput(field, _TOO_LATE.fill(field=field)) from None


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
        raise BadInput(field, _TOO_LATE.fill(field=field))
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


def _plain(text: str) -> str:
    """Fold full-width digits and marks, as a Chinese keyboard writes them, into plain ones."""
    return unicodedata.normalize("NFKC", text).strip() if len(text) <= _LONGEST else ""


def _from_chinese(text: str) -> str:
    found = _CHINESE_INSTANT.fullmatch(text)
    if not found:
        return text
    year, month, day, hour, minute, second = found.groups()
    return f"{year}-{month}-{day} {hour}:{minute or '0'}:{second or '0'}"


def _year(field: str, digits: str) -> int:
    if len(digits) != 4 or not 1900 <= int(digits) <= 9999:
        raise BadInput(field, _YEAR.fill(field=field, value=clip(digits)))
    return int(digits)


def _offset(field: str, written_offset: str | None) -> timezone:
    if not written_offset:
        return BEIJING
    if written_offset in "Zz":
        return timezone(timedelta(0))
    sign = -1 if written_offset[0] == "-" else 1
    ahead, past = int(written_offset[1:3]), int(written_offset[-2:])
    length = timedelta(hours=ahead, minutes=past)
    if past > 59 or length > _WIDEST_OFFSET:
        raise BadInput(field, _OFFSET.fill(field=field, value=written_offset))
    return timezone(sign * length)


_NOT_AN_INSTANT = Text(
    "{field}：“{value}”不是可以识别的时间；请写日期和24小时制时刻，如 2026-11-21T14:30:00+08:00 或 2026-11-21 14:30（未写时区按北京时间）。",
    "{field}: “{value}” is not a time that can be read; write a date and a 24-hour time, such as "
    "2026-11-21T14:30:00+08:00 or 2026-11-21 14:30 (Beijing time where no offset is written).",
)
_NOT_A_DATE = Text(
    "{field}：“{value}”不是可以识别的日期；请写作 YYYY-MM-DD，如 2026-11-21。",
    "{field}: “{value}” is not a date that can be read; write YYYY-MM-DD, such as 2026-11-21.",
)
_NO_SUCH_TIME = Text(
    "{field}：“{value}”这个时间不存在；请核对年、月、日和时刻。",
    "{field}: there is no such time as “{value}”; check the year, month, day and time of day.",
)
_TWENTY_FOUR = Text(
    "{field}：“{value}”写的是24时；请写作次日 00:00。",
    "{field}: “{value}” is written with hour 24; write 00:00 of the next day.",
)
_YEAR = Text(
    "{field}：年份“{value}”不在可接受的范围内；请用1900至9999之间的四位年份。",
    "{field}: the year “{value}” is out of range; use a four-digit year from 1900 to 9999.",
)
_OFFSET = Text(
    "{field}：时区偏移“{value}”不存在；请用 -14:00 至 +14:00 之间的偏移，北京时间为 +08:00。",
    "{field}: there is no offset “{value}”; use one from -14:00 to +14:00; Beijing time is +08:00.",
)
_TOO_LATE = Text(
    "{field}：时间过晚，期限超出了公历9999年，无法计算；请填写更早的时间。",
    "{field}: too late: the deadline would fall after the year 9999; give an earlier time.",
)
