"""People and places in public reports: what they may do, and the readings on whom the rule binds."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from calculators.catalogue import ask
from tests.calculators.test_scope import ABROAD, GIVEN

CASES = tomllib.loads(Path(__file__).with_name("found_scope.toml").read_text(encoding="utf-8"))["case"]


def test_those_abroad_are_answered_as_worked_out_by_hand():
    wrong = [
        f"{case['source']['title']}: {fault} ({case['why']})"
        for case in CASES
        for lang in GIVEN
        for fault in _faults(case, ask(case["calculator"], case["facts"]).to_json(lang), GIVEN[lang])
    ]
    assert not wrong, "\n".join(wrong)


def test_ten_and_more_reports_of_every_calculator_with_a_scope():
    assert len({case["source"]["at"] for case in CASES}) >= 10
    assert {case["calculator"] for case in CASES} == {"disclosure", "incident-report", "vulnerability-duties"}
    assert {"permitted", "prohibited", "open"} == {case["answer"] for case in CASES if "answer" in case}


def _faults(case: Mapping, finding: Mapping, given: str) -> Iterator[str]:
    """Yield what is wrong with a finding, in words."""
    if not finding["ok"]:
        yield f"refused: {finding['error']}"
        return
    first = finding["steps"][0]
    if first["rule"] != "scope" or given not in first["text"]:
        yield "the first step does not take whom the rule binds as given"
    if finding["answer"] != case.get("answer", finding["answer"]):
        yield f"{finding['answer']}, not {case['answer']}"
    shown = {each["id"] for each in finding["readings"]}
    wanted = set(case["readings"])
    if missing := wanted - shown:
        yield f"no reading {sorted(missing)}"
    if more := (shown & ABROAD - wanted) | (shown & set(case["never"])):
        yield f"a reading on somebody else: {sorted(more)}"
