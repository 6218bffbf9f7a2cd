"""Traditional characters for simplified ones: a map of the corpus's characters, so that 漏洞 is found by its traditional form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opencc import OpenCC

_BLOCKS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF))
# Mainland, Taiwan and Hong Kong forms; the first that leads to a character of the corpus counts.
_TABLES = ("t2s", "tw2s", "hk2s")


def fold_map(texts: Iterable[str]) -> dict[str, str]:
    """Return, for every traditional character whose simplified one the texts use, that simplified one."""
    used = {character for text in texts for character in text if character > "\u2e80"}
    found: dict[str, str] = {}
    for one, other in _pairs():
        # A character that the texts themselves use stands for itself.
        if other in used and one not in used:
            found.setdefault(one, other)
    return found


@cache
def _pairs() -> list[tuple[str, str]]:
    """Return every traditional character with its simplified one, from all tables."""
    every = [chr(code) for first, last in _BLOCKS for code in range(first, last + 1)]
    return [
        (one, other)
        for table in _TABLES
        for one, other in zip(every, OpenCC(table).convert("\n".join(every)).split("\n"), strict=True)
        if one != other
    ]
