"""Chinese numerals, as laws number their parts."""

from __future__ import annotations

CHARACTERS = "零一二三四五六七八九十百千"
"""All that a numeral is written with."""
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def numeral(number: int) -> str:
    """Return a whole number from 0 to 9999 in Chinese numerals, as articles are numbered.

    >>> numeral(9), numeral(16), numeral(101), numeral(1260)
    ('九', '十六', '一百零一', '一千二百六十')
    """
    if not 0 <= number <= 9999:
        raise ValueError(number)
    written, rest = "", number
    for size, unit in _UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            written += CHARACTERS[digit] + unit
        elif written and not written.endswith("零"):
            written += "零"
    written = written.rstrip("零") or "零"
    return written.removeprefix("一") if written.startswith("一十") else written
