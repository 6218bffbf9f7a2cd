"""What the Provisions ask about a disclosure."""

from __future__ import annotations

from calculators.kernel.facts import Choice, Fact, yes_no
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.acts import ACTS

_WORK = "vulnerability-provisions"

ACTORS = (
    Choice(
        value="finder",
        label=Text("漏洞的发现者、收集者", "Someone who discovers or collects vulnerabilities"),
    ),
    Choice(value="provider", label=Text("网络产品提供者", "The network product provider")),
    Choice(value="operator", label=Text("网络运营者", "A network operator")),
    Choice(value="platform", label=Text("漏洞收集平台", "A vulnerability collection platform")),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)

QUESTIONS: tuple[Fact, ...] = (
    Fact(
        name="act",
        kind="choice",
        label=Text("准备告诉谁？", "Whom do you want to tell?"),
        basis=(f"{_WORK}:art-9-p1",),
        choices=ACTS,
        required=True,
    ),
    Fact(
        name="actor",
        kind="choice",
        label=Text("由谁披露？", "Who discloses it?"),
        help=Text(
            "不影响结论，可以不答。",
            "The answer stays the same; you may skip this.",
        ),
        basis=(f"{_WORK}:art-2-p1", f"{_WORK}:art-9-p1"),
        choices=ACTORS,
    ),
    Fact(
        name="on",
        kind="date",
        label=Text("哪一天披露？", "On which date?"),
        help=Text(
            "《规定》自2021年9月1日起施行。", "The Provisions have been in force since 1 September 2021."
        ),
        basis=(f"{_WORK}:art-16-p1",),
        short=Text("披露日期", "date of disclosure"),
    ),
    yes_no(
        "unlawful_purpose",
        Text(
            "有没有非法收集、出售、发布漏洞信息，或者明知他人危害网络安全还提供帮助？",
            "Is the information being collected, sold or published illegally, or would it help someone you know is endangering cybersecurity?",
        ),
        (f"{_WORK}:art-4-p1",),
    ),
    yes_no(
        "attack_tool",
        Text(
            "是否附带专门用于利用该漏洞危害网络安全的程序或者工具？",
            "Will you include a program or tool made to exploit it against cybersecurity?",
        ),
        (f"{_WORK}:art-9-p1-i4",),
        Text(
            "可以直接用于攻击的代码，即使自称概念验证（PoC），从严答“是”。",
            "Working attack code, even if called a proof of concept (PoC)? On the strict reading answer “Yes”.",
        ),
    ),
    yes_no(
        "already_public",
        Text("该漏洞信息是否已经公开？", "Is the information already public?"),
        (f"{_WORK}:art-9-p1-i7",),
    ),
    yes_no(
        "patch_available",
        Text("产品提供者是否已经提供修补措施？", "Has the provider provided patching measures?"),
        (f"{_WORK}:art-9-p1-i1",),
        Text(
            "只有缓解办法，如关闭功能、更改配置的，从严答“否”。",
            "Only a mitigation, such as switching a function off or changing a setting? On the strict reading answer “No”.",
        ),
    ),
    yes_no(
        "negotiated",
        Text(
            "是否已与产品提供者共同评估协商提前发布？",
            "Have you and the provider assessed and negotiated early release together?",
        ),
        (f"{_WORK}:art-9-p1-i1",),
    ),
    yes_no(
        "reported",
        Text(
            "是否已向工业和信息化部、公安部报告？",
            "Has it been reported to the Ministry of Industry and Information Technology (MIIT) and the Ministry of Public Security (MPS)?",
        ),
        (f"{_WORK}:art-9-p1-i1",),
    ),
    yes_no(
        "assessed",
        Text("工业和信息化部、公安部是否已组织评估？", "Have MIIT and MPS organised their assessment?"),
        (f"{_WORK}:art-9-p1-i1",),
    ),
    yes_no(
        "operator_details",
        Text(
            "是否含有网络运营者在用系统的漏洞细节？",
            "Does it give details of a vulnerability in systems that an operator is running?",
        ),
        (f"{_WORK}:art-9-p1-i2",),
    ),
    yes_no(
        "hype",
        Text(
            "是否刻意夸大危害和风险，或者用于恶意炒作、诈骗、敲诈勒索？",
            "Does it deliberately exaggerate the harm, or is it used for malicious hype, fraud or extortion?",
        ),
        (f"{_WORK}:art-9-p1-i3",),
    ),
    yes_no(
        "remedy_published",
        Text("是否同步发布修补或者防范措施？", "Are patching or preventive measures published with it?"),
        (f"{_WORK}:art-9-p1-i5",),
    ),
    yes_no(
        "major_event",
        Text("是否在国家举办重大活动期间？", "Is the state holding a major event at the time?"),
        (f"{_WORK}:art-9-p1-i6",),
    ),
    yes_no(
        "mps_consent",
        Text("公安部是否已经同意？", "Has MPS agreed?"),
        (f"{_WORK}:art-9-p1-i6",),
    ),
    yes_no(
        "principled",
        Text(
            "是否必要、真实、客观，并有利于防范网络安全风险？",
            "Is it necessary, truthful and objective, and does it help to prevent cybersecurity risk?",
        ),
        (f"{_WORK}:art-9-p1",),
    ),
)
