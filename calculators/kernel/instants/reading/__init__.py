"""Instants and dates as people write them, read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

from calculators.kernel.errors import BadInput, clip
from calculators.kernel.instants import BEIJING
from calculators.kernel.text import Text

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


def read_instant(field: str, typed: str) -> tuple[datetime, bool]:
    """Read an instant and say whether its offset was missing and Beijing time was taken.

    Accepts RFC 3339, the same with a space or without seconds, and 2026年11月21日14时30分.
    Returns the instant in Beijing time. Raises BadInput naming the field.

    >>> read_instant("aware_at", "2026-11-21T06:30:00Z")[0].isoformat()
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
