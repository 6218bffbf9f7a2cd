"""The queries of queries.toml, what they should find, and how well a search did: nothing here knows how a search works."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from calculators.kernel.text import Lang
from calculators.texts import works

type Kind = Literal["query", "fresh"]
"""What must be answered; what the search was not tuned to."""

FILE = Path(__file__).with_name("queries.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One query and what must come of it."""

    lang: Lang
    typed: str
    first: tuple[str, ...]
    right: frozenset[str]
    """Every provision that should be found."""
    near: bool
    never: frozenset[str]


@dataclass(slots=True, kw_only=True)
class Scores:
    """Sums over queries."""

    name: str
    ranks: list[int] = field(default_factory=list)
    """Where the first right hit stands, from 1; 0 where none does. A miss counts as 1 where nothing is found."""
    precisions: list[float] = field(default_factory=list)
    recalls: list[float] = field(default_factory=list)

    def add(self, query: Query, hits: Sequence[str], near: Sequence[str] = ()) -> None:
        """Count one query; ``hits`` are the provisions found, in order, and ``near`` those that stand below them."""
        found = set(hits or near)
        shown = unique([*hits, *near])
        right = [rank for rank, each in enumerate(shown, 1) if each in query.first]
        self.ranks.append(right[0] if right else int(not query.first and not shown))
        if found:
            self.precisions.append(len(found & query.right) / len(found))
        if query.right:
            self.recalls.append(len(found & query.right) / len(query.right))

    def within(self, places: int) -> int:
        """Return of how many queries a right hit is among the first so many."""
        return sum(1 for rank in self.ranks if 0 < rank <= places)

    def row(self) -> tuple[str, ...]:
        """Return name, precision, recall, how often a right hit is the first and among five, mean reciprocal rank."""
        return (
            self.name,
            f"{_mean(self.precisions):.2f}",
            f"{_mean(self.recalls):.2f}",
            f"{self.within(1)} of {len(self.ranks)}",
            f"{self.within(5)} of {len(self.ranks)}",
            f"{_mean([1 / rank if rank else 0 for rank in self.ranks]):.2f}",
        )


def queries(kind: Kind = "query") -> list[Query]:
    """Return the queries of one kind."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [_query(each) for each in table[kind]]


def provision_of(path: str, fragment: str) -> str | None:
    """Return ``work:id`` for an address within the site; None where it leads to no provision."""
    page = path.strip("/").removeprefix("en/")
    work = works().get(page)
    return f"{page}:{fragment}" if work and fragment in work.provisions else None


def unique(hits: Iterable[str | None]) -> list[str]:
    """Return the provisions among hits, each once, in order."""
    return list(dict.fromkeys(each for each in hits if each is not None))


def _query(each: dict[str, object]) -> Query:
    lang: Lang = "zh" if each["lang"] == "zh" else "en"
    typed = str(each["typed"])
    named = each.get("are")
    words = str(each.get("words", re.escape(_plain(typed))))
    right = named if isinstance(named, list) else _saying(words, lang)
    first, never = each["first"], each.get("not", [])
    assert isinstance(first, list)
    assert isinstance(never, list)
    return Query(
        lang=lang,
        typed=typed,
        first=tuple(first),
        right=frozenset(right),
        near=bool(each.get("near", False)),
        never=frozenset(never),
    )


def _saying(words: str, lang: Lang) -> list[str]:
    wanted = re.compile(words, re.IGNORECASE)
    return [name for name, text in _texts(lang).items() if wanted.search(text)]


@cache
def _texts(lang: Lang) -> dict[str, str]:
    """Return what is read at each provision: its words, our summary, our digest."""
    return {
        f"{work.id}:{row.id}": _plain(
            "\n".join(
                (
                    row.text.in_(lang),
                    row.gist.in_(lang) if row.gist and not row.id.startswith("q") else "",
                    *(statement.text.in_(lang) for statement in row.statements),
                )
            )
        )
        for work in works().values()
        for row in work.provisions.values()
    }


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0
