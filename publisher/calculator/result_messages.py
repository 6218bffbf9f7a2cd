"""Our words around a result: what can be done with it, the clock, the record, the comparison, the draft."""

from __future__ import annotations

from calculators.kernel.duties.listing import LEFT, LEFT_AT_MOST, MISSED, MISSED_AT_LEAST
from calculators.kernel.finding import STANDING
from calculators.kernel.text import Text

RESULT: dict[str, Text] = {
    # The clock
    "left": LEFT,
    "missed": MISSED,
    "left_at_most": LEFT_AT_MOST,
    "missed_at_least": MISSED_AT_LEAST,
    "clock": Text("按本机时钟，现在是北京时间 {time}", "By this device's clock it is now {time} in Beijing"),
    "ahead": Text(
        "“{label}”所填时间晚于本机时钟的现在。结果按所填时间计算；如本机时钟不准，请以实际时间为准。",
        "The time given under “{label}” lies after this device's present. It was taken as given; "
        "check the clock if that is not meant.",
    ),
    "understood": Text("即北京时间 {time}", "That is {time} in Beijing"),
    # What can be done with a result
    "actions": Text("对结论的操作", "With this answer"),
    "copy_text": Text("复制为文本", "Copy as text"),
    "copy_markdown": Text("复制为 Markdown", "Copy as Markdown"),
    "copy_link": Text("复制链接", "Copy link"),
    "print": Text("打印", "Print"),
    "calendar": Text("存为日历文件", "Save to calendar"),
    "keep": Text("保留此结论，作比较", "Keep, and compare"),
    "copied": Text("已复制。", "Copied."),
    "copy_by_hand": Text(
        "浏览器不允许直接复制，请从下框中复制：", "The browser does not allow copying; take it from this box:"
    ),
    "calendar_saved": Text(
        "已存为日历文件：每项有时限的义务一个日程，导入后再次导入会更新原有日程。",
        "Saved: one event for each duty with a deadline. Importing a later file replaces these events.",
    ),
    "calendar_failed": Text("未能生成日历文件，请重试。", "The calendar file could not be made. Try again."),
    # The line of time
    "timeline": Text("时间轴", "Timeline"),
    "timeline_same": Text(
        "时刻均为北京时间，内容与上表相同，间距不按比例。",
        "Beijing time, the same as in the table above; distances are not to scale.",
    ),
    "may_apply": Text("是否适用待定", "may apply"),
    "latest": Text("最迟可能的时间", "the latest possible"),
    # What if
    "compare": Text("比较", "What if"),
    "compare_help": Text(
        "改动上面的任一回答，“现在的结论”随之变化，保留的结论不变。",
        "Change any answer in the form: “Now” follows it, and the answer kept stays.",
    ),
    "kept": Text("保留的结论", "Kept"),
    "found_now": Text("现在的结论", "Now"),
    "moved": Text("变化", "What moved"),
    "answer": Text("结论", "Answer"),
    "absent": Text("无", "none"),
    "same": Text("相同", "the same"),
    "changed": Text("不同", "different"),
    "added": Text("新增", "added"),
    "gone": Text("不再有", "gone"),
    "later": Text("推后{length}", "{length} later"),
    "earlier": Text("提前{length}", "{length} earlier"),
    "forget": Text("结束比较", "Stop comparing"),
    "kept_said": Text("已保留此结论。", "This answer is kept."),
    "forgotten": Text("已结束比较。", "No longer comparing."),
    # The record
    "record": Text("记录", "Record"),
    "standing": STANDING,
    "inputs": Text("所填情况", "What was given"),
    "changes_record": Text("满足下列任一组条件即可", "What would make it permitted"),
    "other_acts_record": Text("目前可以采取的其他方式", "What is permitted now"),
    "made_at": Text("作出时间（按本机时钟）", "Made at (by this device's clock)"),
    "text_edition": Text("文本版本", "Edition of the text"),
    "version": Text("规则版本", "Edition of the rules"),
    "address": Text("网址", "Address"),
    "command": Text("得出同一结论的命令行", "The command line that gives the same finding"),
    "colon": Text("：", ": "),
    "dash": Text("；", "; "),
    # The draft
    "draft": Text("按上列各项起草", "Draft it, item by item"),
    "draft_private": Text(
        "在此填写的内容只留在本页，不会发送到任何地方，也不写入网址；关闭或者刷新页面后即不再保留。",
        "What you write here stays on this page: it is not sent anywhere and never part of the address. "
        "It is gone when the page is closed or loaded again.",
    ),
    "draft_empty": Text("（待填）", "(to be filled in)"),
    "copy_draft": Text("复制草稿", "Copy the draft"),
}
"""Every sentence that the script may say about a result, by the key under which it asks for it."""
