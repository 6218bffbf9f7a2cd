"""incident-report: a report is running, missed, in time or late; a receipt settles it for good."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from tests.calculators.incidents.reports import ABOVE, duties, report

ROUTES = {
    "report-cii": ({"cii": "yes", "central_body": "no"}, timedelta(hours=1)),
    "report-central": ({"cii": "no", "central_body": "yes"}, timedelta(hours=2)),
    "report-provincial": ({"cii": "no", "central_body": "no"}, timedelta(hours=4)),
}
EVERY_ROUTE = pytest.mark.parametrize("route", ROUTES)
STARTS = (
    "2026-11-25T22:00:00+08:00",
    "2025-11-01T00:00:00+08:00",
    "2026-12-31T23:59:59+08:00",
    "2028-02-28T23:30:00+08:00",
    "2028-02-29T20:00:00+08:00",
    "2027-02-28T21:15:30+08:00",
    "2026-10-01T00:00:00+08:00",
    "2026-11-25T09:00:00-05:00",
    "2026-06-30T23:00:00Z",
    "2026-01-31T22:00:00.500000+08:00",
)
SECOND = timedelta(seconds=1)


def at(moment, **more):
    return (moment + timedelta(**more)).isoformat()


def of(finding, name):
    duty = duties(finding)[name]
    return {key: duty[key] for key in ("state", "left_seconds", "late_seconds") if key in duty}


@EVERY_ROUTE
@pytest.mark.parametrize("start", STARTS)
def test_to_the_second_without_a_receipt(route, start):
    """Running up to the last second, missed from the next on."""
    facts, limit = ROUTES[route]
    due = datetime.fromisoformat(start) + limit
    for seconds in (-86401, -1, 0, 1, 86400, 86401):
        found = report(**facts, grade="relatively_major", aware_at=start, now=at(due, seconds=seconds))
        state = "missed" if seconds > 0 else "running"
        assert of(found, route) == {"state": state, "left_seconds": -seconds}


@EVERY_ROUTE
@pytest.mark.parametrize("start", STARTS)
def test_to_the_second_with_a_receipt_whatever_comes_later(route, start):
    """In time up to the last second, late from the next on; neither a moment nor its absence changes that."""
    facts, limit = ROUTES[route]
    due = datetime.fromisoformat(start) + limit
    for seconds in (-3599, -1, 0, 1, 60, 86401):
        expected = {"state": "late", "late_seconds": seconds} if seconds > 0 else {"state": "in_time"}
        for now in ({}, *({"now": at(due, seconds=each)} for each in (-1, 0, 1, 3600, 40000000))):
            found = report(
                **facts, grade="relatively_major", aware_at=start, received_at=at(due, seconds=seconds), **now
            )
            assert of(found, route) == expected


def test_the_reported_case():
    """Received before 02:00, looked at after 03:00: in time, and nothing says it was missed."""
    facts = {"cii": "no", "central_body": "no", "grade": "relatively_major"}
    for lang, words, never in (("zh", "按时", "超过1小时"), ("en", "in time", "missed")):
        found = report(
            lang, **facts, aware_at="2026-11-25 22:00", received_at="2026-11-25 23:10", now="2026-11-26 03:00"
        )
        duty = duties(found)["report-provincial"]
        assert duty["state"] == "in_time"
        assert words in duty["state_text"]
        assert never not in found["answer_text"] + str(found["duties"])
        assert words in found["answer_text"].lower()


def test_a_part_of_a_second_is_late():
    """Half a second after the limit is after it: it counts as one."""
    found = report(
        cii="yes", central_body="no", grade="relatively_major",
        aware_at="2026-11-25T22:00:00+08:00", received_at="2026-11-25T23:00:00.5+08:00",
    )  # fmt: skip
    assert of(found, "report-cii") == {"state": "late", "late_seconds": 1}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "公安机关是否收到，不知道"),
        ("en", "whether the public security organ received it is not known"),
    ],
)
@pytest.mark.parametrize("received", ["2026-11-21T14:50:00+08:00", "2026-11-21T18:50:00+08:00"])
def test_with_cii_the_police_are_not_known_to_have_it(lang, said, received):
    """The time given is the protection department's; the other recipient stays open in duty and answer."""
    found = report(lang, cii="yes", central_body="no", grade="major", received_at=received)
    assert said in duties(found)["report-cii"]["state_text"]
    assert said in found["answer_text"]
    for facts, _ in (ROUTES["report-central"], ROUTES["report-provincial"]):
        other = report(lang, **facts, grade="major", received_at=received)
        assert said not in str(other)


