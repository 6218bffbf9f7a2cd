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
        label=Text(
            "较大以上，具体哪一级未定",
            "Relatively major (较大) or above, which of the three is not settled",
        ),
    ),
    Choice(value="general", label=Text("一般", "General (一般)")),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)

QUESTIONS: tuple[Fact, ...] = (
    Fact(
        name="aware_at",
        kind="instant",
        label=Text("何时发现或者获知该事件？", "When was the incident discovered or learned of?"),
        basis=("incident-measures:art-4",),
        required=True,
        short=Text("发现时间", "time of discovery"),
        timeline=Text("发现或者获知", "Discovered or learned of"),
        starts_the_case=True,
    ),
    yes_no(
        "cii",
        Text("是否涉及关键信息基础设施？", "Does it involve critical information infrastructure?"),
        ("incident-qa:q5-p1",),
        Text(
            "尚不能确定的，选“不确定”，两种情形的报告义务都会列出。",
            "If this is not yet clear, choose “Not sure”: the duties for either case are then listed.",
        ),
    ),
    yes_no(
        "central_body",
        Text(
            "运营者是否属于中央和国家机关各部门或者其直属单位？",
            "Is the operator a department of the central and state organs or a unit directly under one?",
        ),
        ("incident-qa:q5-p2",),
    ),
    Fact(
        name="grade",
        kind="choice",
        label=Text("事件属于哪一级？", "Which grade is the incident?"),
        help=Text(
            "对照附件定级。已经达到较大、还没分清是哪一级的，选“较大以上”；还没定级的，选“不确定”，先按较大以上准备。",
            "Check the annex. If it surely reaches relatively major (较大) and only the exact grade is open, choose “or above”. "
            "Not graded yet? Choose “Not sure” and prepare as for relatively major.",
        ),
        basis=("incident-measures:art-4", "incident-qa:q7-p1"),
        choices=GRADES,
        helped_by="incident-grade",
    ),
    yes_no(
        "suspected_crime",
        Text("是否涉嫌违法犯罪？", "Is an unlawful or criminal act suspected?"),
        ("incident-qa:q5-p5",),
    ),
    yes_no(
        "sector_rules",
        Text("本行业领域是否另有专门规定？", "Does the sector have rules of its own?"),
        ("incident-qa:q5-p4",),
    ),
    yes_no(
        "ransomware",
        Text("是否为勒索软件攻击？", "Is it a ransomware attack?"),
        ("incident-measures:art-7",),
        Text("仅影响报告内容，不影响时限。", "This changes what the report contains, not the time limits."),
    ),
    Fact(
        name="received_at",
        kind="instant",
        label=Text("接收单位何时收到首次报告？", "When did the recipient receive the first report?"),
        help=Text(
            "涉及关键信息基础设施的，指保护工作部门收到之时。填写后，转报的时限自收到时起算；未填写的，按前一环节用足时限推算最迟可能的时间。",
            "Where critical information infrastructure is involved: when the protection department did. The relay's limit then runs from receipt; until it is known, the latest possible time is shown.",
        ),
        basis=("incident-qa:q5-p1", "incident-qa:q5-p2", "incident-qa:q5-p3"),
        short=Text("收到时间", "time of receipt"),
        timeline=Text("首次报告被收到", "First report received"),
    ),
    Fact(
        name="handled_on",
        kind="date",
        label=Text("事件处置于哪一日结束？", "On which date did handling of the incident end?"),
        help=Text("用于计算总结报告的期限。", "The closing summary is counted from this date."),
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
            label=Text("涉及关键信息基础设施", "Critical information infrastructure is involved"),
            facts={"cii": "yes", "central_body": "no"},
            duty="report-cii",
        ),
        QuickAnswer(
            label=Text(
                "中央和国家机关各部门及其直属单位",
                "A department of the central or state organs, or a unit directly under one",
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
            label=Text("前两类都是", "Both of the first two"),
            facts={"cii": "yes", "central_body": "yes"},
            duty="report-cii",
        ),
        QuickAnswer(label=Text("还不清楚", "Not clear yet"), facts={}, duty="report-cii"),
    ),
)
"""The three routes of question 5, as an operator knows itself; until it is clear, the shortest limit leads."""
