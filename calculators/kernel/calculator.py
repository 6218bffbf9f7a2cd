"""A calculator: a name, its questions and the pure function from facts to a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.errors import CalculatorError
from calculators.kernel.facts import Choice, Fact, Facts, read_facts
from calculators.kernel.finding import FIRST_REPORT, Finding, Json
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import Lang, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """One question that people bring, and how it is answered."""

    name: str
    title: Text
    question: Text
    facts: tuple[Fact, ...]
    rules: tuple[DutyRule, ...]
    find: Callable[[Facts], Finding]
    """From the facts as understood to the finding; raises CalculatorError."""
    requirements: tuple[Requirement, ...] = ()
    """What binds which act, where it judges acts instead of listing duties."""
    begins_with: str | None = None
    """The one question to begin with; after it, only what the finding still names as missing need be asked."""
    at_once: Text = FIRST_REPORT
    """What is said of an item that what is handed in must contain from the start."""
    verdicts: tuple[Choice, ...] = ()
    """The answers among which a learner can be asked to choose before seeing which it is; none, no exercises."""

    def ask(self, given: Mapping[str, object], lang: Lang, version: str) -> dict[str, Json]:
        """Answer a flat object of facts in one language; a refusal is an answer too, never an exception."""
        try:
            facts = read_facts(self.facts, given)
            finding = self.find(facts)
        except CalculatorError as refused:
            return refusal(refused, lang)
        return {
            "ok": True,
            "calculator": self.name,
            "version": version,
            "lang": lang,
            "facts": dict(facts.as_written()),
            **finding.to_json(lang),
        }


def refusal(refused: CalculatorError, lang: Lang) -> dict[str, Json]:
    """Return a refusal as JSON."""
    return {
        "ok": False,
        "error": {"code": refused.code, "field": refused.field, "message": refused.message.in_(lang)},
    }
