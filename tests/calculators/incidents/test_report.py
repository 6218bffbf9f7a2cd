"""incident-report: every rule at its boundary."""

from datetime import datetime, timedelta

import pytest

from calculators.texts import cases
from tests.calculators.incidents.reports import ABOVE, duties, report

NOTHING = {
    "cii": "no",
    "central_body": "no",
    "suspected_crime": "no",
    "sector_rules": "no",
    "ransomware": "no",
}
ROUTES = {
    "report-cii": ({"cii": "yes"}, timedelta(hours=1)),
    "report-central": ({"central_body": "yes"}, timedelta(hours=2)),
    "report-provincial": ({}, timedelta(hours=4)),
}
RELAYS = {
    "report-cii": ("relay-cii", timedelta(minutes=30)),
    "report-central": ("relay-central", timedelta(hours=1)),
    "report-provincial": ("relay-provincial", timedelta(hours=1)),
}


@pytest.mark.parametrize("case", cases("incident-report"), ids=lambda case: case.id)
def test_every_worked_case_comes_to_what_it_says(case):
    """The cases shown on the page are the tests."""
    finding = report(**case.facts)
    assert finding["ok"], finding
    assert [(each["id"], each["due"] or "") for each in finding["duties"]] == list(
        case.expect["duties"].items()
    )
    finding["readings"] = [reading["id"] for reading in finding["readings"]]
    assert {key: finding[key] for key in case.expect if key != "duties"} == {
        key: value for key, value in case.expect.items() if key != "duties"
    }


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("grade", ABOVE)
@pytest.mark.parametrize(
    "aware_at",
    [
        "2026-11-21T14:30:00+08:00",
        "2026-12-31T23:59:59+08:00",
        "2028-02-28T23:30:00+08:00",
        "2028-02-29T23:30:00+08:00",
        "2027-02-28T23:30:00+08:00",
        "2026-04-30T20:00:00+08:00",
        "2026-10-01T00:00:00+08:00",
    ],
)
def test_each_route_has_its_limit_to_the_second(route, grade, aware_at):
    """In time one second before and on the last second, missed one second after: across days, months and years."""
    facts, limit = ROUTES[route]
    due = datetime.fromisoformat(aware_at) + limit
    for seconds in (-1, 0, 1):
        now = (due + timedelta(seconds=seconds)).isoformat()
        finding = report(**{**NOTHING, **facts}, grade=grade, aware_at=aware_at, now=now)
        duty = duties(finding)[route]
        assert duty["due"] == due.isoformat()
        assert duty["left_seconds"] == -seconds
        assert duty["state_text"].startswith("已超过" if seconds > 0 else "还剩")
        assert finding["first_due"] == due.isoformat()


@pytest.mark.parametrize("route", ROUTES)
def test_only_from_major_up_is_a_report_passed_on(route):
    """较大 has no relay; 重大 and 特别重大 have one, latest after both limits."""
    facts, limit = ROUTES[route]
    relay, further = RELAYS[route]
    due = datetime.fromisoformat("2026-11-21T14:30:00+08:00") + limit + further
    for grade in ABOVE:
        listed = duties(report(**{**NOTHING, **facts}, grade=grade))
        assert (relay in listed) == (grade != "relatively_major")
        if relay in listed:
            assert listed[relay]["due"] == due.isoformat()
            assert listed[relay]["after"] == route


@pytest.mark.parametrize("route", ROUTES)
def test_the_relay_runs_from_receipt_once_it_is_known(route):
    """Received after ten minutes, the next stage's clock starts there."""
    facts, _ = ROUTES[route]
    relay, further = RELAYS[route]
    received = datetime.fromisoformat("2026-11-21T14:40:00+08:00")
    finding = report(**{**NOTHING, **facts}, grade="major", received_at=received.isoformat())
    assert duties(finding)[relay]["due"] == (received + further).isoformat()


def test_a_relay_whose_report_is_not_in_yet_is_shown_as_the_latest_possible():
    """Only a later stage with a number, and only until the receipt is known."""
    noted = {
        name: duty["id"]
        for name, finding in (
            ("open", report(**{**NOTHING, "cii": "yes"}, grade="major")),
            (
                "received",
                report(**{**NOTHING, "cii": "yes"}, grade="major", received_at="2026-11-21T14:40:00+08:00"),
            ),
        )
        for duty in finding["duties"]
        if duty["note"]
    }
    assert noted == {"open": "relay-cii"}


