"""Every work that the site publishes and every worked case, read from the data beside the rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from calculators.catalogue import LAWS
from calculators.data import read_toml
from calculators.kernel.cases import Case, read_cases
from calculators.kernel.citation import Ref
from calculators.kernel.provisions.grading import Grading, read_grading
from calculators.kernel.text import Text
from calculators.kernel.works import Work, read_work


@cache
def works() -> dict[str, Work]:
    """Return the works by their id, in the order in which the site lists them; behind an annex stand its parts."""
    found = {}
    for work, _ in _read():
        table = gradings().get(work.id)
        parts = {each.id: each.provision() for each in table.indicators} if table else {}
        found[work.id] = replace(work, provisions={**work.provisions, **parts})
    return found


@cache
def gradings() -> dict[str, Grading]:
    """Return the grading table of each work whose annex has one, by the id of the work."""
    return {work.id: read_toml(folder / work.annex, read_grading) for work, folder in _read() if work.annex}


@cache
def cases(calculator: str) -> tuple[Case, ...]:
    """Return the worked cases of a calculator, in the order in which a page shows them."""
    file = next(
        files(package) / folder / "cases.toml"
        for package, law in LAWS.items()
        for folder, each in law.calculators.items()
        if each.name == calculator
    )
    return read_toml(file, read_cases)


def cite(at: str) -> Text:
    """Return the citation of ``work:id`` as it is written; KeyError where there is no such work or provision."""
    ref = Ref.parse(at)
    work = works()[ref.work]
    return work.cite(work[ref.provision].id)


@cache
def _read() -> tuple[tuple[Work, Traversable], ...]:
    """Return each work as its file has it, with the folder of its law."""
    named = ((files(package), name) for package, law in LAWS.items() for name in law.works)
    return tuple((read_toml(folder / name, read_work), folder) for folder, name in named)
