"""The table of an annex as a form: a row is a question, a cell an answer, and a cell that is not verified leads elsewhere.

Underneath are radio buttons, so that keyboard, screen reader and a browser without a script have what they know; a row
also has the answers that are no cell: below all of them, nothing of the kind, not sure.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Fact
from calculators.kernel.finding import Answer
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.provisions.grading import Cell, GradingForm, Indicator, Section
from calculators.kernel.text import Lang, Text, begun
from calculators.kernel.works import CONFIDENCE
from calculators.texts import works
from publisher.calculator.form import submit_html
from publisher.calculator.messages import PRIVATE
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.law.reading.backlinks import question_id


def grading_questions_html(calculator: Calculator, lang: Lang) -> Element:
    """Return the questions of a calculator, which are the rows of a table."""
    form = _form(calculator)
    facts = {fact.name: fact for fact in calculator.facts}
    lead = tag("p", _LEAD.in_(lang), " ", _official(form, _OFFICIAL.in_(lang), lang), class_="grade-lead")
    rest = tag(
        "p",
        tag(
            "button",
            _REST.in_(lang),
            type="button",
            class_="text-button",
            aria_pressed="false",
            data_part="all-answers",
        ),
        class_="grade-toggle",
    )
    sections = [_section(calculator.name, form, section, facts, lang) for section in form.sections]
    private = tag("p", PRIVATE.in_(lang), class_="calc-private")
    return tag("div", lead, rest, *sections, submit_html(lang), private, class_="calc-ask", data_part="ask")


def grading_actions(calculator: Calculator, lang: Lang) -> Markup:
    """Return what can be done with a grade, under the answer: hand it over where it is asked for, or say that none is reached.

    The script shows what fits the finding; each is named by the answer that it goes with.
    """
    form = calculator.grading
    if form is None:
        return ""
    asked = [
        (each, fact)
        for each in CALCULATORS.values()
        for fact in each.facts
        if fact.helped_by == calculator.name
    ]
    links = [
        _take(answer.value, text, f"{fact.name}={value}", each.name, lang)
        for each, fact in asked
        for answer, value, text in _taken(calculator, form)
        if value in {choice.value for choice in fact.choices}
    ]
    none = tag(
        "button", _NONE_REACHED.in_(lang), type="button", class_="button", hidden="", data_part="none-reached"
    )
    return tag("div", *links, none, class_="grade-actions", data_part="grade-actions")


def _taken(calculator: Calculator, form: GradingForm) -> list[tuple[Answer, str, Text]]:
    """Return each answer with the value that it is handed over as, and the words of its link."""
    grades = {grade.id: grade.name for grade in form.table.grades}
    rows = []
    for answer in calculator.answers:
        if answer.value == "open":
            rows += [(answer, form.until_settled, _PREPARE), (answer, "general", _CHECKED)]
        else:
            rows.append((answer, answer.value, _TAKE.fill(grade=grades.get(answer.value, answer.label))))
    return rows


def _take(answer: str, text: Text, fact: str, calculator: str, lang: Lang) -> Element:
    return tag(
        "a",
        tag("span", mark_chinese(text.in_(lang), lang)),
        href=page_link(f"calculators/{calculator}"),
        class_="button button--primary" if text is not _CHECKED else "button",
        hidden="",
        data_take="settled" if text is _CHECKED else answer,
        data_hand_over=calculator,
        data_facts=fact,
    )


def _head(name: str, lang: Lang) -> Element:
    """Return the head of a column: the grade, and the Chinese term in a place of its own, for where there is room."""
    words, bracket, term = name.partition(" (")
    gloss = tag("span", mark_chinese(f"{bracket}{term}", lang), class_="grade-gloss") if term else ""
    return tag("span", words, gloss)


def _section(
    calculator: str, form: GradingForm, section: Section, facts: dict[str, Fact], lang: Lang
) -> Element:
    heads = tag(
        "p",
        *(_head(begun(each.name).in_(lang), lang) for each in reversed(form.table.grades)),
        class_="grade-heads",
        aria_hidden="true",
    )
    rows = [_row(calculator, form, facts[name], lang) for name in section.facts]
    wordy = all(_is_wordy(form.indicators[name]) for name in section.facts)
    body = ["" if wordy else heads, *rows]
    criteria = "criteria" if section.facts == form.criteria else None
    title = section.title.in_(lang)
    if not section.folded:
        return tag("section", body, class_="grade-section", aria_label=title)
    return tag("details", tag("summary", title), body, class_="fold grade-section", data_part=criteria)


def _row(calculator: str, form: GradingForm, fact: Fact, lang: Lang) -> Element:
    indicator, id_ = form.indicators[fact.name], f"{calculator}-{fact.name}"
    unit = indicator.counted_in
    small = tag("small", unit.in_(lang), class_="grade-unit") if unit else ""
    help_ = tag("p", fact.help.in_(lang), id=f"{id_}-help", class_="calc-help") if fact.help else ""
    cells = (_cell(form, cell, fact, id_, lang) for cell in reversed(indicator.cells))
    described = f"{id_}-help {id_}-error" if fact.help else f"{id_}-error"
    return tag(
        "fieldset",
        tag("legend", joined(" ", (mark_chinese(begun(indicator.name).in_(lang), lang), small))),
        help_,
        tag("div", *cells, class_="grade-cells"),
        tag("div", *_rest(form, fact, id_, lang), class_="grade-rest"),
        tag("p", id=f"{id_}-error", class_="calc-error", data_part="error"),
        id=question_id(fact.name),
        class_=f"calc-question grade-row{' grade-row--words' if _is_wordy(indicator) else ''}",
        data_fact=fact.name,
        data_kind=fact.kind,
        aria_describedby=described,
    )


def _cell(form: GradingForm, cell: Cell, fact: Fact, id_: str, lang: Lang) -> Element:
    grade = tag("span", _GRADE.fill(grade=begun(cell.grade.name).in_(lang)).in_(lang), class_="grade-name")
    if cell.is_open:
        said = tag("span", CONFIDENCE["OPEN"].in_(lang), class_="grade-value")
        inner = tag("span", grade, " ", said)
        return _official(form, inner, lang, class_="grade-cell grade-cell--open")
    value = tag("span", _breaking(cell.short.in_(lang), lang), class_="grade-value")
    of = tag("span", mark_chinese(cell.of.in_(lang), lang), class_="grade-of") if cell.of else ""
    sure = tag("small", CONFIDENCE[cell.confidence].in_(lang), class_="grade-sure")
    parts = joined(" ", (grade, value, of, "" if cell.confidence == "2S" else sure))
    return _radio(cell.grade.id, parts, fact, id_, "grade-cell")


def _rest(form: GradingForm, fact: Fact, id_: str, lang: Lang) -> list[Element]:
    """Return the answers that are no cell."""
    labels = {choice.value: choice.label for choice in fact.choices}
    return [
        _radio(value, mark_chinese(labels[value].in_(lang), lang), fact, id_, "grade-other")
        for value in (form.below, form.none, UNKNOWN)
    ]


def _radio(value: str, content: Markup, fact: Fact, id_: str, class_: str) -> Element:
    checked = "" if value == UNKNOWN else None
    box = tag("input", type="radio", name=fact.name, value=value, id=f"{id_}-{value}", checked=checked)
    return tag("label", box, tag("span", content), class_=class_, for_=f"{id_}-{value}")


def _official(form: GradingForm, content: Markup, lang: Lang, class_: str | None = None) -> Element:
    del lang
    return tag("a", content, href=works()[form.work].official[0].url, rel="external", class_=class_)


def _breaking(value: str, lang: Lang) -> Markup:
    """Return a value that breaks before “or more”, if it must: 1000万|以上."""
    number, more = value.removesuffix(_OR_MORE.in_(lang)), _OR_MORE.in_(lang)
    return [number, tag("wbr"), more] if number != value else mark_chinese(value, lang)


def _is_wordy(indicator: Indicator) -> bool:
    """Whether a row has cells that are sentences: they stand under each other."""
    return any(cell.words or cell.of for cell in indicator.cells)


def _form(calculator: Calculator) -> GradingForm:
    if calculator.grading is None:
        raise ValueError(f"{calculator.name} has no table that could be its form")
    return calculator.grading


_LEAD = Text(
    "点您达到的格子，达到一项即可；不清楚的不点，再点一次取消。",
    "Tap the cells that are reached: any one is enough. Leave out what you do not know; tap again to undo.",
)
_OFFICIAL = Text("官方附件", "Official annex")
_REST = Text("逐项填“没达到”“没有发生”", "Also answer “below” and “did not happen”, row by row")
_OR_MORE = Text("以上", "or more")
_GRADE = Text("{grade}：", "{grade}: ")
_TAKE = Text("按{grade}填", "Use {grade}")
_PREPARE = Text("先按较大以上准备", "Prepare as for relatively major (较大) or above")
_CHECKED = Text("已对照官方附件，属于一般", "I have checked the official annex: it is general (一般)")
_NONE_REACHED = Text("一项都没达到", "None is reached")
