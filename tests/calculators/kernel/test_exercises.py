"""Worked cases as exercises: every one can be asked, none gives its answer away, and what is right is what the rules find."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases import Ask, Case, read_cases
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.instants import brief_text
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases, works

ALL = [(name, case) for name in CALCULATORS for case in cases(name)]
GIVES_AWAY = {
    "zh": "从严|应当|不得|禁止|可以|鼓励|义务|违反|非法|时限|最迟|未定|逾期|按时|结论|条文",
    "en": r"strict|shall|must|forbid|prohibit|permit|may\b|encourag|dut(?:y(?! officer)|ies)\b|illegal|unlawfully|deadline|limit|in time|late\b|settled",
}
"""What a story says only if it says what follows from it."""
DAILY_LIFE = (
    *(
        "saturday-night",
        "grade-raised-at-night",
        "supplier-notices-first",
        "two-reports",
        "just-under-a-million",
    ),
    *("report-in-the-holiday", "vendor-bounty-abroad", "bounty-platform-in-china", "vendor-team-abroad"),
    *(
        "mail-to-headquarters",
        "code-that-crashes",
        "workaround-only",
        "cve-number",
        "foreign-bounty",
        "both-routes",
    ),
)


def exercise(case_id: str, **changed: object) -> Exercise:
    name, case = next((name, case) for name, case in ALL if case.id == case_id)
    return exercise_of(CALCULATORS[name], replace(case, **changed))  # type: ignore[arg-type]


def test_an_id_is_that_of_one_case_in_all_calculators() -> None:
    """A link for a class names a case by its id alone."""
    assert [id_ for id_, times in Counter(case.id for _, case in ALL).items() if times > 1] == []
    assert set(DAILY_LIFE) <= {case.id for _, case in ALL}


@pytest.mark.parametrize("lang", LANGS)
def test_title_and_story_say_what_happened_and_not_what_follows(lang: Lang) -> None:
    found = []
    for name, case in ALL:
        made = exercise_of(CALCULATORS[name], case)
        told = f"{case.title.in_(lang)}\n{case.story.in_(lang)}"
        found += [(case.id, each) for each in re.findall(GIVES_AWAY[lang], told)]
        right = made.choices[made.right].in_(lang)
        found += [(case.id, right)] if right in case.story.in_(lang) and len(right) > 2 else []
    assert found == []


@pytest.mark.parametrize(("name", "case"), ALL, ids=lambda each: getattr(each, "id", each))
def test_what_is_right_is_what_the_case_must_come_to(name: str, case: Case) -> None:
    calculator = CALCULATORS[name]
    made = exercise_of(calculator, case)
    right = made.choices[made.right]
    assert made.because
    assert all(ref.partition(":")[2] in works()[ref.partition(":")[0]].provisions for ref in made.basis)
    assert made.basis
    if case.ask is None and not calculator.quick:
        words = {answer.value: answer.label for answer in calculator.answers}
        assert right == words[case.expect["answer"]]
        assert set(made.choices) == set(words.values())
    elif case.ask and case.ask.kind == "due":
        assert right == brief_text(datetime.fromisoformat(case.expect["duties"][case.ask.of[0]]))
    elif case.ask and case.ask.kind == "open":
        assert right.zh == "条文没有写清"
        assert any(
            calculator.answer(case.facts).conclusion.answer_text.zh in said.zh for said in made.because
        )


@pytest.mark.parametrize(
    ("case", "right"),
    [
        ("cii-at-night", "1小时内向保护工作部门、公安机关报告"),
        ("both-routes", "1小时内向保护工作部门、公安机关报告；2小时内向本部门网信工作机构报告"),
        ("ordinary-operator", "4小时内向属地省级网信部门报告"),
        ("general-incident", "不适用报告程序"),
        ("cii-unclear", "未定"),
        ("two-reports", "向属地省级网信部门报告：按时；报送总结报告：逾期"),
        ("one-second-late", "向保护工作部门、公安机关报告：逾期"),
        ("flaw-in-a-component", "通知上游产品或者组件的提供者"),
    ],
)
def test_the_right_choice_of_each_kind(case: str, right: str) -> None:
    made = exercise(case)
    assert made.choices[made.right].zh == right


def test_a_change_of_the_facts_changes_what_is_right() -> None:
    """One second earlier the report of the case is in time; with CII the hour binds instead of the four."""
    (_, late) = next(each for each in ALL if each[1].id == "one-second-late")
    made = exercise("one-second-late", facts={**late.facts, "now": "2026-11-21T15:30:00+08:00"})
    assert made.choices[made.right].zh.endswith("按时")
    (_, ordinary) = next(each for each in ALL if each[1].id == "ordinary-operator")
    made = exercise("ordinary-operator", facts={**ordinary.facts, "cii": "yes"})
    assert made.choices[made.right].zh.startswith("1小时")


@pytest.mark.parametrize(
    ("case", "ask"),
    [
        ("closing-summary", Ask(kind="due", of=("supplement",), others=("2026-03-01T00:00:00+08:00",))),
        ("closing-summary", Ask(kind="due", of=("summary",), others=("2026-03-02T00:00:00+08:00",))),
        ("closing-summary", Ask(kind="due", of=("summary",), others=())),
        ("closing-summary", Ask(kind="due", of=("relay-cii",), others=("2026-03-01T00:00:00+08:00",))),
        ("finder-with-a-flaw", Ask(kind="must", of=("tell-provider",), others=("report-platforms",))),
        ("finder-with-a-flaw", Ask(kind="must", of=("tell-provider",), others=("patch",))),
        ("operator-finds-a-flaw", Ask(kind="must", of=("verify-and-fix",), others=("no-such-duty",))),
        ("workaround-only", Ask(kind="open", of=("no-such-reading",), others=())),
    ],
)
def test_an_exercise_that_cannot_be_asked_is_refused(case: str, ask: Ask) -> None:
    """No time, the right time twice, nothing to choose from, a duty that is not listed, a second right one, an encouragement, an unknown duty, an unknown reading."""
    with pytest.raises(ValueError, match=case):
        exercise(case, ask=ask)


@pytest.mark.parametrize("ask", [{}, {"due": "a", "must": "b"}, {"when": "a"}, {"due": "a", "right": "b"}])
def test_a_case_asks_one_thing(ask: dict[str, str]) -> None:
    row = {
        "id": "x",
        "facts": {},
        "expect": {},
        "ask": ask,
        "title": {"zh": "甲", "en": "a"},
        "story": {"zh": "甲", "en": "a"},
    }
    with pytest.raises(ValueError, match="asks for"):
        read_cases({"case": [row]})
