"""A law is in force from 00:00 Beijing time of its day; a case from before is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from calculators.kernel.citation import digest
from calculators.kernel.commencement import check_in_force, in_force_step
from calculators.kernel.errors import OutOfForce
from calculators.kernel.facts import Facts
from calculators.kernel.instants import BEIJING
from calculators.kernel.text import Text

SINCE = date(2025, 11, 1)
START = datetime(2025, 10, 31, 16, tzinfo=UTC).astimezone(BEIJING)
REFUSAL = Text("{given} {since}", "{given}; since {since}")


def facts(instants=(), dates=()):
    return Facts({}, dict(instants), dict(dates), ())


@pytest.mark.parametrize(
    "early",
    [facts({"a": START - timedelta(seconds=1)}), facts(dates={"a": SINCE - timedelta(days=1)})],
    ids=["instant", "date"],
)
def test_what_lies_before_is_refused(early):
    with pytest.raises(OutOfForce, match=r"^Friday, 31 October 2025.*; since 1 November 2025$") as refused:
        check_in_force(early, ("b", "a"), SINCE, REFUSAL)
    assert refused.value.field == "a"
    check_in_force(early, ("b",), SINCE, REFUSAL)  # another fact is not looked at


def test_the_first_second_and_the_first_day_are_in_force():
    check_in_force(facts({"a": START}, {"b": SINCE}), ("a", "b"), SINCE, REFUSAL)


def test_the_step_names_the_fact_where_it_is_given():
    basis, text = digest("incident-measures:art-14", "2S"), Text("施行", "in force")
    assert in_force_step(facts(dates={"on": SINCE}), "on", basis, text).facts == {"on": "2025-11-01"}
    assert in_force_step(facts(), "on", basis, text).facts == {}
