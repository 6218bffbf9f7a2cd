"""Our words around a calculator, in both languages: those that the build writes and those that the script says."""

from __future__ import annotations

from pathlib import Path

from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.states import (
    LEFT,
    LEFT_AT_MOST,
    LONG_PAST,
    LONG_PAST_AT_LEAST,
    MISSED,
    MISSED_AT_LEAST,
)
from calculators.kernel.finding import AT_ONCE, MAY_FOLLOW, OUTCOME_WORDS, STANDING
from calculators.kernel.text import Text
from publisher.html.messages import read_texts

# What the build writes into the page.
LATER = Text("逐项回答、以后再填的时间和依据", "Single answers, later times, provisions")
OWN_CLOCK = Text("剩余时间按本机时钟计算。", "Time left is counted by this device's clock.")
PREPARE = Text("先按{limit}", "prepare for {limit}")
GROUNDS = Text("各问的依据和常见问题", "The provisions behind these questions, and what people ask")
INSTANT_HINT = Text("北京时间，24小时制。", "Beijing time, 24-hour clock.")
DATE_HINT = Text("北京时间的日期。", "The date in Beijing.")
PICK_DATE = Text("日期（北京时间）", "Date in Beijing")
PICK_TIME = Text("时刻（北京时间）", "Time of day in Beijing")
AGO = {
    0: Text("刚刚", "Just now"),
    30: Text("半小时前", "30 minutes ago"),
    60: Text("1小时前", "1 hour ago"),
}
"""What is offered for a time, by the minutes since."""
TYPE_OR_PASTE = Text("也可以输入或者粘贴", "or type or paste it")
PRIVATE = Text(
    "填写的内容只在本机浏览器中计算，不会发送到任何地方。",
    "Your answers stay in your browser.",
)
SUBMIT = Text("显示结论", "Show the answer")
ANSWER = Text("结论", "Answer")
WAITING = Text("结论显示在这里。", "The answer appears here.")
NO_SCRIPT = Text(
    "浏览器未启用 JavaScript，无法在本页计算。全部义务和时限见下表，也可以从命令行计算。",
    "JavaScript is switched off, so nothing can be worked out on this page. "
    "All duties and limits are in the table below; the command line gives the same answers.",
)
NO_SCRIPT_ACTS = Text(
    "浏览器未启用 JavaScript，无法在本页判断。各种方式应当符合的要求见下表，也可以从命令行判断。",
    "JavaScript is switched off, so nothing can be judged on this page. "
    "The table below says what each way must satisfy; the command line gives the same answers.",
)
GRADE_BY_TABLE = Text("对照分级指标", "Check the indicators")
NO_SCRIPT_GRADING = Text(
    "浏览器未启用 JavaScript，无法在本页定级。各级的指标见上表，也可以从命令行定级。",
    "JavaScript is switched off, so nothing can be graded on this page. "
    "The table above has the indicators of each grade; the command line gives the same answers.",
)
REQUIREMENTS = Text("各种方式应当符合的要求", "What each way must satisfy")
REQUIREMENTS_HELP = Text(
    "●表示该要求约束这种方式，–表示不约束。",
    "● the requirement binds this way, – it does not.",
)
REQUIREMENT = Text("要求", "Requirement")
BINDS = Text("约束", "binds")
BINDS_NOT = Text("不约束", "does not bind")
BRACKETS = Text("（{text}）", "({text})")
RULES = Text("全部义务和时限", "All duties and limits")
CONDITION = Text("适用情形", "Where it applies")
AND = Text("，并且", ", and ")
OR = Text("，或者", ", or ")
FOOT = Text("全部规则和示例", "All rules, and worked cases")
CASES = Text("示例", "Worked cases")
CASES_HELP = Text(
    "选一例，就照它填好上面的表单，显示结论；也可以作为练习，先作判断，再看结论。",
    "Choose one to fill in the form with its facts and see the answer, or take it as an exercise: judge first, then compare.",
)
EXERCISE = Text("作为练习", "Take it as an exercise")
EXERCISE_OF = Text("：{title}", ": {title}")

DUTY = Text("事项", "Duty")
FROM_TO = Text("谁报给谁", "Who tells whom")
BY = Text("时限", "By when")
TABLE_BASIS = Text("依据", "Basis")
TO = Text("报至", "to")

SCRIPT: dict[str, Text] = {
    **read_texts(Path(__file__).with_name("script.toml")),
    **{f"outcome_{outcome}": text for outcome, text in OUTCOME_WORDS.items()},
    "left": LEFT,
    "missed": MISSED,
    "left_at_most": LEFT_AT_MOST,
    "missed_at_least": MISSED_AT_LEAST,
    "long_past": LONG_PAST,
    "long_past_at_least": LONG_PAST_AT_LEAST,
    "duty": DUTY,
    "by": BY,
    "basis": TABLE_BASIS,
    "first_report": AT_ONCE,
    "may_follow": MAY_FOLLOW,
    "standing": STANDING,
}
"""Every sentence that the script may say, by the key under which it asks for it."""


CALENDAR = {
    "title_due": Text("最迟{time}（北京时间）：{name}", "Due {time} (Beijing time): {name}"),
    "title_if": Text(
        "最迟{time}（北京时间，是否适用未定）：{name}", "Due {time} (Beijing time, if it applies): {name}"
    ),
    "title_keep": Text(
        "至少保存至{time}（北京时间）：{name}", "Keep until at least {time} (Beijing time): {name}"
    ),
    "title_done": Text("已办（最迟{time}，北京时间）：{name}", "Done (due {time}, Beijing time): {name}"),
    "title_cancelled": Text(
        "已取消（原为最迟{time}，北京时间）：{name}", "Cancelled (was due {time}, Beijing time): {name}"
    ),
    "other_reading": SCRIPT["other_reading"],
    "number": Text("日程编号：{id}", "Number of these events: {id}"),
}
"""What stands in a calendar file, in both languages at once."""


def script_words(calculator: Calculator) -> dict[str, Text]:
    """Return every sentence that the script may say on the page of a calculator."""
    return {**SCRIPT, "first_report": calculator.at_once, **calculator.headings}
