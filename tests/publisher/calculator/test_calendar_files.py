"""The calendar file as its writer makes it, held against RFC 5545 and what Outlook, Exchange, Google and Apple are known to need.

Lines end with CRLF and have 75 octets at most. Times are in UTC, so no VTIMEZONE is needed. Every event has an end, later
than its start: Exchange takes none without. METHOD is PUBLISH and nobody is invited, else it is a meeting to be answered.
Alarms are DISPLAY, never after the start and in whole minutes, the one that matters first: Outlook and Exchange keep one,
and read what would come after the start as so much before it.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from calculators.kernel.instants import BEIJING
from publisher.paths import ROOT
from tests.browser.keep.calendars import Event, events
from tests.publisher.in_node import printed

SCRIPT = """
globalThis.document = { baseURI: process.argv[2] };
const { calendarFile } = await import(process.argv[3]);
const { cases, made } = JSON.parse(await new Response(process.stdin).text());
const beijing = (moment) => new Date(moment + 288e5).toISOString().slice(0, 19) + "+08:00";
const fill = (text, values) => text.replace(/\\{(\\w+)\\}/g, (whole, name) => values[name] ?? whole);
const words = Object.fromEntries(["title_due", "title_if", "title_keep", "title_done", "title_cancelled", "other_reading", "number"]
  .map((key) => [key, `${key} {time} {name}`]));