@pytest.mark.parametrize("central", ["yes", "unknown"])
@pytest.mark.parametrize("cii", ["yes", "unknown"])
def test_with_both_routes_the_receipt_is_not_taken_for_the_office(cii, central):
    """It speaks for the protection department; whether the body's own office has the report is said to be open."""
    found = report(
        cii=cii, central_body=central, grade="relatively_major",
        received_at="2026-11-21T14:50:00+08:00", now="2026-11-21T17:00:00+08:00",
    )  # fmt: skip
    assert of(found, "report-cii") == {"state": "in_time"}
    assert of(found, "report-central") == {"state": "missed", "left_seconds": -1800}
    assert any("网信工作机构" in note for note in found["notes"])


def test_what_may_apply_is_in_time_only_if_its_recipient_had_it():
    """While the route is open the time given may be another recipient's, and each branch says on what it rests."""
    found = report(
        cii="unknown", central_body="no", grade="relatively_major", received_at="2026-11-21T14:50:00+08:00"
    )
    for name, recipient in (("report-cii", "保护工作部门"), ("report-provincial", "属地省级网信部门")):
        duty = duties(found)[name]
        assert (duty["when"], duty["state"]) == ("if", "in_time")
        assert duty["state_text"].startswith(f"如果是{recipient}")


@EVERY_ROUTE
def test_only_the_report_itself_is_stopped(route):
    """Relay and summary go on: their receipt is not asked for."""
    facts, _ = ROUTES[route]
    found = report(
        **facts, grade="major", received_at="2026-11-21T14:40:00+08:00", handled_on="2026-11-22",
        now="2026-11-21T14:45:00+08:00",
    )  # fmt: skip
    states = {name: duty.get("state") for name, duty in duties(found).items()}
    assert states.pop(route) == "in_time"
    assert {name for name, state in states.items() if state} == {route.replace("report", "relay"), "summary"}
    assert all(state in {"running", None} for state in states.values())


def test_the_summary_is_running_or_missed():
    """It ends at 24:00, and no receipt is known of it."""
    for now, expected in (
        ("2026-03-01T23:59:59+08:00", {"state": "running", "left_seconds": 1}),
        ("2026-03-02T00:00:00+08:00", {"state": "running", "left_seconds": 0}),
        ("2026-03-02T00:00:01+08:00", {"state": "missed", "left_seconds": -1}),
    ):
        found = report(
            cii="no", central_body="no", grade="relatively_major", aware_at="2026-01-28T10:00:00+08:00",
            received_at="2026-01-28T11:00:00+08:00", handled_on="2026-01-31", now=now,
        )  # fmt: skip
        assert of(found, "summary") == expected


def test_states_over_all_combinations():
    """Each key stands with its states and no others; without moment and receipt there is none."""
    times = {"received_at": [None, "2026-11-21T15:30:00+08:00", "2026-11-21T19:00:00+08:00"], "now": [None, "2026-11-21T15:00:00+08:00", "2026-11-23T00:00:00+08:00"]}  # fmt: skip
    for cii, central, grade, received, now in product(
        ["yes", "no", "unknown"], ["yes", "no", "unknown"],
        [*ABOVE, "relatively_major_or_above", "general", "unknown"], times["received_at"], times["now"],
    ):  # fmt: skip
        given = {name: value for name, value in (("received_at", received), ("now", now)) if value}
        for duty in report(cii=cii, central_body=central, grade=grade, handled_on="2026-11-22", **given)[
            "duties"
        ]:
            state = duty.get("state")
            assert (state is None) == (duty.get("state_text") is None)
            assert ("left_seconds" in duty) == (state in {"running", "missed"})
            assert ("late_seconds" in duty) == (state == "late")
            if state in {"running", "missed"}:
                assert (duty["left_seconds"] >= 0) == (state == "running")
            if state == "late":
                assert duty["late_seconds"] > 0
            if state in {"in_time", "late"}:
                assert received
                assert duty["id"].startswith("report-")
            assert (state is None) == (duty["due"] is None or not (now or (received and state)))


@pytest.mark.parametrize(
    ("lang", "unknown"),
    [("zh", "是否已经报告，本页不知道"), ("en", "whether a report was made, this page does not know")],
)
def test_long_past_says_what_is_not_known(lang, unknown):
    """Up to a day it was missed; from then on only the length and what is not known."""
    for hours, long_past in ((0, False), (24, False), (24.01, True), (4536, True)):
        now = at(
            datetime.fromisoformat("2026-11-21T18:30:00+08:00"), hours=hours, seconds=1 if hours == 0 else 0
        )
        duty = duties(report(lang, cii="no", central_body="no", grade="relatively_major", now=now))[
            "report-provincial"
        ]
        assert duty["state"] == "missed"
        assert (unknown in duty["state_text"]) == long_past