def test_one_time_of_receipt_never_moves_a_relay_back_where_two_routes_may_apply():
    """It does not say who had the report: each relay is listed at the earlier time, and a note says so."""
    both = {**NOTHING, "cii": "yes", "central_body": "yes"}
    late = report(**both, grade="major", received_at="2026-11-21T16:20:00+08:00")
    assert duties(late)["relay-cii"]["due"] == "2026-11-21T16:00:00+08:00"
    assert duties(late)["relay-central"]["due"] == "2026-11-21T17:20:00+08:00"
    assert {name for name, duty in duties(late).items() if duty["note"]} == {"relay-cii"}
    assert any("两条报告路径" in note for note in late["notes"])
    early = report(**both, grade="major", received_at="2026-11-21T14:40:00+08:00")
    assert duties(early)["relay-cii"]["due"] == "2026-11-21T15:10:00+08:00"
    alone = report(**{**both, "central_body": "no"}, grade="major", received_at="2026-11-21T16:20:00+08:00")
    assert duties(alone)["relay-cii"]["due"] == "2026-11-21T16:50:00+08:00"
    assert not any("两条报告路径" in note for note in alone["notes"])


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "至少已超过3小时30分钟"), ("en", "missed by at least 3 hours 30 minutes")]
)
def test_a_relay_that_rests_on_the_whole_time_says_so_even_where_a_receipt_is_given(lang, said):
    """The receipt may have been the other route's: by how much this one was missed is not certain."""
    late = report(lang, cii="yes", central_body="yes", grade="major", received_at="2026-11-21T16:20:00+08:00",
                  now="2026-11-21T19:30:00+08:00")  # fmt: skip
    assert duties(late)["relay-cii"]["state_text"] == said
    step = next(each for each in late["steps"] if each["rule"] == "relay-cii")
    assert ("；最晚不过" if lang == "zh" else "; at the latest ") in step["text"]


def test_who_tells_whom_after_the_relay():
    """The national body informs departments after a central body's relay, the provincial one its peers at once."""
    central = duties(report(**{**NOTHING, "central_body": "yes"}, grade="major"))["inform-departments"]
    assert (central["from"], central["after"], central["timing"]) == (
        "国家网信部门",
        "relay-central",
        "prompt",
    )
    peers = duties(report(**NOTHING, grade="major"))["inform-peers"]
    assert (peers["from"], peers["timing"], peers["due"]) == ("省级网信部门", "prompt", None)


def test_recipients_of_the_critical_infrastructure_route():
    """Both the protection department and public security are told."""
    assert duties(report(**{**NOTHING, "cii": "yes"}, grade="major"))["report-cii"]["to"] == [
        "保护工作部门",
        "公安机关",
    ]


def test_both_routes_at_once_are_both_listed_with_a_reading():
    """The text does not rank them, and the finding says so."""
    finding = report(**{**NOTHING, "cii": "yes", "central_body": "yes"}, grade="relatively_major")
    assert {"report-cii", "report-central"} <= set(duties(finding))
    assert "report-provincial" not in duties(finding)
    assert "both-routes" in [reading["id"] for reading in finding["readings"]]
    alone = report(**{**NOTHING, "cii": "yes"}, grade="relatively_major")
    assert "both-routes" not in [reading["id"] for reading in alone["readings"]]


def test_an_unknown_fact_opens_both_branches():
    """Without knowing whether it is critical infrastructure, the 1-hour and the 4-hour route stand side by side."""
    finding = report(**{**NOTHING, "cii": "unknown"}, grade="major")
    for duty in ("report-cii", "relay-cii", "report-provincial", "relay-provincial", "inform-peers"):
        assert duties(finding)[duty]["when"] == "if"
        assert duties(finding)[duty]["if"] == ["cii"]
    assert finding["answer"] == "report"
    assert finding["missing"] == ["cii"]


