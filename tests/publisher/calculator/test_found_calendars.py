"""The calendar file on what others stumbled over in public: texts that meet the fold, and the shape of its lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.publisher.calculator.test_calendar_files import case, duty, written

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("found_calendars.toml").read_text(encoding="utf-8")
)["case"]
DUE = "2026-11-21T16:30:00+08:00"
MIDNIGHT = "2026-11-22T00:00:00+08:00"
LINE = 75
"""Octets. A text is moved through the line by as many letters before it."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A case saved twice, then a file of each found text at every place of a line."""
    duties = [duty("first", DUE), duty("second", MIDNIGHT), duty("third", "2026-11-21T14:40:30+08:00")]
    texts = [each["text"] for each in CASES if "text" in each]
    moved = [
        case(*(duty(f"at-{place}", DUE, name="x" * place + text) for place in range(LINE))) for text in texts
    ]
    return written(tmp_path_factory.mktemp("found"), [case(*duties), case(*duties, again=True), *moved])


def test_what_others_stumbled_over_is_not_in_our_file(files: list[bytes]) -> None:
    first, later, *moved = files
    texts = iter(moved)
    wrong = [
        f"{each['source']['title']}: {fault} ({each['why']})"
        for each in CASES
        for fault in (
            _misread(next(texts), each["text"])
            if "text" in each
            else _misshapen(each, _unfolded(first), _unfolded(later))
        )
    ]
    assert not wrong, "\n".join(wrong)


def test_each_case_has_its_own_source_and_one_demand() -> None:
    assert len({each["source"]["at"] for each in CASES}) == len(CASES) >= 10
    assert all(re.search(each["never"], each["broken"]) for each in CASES if "never" in each)
    assert all(len(each.keys() & {"text", "never", "each", "once", "again"}) == 1 for each in CASES)


def _misread(file: bytes, text: str) -> Iterator[str]:
    """Yield where a text is not read back whole, or a line is too long or cut within a character."""
    for line in file.split(b"\r\n"):
        if len(line) > LINE or "\ufffd" in line.decode(errors="replace"):
            yield f"a line of {len(line)} octets, or cut within a character: {line!r}"
    found = Calendar.from_ical(file).walk("VEVENT")
    for place, event in enumerate(found):
        if not str(event["summary"]).endswith("x" * place + text):
            yield f"with {place} letters before it: {event['summary']}"
    if len(found) != LINE:
        yield f"{len(found)} events"


def _misshapen(demand: Mapping[str, Any], first: str, later: str) -> Iterator[str]:
    """Yield in which way a file is not as demanded."""
    events = re.findall(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", first, re.DOTALL)
    assert len(events) == 3
    match demand:
        case {"never": pattern}:
            yield from (
                f"{found.group()!r}" for file in (first, later) for found in re.finditer(pattern, file)
            )
        case {"each": pattern}:
            yield from (f"not in {event!r}" for event in events if not re.search(pattern, event))
        case {"once": pattern}:
            found = re.findall(pattern, first)
            if len(found) != len(events) or len(set(found)) != len(found):
                yield f"{found}"
        case {"again": pattern}:
            if re.findall(pattern, first) != re.findall(pattern, later):
                yield f"{re.findall(pattern, first)}, later {re.findall(pattern, later)}"


def _unfolded(file: bytes) -> str:
    return file.decode().replace("\r\n ", "")
