"""``vulnerability-duties``: what must I do about this vulnerability, by when."""

from __future__ import annotations

from calculators.kernel.calculator import Calculator
from calculators.kernel.commencement import check_in_force, in_force_step
from calculators.kernel.duties.listing import (
    Duties,
    duty_step,
    first_due,
    listed_duties,
    open_facts,
    time_notes,
)
from calculators.kernel.duties.rule import judge_duties
from calculators.kernel.errors import MissingInput
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Answer, Conclusion, Reading
from calculators.kernel.finding.parts import Contacts, Contents, Databases, Filing, Penalties
from calculators.kernel.instants import brief_text
from calculators.kernel.logic import UNKNOWN, Truth
from calculators.kernel.text import Text
from calculators.vulnerabilities.duties import contents, readings
from calculators.vulnerabilities.duties.questions import QUESTIONS
from calculators.vulnerabilities.duties.rules import RULES, rules_on
from calculators.vulnerabilities.law.figures import COMMENCEMENT, IN_FORCE
from calculators.vulnerabilities.law.penalties import penalties
from calculators.vulnerabilities.law.readings_scope import (
    MAINTAINER_AS_PROVIDER,
    SERVICES_AS_PRODUCTS,
    territory_of,
)
from calculators.vulnerabilities.law.scope import scope_step

DUTIES = Answer("duties", "square", Text("有义务", "Duties"))
ENCOURAGED = Answer("encouraged", "circle", Text("鼓励", "Encouraged"))
OPEN = Answer("open", "diamond", Text("未定", "Open"))
_ANSWERS = {"finder": ENCOURAGED, UNKNOWN: OPEN}


def find(facts: Facts) -> Conclusion:
    """Find the duties that fall on one who has a vulnerability on the table.

    Raises MissingInput where a provider or an operator gives no time, OutOfForce before 2021-09-01
    (Article 16).
    """
    role = facts.answers["role"]
    aware_at = facts.instants.get("aware_at")
    if role in {"provider", "operator"} and aware_at is None:
        raise MissingInput("aware_at", _AWARE_AT)
    check_in_force(facts, ("aware_at", "log_created_on"), IN_FORCE, _OUT_OF_FORCE)
    day = facts.day("aware_at", "log_created_on")
    judged = list(judge_duties(rules_on(day), facts))
    listed = [duty for duty in judged if duty.truth is not Truth.NOT_MET]
    first = first_due([duty for duty in listed if duty.rule.timing == "limit"])
    return Conclusion(
        answer=_ANSWERS.get(role, DUTIES).value,
        answer_text=_ANSWER_TEXTS[role].fill(due=brief_text(first[0])) if first else _UNDATED[role],
        parts=(
            listed_duties(listed, first, facts),
            *contents.parts({duty.rule.id for duty in listed}),
            penalties(day),
        ),
        steps=(
            scope_step(),
            in_force_step(facts, "aware_at", basis=COMMENCEMENT, text=_IN_FORCE),
            *(duty_step(duty, facts) for duty in judged),
        ),
        readings=_readings({duty.rule.id for duty in listed}, facts),
        missing=open_facts(QUESTIONS, listed, facts),
        notes=(*time_notes(QUESTIONS, facts), *_notes(role)),
    )


def _notes(role: str) -> tuple[Text, ...]:
    return (
        _OTHER_LAWS,
        *((_ORGANISATIONS_ONLY,) if role == "finder" else ()),
        *((_PLATFORM_GUARDS,) if role == "platform" else ()),
    )


def _readings(listed: set[str], facts: Facts) -> tuple[Reading, ...]:
    role, upstream = facts.answers["role"], facts.answers["upstream"] != "no"
    return (
        *((readings.TWO_DAYS, readings.TWO_DAYS_START) if "report-nvdb" in listed else ()),
        *((readings.UPSTREAM_REPORT,) if "notify-upstream" in listed and upstream else ()),
        *((readings.SIX_MONTHS,) if "keep-log" in listed else ()),
        *territory_of(role),
        *((MAINTAINER_AS_PROVIDER, SERVICES_AS_PRODUCTS) if role in {"provider", UNKNOWN} else ()),
    )


