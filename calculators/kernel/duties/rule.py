"""A duty: who tells whom, by when, on what basis; first as the law's rule, then as it falls on a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from calculators.kernel.citation import Citation
from calculators.kernel.duties.clocks import Clock, Due
from calculators.kernel.duties.limits import Limit
from calculators.kernel.duties.states import Receipt, Standing, standing
from calculators.kernel.facts import Facts
from calculators.kernel.logic import Condition, Truth, check_once
from calculators.kernel.text import Text

Timing = Literal["limit", "prompt", "keep", "standing", "encouraged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRule:
    """A duty as the law states it, before any case."""

    id: str
    name: Text
    sender: Text
    recipients: tuple[Text, ...]
    timing: Timing
    timing_text: Text
    """The time in the law's manner: 最迟不超过1小时, 及时."""
    condition: Condition
    basis: tuple[Citation, ...]
    by_authority: bool = False
    """Whether an authority does it, after the report of whoever asks."""
    clock: Clock | None = None
    after: str | None = None
    """The id of the duty whose receipt starts this one."""
    receipt: Receipt | None = None
    """What stops its own clock, where a fact says that it was received."""

    def __post_init__(self) -> None:
        """Refuse a rule without a citation: it must not exist."""
        if not self.basis:
            raise ValueError(f"{self.id} has no citation")
        check_once(self.condition)

    @property
    def limit(self) -> Limit | None:
        """The length of time, where the law gives a number."""
        return self.clock.limit if self.clock else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty as it falls on a case: it applies, or it does if what is still open turns out so."""

    rule: DutyRule
    due: Due
    truth: Truth

    def standing(self, facts: Facts) -> Standing | None:
        """Return how it stands: by its receipt, else at the moment NOW; None where neither is known, or no deadline."""
        return standing(
            self.due,
            self.rule.receipt,
            facts,
            may_apply=self.truth is Truth.OPEN,
            kept=self.rule.timing == "keep",
        )


def judge_duties(rules: tuple[DutyRule, ...], facts: Facts) -> Iterator[Duty]:
    """Judge every rule in its order, so that a later stage can build on an earlier one's time."""
    dues: dict[str, Due] = {}
    for rule in rules:
        dues[rule.id] = rule.clock.due(facts, dues) if rule.clock else Due()
        yield Duty(rule=rule, due=dues[rule.id], truth=rule.condition.judge(facts.answers))