def test_a_general_incident_lists_only_crime_and_sector():
    """一般 is outside the procedure; what may still apply is listed with the reading on it."""
    finding = report(grade="general")
    assert finding["answer"] == "below_threshold"
    assert list(duties(finding)) == ["report-crime", "report-sector"]
    assert {duty["when"] for duty in finding["duties"]} == {"if"}
    assert finding["missing"] == ["suspected_crime", "sector_rules"]
    assert [reading["id"] for reading in finding["readings"]] == ["below-threshold"]
    assert finding["first_due"] is None
    assert finding["contents"] == []
    settled = report(**{**NOTHING, "suspected_crime": "yes"}, grade="general")
    assert [(duty["id"], duty["when"]) for duty in settled["duties"]] == [("report-crime", "applies")]
    assert report(**NOTHING, grade="general")["duties"] == []


def test_an_unknown_grade_is_open_and_lists_duties_as_from_relatively_major_up():
    """The reports hang on the grade; crime and sector do not."""
    finding = report(**{**NOTHING, "cii": "yes", "suspected_crime": "yes"}, grade="unknown")
    assert finding["answer"] == "open"
    assert finding["missing"] == ["grade"]
    assert duties(finding)["report-cii"]["if"] == ["grade"]
    assert duties(finding)["relay-cii"]["if"] == ["grade"]
    assert duties(finding)["report-crime"]["when"] == "applies"
    assert finding["first_due"] == "2026-11-21T15:30:00+08:00"


@pytest.mark.parametrize(
    ("fact", "duty"), [("suspected_crime", "report-crime"), ("sector_rules", "report-sector")]
)
@pytest.mark.parametrize(("value", "when"), [("yes", "applies"), ("unknown", "if"), ("no", None)])
def test_crime_and_sector_rules_add_their_report(fact, duty, value, when):
    """Each is promptly reported, on top of the rest; no number of hours."""
    found = duties(report(**{**NOTHING, fact: value}, grade="major")).get(duty)
    assert (found and found["when"]) == when
    assert found is None or (found["timing"], found["due"], found["limit"]) == ("prompt", None, None)


@pytest.mark.parametrize(
    ("handled_on", "strict", "other"),
    [
        ("2026-11-21", "2026-12-21", "2026-12-22"),
        ("2026-12-31", "2027-01-30", "2027-01-31"),
        ("2028-01-31", "2028-03-01", "2028-03-02"),
        ("2027-01-31", "2027-03-02", "2027-03-03"),
        ("2028-02-29", "2028-03-30", "2028-03-31"),
    ],
)
def test_the_summary_is_due_thirty_days_after_handling_on_both_counts(handled_on, strict, other):
    """Strictly the first day counts; the other reading leaves it out; both end at 24:00."""
    summary = duties(report(**NOTHING, grade="major", handled_on=handled_on))["summary"]
    assert summary["limit"] == "P30D"
    assert summary["due"] == f"{strict}T00:00:00+08:00"
    assert summary["due_other"] == f"{other}T00:00:00+08:00"


def test_the_summary_waits_for_the_end_of_handling():
    """Until handling has ended there is nothing to count from."""
    summary = duties(report(**NOTHING, grade="major"))["summary"]
    assert (summary["due"], summary["due_other"]) == (None, None)


@pytest.mark.parametrize(
    ("aware_at", "ok"),
    [
        ("2025-10-31T23:59:59+08:00", False),
        ("2025-11-01T00:00:00+08:00", True),
        ("2025-10-31T16:00:00Z", True),
        ("2025-10-31T15:59:59Z", False),
        ("2025-11-01T00:00:00+14:00", False),
    ],
)
def test_the_measures_apply_from_the_first_second_of_november_2025(aware_at, ok):
    """Before it the finding refuses and says since when they apply."""
    finding = report(aware_at=aware_at, grade="major")
    assert finding["ok"] == ok
    if not ok:
        assert finding["error"]["code"] == "out_of_force"
        assert finding["error"]["field"] == "aware_at"
        assert "2025年11月1日" in finding["error"]["message"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"received_at": "2026-11-21T14:29:59+08:00"}, "received_at"),
        ({"handled_on": "2026-11-20"}, "handled_on"),
        ({"aware_at": "9999-12-31T23:00:00+08:00"}, "aware_at"),
        ({"handled_on": "9999-12-15"}, "handled_on"),
        (
            {"aware_at": "9999-12-01T00:00:00+08:00", "received_at": "9999-12-31T23:45:00+08:00"},
            "received_at",
        ),
    ],
)
def test_times_that_cannot_be_are_refused_at_their_field(facts, field):
    """A receipt before the incident, an end before the start, a deadline after the calendar."""
    finding = report(**{**NOTHING, "cii": "yes"}, grade="major", **facts)
    assert finding["error"]["field"] == field
    assert finding["error"]["code"] == "bad_input"


