"""The duties of a finding: the list, the steps that led to it, the facts still open and the first deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from calculators.kernel.citation import Citation
from calculators.kernel.duties.limits import IsoDuration
from calculators.kernel.duties.rule import Duty, Timing
from calculators.kernel.duties.states import State
from calculators.kernel.facts import NOW, Fact, Facts
from calculators.kernel.finding import Outcome, Step
from calculators.kernel.finding.serialise import OPTIONAL, JsonObject
from calculators.kernel.instants import beijing_text
from calculators.kernel.logic import Is, Truth, leaves, leaves_that_are
from calculators.kernel.text import COMMA, Text, both, joined

OUTCOMES: Mapping[Truth, Outcome] = {
    Truth.MET: "applies",
    Truth.NOT_MET: "not_applicable",
    Truth.OPEN: "open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDuty(JsonObject):
    """A duty that applies or may apply: who tells whom, by when, on what basis."""

    id: str
    name: Text
    from_: Text
    by_authority: bool
    """Whether an authority does it, after the report of whoever asks."""
    to: tuple[Text, ...]
    timing: Timing
    """A fixed time, promptly, a time of keeping, a lasting duty, or no duty but encouragement."""
    timing_text: Text
    limit: IsoDuration | None
    due: datetime | None
    """The last instant that is in time, on the strict reading; null without a number or a start."""
    due_text: Text | None
    due_other: datetime | None
    """The same on the other reading, where there are two."""
    due_other_text: Text | None
    counts_from: str | None
    """The fact from which the limit runs, where it has one."""
    after: str | None
    """The id of the duty whose receipt starts the clock; then ``due`` is the latest possible."""
    when: Literal["applies", "if"]
    if_: tuple[str, ...]
    """The unknown facts on which it depends."""
    condition_text: Text | None
    note: Text | None
    basis: tuple[Citation, ...]
    state: State | None = field(default=None, metadata=OPTIONAL)
    """By the receipt, else at ``now``: its time runs, was missed as far as is known, or it was met in time or late."""
    left_seconds: int | None = field(default=None, metadata=OPTIONAL)
    """Of ``running`` and ``missed``: whole seconds from ``now`` to ``due``; below zero, it was missed by so many."""
    late_seconds: int | None = field(default=None, metadata=OPTIONAL)
    """Of ``late``: whole seconds from ``due`` to the receipt."""
    state_text: Text | None = field(default=None, metadata=OPTIONAL)
    """The state in words, with whose receipt it is, and whose is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties(JsonObject):
    """The duties that apply or may apply, and the earliest deadline among them."""

    first_due: datetime | None
    first_due_text: Text | None
    duties: tuple[ListedDuty, ...]


def listed_duties(listed: list[Duty], first: tuple[datetime, Duty] | None, facts: Facts) -> Duties:
    """Return the duties as a finding lists them; ``first`` is the earliest deadline."""
    return Duties(
        first_due=first[0] if first else None,
        first_due_text=beijing_text(first[0]) if first else None,
        duties=tuple(_listed(duty, facts) for duty in listed),
    )


def _listed(duty: Duty, facts: Facts) -> ListedDuty:
    """Return one duty; a receipt or NOW among the facts adds how it stands."""
    rule, due = duty.rule, duty.due
    open_leaves = leaves_that_are(Truth.OPEN, rule.condition, facts.answers)
    stands = duty.standing(facts)
    return ListedDuty(
        id=rule.id,
        name=rule.name,
        from_=rule.sender,
        by_authority=rule.by_authority,
        to=rule.recipients,
        timing=rule.timing,
        timing_text=rule.timing_text,
        limit=rule.limit.iso if rule.limit else None,
        due=due.strict,
        due_text=beijing_text(due.strict) if due.strict else None,
        due_other=due.other,
        due_other_text=beijing_text(due.other) if due.other else None,
        counts_from=rule.clock.fact if rule.clock else None,
        after=rule.after,
        when="if" if duty.truth is Truth.OPEN else "applies",
        if_=tuple(dict.fromkeys(leaf.fact for leaf in open_leaves)),
        condition_text=_if_text([leaf.text for leaf in open_leaves]) if open_leaves else None,
        note=_LATEST_POSSIBLE if due.at_latest else None,
        basis=rule.basis,
        state=stands.state if stands else None,
        left_seconds=stands.left if stands else None,
        late_seconds=stands.late if stands else None,
        state_text=stands.text if stands else None,
    )


