"""Times of noticing and reporting from public reports: in time, late, running or missed, as worked out by hand."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from calculators.catalogue import ask

CASES = tomllib.loads(Path(__file__).with_name("found_states.toml").read_text(encoding="utf-8"))["case"]
INCIDENT = {"cii": "no", "central_body": "no", "grade": "relatively_major_or_above"}
AHEAD = timedelta(weeks=20 * 52)
NOT_KNOWN = {"zh": "是否已经报告，本页不知道", "en": "whether a report was made, this page does not know"}


def test_what_was_reported_is_in_time_late_running_or_missed_as_worked_out_by_hand():
    wrong = [
        f"{case['source']['title']}: {said}, not {right} ({case['why']})"
        for case in CASES
        for said, right in _states(case)
        if said != right
    ]
    assert not wrong, "\n".join(wrong)


def test_on_its_own_day_an_incident_before_the_measures_is_refused():
    for case in CASES:
        if _calculator(case) == "incident-report":
            finding = ask("incident-report", INCIDENT | {"aware_at": case["noticed"][0]}).to_json("en")
            assert finding["error"]["code"] == "out_of_force", case["source"]["title"]


def test_ten_and_more_reports_of_every_state():
    assert len({case["source"]["at"] for case in CASES}) >= 10
    assert {state for case in CASES for _, (state, _) in _states(case)} == {
        *("running", "missed", "in_time", "late")
    }


def _states(case: Mapping) -> Iterator[tuple[object, tuple[str, int | None]]]:
    """Yield what the calculator says and what is right, at the least and at the most."""
    known = "received" if "received" in case else "looked_at"
    least = case["noticed"][-1], case[known][0], case["after"][0]
    most = case["noticed"][0], case[known][-1], case["after"][-1]
    for noticed, until, after in (least, most):
        for lang in ("zh", "en"):
            yield _said(case, lang, noticed, known, until), _right(known, after)


def _said(case: Mapping, lang: str, noticed: str, known: str, until: str) -> tuple[str, int | None]:
    name = _calculator(case)
    ahead = AHEAD if name == "incident-report" else timedelta(0)
    facts = (INCIDENT if name == "incident-report" else {}) | case.get("facts", {})
    facts |= {
        "aware_at": _moved(noticed, ahead),
        {"received": "received_at"}.get(known, "now"): _moved(until, ahead),
    }
    finding = ask(name, facts).to_json(lang)
    assert finding["ok"], finding
    duty = next(each for each in finding["duties"] if each["id"] == case.get("duty", "report-provincial"))
    long_past = duty["state"] == "missed" and duty["left_seconds"] < -86400
    if name == "incident-report":
        assert (NOT_KNOWN[lang] in duty["state_text"]) == long_past, duty["state_text"]
    return duty["state"], duty.get("late_seconds", duty.get("left_seconds"))


def _right(known: str, after: int) -> tuple[str, int | None]:
    if known == "received":
        return ("late", after * 60) if after > 0 else ("in_time", None)
    return ("missed" if after > 0 else "running"), -after * 60


def _calculator(case: Mapping) -> str:
    return case.get("calculator", "incident-report")


def _moved(moment: str, ahead: timedelta) -> str:
    return (datetime.fromisoformat(moment) + ahead).isoformat()