CALCULATOR = Calculator(
    name="vulnerability-duties",
    title=Text("漏洞处置义务", "Vulnerability duties"),
    question=Text("这个漏洞要做什么、最迟何时？", "What must I do about this vulnerability, and by when?"),
    facts=QUESTIONS,
    begins_with="role",
    rules=RULES,
    readings=readings.READINGS,
    answers=(DUTIES, ENCOURAGED, OPEN),
    find=find,
    exercise=Text(
        "《规定》给这一方的，是义务还是鼓励？",
        "Duty or encouragement: which do the Provisions give this party?",
    ),
    parts=(Duties, Contents, Databases, Contacts, Filing, Penalties),
    at_once=Text("应当报送", "to be submitted"),
    headings={
        "duties": Text("应当做什么、最迟何时", "What must be done, by when"),
        "from_to": Text("谁做，向谁", "Who, to whom"),
        "contents": Text("报送平台的内容", "What to submit"),
    },
)

_AWARE_AT = Text(
    "请先回答：何时发现或者获知该漏洞？（提供者、运营者必填）",
    "Please answer first: when was the vulnerability discovered or learned of? (required of a provider and an operator)",
)
_OUT_OF_FORCE = Text(
    "《网络产品安全漏洞管理规定》自{since}起施行；所填的{given}在此之前，不适用。",
    "The Provisions have been in force since {since}; what was given, {given}, is before that.",
)
_OTHER_LAWS = Text(
    "其他法律法规可能另有更短的时限，如《网络数据安全管理条例》第十条（24小时），见“相关法律”；是否适用，本站不作判断。",
    "Other laws and regulations may set a shorter limit, such as Article 10 of the Network Data Security Regulations (24 hours): see "
    "“Related laws”; whether it applies is not decided here.",
)
_ORGANISATIONS_ONLY = Text(
    "第十一条约束从事漏洞发现、收集的组织；个人发现者不在其列。",
    "Article 11 binds organisations engaged in discovery or collection; an individual finder is not among them.",
)
_PLATFORM_GUARDS = Text(
    "收集平台由从事漏洞收集的组织设立的，第十一条同样适用。",
    "Where the platform is run by an organisation engaged in collection, Article 11 applies as well.",
)
_IN_FORCE = Text(
    "《规定》自2021年9月1日起施行。",
    "The Provisions have been in force since 1 September 2021.",
)
_ANSWER_TEXTS = {
    "provider": Text(
        "应当报送：最迟{due}，网络产品提供者报工业和信息化部漏洞平台（第七条第一款第（二）项）。同时立即验证（同款第（一）项），及时修补"
        "（同款第（三）项）。",
        "You must submit it to the MIIT platform by {due} under Article 7, paragraph 1, item (2). Verify it immediately "
        "(item (1)) and patch promptly (item (3)).",
    ),
    UNKNOWN: Text(
        "未定：要看您是哪一方。是网络产品提供者的，最迟{due}报工业和信息化部漏洞平台（第七条第一款第（二）项）；确定之前，先照此准备。",
        "It depends on your role. If you provide the product, submit it to the MIIT platform by {due} under Article 7, paragraph "
        "1, item (2); prepare for that now.",
    ),
}
_UNDATED = {
    "operator": Text(
        "应当立即采取措施，及时验证并完成修补（第八条第一款）；《规定》没有设定固定的时限。",
        "You must take measures immediately, and verify and patch promptly (Article 8, paragraph 1); the Provisions set no fixed "
        "limit.",
    ),
    "finder": Text(
        "没有报告的义务：第六条第一款鼓励向产品提供者通报，第十条第二款鼓励向该款列明的平台报送。组织应当防范信息泄露（第十一条第一款）。",
        "You have no duty to report: Article 6, paragraph 1, encourages telling the provider, and Article 10, paragraph 2, "
        "submitting to the platforms that it names. An organisation must guard the information (Article 11, paragraph 1).",
    ),
    "platform": Text(
        "应当向工业和信息化部备案（第十条第一款），保持接收渠道畅通，留存接收日志不少于6个月（第五条第一款）。",
        "You must file with MIIT (Article 10, paragraph 1), keep the intake channel open and keep the logs for not less than 6 "
        "months (Article 5, paragraph 1).",
    ),
    UNKNOWN: Text(
        "未定：有哪些义务，要看您是哪一方（第二条第一款）。",
        "It depends on your role which duties you have (Article 2, paragraph 1).",
    ),
}
