"""incident-grade on what public reports state of incidents: each comes to the grade worked out by hand from the annex."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from calculators.texts import gradings
from tests.calculators.incidents.grades import GRADES, ROWS, grade

CASES = tomllib.loads(Path(__file__).with_name("found_grades.toml").read_text(encoding="utf-8"))["case"]
INDICATORS = {
    each.id.removeprefix("annex-").replace("-", "_"): each
    for each in gradings()["incident-measures"].indicators
}


def test_what_was_reported_comes_to_the_grade_worked_out_by_hand():
    wrong = [
        f"{case['source']['title']}: {part} is {said}, not {right} ({case['why']})"
        for case in CASES
        for part, said, right in _answers(case)
        if said != right
    ]
    assert not wrong, "\n".join(wrong)


def test_every_figure_stands_in_the_cell_that_was_ticked():
    """By the annex's own numbers: the cell ticked is reached, the next verified one above it is not."""
    for case in CASES:
        for name, figure in case.get("stated", {}).items():
            reached = [
                each
                for each, cell in zip(GRADES, reversed(INDICATORS[name].cells), strict=True)
                if cell.number is not None and figure >= _in_hours(cell.number, cell.unit)
            ]
            highest = reached[-1] if reached else "below"
            assert case["facts"][name] == highest, f"{case['source']['title']}: {figure} reaches {highest}"


def test_ten_and_more_reports_of_every_outcome():
    assert len({case["source"]["at"] for case in CASES}) == len(CASES) >= 10
    assert {case["answer"] for case in CASES} == {*GRADES, "open"}


def _answers(case: Mapping) -> Iterator[tuple[str, object, object]]:
    """Yield each part of the answer: its name, what the calculator says and what is right."""
    finding = grade(**case["facts"])
    assert finding["ok"], finding
    yield "the answer", finding["answer"], case["answer"]
    yield "at most", finding["at_most"], case["at_most"]
    nothing_above = case["answer"] == case["at_most"]
    open_facts = set() if nothing_above else set(ROWS) - set(case["facts"]) - set(case.get("settled", ()))
    yield "missing", sorted(finding["missing"]), sorted(open_facts)
    unverified = [f"incident-measures:{INDICATORS[name].id}" for name in case.get("unverified", ())]
    yield "not verified", list(finding["unverified"]), unverified


def _in_hours(number: float, unit: str | None) -> float:
    """Durations are stated in hours; every other number is in the unit of the annex."""
    return number / 60 if unit == "minutes" else number
