"""A calculator's form, made while the site is built from the facts that its rules ask for.

The fields are named after the facts, so the script needs to know nothing about them; labels, help and
provisions are those of the command line.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import NOW, Choice, Fact
from calculators.kernel.text import SEMICOLON, Lang
from publisher.calculator import messages as words
from publisher.calculator.quick import quick_html
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.markup import joined as joined_links
from publisher.html.urls import page_link
from publisher.law.reading.backlinks import question_id
from publisher.reference.faq import faq
from publisher.reference.faq_page import question_links


def questions_html(calculator: Calculator, lang: Lang) -> Element:
    """Return the questions of a calculator: what everything hangs on, the others, and dates for later.

    The script puts the middle part under the answer where there is room for one column only.
    """
    optional = [fact for fact in calculator.facts if _is_optional(calculator, fact)]
    first = [fact for fact in calculator.facts if fact not in optional and _comes_first(calculator, fact)]
    rest = [fact for fact in calculator.facts if fact not in optional and fact not in first]
    return tag(
        "div",
        tag(
            "div",
            *(_question(calculator.name, fact, lang) for fact in first),
            quick_html(calculator, lang),
            tag("p", class_="calc-summary", data_part="summary"),
            class_="calc-first",
            data_part="first",
        ),
        tag(
            "div",
            *(_question(calculator.name, fact, lang) for fact in rest if not _in_quick(calculator, fact)),
            # Empty until the script has come, but with its height, so that nothing below it moves then.
            tag("p", class_="calc-more", data_part="more") if calculator.begins_with else "",
            _more(calculator, optional, lang),
            submit_html(lang),
            tag("p", words.PRIVATE.in_(lang), class_="calc-private"),
            class_="calc-rest",
            data_part="rest",
        ),
        class_="calc-ask",
        data_part="ask",
    )


def _is_optional(calculator: Calculator, fact: Fact) -> bool:
    """Tell whether a fact only serves what comes later; where all but one are asked as they matter, none does."""
    judged = bool(calculator.requirements)
    return not (judged or fact.required or fact.required_of or fact.choices)


def _comes_first(calculator: Calculator, fact: Fact) -> bool:
    return fact.name == calculator.begins_with or fact.required or bool(fact.required_of)


def _in_quick(calculator: Calculator, fact: Fact) -> bool:
    return calculator.quick is not None and fact.name in calculator.quick.names


def _more(calculator: Calculator, facts: list[Fact], lang: Lang) -> Element:
    """Return what is folded away under the questions.

    That is the questions that one tap answers together, times for later, and what each question rests on: no link stands
    among the questions themselves.
    """
    title = words.LATER if facts else words.GROUNDS
    grounds = (
        tag(
            "div",
            tag("dt", mark_chinese(fact.label.in_(lang), lang)),
            tag("dd", joined_links(SEMICOLON.in_(lang), _links(calculator, fact, lang))),
        )
        for fact in calculator.facts
        if fact.basis
    )
    return tag(
        "details",
        tag("summary", title.in_(lang)),
        *(_question(calculator.name, fact, lang) for fact in calculator.facts if _in_quick(calculator, fact)),
        *(_question(calculator.name, fact, lang) for fact in facts if fact.name != NOW),
        *(_carried(fact, lang) for fact in facts if fact.name == NOW),
        tag("dl", *grounds, class_="summary-list calc-grounds"),
        class_="fold calc-more-questions",
    )


def _carried(fact: Fact, lang: Lang) -> Element:
    """Return a field that nobody fills in on the page, whose own clock serves; an address may."""
    field = tag("input", type="hidden", name=fact.name, value="")
    said = tag("p", words.OWN_CLOCK.in_(lang), class_="calc-help")
    return tag("div", field, said, id=question_id(fact.name), data_fact=fact.name, data_kind="carried")


def submit_html(lang: Lang) -> Element:
    """Return the button that sends the form off."""
    submit = tag(
        "button", words.SUBMIT.in_(lang), type="submit", disabled="", class_="button", data_part="submit"
    )
    return tag("p", submit, class_="calc-submit")


def _question(calculator: str, fact: Fact, lang: Lang) -> Element:
    id_ = f"{calculator}-{fact.name}"
    described = [f"{id_}-help"] if fact.help or not fact.choices else []
    described.append(f"{id_}-error")
    entry = _radios if fact.choices else _text_box
    label: list[Markup] = [tag("span", mark_chinese(fact.label.in_(lang), lang), class_="calc-label")]
    if fact.required_of:
        named = words.BRACKETS.fill(text=fact.required_of).in_(lang)
        label += [" ", tag("span", named, class_="calc-required")]
    inner = [
        tag("legend", label) if fact.choices else tag("label", label, for_=id_, class_="calc-legend"),
        _help(fact, lang, id_),
        _helper_link(fact, lang),
        entry(fact, lang, id_, " ".join(described)),
        tag("p", id=f"{id_}-error", class_="calc-error", data_part="error"),
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
    box = tag("input", type="radio", name=fact.name, value=choice.value, id=input_id)
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
    """Return the box that takes a time or date as text, after those that the browser has for them.

    Only the first is sent: the others have no name, do nothing until the script has come, and are not seen without it.
    """
    kinds = (
        {"date": words.PICK_DATE, "time": words.PICK_TIME}
        if fact.kind == "instant"
        else {"date": words.PICK_DATE}
    )
    picks = [
        tag(
            "input",
            type=kind,
            class_="field",
            disabled="",
            aria_label=label.in_(lang),
            aria_describedby=described,
            min="1900-01-01" if kind == "date" else None,
            max="9999-12-31" if kind == "date" else None,
        )
        for kind, label in kinds.items()
    ]
    ago = words.AGO if fact.kind == "instant" else {0: words.SCRIPT["today"]}
    chips = [
        tag("button", text.in_(lang), type="button", disabled="", class_="button", data_ago=str(minutes))
        for minutes, text in ago.items()
    ]
    box = tag(
        "input",
        type="text",
        name=fact.name,
        id=id_,
        class_="field",
        placeholder=words.TYPE_OR_PASTE.in_(lang),
        autocomplete="off",
        spellcheck="false",
        aria_describedby=described,
        aria_required="true" if fact.required else None,
    )
    echo = tag("span", class_="calc-echo", data_part="echo") if fact.kind == "instant" else ""
    return [
        tag("div", *chips, class_="calc-picks calc-chips"),
        tag(
            "div",
            *picks,
            class_="calc-picks",
            data_part="picks",
            role="group",
            aria_label=fact.label.in_(lang),
        ),
        tag("div", box, class_="calc-entry", data_part="entry"),
        echo,
    ]


def _helper_link(fact: Fact, lang: Lang) -> Markup:
    """Return the link to the calculator that helps with a question, which the script lets take all answers along."""
    if fact.helped_by is None:
        return ""
    helper = calculator_named(fact.helped_by)
    words_of = (words.GRADE_BY_TABLE if helper.grading else helper.question).in_(lang)
    href = page_link(f"calculators/{helper.name}")
    return tag("p", tag("a", words_of, href=href, data_hand_over=helper.name), class_="calc-helper")


def _links(calculator: Calculator, fact: Fact, lang: Lang) -> list[Markup]:
    asked = faq().asked_at(calculator.name, fact.name)
    return [cite_links(fact.basis, lang), question_links(asked, lang) if asked else ""]
