"""What the Provisions ask of someone who has a vulnerability on the table."""

from __future__ import annotations

from calculators.kernel.facts import Choice, Fact, time_left_from, yes_no
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Text

_WORK = "vulnerability-provisions"

ROLES = (
    Choice(
        value="provider",
        label=Text("网络产品提供者", "Network product provider"),
        help=Text(
            "提供存在漏洞的硬件或者软件", "Provides the hardware or software that has the vulnerability"
        ),
    ),
    Choice(
        value="operator",
        label=Text("网络运营者", "Network operator"),
        help=Text(
            "其网络、信息系统及其设备存在漏洞",
            "Has the vulnerability in its networks, information systems or equipment",
        ),
    ),
    Choice(
        value="finder",
        label=Text("漏洞的发现者、收集者", "Finder"),
        help=Text("从事漏洞发现、收集的组织或者个人", "Discovers or collects vulnerabilities"),
    ),
    Choice(
        value="platform",
        label=Text("漏洞收集平台", "Collection platform"),
        help=Text("收集他人产品的漏洞信息", "Collects vulnerability information on others' products"),
    ),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)

QUESTIONS: tuple[Fact, ...] = (
    Fact(
        name="role",
        kind="choice",
        label=Text("您是哪一方？", "What is your role?"),
        help=Text(
            "兼有几种身份的，请分别计算。",
            "If you are more than one of these, run the calculator once for each.",
        ),
        basis=(f"{_WORK}:art-2-p1",),
        choices=ROLES,
    ),
    Fact(
        name="aware_at",
        kind="instant",
        label=Text("何时发现或者获知该漏洞？", "When did you find out about the vulnerability?"),
        required_of=Text("提供者、运营者必填", "required of a provider and an operator"),
        basis=(f"{_WORK}:art-7-p1-i1", f"{_WORK}:art-8-p1"),
        short=Text("发现时间", "time of discovery"),
        timeline=Text("发现或者获知", "Discovered or learned of"),
        starts_the_case=True,
    ),
    yes_no(
        "upstream",
        Text("漏洞是否存在于上游产品或者组件？", "Does it lie in an upstream product or component?"),
        (f"{_WORK}:art-7-p1-i1",),
    ),
    yes_no(
        "users_must_act",
        Text("是否需要产品用户升级或者采取其他措施？", "Do users have to upgrade or take other measures?"),
        (f"{_WORK}:art-7-p1-i3",),
    ),
    Fact(
        name="log_created_on",
        kind="date",
        label=Text("接收日志是哪一天形成的？", "On which date was the intake log entry made?"),
        help=Text(
            "用来算日志至少保存到哪一天。", "The log must be kept for a time that starts on this date."
        ),
        basis=(f"{_WORK}:art-5-p1",),
        short=Text("日志形成日期", "date of the log entry"),
        timeline=Text("接收日志形成", "Log entry made"),
        starts_the_case=True,
    ),
    time_left_from((f"{_WORK}:art-7-p1-i2",)),
)
