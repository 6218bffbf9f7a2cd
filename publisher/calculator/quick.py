"""The question that one tap answers: a card for each answer, with the limit that it leads to and whom to tell."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.quick import QuickAnswer
from calculators.kernel.text import Lang, joined
from publisher.calculator import messages as words
from publisher.html.markup import Markup, html, json_script, mark_chinese, tag

NAME = "quick"
"""Its name in the form, which is no fact's."""


def quick_html(calculator: Calculator, lang: Lang) -> Markup:
    """Return the cards; nothing where the calculator has no such question. Without its script they do nothing."""
    quick = calculator.quick
    if quick is None:
        return ""
    rules = {rule.id: rule for rule in calculator.rules}
    cards = [
        _card(place, answer, rules.get(answer.duty or ""), lang) for place, answer in enumerate(quick.answers)
    ]
    return tag(
        "fieldset",
        tag("legend", mark_chinese(quick.label.in_(lang), lang)),
        tag("div", *cards, class_="calc-cards"),
        json_script([{"facts": dict(answer.facts), "duty": answer.duty} for answer in quick.answers]),
        class_="calc-question calc-quick",
        data_part=NAME,
    )


def quick_head(calculator: Calculator) -> str:
    """Return, for the head of its page, what the address must answer for the first questions to be a line from the start.

    The rest of the page then does not move when the script comes (``law/early.js``).
    """
    quick = calculator.quick
    if quick is None:
        return ""
    first = [fact.name for fact in calculator.facts if fact.required]
    return html(tag("meta", name="first-questions", content=" ".join([*first, *quick.names])))


def _card(place: int, answer: QuickAnswer, rule: DutyRule | None, lang: Lang) -> Element:
    id_ = f"{NAME}-{place}"
    limit = rule.limit.text.in_(lang) if rule and rule.limit else ""
    limit = limit if answer.facts else words.PREPARE.fill(limit=limit).in_(lang)
    whom = joined(list(rule.recipients)).in_(lang) if rule and answer.facts else ""
    return tag(
        "label",
        tag("input", type="radio", name=NAME, value=str(place), id=id_),
        tag(
            "span",
            tag("span", data_part="clock"),
            tag("span", limit, class_="calc-card__limit"),
            class_="calc-card__time",
        ),
        tag(
            "span",
            tag("strong", mark_chinese(answer.label.in_(lang), lang)),
            tag("span", mark_chinese(whom, lang), class_="calc-card__whom") if whom else "",
        ),
        class_="calc-card",
        for_=id_,
    )
