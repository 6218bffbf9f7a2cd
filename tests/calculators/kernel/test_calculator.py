"""What is refused when a rule, a clock or a calculator is made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.catalogue import CALCULATORS
from calculators.kernel.duties.clocks import FromInstant, FromReceipt, InDays, KeepMonths, OverDays
from calculators.kernel.duties.limits import days, hours, minutes, months
from calculators.kernel.logic import all_of, any_of, fact_is
from calculators.kernel.requirements import Requirement

LIMITS = (hours(24), minutes(30), days(2), months(6))
REPORT = CALCULATORS["incident-report"]
DISCLOSURE = CALCULATORS["disclosure"]


@pytest.mark.parametrize(
    ("clock", "takes"),
    [
        (lambda limit: FromInstant("aware_at", limit), (hours(24), minutes(30))),
        (lambda limit: FromReceipt("report-cii", "received_at", limit), (hours(24), minutes(30))),
        (lambda limit: OverDays("handled_on", limit), (days(2),)),
        (lambda limit: InDays("aware_at", limit), (days(2),)),
        (lambda limit: KeepMonths("log_created_on", limit), (months(6),)),
    ],
    ids=["from-instant", "from-receipt", "over-days", "in-days", "keep-months"],
)
def test_a_clock_takes_only_its_own_limits(clock, takes):
    for limit in LIMITS:
        if limit in takes:
            assert clock(limit).limit is limit
        else:
            with pytest.raises(TypeError, match="takes"):
                clock(limit)


def is_(fact, *values):
    return fact_is(fact, *values, zh="是", en="it is")


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (is_("gradee", "major"), "asks for gradee, which no question gives"),
        (is_("grade", "major", "relatively_majr"), "whether grade is relatively_majr, which is no answer"),
        (is_("grade", "unknown"), "whether grade is unknown"),
        (is_("aware_at", "yes"), "whether aware_at is yes"),
        (all_of(is_("cii", "yes"), any_of(is_("grade", "major"), is_("crime", "yes"))), "asks for crime"),
    ],
)
def test_a_condition_names_facts_and_values_that_a_question_gives(condition, sentence):
    rule = replace(REPORT.rules[0], condition=condition)
    with pytest.raises(ValueError, match=f"incident-report: report-cii .*{sentence}"):
        replace(REPORT, rules=(rule, *REPORT.rules[1:]))


def test_so_does_a_requirement():
    wrong = replace(DISCLOSURE.requirements[0], condition=is_("patched", "yes"))
    assert isinstance(wrong, Requirement)
    with pytest.raises(ValueError, match="asks for patched"):
        replace(DISCLOSURE, requirements=(wrong,))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"clock": FromInstant("awareat", hours(1))}, "counts from awareat, which is no instant"),
        ({"clock": OverDays("aware_at", days(2))}, "counts from aware_at, which is no date"),
        ({"clock": FromReceipt("no-such", "received_at", hours(1))}, "comes after no-such"),
        ({"after": "relay-cii"}, "comes after relay-cii"),
    ],
)
def test_a_clock_counts_from_what_is_asked_and_after_what_came_before(changes, sentence):
    rule = replace(REPORT.rules[0], **changes)
    with pytest.raises(ValueError, match=f"report-cii {sentence}"):
        replace(REPORT, rules=(rule, *REPORT.rules[1:]))


def test_a_calculator_begins_with_one_of_its_questions():
    with pytest.raises(ValueError, match="begins with acts, which is no question"):
        replace(DISCLOSURE, begins_with="acts")


AWARE = {"aware_at": "2026-11-21 14:30"}


def test_an_answer_that_was_not_declared_is_a_fault_of_the_rules():
    some = replace(REPORT, answers=REPORT.answers[1:])
    with pytest.raises(ValueError, match="incident-report: the answer report was not declared"):
        some.ask({**AWARE, "grade": "major"})
    assert some.answer({**AWARE, "grade": "general"}).conclusion.answer == "below_threshold"


def test_so_is_a_reading():
    some = replace(REPORT, readings=REPORT.readings[1:])
    with pytest.raises(ValueError, match="the readings in-force were not declared"):
        some.ask(AWARE)


def test_a_time_has_words_for_the_line_of_time_where_there_are_deadlines():
    mute = replace(REPORT.facts[0], timeline=None)
    with pytest.raises(ValueError, match="incident-report: aware_at has no words for the line of time"):
        replace(REPORT, facts=(mute, *REPORT.facts[1:]))
