"""The table of duties and the worked cases: complete, and readable without a script."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from bs4 import Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.logic import all_of, any_of, fact_is
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases
from publisher.calculator.requirement_table import condition_text
from publisher.calculator.tables import cases_html, fragment, rules_html
from tests.publisher.parsing import parsed

CALCULATOR = CALCULATORS["incident-report"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_rule_has_its_row(lang: Lang) -> None:
    """Each duty's row says who tells whom, by when and where it applies, and links every provision it rests on."""
    table = parsed(rules_html(CALCULATOR, lang))
    rows = table.find_all(attrs={"data-rule": True})
    assert [row["data-rule"] for row in rows] == [rule.id for rule in CALCULATOR.rules]
    for row, rule in zip(rows, CALCULATOR.rules, strict=True):
        text = row.get_text()
        for part in (rule.name, rule.sender, *rule.recipients, rule.timing_text):
            assert part.in_(lang) in text
        links = [str(link["href"]) for link in row.find_all("a")]
        assert links == [f"/{each.ref.work}.md#{each.ref.provision}" for each in rule.basis]


@pytest.mark.parametrize("lang", LANGS)
def test_cells_carry_the_name_of_their_column(lang: Lang) -> None:
    """Laid out as cards on a phone, each cell still says what it is."""
    table = parsed(rules_html(CALCULATOR, lang))
    heads = [head.get_text() for head in table.select("thead th")]
    for row in table.select("tbody tr"):
        assert [cell["data-label"] for cell in row.find_all("td")] == heads[1:]


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_is_a_link_with_its_answer(lang: Lang) -> None:
    """Each worked case stands on the page with the sentence that the rules give, under a link that carries its facts."""
    page = parsed(cases_html(CALCULATOR, cases(CALCULATOR.name), lang))
    for case in cases(CALCULATOR.name):
        item = page.find(id=f"case-{case.id}")
        assert isinstance(item, Tag)
        link = item.find("a")
        assert link
        parts = str(link["href"]).removeprefix("#").split("&")
        assert {
            name: unquote(value) for name, _, value in (part.partition("=") for part in parts)
        } == case.facts
        said = CALCULATOR.answer(case.facts).conclusion.answer_text.in_(lang)
        assert said in item.get_text()


def test_fragment_is_written_as_the_page_writes_it() -> None:
    """An offset's plus sign and a space survive the way through an address."""
    facts = {"aware_at": "2026-11-21 14:30:00+08:00", "cii": "yes"}
    assert fragment(facts) == "aware_at=2026-11-21%2014:30:00%2B08:00&cii=yes"


def test_conditions_are_said_with_and_and_or() -> None:
    """A condition of several parts is put into words as it is judged."""
    one, two, three = (fact_is(name, "yes", zh=f"甲{name}", en=f"it is {name}") for name in "abc")
    assert condition_text(all_of(one, two), "zh") == "甲a，并且甲b"
    assert condition_text(any_of(two, three), "en") == "it is b, or it is c"
    assert condition_text(any_of(one, all_of(two, three)), "zh") == "甲a，或者（甲b，并且甲c）"


def test_calculator_without_duties_has_no_table() -> None:
    """Nothing empty is shown."""
    assert cases_html(CALCULATOR, (), "zh") == ""
