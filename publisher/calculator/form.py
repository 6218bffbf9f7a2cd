"""A calculator's form, made while the site is built from the facts that its rules ask for.

The fields are named after the facts, so the script needs to know nothing about them; labels, help and
provisions are those of the command line.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Choice, Fact
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Lang
from publisher.calculator import messages as words
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.law.reading.backlinks import question_id
from publisher.reference.faq import faq
from publisher.reference.faq_page import question_links

_EXAMPLE = "2026-11-21"
"""The day in every example of how to write a time: a question that gives one needs no second."""


def form_html(calculator: Calculator, lang: Lang) -> Element:
    """Return the form of a calculator."""
    # Where all but the first question is asked only if it matters, none need be set apart as optional.
    whole = calculator.begins_with is not None
    chosen = [fact for fact in calculator.facts if whole or fact.required or fact.required_of or fact.choices]
    optional = [fact for fact in calculator.facts if fact not in chosen]
    groups = [_question(calculator.name, fact, lang) for fact in chosen]
    if whole:
        # Empty until the script has come, but with its height, so that nothing below it moves then.
        groups.append(tag("p", class_="calc-more", data_part="more"))
    if optional:
        groups.append(tag("h2", words.OPTIONAL.in_(lang), class_="calc-subheading", data_toc_id=""))
        groups.extend(_question(calculator.name, fact, lang) for fact in optional)
    return form_around(calculator, groups, lang)


def form_around(calculator: Calculator, groups: Markup, lang: Lang, class_: str = "") -> Element:
    """Return the form around its questions: a button that sends it off, and that nothing leaves the browser."""
    submit = tag(
        "button",
        words.SUBMIT.in_(lang),
        type="submit",
        disabled="",
        class_="button",
        data_part="submit",
    )
    private = tag("p", words.PRIVATE.in_(lang), class_="calc-private")
    return tag(
        "form",
        groups,
        tag("p", submit, class_="calc-submit"),
        private,
        class_=f"calc-form {class_}".rstrip(),
        autocomplete="off",
        novalidate="",
        aria_label=calculator.title.in_(lang),
    )


def _question(calculator: str, fact: Fact, lang: Lang) -> Element:
    id_ = f"{calculator}-{fact.name}"
    described = [f"{id_}-help"] if fact.help or not fact.choices else []
    described.append(f"{id_}-error")
    entry = _radios if fact.choices else _text_box
    label = [mark_chinese(fact.label.in_(lang), lang)]
    if required := words.REQUIRED if fact.required else fact.required_of:
        named = f"({required.en})" if lang == "en" else f"（{required.zh}）"
        label += [" ", tag("span", named, class_="calc-required")]
    inner = [
        tag("legend", label) if fact.choices else tag("label", label, for_=id_, class_="calc-legend"),
        _help(fact, lang, id_),
        entry(fact, lang, id_, " ".join(described)),
        tag("p", id=f"{id_}-error", class_="calc-error", data_part="error"),
        helper_link(fact, lang),
        _basis(fact, lang),
        _asked(calculator, fact, lang),
    ]
    return tag(
        "fieldset" if fact.choices else "div",
        *inner,
        id=question_id(fact.name),
        class_="calc-question",
        data_fact=fact.name,
        data_kind=fact.kind,
        aria_describedby=" ".join(described) if fact.choices else None,
    )


def _help(fact: Fact, lang: Lang, id_: str) -> Markup:
    hint = {"instant": words.INSTANT_HINT, "date": words.DATE_HINT}.get(fact.kind)
    if fact.help and _EXAMPLE in fact.help.zh:
        hint = None
    sentences = [text.in_(lang) for text in (fact.help, hint) if text]
    if not sentences:
        return ""
    joined = ("" if lang == "zh" else " ").join(sentences)
    return tag("p", mark_chinese(joined, lang), id=f"{id_}-help", class_="calc-help")


def _radios(fact: Fact, lang: Lang, id_: str, described: str) -> Markup:
    del described  # the fieldset carries it, once for all its answers
    return tag("div", *(_radio(fact, choice, lang, id_) for choice in fact.choices), class_="calc-choices")


def _radio(fact: Fact, choice: Choice, lang: Lang, id_: str) -> Element:
    input_id = f"{id_}-{choice.value}"
    checked = "" if choice.value == UNKNOWN else None
    box = tag("input", type="radio", name=fact.name, value=choice.value, id=input_id, checked=checked)
    more = (
        tag("span", mark_chinese(choice.help.in_(lang), lang), class_="calc-choice__help")
        if choice.help
        else ""
    )
    return tag(
        "label",
        box,
        tag("span", mark_chinese(choice.label.in_(lang), lang), more),
        class_="calc-choice",
        for_=input_id,
    )


def _text_box(fact: Fact, lang: Lang, id_: str, described: str) -> Markup:
    del lang
    box = tag(
        "input",
        type="text",
        name=fact.name,
        id=id_,
        class_="field",
        autocomplete="off",
        spellcheck="false",
        aria_describedby=described,
        aria_required="true" if fact.required else None,
    )
    echo = tag("span", class_="calc-echo", data_part="echo") if fact.kind == "instant" else ""
    return [tag("div", box, class_="calc-entry", data_part="entry"), echo]


def helper_link(fact: Fact, lang: Lang) -> Markup:
    """Return the link to the calculator that helps with a question, which the script lets take all answers along."""
    if fact.helped_by is None:
        return ""
    helper = calculator_named(fact.helped_by)
    words_of = (words.GRADE_BY_TABLE if helper.grading else helper.question).in_(lang)
    href = page_link(f"calculators/{helper.name}")
    return tag("p", tag("a", words_of, href=href, data_hand_over=helper.name), class_="calc-helper")


def _basis(fact: Fact, lang: Lang) -> Markup:
    if not fact.basis:
        return ""
    return tag("p", words.BASIS.in_(lang), cite_links(fact.basis, lang), class_="calc-basis")


def _asked(calculator: str, fact: Fact, lang: Lang) -> Markup:
    questions = faq().asked_at(calculator, fact.name)
    if not questions:
        return ""
    return tag("p", words.ASKED.in_(lang), question_links(questions, lang), class_="calc-basis")
