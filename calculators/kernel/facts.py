"""What a law asks about a case: the facts, how each may be answered, and the answers as understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from calculators.kernel.dated import AS_IT_STANDS
from calculators.kernel.errors import BadInput, MissingInput, clip
from calculators.kernel.instants import to_rfc3339
from calculators.kernel.instants.reading import read_day, read_instant
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Text, both, joined

FactKind = Literal["yes_no", "choice", "instant", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that may be given: its value, and how it is put to a person."""

    value: str
    label: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One question: its name everywhere, the question in words, and the provision that makes it matter."""

    name: str
    kind: FactKind
    label: Text
    help: Text | None = None
    basis: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    short: Text | None = None
    """What its answer is called within a sentence of ours; the question itself where that is missing."""
    required: bool = False
    required_of: Text | None = None
    """Of whom it is required, where not of everybody."""
    timeline: Text | None = None
    """What an instant or a date is called on the line of time, among the deadlines; None leaves it out."""
    helped_by: str | None = None
    """The calculator that finds the answer; its answers are among the choices."""
    starts_the_case: bool = False
    """Whether the case begins at this time: of several that are given, at the first that was asked for."""

    @property
    def called(self) -> Text:
        """Return what a sentence calls its answer: never its name, which is for programs."""
        return self.short or Text(self.label.zh.rstrip("？"), self.label.en.rstrip("?"))


YES_NO = (
    Choice(value="yes", label=Text("是", "Yes")),
    Choice(value="no", label=Text("否", "No")),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)


def yes_no(name: str, label: Text, basis: tuple[str, ...], help: Text | None = None) -> Fact:  # noqa: A002
    """Write a question that is answered yes, no or not sure."""
    return Fact(name=name, kind="yes_no", label=label, help=help, basis=basis, choices=YES_NO)


NOW = "now"
"""The one question that is the same in every law: from which moment the time left is counted."""


def time_left_from(basis: tuple[str, ...]) -> Fact:
    """Write the question NOW; ``basis`` is the provision with the limit that matters most."""
    return Fact(
        name=NOW,
        kind="instant",
        label=Text("剩余时间从哪一刻算起？", "From which moment is the time left counted?"),
        help=Text(
            "填写后，逐项写明还剩多久，或者超过了多久。",
            "Each deadline then shows how much time is left, or by how much it was missed.",
        ),
        basis=basis,
        short=Text("计算剩余时间的时刻", "moment from which the time left is counted"),
        timeline=Text("计算剩余时间的时刻", "Time left counted from here"),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers as understood: words for questions with choices, instants and dates for the others."""

    answers: Mapping[str, str]
    """Every question with choices, ``unknown`` where it was left out."""
    instants: Mapping[str, datetime]
    """Only those that were given, in Beijing time."""
    dates: Mapping[str, date]
    """Only those that were given."""
    without_offset: tuple[str, ...]
    """The instants that were written without an offset and read as Beijing time."""

    def day(self, *names: str) -> date:
        """Return the day, in Beijing time, of the first of these facts that was given; AS_IT_STANDS where none was."""
        for name in names:
            if name in self.instants:
                return self.instants[name].date()
            if name in self.dates:
                return self.dates[name]
        return AS_IT_STANDS

    def as_written(self) -> dict[str, str]:
        """Return the facts as a flat object that may be given back as input."""
        return {
            **{name: to_rfc3339(moment) for name, moment in self.instants.items()},
            **dict(self.answers),
            **{name: day.isoformat() for name, day in self.dates.items()},
        }


def read_facts(questions: tuple[Fact, ...], given: Mapping[str, object]) -> Facts:
    """Understand a flat object of facts.

    Raises BadInput for an unknown name or a value that is not accepted, MissingInput for a required
    fact that is not there; either names the field.
    """
    known = {question.name: question for question in questions}
    for name in given:
        if name not in known:
            raise BadInput(clip(name), _UNKNOWN_NAME.fill(name=clip(name)), tuple(known))
    read = Facts({}, {}, {}, ())
    for question in questions:
        if question.name in given:
            read = _with(read, question, given[question.name])
        elif question.required:
            raise MissingInput(question.name, _MISSING.fill(label=question.label))
        elif question.choices:
            read = replace(read, answers={**read.answers, question.name: UNKNOWN})
    return read


def _with(read: Facts, question: Fact, value: object) -> Facts:
    name, values = question.name, tuple(choice.value for choice in question.choices)
    if not isinstance(value, str):
        raise BadInput(name, _NOT_A_WORD.fill(value=clip(value), accepted=_answers(question)), values)
    if question.kind == "instant":
        moment, bare = read_instant(name, value)
        assumed = (*read.without_offset, name) if bare else read.without_offset
        return replace(read, instants={**read.instants, name: moment}, without_offset=assumed)
    if question.kind == "date":
        return replace(read, dates={**read.dates, name: read_day(name, value)})
    if value not in values:
        raise BadInput(name, _NOT_A_CHOICE.fill(value=clip(value), accepted=_answers(question)), values)
    return replace(read, answers={**read.answers, name: value})


def accepted(question: Fact) -> Text:
    """Say what a question accepts."""
    if question.kind == "instant":
        return Text("时间，如 2026-11-21T14:30:00+08:00", "a time such as 2026-11-21T14:30:00+08:00")
    if question.kind == "date":
        return Text("日期，如 2026-11-21", "a date such as 2026-11-21")
    return joined([both(choice.value) for choice in question.choices])


def _answers(question: Fact) -> Text:
    """Say what a question accepts in the words in which its answers are put to a person."""
    return joined([choice.label for choice in question.choices]) if question.choices else accepted(question)


_UNKNOWN_NAME = Text("没有名为“{name}”的问题。", "There is no question named “{name}”.")
_MISSING = Text("请先回答：{label}", "Please answer first: {label}")
_NOT_A_WORD = Text(
    "答案应当是加引号的文字，收到的是“{value}”。可以选：{accepted}。",
    "An answer is a word in quotation marks, and “{value}” is none. Choose from: {accepted}.",
)
_NOT_A_CHOICE = Text(
    "“{value}”不在选项之中。可以选：{accepted}。",
    "“{value}” is not among the answers. Choose from: {accepted}.",
)
