"""``disclosure``: may I disclose this vulnerability in this way."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import quote
from calculators.kernel.commencement import check_in_force, in_force_step
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Conclusion, Step
from calculators.kernel.finding.parts import Contacts, Penalties
from calculators.kernel.requirements import PERMITTED, Changes, OtherActs, changes, decide, missing, reasons
from calculators.kernel.text import Text, day_text
from calculators.vulnerabilities.disclosure.acts import ACTS, REPORT_PLATFORM, TELL_PROVIDER
from calculators.vulnerabilities.disclosure.messages import (
    ANSWER_TEXTS,
    ANSWERS,
    CONTRADICTIONS,
    OTHER_PROVISIONS,
    PROVIDER_MUST_SUBMIT,
)
from calculators.vulnerabilities.disclosure.questions import QUESTIONS
from calculators.vulnerabilities.disclosure.readings import READINGS, readings_for
from calculators.vulnerabilities.disclosure.rules import REQUIREMENTS
from calculators.vulnerabilities.law.contacts import CONTACTS
from calculators.vulnerabilities.law.figures import COMMENCEMENT, IN_FORCE
from calculators.vulnerabilities.law.penalties import penalties
from calculators.vulnerabilities.law.scope import scope_step


def find(facts: Facts) -> Conclusion:
    """Find whether an act of disclosure is permitted.

    Raises OutOfForce for an act before 2021-09-01 (Article 16).
    """
    check_in_force(facts, ("on",), IN_FORCE, _OUT_OF_FORCE)
    on = facts.dates.get("on")
    answers = facts.answers
    act = answers["act"]
    answer = decide(REQUIREMENTS, act, answers)
    return Conclusion(
        answer=answer,
        answer_text=ANSWER_TEXTS[act][answer].fill(why=reasons(REQUIREMENTS, act, answers)),
        parts=(
            changes(REQUIREMENTS, act, answers),
            _other_acts(act, answers),
            Contacts(contacts=CONTACTS),
            penalties(facts.day("on")),
        ),
        steps=(
            scope_step("satisfied"),
            in_force_step(
                facts,
                "on",
                basis=COMMENCEMENT,
                text=_IN_FORCE_ON.fill(day=day_text(on)) if on else _IN_FORCE,
                outcome="satisfied",
            ),
            *(each.step(act, answers) for each in REQUIREMENTS if act in each.acts),
            *_encouraged(act),
            *(each.step(act, answers) for each in REQUIREMENTS if act not in each.acts),
        ),
        readings=readings_for(act, answers),
        missing=missing(REQUIREMENTS, act, answers),
        notes=_notes(act, answer, answers),
    )


def _notes(act: str, answer: str, answers: Mapping[str, str]) -> tuple[Text, ...]:
    provider_submits = act == REPORT_PLATFORM and answers["actor"] == "provider"
    return (
        *((OTHER_PROVISIONS,) if answer == PERMITTED else ()),
        *((PROVIDER_MUST_SUBMIT,) if provider_submits else ()),
        *(note for facts, note in CONTRADICTIONS if _all(facts, answers)),
    )


def _other_acts(act: str, answers: Mapping[str, str]) -> OtherActs:
    others = [
        choice
        for choice in ACTS
        if choice.value != act and decide(REQUIREMENTS, choice.value, answers) == PERMITTED
    ]
    return OtherActs(
        other_acts=tuple(each.value for each in others),
        other_acts_text=tuple(each.label for each in others),
    )


def _all(wanted: Mapping[str, str], answers: Mapping[str, str]) -> bool:
    return all(answers[name] == value for name, value in wanted.items())


def _encouraged(act: str) -> tuple[Step, ...]:
    step = {TELL_PROVIDER: _TO_THE_PROVIDER, REPORT_PLATFORM: _TO_A_PLATFORM}.get(act)
    return (step,) if step else ()


_TO_THE_PROVIDER = Step(
    rule="encouraged-to-provider",
    basis=(
        quote(
            "vulnerability-provisions:art-6-p1",
            "鼓励相关组织和个人向网络产品提供者通报其产品存在的安全漏洞",
            "Relevant organisations and individuals are encouraged to communicate to network product providers the security "
            "vulnerabilities existing in those providers' products",
        ),
    ),
    outcome="satisfied",
    text=Text("第六条鼓励向产品提供者通报。", "Article 6 encourages telling the provider."),
)
_TO_A_PLATFORM = Step(
    rule="encouraged-to-platform",
    basis=(
        quote(
            "vulnerability-provisions:art-10-p2",
            "鼓励发现网络产品安全漏洞的组织或者个人向",
            "Organisations or individuals that discover network product security vulnerabilities are encouraged to submit",
        ),
    ),
    outcome="satisfied",
    text=Text(
        "第十条第二款鼓励向所列平台报送。",
        "Article 10, paragraph 2, encourages reporting to the platforms it names.",
    ),
)

CALCULATOR = Calculator(
    name="disclosure",
    title=Text("漏洞披露判断", "Disclosure check"),
    question=Text("能否以这种方式披露该漏洞？", "May I disclose this vulnerability in this way?"),
    facts=QUESTIONS,
    rules=(),
    requirements=REQUIREMENTS,
    readings=READINGS,
    begins_with="act",
    answers=ANSWERS,
    exercise=Text("可以这样做吗？", "May it be done?"),
    find=find,
    parts=(Changes, OtherActs, Contacts, Penalties),
)

_OUT_OF_FORCE = Text(
    "《网络产品安全漏洞管理规定》自{since}起施行；所填日期{given}在此之前，不适用。",
    "The Provisions have been in force since {since}; the date given, {given}, is before that.",
)
_IN_FORCE = Text(
    "《规定》自2021年9月1日起施行；未填日期，按现行规定判断。",
    "The Provisions have been in force since 1 September 2021; no date was given, so they are applied.",
)
_IN_FORCE_ON = Text("《规定》在{day}已经施行。", "The Provisions were in force on {day}.")
