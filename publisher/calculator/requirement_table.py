"""What binds which act, for every reader: one table made from the requirements that the calculator judges by."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Choice
from calculators.kernel.logic import AllOf, Condition, Is
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import Lang
from publisher.calculator import messages as words
from publisher.calculator.rules_section import rules_section
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, mark_chinese, tag


def requirements_html(calculator: Calculator, lang: Lang) -> Element:
    """Return the table of requirements, a column an act: what holds of every act and what of one stands out."""
    acts = next(fact for fact in calculator.facts if fact.name == calculator.begins_with).choices
    heads = [
        words.REQUIREMENT.in_(lang),
        *(act.label.in_(lang) for act in acts),
    ]
    rows = (_row(each, acts, heads, lang) for each in calculator.requirements)
    return rules_section(words.REQUIREMENTS, words.REQUIREMENTS_HELP, heads, rows, lang, kind="acts")


def condition_text(condition: Condition, lang: Lang) -> str:
    """Return a condition in words: its parts joined as they are judged, a part of several in brackets."""
    if isinstance(condition, Is):
        return condition.text.in_(lang)
    between = words.AND if isinstance(condition, AllOf) else words.OR
    return between.in_(lang).join(_part(part, lang) for part in condition.parts)


def _part(condition: Condition, lang: Lang) -> str:
    whole = condition_text(condition, lang)
    return whole if isinstance(condition, Is) else words.BRACKETS.fill(text=whole).in_(lang)


def _row(requirement: Requirement, acts: tuple[Choice, ...], heads: list[str], lang: Lang) -> Element:
    name = mark_chinese(condition_text(requirement.condition, lang), lang)
    cells = (_binds(act.value in requirement.acts, lang) for act in acts)
    basis = cite_links((citation.at for citation in requirement.basis), lang)
    return tag(
        "tr",
        tag("th", name, tag("span", basis, class_="calc-small"), role="rowheader", scope="row"),
        *(
            tag("td", cell, role="cell", data_label=head, data_binds=binds)
            for (cell, binds), head in zip(cells, heads[1:], strict=True)
        ),
        role="row",
        data_rule=requirement.id,
    )


def _binds(binds: bool, lang: Lang) -> tuple[Markup, str]:
    shape, word, value = ("●", words.BINDS, "yes") if binds else ("–", words.BINDS_NOT, "no")
    return [
        tag("span", shape, aria_hidden="true"),
        tag("span", word.in_(lang), class_="visually-hidden"),
    ], value
