"""One tap that answers several questions at once, in the words in which people know their own case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.facts import Fact
from calculators.kernel.logic import Truth
from calculators.kernel.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickAnswer:
    """One such answer: the facts that it gives, and the duty whose limit and recipients stand beside it."""

    label: Text
    facts: Mapping[str, str]
    """Empty where nothing is known."""
    duty: str | None
    """The id of its rule; None where none leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickQuestion:
    """The question, and the ways of answering it. The facts stay questions of their own as well."""

    label: Text
    answers: tuple[QuickAnswer, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that it answers, in their order."""
        return tuple(dict.fromkeys(name for answer in self.answers for name in answer.facts))

    def wrong(self, facts: tuple[Fact, ...], rules: tuple[DutyRule, ...]) -> Iterator[str]:
        """Yield what no question or rule bears: an unknown fact or value, a duty that the answer rules out."""
        values = {fact.name: {choice.value for choice in fact.choices} for fact in facts}
        by_id = {rule.id: rule for rule in rules}
        for answer in self.answers:
            for name, value in answer.facts.items():
                if value not in values.get(name, set()):
                    yield f"“{answer.label.en}” gives {name}={value}, which no question has"
            rule = by_id.get(answer.duty or "")
            if answer.duty and (rule is None or rule.condition.judge(answer.facts) is Truth.NOT_MET):
                yield f"“{answer.label.en}” leads to {answer.duty}, which does not follow from it"
