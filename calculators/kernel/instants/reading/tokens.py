"""From a text to a row of tokens, each with the one letter by which ``shapes`` knows its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, groupby

from calculators.kernel.instants.reading import lexicon

FURTHER_THAN_ANY = 24 * 60
"""More minutes than any clock is from UTC: what stands there is no offset."""

NUMBER_OF_DIGITS = {1: "1", 2: "2", 3: "3", 4: "4", 6: "6", 8: "8"}
"""The letter of a number with so many digits; another number is ``n``. An ordinal, such as 21st, is ``o``."""

_RUNS = {12: (8, 4), 14: (8, 6), 17: (8, 6, 3)}
"""Numbers with so many digits are a date, a time of day and a fraction of a second, as programs write them in one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a text: the letter of its kind, what it says, and the number that it stands for where it is a word."""

    kind: str
    text: str
    value: int = 0


_WORDS: dict[str, tuple[str, int]] = {
    **{each: (kind, 0) for each, kind in lexicon.UNITS.items()},
    **{each: ("M", number) for each, number in lexicon.MONTHS.items()},
    **{each: ("W", number) for each, number in lexicon.WEEKDAYS.items()},
    **{each: ("Z", minutes) for each, minutes in lexicon.ZONES.items()},
    **dict.fromkeys(lexicon.PERIODS, ("P", 0)),
    **dict.fromkeys(lexicon.NOON, ("U", 0)),
    **dict.fromkeys(lexicon.AMBIGUOUS_ZONES, ("Q", 0)),
    **dict.fromkeys(lexicon.APPROXIMATE, ("A", 0)),
    **dict.fromkeys(lexicon.RECENT, ("R", 0)),
    **dict.fromkeys(lexicon.RELATIVE, ("L", 0)),
    **dict.fromkeys(lexicon.FILLERS, (" ", 0)),
    **dict.fromkeys(lexicon.EVENTS | lexicon.EVENTS_ENGLISH, ("E", 0)),
    "t": ("T", 0),
    "midnight": ("V", 0),
}
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_LATIN = "|".join(re.escape(each) for each in _LONGEST_FIRST if each.isascii())
_CHINESE = "|".join(re.escape(each) for each in _LONGEST_FIRST if not each.isascii())
_NUMERALS = "".join(lexicon.DIGITS) + "".join(lexicon.TENS)
_EVENTS = lexicon.EVENTS | lexicon.EVENTS_ENGLISH | lexicon.EVENTS_IN_HEADINGS
_HEAD, _ENGLISH_HEAD, _EVENT = (
    "|".join(sorted(each, key=len, reverse=True))
    for each in (
        lexicon.HEADINGS | lexicon.EVENTS,
        lexicon.HEADINGS_ENGLISH | lexicon.EVENTS_ENGLISH | lexicon.EVENTS_IN_HEADINGS,
        _EVENTS,
    )
)

_TOKEN = re.compile(
    rf"""
    (?P<heading>\A%(?=[a-z])|(?:(?:{_HEAD})+|(?<![a-z])(?:{_ENGLISH_HEAD})(?:[\ _-]?(?:{_ENGLISH_HEAD}))*)(?:\ ?[:=]|(?<=time|date)(?=\ \d)))
    |(?P<utc>(?:utc|gmt)\ ?(?P<sign>[+-])\ ?(?:(?P<clock>\d{{1,2}}:\d\d)|(?P<run>\d{{4}})|(?P<hours>\d{{1,2}}))(?!\d))
    |(?P<ordinal>\d{{1,2}}(?=(?:st|nd|rd|th)(?![a-z])))(?:..)
    |(?P<digits>[\d{_NUMERALS}]*\d[\d{_NUMERALS}]*)
    |(?P<half_day>[ap])\.?m(?![a-z])\.?
    |(?P<latin>{_LATIN})(?![a-z])\.?
    |(?P<zone>[a-z]+(?:\ [a-z]+){{0,4}}\ time(?![a-z])|[a-z]+/[a-z_]+(?:/[a-z_]+)?)
    |(?P<chinese>{_CHINESE})
    |(?P<numeral>[{_NUMERALS}]+)
    |(?P<chinese_zone>[一-鿿]{{1,12}}时间)
    |(?P<mark>[-+/.,:])
    |(?P<space>[\ _])
    |(?P<other>[a-z]+|.)
    """,
    re.VERBOSE | re.ASCII,
)
_BRACKETED_DAY = re.compile(r"[(（]([日一二三四五六])[)）]")
"""A day of the week as Japanese and Taiwanese calendars put it after a date; it is one only in brackets."""


def spelled_out(typed: str) -> str:
    """Return a text in which a day of the week that is a single numeral in brackets is spelled out."""
    return _BRACKETED_DAY.sub(r" 星期\1 ", typed)


def tokens(text: str) -> list[Token]:
    """Take a tidied text apart; what is no part of a time is of the kind ``x``."""
    return [each for found in _TOKEN.finditer(text) for each in _tokens_of(found)]


def of_two_events(found: list[Token]) -> bool:
    """Whether the date may belong to one event and the time of day to another: discovered on one day, reported at one time.

    Words beside each other tell of one event, and so do two places of which one says what the other says.
    """
    said = [each for each in found if each.kind != " "]
    groups = [
        {word for each in together for word in re.findall(_EVENT, each.text)}
        for is_event, together in groupby(said, key=lambda each: each.kind == "E")
        if is_event
    ]
    return any(not (one <= other or other <= one) for one, other in combinations(groups, 2))


def _tokens_of(found: re.Match[str]) -> Iterator[Token]:
    text, kind = found[0], found.lastgroup
    if found["heading"]:
        yield Token("E" if re.search(_EVENT, text) else " ", text)
    elif found["utc"]:
        yield Token(
            "N", text, _minutes(found["sign"], found["clock"] or found["run"] or f"{found['hours']}00")
        )
    elif found["ordinal"]:
        yield Token("o", found["ordinal"])
    elif found["digits"]:
        yield from _numbers("".join(lexicon.DIGITS.get(each, each) for each in text))
    elif found["numeral"]:
        yield from _numbers(_digits(text))
    elif found["half_day"]:
        yield Token("P", f"{found['half_day']}m")
    elif word := found["latin"] or found["chinese"]:
        yield Token(_WORDS[word][0], word, _WORDS[word][1])
    elif found["zone"] or found["chinese_zone"]:
        yield Token("Q", text)
    else:
        yield Token({"other": "x", "space": " "}.get(kind or "", text), text)


def _numbers(digits: str) -> Iterator[Token]:
    """Yield one number, or the parts of a date and time that are written in one."""
    if len(digits) not in _RUNS:
        yield Token(NUMBER_OF_DIGITS.get(len(digits), "n") if digits.isdigit() else "x", digits)
        return
    start, between = 0, ""
    for length in _RUNS[len(digits)]:
        if between:
            yield Token(between, between)
        yield Token(NUMBER_OF_DIGITS.get(length, "n"), digits[start : start + length])
        start, between = start + length, "." if between else "T"


def _digits(numerals: str) -> str:
    """Return Chinese numerals in digits: 二〇二六 is 2026, 二十一 is 21; what is no numeral stays as it is."""
    found = re.fullmatch(r"(.?)([十廿卅])(.?)", numerals)
    if not found:
        return "".join(lexicon.DIGITS.get(each, each) for each in numerals)
    before, ten, after = found.groups()
    if (before and ten != "十") or {before, after} & {*lexicon.TENS, "零", "〇"}:
        return numerals
    tens = int(lexicon.DIGITS[before]) if before else lexicon.TENS[ten]
    return str(tens * 10 + int(lexicon.DIGITS[after] if after else 0))


def _minutes(sign: str, written: str) -> int:
    """Return an offset in minutes; one with sixty minutes or more is no offset, and further than any clock is."""
    hours, minutes = divmod(int(written.replace(":", "")), 100)
    return (-1 if sign == "-" else 1) * (hours * 60 + minutes if minutes < 60 else FURTHER_THAN_ANY)
