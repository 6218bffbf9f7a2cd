"""``disclosure``: may I disclose this vulnerability in this way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import quote
from calculators.kernel.errors import OutOfForce
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Finding, Step
from calculators.kernel.logic import Is
from calculators.kernel.requirements import PERMITTED, decide, minimal_changes, missing
from calculators.kernel.text import Text, day_text, joined
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
from calculators.vulnerabilities.law.contacts import CONTACTS, contacts_json
from calculators.vulnerabilities.law.figures import COMMENCEMENT, IN_FORCE
from calculators.vulnerabilities.law.penalties import penalties_json


def find(facts: Facts) -> Finding:
    """Find whether an act of disclosure is permitted.

    Raises OutOfForce for an act before 2021-09-01 (Article 16).
    """
    on = facts.dates.get("on")
    if on and on < IN_FORCE:
        raise OutOfForce("on", _OUT_OF_FORCE.fill(day=day_text(on)))
    answers = facts.answers
    act = answers["act"]
    answer = decide(REQUIREMENTS, act, answers)
    ways = minimal_changes(REQUIREMENTS, act, answers)
    return Finding(
        answer=answer,
        answer_text=ANSWER_TEXTS[act][answer],
        more={
            "changes": tuple(tuple(_named(leaf) for leaf in way) for way in ways),
            "changes_text": tuple(joined([leaf.text for leaf in way], Text("；", "; ")) for way in ways),
            "conditions": {_named(leaf): leaf.text for way in ways for leaf in way},
            "other_acts": _other_acts(act, answers),
            "other_acts_text": tuple(_label(each) for each in _other_acts(act, answers)),
            "contacts": contacts_json(CONTACTS),
            **penalties_json(),
        },
        steps=(
            *_in_force(on),
            *(each.step(act, answers) for each in REQUIREMENTS if act in each.acts),
            *_encouraged(act),
            *(each.step(act, answers) for each in REQUIREMENTS if act not in each.acts),
        ),
        readings=readings_for(act, answers["actor"]),
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


def _named(leaf: Is) -> str:
    (value,) = leaf.values
    return f"{leaf.fact}={value}"


def _label(act: str) -> Text:
    return next(choice.label for choice in ACTS if choice.value == act)


def _other_acts(act: str, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return the other acts that the same facts permit."""
    others = (choice.value for choice in ACTS if choice.value != act)
    return tuple(each for each in others if decide(REQUIREMENTS, each, answers) == PERMITTED)


def _all(wanted: Mapping[str, str], answers: Mapping[str, str]) -> bool:
    return all(answers[name] == value for name, value in wanted.items())


def _in_force(on: date | None) -> tuple[Step, ...]:
    text = _IN_FORCE if on is None else _IN_FORCE_ON.fill(day=day_text(on))
    return (
        Step(
            rule="in-force",
            basis=(COMMENCEMENT,),
            outcome="satisfied",
            text=text,
            facts={"on": on.isoformat()} if on else {},
        ),
    )


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
            "vulnerabilities existing in their products",
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
    exercises=True,
    find=find,
)

_OUT_OF_FORCE = Text(
    "on：《网络产品安全漏洞管理规定》自2021年9月1日起施行；所填日期{day}在此之前，不适用。",
    "on: the Provisions have been in force since 1 September 2021; the date given, {day}, is before that.",
)
_IN_FORCE = Text(
    "《规定》自2021年9月1日起施行；未填日期，按现行规定判断。",
    "The Provisions have been in force since 1 September 2021; no date was given, so they are applied.",
)
_IN_FORCE_ON = Text("《规定》在{day}已经施行。", "The Provisions were in force on {day}.")
