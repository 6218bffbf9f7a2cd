"""The table of what binds which act, and the cases: complete, and readable without a script."""

from __future__ import annotations

import pytest
from bs4 import Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.logic import leaves
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases
from publisher.calculator.form import questions_html
from publisher.calculator.page import calculator_html
from publisher.calculator.tables import cases_html, rules_html
from publisher.html.markup import html
from tests.publisher.parsing import parsed

CALCULATOR = CALCULATORS["disclosure"]
ACTS = CALCULATOR.facts[0].choices


@pytest.mark.parametrize("lang", LANGS)
def test_every_requirement_says_which_acts_it_binds(lang: Lang) -> None:
    """Each row says in words what is required, with links to its provisions, and in a cell of its own whether it binds each act."""
    table = parsed(rules_html(CALCULATOR, lang))
    rows = table.find_all(attrs={"data-rule": True})
    assert [row["data-rule"] for row in rows] == [rule.id for rule in CALCULATOR.requirements]
    heads = [head.get_text() for head in table.select("thead th")]
    assert heads[1:] == [act.label.in_(lang) for act in ACTS]
    for row, rule in zip(rows, CALCULATOR.requirements, strict=True):
        for leaf in leaves(rule.condition):
            assert leaf.text.in_(lang) in row.get_text()
        binds = [cell["data-binds"] == "yes" for cell in row.find_all(attrs={"data-binds": True})]
        assert binds == [act.value in rule.acts for act in ACTS]
        links = [str(link["href"]) for link in row.find("th").find_all("a")]
        assert links == [f"/{each.ref.work}.md#{each.ref.provision}" for each in rule.basis]


def test_binding_is_said_by_word_and_shape() -> None:
    """Neither the dot nor its colour alone says that a requirement binds."""
    table = parsed(rules_html(CALCULATOR, "zh"))
    said = {(str(cell["data-binds"]), cell.get_text()) for cell in table.find_all(attrs={"data-binds": True})}
    assert said == {("yes", "●约束"), ("no", "–不约束")}


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_leads_to_itself_as_an_exercise(lang: Lang) -> None:
    """Each case, with its answer, has a link to the page where the answer is hidden."""
    page = parsed(cases_html(CALCULATOR, cases("disclosure"), lang))
    for case in cases("disclosure"):
        item = page.find(id=f"case-{case.id}")
        assert isinstance(item, Tag)
        assert [link["href"] for link in item.find_all("a")][1] == f"/training.md#cases={case.id}"
        assert item.select_one(".calc-case__answer")


def test_the_answers_to_choose_among_are_the_first_words_of_their_sentences() -> None:
    """Every answer that a case comes to can be chosen, and its sentence begins with the word that was chosen."""
    words = {answer.value: answer.label for answer in CALCULATOR.answers}
    for case in cases("disclosure"):
        for lang in LANGS:
            said = CALCULATOR.answer(case.facts).conclusion.answer_text.in_(lang)
            assert said.startswith(words[case.expect["answer"]].in_(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_form_that_begins_with_a_question_asks_in_the_order_of_the_facts(lang: Lang) -> None:
    """Nothing is set apart as optional, and the page tells the script which question comes first."""
    form = parsed(questions_html(CALCULATOR, lang))
    asked = [str(each["data-fact"]) for each in form.find_all(attrs={"data-fact": True})]
    assert asked == [fact.name for fact in CALCULATOR.facts]
    assert not form.find("h2")
    page = parsed(calculator_html("disclosure", lang))
    element = page.find("regulation-calculator")
    assert isinstance(element, Tag)
    assert element["data-begins"] == asked[0] == "act"
    assert "data-begins" not in html(calculator_html("incident-report", lang))
