"""``incident-report``: who must be told of this incident, by when, with what."""

from __future__ import annotations

from datetime import datetime

from calculators.incidents import readings
from calculators.incidents.contents import channels_said, contents_said
from calculators.incidents.figures import IN_FORCE
from calculators.incidents.questions import QUESTIONS
from calculators.incidents.rules import REPORTABLE, RULES
from calculators.incidents.steps import opening_steps
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties import Duty, judge_duties
from calculators.kernel.duty_list import (
    duty_said,
    duty_step,
    first_due,
    first_due_said,
    open_facts,
    time_notes,
)
from calculators.kernel.errors import BadInput, OutOfForce
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Finding, Reading
from calculators.kernel.instants import beijing_text
from calculators.kernel.logic import Truth
from calculators.kernel.text import Text, both

_ANSWERS = {Truth.MET: "report", Truth.NOT_MET: "below_threshold", Truth.OPEN: "open"}


def find(facts: Facts) -> Finding:
    """Find the duties that fall on an incident.

    Raises OutOfForce for an incident before 2025-11-01 00:00 Beijing time (Article 14), BadInput where the
    times contradict each other.
    """
    _check_times(facts)
    judged = list(judge_duties(RULES, facts))
    listed = [duty for duty in judged if duty.truth is not Truth.NOT_MET]
    threshold = REPORTABLE.judge(facts.answers)
    first = first_due(listed)
    reported = threshold is not Truth.NOT_MET
    return Finding(
        answer=_ANSWERS[threshold],
        answer_text=_answer_text(threshold, first),
        more={
            **first_due_said(first),
            "duties": tuple(duty_said(duty, facts) for duty in listed),
            **contents_said(facts, reported=reported),
            "channels": channels_said(),
        },
        steps=(*opening_steps(facts), *(duty_step(duty, facts) for duty in judged)),
        readings=_readings(threshold, {duty.rule.id for duty in listed}),
        missing=open_facts(QUESTIONS, listed, facts),
        notes=time_notes(facts),
    )


def _check_times(facts: Facts) -> None:
    aware_at = facts.instants["aware_at"]
    if aware_at < IN_FORCE:
        raise OutOfForce("aware_at", _OUT_OF_FORCE.fill(time=beijing_text(aware_at)))
    received_at = facts.instants.get("received_at")
    if received_at and received_at < aware_at:
        raise BadInput("received_at", _RECEIVED_EARLY)
    handled_on = facts.dates.get("handled_on")
    if handled_on and handled_on < aware_at.date():  # instants are understood in Beijing time
        raise BadInput("handled_on", _HANDLED_EARLY)


def _answer_text(threshold: Truth, first: tuple[datetime, Duty] | None) -> Text:
    if threshold is Truth.NOT_MET or first is None:
        return _BELOW
    due, duty = first
    sentence = {Truth.MET: _REPORT, Truth.OPEN: _OPEN}[threshold]
    unsure = _MAY_APPLY if threshold is Truth.MET and duty.truth is Truth.OPEN else both("")
    return sentence.fill(due=beijing_text(due), duty=duty.rule.name, unsure=unsure)


def _readings(threshold: Truth, listed: set[str]) -> tuple[Reading, ...]:
    if threshold is Truth.NOT_MET:
        return (readings.BELOW_THRESHOLD,) if listed else ()
    both_routes = {"report-cii", "report-central"} <= listed
    return (
        readings.CLOCK_START,
        readings.AROUND_THE_CLOCK,
        readings.FULL_HOUR,
        *((readings.BOTH_ROUTES,) if both_routes else ()),
        readings.SUMMARY_DAYS,
        readings.GRADE_RAISED,
    )


CALCULATOR = Calculator(
    name="incident-report",
    title=Text("网络安全事件报告时限", "Incident reporting deadlines"),
    question=Text(
        "发生网络安全事件，应当向谁报告、最迟何时报告、报告哪些内容？",
        "Who must be told of this incident, by when, and with what?",
    ),
    facts=QUESTIONS,
    rules=RULES,
    find=find,
)

_OUT_OF_FORCE = Text(
    "aware_at：《国家网络安全事件报告管理办法》自2025年11月1日起施行；所填时间{time}在此之前，不适用。",
    "aware_at: the Measures apply to incidents from 1 November 2025 on; the time given, {time}, is before that.",
)
_RECEIVED_EARLY = Text(
    "received_at：报告收到的时间早于发现或者获知事件的时间；请核对这两个时间。",
    "received_at: the report cannot have been received before the incident was discovered or learned of; check both times.",
)
_HANDLED_EARLY = Text(
    "handled_on：处置结束的日期早于发现或者获知事件的日期；请核对这两个日期。",
    "handled_on: handling cannot have ended before the day on which the incident was discovered or learned of; check both.",
)
_REPORT = Text(
    "应当报告。首个时限为{due}：{duty}{unsure}。", "A report is due. First deadline: {due}: {duty}{unsure}."
)
_MAY_APPLY = Text("，是否适用待定", "; whether it applies is open")
_OPEN = Text(
    "是否须依《办法》报告取决于事件等级，尚待确定；属于较大以上的，首个时限为{due}：{duty}。",
    "Open: whether the Measures require a report depends on the grade. From relatively major (较大) up, the first deadline "
    "is {due}: {duty}.",
)
_BELOW = Text(
    "一般事件，不适用《办法》的报告程序。",
    "A general (一般) incident: outside the reporting procedure of the Measures.",
)
