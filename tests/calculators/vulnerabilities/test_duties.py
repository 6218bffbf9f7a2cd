"""vulnerability-duties: every rule at its boundary."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.catalogue import ask
from calculators.texts import cases

AWARE = "2026-11-21T14:30:00+08:00"
ROLES = ["provider", "operator", "finder", "platform"]


def must_do(lang="zh", **facts):
    return ask("vulnerability-duties", facts).to_json(lang)


def duties(finding):
    return {duty["id"]: duty for duty in finding["duties"]}


@pytest.mark.parametrize("case", cases("vulnerability-duties"), ids=lambda case: case.id)
def test_every_worked_case_comes_to_what_it_says(case):
    """The cases shown on the page are the tests."""
    finding = must_do(**case.facts)
    assert finding["ok"], finding
    assert [(each["id"], each["due"] or "") for each in finding["duties"]] == list(
        case.expect["duties"].items()
    )
    finding["readings"] = [reading["id"] for reading in finding["readings"]]
    assert {key: finding[key] for key in case.expect if key != "duties"} == {
        key: value for key, value in case.expect.items() if key != "duties"
    }


@pytest.mark.parametrize(
    ("role", "ids"),
    [
        (
            "provider",
            {
                "verify",
                "notify-upstream",
                "report-nvdb",
                "patch",
                "inform-users",
                "guide-users",
                "keep-log",
                "keep-channel",
                "reward-finders",
            },
        ),
        ("operator", {"verify-and-fix", "keep-log", "keep-channel"}),
        ("finder", {"tell-provider", "report-platforms", "guard-information"}),
        ("platform", {"keep-log", "keep-channel", "file-platform"}),
    ],
)
def test_each_role_has_its_own_duties(role, ids):
    """As articles 5, 6, 7, 8, 10 and 11 give them."""
    assert set(duties(must_do(role=role, aware_at=AWARE))) == ids


@pytest.mark.parametrize("role", ["provider", "operator"])
def test_a_provider_and_an_operator_must_say_when(role):
    """Their clock starts there; the others need no time."""
    refused = must_do(role=role)
    assert (refused["error"]["code"], refused["error"]["field"]) == ("missing_input", "aware_at")
    for other in ("finder", "platform", "unknown"):
        assert must_do(role=other)["ok"]


@pytest.mark.parametrize(
    ("aware_at", "strict", "other"),
    [
        ("2026-11-21T14:30:00+08:00", "2026-11-23T14:30:00+08:00", "2026-11-24T00:00:00+08:00"),
        ("2026-11-21T00:00:00+08:00", "2026-11-23T00:00:00+08:00", "2026-11-24T00:00:00+08:00"),
        ("2026-11-21T23:59:59+08:00", "2026-11-23T23:59:59+08:00", "2026-11-24T00:00:00+08:00"),
        ("2028-02-27T12:00:00+08:00", "2028-02-29T12:00:00+08:00", "2028-03-01T00:00:00+08:00"),
        ("2026-12-30T12:00:00+08:00", "2027-01-01T12:00:00+08:00", "2027-01-02T00:00:00+08:00"),
        ("2026-11-21T17:00:00Z", "2026-11-24T01:00:00+08:00", "2026-11-25T00:00:00+08:00"),
    ],
)
def test_two_days_on_both_readings(aware_at, strict, other):
    """48 hours, or to the end of the second day after discovery in Beijing."""
    duty = duties(must_do(role="provider", aware_at=aware_at))["report-nvdb"]
    assert (duty["limit"], duty["due"], duty["due_other"]) == ("P2D", strict, other)
    for seconds in (-1, 0, 1):
        now = (datetime.fromisoformat(strict) + timedelta(seconds=seconds)).isoformat()
        timed = duties(must_do(role="provider", aware_at=aware_at, now=now))["report-nvdb"]
        assert timed["left_seconds"] == -seconds


@pytest.mark.parametrize(
    ("made", "strict", "other"),
    [
        ("2026-08-31", "2027-03-01", "2027-03-01"),
        ("2027-08-31", "2028-03-01", "2028-03-01"),
        ("2027-08-29", "2028-03-01", "2028-02-29"),
        ("2026-08-28", "2027-03-01", "2027-02-28"),
        ("2026-03-05", "2026-09-06", "2026-09-05"),
        ("2026-03-31", "2026-10-01", "2026-10-01"),
        ("2026-03-30", "2026-10-01", "2026-09-30"),
        ("2026-07-01", "2027-01-02", "2027-01-01"),
        ("2026-06-30", "2026-12-31", "2026-12-30"),
    ],
)
def test_a_log_is_kept_for_six_months_on_the_longer_count(made, strict, other):
    """Month ends are done right: 31 August and six months is the last day of February."""
    duty = duties(must_do(role="platform", log_created_on=made))["keep-log"]
    assert duty["timing"] == "keep"
    assert duty["limit"] == "P6M"
    assert duty["due"] == f"{strict}T00:00:00+08:00"
    assert duty["due_other"] == f"{other}T00:00:00+08:00"


@pytest.mark.parametrize(
    ("fact", "duty"), [("upstream", "notify-upstream"), ("users_must_act", "inform-users")]
)
@pytest.mark.parametrize(("value", "when"), [("yes", "applies"), ("unknown", "if"), ("no", None)])
def test_upstream_and_users_add_their_duty(fact, duty, value, when):
    """Immediately, and promptly; no number."""
    finding = must_do(role="provider", aware_at=AWARE, **{fact: value})
    found = duties(finding).get(duty)
    assert (found and found["when"]) == when
    assert (fact in finding["missing"]) == (value == "unknown")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"role": "provider", "aware_at": "2021-08-31T23:59:59+08:00"}, "aware_at"),
        ({"role": "platform", "log_created_on": "2021-08-31"}, "log_created_on"),
    ],
)
def test_before_september_2021_the_provisions_do_not_apply(facts, field):
    """The refusal says since when they do."""
    refused = must_do(**facts)
    assert (refused["error"]["code"], refused["error"]["field"]) == ("out_of_force", field)
    assert "2021年9月1日" in refused["error"]["message"]
    assert must_do(role="provider", aware_at="2021-09-01T00:00:00+08:00")["ok"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"role": "provider", "aware_at": "9999-12-31T00:00:00+08:00"}, "aware_at"),
        ({"role": "platform", "log_created_on": "9999-08-01"}, "log_created_on"),
        ({"role": "vendor"}, "role"),
    ],
)
def test_bad_input_names_its_field(facts, field):
    """A deadline after the calendar, a role that is none."""
    assert must_do(**facts)["error"]["field"] == field


def test_what_is_submitted_and_who_passes_it_on():
    """Item by item; the platform's databases by kind of product; the filing rule for platforms only."""
    finding = must_do(role="provider", aware_at=AWARE)
    assert len(finding["contents"]) == 6
    assert "国家计算机网络应急技术处理协调中心" in finding["contents_note"]
    assert [each["url"] for each in finding["databases"]] == [
        "https://www.cnvdb.org.cn",
        "https://www.cics-vd.org.cn",
        "https://cappvd.cstc.org.cn",
        "https://cavd.org.cn",
    ]
    assert finding["filing"] == []
    assert len(must_do(role="platform")["filing"]) == 2
    assert must_do(role="operator", aware_at=AWARE)["contents"] == []


