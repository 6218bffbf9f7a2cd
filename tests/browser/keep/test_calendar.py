"""The calendar file: written in the page by one library, read back here by three others."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from calculators.catalogue import ask
from calculators.kernel.citation import Ref
from calculators.kernel.text import LANGS, Lang
from tests.browser.helpers import fragment, open_questions, unfold
from tests.browser.keep.calendars import Event, events
from tests.browser.watched import DUTIES, Watched, finding, next_finding, path_of, wait_for

REPORT = "incident-report"
FACTS = {
    REPORT: {
        "aware_at": "2026-11-21T14:30:00+08:00",
        "cii": "yes",
        "grade": "major",
        "handled_on": "2026-11-25",
    },
    DUTIES: {"role": "provider", "aware_at": "2026-11-21T14:30:05+08:00", "log_created_on": "2026-08-31"},
}
MADE = "2026-11-21T06:40:00Z"
OFFSETS = {"America/Los_Angeles": -8, "Europe/London": 0, "Pacific/Kiritimati": 14}
BEIJING = timedelta(hours=8)


def opened(
    page: Page, watched: Watched, name: str, lang: str, facts: dict[str, str], *, made: str = MADE
) -> None:
    """Open a result at a moment of the page's own clock."""
    opened_at(page, watched.address + path_of(name, lang) + fragment(facts), made)


def opened_at(page: Page, address: str, made: str) -> None:
    page.clock.install(time=datetime.fromisoformat(made) - timedelta(minutes=10))
    page.goto(address)
    assert wait_for(page, "answered") == "answered"
    page.clock.pause_at(made)


def saved(page: Page) -> bytes:
    """Save the calendar file and return its bytes."""
    return saved_by(page, "calendar")


def saved_by(page: Page, action: str) -> bytes:
    unfold(page, "keep")
    with page.expect_download() as download:
        page.locator(f"[data-action={action}]").click()
    assert download.value.suggested_filename.endswith(".ics")
    expect(page.locator(".calc-actions .calc-outcome-text")).not_to_be_empty()
    return Path(download.value.path()).read_bytes()


def duty_of(uid: str) -> str:
    """Return the duty in the id of an event."""
    match = re.fullmatch(
        r"(?:incident-report|vulnerability-duties)-(.+)-[a-z2-9]{10}@network-law-calculators", uid
    )
    assert match, uid
    return match[1]


def by_duty(found: dict[str, Event]) -> dict[str, Event]:
    return {duty_of(uid): event for uid, event in found.items()}


def number_of(found: dict[str, Event]) -> str:
    """Return the number of the case, which all events share."""
    (number,) = {uid.partition("@")[0][-10:] for uid in found}
    return number


def typed(page: Page, **facts: str) -> None:
    """Correct times in the form, and wait until they are answered."""
    open_questions(page)
    for name, value in facts.items():
        page.locator(f"input[name={name}]").fill(value)
    page.clock.run_for(5_000)
    page.wait_for_function(
        "(times) => times.every((time) => document.querySelector('.calc-command').textContent.includes(time))",
        arg=[value.replace(" ", "T") for value in facts.values()],
    )


@pytest.mark.parametrize("name", FACTS)
def test_one_event_for_each_duty_with_a_deadline(watched: Watched, name: str) -> None:
    """At the deadline, in both languages, with its provision, its address and two alarms, the one that matters first."""
    with watched.page() as (page, _):
        opened(page, watched, name, "zh", FACTS[name])
        file, url = saved(page), page.url.replace("+", "%2B")
        listed: Any = ask(name, FACTS[name]).to_json("zh")["duties"]
        english: Any = {duty["id"]: duty for duty in ask(name, FACTS[name]).to_json("en")["duties"]}  # type: ignore[union-attr,index,call-overload]
        found = events(file)
        due = {duty["id"]: duty for duty in listed if duty["due"]}
        assert set(by_duty(found)) == set(due)
        assert len(found) == len(due) >= 2
        for id_, event in by_duty(found).items():
            duty = due[id_]
            deadline = datetime.fromisoformat(duty["due"])
            assert event.end == deadline
            assert event.start.utcoffset() == timedelta(0)
            keeps = duty["timing"] == "keep"
            assert re.match(rf"{'至少保存至' if keeps else '最迟'}\d+月\d+日\d\d:\d\d", event.title)
            assert re.search(
                rf" / {'Keep until at least' if keeps else 'Due'} \d+ [A-Z][a-z]+ \d\d:\d\d", event.title
            )
            assert duty["name"] in event.title
            assert english[id_]["name"] in event.title
            assert event.status == ("TENTATIVE" if duty["when"] == "if" else "CONFIRMED")
            for text in (duty["due_text"], english[id_]["due_text"], duty["timing_text"]):
                assert text in event.notes
            if duty["due_other"]:
                assert f"另一种理解：{duty['due_other_text']}" in event.notes
                assert f"On the other reading: {english[id_]['due_other_text']}" in event.notes
            for basis in duty["basis"]:
                ref = Ref.parse(basis)
                assert urljoin(url, f"../../{ref.work}/#{ref.provision}") in event.notes
            place, _, facts = event.url.partition("#")
            assert place == url.partition("#")[0]
            assert dict(parse_qsl(facts)).items() >= FACTS[name].items()
            assert event.url in event.notes
            assert f"case={number_of(found)}" in event.url
            assert "at=2026-11-21T14:" in event.url
            left = deadline - datetime.fromisoformat(MADE)
            first, second = (each + (deadline - event.start) for each in event.alarms)
            assert timedelta(0) < first < second
            assert second == left - left % timedelta(minutes=1)  # at once
    lines = file.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # folding breaks no character
    assert any(each["due_other"] for each in due.values())


