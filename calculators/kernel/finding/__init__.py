"""A finding: the answer, the steps that led to it, the readings it rests on and what is still open; or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from calculators.kernel.citation import Citation, CitationAddress
from calculators.kernel.errors import CalculatorError
from calculators.kernel.facts import Facts
from calculators.kernel.finding.parts import FactText
from calculators.kernel.finding.serialise import Json, JsonObject, in_language
from calculators.kernel.text import Lang, Text

Outcome = Literal["applies", "not_applicable", "open", "satisfied", "violated"]

OUTCOME_WORDS: Mapping[Outcome, Text] = {
    "applies": Text("适用", "Applies"),
    "not_applicable": Text("不适用", "Does not apply"),
    "open": Text("未定", "Open"),
    "satisfied": Text("符合", "Satisfied"),
    "violated": Text("违反", "Violated"),
}
"""Every outcome of a step in words, for the page and the terminal alike."""

AT_ONCE = Text("应当写明", "from the start")
MAY_FOLLOW = Text("可以补报", "may follow")
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
class Quotation(JsonObject):
    """The words of a provision that a step rests on, verbatim."""

    citation: CitationAddress
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(JsonObject):
    """One step of the reasoning: the rule, the provisions, the facts used and what it concluded."""

    rule: str
    basis: tuple[Citation, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    """The facts that it used, with their values."""
    outcome: Outcome
    text: Text
    words: tuple[Quotation, ...] = field(init=False)
    """The words of the provisions that it quotes; a digest is never quoted."""

    def __post_init__(self) -> None:
        """Refuse a step without a citation: it must not exist."""
        if not self.basis:
            raise ValueError(f"{self.rule} has no citation")
        quoted = (Quotation(citation=each.at, words=each.words) for each in self.basis if each.words)
        object.__setattr__(self, "words", tuple(quoted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(JsonObject):
    """A point on which the text is silent: the strict reading taken, the other one, and who says so."""

    id: str
    basis: tuple[Citation, ...]
    question: Text
    strict: Text
    other: Text
    source: Text
    """The sources of both, or that none was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What a law concludes from the facts, in both languages."""

    answer: str
    """The code of one of the calculator's answers; ``open`` where facts that are still unknown decide."""
    answer_text: Text
    """The answer in a sentence or two that stand alone."""
    parts: tuple[JsonObject, ...]
    """What this calculator gives besides: duties, changes, contents …; their keys stand among those of the finding."""
    steps: tuple[Step, ...]
    readings: tuple[Reading, ...]
    missing: tuple[str, ...]
    """The unknown facts that could still change the answer or which duties apply, and no others."""
    notes: tuple[Text, ...] = ()

    def part[P: JsonObject](self, kind: type[P]) -> P | None:
        """Return the part of one kind, where this calculator gives it."""
        return next((each for each in self.parts if isinstance(each, kind)), None)

    def to_json(self, lang: Lang) -> dict[str, Json]:
        """Return the conclusion in one language."""
        return {
            "answer": self.answer,
            "answer_text": self.answer_text.in_(lang),
            **{name: value for part in self.parts for name, value in part.to_json(lang).items()},
            "steps": in_language(self.steps, lang),
            "readings": in_language(self.readings, lang),
            "missing": in_language(self.missing, lang),
            "notes": in_language(self.notes, lang),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An answer: who gave it, to which facts, and what it is."""

    calculator: str
    version: str
    facts: Facts
    """The facts as understood."""
    facts_text: tuple[FactText, ...]
    """Those that were given, in words."""
    conclusion: Conclusion

    def to_json(self, lang: Lang) -> dict[str, Json]:
        """Return the finding in one language."""
        return {
            "ok": True,
            "calculator": self.calculator,
            "version": self.version,
            "lang": lang,
            "facts": dict(self.facts.as_written()),
            "facts_text": in_language(self.facts_text, lang),
            **self.conclusion.to_json(lang),
        }


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that was refused, which is an answer too."""

    error: CalculatorError

    def to_json(self, lang: Lang) -> dict[str, Json]:
        """Return the refusal in one language."""
        error = self.error
        return {
            "ok": False,
            "error": {
                "code": error.code,
                "field": error.field,
                "message": error.message.in_(lang),
                **{name: in_language(value, lang) for name, value in error.beside().items()},
            },
        }
