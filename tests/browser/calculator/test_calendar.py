"""The calendar file: written in the page by one library, read back here by another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from calculators.catalogue import ask
from calculators.kernel.citation import Ref
from tests.browser.helpers import fragment
from tests.browser.watched import DUTIES, Watched, path_of, wait_for

FACTS = {
    "incident-report": {
        "aware_at": "2026-11-21T14:30:00+08:00",
        "cii": "yes",
        "grade": "major",
        "handled_on": "2026-11-25",
    },
    DUTIES: {"role": "provider", "aware_at": "2026-11-21T14:30:05+08:00", "log_created_on": "2026-08-31"},
}
MADE = "2026-11-21T06:40:00Z"
OFFSETS = {"America/Los_Angeles": -8, "Europe/London": 0, "Pacific/Kiritimati": 14}


def opened(
    page: Page, watched: Watched, name: str, lang: str, facts: dict[str, str], *, made: str = MADE
) -> None:
    """Open a result at a moment of the page's own clock."""
    page.clock.install(time=datetime.fromisoformat(made) - timedelta(minutes=10))
    page.goto(watched.address + path_of(name, lang) + fragment(facts))
    assert wait_for(page, "answered") == "answered"
    page.clock.pause_at(made)


def saved(page: Page) -> bytes:
    """Save the calendar file and return its bytes."""
    with page.expect_download() as download:
        page.locator("[data-action=calendar]").click()
    assert download.value.suggested_filename.endswith(".ics")
    expect(page.locator(".calc-actions .calc-outcome-text")).not_to_be_empty()
    return Path(download.value.path()).read_bytes()


def events(file: bytes) -> dict[str, Any]:
    """Read a calendar with the other library; return its events by their id."""
    calendar = Calendar.from_ical(file)
    assert calendar["version"] == "2.0"
    found = {str(each["uid"]): each for each in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


@pytest.mark.parametrize("name", FACTS)
def test_one_event_for_each_duty_with_a_deadline(watched: Watched, name: str) -> None:
    """At the deadline's instant in UTC, in both languages, with its provision, its address and two alarms before it."""
    with watched.page() as (page, _):
        opened(page, watched, name, "zh", FACTS[name])
        file, url = saved(page), page.url.replace("+", "%2B")
        listed: Any = ask(name, FACTS[name]).to_json("zh")["duties"]
        english: Any = {duty["id"]: duty for duty in ask(name, FACTS[name]).to_json("en")["duties"]}  # type: ignore[union-attr,index,call-overload]
        found = events(file)
        due = {duty["id"]: duty for duty in listed if duty["due"]}
        assert len(found) == len(due) >= 2
        for uid, event in found.items():
            duty = next(
                each
                for id_, each in due.items()
                if uid == f"{name}-{id_}-{start_of(name)}@network-law-calculators"
            )
            assert event["dtstart"].dt == datetime.fromisoformat(duty["due"])
            assert event["dtstart"].dt.utcoffset() == timedelta(0)
            assert "dtend" not in event  # an instant: its end would have to be later than its start
            assert str(event["summary"]) == f"{duty['name']} / {english[duty['id']]['name']}"
            assert event["status"] == ("TENTATIVE" if duty["when"] == "if" else "CONFIRMED")
            description = str(event["description"])
            for text in (duty["due_text"], english[duty["id"]]["due_text"], duty["timing_text"]):
                assert text in description
            for basis in duty["basis"]:
                ref = Ref.parse(basis)
                assert urljoin(url, f"../../{ref.work}/#{ref.provision}") in description
            assert url in description
            assert str(event["url"]) == url
            before = [-alarm["trigger"].dt for alarm in event.walk("VALARM")]
            left = event["dtstart"].dt - datetime.fromisoformat(MADE)
            assert len(before) == 2
            assert before[0] == left - left % timedelta(minutes=1)  # at once
            assert timedelta(0) < before[1] < before[0]  # and before the deadline
    lines = file.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # folding breaks no character


def start_of(name: str) -> str:
    return f"{datetime.fromisoformat(FACTS[name]['aware_at']).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def test_every_zone_saves_the_same_instants(watched: Watched) -> None:
    """Made and imported at UTC-8, UTC+0 and UTC+14, the events lie at the same instants, which each clock shows as its own."""
    seen = {}
    for zone, hours in OFFSETS.items():
        with watched.page(timezone_id=zone) as (page, _):
            opened(page, watched, "incident-report", "en", FACTS["incident-report"])
            seen[zone] = {uid: each["dtstart"].dt for uid, each in events(saved(page)).items()}
            shown = page.evaluate("new Date('2026-11-21T07:30:00Z').getTimezoneOffset()")
            assert shown == -60 * hours
    assert seen["America/Los_Angeles"] == seen["Europe/London"] == seen["Pacific/Kiritimati"]
    assert min(seen["Europe/London"].values()) == datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


def test_a_file_made_again_replaces_the_events(watched: Watched) -> None:
    """Once the receipt is known, the same ids carry the new times and count as newer; both languages write the same ids."""
    name = "incident-report"
    with watched.page() as (page, _):
        opened(page, watched, name, "zh", FACTS[name])
        first = events(saved(page))
    with watched.page() as (page, _):
        later = FACTS[name] | {"received_at": "2026-11-21T14:40:00+08:00"}
        opened(page, watched, name, "en", later, made="2026-11-21T06:45:00Z")
        second = events(saved(page))
    assert first.keys() == second.keys()
    relay = f"{name}-relay-cii-{start_of(name)}@network-law-calculators"
    assert second[relay]["dtstart"].dt == datetime(2026, 11, 21, 7, 10, tzinfo=UTC)
    assert first[relay]["dtstart"].dt > second[relay]["dtstart"].dt
    for uid, event in second.items():
        assert event["sequence"] > first[uid]["sequence"]
        assert event["dtstamp"].dt > first[uid]["dtstamp"].dt
        assert str(event["summary"]) == str(first[uid]["summary"])


def test_a_deadline_that_has_passed_keeps_one_alarm_at_its_own_time(watched: Watched) -> None:
    """There is nothing left to warn of."""
    with watched.page() as (page, _):
        opened(page, watched, "incident-report", "zh", FACTS["incident-report"], made="2026-11-22T00:00:00Z")
        first = min(events(saved(page)).values(), key=lambda event: event["dtstart"].dt)
        assert [alarm["trigger"].dt for alarm in first.walk("VALARM")] == [timedelta(0)]


def test_the_library_comes_only_when_asked_for(watched: Watched) -> None:
    """A reader who wants no calendar does not download its library; one whose network fails is told."""
    with watched.page() as (page, watch):
        opened(page, watched, "incident-report", "en", FACTS["incident-report"])
        assert not [each for each in watch.requests if "/vendor/" in each]
        page.route("**/vendor/ical.js", lambda route: route.abort())
        page.locator("[data-action=calendar]").click()
        expect(page.locator(".calc-actions .calc-outcome-text")).to_have_text(
            "The calendar file could not be made. Try again."
        )
        watch.meant("net::ERR_FAILED")
