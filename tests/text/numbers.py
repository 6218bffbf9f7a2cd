"""The numbers of a sentence of ours, in Chinese and in English, as sets that can be compared."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter

_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SIZES = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}
_NUMERAL = "[零一二三四五六七八九十百千]+"
_MONTHS = {name: number for number, name in enumerate(month_name) if name}


def chinese_numeral(text: str) -> int:
    """Read 一千二百五十九 or 十一."""
    total, digit = 0, 0
    for each in text:
        if each in _PLACES:
            total += (digit or 1) * _PLACES[each]
            digit = 0
        else:
            digit = _DIGITS[each]
    return total + digit


def in_chinese(text: str) -> Counter[int | str]:
    """Count the numbers of a Chinese sentence: 第六十一条, 第（二）项, 1000万元, 半小时, “二日”."""
    found: Counter[int | str] = Counter()

    def take(pattern: str, value) -> None:
        nonlocal text
        found.update(value(match) for match in re.finditer(pattern, text))
        text = re.sub(pattern, "□", text)

    take("半小时", lambda _: "half")
    take(rf"第（?({_NUMERAL})）?[条款项问届次级]", lambda m: chinese_numeral(m[1]))
    take(rf"({_NUMERAL})日", lambda m: chinese_numeral(m[1]))
    take(r"(\d+)([千万亿]?)", lambda m: int(m[1]) * _SIZES[m[2]])
    return found


def in_english(text: str) -> Counter[int | str]:
    """Count the numbers of an English sentence: Article 61, RMB 10,000,000, 28 October 2025, half an hour."""
    found: Counter[int | str] = Counter()

    def take(pattern: str, value) -> None:
        nonlocal text
        found.update(value(match) for match in re.finditer(pattern, text))
        text = re.sub(pattern, "□", text)

    take(r"(?i)\bhalf an hour\b|\bthe half hour\b", lambda _: "half")
    take(r"\b24:00\b", lambda _: 24)
    take(rf"\b({'|'.join(_MONTHS)})\b", lambda m: _MONTHS[m[1]])
    take(r"\d{1,3}(?:,\d{3})+|\d+", lambda m: int(m[0].replace(",", "")))
    return found
