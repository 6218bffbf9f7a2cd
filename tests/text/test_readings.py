"""Where a law is silent, both readings are told: each with its source, and each is shown in some case."""

from __future__ import annotations

from itertools import product

import pytest

from calculators.catalogue import CALCULATORS, ask

ASKED_FOR = {
    "incident-report": {"operator-abroad", "group-and-parent", "learned-through-supplier", "grade-falls"},
    "vulnerability-duties": {"finder-abroad", "provider-or-operator-abroad", "services-as-products"},
    "disclosure": {
        "finder-abroad",
        "provider-or-operator-abroad",
        "services-as-products",
        "mitigation-as-patch",
        "who-publishes",
        "cve-request",
        "private-advisory",
        "bounty-platform-abroad",
        "contest-abroad",
    },
}
"""What people ask on which the texts are silent, by the calculator that has to name it."""

TIMES = {"aware_at": "2026-11-21T14:30:00+08:00"}
every_calculator = pytest.mark.parametrize("name", ASKED_FOR)


def shown(name: str) -> set[str]:
    """Return the readings that the findings of a calculator name, over answers to one or two of its questions."""
    calculator = CALCULATORS[name]
    first, *others = [fact for fact in calculator.facts if fact.choices]
    required = {fact.name: TIMES[fact.name] for fact in calculator.facts if fact.name in TIMES}
    found: set[str] = set()
    for start, fact in product(first.choices, others):
        for choice in fact.choices:
            facts = {**required, first.name: start.value, fact.name: choice.value}
            found |= {reading.id for reading in ask(name, facts).conclusion.readings}
    return found


@every_calculator
def test_every_reading_is_shown_in_some_case(name: str) -> None:
    readings = {reading.id for reading in CALCULATORS[name].readings}
    assert readings >= ASKED_FOR[name]
    assert shown(name) == readings


@every_calculator
def test_a_reading_has_two_sides_and_says_what_each_rests_on(name: str) -> None:
    for reading in CALCULATORS[name].readings:
        assert reading.basis, reading.id
        assert reading.strict != reading.other, reading.id
        assert reading.source.zh.endswith("。"), reading.id
        assert reading.source.en.endswith("."), reading.id


def test_what_the_supplier_knew_is_a_deduction_and_says_so() -> None:
    """No source takes the strict reading; it is marked as deduced, and the other is named as the closer one."""
    (reading,) = (
        each for each in CALCULATORS["incident-report"].readings if each.id == "learned-through-supplier"
    )
    assert [citation.confidence for citation in reading.basis] == ["INF", "2S"]
    assert "本站推定" in reading.strict.zh
    assert "deduced by this site" in reading.strict.en
    assert "没有来源主张从严的理解" in reading.source.zh
    assert "no source takes the strict reading" in reading.source.en
