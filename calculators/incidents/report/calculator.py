"""``incident-report``: who must be told of this incident, by when, with what."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from calculators.incidents.law.figures import IN_FORCE
from calculators.incidents.report import readings, readings_scope
from calculators.incidents.report.contents import channels, contents
from calculators.incidents.report.questions import QUESTIONS
from calculators.incidents.report.rules import CENTRAL, CII, REPORTABLE, RULES, rules_on
from calculators.incidents.report.steps import opening_steps
from calculators.kernel.calculator import Calculator
from calculators.kernel.commencement import check_in_force
from calculators.kernel.duties.listing import (
    Duties,
    duty_step,
    first_due,
    listed_duties,
    open_facts,
    time_notes,
)
from calculators.kernel.duties.rule import Duty, judge_duties
from calculators.kernel.errors import BadInput
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Answer, Conclusion, Reading
from calculators.kernel.finding.parts import Channels, Contents
from calculators.kernel.instants import beijing_text
from calculators.kernel.logic import Truth, all_of
from calculators.kernel.text import Text, both

REPORT = Answer("report", "square", Text("应当报告", "Report"))
BELOW_THRESHOLD = Answer("below_threshold", "circle", Text("不适用报告程序", "Below the threshold"))
OPEN = Answer("open", "diamond", Text("待定", "Open"))
_ANSWERS = {Truth.MET: REPORT, Truth.NOT_MET: BELOW_THRESHOLD, Truth.OPEN: OPEN}


def find(facts: Facts) -> Conclusion:
    """Find the duties that fall on an incident.

    Raises OutOfForce for an incident before 2025-11-01 00:00 Beijing time (Article 14), BadInput where the
    times contradict each other.
    """
    _check_times(facts)
    judged = _judged(facts)
    listed = [duty for duty in judged if duty.truth is not Truth.NOT_MET]
    threshold = REPORTABLE.judge(facts.answers)
    first = first_due(listed)
    reported = threshold is not Truth.NOT_MET
    return Conclusion(
        answer=_ANSWERS[threshold].value,
        answer_text=_answer_text(threshold, first),
        parts=(listed_duties(listed, first, facts), contents(facts, reported=reported), channels()),
        steps=(*opening_steps(facts), *(duty_step(duty, facts) for duty in judged)),
        readings=_readings(threshold, {duty.rule.id for duty in listed}, facts),
        missing=open_facts(QUESTIONS, listed, facts),
        notes=(
            *time_notes(QUESTIONS, facts),
            *((_TWO_RECEIPTS,) if _two_receipts(facts) else ()),
            _OTHER_LAWS,
        ),
    )


def _check_times(facts: Facts) -> None:
    check_in_force(facts, ("aware_at",), IN_FORCE, _OUT_OF_FORCE)
    aware_at = facts.instants["aware_at"]
    received_at = facts.instants.get("received_at")
    if received_at and received_at < aware_at:
        raise BadInput("received_at", _RECEIVED_EARLY)
    handled_on = facts.dates.get("handled_on")
    if handled_on and handled_on < aware_at.date():  # instants are understood in Beijing time
        raise BadInput("handled_on", _HANDLED_EARLY)


def _judged(facts: Facts) -> list[Duty]:
    """Judge every duty; with two routes at once, one time of receipt may move a relay forward but never back.

    It then does not say which recipient had the report, and the other's limit still ends where it would, at the
    latest: such a duty says so itself, receipt or no receipt.
    """
    rules = rules_on(facts.day("aware_at"))
    judged = list(judge_duties(rules, facts))
    if not _two_receipts(facts):
        return judged
    without = {name: moment for name, moment in facts.instants.items() if name != "received_at"}
    latest = judge_duties(rules, replace(facts, instants=without))
    return [
        other if other.due.strict and duty.due.strict and other.due.strict < duty.due.strict else duty
        for duty, other in zip(judged, latest, strict=True)
    ]


def _two_receipts(facts: Facts) -> bool:
    both = all_of(CII, CENTRAL).judge(facts.answers)
    return both is not Truth.NOT_MET and "received_at" in facts.instants


def _answer_text(threshold: Truth, first: tuple[datetime, Duty] | None) -> Text:
    if threshold is Truth.NOT_MET or first is None:
        return _BELOW
    due, duty = first
    sentence = {Truth.MET: _REPORT, Truth.OPEN: _OPEN}[threshold]
    unsure = _MAY_APPLY if threshold is Truth.MET and duty.truth is Truth.OPEN else both("")
    return sentence.fill(due=beijing_text(due), duty=duty.rule.name, sender=duty.rule.sender, unsure=unsure)


def _readings(threshold: Truth, listed: set[str], facts: Facts) -> tuple[Reading, ...]:
    if threshold is Truth.NOT_MET:
        return (
            *((readings.BELOW_THRESHOLD,) if listed else ()),
            *(
                (readings.GRADE_FALLS,) if "received_at" in facts.instants else ()
            ),  # reported at a higher grade
        )
    both_routes = {"report-cii", "report-central"} <= listed
    may_be_abroad = facts.answers["central_body"] != "yes"
    return (
        readings.IN_FORCE,
        readings.CLOCK_START,
        readings.AROUND_THE_CLOCK,
        readings.FULL_HOUR,
        *((readings.BOTH_ROUTES,) if both_routes else ()),
        readings.SUMMARY_DAYS,
        readings.GRADE_RAISED,
        readings.GRADE_FALLS,
        *((readings_scope.OPERATOR_ABROAD, readings_scope.GROUP) if may_be_abroad else ()),
        readings_scope.LEARNED_THROUGH_SUPPLIER,
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
    readings=readings.READINGS,
    answers=(REPORT, BELOW_THRESHOLD, OPEN),
    at_once=Text("首次报告应当写明", "in the first report"),
    headings={"channels": Text("12387报告渠道", "The 12387 channels")},
    find=find,
    parts=(Duties, Contents, Channels),
)

_OUT_OF_FORCE = Text(
    "{field}：《国家网络安全事件报告管理办法》自{since}起施行；所填时间{given}在此之前，不适用。",
    "{field}: the Measures have been in force since {since}; the time given, {given}, is before that.",
)
_TWO_RECEIPTS = Text(
    "两条报告路径可能同时适用，received_at 不能确定是哪一单位收到的时间；转报时限按较早者列出，各接收单位的时限分别自其收到之时起算。",
    "Two routes may apply at once, so received_at does not say who received the report: each relay is listed at the earlier time, "
    "and each recipient's limit runs from its own receipt.",
)
_OTHER_LAWS = Text(
    "其他法律法规可能对同一事件另设报告、通知义务，见“相关法律”；是否适用，本站不作判断。",
    "Other laws and regulations may set further duties to report or notify for the same event: see “Related laws”; whether they "
    "apply is not decided here.",
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
    "应当报告。首个时限为{due}，由{sender}履行：{duty}{unsure}。",
    "A report is due. First deadline: {due}; who: {sender}; what: {duty}{unsure}.",
)
_MAY_APPLY = Text("，是否适用待定", "; whether it applies is open")
_OPEN = Text(
    "是否须依《办法》报告取决于事件等级，尚待确定；属于较大以上的，首个时限为{due}：{duty}。",
    "Open: whether the Measures require a report depends on the grade. From relatively major (较大) up, the first deadline "
    "is {due}: {duty}.",
)
_BELOW = Text(
    "所填等级为一般，不适用《办法》的报告程序；报案、行业和其他法律法规要求的报告不受影响。等级应当对照附件全部标准研判，不能只看数字。",
    "With the grade general (一般) as given, the reporting procedure of the Measures does not apply; reporting a case, and reports under sector rules and other laws and regulations, are not affected. Grade against all criteria of the annex, not the numbers alone.",
)
