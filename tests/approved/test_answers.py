"""The answers as somebody has approved them: each word, number, order and citation that changes shows in a diff.

`pytest tests/approved --force-regen` writes the files anew; the commit that contains them is the approval. A worked
case is kept whole, as JSON and as the terminal prints it. Of the others is kept what their one other fact changes in the
codes of the case, and every sentence that any of them says, once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from calculators.catalogue import CALCULATORS, ask
from calculators.cli.render import render_finding
from calculators.kernel.citation import Citation
from calculators.kernel.finding import Finding
from calculators.kernel.text import LANGS
from tests.approved.questions import variations, worked

HERE = Path(__file__).parent
EACH = pytest.mark.parametrize(("name", "lang"), [(name, lang) for name in CALCULATORS for lang in LANGS])
CODES = frozenset(
    "answer calculator ok outcome rule id timing limit due due_other after when if basis missing changes "
    "changes_shared changes_alternatives other_acts "
    "first_due facts state left_seconds late_seconds citation code field may_follow item url".split()
)
"""Keys whose values are codes, times and addresses: all else that a finding holds is words."""


def approved(regression: FileRegressionFixture, name: str, file: str, text: str) -> None:
    regression.check(text, fullpath=HERE / name / file, encoding="utf-8")


@EACH
def test_worked_cases_as_json(file_regression, name, lang):
    answers = {case: ask(name, facts).to_json(lang) for case, facts in worked(CALCULATORS[name])}
    for answer in answers.values():
        del answer["version"]
    approved(
        file_regression, name, f"cases.{lang}.json", json.dumps(answers, ensure_ascii=False, indent=1) + "\n"
    )


@EACH
def test_worked_cases_in_the_terminal(file_regression, name, lang):
    calculator = CALCULATORS[name]
    printed = (
        f"=== {case}\n{render_finding(calculator, calculator.answer(facts), lang)}\n"
        for case, facts in worked(calculator)
    )
    approved(file_regression, name, f"cases.{lang}.txt", "\n".join(printed))


@pytest.mark.parametrize("name", CALCULATORS)
def test_codes_and_times_of_other_questions(file_regression, name):
    both = [
        {of: _codes(ask(name, facts).to_json(lang)) for of, facts in variations(CALCULATORS[name])}
        for lang in LANGS
    ]
    assert both[0] == both[1]  # they never change with the language
    assert len(both[0]) > 60
    cases = {
        case: list(_lines(_codes(ask(name, facts).to_json("zh"))))
        for case, facts in worked(CALCULATORS[name])
    }
    text = "\n\n".join(
        "\n".join((f"=== {of}", *_differences(cases[of.partition(",")[0]], list(_lines(codes)))))
        for of, codes in both[0].items()
    )
    approved(file_regression, name, "others.codes.txt", f"{text}\n")


@EACH
def test_sentences_of_other_questions(file_regression, name, lang):
    found: dict[str, list[str]] = {}
    for of, facts in variations(CALCULATORS[name]):
        for sentence in _sentences(ask(name, facts).to_json(lang)):
            found.setdefault(sentence, []).append(of)
    # How often it is said shows a sentence that is lost in one place and not in another.
    lines = (f"{len(where):>4} {sentence}" for sentence, where in found.items())
    approved(file_regression, name, f"others.{lang}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", CALCULATORS)
def test_what_each_part_of_an_answer_rests_on(file_regression, name):
    """Every place that a step, duty or reading of these questions cites, with its words or how sure the digest is."""
    calculator = CALCULATORS[name]
    found = set()
    for _, facts in (*worked(calculator), *variations(calculator)):
        if isinstance(finding := ask(name, facts), Finding):
            found |= set(_cited(finding, ""))
    approved(file_regression, name, "citations.txt", "\n".join(sorted(found)) + "\n")


def _cited(value: object, of: str) -> Iterator[str]:
    """Yield a line for each citation in a finding: what rests on it, the place, and how it is cited."""
    if isinstance(value, Citation):
        how = f"“{value.words.zh}” “{value.words.en}”" if value.words else value.confidence
        yield f"{of}  {value.at}  {how}"
    elif isinstance(value, tuple):
        for each in value:
            yield from _cited(each, of)
    elif is_dataclass(value):
        name = getattr(value, "rule", None) or getattr(value, "id", None) or of
        for each in fields(value):
            yield from _cited(getattr(value, each.name), str(name))


def _codes(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: each if key in CODES else _codes(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in (None, {}, [])}
    if isinstance(value, list):
        return [each for each in map(_codes, value) if each not in (None, {}, [])]
    return None


def _lines(codes: dict[str, Any]) -> Iterator[str]:
    """Yield one line for each code, each duty, each step."""
    for key, value in codes.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            for each in value:
                plain = {name: code for name, code in each.items() if name != "facts"}
                yield f"{key}  " + "  ".join(f"{name}={_written(code)}" for name, code in plain.items())
        else:
            yield f"{key}  {_written(value)}"


def _differences(case: list[str], other: list[str]) -> list[str]:
    """Return what one fact changes in the codes of a worked case, which is approved whole, with the places."""
    return list(unified_diff(case, other, n=0, lineterm=""))[2:]


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in CODES or key == "item":
                yield from _sentences(each)
    elif isinstance(value, list):
        for each in value:
            yield from _sentences(each)
    elif isinstance(value, str):
        yield value
