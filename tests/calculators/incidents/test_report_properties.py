"""incident-report: what holds whatever the facts are."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tests.calculators.incidents.reports import ABOVE, duties, report

OR_ABOVE = "relatively_major_or_above"
YES_NO = st.sampled_from(["yes", "no", "unknown"])
FACTS = st.fixed_dictionaries(
    {
        "cii": YES_NO,
        "central_body": YES_NO,
        "grade": st.sampled_from([*ABOVE, OR_ABOVE, "general", "unknown"]),
        "suspected_crime": YES_NO,
        "sector_rules": YES_NO,
        "ransomware": YES_NO,
    }
)
OPEN = {"unknown": {"grade": [*ABOVE, "general"]}, OR_ABOVE: {"grade": ABOVE}}
"""The values that leave a fact open, with what it may then turn out to be; yes or no where nothing is said."""
START = st.datetimes(datetime(2025, 11, 1, 1), datetime(9000, 1, 1)).map(
    lambda each: each.replace(tzinfo=UTC)
)


def ways(name, value):
    """Return what a fact may turn out to be."""
    return OPEN[value].get(name, ["yes", "no"]) if value in OPEN else [value]


def settled(facts):
    """Yield every way in which the unknown facts may turn out."""
    pending = [facts]
    for name in facts:
        pending = [{**each, name: value} for each in pending for value in ways(name, each[name])]
    return pending


@given(FACTS)
def test_what_is_open_is_exactly_what_could_still_change(facts):
    """A duty applies, may apply or is absent just as it does in all, some or none of the ways things may turn out."""
    finding = report(**facts)
    outcomes = [set(duties(report(**each))) for each in settled(facts)]
    listed = duties(finding)
    assert set(listed) == set.union(*outcomes)
    assert {name for name, duty in listed.items() if duty["when"] == "applies"} == set.intersection(*outcomes)


@given(FACTS)
def test_missing_names_the_facts_that_matter_and_no_others(facts):
    """Settling a fact that is named changes the duties in some way things may turn out; settling another never does."""
    finding = report(**facts)
    for name in facts:
        values = ways(name, facts[name])
        if len(values) == 1:
            assert name not in finding["missing"]
            continue
        others = [dict(each) for each in settled({**facts, name: "no"})]
        matters = any(
            len({frozenset(duties(report(**{**each, name: v}))) for v in values}) > 1 for each in others
        )
        assert (name in finding["missing"]) == matters


@given(FACTS, START, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_a_later_start_never_gives_an_earlier_deadline(facts, start, further):
    """Deadlines move with the discovery, in the same direction."""
    early, late = (duties(report(**facts, aware_at=each.isoformat())) for each in (start, start + further))
    for name, duty in early.items():
        if duty["due"]:
            assert datetime.fromisoformat(duty["due"]) <= datetime.fromisoformat(late[name]["due"])


@given(FACTS, START)
def test_the_strict_due_is_never_the_later_one(facts, start):
    """And the first due is the earliest of all."""
    finding = report(
        **facts, aware_at=start.isoformat(), handled_on=(start + timedelta(days=2)).date().isoformat()
    )
    dues = [datetime.fromisoformat(duty["due"]) for duty in finding["duties"] if duty["due"]]
    assert finding["first_due"] == (min(dues).isoformat() if dues else None)
    for duty in finding["duties"]:
        if duty["due_other"]:
            assert datetime.fromisoformat(duty["due"]) < datetime.fromisoformat(duty["due_other"])


@given(FACTS, START, st.integers(-14 * 60, 14 * 60))
def test_the_offset_in_which_a_time_is_written_does_not_change_the_answer(facts, start, minutes):
    """One instant, written on two clocks, has the same duties and deadlines."""
    elsewhere = start.astimezone(timezone(timedelta(minutes=minutes)))
    assert report(**facts, aware_at=start.isoformat()) == report(**facts, aware_at=elsewhere.isoformat())
