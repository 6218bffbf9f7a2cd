"""The steps of grading: whom the Measures bind, how the annex is read, each indicator that was answered, the pairs."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.incidents.grade.questions import BELOW, INDICATORS, NONE, WORK
from calculators.incidents.grade.rules import GRADES, PAIRS, Graded, cells_from_below
from calculators.incidents.law.scope import SCOPE
from calculators.kernel.citation import Citation, digest
from calculators.kernel.finding import Step
from calculators.kernel.logic import UNKNOWN, leaves
from calculators.kernel.provisions.grading import Cell
from calculators.kernel.text import Text, joined
from calculators.kernel.works import CONFIDENCE


def steps(graded: Graded) -> tuple[Step, ...]:
    """Return every step; what was not asked or not answered has none, and stands among what is missing."""
    answered = [name for name in INDICATORS if graded.answers[name] != UNKNOWN]
    return (
        SCOPE,
        Step(
            rule="any-one",
            basis=(digest(f"{WORK}:annex", "2S"), digest(f"{WORK}:annex-closing", "2S")),
            outcome="applies",
            text=_ANY_ONE,
        ),
        *(_indicator(name, graded) for name in answered),
        *_pairs(graded),
    )


def _indicator(name: str, graded: Graded) -> Step:
    """Return what an answer comes to, on the cell that it names; below all of them, on the lowest that is verified."""
    indicator, answer, extent = INDICATORS[name], graded.answers[name], graded.extents[name]
    cells = cells_from_below(indicator)
    beyond = cells[extent.sure : extent.most]
    unverified = _BEYOND.fill(grades=joined([cell.grade.name for cell in beyond])) if beyond else _STOP
    if extent.sure:
        cell = cells[extent.sure - 1]
        cited = cell
        said = _REACHED.fill(grade=cell.grade.name, value=indicator.said(cell), sure=_sureness(cell))
    else:
        cited = next(cell for cell in cells if not cell.is_open)
        said = {BELOW: _BELOW, NONE: _NONE}[answer].fill(sure=CONFIDENCE[cited.confidence])
    return Step(
        rule=indicator.id,
        basis=(digest(f"{WORK}:{indicator.id}", cited.confidence),),
        outcome="applies" if extent.sure else "open" if extent.most else "not_applicable",
        text=_NAMED.fill(name=indicator.name, said=said, unverified=unverified),
        facts={name: answer},
    )


def _pairs(graded: Graded) -> Iterator[Step]:
    """Yield what the groups come to that count only together, once something in them is answered."""
    for id_, pair in PAIRS.items():
        facts = {leaf.fact: graded.answers[leaf.fact] for leaf in leaves(pair)}
        given = {name: answer for name, answer in facts.items() if answer != UNKNOWN}
        if given:
            sure, most = graded.sure(pair), graded.at_most(pair)
            said = GRADES[sure - 1].name if sure else _PAIR_NOT
            if most > sure:
                said = _PAIR_OPEN.fill(grade=GRADES[most - 1].name)
                if sure:
                    said = _PAIR_BETWEEN.fill(grade=GRADES[sure - 1].name, most=GRADES[most - 1].name)
            yield Step(
                rule=id_,
                basis=_PAIR_BASIS[id_],
                outcome="applies" if sure else "open" if most else "not_applicable",
                text=_PAIR_NAMED[id_].fill(said=said),
                facts=given,
            )


def _sureness(cell: Cell) -> Text:
    return _AS_GIVEN if cell.is_open else CONFIDENCE[cell.confidence]


_PAIR_BASIS: dict[str, tuple[Citation, ...]] = {
    "sites-down": (digest(f"{WORK}:annex-portal-sites", "1S"), digest(f"{WORK}:annex-portal-outage", "2S")),
    "tampering": (digest(f"{WORK}:annex-tampering-sites", "1S"),),
}
"""Where the digest says that the times and counts refer to the sites named."""

_ANY_ONE = Text(
    "达到某一级任何一项指标的，通常可以判为该级，自高而低判断；各项数字都包括本数。",
    "An incident that meets any one indicator of a grade can normally be judged to be of that grade, from the top down; every number includes itself.",
)
_NAMED = Text("{name}：{said}{unverified}", "{name}: {said}{unverified}")
_REACHED = Text("达到{grade}一格，即{value}（{sure}）", "the cell of {grade} is reached: {value} ({sure})")
_AS_GIVEN = Text(
    "这一格此处未核实，以所填为准", "this cell is not verified here, and what was entered is taken as given"
)
_BELOW = Text(
    "发生了，没有达到已核实的格（最低一格{sure}）",
    "it happened, and no verified cell is reached (the lowest of them: {sure})",
)
_NONE = Text("没有发生", "it did not happen")
_BEYOND = Text(
    "；{grades}一格此处未核实，不能排除。",
    "; the cell of {grades} is not verified here and cannot be excluded.",
)
_STOP = Text("。", ".")
_PAIR_NAMED = {
    "sites-down": Text(
        "网站不能访问，要同时看是哪些网站、多长时间，取较低的一级：{said}。",
        "Sites not reachable: which sites and for how long count together, at the lower of the two: {said}.",
    ),
    "tampering": Text(
        "内容被篡改，要同时看是哪些网站、平台和造成的后果，取较低的一级：{said}。",
        "Tampering: which sites or platforms and with what effect count together, at the lower of the two: {said}.",
    ),
}
_PAIR_BETWEEN = Text("至少是{grade}，最高可能是{most}", "at least {grade}, and up to {most}")
_PAIR_OPEN = Text("未定，最高可能是{grade}", "open, and up to {grade}")
_PAIR_NOT = Text("没有达到任何一级", "no grade is reached")
