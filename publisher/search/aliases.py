"""Other names for the same thing: publisher/search/aliases.toml, read and checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators.data import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """The groups of names for one thing, in both languages."""

    groups: tuple[tuple[str, ...], ...]


@cache
def read_aliases() -> Aliases:
    """Return the aliases that the site knows."""
    return read_toml(Path(__file__).with_suffix(".toml"), make_aliases)


def make_aliases(table: dict[str, Any]) -> Aliases:
    """Build the aliases from their table; ValueError names what is wrong."""
    groups = tuple((*each.get("zh", ()), *each.get("en", ())) for each in table["same"])
    for group in groups:
        if len(group) < 2:
            raise ValueError(f"aliases: {group} names a thing only once")
    twice = [name for name, count in Counter(n.casefold() for g in groups for n in g).items() if count > 1]
    if twice:
        raise ValueError(f"aliases: {', '.join(twice)} would stand for two things")
    return Aliases(groups=groups)
