"""The first steps of the reasoning, before any duty is judged."""

from __future__ import annotations

from calculators.incidents.law import figures
from calculators.incidents.law.scope import SCOPE
from calculators.incidents.report.rules import FLOOR, REPORTABLE
from calculators.kernel.citation import digest
from calculators.kernel.commencement import in_force_step
from calculators.kernel.duties.listing import OUTCOMES
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Step
from calculators.kernel.instants import beijing_text, to_rfc3339
from calculators.kernel.logic import Truth
from calculators.kernel.text import Text, day_text


def opening_steps(facts: Facts) -> tuple[Step, ...]:
    """Return what is settled before any duty: whom the Measures bind, that they are in force, the clock runs, the grade counts."""
    aware_at = facts.instants["aware_at"]
    threshold = REPORTABLE.judge(facts.answers)
    clock = Step(
        rule="clock-start",
        basis=(digest("incident-measures:art-4", "INF"),),
        outcome=OUTCOMES[Truth.MET],
        text=_CLOCK.fill(time=beijing_text(aware_at)),
        facts={"aware_at": to_rfc3339(aware_at)},
    )
    return (
        SCOPE,
        in_force_step(
            facts,
            "aware_at",
            basis=digest("incident-measures:art-14", "2S"),
            text=_IN_FORCE.fill(since=day_text(figures.IN_FORCE)),
        ),
        Step(
            rule="threshold",
            basis=(FLOOR,),
            outcome=OUTCOMES[threshold],
            text=_THRESHOLD[threshold],
            facts={"grade": facts.answers["grade"]},
        ),
        *(() if threshold is Truth.NOT_MET else (clock,)),
    )


_IN_FORCE = Text(
    "《办法》自{since}起施行；所填发现或者获知的时间在施行之后。",
    "The Measures have been in force since {since}, and the incident was discovered or learned of since then.",
)
_CLOCK = Text(
    "从严理解，运营者的时限自发现或者获知之时起算：{time}；条文没有写明从何时起算。",
    "On the strict reading the operator's limit runs from when the incident was discovered or learned of: {time}; the text does not say from when the hours are counted.",
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
        "等级还没有确定；达到较大的，才适用《办法》的报告程序。",
        "The grade is open: the procedure applies only from relatively major (较大) up.",
    ),
}
