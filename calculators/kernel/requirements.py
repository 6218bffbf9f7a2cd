"""Requirements on an act, and how they compose into permitted, prohibited or open.

The composition is the same for any law: on the strict reading one requirement violated prohibits, else one
that is open leaves it open, else the act is permitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from calculators.kernel.citation import Citation
from calculators.kernel.finding import Outcome, Step
from calculators.kernel.finding.serialise import JsonObject
from calculators.kernel.logic import (
    Condition,
    Is,
    Truth,
    check_once,
    leaves,
    leaves_that_are,
    ways_to_meet,
)
from calculators.kernel.text import SEMICOLON, Text, joined, sentence

PERMITTED, PROHIBITED, OPEN = "permitted", "prohibited", "open"

_OUTCOMES: Mapping[Truth, Outcome] = {
    Truth.MET: "satisfied",
    Truth.NOT_MET: "violated",
    Truth.OPEN: "open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What the law requires of an act: the condition that satisfies it, and how each outcome is said.

    ``met`` and ``not_met`` are clauses without a stop, which a step makes a sentence and an answer gives as its reason;
    ``asked`` is what is not settled, 是否…, "whether …".
    """

    id: str
    acts: frozenset[str]
    """The acts that it binds."""
    condition: Condition
    basis: tuple[Citation, ...]
    met: Text
    not_met: Text
    asked: Text

    def __post_init__(self) -> None:
        """Refuse a requirement without a citation, or one that names a fact twice."""
        if not self.basis:
            raise ValueError(f"{self.id} has no citation")
        check_once(self.condition)

    def step(self, act: str, answers: Mapping[str, str]) -> Step:
        """Return how the requirement came out for an act."""
        if act not in self.acts:
            return Step(rule=self.id, basis=self.basis, outcome="not_applicable", text=_NOT_BOUND)
        truth = self.condition.judge(answers)
        return Step(
            rule=self.id,
            basis=self.basis,
            outcome=_OUTCOMES[truth],
            text=sentence(
                {
                    Truth.MET: self.met,
                    Truth.NOT_MET: self.not_met,
                    Truth.OPEN: _NOT_SETTLED.fill(asked=self.asked),
                }[truth]
            ),
            facts={leaf.fact: answers[leaf.fact] for leaf in leaves(self.condition)},
        )


def decide(requirements: tuple[Requirement, ...], act: str, answers: Mapping[str, str]) -> str:
    """Return ``permitted``, ``prohibited`` or ``open`` for an act."""
    judged = {each.condition.judge(answers) for each in requirements if act in each.acts}
    if Truth.NOT_MET in judged:
        return PROHIBITED
    return OPEN if Truth.OPEN in judged else PERMITTED


def reasons(requirements: tuple[Requirement, ...], act: str, answers: Mapping[str, str]) -> Text:
    """Return why an act is prohibited or open: every requirement that is violated, else the first that are open.

    Each with its article; of further open ones only how many there are, since each is a question of its own. Empty where
    the act is permitted.
    """
    judged = [(each, each.condition.judge(answers)) for each in requirements if act in each.acts]
    violated = [_cited(each.not_met, each) for each, truth in judged if truth is Truth.NOT_MET]
    asked = [_cited(each.asked, each) for each, truth in judged if truth is Truth.OPEN]
    more = len(asked) - _NAMED
    if not violated and more > 1:
        asked = [*asked[:_NAMED], _MORE_OPEN.fill(count=more)]
    return joined(violated or asked, SEMICOLON)


def _cited(clause: Text, requirement: Requirement) -> Text:
    return _CITED.fill(clause=clause, place=joined([each.place for each in requirement.basis]))


def missing(requirements: tuple[Requirement, ...], act: str, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return exactly the unknown facts that could still change the answer: none once it is settled."""
    if decide(requirements, act, answers) != OPEN:
        return ()
    return tuple(
        leaf.fact
        for each in requirements
        if act in each.acts
        for leaf in leaves_that_are(Truth.OPEN, each.condition, answers)
    )


def minimal_changes(
    requirements: tuple[Requirement, ...], act: str, answers: Mapping[str, str]
) -> tuple[tuple[Is, ...], ...]:
    """Return every smallest set of facts to change, the act kept, that makes it permitted.

    Smallest means that no part of a set would do: two ways that share no step stand side by side, also where
    one takes fewer. Empty where the act is permitted already.
    """
    if decide(requirements, act, answers) == PERMITTED:
        return ()
    ways = (ways_to_meet(each.condition, answers) for each in requirements if act in each.acts)
    found = (tuple(leaf for way in chosen for leaf in way) for chosen in product(*ways))
    return tuple(sorted(found, key=len))


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(JsonObject):
    """What would make the act permitted; empty where it is."""

    changes: tuple[tuple[str, ...], ...]
    """Every smallest set of facts to change, the act kept, each as ``name=value``."""
    changes_text: tuple[Text, ...]
    """The same in words, a sentence each."""
    conditions: Mapping[str, Text]
    """In words each ``name=value`` that stands in ``changes``."""
    changes_shared: tuple[str, ...]
    """What stands in every one of ``changes``."""
    changes_alternatives: tuple[tuple[str, ...], ...]
    """What each of ``changes`` has besides, in their order; none where there is only one way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherActs(JsonObject):
    """The other acts that the same facts permit."""

    other_acts: tuple[str, ...]
    other_acts_text: tuple[Text, ...]


def changes(requirements: tuple[Requirement, ...], act: str, answers: Mapping[str, str]) -> Changes:
    """Return the smallest changes as a finding lists them."""
    ways = minimal_changes(requirements, act, answers)
    named = tuple(tuple(_fact_value(leaf) for leaf in way) for way in ways)
    shared = tuple(each for each in named[0] if all(each in way for way in named)) if named else ()
    return Changes(
        changes=named,
        changes_text=tuple(joined([leaf.text for leaf in way], SEMICOLON) for way in ways),
        conditions={_fact_value(leaf): leaf.text for way in ways for leaf in way},
        changes_shared=shared,
        changes_alternatives=tuple(
            tuple(each for each in way if each not in shared) for way in named if len(named) > 1
        ),
    )


def _fact_value(leaf: Is) -> str:
    """Return a condition as ``name=value``; ValueError where several values would do."""
    (value,) = leaf.values
    return f"{leaf.fact}={value}"


def check_apart(requirements: tuple[Requirement, ...]) -> None:
    """Refuse requirements that share a fact while they bind the same act: open would no longer mean open."""
    for act in {act for each in requirements for act in each.acts}:
        names = [leaf.fact for each in requirements if act in each.acts for leaf in leaves(each.condition)]
        if len(set(names)) != len(names):
            raise ValueError(f"two requirements on {act} share a fact: {', '.join(names)}")


_NOT_BOUND = Text("此项规定不约束这一行为。", "This rule does not bind the act.")
_NOT_SETTLED = Text("{asked}，还没有确定", "{asked} is not settled")
_CITED = Text("{clause}（{place}）", "{clause} ({place})")
_NAMED = 2
"""More than this no sentence names."""
_MORE_OPEN = Text("还有{count}项没有确定", "and {count} more points")