def test_received_and_handled_may_coincide_with_discovery():
    """The same second and the same day are not before."""
    assert report(grade="major", received_at="2026-11-21T14:30:00+08:00", handled_on="2026-11-21")["ok"]


def test_a_time_without_offset_is_beijing_time_and_the_finding_says_so():
    """The assumption is never silent."""
    finding = report(aware_at="2026-11-21 14:30", grade="major")
    assert finding["facts"]["aware_at"] == "2026-11-21T14:30:00+08:00"
    assert finding["notes"][0] == "发现时间按北京时间计算。"
    assert not [note for note in report(grade="major")["notes"] if "发现时间" in note]


def test_an_incident_in_the_future_is_answered_and_noted():
    """Allowed, and said."""
    assert "晚于" in report(grade="major", now="2026-11-21T14:00:00+08:00")["notes"][0]


def test_what_the_report_contains_and_what_may_follow():
    """Items 1 and 2 go first; what rests on one source says so; ransomware adds the demand."""
    contents = report(grade="major", ransomware="yes")["contents"]
    assert [item["item"] for item in contents] == ["1", "2", "2+", "3", "4", "5", "6", "7", "8"]
    assert [item["item"] for item in contents if not item["may_follow"]] == ["1", "2", "2+"]
    assert [item["item"] for item in contents if item["confidence"] == "1S"] == ["7", "8"]
    assert "2+" not in [item["item"] for item in report(grade="major", ransomware="no")["contents"]]
    unknown = {item["item"]: item for item in report(grade="major")["contents"]}
    assert unknown["2+"]["condition_text"] == "如果是勒索软件攻击"


def test_six_channels_and_whose_they_are():
    """The note says that they do not replace the other reports."""
    channels = report(grade="major")["channels"]
    assert len(channels["items"]) == 6
    assert "没有来源说明，报了12387就不必再报保护工作部门、公安机关。" in channels["note"]


def test_readings_that_every_report_rests_on():
    """The start of the clock, the hours and the full hour are named, strict first, with a source."""
    readings = {reading["id"]: reading for reading in report(grade="major")["readings"]}
    assert {"clock-start", "around-the-clock", "full-hour", "summary-days"} <= set(readings)
    for reading in readings.values():
        assert reading["strict"]
        assert reading["other"]
        assert reading["source"]
        assert reading["basis"]


def ids_of_readings(**facts):
    return {reading["id"] for reading in report(**facts)["readings"]}


def test_whom_the_measures_reach_is_open_only_of_one_that_may_be_abroad_or_in_a_group():
    """A department of the central organs is neither; that it may learn of an incident through a supplier remains."""
    reach = {"operator-abroad", "group-and-parent"}
    assert ids_of_readings(grade="major") & reach == reach
    assert ids_of_readings(**{**NOTHING, "central_body": "yes"}, grade="major") & reach == set()
    assert "learned-through-supplier" in ids_of_readings(**{**NOTHING, "central_body": "yes"}, grade="major")
    assert ids_of_readings(grade="general") & reach == set()


def test_a_grade_that_falls_is_read_where_a_report_is_due_or_was_made():
    """A general incident that was reported was of a higher grade before."""
    assert "grade-falls" in ids_of_readings(grade="major")
    assert "grade-falls" in ids_of_readings(grade="unknown")
    assert "grade-falls" not in ids_of_readings(grade="general")
    assert "grade-falls" in ids_of_readings(grade="general", received_at="2026-11-21T15:00")


def test_keys_and_codes_do_not_change_with_the_language():
    """Only texts do."""

    def skeleton(value):
        if isinstance(value, dict):
            return {key: skeleton(each) for key, each in value.items()}
        return [skeleton(each) for each in value] if isinstance(value, list) else type(value)

    facts = {"cii": "yes", "grade": "major", "now": "2026-11-21T15:00:00+08:00", "handled_on": "2026-11-30"}
    zh, en = report("zh", **facts), report("en", **facts)
    assert skeleton(zh) == skeleton(en)
    for key in ("answer", "first_due", "missing", "facts"):
        assert zh[key] == en[key]
    assert [duty["id"] for duty in zh["duties"]] == [duty["id"] for duty in en["duties"]]
