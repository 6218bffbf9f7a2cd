"""What is asked about an incident's grade: for each indicator of the annex, the highest cell that is reached.

Questions, answers and their words are made from the table of the annex; here stands only in which order they are put.
"""

from __future__ import annotations

from calculators.incidents.law.annex import ANNEX
from calculators.kernel.facts import Choice, Fact
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.provisions.grading import Cell, GradingForm, Indicator, Section
from calculators.kernel.text import Text
from calculators.kernel.works import CONFIDENCE

BELOW = "below"
NONE = "none"

WORK = "incident-measures"
"""The digest that holds the annex."""


def name_of(indicator: Indicator) -> str:
    """Return the fact that asks for an indicator: ``cii_whole`` for ``annex-cii-whole``."""
    return indicator.id.removeprefix("annex-").replace("-", "_")


INDICATORS = {name_of(each): each for each in ANNEX.indicators if each.cells}
"""The indicators by their facts."""

FIRST = (
    "personal_information",
    "loss",
    "cii_whole",
    "cii_main",
    "headcount",
    "portal_outage",
    "portal_sites",
)
SELDOM = (
    "population",
    "data",
    "tampering_sites",
    "tampering_home",
    "tampering_other_pages",
    "tampering_reposts",
    "tampering_views",
    "tampering_found",
    "other",
)
CRITERIA = ("general_systems", "general_data", "general_other")

FORM = GradingForm(
    table=ANNEX,
    work=WORK,
    indicators=INDICATORS,
    sections=(
        Section(title=Text("常见指标", "Common indicators"), facts=FIRST),
        Section(
            title=Text(
                "另有{count}项：人口比例、内容篡改等", "{count} more: population, tampering and others"
            ).fill(count=len(SELDOM)),
            facts=SELDOM,
            folded=True,
        ),
        Section(
            title=Text(
                "概括标准{count}项：没有数字，也要对照",
                "{count} general criteria: no numbers, but check them too",
            ).fill(count=len(CRITERIA)),
            facts=CRITERIA,
            folded=True,
        ),
    ),
    below=BELOW,
    none=NONE,
    criteria=CRITERIA,
    until_settled="relatively_major_or_above",
)


def _question(name: str) -> Fact:
    indicator = INDICATORS[name]
    return Fact(
        name=name,
        kind="choice",
        label=_LABEL.fill(name=indicator.name),
        help=_HELP if name in CRITERIA else None,
        basis=(f"{WORK}:{indicator.id}",),
        choices=(*map(_cell, indicator.cells), *_NO_CELL),
    )


def _cell(cell: Cell) -> Choice:
    value = CONFIDENCE["OPEN"] if cell.is_open else cell.value
    return Choice(value=cell.grade.id, label=_CELL.fill(grade=cell.grade.name, value=value))


_LABEL = Text("{name}：达到哪一格？", "{name}: which cell is reached?")
_CELL = Text("{grade}：{value}", "{grade}: {value}")
_HELP = Text(
    "没有数字，按威胁和影响的程度判断。",
    "There is no number: judge by how serious the threat and the impact are.",
)
_NO_CELL = (
    Choice(value=BELOW, label=Text("发生了，没达到已核实的格", "It happened, below every verified cell")),
    Choice(value=NONE, label=Text("没有发生", "It did not happen")),
    Choice(value=UNKNOWN, label=Text("不确定", "Not sure")),
)

QUESTIONS: tuple[Fact, ...] = tuple(map(_question, (*FIRST, *SELDOM, *CRITERIA)))
