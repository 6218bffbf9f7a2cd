"""Worked cases as exercises, and their key: what happened, what can be chosen, and apart from it what is right and why.

Without a script the answer of each is folded away; with one it shows once the reader has chosen
(``docs/assets/training``).
"""

from __future__ import annotations

from string import ascii_uppercase
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.text import Lang
from calculators.texts import cases
from publisher.calculator.tables import fragment
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, json_script, mark_chinese, tag
from publisher.html.qr import ON_DEMAND
from publisher.html.urls import page_link
from publisher.training.words import WORDS


def exercises_html(name: str, lang: Lang) -> Element:
    """Return the cases of a calculator as exercises, each under the id of its case."""
    calculator = calculator_named(name)
    return tag(
        "ol", *(exercise_html(calculator, each, lang) for each in _all(calculator)), class_="exercises"
    )


def key_html(name: str, lang: Lang) -> Element:
    """Return the key to the exercises of a calculator, in their order."""
    calculator = calculator_named(name)
    return tag(
        "ol", *(_solution(calculator, each, lang) for each in _all(calculator)), class_="exercises-key"
    )


def class_html(lang: Lang) -> list[Markup]:
    """Return the place for the tools of a course, which the script fills, with the words that it needs."""
    without_script = tag("noscript", tag("p", WORDS["no_script"].in_(lang), class_="note"))
    words = json_script({key: text.in_(lang) for key, text in (*WORDS.items(), *ON_DEMAND.items())})
    tools = tag("section", words, class_="class-tools", data_part="class", data_lang=lang, hidden="")
    return [without_script, tools]


def _all(calculator: Calculator) -> list[Exercise]:
    return [exercise_of(calculator, case) for case in cases(calculator.name)]


def exercise_html(calculator: Calculator, exercise: Exercise, lang: Lang, **folding: str) -> Element:
    """Return one item of the list, under the id of its case; ``folding`` are attributes of what folds it away."""
    case = exercise.case
    ask = f"ask-{case.id}"
    choices = (
        tag("li", mark_chinese(choice.in_(lang), lang), data_right="" if place == exercise.right else None)
        for place, choice in enumerate(exercise.choices)
    )
    answer = tag(
        "details",
        tag("summary", WORDS["answer"].in_(lang)),
        tag("p", tag("strong", _right(exercise, lang)), class_="exercise__right"),
        *_reason(calculator, exercise, lang),
        class_="fold exercise__answer",
    )
    fold = tag(
        "details",
        tag("summary", tag("strong", mark_chinese(case.title.in_(lang), lang))),
        tag("p", mark_chinese(case.story.in_(lang), lang), class_="exercise__story"),
        tag("p", mark_chinese(exercise.ask.in_(lang), lang), id=ask, class_="exercise__ask"),
        tag("ol", *choices, class_="exercise__choices", aria_labelledby=ask),
        answer,
        class_="fold exercise__fold",
        **folding,
    )
    return tag("li", fold, id=f"case-{case.id}", class_="exercise")


def _solution(calculator: Calculator, exercise: Exercise, lang: Lang) -> Element:
    title = mark_chinese(exercise.case.title.in_(lang), lang)
    return tag(
        "li",
        tag("p", tag("strong", title), class_="exercise__title"),
        tag("p", _right(exercise, lang), class_="exercise__right"),
        *_reason(calculator, exercise, lang),
        class_="exercise",
    )


def _right(exercise: Exercise, lang: Lang) -> Markup:
    """Return the right choice with its letter."""
    letter = ascii_uppercase[exercise.right]
    return mark_chinese(f"{letter}. {exercise.choices[exercise.right].in_(lang)}", lang)


def _reason(calculator: Calculator, exercise: Exercise, lang: Lang) -> list[Element]:
    link = tag(
        "a",
        WORDS["work_out"].in_(lang),
        href=page_link(f"calculators/{calculator.name}", fragment(exercise.case.facts)),
    )
    basis = [WORDS["basis"].in_(lang), cite_links(exercise.basis, lang)]
    return [
        *(tag("p", mark_chinese(each.in_(lang), lang)) for each in exercise.because),
        tag("p", *basis, class_="exercise__basis"),
        tag("p", link, class_="exercise__more"),
    ]
