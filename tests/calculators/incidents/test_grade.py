"""incident-grade: every combination within each group against the definition, and what must hold whatever the facts are."""

from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import CALCULATORS
from calculators.incidents.grade.calculator import Bounds
from calculators.incidents.report.questions import GRADES as REPORTED
from calculators.kernel.text import LANGS
from calculators.kernel.works import CONFIDENCE
from calculators.texts import cases, gradings
from tests.calculators.incidents.grades import (
    EFFECTS,
    GRADES,
    ROWS,
    SINGLE,
    SITES,
    VALUES,
    expected,
    found,
    grade,
)

CALCULATOR = CALCULATORS["incident-grade"]
NOTHING = dict.fromkeys(ROWS, "none")
FACTS = st.fixed_dictionaries({}, optional={name: st.sampled_from(VALUES) for name in ROWS})
# What else is known: nothing at all, nothing happened, something else reaches the lowest grade or the middle one.
BESIDE = ({}, NOTHING, NOTHING | {"loss": "relatively_major"}, {"loss": "major"})
ORDER = ("none", "below", *GRADES)


@pytest.mark.parametrize("case", cases("incident-grade"), ids=lambda case: case.id)
def test_every_worked_case_comes_to_what_it_says(case):
    finding = grade(**case.facts)
    assert finding["ok"], finding
    assert {key: finding[key] for key in case.expect} == case.expect
    assert found(case.facts) == expected(case.facts)


def test_there_are_cases_of_every_answer():
    assert {case.expect["answer"] for case in cases("incident-grade")} == set(CALCULATOR.marks)
    assert len(cases("incident-grade")) >= 10


def test_the_facts_are_the_indicators_of_the_annex_under_their_fixed_names():
    assert {fact.name for fact in CALCULATOR.facts} == {
        *("general_systems", "general_data", "general_other", "portal_sites", "portal_outage"),
        *("cii_whole", "cii_main", "population", "headcount", "data", "personal_information"),
        *("tampering_sites", "tampering_home", "tampering_other_pages", "tampering_reposts"),
        *("tampering_views", "tampering_found", "loss", "other"),
    }
    for fact in CALCULATOR.facts:
        assert {choice.value for choice in fact.choices} == set(VALUES)
    assert [name for section in CALCULATOR.grading.sections for name in section.facts] == [
        fact.name for fact in CALCULATOR.facts
    ]


@pytest.mark.parametrize("beside", BESIDE, ids=["unknown", "nothing", "lowest", "middle"])
@pytest.mark.parametrize("name", SINGLE)
def test_every_answer_to_one_indicator(name, beside):
    for value in VALUES:
        facts = beside | {name: value}
        assert found(facts) == expected(facts), facts


@pytest.mark.parametrize("beside", BESIDE, ids=["unknown", "nothing", "lowest", "middle"])
def test_every_combination_of_site_and_outage(beside):
    for values in product(VALUES, repeat=len(SITES)):
        facts = beside | dict(zip(SITES, values, strict=True))
        assert found(facts) == expected(facts), facts


def test_four_effects_of_tampering_are_alike():
    """So that the next test need not go through their orders: the same cells are open in each."""
    assert len({ROWS[name] for name in EFFECTS[:4]}) == 1


@pytest.mark.parametrize("sites", VALUES)
@pytest.mark.parametrize("by", VALUES)
def test_every_combination_of_tampering(sites, by):
    for values in combinations_with_replacement(VALUES, 4):
        facts = NOTHING | dict(zip(EFFECTS, (*values, by), strict=True)) | {"tampering_sites": sites}
        assert found(facts) == expected(facts), facts


@pytest.mark.parametrize("values", [*product(VALUES, repeat=3)])
def test_every_combination_of_the_general_criteria(values):
    facts = NOTHING | dict(zip(("general_systems", "general_data", "general_other"), values, strict=True))
    assert found(facts) == expected(facts)


@pytest.mark.parametrize(
    "pair",
    [
        ("cii_whole", "cii_main"),
        ("population", "headcount"),
        ("data", "personal_information"),
        ("loss", "other"),
    ],
)
def test_every_combination_of_two_that_stand_alone(pair):
    for values in product(VALUES, repeat=2):
        facts = NOTHING | dict(zip(pair, values, strict=True))
        assert found(facts) == expected(facts), facts


@given(FACTS)
def test_any_facts_come_to_what_the_definition_says(facts):
    assert found(facts) == expected(facts)


@given(FACTS, st.sampled_from(list(ROWS)))
def test_reaching_more_never_lowers_the_grade(facts, name):
    """Nor what it may be at most: from none, to below, to each cell in turn."""
    names = ("open", "general", *GRADES)
    steps = [found(facts | {name: value}) for value in ORDER]
    sure = [max(names.index(each["answer"]), 1) for each in steps]
    assert sure == sorted(sure)
    most = [names.index(each["at_most"]) for each in steps]
    assert most == sorted(most)
    assert all(low <= high for low, high in zip(sure, most, strict=True))


