"""A figure of the law, and the day from which each of its values is in force."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from calculators.kernel.dated import AS_IT_STANDS, since

BEGINS, AMENDED = date(2021, 9, 1), date(2027, 3, 1)
FIGURE = since(BEGINS, 2).then(AMENDED, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "value"), [(BEGINS, 2), (AMENDED - DAY, 2), (AMENDED, 1), (AMENDED + DAY, 1), (AS_IT_STANDS, 1)]
)
def test_a_case_has_the_figure_of_its_day(day: date, value: int) -> None:
    assert FIGURE.on(day) == value


def test_before_the_first_day_there_is_none() -> None:
    with pytest.raises(LookupError, match="nothing is in force on 2021-08-31; it begins on 2021-09-01"):
        FIGURE.on(BEGINS - DAY)


@pytest.mark.parametrize("day", [BEGINS, AMENDED, AMENDED - DAY])
def test_an_amendment_comes_later(day: date) -> None:
    with pytest.raises(ValueError, match="is not after 2027-03-01"):
        FIGURE.then(day, 3)
