"""A sentence in the two languages of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence of ours, or one run of a law, in Chinese and in English.

    Both are required, so a sentence that lacks a language cannot be written down.
    """

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return self.zh if lang == "zh" else self.en

    def fill(self, **parts: Text | str | int) -> Text:
        """Put parts into the ``{names}`` of both sentences; a part that is itself a Text follows the language."""
        return Text(
            zh=self.zh.format(**{name: _part_in(part, "zh") for name, part in parts.items()}),
            en=self.en.format(**{name: _part_in(part, "en") for name, part in parts.items()}),
        )


COMMA = Text("，", ", ")
SEMICOLON = Text("；", "; ")
BETWEEN_SENTENCES = Text("", " ")
"""What stands between clauses and between sentences that are put together."""


def both(same: str) -> Text:
    """Return a Text that reads the same in both languages: a number, an address, a code."""
    return Text(same, same)


def text_of(table: Mapping[str, str]) -> Text:
    """Return a sentence from the table in which our data keep it."""
    return Text(table["zh"], table["en"])


def joined(parts: list[Text], comma: Text = Text("、", ", ")) -> Text:
    """Return a list in running text: 甲、乙 in Chinese, "A, B" in English, or with another mark between."""
    return Text(comma.zh.join(part.zh for part in parts), comma.en.join(part.en for part in parts))


def begun(words: Text) -> Text:
    """Return words as they begin a line: in English with a capital."""
    return Text(words.zh, words.en[:1].upper() + words.en[1:])


def sentence(clause: Text) -> Text:
    """Return a clause as a sentence of its own: with a full stop, and in English a capital."""
    return Text(f"{clause.zh}。", f"{begun(clause).en}.")


def _part_in(part: Text | str | int, lang: Lang) -> str:
    return part.in_(lang) if isinstance(part, Text) else str(part)


_WEEKDAYS = (
    Text("星期一", "Monday"),
    Text("星期二", "Tuesday"),
    Text("星期三", "Wednesday"),
    Text("星期四", "Thursday"),
    Text("星期五", "Friday"),
    Text("星期六", "Saturday"),
    Text("星期日", "Sunday"),
)
_MONTHS = "January February March April May June July August September October November December".split()


def date_text(day: date) -> Text:
    """Return a date as a document gives it: 2021年7月12日, 12 July 2021."""
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def day_text(day: date) -> Text:
    """Return a date with its day of the week: 2026年11月21日（星期六）, Saturday, 21 November 2026."""
    weekday, date_in_words = _WEEKDAYS[day.weekday()], date_text(day)
    return Text(f"{date_in_words.zh}（{weekday.zh}）", f"{weekday.en}, {date_in_words.en}")


def clock_text(moment: datetime) -> Text:
    """Return the date and the 24-hour time of day, with seconds only where there are any."""
    day = day_text(moment.date())
    clock = f"{moment:%H:%M:%S}" if moment.second or moment.microsecond else f"{moment:%H:%M}"
    return Text(f"{day.zh}{clock}", f"{day.en}, {clock}")