def test_the_file_has_the_alarm_that_matters_first(watched: Watched) -> None:
    """In the order of the file, which a calendar that keeps one alarm goes by."""
    with watched.page() as (page, _):
        opened(page, watched, REPORT, "zh", FACTS[REPORT])
        for event in Calendar.from_ical(saved(page)).walk("VEVENT"):
            first, second = (-alarm["trigger"].dt for alarm in event.walk("VALARM"))
            assert first < second, event["summary"]


# How a moment stands in a title, and on which day in Beijing its event begins.
ENDS = {
    "the summary, at the end of a day": (REPORT, FACTS[REPORT], "summary", "最迟12月24日24:00", "2026-12-24"),
    "an hour before midnight": (
        REPORT,
        {"aware_at": "2026-11-21T23:00", "cii": "yes", "grade": "major"},
        "report-cii",
        "最迟11月21日24:00",
        "2026-11-21",
    ),
    "a second after it": (
        REPORT,
        {"aware_at": "2026-11-21T23:00:01", "cii": "yes", "grade": "major"},
        "report-cii",
        "最迟11月22日00:00:01",
        "2026-11-22",
    ),
    "a second before it": (
        REPORT,
        {"aware_at": "2026-11-21T22:59:59", "cii": "yes", "grade": "major"},
        "report-cii",
        "最迟11月21日23:59:59",
        "2026-11-21",
    ),
    "the end of a year": (
        REPORT,
        {"aware_at": "2026-12-31T23:00", "cii": "yes", "grade": "major"},
        "report-cii",
        "最迟12月31日24:00",
        "2026-12-31",
    ),
    "retention": (DUTIES, FACTS[DUTIES], "keep-log", "至少保存至2月28日24:00", "2027-02-28"),
}


@pytest.mark.parametrize("case", ENDS)
def test_what_ends_with_a_day_stands_on_that_day(watched: Watched, case: str) -> None:
    """In a month view an event stands on the day on which it begins; its title says the day, its end is the deadline."""
    name, facts, id_, title, day = ENDS[case]
    with watched.page() as (page, _):
        opened(page, watched, name, "zh", facts)
        event = by_duty(events(saved(page)))[id_]
        duties: Any = ask(name, facts).to_json("zh")["duties"]
        due = datetime.fromisoformat(next(duty["due"] for duty in duties if duty["id"] == id_))
        assert event.title.startswith(title)
        assert f"{event.start + BEIJING:%Y-%m-%d}" == day
        after_midnight = "00:00:01" in title
        assert event.end == due
        assert event.end - event.start == timedelta(seconds=1 if after_midnight else 60)


def test_every_zone_saves_the_same_instants(watched: Watched) -> None:
    """Made and imported at UTC-8, UTC+0 and UTC+14, the events lie at the same instants, which each clock shows as its own."""
    seen = {}
    for zone, hours in OFFSETS.items():
        with watched.page(timezone_id=zone) as (page, _):
            opened(page, watched, REPORT, "en", FACTS[REPORT])
            seen[zone] = {id_: each.end for id_, each in by_duty(events(saved(page))).items()}
            shown = page.evaluate("new Date('2026-11-21T07:30:00Z').getTimezoneOffset()")
            assert shown == -60 * hours
    assert seen["America/Los_Angeles"] == seen["Europe/London"] == seen["Pacific/Kiritimati"]
    assert min(seen["Europe/London"].values()) == datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


# What is corrected in the form: times typed anew, choices made anew.
CORRECTIONS: dict[str, tuple[dict[str, str], tuple[str, str] | None]] = {
    "the start, by minutes": ({"aware_at": "2026-11-21 14:10"}, None),
    "the start, by a second": ({"aware_at": "2026-11-21 14:30:01"}, None),
    "the start, by half a day": ({"aware_at": "2026-11-21 02:30"}, None),
    "the day, mistyped by one": ({"aware_at": "2026-11-20 14:30"}, None),
    "a receipt that is known now": ({"received_at": "2026-11-21 14:40"}, None),
    "the grade": ({}, ("grade", "relatively_major")),
    "the route": ({}, ("cii", "no")),
}


