"""The shelf: every work that the site publishes and every worked case, read from the data beside the rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from calculators.data import read_toml
from calculators.kernel.cases import Case, read_cases
from calculators.kernel.citation import Ref
from calculators.kernel.grading import Grading, read_grading
from calculators.kernel.text import Text
from calculators.kernel.works import Work, read_work

_SHELF = (
    ("calculators.incidents.law", "measures.toml"),
    ("calculators.incidents.law", "qa.toml"),
    ("calculators.vulnerabilities.law", "provisions.toml"),
)
_CASES = {
    "incident-report": ("calculators.incidents.report", "cases.toml"),
    "vulnerability-duties": ("calculators.vulnerabilities.duties", "cases.toml"),
    "disclosure": ("calculators.vulnerabilities.disclosure", "cases.toml"),
}


@cache
def works() -> dict[str, Work]:
    """Return the works by their id, in the order in which the site lists them."""
    read = (read_toml(_file(room, name), read_work) for room, name in _SHELF)
    return {work.id: _with_annex(work) if work.id == "incident-measures" else work for work in read}


def cite(at: str) -> Text:
    """Return the citation of ``work:id`` as it is written; KeyError where there is no such work or provision."""
    ref = Ref.parse(at)
    work = works()[ref.work]
    return work.cite(work[ref.provision].id)


@cache
def grading() -> Grading:
    """Return the grading table in the annex of the Measures."""
    return read_toml(_file("calculators.incidents.law", "annex.toml"), read_grading)


@cache
def cases(calculator: str) -> tuple[Case, ...]:
    """Return the worked cases of a calculator, in the order in which a page shows them."""
    return read_toml(_file(*_CASES[calculator]), read_cases)


def _with_annex(measures: Work) -> Work:
    """Return the digest with the parts of the annex behind it, each made from its row of the grading table."""
    parts = {each.id: each.provision() for each in grading().indicators}
    return replace(measures, provisions={**measures.provisions, **parts})


def _file(room: str, name: str) -> Traversable:
    return files(room) / name
