"""The term table, and the terms in a running text: the longest first, and only where both languages have them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from calculators import neighbours
from calculators.data import read_toml
from calculators.kernel.text import Lang, Text, text_of

_TABLE = Path(neighbours.__file__).with_name("terms.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the glossary page, by the id that it has there."""

    id: str
    name: Text

    @property
    def anchor(self) -> str:
        """The id of its heading on the glossary page."""
        return f"terms-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One row of the term table; what its fields mean stands at the head of the table."""

    id: str
    zh: str
    en: str
    pinyin: str = ""
    en_forms: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    work: str | None = None
    defined_in: str | None = None
    plain: Text | None = None
    note: Text | None = None
    section: Section | None = None
    tip: bool = True

    @property
    def anchor(self) -> str:
        """The id of its entry on the glossary page."""
        return f"term-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A term where it stands in a text."""

    start: int
    end: int
    term: Term


@cache
def terms() -> tuple[Term, ...]:
    """Return the term table in its order."""
    return read_toml(_TABLE, lambda data: tuple(_term(row) for row in data["term"]))


def _term(row: Mapping[str, Any]) -> Term:
    return Term(**{key: _read(value) for key, value in row.items()})


def _read(value: Any) -> Any:  # noqa: ANN401
    """Return a value of the table as a term has it: a list as a tuple, two languages as a text."""
    if isinstance(value, dict):
        text = text_of(value)
        return Section(id=value["id"], name=text) if "id" in value else text
    return tuple(value) if isinstance(value, list) else value


def uses(text: Text, lang: Lang, work: str) -> list[Use]:
    """Return the terms of a work in a text in one language, in its order; a word inside a longer term is not one.

    English words count only where the Chinese term stands in the Chinese: "report" may be many things.
    """
    by_word: dict[str, Term] = {}
    for term in terms():
        if term.work in {None, work} and term.zh in text.zh:
            for word in (term.zh,) if lang == "zh" else (term.en, *term.en_forms):
                by_word.setdefault(word.lower(), term)
    if not by_word:
        return []
    words = "|".join(re.escape(word) for word in sorted(by_word, key=len, reverse=True))
    pattern = words if lang == "zh" else rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])"
    found = re.finditer(pattern, text.in_(lang), re.IGNORECASE)
    return [Use(start=each.start(), end=each.end(), term=by_word[each[0].lower()]) for each in found]
