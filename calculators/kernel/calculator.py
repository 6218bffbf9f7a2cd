"""A calculator: a name, its questions and the pure function from facts to a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from calculators import __version__
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.errors import CalculatorError
from calculators.kernel.facts import Fact, Facts, read_facts
from calculators.kernel.finding import AT_ONCE, Answer, Conclusion, Finding, Mark, Reading, Refusal
from calculators.kernel.finding.parts import facts_text
from calculators.kernel.finding.serialise import JsonObject
from calculators.kernel.logic import UNKNOWN, leaves
from calculators.kernel.provisions.grading import GradingForm
from calculators.kernel.quick import QuickQuestion
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import Text

_WHICH_ANSWER = Text("结论是哪一个？", "Which answer is it?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculator:
    """One question that people bring, and how it is answered."""

    name: str
    title: Text
    question: Text
    facts: tuple[Fact, ...]
    rules: tuple[DutyRule, ...]
    answers: tuple[Answer, ...]
    """All that it can come to."""
    find: Callable[[Facts], Conclusion]
    """From the facts as understood to what the law concludes; raises CalculatorError."""
    parts: tuple[type[JsonObject], ...] = ()
    """The parts that every conclusion has, in their order."""
    readings: tuple[Reading, ...] = ()
    """All that a conclusion can name."""
    requirements: tuple[Requirement, ...] = ()
    """What binds which act, where it judges acts instead of listing duties."""
    begins_with: str | None = None
    """The one question to begin with; after it, only what the finding still names as missing need be asked."""
    quick: QuickQuestion | None = None
    """The question that a page puts instead of several of its facts, where people know the answer as one."""
    at_once: Text = AT_ONCE
    """What is said of an item that what is handed in must contain from the start, where items are listed."""
    grading: GradingForm | None = None
    """The table whose cells are its answers, where its questions are the rows of one."""
    headings: Mapping[str, Text] = field(default_factory=dict)
    """What it calls a part of its finding instead of the usual words, by the key of those."""
    exercise: Text = _WHICH_ANSWER
    """What a learner is asked about a worked case before the answer is shown."""

    def __post_init__(self) -> None:
        """Refuse what no question can bring about: an unknown fact or value, a clock without its fact; or a time without words."""
        quick = self.quick.wrong(self.facts, self.rules) if self.quick else ()
        if wrong := [*self._wrong_conditions(), *self._wrong_clocks(), *self._wrong_times(), *quick]:
            raise ValueError(f"{self.name}: {'; '.join(wrong)}")

    def _wrong_conditions(self) -> Iterator[str]:
        values = {fact.name: {choice.value for choice in fact.choices} - {UNKNOWN} for fact in self.facts}
        named = {rule.id: rule.condition for rule in self.rules}
        named |= {
            f"the receipt of {rule.id}": rule.receipt.speaks_if
            for rule in self.rules
            if rule.receipt and rule.receipt.speaks_if
        }
        named |= {requirement.id: requirement.condition for requirement in self.requirements}
        for name, leaf in ((name, leaf) for name, condition in named.items() for leaf in leaves(condition)):
            if leaf.fact not in values:
                yield f"{name} asks for {leaf.fact}, which no question gives"
            elif other := (leaf.values | leaf.leaving_open) - values[leaf.fact]:
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
            if rule.receipt and kinds.get(rule.receipt.fact) != "instant":
                yield f"{rule.id} is stopped by {rule.receipt.fact}, which is no instant that a question gives"
            stages = {rule.after, getattr(clock, "stage", None)} - {None}
            yield from (
                f"{rule.id} comes after {stage}, and no rule before it is that" for stage in stages - earlier
            )
            earlier.add(rule.id)

    def _wrong_times(self) -> Iterator[str]:
        for fact in self.facts if self.rules else ():
            if fact.kind in {"instant", "date"} and fact.timeline is None:
                yield f"{fact.name} has no words for the line of time"

    @property
    def marks(self) -> dict[str, Mark]:
        """The shape of each answer by its code."""
        return {answer.value: answer.mark for answer in self.answers}

    def _check(self, conclusion: Conclusion) -> None:
        """Refuse, as a fault of the rules, what was not declared: pages and terminal would have no shape or link for it."""
        if conclusion.answer not in self.marks:
            raise ValueError(f"{self.name}: the answer {conclusion.answer} was not declared")
        if other := [reading.id for reading in conclusion.readings if reading not in self.readings]:
            raise ValueError(f"{self.name}: the readings {', '.join(other)} were not declared")

    def ask(self, given: Mapping[str, object]) -> Finding | Refusal:
        """Answer a flat object of facts; a refusal is an answer too, never an exception."""
        try:
            return self.answer(given)
        except CalculatorError as error:
            return Refusal(error)

    def answer(self, given: Mapping[str, object]) -> Finding:
        """Answer a flat object of facts. Raises CalculatorError where it is refused."""
        facts = read_facts(self.facts, given)
        conclusion = self.find(facts)
        self._check(conclusion)
        return Finding(
            calculator=self.name,
            version=__version__,
            facts=facts,
            facts_text=facts_text(self.facts, facts),
            conclusion=conclusion,
        )
