"""The reasoning in steps, in the order in which a person would check it."""

from __future__ import annotations

from calculators.incidents import figures
from calculators.incidents.rules import FLOOR, REPORTABLE
from calculators.kernel.citation import digest
from calculators.kernel.duties import Duty
from calculators.kernel.facts import Facts
from calculators.kernel.finding import OUTCOMES, Step
from calculators.kernel.instants import beijing_text, written
from calculators.kernel.logic import Truth, leaves_that_are
from calculators.kernel.text import Text, both, day_text, joined


def opening_steps(facts: Facts) -> tuple[Step, ...]:
    """Return what is settled before any duty: the Measures are in force, the clock runs, the grade counts."""
    aware_at = facts.instants["aware_at"]
    given = {"aware_at": written(aware_at)}
    threshold = REPORTABLE.judge(facts.answers)
    return (
        Step(
            rule="in-force",
            basis=(digest("incident-measures:art-14", "2S"),),
            outcome=OUTCOMES[Truth.MET],
            text=_IN_FORCE.fill(since=day_text(figures.IN_FORCE.date())),
            facts=given,
        ),
        Step(
            rule="clock-start",
            basis=(digest("incident-measures:art-4", "2S"),),
            outcome=OUTCOMES[Truth.MET],
            text=_CLOCK.fill(time=beijing_text(aware_at)),
            facts=given,
        ),
        Step(
            rule="threshold",
            basis=(FLOOR,),
            outcome=OUTCOMES[threshold],
            text=_THRESHOLD[threshold],
            facts={"grade": facts.answers["grade"]},
        ),
    )


def duty_step(duty: Duty, facts: Facts) -> Step:
    """Return how a rule came out: it applies, it does not and why, or what it depends on."""
    rule = duty.rule
    why = [leaf.said for leaf in leaves_that_are(duty.truth, rule.condition, facts.answers)]
    due = duty.due.strict
    by = _BY.fill(due=beijing_text(due)) if due and duty.truth is not Truth.NOT_MET else both("")
    return Step(
        rule=rule.id,
        basis=rule.basis,
        outcome=OUTCOMES[duty.truth],
        text=_DUTY[duty.truth].fill(duty=rule.name, why=joined(why), time=rule.timing_text, by=by),
        facts={leaf.fact: facts.answers[leaf.fact] for leaf in rule.condition.leaves()},
    )


_IN_FORCE = Text(
    "《办法》自{since}起施行，适用于本事件。",
    "The Measures have been in force since {since}; they apply to this incident.",
)
_CLOCK = Text(
    "运营者的时限自发现或者获知之时起算：{time}。",
    "The operator's limit runs from when the incident was discovered or learned of: {time}.",
)
_THRESHOLD = {
    Truth.MET: Text(
        "事件等级为较大以上，适用《办法》的报告程序。",
        "The grade is relatively major (较大) or above: the reporting procedure of the Measures applies.",
    ),
    Truth.NOT_MET: Text(
        "事件等级为一般，不适用《办法》的报告程序。",
        "The grade is general (一般): the reporting procedure of the Measures does not apply.",
    ),
    Truth.OPEN: Text(
        "事件等级尚未确定；较大以上的才适用《办法》的报告程序。",
        "The grade is open: the procedure applies only from relatively major (较大) up.",
    ),
}
_DUTY = {
    Truth.MET: Text(
        "{duty}：适用（{why}）。时限：{time}{by}。", "{duty}: applies ({why}). Time: {time}{by}."
    ),
    Truth.NOT_MET: Text(
        "{duty}：不适用，因为不满足“{why}”这一条件。", "{duty}: does not apply; not met: {why}."
    ),
    Truth.OPEN: Text(
        "{duty}：待定，尚须确认：{why}。时限：{time}{by}。",
        "{duty}: open; still to be settled: {why}. Time: {time}{by}.",
    ),
}
_BY = Text("，即{due}之前（含该时刻）", ", that is, no later than {due}")
