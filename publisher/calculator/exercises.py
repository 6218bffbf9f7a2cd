"""The worked cases of a calculator as tasks: the story and the way to it, neither title nor answer, which would give it away."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.cases import Case
from calculators.kernel.text import Lang, Text
from calculators.texts import cases
from publisher.calculator.tables import fragment
from publisher.html.markup import mark_chinese, tag
from publisher.html.urls import page_link

_NUMBER = Text("第{number}题", "Case {number}")
_JUDGE = Text("先判断，再看结论", "Judge first, then see the answer")
_SEE = Text("看结论", "See the answer")
_OF = Text("：第{number}题", ": case {number}")


def exercises_html(name: str, lang: Lang) -> Element:
    """Return the cases of a calculator as a numbered list, each with a link that opens it, as an exercise where it can be one."""
    calculator = calculator_named(name)
    held = (_task(calculator, case, at, lang) for at, case in enumerate(cases(name), start=1))
    return tag("ol", *held, class_="tasks")


def _task(calculator: Calculator, case: Case, number: int, lang: Lang) -> Element:
    opens = f"exercise={case.id}" if calculator.exercises else fragment(case.facts)
    label = (_JUDGE if calculator.exercises else _SEE).in_(lang)
    of = tag("span", _OF.fill(number=number).in_(lang), class_="visually-hidden")  # for a list of links
    link = tag("a", label, of, href=page_link(f"calculators/{calculator.name}", opens))
    return tag(
        "li",
        tag("strong", _NUMBER.fill(number=number).in_(lang), class_="task-number"),
        tag("p", mark_chinese(case.story.in_(lang), lang)),
        tag("p", link),
    )