@pytest.mark.parametrize("what", CORRECTIONS)
def test_a_corrected_case_replaces_its_events(watched: Watched, what: str) -> None:
    """Same ids, newer, in the same second; what no longer applies is cancelled, and nothing old keeps an alarm."""
    times, choice = CORRECTIONS[what]
    with watched.page() as (page, _):
        opened(page, watched, REPORT, "zh", FACTS[REPORT])
        first_file = saved(page)
        typed(page, **times)
        if choice:
            name, value = choice
            next_finding(page)
            open_questions(page)
            page.locator(f"input[name={name}][value={value}]").check(force=True)
            page.clock.run_for(5_000)
            finding(page, ok=True)
        second_file = saved(page)
        said = page.locator(".calc-actions .calc-outcome-text").inner_text()
    first, second = events(first_file), events(second_file)
    assert set(first) <= set(second)
    assert number_of(first) == number_of(second)
    assert number_of(second) in said
    assert "删除" in said
    order = {str(each["uid"]): each for each in Calendar.from_ical(first_file).walk("VEVENT")}
    for each in Calendar.from_ical(second_file).walk("VEVENT"):
        if str(each["uid"]) in order:
            assert each["sequence"] > order[str(each["uid"])]["sequence"]
    gone = {uid for uid, event in second.items() if event.status == "CANCELLED"}
    for uid in gone:
        assert second[uid].alarms == ()
        assert second[uid].title.startswith("已取消")
    if what == "the route":
        assert {duty_of(uid) for uid in gone} >= {"report-cii", "relay-cii"}
    else:
        assert {duty_of(uid) for uid in gone} <= {"relay-cii", "relay-central"}


def test_an_event_leads_back_to_its_case(watched: Watched) -> None:
    """Opened from the calendar on another day and in the other language, corrected and saved, it replaces the event."""
    with watched.page() as (page, _):
        opened(page, watched, REPORT, "zh", FACTS[REPORT])
        first = events(saved(page))
    address = next(iter(first.values())).url.replace("/calculators/", "/en/calculators/")
    with watched.page() as (page, _):
        opened_at(page, address, "2026-11-22T06:40:00Z")
        typed(page, aware_at="2026-11-21 14:12")
        second = events(saved(page))
        expect(page.locator(".calc-actions .calc-outcome-text")).to_contain_text("delete them")
    assert set(first) == set(second)
    moved = by_duty(second)["report-cii"].start - by_duty(first)["report-cii"].start
    assert moved == timedelta(minutes=-18)


@pytest.mark.parametrize("lang", LANGS)
def test_two_cases_of_one_minute_have_two_numbers(watched: Watched, lang: Lang) -> None:
    """Opened apart, or in one page on the reader's word; the page says what stays in the calendar."""
    numbers = set()
    for _ in range(2):
        with watched.page() as (page, _):
            opened(page, watched, REPORT, lang, FACTS[REPORT])
            numbers.add(number_of(events(saved(page))))
            said = page.locator(".calc-actions .calc-outcome-text").inner_text()
            assert ("请在日历中删除" if lang == "zh" else "Delete them in your calendar") in said
            assert ("不保留提醒" if lang == "zh" else "drop reminders") in said
            assert number_of(events(saved(page))) in numbers  # the same case once more
            numbers.add(number_of(events(saved_by(page, "other-case"))))
    assert len(numbers) == 4


def test_a_start_on_another_day_is_another_case(watched: Watched) -> None:
    """It may be a slip or the next incident: deadlines are not replaced on a guess, and the page says what to delete."""
    with watched.page() as (page, _):
        opened(page, watched, REPORT, "zh", FACTS[REPORT])
        first = events(saved(page))
        typed(page, aware_at="2026-11-19 14:30")
        second = events(saved(page))
        said = page.locator(".calc-actions .calc-outcome-text").inner_text()
    assert number_of(first) != number_of(second)
    assert number_of(first) in said
    assert not [each for each in second.values() if each.status == "CANCELLED"]


def test_a_deadline_that_has_passed_keeps_one_alarm_at_its_own_time(watched: Watched) -> None:
    """There is nothing left to warn of."""
    with watched.page() as (page, _):
        opened(page, watched, REPORT, "zh", FACTS[REPORT], made="2026-11-22T00:00:00Z")
        first = min(events(saved(page)).values(), key=lambda event: event.start)
        assert first.alarms == (timedelta(0),)


def test_the_library_comes_only_when_asked_for(watched: Watched) -> None:
    """A reader who wants no calendar does not download its library; one whose network fails is told."""
    with watched.page() as (page, watch):
        opened(page, watched, REPORT, "en", FACTS[REPORT])
        assert not [each for each in watch.requests if "/vendor/" in each]
        page.route("**/vendor/ical.js", lambda route: route.abort())
        unfold(page, "keep")
        page.locator("[data-action=calendar]").click()
        expect(page.locator(".calc-actions .calc-outcome-text")).to_have_text(
            "The calendar file could not be made. Try again."
        )
        watch.meant("net::ERR_FAILED")
