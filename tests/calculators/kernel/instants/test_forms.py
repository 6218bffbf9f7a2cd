"""Dates and times written in every way that the reader knows, put together at random: always the same moment, or a refusal.

The dates lean to where calendars break: leap days, ends of months and years, the first and last moments of a day.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel.errors import BadInput
from calculators.kernel.instants import BEIJING
from calculators.kernel.instants.reading import read_day, read_instant

DIGITS = "〇一二三四五六七八九"
MONTHS = "January February March April May June July August September October November December".split()
WEEK = "一二三四五六日"
FULL_WIDTH = str.maketrans("0123456789:-/.", "０１２３４５６７８９：－／．")


def numeral(number: int) -> str:
    """Write a number below a hundred as Chinese does: 十, 二十一."""
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else DIGITS[tens])
        + ("十" if tens else "")
        + (DIGITS[ones] if ones or not tens else "")
    )


def years(day: date) -> str:
    return "".join(DIGITS[int(each)] for each in f"{day.year}")


DATES = {
    "2026-11-21": lambda day: day.isoformat(),
    "2026/1/2": lambda day: f"{day.year}/{day.month}/{day.day}",
    "2026.01.02": lambda day: f"{day:%Y.%m.%d}",
    "20260102": lambda day: f"{day:%Y%m%d}",
    "2026年1月2日": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "2026 年 1 月 2 日": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "2026年1月2日（星期五）": lambda day: (
        f"{day.year}年{day.month}月{day.day}日（星期{WEEK[day.weekday()]}）"
    ),
    "二〇二六年一月二日": lambda day: f"{years(day)}年{numeral(day.month)}月{numeral(day.day)}日",
    "二O二六年一月二日": lambda day: (
        f"{years(day).replace('〇', 'O')}年{numeral(day.month)}月{numeral(day.day)}日"
    ),
    "2 January 2026": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "Jan 2, 2026": lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}",
    "一月 02, 2026": lambda day: f"{numeral(day.month)}月 {day.day:02}, {day.year}",
}
TIMES = {
    "14:30": lambda at: f"{at:%H:%M}",
    "14：30": lambda at: f"{at:%H:%M}".translate(FULL_WIDTH),
    "14时30分": lambda at: f"{at.hour}时{at.minute}分",
    "14時05分": lambda at: f"{at.hour:02}時{at.minute:02}分",
    "十四时三十分": lambda at: f"{numeral(at.hour)}时{numeral(at.minute)}分",
    "2:30 PM": lambda at: f"{(at.hour - 1) % 12 + 1}:{at:%M} {'AM' if at.hour < 12 else 'PM'}",
    "下午2点30分": lambda at: f"{'上午' if at.hour < 12 else '下午'}{at.hour if at.hour <= 12 else at.hour - 12}点{at.minute}分",
    "1430": lambda at: f"{at:%H%M}",
}  # fmt: skip
ZONES = {
    "+05:45": lambda minutes: f" {'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}",
    "UTC+5:45": lambda minutes: (
        f" UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60}:{abs(minutes) % 60:02}"
    ),
    "(GMT+0545)": lambda minutes: (
        f" (GMT{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02})"
    ),
    "U+2212": lambda minutes: f" {'−' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}",
}

BREAKS = [
    date(year, month, day)
    for year in (1900, 1904, 2000, 2024, 2026, 2027, 2028, 2100, 9998)
    for month in range(1, 13)
    for day in (1, 28, monthrange(year, month)[1])
]
DAYS = st.sampled_from(BREAKS) | st.dates(date(1900, 1, 1), date(9998, 12, 31))
CLOCKS = st.sampled_from(
    [time(0, 1), time(0, 59), time(11, 59), time(12), time(12, 1), time(23, 59)]
) | st.times(time(0, 1), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))
QUARTERS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * 15)


def written(day: date, at: time, date_form: str, time_form: str) -> str:
    between = "" if date_form[-1] in "日）" and time_form != "1430" else " "
    return f"{DATES[date_form](day)}{between}{TIMES[time_form](at)}"


@given(DAYS, CLOCKS, st.sampled_from(list(DATES)), st.sampled_from(list(TIMES)))
def test_a_date_and_a_time_mean_the_same_in_whatever_way_they_are_written(day, at, date_form, time_form):
    """In Beijing time. 12 o'clock sharp beside a part of the day is refused: it has been used for both ends of half a day."""
    text = written(day, at, date_form, time_form)
    try:
        assert read_instant("aware_at", text) == (datetime.combine(day, at, BEIJING), True), text
    except BadInput as refused:
        assert (at.hour % 12, at.minute) == (0, 0), f"{text}: {refused}"
        assert time_form in {"2:30 PM", "下午2点30分"}, text


