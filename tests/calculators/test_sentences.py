"""Sentences for readers speak the words of the form: a name that programs use stands in none of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import calculators
from calculators.bridge import call
from calculators.catalogue import CALCULATORS, ask
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Fact
from calculators.kernel.finding import Finding, Refusal
from calculators.kernel.text import LANGS, Text
from tests.approved.questions import variations, worked

NAME = re.compile(r"[A-Za-z]+_[A-Za-z_]+")
EACH = pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS)
TIMES = ("", "23:30", "2026-11-21", "2026-11-21 14:30", "11/21/2026", "2026-11-21 14:30 EST", "1999-01-01 10:00", "9999-12-31 23:00")  # fmt: skip
DATES = ("", "昨天", "2026-11-21", "2026-11-20 EST", "1999-01-01", "9999-12-31", "2026-02-30")


def tried(fact: Fact) -> Iterator[object]:
    """Yield answers to a question, right and wrong."""
    yield from {"instant": TIMES, "date": DATES}.get(fact.kind, ())
    yield from (choice.value for choice in fact.choices)
    yield from ("huge", 1, None, ["yes"])


def asked(calculator: Calculator) -> Iterator[Finding | Refusal]:
    """Yield what a calculator says to each worked case, to each with one answer changed, and to wrong ones."""
    yield ask(calculator.name, {})
    yield ask(calculator.name, {"no such question": "yes"})
    for _, facts in worked(calculator):
        yield ask(calculator.name, facts)
        for fact in calculator.facts:
            yield ask(calculator.name, {name: value for name, value in facts.items() if name != fact.name})
            yield from (ask(calculator.name, facts | {fact.name: value}) for value in tried(fact))
    for _, facts in variations(calculator):
        yield ask(calculator.name, facts)


@EACH
def test_no_refusal_and_no_note_has_the_name_of_a_fact(calculator):
    said: set[Text] = set()
    codes = set()
    for answer in asked(calculator):
        if isinstance(answer, Refusal):
            codes.add(answer.error.code)
            said.add(answer.error.message)
        else:
            said |= {answer.conclusion.answer_text, *answer.conclusion.notes}
            said |= {step.text for step in answer.conclusion.steps}
            said |= {
                text
                for each in answer.conclusion.readings
                for text in (each.question, each.strict, each.other)
            }
    required = {"missing_input"} if any(fact.required for fact in calculator.facts) else set()
    dated = {"out_of_force"} if any(fact.kind != "choice" for fact in calculator.facts) else set()
    assert {"bad_input"} | required | (dated & codes) <= codes
    for text in said:
        for lang in LANGS:
            assert NAME.findall(text.in_(lang)) == [], text
            assert not text.in_(lang).startswith(
                tuple(f"{fact.name}{mark}" for fact in calculator.facts for mark in "：:")
            )


@pytest.mark.parametrize(
    "request_text",
    ["{", "[]", "{}", "x" * 100_000, '{"calculator":"nope","facts":{}}', '{"facts":1,"facts":2}'],
)
def test_no_refusal_of_the_bridge_has_one(request_text):
    for lang in LANGS:
        refused = call(
            request_text.replace("{", f'{{"lang":"{lang}",', 1)
            if request_text.endswith("}}")
            else request_text
        )
        assert NAME.findall(refused.partition('"message":')[2]) == []


def test_no_sentence_in_the_code_has_one():
    """Also those that no question above has called forth: every Text that is written down, but what is filled in."""
    found = []
    for path in sorted(Path(calculators.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                words = [
                    each.value
                    for each in ast.walk(node)
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                ]
                found += [(path.name, word) for word in words if NAME.search(re.sub(r"\{\w+\}", "", word))]
    assert found == []
