"""``sample-report``: by when must this sample event be reported."""

from __future__ import annotations

from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import quote
from calculators.kernel.duties.clocks import FromInstant
from calculators.kernel.duties.limits import hours
from calculators.kernel.duties.listing import Duties, duty_step, first_due, listed_duties, open_facts
from calculators.kernel.duties.rule import DutyRule, judge_duties
from calculators.kernel.facts import Fact, Facts, yes_no
from calculators.kernel.finding import Answer, Conclusion
from calculators.kernel.logic import Truth, fact_is
from calculators.kernel.text import Text

QUESTIONS = (
    Fact(
        name="seen_at",
        kind="instant",
        label=Text("何时发现该样例事件？", "When was the sample event noticed?"),
        basis=("sample-measures:art-2-p1",),
        required=True,
        timeline=Text("发现", "Noticed"),
        starts_the_case=True,
    ),
    yes_no(
        "large", Text("是否为大型样例事件？", "Is it a large sample event?"), ("sample-measures:art-2-p1",)
    ),
)
RULES = (
    DutyRule(
        id="report-sample",
        name=Text("样例报告", "Sample report"),
        sender=Text("运营者", "Operator"),
        recipients=(Text("样例机关", "Sample Authority"),),
        timing="limit",
        timing_text=Text("24小时内", "within 24 hours"),
        condition=fact_is("large", "yes", zh="是大型样例事件", en="it is a large sample event"),
        basis=(quote("sample-measures:art-2-p1", "应当在24小时内", "within 24 hours"),),
        clock=FromInstant("seen_at", hours(24)),
    ),
)
ANSWERS = {
    Truth.MET: (
        Answer("report", "square", Text("应当报告", "Report")),
        Text("应当报告。", "A report is due."),
    ),
    Truth.NOT_MET: (Answer("none", "circle", Text("无须报告", "None")), Text("无须报告。", "None is due.")),
    Truth.OPEN: (Answer("open", "diamond", Text("待定", "Open")), Text("待定。", "Open.")),
}


def find(facts: Facts) -> Conclusion:
    """Find the one duty."""
    judged = list(judge_duties(RULES, facts))
    listed = [duty for duty in judged if duty.truth is not Truth.NOT_MET]
    answer, text = ANSWERS[judged[0].truth]
    return Conclusion(
        answer=answer.value,
        answer_text=text,
        parts=(listed_duties(listed, first_due(listed), facts),),
        steps=tuple(duty_step(duty, facts) for duty in judged),
        readings=(),
        missing=open_facts(QUESTIONS, listed, facts),
    )


CALCULATOR = Calculator(
    name="sample-report",
    title=Text("样例报告时限", "Sample report deadline"),
    question=Text("样例事件最迟何时报告？", "By when must a sample event be reported?"),
    facts=QUESTIONS,
    rules=RULES,
    answers=tuple(answer for answer, _ in ANSWERS.values()),
    find=find,
    parts=(Duties,),
)
