"""What rests on a provision: the questions, rules and readings of the calculators, found by their citations.

Nothing here is written by hand, so the way from the law to the calculators cannot rot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Ref
from calculators.kernel.facts import NOW
from calculators.kernel.logic import leaves
from calculators.kernel.text import Lang, Text, joined
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.paths import ROOT

_PAGES = ROOT / "docs" / "zh" / "calculators"
_FEW = 1
"""As many stand in the line itself; more are folded away."""

_LABEL = Text("计算工具", "Calculator")
_READING = Text("条文没有写清：{point}", "Where the text is silent: {point}")
_COUNT = Text("{title}：{count}处以此为依据", "{title}: {count} points rest on this")
_NAMED = Text("{title}：", "{title}: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlink:
    """One question, rule or reading of a calculator, the provision it cites, and the question to show for it."""

    calculator: str
    at: str
    """The citation, ``work:id``."""
    label: Text
    question: str
    """The fact that is asked for."""

    @property
    def anchor(self) -> str:
        """The id of the question on the calculator's page."""
        return question_id(self.question)


def question_id(fact: str) -> str:
    """Return the id that a question has on its calculator's page."""
    return f"question-{fact}"


def backlinks_of(calculator: Calculator) -> Iterator[Backlink]:
    """Yield what of a calculator rests on which provision."""
    name, first = calculator.name, calculator.facts[0].name
    for fact in calculator.facts:
        for at in fact.basis if fact.name != NOW else ():  # no reader is asked for it
            yield Backlink(calculator=name, at=at, label=fact.label, question=fact.name)
    for rule in calculator.rules:
        asked = next(leaves(rule.condition)).fact
        for citation in rule.basis:
            yield Backlink(calculator=name, at=citation.at, label=rule.name, question=asked)
    for requirement in calculator.requirements:
        leaf = next(leaves(requirement.condition))
        for citation in requirement.basis:
            yield Backlink(calculator=name, at=citation.at, label=leaf.text, question=leaf.fact)
    for reading in calculator.readings:
        label = _READING.fill(point=reading.question)
        for citation in reading.basis:
            yield Backlink(calculator=name, at=citation.at, label=label, question=first)


def problems(
    calculators: Iterable[Calculator] = tuple(CALCULATORS.values()), shelf: Mapping[str, Work] | None = None
) -> Iterator[str]:
    """Yield what is wrong with the citations: a rule without one, or one that names no provision."""
    shelf = works() if shelf is None else shelf
    for calculator in calculators:
        for rule in calculator.rules:
            if not rule.basis:
                yield f"{calculator.name}: the rule {rule.id} rests on no provision"
        for backlink in backlinks_of(calculator):
            ref = Ref.parse(backlink.at)
            if ref.work not in shelf or ref.provision not in shelf[ref.work].provisions:
                yield f"{calculator.name}: “{backlink.label.en}” cites {backlink.at}, and there is no such provision"


@cache
def shown() -> Mapping[str, tuple[Backlink, ...]]:
    """Return what rests on each citation, for the calculators that have a page."""
    found: dict[str, dict[tuple[str, str], Backlink]] = {}
    for calculator in CALCULATORS.values():
        if (_PAGES / f"{calculator.name}.md").is_file():
            for backlink in backlinks_of(calculator):
                found.setdefault(backlink.at, {}).setdefault(
                    (backlink.calculator, backlink.label.zh), backlink
                )
    return {at: tuple(each.values()) for at, each in found.items()}


def address(backlink: Backlink) -> str:
    """Return the link to the calculator's page, with the question in view."""
    return page_link(f"calculators/{backlink.calculator}", backlink.anchor)


def backlinks_html(work: str, provisions: Iterable[str], lang: Lang) -> Markup:
    """Return the quiet line under a provision, or under several, that says what rests on it; nothing where nothing does."""
    cited = (each for own in provisions for each in shown().get(f"{work}:{own}", ()))
    found = list({(each.calculator, each.label.zh): each for each in cited}.values())
    titles = {each.calculator: CALCULATORS[each.calculator].title for each in found}
    if not found:
        return ""
    label, named = tag("span", _LABEL.in_(lang), class_="tag"), joined(list(titles.values()))
    if len(found) <= _FEW:
        links = [_link(each, lang) for each in found]
        return tag("p", label, " ", _NAMED.fill(title=named).in_(lang), links, class_="uses")
    summary = tag("summary", label, " ", _COUNT.fill(title=named, count=len(found)).in_(lang))
    lists = (
        [
            tag("p", title.in_(lang)) if len(titles) > 1 else "",
            tag("ul", *(tag("li", _link(each, lang)) for each in found if each.calculator == name)),
        ]
        for name, title in titles.items()
    )
    return tag("details", summary, *lists, class_="fold uses")


def _link(backlink: Backlink, lang: Lang) -> Element:
    return tag("a", mark_chinese(backlink.label.in_(lang), lang), href=address(backlink))
