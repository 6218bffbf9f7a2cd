"""What the Measures ask about a case."""

from __future__ import annotations

from calculators.kernel.facts import Choice, Fact, time_left_from, yes_no
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.quick import QuickAnswer, QuickQuestion
from calculators.kernel.text import Text

GRADES = (
    Choice(value="particularly_major", label=Text("特别重大", "Particularly major (特别重大)")),
    Choice(value="major", label=Text("重大", "Major (重大)")),
    Choice(value="relatively_major", label=Text("较大", "Relatively major (较大)")),
    Choice(
        value="relatively_major_or_above",
        label=Text("较大以上", "Relatively major (较大) or above"),
    ),
    Choice(value="general", label=Text("一般", "General (一般)")),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)

QUESTIONS: tuple[Fact, ...] = (
    Fact(
        name="aware_at",
        kind="instant",
        label=Text("何时发现或者获知该事件？", "When did you find out about the incident?"),
        basis=("incident-measures:art-4",),
        required=True,
        short=Text("发现时间", "time of discovery"),
        timeline=Text("发现或者获知", "Discovered or learned of"),
        starts_the_case=True,
    ),
    yes_no(
        "cii",
        Text("是否涉及关键信息基础设施？", "Is critical information infrastructure (CII) involved?"),
        ("incident-qa:q5-p1",),
        Text(
            "还不清楚，选“不确定”，先按1小时准备。",
            "Not sure? Prepare for 1 hour.",
        ),
    ),
    yes_no(
        "central_body",
        Text(
            "运营者是否属于中央和国家机关各部门或者其直属单位？",
            "Is the operator a department of the central and state organs, or directly under one?",
        ),
        ("incident-qa:q5-p2",),
    ),
    Fact(
        name="grade",
        kind="choice",
        label=Text("事件属于哪一级？", "How is the incident graded?"),
        help=Text(
            "还没定级，先按较大以上准备。",
            "Not graded yet? Assume relatively major (较大).",
        ),
        basis=("incident-measures:art-4", "incident-qa:q7-p1"),
        choices=GRADES,
        helped_by="incident-grade",
    ),
    yes_no(
        "suspected_crime",
        Text("是否涉嫌违法犯罪？", "Is a crime or unlawful act suspected?"),
        ("incident-qa:q5-p5",),
    ),
    yes_no(
        "sector_rules",
        Text("本行业领域是否另有专门规定？", "Does the sector have its own rules?"),
        ("incident-qa:q5-p4",),
    ),
    yes_no(
        "ransomware",
        Text("是否为勒索软件攻击？", "Is it a ransomware attack?"),
        ("incident-measures:art-7",),
    ),
    Fact(
        name="received_at",
        kind="instant",
        label=Text("对方何时收到首次报告？", "When was the first report received?"),
        help=Text(
            "用来算对方转报的时限；不填，按最晚可能的时间算。涉及关键信息基础设施的，填保护工作部门收到的时间。",
            "Starts the recipient's own clock. Leave empty to see the latest possible time. Where critical information infrastructure is involved, give the time of the protection department.",
        ),
        basis=("incident-qa:q5-p1", "incident-qa:q5-p2", "incident-qa:q5-p3"),
        short=Text("收到时间", "time of receipt"),
        timeline=Text("首次报告被收到", "First report received"),
    ),
    Fact(
        name="handled_on",
        kind="date",
        label=Text("处置哪一天结束？", "When did you finish handling the incident?"),
        help=Text("用来算总结报告的最后一天。", "The closing summary counts from this day."),
        basis=("incident-measures:art-8",),
        short=Text("处置结束日期", "end of handling"),
        timeline=Text("处置结束", "Handling ended"),
    ),
    time_left_from(("incident-measures:art-4",)),
)

ROUTE = QuickQuestion(
    label=Text("属于哪一类？", "Which of these is it?"),
    answers=(
        QuickAnswer(
            label=Text("涉及关键信息基础设施", "Critical information infrastructure (CII)"),
            facts={"cii": "yes", "central_body": "no"},
            duty="report-cii",
        ),
        QuickAnswer(
            label=Text(
                "中央和国家机关各部门及其直属单位",
                "A department of the central and state organs, or directly under one",
            ),
            facts={"cii": "no", "central_body": "yes"},
            duty="report-central",
        ),
        QuickAnswer(
            label=Text("其他网络运营者", "Any other network operator"),
            facts={"cii": "no", "central_body": "no"},
            duty="report-provincial",
        ),
        QuickAnswer(
            label=Text("前两类都是，两处都报", "First two: tell both"),
            facts={"cii": "yes", "central_body": "yes"},
            duty="report-cii",
        ),
        QuickAnswer(label=Text("还不清楚", "Not clear yet"), facts={}, duty="report-cii"),
    ),
)
"""The three routes of question 5, as an operator knows itself; until it is clear, the shortest limit leads."""