def test_both_readings_of_two_days_are_told():
    """Strict first, with the research on it."""
    readings = {each["id"]: each for each in must_do(role="provider", aware_at=AWARE)["readings"]}
    assert "48小时" in readings["two-days"]["strict"]
    assert "10个工作日" in readings["two-days"]["source"]
    assert "six-months" in readings


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("provider", {"provider-or-operator-abroad", "services-as-products"}),
        ("operator", {"provider-or-operator-abroad"}),
        ("finder", {"finder-abroad"}),
        ("platform", {"finder-abroad"}),
        ("unknown", {"finder-abroad", "provider-or-operator-abroad", "services-as-products"}),
    ],
)
def test_whom_and_what_article_2_reaches_is_read_by_role(role, shown):
    found = {reading["id"] for reading in must_do(role=role, aware_at=AWARE)["readings"]}
    assert found & {"finder-abroad", "provider-or-operator-abroad", "services-as-products"} == shown


INSTANTS = st.datetimes(datetime(2021, 9, 2), datetime(9000, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_a_later_start_never_gives_an_earlier_deadline(start, further):
    """And the strict deadline is never after the other."""
    early, late = (
        duties(must_do(role="provider", aware_at=each.isoformat()))["report-nvdb"]
        for each in (start, start + further)
    )
    for key in ("due", "due_other"):
        assert datetime.fromisoformat(early[key]) <= datetime.fromisoformat(late[key])
    assert datetime.fromisoformat(early["due"]) <= datetime.fromisoformat(early["due_other"])


@given(st.dates(date(2021, 9, 1), date(9000, 1, 1)))
def test_retention_is_never_shorter_on_the_strict_count(made):
    """The longer time is the careful one, and a log made later is never kept less long."""
    one, next_day = (
        duties(must_do(role="platform", log_created_on=each.isoformat()))["keep-log"]
        for each in (made, made + timedelta(days=1))
    )
    assert datetime.fromisoformat(one["due"]) >= datetime.fromisoformat(one["due_other"])
    for key in ("due", "due_other"):
        assert datetime.fromisoformat(one[key]) <= datetime.fromisoformat(next_day[key])


@given(INSTANTS, st.integers(-14 * 60, 14 * 60))
def test_the_offset_in_which_a_time_is_written_does_not_change_the_answer(start, minutes):
    """One instant, written on two clocks, has the same deadlines."""
    elsewhere = start.astimezone(timezone(timedelta(minutes=minutes)))
    one, other = (must_do(role="provider", aware_at=each.isoformat()) for each in (start, elsewhere))
    assert one == other


def test_a_discovery_in_the_future_is_answered_and_noted():
    """Allowed, and said."""
    assert "晚于" in must_do(role="provider", aware_at=AWARE, now="2026-11-21T14:29:59+08:00")["notes"][0]
    assert "晚于" not in "".join(must_do(role="provider", aware_at=AWARE, now=AWARE)["notes"])


@pytest.mark.parametrize(
    ("now", "words"),
    [("2027-03-01T00:00:00+08:00", "最短保存期尚有"), ("2027-03-01T00:00:01+08:00", "前届满")],
)
def test_keeping_a_log_for_longer_misses_nothing(now, words):
    """The end of a retention is no deadline that could be missed."""
    duty = duties(must_do(role="platform", log_created_on="2026-08-31", now=now))["keep-log"]
    assert words in duty["state_text"]


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2027-02-28T23:59:59+08:00", ("running", 1)),
        ("2027-03-01T00:00:00+08:00", ("running", 0)),
        ("2027-03-01T00:00:01+08:00", (None, None)),
        ("2030-01-01T00:00:00+08:00", (None, None)),
    ],
)
def test_what_is_kept_long_enough_has_no_state(now, state):
    """Its time runs; once over, nothing was missed and nothing is left."""
    duty = duties(must_do(role="platform", log_created_on="2026-08-31", now=now))["keep-log"]
    assert (duty.get("state"), duty.get("left_seconds")) == state
    assert "late_seconds" not in duty


def test_the_submission_is_running_or_missed():
    """No receipt is asked for; nothing is said without a moment."""
    assert "state" not in duties(must_do(role="provider", aware_at=AWARE))["report-nvdb"]
    for seconds, state in ((-1, "running"), (0, "running"), (1, "missed")):
        now = (datetime.fromisoformat(AWARE) + timedelta(days=2, seconds=seconds)).isoformat()
        duty = duties(must_do(role="provider", aware_at=AWARE, now=now))["report-nvdb"]
        assert (duty["state"], duty["left_seconds"]) == (state, -seconds)
