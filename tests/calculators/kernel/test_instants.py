"""Instants as people write them, and lengths of time as people read them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel.errors import BadInput
from calculators.kernel.instants import (
    BEIJING,
    add_limit,
    beijing_text,
    length_text,
    to_rfc3339,
)
from calculators.kernel.instants.reading import read_day, read_instant

HALF_PAST_TWO = datetime(2026, 11, 21, 14, 30, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("2026-11-21T14:30:00+08:00", False),
        ("2026-11-21T06:30:00Z", False),
        ("2026-11-20t22:30:00-08:00", False),
        ("2026-11-21 14:30", True),
        ("2026-11-21T14:30", True),
        ("  2026-11-21   14:30:00  ", True),
        ("２０２６-11-21 14：30", True),
        ("2026年11月21日14时30分", True),
        ("2026年11月21日 14:30", True),
        ("2026年11月21日14点30分00秒", True),
    ],
)
def test_an_instant_is_read_however_it_is_written(typed, bare):
    """RFC 3339, its shorter forms and the Chinese way of writing all name the same instant."""
    assert read_instant("aware_at", typed) == (HALF_PAST_TWO, bare)


def test_a_whole_hour_may_be_written_without_minutes():
    """14时 and 14点整 are the full hour."""
    assert read_instant("now", "2026年11月21日14时")[0] == read_instant("now", "2026年11月21日14点整")[0]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "now",
        "2026-11-21",
        "14:30",
        "2026-02-30T10:00:00+08:00",
        "2025-02-29 10:00",
        "2026-11-21T25:00",
        "2026-11-21T24:00",
        "2026-11-21T14:60",
        "2026-11-21T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "99999-01-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-11-21T14:30:00+14:01",
        "2026-11-21T14:30:00-15:00",
        "2026-11-21T14:30:00+08:60",
        "9999-12-31T23:59:59-14:00",
        "2026-11-2114:30",
        "٢٠٢٦-11-21 14:30",
        "2026-11-21 14:30\x00",
        "1" * 1_000_000,
    ],
)
def test_what_is_no_instant_is_refused_in_one_sentence_that_names_the_field(typed):
    """A slip is answered in both languages, shortly, with the field's name first."""
    with pytest.raises(BadInput) as refused:
        read_instant("aware_at", typed)
    assert refused.value.field == "aware_at"
    for sentence in (refused.value.message.zh, refused.value.message.en):
        assert sentence.startswith("aware_at")
        assert len(sentence) < 300
        assert "\n" not in sentence
        assert sentence.isprintable()


def test_offsets_up_to_fourteen_hours_are_real():
    """Kiritimati is 14 hours ahead."""
    assert read_instant("now", "2026-11-22T00:00:00+14:00")[0] == datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["2026-11-31", "2025-02-29", "20261121", "21.11.2026", "2026-11-21T00:00", ""]
)
def test_what_is_no_date_is_refused(typed):
    """A date is year, month and day, and must exist."""
    with pytest.raises(BadInput):
        read_day("handled_on", typed)


def test_a_date_may_be_written_in_chinese():
    """2026年11月21日 is a date."""
    assert read_day("handled_on", "2026年11月21日") == date(2026, 11, 21)


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


@given(st.datetimes(datetime(1901, 1, 1), datetime(9998, 1, 1)))
def test_what_is_written_is_read_back(local):
    """Writing and reading are each other's inverse."""
    instant = local.replace(tzinfo=BEIJING)
    assert read_instant("now", to_rfc3339(instant)) == (instant, False)


@given(st.text(max_size=80))
def test_no_text_whatever_breaks_the_reader(typed):
    """Any text is an instant or a refusal, never another error."""
    try:
        read_instant("aware_at", typed)
    except BadInput as refused:
        assert refused.field == "aware_at"
