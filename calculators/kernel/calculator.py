"""A calculator: a name, its questions and the pure function from facts to a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from calculators import __version__
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.errors import CalculatorError
from calculators.kernel.facts import Choice, Fact, Facts, read_facts
from calculators.kernel.finding import FIRST_REPORT, Conclusion, Finding, Refusal
from calculators.kernel.finding.serialise import JsonObject
from calculators.kernel.logic import UNKNOWN, leaves
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """One question that people bring, and how it is answered."""

    name: str
    title: Text
    question: Text
    facts: tuple[Fact, ...]
    rules: tuple[DutyRule, ...]
    find: Callable[[Facts], Conclusion]
    """From the facts as understood to what the law concludes; raises CalculatorError."""
    parts: tuple[type[JsonObject], ...] = ()
    """The parts that every conclusion has, in their order."""
    requirements: tuple[Requirement, ...] = ()
    """What binds which act, where it judges acts instead of listing duties."""
    begins_with: str | None = None
    """The one question to begin with; after it, only what the finding still names as missing need be asked."""
    at_once: Text = FIRST_REPORT
    """What is said of an item that what is handed in must contain from the start."""
    verdicts: tuple[Choice, ...] = ()
    """The answers among which a learner can be asked to choose before seeing which it is; none, no exercises."""

    def __post_init__(self) -> None:
        """Refuse what no question can bring about: an unknown fact or value, a clock without its fact."""
        if wrong := [*self._wrong_conditions(), *self._wrong_clocks()]:
            raise ValueError(f"{self.name}: {'; '.join(wrong)}")

    def _wrong_conditions(self) -> Iterator[str]:
        values = {fact.name: {choice.value for choice in fact.choices} - {UNKNOWN} for fact in self.facts}
        named = {rule.id: rule.condition for rule in self.rules}
        named |= {requirement.id: requirement.condition for requirement in self.requirements}
        for name, leaf in ((name, leaf) for name, condition in named.items() for leaf in leaves(condition)):
            if leaf.fact not in values:
                yield f"{name} asks for {leaf.fact}, which no question gives"
            elif other := leaf.values - values[leaf.fact]:
                yield f"{name} asks whether {leaf.fact} is {', '.join(sorted(other))}, which is no answer to it"
        if self.begins_with is not None and self.begins_with not in values:
            yield f"it begins with {self.begins_with}, which is no question"

    def _wrong_clocks(self) -> Iterator[str]:
        kinds = {fact.name: fact.kind for fact in self.facts}
        earlier: set[str] = set()
        for rule in self.rules:
            clock = rule.clock
            if clock and kinds.get(clock.fact) != clock.counts_from:
                yield f"{rule.id} counts from {clock.fact}, which is no {clock.counts_from} that a question gives"
            stages = {rule.after, getattr(clock, "stage", None)} - {None}
            yield from (
                f"{rule.id} comes after {stage}, and no rule before it is that" for stage in stages - earlier
            )
            earlier.add(rule.id)

    def ask(self, given: Mapping[str, object]) -> Finding | Refusal:
        """Answer a flat object of facts; a refusal is an answer too, never an exception."""
        try:
            return self.answer(given)
        except CalculatorError as error:
            return Refusal(error)

    def answer(self, given: Mapping[str, object]) -> Finding:
        """Answer a flat object of facts. Raises CalculatorError where it is refused."""
        facts = read_facts(self.facts, given)
        return Finding(calculator=self.name, version=__version__, facts=facts, conclusion=self.find(facts))