const page = { root: ".", calculator: "incident-report", calendar: { zh: words, en: words }, citation: (each) => each, address: (each) => each };
const files = [];
for (const { duties, again, before } of cases) {
  const both = { duties, version: "1" };
  const known = new Map(before.map((duty) => [duty.id, { zh: duty, en: duty }]));
  const { text } = await calendarFile({ zh: both, en: both, address: "http://x/#a=1&b=2", page, id: "a".repeat(10), before: known,
    again, sequence: 28_000_000, made: Date.parse(made), fill, beijing });
  files.push(text);
}
process.stdout.write(JSON.stringify(files));
"""
MADE = datetime(2026, 11, 21, 14, 40, 30, tzinfo=BEIJING)
NAME = "向属地省级网信部门报告，逗号,分号;反斜杠\\冒号:“引号”" + "长" * 60 + "👍"
# Where days, months and years end, in Beijing and in UTC; with and without seconds; long past and far ahead.
DUE = [
    "2026-11-21T15:30:00+08:00",
    "2026-11-21T16:00:00Z",
    "2026-11-22T00:00:00+08:00",
    "2026-11-22T00:00:01+08:00",
    "2026-11-22T00:00:59+08:00",
    "2026-11-22T00:01:00+08:00",
    "2026-11-21T23:59:59+08:00",
    "2026-11-22T00:00:00.500000+08:00",
    "2026-11-21T15:30:05.123000+08:00",
    "2026-11-22T08:00:00+08:00",
    "2027-01-01T00:00:00+08:00",
    "2027-01-01T08:00:00+08:00",
    "2028-02-29T00:00:00+08:00",
    "2028-03-01T00:00:00+08:00",
    "2027-03-01T00:00:00+08:00",
    "2026-11-21T14:41:00+08:00",
    "2026-11-21T14:40:30+08:00",
    "2026-11-20T14:40:00+08:00",
    "2016-02-29T12:00:00+08:00",
    "2099-12-31T23:59:59+08:00",
]
NEEDED = set("uid dtstamp dtstart dtend summary description sequence status url".split())
OF_MEETINGS = set("organizer attendee rrule duration recurrence-id".split())
STATES = ["running", "missed", "in_time", "late", None]


def duty(id_: str, due: str, **more: Any) -> dict[str, Any]:
    texts = dict.fromkeys(("timing_text", "due_other_text", "condition_text", "note"))
    base = {
        "id": id_,
        "name": NAME,
        "from": "甲",
        "to": ["乙", "丙"],
        "timing": "limit",
        "limit": "PT2H",
        "due": due,
    }
    return {**base, **texts, "due_text": due, "when": "applies", "basis": ["x:art-4"], "state": None, **more}


def case(
    *duties: dict[str, Any], again: bool = False, before: tuple[dict[str, Any], ...] = ()
) -> dict[str, Any]:
    return {"duties": duties, "again": again, "before": before}


def written(place: Path, cases: list[dict[str, Any]]) -> list[bytes]:
    """Return the calendar file of each case, as the page writes it."""
    (place / "assets/vendor").mkdir(parents=True)
    shutil.copy(ROOT / "node_modules/ical.js/dist/ical.js", place / "assets/vendor/ical.js")
    script = place / "write.mjs"
    script.write_text(SCRIPT, encoding="utf-8")
    writer: Path = ROOT / "docs/assets/calculator/keep/calendar.js"
    given = json.dumps({"cases": cases, "made": MADE.isoformat()}).encode()
    return [text.encode() for text in printed(script, f"{place.as_uri()}/", writer, given=given)]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """One with every due, then two with every state: the first of a case, and a later one that drops a duty."""
    states = [duty(str(each), "2026-11-21T16:30:00+08:00", state=each) for each in STATES]
    cases = [
        case(*(duty(f"due-{place}", each) for place, each in enumerate(DUE))),
        case(*states),
        case(*states, again=True, before=(duty("gone", "2026-11-21T15:30:00+08:00"),)),
    ]
    return written(tmp_path_factory.mktemp("calendars"), cases)


def test_the_lines_are_as_the_format_has_them(files: list[bytes]) -> None:
    for file in files:
        assert file.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
        assert file.endswith(b"\r\nEND:VCALENDAR\r\n")
        lines = file.split(b"\r\n")
        assert not [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75]
        assert [line.decode() for line in lines]  # folding breaks no character
        assert not re.search(rb"[^\r\n\t -\xff]", file)  # no control characters


def test_what_calendars_need_is_there_and_what_makes_a_meeting_is_not(files: list[bytes]) -> None:
    for file in files:
        calendar = Calendar.from_ical(file)
        assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
        assert not calendar.walk("VTIMEZONE")
        assert b"TZID" not in file
        found = calendar.walk("VEVENT")
        assert len({str(each["uid"]) for each in found}) == len(found) > 0
        for each in found:
            has = {name.lower() for name in each}
            assert has >= NEEDED
            assert not has & OF_MEETINGS
            assert all(each[name].to_ical().endswith(b"Z") for name in ("dtstamp", "dtstart", "dtend"))
            assert 0 < each["sequence"] < 2**31
            assert each["status"] in {"CONFIRMED", "TENTATIVE", "CANCELLED"}
            assert each["transp"] == "TRANSPARENT"
            assert NAME in each["summary"]  # commas, semicolons, backslashes and all


@pytest.fixture(scope="module")
def read(files: list[bytes]) -> dict[str, Event]:
    """The events with every due, as all three readers see them."""
    return events(files[0])


@pytest.mark.parametrize("place", range(len(DUE)), ids=DUE.__getitem__)
def test_an_event_ends_at_the_deadline_and_begins_on_its_day(read: dict[str, Event], place: int) -> None:
    """It lasts a minute, or as long as the day in Beijing has lasted by then."""
    event = read[f"incident-report-due-{place}-{'a' * 10}@network-law-calculators"]
    due = datetime.fromisoformat(DUE[place]).replace(microsecond=0)
    assert event.end == due
    last = (due - timedelta(seconds=1)).astimezone(BEIJING)
    begins = last.replace(hour=0, minute=0, second=0)
    assert event.start == max(due - timedelta(minutes=1), begins)
    assert event.start < event.end
    assert event.start.astimezone(BEIJING).date() == last.date()
    ends_the_day = due == begins + timedelta(days=1)
    assert event.title.startswith(f"title_due {last.month}月{last.day}日{'24:00' if ends_the_day else ''}")


def test_alarms_go_off_before_the_event_the_one_that_matters_first(files: list[bytes]) -> None:
    for event in Calendar.from_ical(files[0]).walk("VEVENT"):
        alarms = event.walk("VALARM")
        early = [-each["trigger"].dt for each in alarms]
        assert {str(each["action"]) for each in alarms} == {"DISPLAY"}
        assert all(str(each["description"]) == str(event["summary"]) for each in alarms)
        assert all(each >= timedelta(0) and each % timedelta(minutes=1) == timedelta(0) for each in early)
        left = event["dtstart"].dt - MADE
        if left < timedelta(minutes=2):
            assert early == [timedelta(0)]
        else:
            first, second = early
            assert first < second <= left
            assert left - second < timedelta(minutes=1)
            assert first <= timedelta(minutes=30)  # a quarter of two hours


@pytest.mark.parametrize("again", [False, True])
def test_a_duty_done_is_left_out_or_reminds_no_more(files: list[bytes], *, again: bool) -> None:
    """In the first file it has no event; in a later one it replaces the event that may be there, without an alarm."""
    found = {uid.split("-")[2]: event for uid, event in events(files[1 + again]).items()}
    assert set(found) == {"running", "missed", "None"} | ({"in_time", "late", "gone"} if again else set())
    for id_, event in found.items():
        word = "cancelled" if id_ == "gone" else "done" if id_ in {"in_time", "late"} else "due"
        assert event.title.startswith(f"title_{word} ")
        assert bool(event.alarms) is (word == "due")
        assert event.status == ("CANCELLED" if id_ == "gone" else "CONFIRMED")
