"""What a calculator's rules say, for every reader: all duties in one table, and worked cases as links.

Nothing here needs a script: the table is the rule itself, and a link's address carries a case's facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element

from calculators.kernel.calculator import Calculator
from calculators.kernel.cases import Case
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.text import Lang, joined
from publisher.calculator import messages as words
from publisher.calculator.requirement_table import condition_text, requirements_html
from publisher.calculator.rules_section import part, rules_section
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link


def rules_html(calculator: Calculator, lang: Lang) -> Markup:
    """Return the table of all duties of a calculator, or of what binds which act; nothing where it has neither."""
    if calculator.requirements:
        return requirements_html(calculator, lang)
    if not calculator.rules:
        return ""
    from_to = calculator.headings.get("from_to", words.FROM_TO)
    heads = [head.in_(lang) for head in (words.DUTY, from_to, words.BY, words.CONDITION, words.TABLE_BASIS)]
    rows = (_rule(rule, heads, lang) for rule in calculator.rules)
    return rules_section(words.RULES, None, heads, rows, lang, kind="rules")


def cases_html(calculator: Calculator, cases: tuple[Case, ...], lang: Lang) -> Markup:
    """Return worked cases with their answers, each a link that opens the calculator with its facts."""
    if not cases:
        return ""
    return part(
        "cases",
        words.CASES,
        lang,
        tag("p", words.CASES_HELP.in_(lang)),
        tag("ul", *(_case(calculator, case, lang) for case in cases), class_="calc-cases"),
    )


def fragment(facts: Mapping[str, str]) -> str:
    """Return facts as the fragment of an address, as the page writes it itself."""
    return "&".join(f"{quote(name)}={quote(value, safe=':')}" for name, value in facts.items())


def _rule(rule: DutyRule, heads: list[str], lang: Lang) -> Element:
    arrow = tag("span", "→", class_="calc-arrow", role="img", aria_label=words.TO.in_(lang))
    recipients = mark_chinese(joined(list(rule.recipients)).in_(lang), lang)
    cells: tuple[Markup, ...] = (
        [mark_chinese(rule.sender.in_(lang), lang), [" ", arrow, " ", recipients] if rule.recipients else ""],
        tag("span", mark_chinese(rule.timing_text.in_(lang), lang), class_="calc-timing"),
        mark_chinese(condition_text(rule.condition, lang), lang),
        cite_links((citation.at for citation in rule.basis), lang),
    )
    name = tag("strong", mark_chinese(rule.name.in_(lang), lang), class_="calc-duty")
    return tag(
        "tr",
        tag("th", name, role="rowheader", scope="row"),
        *(tag("td", cell, role="cell", data_label=head) for head, cell in zip(heads[1:], cells, strict=True)),
        role="row",
        data_rule=rule.id,
    )


def _case(calculator: Calculator, case: Case, lang: Lang) -> Element:
    """Return a case with the answer that the rules give it while the page is made, and as an exercise without it."""
    answer = calculator.answer(case.facts).conclusion.answer_text.in_(lang)
    return tag(
        "li",
        tag("a", mark_chinese(case.title.in_(lang), lang), href=f"#{fragment(case.facts)}"),
        tag("p", mark_chinese(case.story.in_(lang), lang), class_="calc-case__story"),
        tag("p", mark_chinese(answer, lang), class_="calc-case__answer"),
        _exercise(case, lang),
        id=f"case-{case.id}",
    )


def _exercise(case: Case, lang: Lang) -> Element:
    """Return the link to a case as an exercise; it says of which case, for a list of links."""
    of = tag("span", words.EXERCISE_OF.fill(title=case.title).in_(lang), class_="visually-hidden")
    link = tag("a", words.EXERCISE.in_(lang), of, href=page_link("training", f"cases={case.id}"))
    return tag("p", link, class_="calc-case__exercise")
