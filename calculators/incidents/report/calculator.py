"""``incident-report``: who must be told of this incident, by when, with what."""

from __future__ import annotations

from dataclasses import replace

from calculators.incidents.law.figures import IN_FORCE
from calculators.incidents.report import readings, readings_scope
from calculators.incidents.report.answers import answer_text
from calculators.incidents.report.contents import channels, contents
from calculators.incidents.report.questions import QUESTIONS, ROUTE
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
from calculators.kernel.logic import Truth, all_of
from calculators.kernel.text import Text, day_text

REPORT = Answer("report", "square", Text("应当报告", "Report"))
BELOW_THRESHOLD = Answer("below_threshold", "circle", Text("不适用报告程序", "Below the threshold"))
OPEN = Answer("open", "diamond", Text("未定", "Open"))
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
        answer_text=answer_text(threshold, listed, facts),
        parts=(listed_duties(listed, first, facts), contents(facts, reported=reported), channels()),
        steps=(*opening_steps(facts), *(duty_step(duty, facts) for duty in judged)),
        readings=_readings(threshold, {duty.rule.id for duty in listed}, facts),
        missing=open_facts(QUESTIONS, listed, facts),
        notes=(
            *time_notes(QUESTIONS, facts),
            *((_TWO_RECEIPTS, _OFFICE_NOT_KNOWN) if _two_receipts(facts) else ()),
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
        raise BadInput("handled_on", _HANDLED_EARLY.fill(day=day_text(aware_at.date())))


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
        readings_scope.SYSTEM_ABROAD,
        *((readings_scope.OPERATOR_ABROAD, readings_scope.GROUP) if may_be_abroad else ()),
        readings_scope.LEARNED_THROUGH_SUPPLIER,
    )


CALCULATOR = Calculator(
    name="incident-report",
    title=Text("网络安全事件报告时限", "Incident reporting deadlines"),
    question=Text(
        "发生了网络安全事件，报给谁、最迟何时、报告什么？",
        "Whom must you tell of this incident, by when, and what must you say?",
    ),
    facts=QUESTIONS,
    rules=RULES,
    readings=readings.READINGS,
    answers=(REPORT, BELOW_THRESHOLD, OPEN),
    at_once=Text("首报必写", "in the first report"),
    headings={"channels": Text("12387报告渠道", "12387 channels")},
    quick=ROUTE,
    exercise=Text("首次报告报给谁，最迟多久？", "The first report: to whom, within what time?"),
    find=find,
    parts=(Duties, Contents, Channels),
)

_OUT_OF_FORCE = Text(
    "《国家网络安全事件报告管理办法》自{since}起施行；所填时间{given}在此之前，不适用。",
    "The Measures have been in force since {since}; the time given, {given}, is before that.",
)
_TWO_RECEIPTS = Text(
    "两条报告路径可能同时适用，所填的收到时间不能确定是哪一单位收到的；转报时限按较早者列出，各接收单位的时限分别自其收到之时起算。",
    "Two routes may apply at once, so the time of receipt does not say who received the report: each relay is listed at the earlier time, "
    "and each recipient's limit runs from its own receipt.",
)
_OTHER_LAWS = Text(
    "其他法律法规可能对同一事件另设报告、通知义务，见“相关法律”；是否适用，本站不作判断。",
    "Other laws and regulations may set further duties to report or notify for the same event: see “Related laws”; whether they "
    "apply is not decided here.",
)
_RECEIVED_EARLY = Text(
    "收到首次报告的时间早于发现或者获知事件的时间。请核对这两个时间。",
    "The report cannot have been received before the incident was discovered or learned of; check both times.",
)
_HANDLED_EARLY = Text(
    "处置结束不能早于发现：按北京时间，事件是{day}发现或者获知的。请填写北京时间的日期。",
    "Handling cannot have ended before the incident was discovered or learned of, which in Beijing time was {day}. Give the date in Beijing time.",
)
_OFFICE_NOT_KNOWN = Text(
    "所填收到时间是不是本部门网信工作机构收到的时间，不能确定：向该机构的报告仍按没有收到计算。",
    "Whether the time of receipt given is that of the department's own cyberspace office is not certain: the report to it is "
    "still counted as not received.",
)
