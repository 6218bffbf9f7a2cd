"""The ladder of grades: what lies on each rung by the annex, and which duties begin there."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import Truth, leaves
from calculators.kernel.provisions.grading import Cell, Grading, Indicator
from calculators.kernel.text import Lang, Text, begun, both, joined
from calculators.kernel.works import CONFIDENCE
from calculators.texts import gradings, works
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.pictures.drawing import (
    PADDING,
    WIDTH,
    Paragraph,
    box_height,
    fold,
    rect,
    text,
)
from publisher.pictures.drawing import svg as drawing
from publisher.pictures.figure import WORDS, Picture, item, lowered, shows

_WORK, _FACT = "incident-measures", "grade"
_NAME, _STEP = 108, 18
"""The width of the highest rung's name, and by how much each lower one's is wider: the steps of the ladder."""
TOGETHER = frozenset({"access", "tampering"})
"""The groups of rows that decide nothing one by one, as the help of the table says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One grade: its name, the indicators that reach it, and the duties that no lower grade brings."""

    id: str
    name: Text
    answer: Text
    """Whether the Measures require a report, in a word."""
    cells: tuple[tuple[Indicator, Cell], ...]
    begins: tuple[DutyRule, ...]
    below: Text | None
    """The next lower grade."""


def grades(lang: Lang, calculator: Calculator | None = None, grading: Grading | None = None) -> Picture:
    """Return the picture of the annex beside the duties of the Measures."""
    found = rungs(calculator or calculator_named("incident-report"), grading or gradings()[_WORK])
    parts: list[Markup] = []
    y: float = 1
    for place, rung in enumerate(found):
        drawn, height = _rung(rung, _NAME + place * _STEP, y, lang)
        parts.append(drawn)
        y += height + 8
    title = WORDS["grades_title"]
    return Picture(
        title=title,
        drawing=drawing(y - 7, shows(title, lang), parts),
        words=[_words(each, lang) for each in found],
        note=WORDS["grades_note"],
    )


def rungs(calculator: Calculator, grading: Grading) -> list[Rung]:
    """Return the grades from the highest down; below those of the annex, the one under which no report is due."""
    choices = next(each for each in calculator.facts if each.name == _FACT).choices
    dated = [rule for rule in calculator.rules if rule.timing == "limit"]
    lowest = [each for each in choices if all(_truth(rule, each.value) is Truth.NOT_MET for rule in dated)]
    names = [(each.id, begun(each.name)) for each in grading.grades] + [
        (each.value, each.label) for each in lowest
    ]
    rows = [each for each in grading.indicators if decides_alone(each)]
    return [
        Rung(
            id=id_,
            name=name,
            answer=_answer(calculator, id_),
            below=names[place + 1][1] if place + 1 < len(names) else None,
            cells=tuple((row, cell) for row in rows for cell in row.cells if cell.grade.id == id_),
            begins=tuple(
                rule
                for rule in calculator.rules
                if _truth(rule, id_) is not Truth.NOT_MET
                and all(_truth(rule, lower) is Truth.NOT_MET for lower, _ in names[place + 1 :])
            ),
        )
        for place, (id_, name) in enumerate(names)
    ]


def _answer(calculator: Calculator, grade: str) -> Text:
    """Return the answer in a word to an incident of a grade, of the first day of the Measures."""
    finding = calculator.answer({"aware_at": f"{works()[_WORK].in_force}T12:00:00+08:00", _FACT: grade})
    return next(each.label for each in calculator.answers if each.value == finding.conclusion.answer)


def _truth(rule: DutyRule, grade: str) -> Truth:
    return rule.condition.judge({_FACT: grade})


def decides_alone(row: Indicator) -> bool:
    """Whether an indicator has a number in every grade and needs no other row beside it."""
    return bool(row.cells) and all(each.number is not None for each in row.cells) and row.part not in TOGETHER


def _cell(row: Indicator, cell: Cell) -> Text:
    """Return what an indicator asks, with how sure that is where two sources do not bear it."""
    sentence = (row.says or WORDS["case"].fill(case=row.name, answer="{value}")).fill(
        value=cell.value, of=cell.of or ""
    )
    sure = WORDS["sure"].fill(text=CONFIDENCE[cell.confidence]) if cell.confidence != "2S" else both("")
    return begun(Text(sentence.zh + sure.zh, sentence.en + sure.en))


def _begin(rule: DutyRule) -> Text:
    """Return a duty with its time; one that hangs on no grade says on what it hangs."""
    timed = WORDS["begin"].fill(duty=rule.name, time=rule.timing_text)
    if _hangs_on_grade(rule):
        return timed
    condition = joined([leaf.text for leaf in leaves(rule.condition)])
    return WORDS["if_needed"].fill(duty=timed, condition=condition)


def _hangs_on_grade(rule: DutyRule) -> bool:
    return _FACT in {leaf.fact for leaf in leaves(rule.condition)}


def _heading(rung: Rung) -> Text:
    """Return what stands over the duties of a rung."""
    if not rung.begins and rung.below:
        return WORDS["nothing_more"].fill(grade=lowered(rung.below))
    return WORDS["begins" if any(map(_hangs_on_grade, rung.begins)) else "whatever_grade"]


def _rung(rung: Rung, name_width: float, y: float, lang: Lang) -> tuple[Element, float]:
    """Return one rung and its height: its name, the indicators, the duties that begin with it."""
    name = fold(
        [Paragraph(rung.name.in_(lang), "name"), Paragraph(rung.answer.in_(lang))], name_width - 2 * PADDING
    )
    left = 1 + name_width + 10
    room = WIDTH - 1 - left
    half = room * 0.47 if rung.cells else 0
    marks = fold(
        [Paragraph(_cell(row, cell).in_(lang), point=True) for row, cell in rung.cells], half - PADDING
    )
    begins = [Paragraph(_begin(each).in_(lang), point=True) for each in rung.begins]
    duties = fold([Paragraph(_heading(rung).in_(lang), "name"), *begins], room - half - 2 * PADDING)
    height = max(box_height(name), box_height(marks), box_height(duties))
    drawn = tag(
        "g",
        rect(1, y, WIDTH - 2, height),
        rect(1, y, name_width, height, "diagram-box--who"),
        text(name, 1 + PADDING, y + PADDING - 2, lang),
        text(marks, left, y + PADDING - 2, lang),
        text(duties, left + half + PADDING, y + PADDING - 2, lang),
        data_grade=rung.id,
    )
    return drawn, height


def _words(rung: Rung, lang: Lang) -> Element:
    cells = [
        tag("li", tag("a", mark_chinese(_cell(row, cell).in_(lang), lang), href=page_link(_WORK, row.id)))
        for row, cell in rung.cells
    ]
    duties = [
        item(mark_chinese(_begin(each).in_(lang), lang), basis=each.basis, lang=lang, data_duty=each.id)
        for each in rung.begins
    ]
    answer = f"{WORDS['colon'].in_(lang)}{rung.answer.in_(lang)}"
    return item(
        tag("strong", mark_chinese(rung.name.in_(lang), lang), answer),
        tag("ul", *cells) if cells else "",
        tag("p", _heading(rung).in_(lang)),
        tag("ul", *duties) if duties else "",
        lang=lang,
        data_grade=rung.id,
    )
