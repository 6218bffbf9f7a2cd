"""Three readers of calendar files that share no code with each other or with the writer: what each makes of an event."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import ics
import vobject
from icalendar import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as a calendar shows it."""

    start: datetime
    end: datetime
    title: str
    notes: str
    url: str
    status: str
    alarms: tuple[timedelta, ...]
    """How long before the start, in the file's order."""


def by_icalendar(file: bytes) -> dict[str, Event]:
    """Read with icalendar."""
    calendar = Calendar.from_ical(file)
    assert calendar["version"] == "2.0"
    return {
        str(each["uid"]): Event(
            start=each["dtstart"].dt,
            end=each["dtend"].dt,
            title=str(each["summary"]),
            notes=str(each["description"]),
            url=str(each["url"]),
            status=str(each["status"]),
            alarms=tuple(-alarm["trigger"].dt for alarm in each.walk("VALARM")),
        )
        for each in calendar.walk("VEVENT")
    }


def by_vobject(file: bytes) -> dict[str, Event]:
    """Read with vobject."""
    calendar = vobject.readOne(file.decode())
    return {
        each.uid.value: Event(
            start=each.dtstart.value.astimezone(UTC),
            end=each.dtend.value.astimezone(UTC),
            title=each.summary.value,
            notes=each.description.value,
            url=each.url.value,
            status=each.status.value,
            alarms=tuple(-alarm.trigger.value for alarm in getattr(each, "valarm_list", [])),
        )
        for each in calendar.vevent_list
    }


def by_ics(file: bytes) -> dict[str, Event]:
    """Read with ics, which keeps alarms in no order: the earliest comes last here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser that it is made with
        calendar = ics.Calendar(file.decode())
    return {
        each.uid: Event(
            start=each.begin.datetime.astimezone(UTC),
            end=each.end.datetime.astimezone(UTC),
            title=each.name,
            notes=each.description,
            url=each.url,
            status=each.status,
            alarms=tuple(sorted(-alarm.trigger for alarm in each.alarms)),
        )
        for each in calendar.events
    }


READERS: dict[str, Callable[[bytes], dict[str, Event]]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "ics": by_ics,
}


def events(file: bytes) -> dict[str, Event]:
    """Return the events by their ids, after all three have read the same."""
    read = {name: reader(file) for name, reader in READERS.items()}
    assert read["vobject"] == read["icalendar"]
    assert read["ics"] == read["icalendar"]
    return read["icalendar"]