@given(FACTS, st.sampled_from(list(ROWS)), st.sampled_from(ORDER))
def test_an_answer_to_an_open_question_narrows(facts, name, value):
    names = ("open", "general", *GRADES)
    before, after = found({**facts, name: "unknown"}), found({**facts, name: value})
    assert max(names.index(after["answer"]), 1) >= max(names.index(before["answer"]), 1)
    assert names.index(after["at_most"]) <= names.index(before["at_most"])
    if name not in before["missing"]:
        assert (after["answer"], after["at_most"]) == (before["answer"], before["at_most"])


@given(FACTS)
def test_the_answer_is_settled_exactly_when_nothing_could_raise_it(facts):
    finding = grade(**facts)
    settled = finding["answer"] == finding["at_most"]
    assert settled == (not finding["missing"] and not finding["unverified"])
    if finding["answer"] == "general":
        assert settled


def test_nothing_reached_is_not_general_until_the_general_criteria_are_answered():
    criteria = ["general_systems", "general_data", "general_other"]
    below = {name: value for name, value in NOTHING.items() if name not in criteria} | {"loss": "below"}
    finding = grade(**below)
    assert (finding["answer"], finding["missing"]) == ("open", criteria)
    assert grade(**below, **dict.fromkeys(criteria, "below"))["answer"] == "general"


def test_a_value_below_a_verified_cell_is_below_the_unverified_one_above_it():
    """Less than 30 minutes is less than whatever the annex asks for the next grade; 30 minutes may be as much."""
    assert grade(**NOTHING | {"cii_main": "below"})["at_most"] == "general"
    finding = grade(**NOTHING | {"cii_main": "relatively_major"})
    assert (finding["answer"], finding["at_most"]) == ("relatively_major", "major")
    assert finding["unverified"] == ["incident-measures:annex-cii-main"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_says_how_sure_its_cell_is(lang):
    """A reached cell says so in words, and its citation is the indicator's; the first step says whom the rule binds."""
    for row in gradings()["incident-measures"].indicators:
        for cell in row.cells:
            name = row.id.removeprefix("annex-").replace("-", "_")
            facts = NOTHING | {name: cell.grade.id}
            finding = CALCULATOR.answer(facts).to_json(lang)
            assert "incident-measures:art-2" in finding["steps"][0]["basis"]
            (step,) = (each for each in finding["steps"] if each["rule"] == row.id)
            assert step["basis"] == [f"incident-measures:{row.id}"]
            assert step["facts"] == {name: cell.grade.id}
            assert CONFIDENCE[cell.confidence].in_(lang) in step["text"]
            assert cell.grade.name.in_(lang) in step["text"]


def test_a_cell_counts_whatever_its_confidence():
    """Even one that is not verified here: whoever names it has read the official annex, and the step says so."""
    for row in gradings()["incident-measures"].indicators:
        for cell in row.cells:
            name = row.id.removeprefix("annex-").replace("-", "_")
            partner = {
                **{each: {"tampering_sites": "particularly_major"} for each in EFFECTS},
                "tampering_sites": {"tampering_home": "particularly_major"},
                "portal_sites": {"portal_outage": "particularly_major"},
                "portal_outage": {"portal_sites": "particularly_major"},
            }.get(name, {})
            assert grade(**NOTHING | partner | {name: cell.grade.id})["answer"] == cell.grade.id


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_names_the_surest_indicator_and_how_sure_it_is(lang):
    """Of two that reach the same grade the surer; of a pair the less sure."""
    both = CALCULATOR.answer({"loss": "major", "personal_information": "major"}).to_json(lang)
    assert CONFIDENCE["2S"].in_(lang) in both["answer_text"]
    pair = CALCULATOR.answer(
        {"portal_sites": "particularly_major", "portal_outage": "particularly_major"}
    ).to_json(lang)
    assert CONFIDENCE["1S"].in_(lang) in pair["answer_text"]
    for finding in (both, pair):
        assert finding["answer_text"].startswith(finding["headline"])
        assert finding["answer_text"].endswith(finding["grounds"])


def test_readings_go_with_the_facts():
    ids = lambda facts: {each["id"] for each in grade(**facts)["readings"]}  # noqa: E731
    assert ids({}) == {each.id for each in CALCULATOR.readings}
    assert ids(NOTHING) == {"or-more", "grade-changes"}
    assert "below-a-million" in ids(NOTHING | {"personal_information": "below"})
    assert "cii-regulations-own-scale" in ids(NOTHING | {"cii_main": "below"})
    assert "areas-add-up" in ids(NOTHING | {"headcount": "major"})


def test_the_grades_are_those_of_the_report():
    """What is found is handed to the other calculator as it is."""
    assert set(Bounds.__annotations__) >= {"at_most", "unverified"}
    assert {*CALCULATOR.marks} - {"open"} <= {choice.value for choice in REPORTED}


@pytest.mark.parametrize("name", list(ROWS))
def test_what_is_no_answer_is_refused_in_the_words_of_the_form(name):
    for wrong in ("general", "yes", "", "MAJOR", "major ", 3, None, ["major"]):
        finding = CALCULATOR.ask({name: wrong}).to_json("zh")
        assert not finding["ok"]
        assert (finding["error"]["code"], finding["error"]["field"]) == ("bad_input", name)
