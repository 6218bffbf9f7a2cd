"""Our words around a calculator, in both languages: those that the build writes and those that the script says."""

from __future__ import annotations

from calculators.kernel.calculator import Calculator
from calculators.kernel.finding import AT_ONCE, MAY_FOLLOW, OUTCOME_WORDS
from calculators.kernel.text import Text
from publisher.calculator.result_messages import RESULT

# What the build writes into the page.
OPTIONAL = Text("选填", "Optional")
REQUIRED = Text("必填", "required")
BASIS = Text("依据：", "Basis: ")
ASKED = Text("常见问题：", "Often asked: ")
INSTANT_HINT = Text(
    "如 2026-11-21 14:30；未写时区的，按北京时间理解。",
    "For example 2026-11-21 14:30; read as Beijing time unless you write an offset.",
)
DATE_HINT = Text("如 2026-11-21", "For example 2026-11-21")
PRIVATE = Text(
    "填写的内容只在本机浏览器中计算，不会发送到任何地方。",
    "What you enter is worked out in your own browser and is not sent anywhere.",
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
REQUIREMENTS = Text("各种方式应当符合的要求", "What each way must satisfy")
REQUIREMENTS_HELP = Text(
    "下表与上面的判断使用同一套规则：●表示该要求约束这种方式，–表示不约束。",
    "This table is made from the same rules that answer above: ● the requirement binds this way, – it does not.",
)
REQUIREMENT = Text("要求", "Requirement")
BINDS = Text("约束", "binds")
BINDS_NOT = Text("不约束", "does not bind")
BRACKETS = Text("（{text}）", "({text})")
RULES = Text("全部义务和时限", "All duties and limits")
RULES_HELP = Text(
    "下表与上面的计算使用同一套规则。",
    "This table is made from the same rules that answer above.",
)
CONDITION = Text("适用情形", "Where it applies")
AND = Text("，并且", ", and ")
OR = Text("，或者", ", or ")
CASES = Text("示例", "Worked cases")
CASES_OR_EXERCISES_HELP = Text(
    "选择一例，即按其情况填写上面的表单并显示结论；也可以作为练习，先作判断，再看结论。",
    "Choose one to fill in the form with its facts and see the answer, or take it as an exercise: judge first, then compare.",
)
EXERCISE = Text("作为练习", "Take it as an exercise")
EXERCISE_OF = Text("：{title}", ": {title}")
CASES_HELP = Text(
    "选择一例，即按其情况填写上面的表单并显示结论。",
    "Choose one to fill in the form with its facts and see the answer.",
)

DUTY = Text("事项", "Duty")
FROM_TO = Text("由谁报告，报给谁", "Who tells whom")
BY = Text("时限", "By when")
TABLE_BASIS = Text("依据", "Basis")
TO = Text("报至", "to")

SCRIPT: dict[str, Text] = {
    **RESULT,
    "loading": Text("正在准备计算，可以先填写。", "Getting ready. You can fill in the form meanwhile."),
    "downloading": Text(
        "正在准备计算，可以先填写：已下载 {done} / {total} MB。",
        "Getting ready; you can fill in the form meanwhile: {done} of {total} MB.",
    ),
    "starting": Text("下载完毕，正在启动。", "Download complete, starting."),
    "prompt": Text("请先回答：", "Please answer first: "),
    "try_again": Text("重试", "Try again"),
    "slow": Text(
        "启动较慢：已下载 {done} / {total} MB。可以继续等待，也可以停止，直接查阅下面的规则表。",
        "This is slow: {done} of {total} MB so far. You can go on waiting, or stop and read the table of rules below.",
    ),
    "stop": Text("停止", "Stop"),
    "failed_download": Text("计算程序未能完整下载。", "The calculator did not download completely."),
    "failed_missing": Text(
        "服务器上缺少计算程序的一部分。", "A part of the calculator is missing on the server."
    ),
    "failed_altered": Text(
        "收到的计算程序与本站发布的不一致，没有运行。",
        "What arrived is not the calculator that this site published. It was not run.",
    ),
    "failed_script": Text(
        "计算程序已经下载，浏览器拒绝运行。",
        "The calculator was downloaded, but the browser refused to run it.",
    ),
    "failed_no_worker": Text(
        "浏览器未能启动后台程序，可能版本过旧，或者连接中断。",
        "The browser could not start the background worker: it may be too old, or the connection broke off.",
    ),
    "failed_no_wasm": Text(
        "浏览器不支持或者禁用了 WebAssembly，无法在本页计算。",
        "The browser lacks WebAssembly or it is switched off, so nothing can be worked out on this page.",
    ),
    "failed_start": Text("计算程序未能启动。", "The calculator did not start."),
    "failed_crash": Text("计算程序意外中止。", "The calculator stopped unexpectedly."),
    "failed_stopped": Text("已停止启动计算程序。", "Stopped before the calculator had started."),
    "failed_what_now": Text(
        "填写的内容仍在。请检查网络后重试；也可以直接查阅下面的规则表。",
        "What you entered is still there. Check the connection and try again, "
        "or read the table of rules below.",
    ),
    "now_missing": Text(
        "可能正在更新。请刷新页面后重试；仍不成功的，请告知本站维护者。规则表见下面。",
        "The site may just be changing. Reload the page and try again; if that does not help, tell whoever runs "
        "this site. The table of rules is below.",
    ),
    "now_altered": Text(
        "可能是网络设备或者浏览器缓存改动了文件。请重试；仍不成功的，请换一个网络，并告知本站维护者。规则表见下面。",
        "Something on the network, or a damaged copy in the browser, changed the file. Try again; if that does "
        "not help, use another network and tell whoever runs this site. The table of rules is below.",
    ),
    "now_script": Text(
        "可能是服务器设置有误。请重试；仍不成功的，请告知本站维护者。规则表见下面。",
        "The server may be set up wrongly. Try again; if that does not help, tell whoever runs this site. "
        "The table of rules is below.",
    ),
    "now_no_worker": Text(
        "请换用较新的浏览器，或者检查网络后重试；也可以直接查阅下面的规则表。",
        "Use a newer browser, or check the connection and try again; or read the table of rules below.",
    ),
    "now_no_wasm": Text(
        "请换用较新的浏览器，或者请管理员允许本站使用 WebAssembly，然后重试；也可以直接查阅下面的规则表。",
        "Use a newer browser, or ask your administrator to allow WebAssembly for this site, then try again; "
        "or read the table of rules below.",
    ),
    "now_crash": Text(
        "填写的内容仍在。请重试；也可以直接查阅下面的规则表。",
        "What you entered is still there. Try again, or read the table of rules below.",
    ),
    "now_stopped": Text(
        "填写的内容仍在。可以随时重新开始，也可以直接查阅下面的规则表。",
        "What you entered is still there. Start again whenever you like, or read the table of rules below.",
    ),
    "ignored": Text(
        "网址中有本页不能识别的内容，已忽略：{names}",
        "The address holds something this page does not know, which was ignored: {names}",
    ),
    "now": Text("现在", "Now"),
    "today": Text("今天", "Today"),
    "first_due": Text("首个时限", "First deadline"),
    "local_time": Text("您所在时区：{time}", "Your time zone: {time}"),
    "other_reading": Text("另一种理解：{time}", "On the other reading: {time}"),
    "duties": Text("由谁、向谁、何时报告", "Who must be told, by when"),
    "duty": DUTY,
    "from_to": FROM_TO,
    "by": BY,
    "basis": TABLE_BASIS,
    "to": TO,
    "list": Text("、", ", "),
    "open": Text("尚未确定的问题", "Still open"),
    "open_help": Text(
        "回答下列问题，可能改变结论或者适用的义务。",
        "An answer to these questions could change the answer or which duties apply.",
    ),
    "steps": Text("推理过程", "How this was worked out"),
    "facts_used": Text("所依据的回答", "Answers used"),
    **{f"outcome_{outcome}": text for outcome, text in OUTCOME_WORDS.items()},
    "readings": Text("条文未明确之处", "Where the text is silent"),
    "readings_help": Text(
        "以下各点条文没有写明。除另有注明外，结论采用从严的理解，另一种理解并列说明。",
        "The text does not settle these points. Unless it says otherwise, the answer takes the strict reading; the other stands beside it.",
    ),
    "strict": Text("从严理解", "Strict reading"),
    "other": Text("另一种理解", "Other reading"),
    "source": Text("来源", "Source"),
    "contents": Text("报告应当包括的内容", "What the report must contain"),
    "first_report": AT_ONCE,
    "may_follow": MAY_FOLLOW,
    "databases": Text("平台的专业漏洞库", "The platform's databases by kind of product"),
    "contacts": Text("通报和报送渠道", "Whom to tell, and where"),
    "filing": Text("漏洞收集平台备案", "Filing of collection platforms"),
    "penalties": Text("可能的法律责任", "Penalties that may follow"),
    "channels": Text("报告渠道", "Channels for reports"),
    "change": Text("更改", "Change"),
    "all_questions": Text("显示全部问题（另有{count}个）", "Show all questions ({count} more)"),
    "asked_questions": Text("只显示仍有影响的问题", "Show only the questions that still matter"),
    "left_to_ask": Text(
        "尚有{count}个问题会影响结论。", "Questions that could still change the answer: {count}."
    ),
    "changed_step": Text("{outcome}：{text}", "{outcome}: {text}"),
    "changes": Text("怎样才可以", "What would make it permitted"),
    "changes_all": Text("须同时具备：", "All of these:"),
    "changes_and_one": Text("并且具备下列任一组：", "and any one of these groups, in full:"),
    "changes_one": Text("下列各组，具备其中任一组即可：", "Any one of these groups, in full:"),
    "suppose": Text("假设如此，查看结论", "See the answer if so"),
    "other_acts": Text("目前可以采取的其他方式", "What is permitted now"),
    "other_acts_help": Text(
        "同样的情况，改用下列方式即为可以。选择一种，查看依据。",
        "On the same facts these ways are permitted. Choose one to see why.",
    ),
    "exercise": Text("练习", "Exercise"),
    "exercise_ask": Text(
        "请先作判断。选定之后显示结论、理由和依据。",
        "Judge first. Once you have chosen, the answer appears with its reasons.",
    ),
    "exercise_waits": Text("作出判断后显示结论。", "The answer appears once you have judged."),
    "exercise_right": Text("您的判断“{mine}”与结论一致。", "You said “{mine}”, and so does the answer."),
    "exercise_wrong": Text(
        "您的判断是“{mine}”，结论是“{answer}”。理由见下面的推理过程。",
        "You said “{mine}”; the answer is “{answer}”. The steps below say why.",
    ),
    "exercise_next": Text("下一题", "Next exercise"),
    "exercise_leave": Text("结束练习", "Leave the exercise"),
    "notes": Text("说明", "Notes"),
}
"""Every sentence that the script may say, by the key under which it asks for it."""


def script_words(calculator: Calculator) -> dict[str, Text]:
    """Return every sentence that the script may say on the page of a calculator."""
    return {**SCRIPT, "first_report": calculator.at_once, **calculator.headings}
