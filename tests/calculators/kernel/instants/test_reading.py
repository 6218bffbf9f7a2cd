"""Times as people write them are read where they can mean one moment, and refused with the form to use where not."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel.errors import BadInput, DateMissing
from calculators.kernel.instants import BEIJING, beijing_text, brief_text, to_rfc3339
from calculators.kernel.instants.reading import lexicon, read_day, read_instant, refusals
from calculators.kernel.text import LANGS, clock_text, date_text, day_text

HERE = Path(__file__).parent
UNDERSTOOD = tomllib.loads((HERE / "understood.toml").read_text(encoding="utf-8"))["kind"]
REFUSED = tomllib.loads((HERE / "refused.toml").read_text(encoding="utf-8"))
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(9998, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=BEIJING)
)
TO_THE_SECOND = MOMENTS.map(lambda moment: moment.replace(microsecond=0))
MIDNIGHTS = MOMENTS.map(lambda moment: moment.replace(hour=0, minute=0, second=0, microsecond=0))


def read(text: str) -> datetime:
    return read_instant("aware_at", text)[0]


@pytest.mark.parametrize(
    ("moment", "text"), [(kind["moment"], text) for kind in UNDERSTOOD for text in kind["texts"]]
)
def test_a_time_that_can_mean_one_moment_is_that_moment(moment, text):
    assert to_rfc3339(read(text)) == moment


@pytest.mark.parametrize(
    ("name", "text"), [(name, each) for name in REFUSED for each in REFUSED[name]["texts"]]
)
def test_what_can_mean_two_moments_or_none_is_refused_in_its_own_sentence(name, text):
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.field == "aware_at"
    for lang in LANGS:
        sentence, pattern = refused.value.message.in_(lang), getattr(refusals, name).in_(lang)
        assert all(part in sentence for part in fixed(pattern))
        assert sentence.isprintable()
        assert len(sentence) < 300
        assert "_" not in sentence.replace(text, "")


def fixed(pattern: str) -> list[str]:
    """Return what a sentence says whatever is put into it."""
    return [part.partition("}")[2] or part for part in pattern.split("{")]


def test_every_kind_and_every_refusal_has_ten_of_each():
    assert {kind["name"]: len(kind["texts"]) for kind in UNDERSTOOD if len(kind["texts"]) < 10} == {}
    assert {name: len(kind["texts"]) for name, kind in REFUSED.items() if len(kind["texts"]) < 10} == {}
    ours = {name for name in vars(refusals) if name.isupper()}
    assert ours - set(REFUSED) == {"NOT_A_DATE", "DATE_ELSEWHERE"}  # these are said of dates


@pytest.mark.parametrize(
    ("text", "time_of_day"),
    [
        ("23:30", "23:30"),
        ("下午2点半", "14:30"),
        ("昨晚11点半", "23:30"),
        ("11:30 PM", "23:30"),
        ("9:05", "09:05"),
        ("23:30:05", "23:30:05"),
        ("24:00", "24:00"),
        ("yesterday at noon", "12:00"),
        ("今天凌晨2点一刻", "02:15"),
        ("二十三时三十分", "23:30"),
        ("今晨5点", "05:00"),
        ("昨夜11点", "23:00"),
        ("this morning 8:15", "08:15"),
        ("北京时间23:30", "23:30"),
        ("发现时间：昨天 14:30", "14:30"),
    ],
)
def test_a_time_of_day_without_its_date_is_told_to_the_page(text, time_of_day):
    """It asks back which day; with either, what it then says is a time."""
    with pytest.raises(DateMissing) as refused:
        read(text)
    assert refused.value.time_of_day == time_of_day
    assert f"2026-11-21 {time_of_day}" in refused.value.message.zh
    assert isinstance(read(f"2026-11-21 {time_of_day}"), datetime)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("09:15 UTC", "2026-11-21 09:15 UTC+00:00"),
        ("20:37 UTC+05:45", "2026-11-21 20:37 UTC+05:45"),
        ("9:15 pm UTC-3:30", "2026-11-21 21:15 UTC-03:30"),
        ("01:30 UTC-5", "2026-11-21 01:30 UTC-05:00"),
        ("前天 23:30", "2026-11-21 23:30"),
        ("次日凌晨2点", "2026-11-21 02:00"),
        ("tomorrow 8:15", "2026-11-21 08:15"),
        ("星期六 14:30", "2026-11-21 14:30"),
        ("last Saturday 14:30", "2026-11-21 14:30"),
        ("2026-11-20 06:30 UTC，即14:30", "2026-11-21 14:30"),
        ("14:30，即2026-11-20 14:30", "2026-11-21 14:30"),
    ],
)
def test_a_time_of_another_day_or_another_clock_is_not_asked_back_as_one_of_two_days_here(text, form):
    """Today and yesterday in Beijing are no answer to it; the form to use keeps the clock that was named."""
    with pytest.raises(BadInput) as refused:
        read(text)
    assert not isinstance(refused.value, DateMissing)
    assert form in refused.value.message.zh
    assert form in refused.value.message.en
    assert isinstance(read(form), datetime)


@pytest.mark.parametrize("text", ["12:00 AM", "晚上1点", "25:00", "14:61", "2点半"])
def test_a_time_of_day_that_is_not_clear_is_no_question_of_the_day(text):
    with pytest.raises(BadInput) as refused:
        read(text)
    assert not isinstance(refused.value, DateMissing)


@given(MOMENTS | MIDNIGHTS)
def test_what_this_site_prints_as_a_time_is_read_as_the_same_moment(moment):
    """RFC 3339, and the sentences with their day of the week, to the second; midnight also as the end of a day."""
    assert read_instant("now", to_rfc3339(moment)) == (moment, False)
    second = moment.replace(microsecond=0)
    for lang in LANGS:
        assert read_instant("now", beijing_text(second).in_(lang)) == (second, False)
        assert read_instant("now", brief_text(second).in_(lang)) == (second, False)
        assert read_instant("now", clock_text(second).in_(lang)) == (second, True)


@given(MIDNIGHTS)
def test_midnight_is_read_as_the_end_of_the_day_before(moment):
    eve = moment.date() - timedelta(days=1)
    for text in (f"{day_text(eve).zh}24时", f"{eve} 24:00", f"the end of {day_text(eve).en}"):
        assert read(text) == moment


@given(TO_THE_SECOND)
def test_what_the_page_writes_into_a_box_or_beside_it_is_read_back(moment):
    """The button for now, the two native boxes, the time as understood."""
    shown = f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"
    shown = shown.zfill(len("2026-11-21 14:30:05") if moment.second else len("2026-11-21 14:30"))
    for text in (shown, f"即北京时间 {shown}", f"That is {shown} in Beijing", shown.replace(" ", "T")):
        assert read(text) == moment


@given(MOMENTS)
def test_a_date_that_this_site_prints_is_read_as_that_date(moment):
    day = moment.date()
    for lang in LANGS:
        for text in (date_text(day).in_(lang), day_text(day).in_(lang), day.isoformat()):
            assert read_day("handled_on", text) == day


@pytest.mark.parametrize("kind", UNDERSTOOD, ids=lambda kind: kind["name"])
def test_a_number_that_is_half_typed_is_no_number_yet(kind):
    """14:3 is not 14:03, nor is 14时3. Where a text stops between two digits, it is refused or of the same minute (an offset may go on).

    Between its words it may be whole and go on (14时 and then 30分, 2:30 and then PM): the page waits for that.
    """
    whole = datetime.fromisoformat(kind["moment"])
    for text in kind["texts"]:
        for end in range(1, len(text)):
            try:
                found = read(text[:end])
            except BadInput:
                continue
            if text[end - 1].isdigit() and text[end].isdigit():
                assert found.minute == whole.minute, text[:end]


@pytest.mark.parametrize("hour", range(1, 13))
def test_every_part_of_the_day_gives_an_hour_or_is_refused(hour):
    """None gives another hour than the one written or the one twelve on; morning is never afternoon."""
    for word, hours in lexicon.PERIODS.items():
        text = f"21 Nov 2026 {hour}:30 {word}" if word.isascii() else f"2026年11月21日{word}{hour}:30"
        try:
            found = read(text)
        except BadInput:
            assert hour not in hours
            continue
        assert (found.hour - hour) % 12 == 0
        assert found.date() == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026/11/21", "2026-11-21"),
        ("2026.11.21", "2026-11-21"),
        ("20261121", "2026-11-21"),
        ("2026年11月21日", "2026-11-21"),
        ("2026 年 11 月 21 日（星期六）", "2026-11-21"),
        ("二〇二六年十一月二十一日", "2026-11-21"),
        ("２０２６年１１月２１號", "2026-11-21"),
        ("21 November 2026", "2026-11-21"),
        ("Nov 21, 2026", "2026-11-21"),
        ("Saturday, 21 November 2026", "2026-11-21"),
        ("北京时间2026年11月21日", "2026-11-21"),
        ("处置结束日期：2026年11月21日", "2026-11-21"),
        ("2026年11月21日 (UTC+08:00) 北京，重庆，香港特别行政区，乌鲁木齐", "2026-11-21"),
        ("2026-11-21 00:00:00", "2026-11-21"),
        ("2026-11-21T14:30:00+08:00", "2026-11-21"),
        ("2026-11-20T20:00:00-05:00", "2026-11-21"),
        ("Fri, 20 Nov 2026 20:00:00 -0500", "2026-11-21"),
        ("2026-11-20T16:00:00Z", "2026-11-21"),
    ],
)
def test_a_date_is_the_one_that_it_was_in_beijing(text, day):
    assert read_day("handled_on", text).isoformat() == day


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DATE_ELSEWHERE", "2026-11-20 纽约时间"),
        ("DATE_ELSEWHERE", "2026-11-20 (New York time)"),
        ("DATE_ELSEWHERE", "2026-11-20 EST"),
        ("DATE_ELSEWHERE", "2026-11-20 UTC"),
        ("DATE_ELSEWHERE", "2026-11-20 UTC-5"),
        ("DATE_ELSEWHERE", "2026-11-20Z"),
        ("DATE_ELSEWHERE", "2026-11-20 当地时间"),
        ("DATE_ELSEWHERE", "2026-06-09 KST"),
        ("DATE_ELSEWHERE", "May 2, 2016 PDT"),
        ("DATE_ELSEWHERE", "2025-11-18 (UTC)"),
        ("DATE_ELSEWHERE", "2026-09-30 Asia/Singapore"),
        ("DATE_ELSEWHERE", "发现日期：2026-11-20 美国东部时间"),
        ("NOT_ONE_MOMENT", "截至2026年11月20日"),
        ("NO_DATE", "昨天"),
        ("NO_DATE", "today"),
        ("NO_DATE", "14:30"),
        ("ORDER", "11/21/2026"),
        ("ORDER", "21.11.2026"),
        ("NO_YEAR", "11月21日"),
        ("NO_YEAR", "Nov 21"),
        ("NOT_A_DATE", ""),
        ("NOT_A_DATE", "2026-11"),
        ("NOT_A_DATE", "2026-11-20 24:00"),
        ("NOT_A_DATE", "20 21 2026"),
        ("NO_SUCH", "2026-11-31"),
        ("NO_SUCH", "2025-02-29"),
        ("WEEKDAY", "2026-11-21 星期日"),
        ("ZONE", "2026-11-20 20:00 EST"),
        ("NOT_ONE_MOMENT", "2026-11-21左右"),
        ("YEAR", "0202-11-21"),
    ],
)
def test_a_date_that_may_be_another_in_beijing_is_refused(name, text):
    with pytest.raises(BadInput) as refused:
        read_day("handled_on", text)
    for lang in LANGS:
        sentence = refused.value.message.in_(lang)
        assert all(part in sentence for part in fixed(getattr(refusals, name).in_(lang)))
        assert "14:30" not in sentence or name == "ZONE" or "14:30" in text


@given(
    st.text(max_size=80)
    | st.text("0123456789年月日时分点-/.:,+ TZ上下午晚半刻即utcpmnovsat十一二", max_size=24)
)
def test_no_text_whatever_breaks_the_reader(text):
    """Any text is an instant or a refusal, a date or a refusal, never another error."""
    for reader in (read_instant, read_day):
        try:
            reader("aware_at", text)
        except BadInput as refused:
            assert refused.field == "aware_at"