@given(DAYS, CLOCKS, QUARTERS, st.sampled_from(list(DATES)), st.sampled_from(list(ZONES)))
def test_every_quarter_of_an_hour_of_offset_is_counted(day, at, minutes, date_form, zone):
    """Half and quarter hours east and west, written in each way; the day may be another in Beijing.

    With its seconds: 00:01 -00:15 may be from one time to another.
    """
    text = f"{DATES[date_form](day)} {at:%H:%M:%S}{ZONES[zone](minutes)}"
    moment = datetime.combine(day, at, timezone(timedelta(minutes=minutes)))
    assert read_instant("aware_at", text) == (moment, False), text
    assert read_day("handled_on", text) == moment.astimezone(BEIJING).date()


@given(DAYS.filter(lambda day: day.year < 9998), st.sampled_from(list(DATES)))
def test_the_end_of_a_day_is_the_beginning_of_the_next(day, date_form):
    """At the ends of months, years and of February as well."""
    morrow = datetime.combine(day + timedelta(days=1), time(), BEIJING)
    for end in ("24:00", "24时", "二十四时", "24:00:00", "２４：００"):
        assert read_instant("aware_at", f"{DATES[date_form](day)} {end}")[0] == morrow
    for begin in ("0:00", "00:00", "零时", "0时0分", "凌晨零点"):
        assert read_instant("aware_at", f"{DATES[date_form](morrow.date())} {begin}")[0] == morrow


@pytest.mark.parametrize("date_form", DATES)
def test_a_leap_day_is_there_in_leap_years_only(date_form):
    """1900 and 2100 are none, 2000 is one."""
    for year in (1900, 2000, 2023, 2024, 2026, 2028, 2100, 2400):
        text = DATES[date_form](date(2024, 2, 29)).replace("2024", f"{year}")
        text = text.replace(years(date(2024, 1, 1)), years(date(year, 1, 1)))
        text = text.replace("二O二四", years(date(year, 1, 1)).replace("〇", "O"))
        text = text.replace("（星期四）", "")
        if isleap(year):
            assert read_day("handled_on", text) == date(year, 2, 29), text
        else:
            with pytest.raises(BadInput):
                read_day("handled_on", text)


@given(DAYS, st.integers(0, 99), st.integers(0, 99), st.sampled_from(list(DATES)))
def test_no_clock_shows_more_than_there_is(day, hour, minute, date_form):
    """From 24:01 on there is no such time, nor from 60 minutes on: nothing rolls over into the next hour or day."""
    text = f"{DATES[date_form](day)} {hour:02}:{minute:02}"
    right = minute < 60 and (hour < 24 or (hour, minute) == (24, 0))
    try:
        found = read_instant("aware_at", text)[0]
    except BadInput:
        assert not right or day == date(9999, 12, 31)
    else:
        assert right
        assert found - datetime.combine(day, time(), BEIJING) == timedelta(hours=hour, minutes=minute)


STRAYS = ["7", "77", "777", "7777", "七", "7:7", "7/7", "+7", "7日", "7点", "7天"]


@given(DAYS, CLOCKS, st.sampled_from(list(DATES)), st.sampled_from(list(TIMES)), st.sampled_from(STRAYS))
def test_no_number_is_left_out(day, at, date_form, time_form, stray):
    """A number too many beside a date and a time is no part of a moment, and is never dropped."""
    whole = written(day, at, date_form, time_form)
    for text in (f"{stray} {whole}", f"{whole} {stray}"):
        with pytest.raises(BadInput):
            read_instant("aware_at", text)
