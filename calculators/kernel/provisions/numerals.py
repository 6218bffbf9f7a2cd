"""Chinese numerals, as laws number their parts."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """Return a whole number from 0 to 99 in Chinese numerals, as articles are numbered: 9 is 九, 16 is 十六."""
    tens, ones = divmod(number, 10)
    if not 0 <= number <= 99:
        raise ValueError(number)
    if tens == 0:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")