def duty_step(duty: Duty, facts: Facts) -> Step:
    """Return how a rule came out: it applies, it does not and why, or what it depends on."""
    rule = duty.rule
    decisive = leaves_that_are(duty.truth, rule.condition, facts.answers)
    why = [_denied(leaf) if duty.truth is Truth.NOT_MET else leaf.text for leaf in decisive]
    due = duty.due.strict
    until = _KEPT if rule.timing == "keep" else _AT_LATEST if duty.due.at_latest else _BY
    by = until.fill(due=beijing_text(due)) if due and duty.truth is not Truth.NOT_MET else both("")
    return Step(
        rule=rule.id,
        basis=rule.basis,
        outcome=OUTCOMES[duty.truth],
        text=_DUTY[duty.truth].fill(
            duty=rule.name,
            why=joined(why, _AND if duty.truth is Truth.OPEN else COMMA),
            time=rule.timing_text,
            by=by,
        ),
        facts={leaf.fact: facts.answers[leaf.fact] for leaf in leaves(rule.condition)},
    )


def _denied(leaf: Is) -> Text:
    return leaf.denied or _NOT_MET.fill(condition=leaf.text)


def open_facts(questions: tuple[Fact, ...], listed: list[Duty], facts: Facts) -> tuple[str, ...]:
    """Return the unknown facts that could still change which duties apply, in the order of the questions."""
    open_ = {
        leaf.fact
        for duty in listed
        for leaf in leaves_that_are(Truth.OPEN, duty.rule.condition, facts.answers)
    }
    return tuple(question.name for question in questions if question.name in open_)


def first_due(listed: list[Duty]) -> tuple[datetime, Duty] | None:
    """Return the earliest deadline that applies or may apply, with its duty."""
    dated = [(duty.due.strict, duty) for duty in listed if duty.due.strict]
    return min(dated, key=lambda pair: pair[0], default=None)


def time_notes(questions: tuple[Fact, ...], facts: Facts) -> tuple[Text, ...]:
    """Return what has to be said of the times given: an offset that was assumed, a discovery in the future."""
    assumed = [question.called for question in questions if question.name in facts.without_offset]
    notes = [_NO_OFFSET.fill(times=joined(assumed))] if assumed else []
    starts = [question.name for question in questions if question.starts_the_case]
    if NOW in facts.instants and any(
        facts.instants[NOW] < facts.instants.get(each, facts.instants[NOW]) for each in starts
    ):
        notes.append(_IN_THE_FUTURE)
    return tuple(notes)


def _if_text(conditions: list[Text]) -> Text:
    return _IF.fill(conditions=joined(conditions, _AND))


_IF = Text("如果{conditions}", "if {conditions}")
_AND = Text("，并且", " and ")
_NOT_MET = Text("不满足“{condition}”", "not met: {condition}")
_LATEST_POSSIBLE = Text(
    "最晚不过此时：前一环节的报告收到得早，就从收到时起算。",
    "At the latest: if the report before it is received sooner, the limit runs from then.",
)
_NO_OFFSET = Text(
    "{times}按北京时间计算。",
    "Taken as Beijing time (UTC+8): {times}.",
)
_IN_THE_FUTURE = Text(
    "发现或者获知的时间晚于计算剩余时间的时刻；结果按所填时间计算。",
    "The time of discovery lies after the moment from which the time left is counted; the times were taken as given.",
)
_DUTY = {
    Truth.MET: Text(
        "{duty}：适用（{why}）。时限：{time}{by}。", "{duty}: applies ({why}). Time: {time}{by}."
    ),
    Truth.NOT_MET: Text("{duty}：不适用，{why}。", "{duty}: does not apply: {why}."),
    Truth.OPEN: Text(
        "{duty}：未定，{why}的才适用。时限：{time}{by}。",
        "{duty}: open; it applies only if {why}. Time: {time}{by}.",
    ),
}
_AT_LATEST = Text(
    "；最晚不过{due}，前一环节的报告收到得早，就从收到时起算",
    "; at the latest {due}, earlier if the report before it is received sooner",
)
_KEPT = Text("，即至少保存至{due}", ", that is, at least until {due}")
_BY = Text("，即{due}之前（含该时刻）", ", that is, no later than {due}")
