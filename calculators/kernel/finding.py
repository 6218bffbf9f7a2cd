"""A finding: the answer, the steps that led to it, the readings it rests on and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from calculators.kernel.citation import Citation
from calculators.kernel.instants import to_rfc3339
from calculators.kernel.text import Lang, Text

type Json = str | int | bool | list[Json] | dict[str, Json] | None
type Localizable = (
    Text | str | int | bool | datetime | tuple[Localizable, ...] | Mapping[str, Localizable] | None
)
"""What may stand in a finding before a language is chosen."""


OUTCOME_WORDS: Mapping[str, Text] = {
    "applies": Text("适用", "Applies"),
    "not_applicable": Text("不适用", "Does not apply"),
    "open": Text("未定", "Open"),
    "satisfied": Text("符合", "Satisfied"),
    "violated": Text("违反", "Violated"),
}
"""Every outcome of a step in words, for the page and the terminal alike."""

AT_ONCE = Text("应当写明", "from the start")
MAY_FOLLOW = Text("可以后补", "may follow")
"""What is said of an item of a report: whether it can wait. A calculator may have its own words for the first."""

STANDING = Text(
    "以中文官方文本为准；本结果仅供参考，不构成法律意见。",
    "The official Chinese text governs; this is information, not legal advice.",
)
"""What every finding is worth, at the foot of each record of it."""


Mark = Literal["square", "circle", "diamond"]
"""The shape of an answer, so that colour is never alone: for a duty or a bar, for none, for what is open."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a calculator can come to: its code for ever, its shape, and the answer in a word."""

    value: str
    mark: Mark
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the reasoning: the rule, the provisions, the facts used and what it concluded."""

    rule: str
    basis: tuple[Citation, ...]
    outcome: str
    text: Text
    facts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a step without a citation: it must not exist."""
        if not self.basis:
            raise ValueError(f"{self.rule} has no citation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A point on which the text is silent: the strict reading taken, the other one, and who says so."""

    id: str
    question: Text
    strict: Text
    other: Text
    source: Text
    """The sources of both, or that none was found."""
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a calculator found, in both languages; ``to_json`` chooses one."""

    answer: str
    """The code of one of the calculator's answers."""
    answer_text: Text
    steps: tuple[Step, ...]
    readings: tuple[Reading, ...]
    missing: tuple[str, ...]
    notes: tuple[Text, ...] = ()
    more: Mapping[str, Localizable] = field(default_factory=dict)
    """What only this calculator says: duties, first_due, changes …, under its keys."""

    def to_json(self, lang: Lang) -> dict[str, Json]:
        """Return the finding in one language; keys, codes and their order never change with it."""
        parts: dict[str, Localizable] = {
            "answer": self.answer,
            "answer_text": self.answer_text,
            **self.more,
            "steps": tuple(_step(step) for step in self.steps),
            "readings": tuple(_reading(reading) for reading in self.readings),
            "missing": self.missing,
            "notes": self.notes,
        }
        return {key: in_language(value, lang) for key, value in parts.items()}


def in_language(value: Localizable, lang: Lang) -> Json:
    """Put a structure of texts, instants and plain values into one language."""
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, datetime):
        return to_rfc3339(value)
    if isinstance(value, tuple):
        return [in_language(each, lang) for each in value]
    if isinstance(value, Mapping):
        return {key: in_language(each, lang) for key, each in value.items()}
    return value


def addresses(basis: tuple[Citation, ...]) -> tuple[str, ...]:
    """Return citations as ``work:id``."""
    return tuple(citation.at for citation in basis)


def _step(step: Step) -> Localizable:
    return {
        "rule": step.rule,
        "basis": addresses(step.basis),
        "facts": step.facts,
        "outcome": step.outcome,
        "text": step.text,
        "words": tuple({"citation": each.at, "words": each.words} for each in step.basis if each.words),
    }


def _reading(reading: Reading) -> Localizable:
    return {
        "id": reading.id,
        "basis": addresses(reading.basis),
        "question": reading.question,
        "strict": reading.strict,
        "other": reading.other,
        "source": reading.source,
    }
