"""What the block ``calculator`` shows: the element with its form, the table of rules, the cases."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Ref
from calculators.kernel.facts import Fact
from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Work
from calculators.texts import cases, works
from publisher.calculator import messages as words
from publisher.calculator.form import questions_html
from publisher.calculator.grading_form import grading_actions, grading_questions_html
from publisher.calculator.rules_section import foot
from publisher.calculator.tables import cases_html, rules_html
from publisher.changelog.changes import Change, changes_of
from publisher.html.edition import edition
from publisher.html.markup import Markup, json_script, tag


def calculator_html(name: str, lang: Lang) -> Markup:
    """Return a calculator for its page."""
    calculator = calculator_named(name)
    element = tag(
        "regulation-calculator",
        _data(calculator, lang),
        _form(calculator, lang),
        name=name,
        data_state="static",
        data_begins=calculator.begins_with,
    )
    return [element, foot([rules_html(calculator, lang), cases_html(calculator, cases(name), lang)], lang)]


def _form(calculator: Calculator, lang: Lang) -> Element:
    """Return the form: the questions, and beside them the places for what was found."""
    return tag(
        "form",
        grading_questions_html(calculator, lang) if calculator.grading else questions_html(calculator, lang),
        tag("div", *_answer(calculator, lang), class_="calc-found", data_part="found"),
        class_="calc-form grade-form" if calculator.grading else "calc-form",
        autocomplete="off",
        novalidate="",
        aria_label=calculator.title.in_(lang),
    )


def _data(calculator: Calculator, lang: Lang) -> Element:
    """Return what the script needs to know, as data."""
    table = {
        "lang": lang,
        "title": calculator.title.in_(lang),
        "editions": [
            {"title": work.title.in_(lang), "edition": edition(work)} for work in works_of(calculator)
        ],
        "words": {key: text.in_(lang) for key, text in words.script_words(calculator).items()},
        "facts": {fact.name: _fact(fact, lang) for fact in calculator.facts},
        "starts": [fact.name for fact in calculator.facts if fact.starts_the_case],
        "begins": calculator.begins_with,
        "answers": {
            each.value: {"mark": each.mark, "label": each.label.in_(lang)} for each in calculator.answers
        },
        "changes": [_change(each, lang) for each in changes_of(calculator.name, works_of(calculator))],
        "calendar": {each: {key: text.in_(each) for key, text in words.CALENDAR.items()} for each in LANGS},
        "citations": _citations(calculator, lang),
    }
    return json_script(table)


def _change(change: Change, lang: Lang) -> dict[str, str]:
    return {
        "id": change.id,
        "date": change.date.isoformat(),
        "title": change.title.in_(lang),
        "answers": change.answers.in_(lang),
    }


def _fact(fact: Fact, lang: Lang) -> dict[str, Any]:
    return {
        "label": fact.label.in_(lang),
        "values": {choice.value: choice.label.in_(lang) for choice in fact.choices},
        "timeline": fact.timeline.in_(lang) if fact.timeline else None,
    }


def _citations(calculator: Calculator, lang: Lang) -> dict[str, str]:
    """Return the name of every provision of the works that a calculator rests on; its findings cite no others."""
    return {
        f"{work.id}:{provision}": work.short_cite(provision).in_(lang)
        for work in works_of(calculator)
        for provision in work.provisions
    }


def works_of(calculator: Calculator) -> list[Work]:
    """Return the works that a calculator rests on."""
    cited = {citation.ref.work for rule in calculator.rules for citation in rule.basis}
    cited |= {citation.ref.work for each in calculator.requirements for citation in each.basis}
    cited |= {Ref.parse(at).work for fact in calculator.facts for at in fact.basis}
    return [work for work in works().values() if work.id in cited]


def _answer(calculator: Calculator, lang: Lang) -> list[Markup]:
    """Return the places that the script fills; their heights are reserved, so that nothing jumps."""
    no_script = words.NO_SCRIPT_ACTS if calculator.requirements else words.NO_SCRIPT
    if calculator.grading:
        no_script = words.NO_SCRIPT_GRADING
    without_script = tag("noscript", tag("p", no_script.in_(lang), class_="note"))
    box = tag(
        "section",
        tag("h2", words.ANSWER.in_(lang), id="answer", class_="visually-hidden"),
        without_script,
        tag("p", words.WAITING.in_(lang), class_="calc-status", data_part="status"),
        tag("progress", hidden="", data_part="progress", aria_label=words.SCRIPT["loading"].in_(lang)),
        tag("div", data_part="finding"),
        grading_actions(calculator, lang),
        class_="calc-answer",
        aria_labelledby="answer",
        tabindex="-1",
        data_part="answer",
    )
    bar = tag("button", type="button", hidden="", class_="calc-bar", data_part="bar")
    ignored = tag("p", hidden="", class_="note", data_part="ignored")
    origin = tag("div", hidden="", class_="note", data_part="origin")
    details = tag("div", class_="calc-details", data_part="details")
    announce = tag("p", role="status", class_="visually-hidden", data_part="announce")
    return [ignored, origin, box, details, announce, bar]
