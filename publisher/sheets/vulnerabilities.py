"""The wall card's sheet on vulnerabilities: may one tell whom, and who must do what by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Citation
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.facts import Choice
from calculators.kernel.finding import Answer
from calculators.kernel.requirements import PERMITTED, PROHIBITED, Requirement
from calculators.kernel.text import Lang, Text, begun, date_text
from calculators.texts import works
from publisher.calculator.requirement_table import condition_text
from publisher.html import messages
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.pictures.disclosure import outcomes, own_requirements, shaped, ways
from publisher.pictures.figure import places
from publisher.pictures.life import lanes_of
from publisher.sheets.sheet import WORDS, Sheet, part, said

WORK = "vulnerability-provisions"


def vulnerabilities(
    lang: Lang, disclosure: Calculator | None = None, duties: Calculator | None = None
) -> Sheet:
    """Return the sheet made from the requirements of ``disclosure`` and the rules of ``vulnerability-duties``."""
    disclosure = disclosure or calculator_named("disclosure")
    duties = duties or calculator_named("vulnerability-duties")
    work = works()[WORK]
    since = messages.SINCE.fill(day=date_text(work.in_force))
    return Sheet(
        id="card-vulnerabilities",
        title=WORDS["card_vulnerabilities"],
        aside=WORDS["labelled"].fill(label=work.named, value=since),
        parts=(*_acts(disclosure, lang), _clock(duties, lang)),
        works=(WORK,),
        scan=WORDS["card_vulnerabilities_scan"],
        leads_to="calculators/disclosure/",
    )


def acts_of(calculator: Calculator) -> tuple[tuple[Choice, ...], list[Requirement]]:
    """Return the acts, and the requirements that bind every one of them."""
    acts = next(each for each in calculator.facts if each.name == calculator.begins_with).choices
    every = {act.value for act in acts}
    return acts, [each for each in calculator.requirements if each.acts >= every]


def _acts(calculator: Calculator, lang: Lang) -> list[Element]:
    acts, gates = acts_of(calculator)
    answers = {each.value: each for each in calculator.answers}
    own = {act: own_requirements(act, gates, calculator) for act in acts}
    narrow = [act for act in acts if len(own[act]) <= 1]
    doors = [_door(act, own[act], outcomes(act.value, gates, calculator), lang) for act in narrow]
    return [
        part(
            WORDS["gates"],
            lang,
            tag("ul", *(_gate(each, answers, lang) for each in gates), class_="card-gates"),
        ),
        part(
            WORDS["doors"],
            lang,
            tag("ul", *doors, class_="card-doors"),
            *(_wide_door(act, own[act], answers, lang) for act in acts if act not in narrow),
            said(WORDS["other_laws"], lang),
        ),
    ]


def _words(requirement: Requirement, lang: Lang) -> list[Markup]:
    """Return what must hold, and where that stands."""
    words = begun(Text(*(condition_text(requirement.condition, each) for each in ("zh", "en"))))
    return [mark_chinese(words.in_(lang), lang), _at(requirement.basis, lang)]


def _at(basis: Iterable[Citation], lang: Lang) -> Element:
    """Return where something stands, behind its words; the space within, or WeasyPrint ends the line before it far too early."""
    return tag("small", " ", mark_chinese(places(basis).in_(lang), lang))


def _gate(gate: Requirement, answers: Mapping[str, Answer], lang: Lang) -> Element:
    stop = answers[PROHIBITED]
    return tag(
        "li",
        tag("span", *_words(gate, lang), class_="card-who"),
        tag("span", f"{WORDS['no'].in_(lang)} →", class_="card-no"),
        tag("strong", shaped(stop).in_(lang), class_=f"card-{stop.value}"),
        data_rule=gate.id,
    )


def _door(act: Choice, own: list[Requirement], ends: list[tuple[Answer, Text]], lang: Lang) -> Element:
    """Return an act that one requirement binds at most, and what it comes to."""
    return tag(
        "li",
        tag("strong", mark_chinese(act.label.in_(lang), lang)),
        said(act.help, lang) if act.help else "",
        *(tag("p", *_words(each, lang), data_rule=each.id) for each in own),
        *(said(text, lang, class_=f"card-{answer.value}") for answer, text in ends),
        data_act=act.value,
    )


def _wide_door(act: Choice, own: list[Requirement], answers: Mapping[str, Answer], lang: Lang) -> Element:
    """Return an act that several requirements bind, each with a box to tick."""
    ends = ((WORDS["all_hold"], answers[PERMITTED]), (WORDS["one_fails"], answers[PROHIBITED]))
    return tag(
        "div",
        tag("strong", mark_chinese(act.label.in_(lang), lang)),
        said(act.help, lang) if act.help else "",
        tag("ul", *(_tick(each, lang) for each in own), class_="card-ticks"),
        tag(
            "p",
            *(
                tag(
                    "strong",
                    WORDS["labelled"].fill(label=case, value=shaped(end)).in_(lang),
                    class_=f"card-{end.value}",
                )
                for case, end in ends
            ),
            class_="card-ends",
        ),
        class_="card-wide",
        data_act=act.value,
    )


def _tick(requirement: Requirement, lang: Lang) -> Element:
    """Return a requirement to tick; one that can be met in several ways lists them."""
    several = ways(requirement.condition)
    if not several:
        return tag("li", *_words(requirement, lang), data_rule=requirement.id)
    listed = (tag("li", mark_chinese(condition_text(each, lang), lang)) for each in several)
    return tag(
        "li",
        WORDS["one_way"].in_(lang),
        _at(requirement.basis, lang),
        tag("ul", *listed),
        data_rule=requirement.id,
    )


def _clock(calculator: Calculator, lang: Lang) -> Element:
    """Return the duties under the Provisions, by those who have them, each with its time first."""
    read = {each.id: each for each in calculator.readings}
    limit = next(each.limit.text for each in calculator.rules if each.limit and each.timing == "limit")
    lanes = sorted(lanes_of(calculator.rules), key=lambda lane: all(each.limit is None for each in lane))
    return part(
        WORDS["clock"],
        lang,
        tag(
            "dl",
            *([tag("dt", mark_chinese(lane[0].sender.in_(lang), lang)), _lane(lane, lang)] for lane in lanes),
            class_="card-lanes",
        ),
        said(WORDS["strictly_counted"].fill(limit=limit, strict=read["two-days"].strict), lang),
    )


def _lane(lane: list[DutyRule], lang: Lang) -> Element:
    rows = (
        tag(
            "li",
            tag(
                "strong",
                mark_chinese(begun(each.timing_text).in_(lang), lang),
                class_="card-time" if each.limit and each.timing == "limit" else None,
            ),
            messages.COLON.in_(lang),
            mark_chinese(each.name.in_(lang), lang),
            _at(each.basis, lang),
            data_duty=each.id,
        )
        for each in lane
    )
    return tag("dd", tag("ul", *rows))
