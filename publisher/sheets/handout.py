"""The handout of a course: all duties and requirements with their provisions, what the text leaves open, room to write."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Citation
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import Condition
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import SEMICOLON, Lang, Text, begun, joined
from calculators.texts import cases, works
from publisher.calculator.requirement_table import condition_text
from publisher.html.markup import mark_chinese, tag
from publisher.pictures.figure import WORDS as PICTURE_WORDS
from publisher.pictures.figure import own_leaves, places
from publisher.pictures.life import lanes_of
from publisher.sheets.sheet import WORDS, Sheet, blanks, group, part, row, said, table
from publisher.sheets.vulnerabilities import acts_of

OPEN_POINTS = {
    "incident-report": ("clock-start", "around-the-clock", "both-routes", "grade-raised"),
    "vulnerability-duties": ("two-days",),
    "disclosure": ("proof-of-concept",),
}
"""The readings that decide most often, by calculator: those that a course speaks of."""
TASKS = 2
"""How many of a calculator's cases a sheet has room for."""


def handout_incidents(lang: Lang, calculator: Calculator | None = None) -> Sheet:
    """Return the sheet on reporting incidents."""
    calculator = calculator or calculator_named("incident-report")
    return Sheet(
        id="handout-incidents",
        title=WORDS["handout_incidents"],
        aside=calculator.question,
        parts=(
            part(WORDS["duties"], lang, _duties(calculator.rules, lang)),
            part(WORDS["open_points"], lang, _open_points(lang, calculator)),
            _tasks(calculator, lang),
        ),
        works=("incident-qa", "incident-measures"),
        scan=WORDS["handout_scan"],
        leads_to="training/",
    )


def handout_vulnerabilities(
    lang: Lang, duties: Calculator | None = None, disclosure: Calculator | None = None
) -> Sheet:
    """Return the sheet on handling and disclosing vulnerabilities."""
    duties = duties or calculator_named("vulnerability-duties")
    disclosure = disclosure or calculator_named("disclosure")
    return Sheet(
        id="handout-vulnerabilities",
        title=WORDS["handout_vulnerabilities"],
        aside=disclosure.question,
        parts=(
            part(WORDS["clock"], lang, _duties_by_role(duties.rules, lang)),
            part(WORDS["requirements"], lang, _requirements(disclosure, lang)),
            part(WORDS["open_points"], lang, _open_points(lang, duties, disclosure)),
        ),
        works=("vulnerability-provisions",),
        scan=WORDS["handout_scan"],
        leads_to="training/",
    )


def _duties(rules: Iterable[DutyRule], lang: Lang) -> Element:
    """Return the duties by those who have them, a row each: what, by when, where it applies, on which provision."""
    return _grouped(
        ("duty", "time", "condition", "basis"),
        (
            (each.sender, each.id, (each.name, each.timing_text, _words(each.condition), _at(each.basis)))
            for lane in lanes_of(rules)
            for each in lane
        ),
        lang,
    )


def _duties_by_role(rules: Iterable[DutyRule], lang: Lang) -> Element:
    """Return the duties of each role, where a role is all that most of them depend on; what else one depends on stands with it."""
    return _grouped(
        ("duty", "time", "basis"),
        (
            (each.sender, each.id, (_with_condition(each, lane), each.timing_text, places(each.basis)))
            for lane in lanes_of(rules)
            for each in lane
        ),
        lang,
    )


def _with_condition(rule: DutyRule, lane: list[DutyRule]) -> Text:
    own = own_leaves(rule, lane)
    if not own:
        return rule.name
    only = PICTURE_WORDS["only_if"].fill(condition=joined([leaf.text for leaf in own]))
    return WORDS["brackets"].fill(text=rule.name, more=only)


def _requirements(calculator: Calculator, lang: Lang) -> Element:
    """Return what disclosure requires, by acts, a row each: what must hold, on which provision."""
    acts, every = acts_of(calculator)

    def of(requirement: Requirement) -> Text:
        if requirement in every:
            return WORDS["every_act"]
        return joined([act.label for act in acts if act.value in requirement.acts])

    return _grouped(
        ("requirement", "basis"),
        (
            (of(each), each.id, (_words(each.condition), places(each.basis)))
            for each in calculator.requirements
        ),
        lang,
    )


def _grouped(
    heads: tuple[str, ...], rows: Iterable[tuple[Text, str, tuple[Text, ...]]], lang: Lang
) -> Element:
    """Return a table of rows, each given with the name of its group and its id; rows of a group stand together."""
    named = [WORDS[each] for each in heads]
    made: list[Element] = []
    for title, of_group in groupby(rows, key=lambda each: each[0]):
        made.append(group(named, title, lang))
        for _, id_, cells in of_group:
            words = [mark_chinese(begun(each).in_(lang), lang) for each in cells]
            made.append(row(named, words, lang, data_row=id_))
    return table(named, made, lang)


def _words(condition: Condition) -> Text:
    return Text(*(condition_text(condition, each) for each in ("zh", "en")))


def _at(basis: Iterable[Citation]) -> Text:
    cited = dict.fromkeys(works()[each.ref.work].short_cite(each.ref.provision) for each in basis)
    return joined(list(cited), SEMICOLON)


def _open_points(lang: Lang, *calculators: Calculator) -> Element:
    """Return what the text leaves open: each question with the strict reading and the other."""
    points = (
        tag(
            "li",
            tag("strong", mark_chinese(each.question.in_(lang), lang)),
            *(
                said(WORDS["labelled"].fill(label=WORDS[kind], value=text), lang)
                for kind, text in (("strict", each.strict), ("other", each.other))
            ),
            data_reading=each.id,
        )
        for calculator in calculators
        for each in calculator.readings
        if each.id in OPEN_POINTS[calculator.name]
    )
    return tag("ul", *points, class_="sheet-points")


def _tasks(calculator: Calculator, lang: Lang) -> Element:
    """Return cases without their answers, with room to judge them."""
    lines = [WORDS["judgement"], WORDS["article"]]
    tasks = (
        tag(
            "li",
            said(WORDS["labelled"].fill(label=WORDS["task"].fill(number=number), value=case.story), lang),
            blanks(lines, lang),
            data_case=case.id,
        )
        for number, case in enumerate(cases(calculator.name)[:TASKS], start=1)
    )
    return part(WORDS["exercise"], lang, tag("ul", *tasks, class_="sheet-tasks"))
