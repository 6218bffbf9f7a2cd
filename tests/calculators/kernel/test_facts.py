"""Facts as given become facts as understood, or one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.incidents.report.questions import QUESTIONS
from calculators.kernel.errors import BadInput, CalculatorError, MissingInput
from calculators.kernel.facts import read_facts
from calculators.kernel.text import LANGS

AWARE = {"aware_at": "2026-11-21T14:30:00+08:00"}


def test_what_is_left_out_is_unknown():
    """A question with choices that nobody answered is unknown; times left out are not there."""
    facts = read_facts(QUESTIONS, AWARE)
    assert set(facts.answers.values()) == {"unknown"}
    assert set(facts.instants) == {"aware_at"}
    assert facts.dates == {}


def test_facts_as_understood_may_be_given_back():
    """Reading what a finding says it understood gives the same facts."""
    facts = read_facts(
        QUESTIONS, {**AWARE, "cii": "yes", "handled_on": "2026-12-01", "now": "2026-11-21 15:00"}
    )
    again = read_facts(QUESTIONS, facts.as_written())
    assert again.as_written() == facts.as_written()
    assert facts.without_offset == ("now",)


def test_a_required_fact_is_missed_by_name():
    """Without the time of discovery there is no clock."""
    with pytest.raises(MissingInput) as refused:
        read_facts(QUESTIONS, {"cii": "yes"})
    assert refused.value.field == "aware_at"


@pytest.mark.parametrize(
    ("given_facts", "field", "accepted"),
    [
        ({"cii": "maybe"}, "cii", "yes"),
        ({"cii": "Yes"}, "cii", "yes"),
        ({"cii": True}, "cii", "yes"),
        ({"cii": None}, "cii", "yes"),
        ({"cii": ["yes"]}, "cii", "yes"),
        ({"cii": {"a": 1}}, "cii", "yes"),
        ({"cii": 1e999}, "cii", "yes"),
        ({"grade": "huge"}, "grade", "particularly_major"),
        ({"grade": "x" * 1_000_000}, "grade", "particularly_major"),
        ({"CII": "yes"}, "CII", "cii"),
        ({"": "yes"}, "", "cii"),
        ({"\ud800": "yes"}, "\N{REPLACEMENT CHARACTER}", "cii"),
    ],
)
def test_a_wrong_name_or_value_is_refused_with_what_is_accepted(given_facts, field, accepted):
    """The field and what it takes stand beside a sentence that gives the answers in words and never grows long."""
    with pytest.raises(BadInput) as refused:
        read_facts(QUESTIONS, {**AWARE, **given_facts})
    assert refused.value.field == field
    assert accepted in refused.value.accepted
    labels = {choice.label for each in QUESTIONS if each.name == field for choice in each.choices}
    for lang in LANGS:
        sentence = refused.value.message.in_(lang)
        assert all(label.in_(lang) in sentence for label in labels)
        assert len(sentence) < 300
        sentence.encode()


@pytest.mark.parametrize(
    ("given_facts", "example"),
    [({"handled_on": 20261201}, "2026-11-21"), ({"aware_at": 0}, "2026-11-21T14:30")],
)
def test_a_time_that_is_no_text_is_refused_with_an_example(given_facts, example):
    with pytest.raises(BadInput) as refused:
        read_facts(QUESTIONS, {**AWARE, **given_facts})
    assert [refused.value.field] == list(given_facts)
    assert example in refused.value.message.zh
    assert example in refused.value.message.en


@given(
    st.dictionaries(
        st.sampled_from([each.name for each in QUESTIONS]) | st.text(max_size=12),
        st.none()
        | st.booleans()
        | st.floats()
        | st.text(max_size=30)
        | st.lists(st.text(max_size=3), max_size=3),
        max_size=6,
    )
)
def test_nothing_given_breaks_the_reader(given_facts):
    """Any object is understood or refused, never another error."""
    try:
        read_facts(QUESTIONS, given_facts)
    except CalculatorError as refused:
        assert refused.message.zh
        assert refused.message.en
