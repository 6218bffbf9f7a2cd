"""The lengths of time that a text states, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kernel.duties.limits import Days, Hours, Limit, Months
from tests.text.numbers import chinese_numeral

_ENGLISH = {name: number for number, name in enumerate("zero one two three four five six".split())} | {
    "thirty": 30,
    "half an": 0.5,
}
_MINUTES = {"分钟": 1, "小时": 60, "minute": 1, "min": 1, "hour": 60, "h": 60}

# Not 11月1日, not 一日 or 两个日期, not 24小时制.
_CHINESE = re.compile(
    r"(?<![月年第\d])(?P<number>\d+|[一二两三四五六七八九十]+|半)"
    r"(?:个?(?P<clock>分钟|小时)(?!制)|(?P<day>(?<!一)[日天])(?!期)|个?(?P<working>工作日)|个(?P<month>月))"
)
# Not 24-hour time, not an id such as two-days.
_IN_ENGLISH = re.compile(
    rf"(?<![\d:-])\b(?P<number>\d+|{'|'.join(_ENGLISH)})(?: |-(?!days|hour time)|(?=h\b))"
    r"(?:(?P<working>working day)s?|(?P<clock>minute|min|hour|h)s?|(?P<day>day)s?|(?P<month>month)s?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time where a text states it: ``number`` minutes, days, working days or months."""

    words: str
    start: int
    number: float
    unit: str

    def is_of(self, limit: Limit) -> bool:
        """Whether it is this limit; days may also be written as their hours, which is the strict reading."""
        match limit:
            case Hours():
                return (self.number, self.unit) == (limit.length.total_seconds() / 60, "clock")
            case Days():
                return (self.number, self.unit) in ((limit.number, "day"), (limit.number * 24 * 60, "clock"))
            case Months():
                return (self.number, self.unit) == (limit.number, "month")


def durations(text: str) -> Iterator[Duration]:
    """Yield every length of time in a text, the Chinese ones first; dates and hours of the day are none."""
    for match in (*_CHINESE.finditer(text), *_IN_ENGLISH.finditer(text)):
        number = _number(match["number"].lower())
        unit = next(name for name in ("clock", "day", "working", "month") if match[name])
        if unit == "clock":
            number *= _MINUTES[match["clock"].lower()]
        yield Duration(match[0], match.start(), number, unit)


def _number(text: str) -> float:
    if text.isdigit():
        return int(text)
    if text in _ENGLISH:
        return _ENGLISH[text]
    return 0.5 if text == "半" else chinese_numeral(text.replace("两", "二"))
