"""Between the law and the calculators, both ways: made from the citations, and checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import digest
from calculators.kernel.text import LANGS, Lang
from calculators.texts import works
from publisher.build import checks
from publisher.calculator.page import calculator_html
from publisher.html.parsed_page import BuiltPage
from publisher.law.page import law_html
from publisher.law.reading import backlinks
from tests.publisher.parsing import parsed

every_calculator = pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda each: each.name)


def test_all_citations_hold() -> None:
    assert list(backlinks.problems()) == []


@every_calculator
def test_every_calculator_rests_on_provisions(calculator: Calculator) -> None:
    """Each kind of thing that cites is found: questions, rules or requirements, readings."""
    found = list(backlinks.backlinks_of(calculator))
    cited = {each.at for each in found}
    assert {at for fact in calculator.facts for at in fact.basis} <= cited
    assert {citation.at for rule in calculator.rules for citation in rule.basis} <= cited
    assert any(each.label.zh.startswith("条文没有写清：") for each in found)


@every_calculator
@pytest.mark.parametrize("lang", LANGS)
def test_every_use_leads_to_a_question_of_the_form(calculator: Calculator, lang: Lang) -> None:
    page = parsed(calculator_html(calculator.name, lang))
    for backlink in backlinks.backlinks_of(calculator):
        assert page.find(id=backlink.anchor), backlink.anchor


def test_a_citation_without_a_provision_is_a_problem() -> None:
    calculator = CALCULATORS["incident-report"]
    rule = replace(calculator.rules[0], basis=(digest("incident-measures:art-99", "2S"),))
    (found,) = backlinks.problems([replace(calculator, rules=(rule,), quick=None)])
    assert "art-99" in found
    fact = replace(calculator.facts[1], basis=("no-such-work:art-1",))
    (found,) = backlinks.problems(
        [replace(calculator, facts=(calculator.facts[0], fact), rules=(), quick=None)]
    )
    assert "no-such-work:art-1" in found


def test_a_rule_without_a_provision_is_a_problem() -> None:
    """The rule itself refuses to be made so; the build looks again."""
    calculator = CALCULATORS["incident-report"]
    rule = replace(calculator.rules[0])
    object.__setattr__(rule, "basis", ())
    (found,) = backlinks.problems([replace(calculator, rules=(rule,), quick=None)])
    assert rule.id in found


def test_a_provision_that_is_cited_and_does_not_say_so_fails_the_build() -> None:
    empty = {f"{folder}{work}/index.html": BuiltPage("<html>") for folder in ("", "en/") for work in works()}
    found = list(checks.use_problems(empty, works()))
    assert len(found) == 2 * sum(len(each) for each in backlinks.shown().values()) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_a_provision_shows_what_rests_on_it(lang: Lang) -> None:
    page = parsed(law_html(works()["incident-qa"], lang))
    links = [link["href"] for link in page.select("#q5-p1 > .uses a")]
    assert "/calculators/incident-report.md#question-cii" in links
    assert not page.select("#q1-p1 > .uses")


def test_only_calculators_with_a_page_are_linked() -> None:
    pages = {file.stem for file in Path(backlinks._PAGES).glob("*.md")}
    assert {backlink.calculator for found in backlinks.shown().values() for backlink in found} <= pages
