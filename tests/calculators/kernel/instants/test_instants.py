"""Instants as they are counted on and written, and lengths of time as people read them."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel.errors import BadInput
from calculators.kernel.instants import (
    BEIJING,
    add_limit,
    beijing_text,
    length_text,
)
from calculators.kernel.instants.reading import read_instant


def test_a_deadline_beyond_the_calendar_is_refused():
    """After the year 9999 there is nothing to count on."""
    with pytest.raises(BadInput) as refused:
        add_limit("aware_at", datetime(9999, 12, 31, 23, tzinfo=BEIJING), timedelta(hours=4))
    assert refused.value.field == "aware_at"


def test_midnight_also_names_the_day_that_ends():
    """00:00 alone is read as either end of a day."""
    said = beijing_text(datetime(2026, 3, 2, tzinfo=BEIJING))
    assert said.zh == "2026年3月2日（星期一）00:00（北京时间，即2026年3月1日（星期日）24时）"
    assert said.en == "Monday, 2 March 2026, 00:00 (Beijing time; the end of Sunday, 1 March 2026)"


def test_seconds_are_shown_where_there_are_any():
    """15:30:01 is not 15:30."""
    assert "15:30:01（" in beijing_text(datetime(2026, 11, 21, 15, 30, 1, tzinfo=BEIJING)).zh


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0, "0秒", "0 seconds"),
        (1, "1秒", "1 second"),
        (5400, "1小时30分钟", "1 hour 30 minutes"),
        (90061, "1天1小时1分钟1秒", "1 day 1 hour 1 minute 1 second"),
    ],
)
def test_a_length_of_time_in_words(seconds, zh, en):
    """Units from days to seconds, none that is zero."""
    assert (length_text(seconds).zh, length_text(seconds).en) == (zh, en)


@given(
    st.datetimes(datetime(1901, 1, 1), datetime(9998, 1, 1)),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_an_offset_never_moves_an_instant(local, minutes):
    """The same instant written at any offset is read as the same instant."""
    instant = local.replace(tzinfo=BEIJING)
    ahead = abs(minutes)
    elsewhere = (instant + timedelta(minutes=minutes) - timedelta(hours=8)).replace(tzinfo=None).isoformat()
    typed = f"{elsewhere}{'-' if minutes < 0 else '+'}{ahead // 60:02}:{ahead % 60:02}"
    assert read_instant("now", typed) == (instant, False)
