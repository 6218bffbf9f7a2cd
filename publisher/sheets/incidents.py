"""The wall card's sheet on incidents: whom to tell by when, whether it is grave enough, what to say, where to report."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.finding.parts import Channels, Contents, Item
from calculators.kernel.logic import leaves
from calculators.kernel.provisions.grading import Cell, Grading, Indicator
from calculators.kernel.text import BETWEEN_SENTENCES, SEMICOLON, Lang, Text, begun, both, joined
from calculators.kernel.works import CONFIDENCE, Confidence
from calculators.texts import gradings, works
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.pictures.figure import lowered, places
from publisher.pictures.grades import TOGETHER
from publisher.pictures.routes import following, is_route, shared, whose
from publisher.sheets.sheet import WORDS, Sheet, blanks, part, row, said, table

WORK = "incident-measures"
_SIGNS = "①②③④"


def incidents(lang: Lang, calculator: Calculator | None = None, grading: Grading | None = None) -> Sheet:
    """Return the sheet made from the rules of ``incident-report`` and the annex."""
    calculator = calculator or calculator_named("incident-report")
    first = tuple(each for each in calculator.rules if is_route(each))
    return Sheet(
        id="card-incidents",
        title=WORDS["card_incidents"],
        aside=WORDS["card_incidents_aside"],
        parts=(
            _routes(calculator, first, lang),
            _grades(grading or gradings()[WORK], lang),
            tag("div", *_report(calculator, first, lang), class_="sheet-columns"),
            part(WORDS["own_numbers"], lang, blanks(_whose_numbers(first), lang)),
        ),
        works=("incident-qa", WORK),
        scan=WORDS["card_incidents_scan"],
        leads_to="calculators/incident-report/",
    )


def _routes(calculator: Calculator, first: tuple[DutyRule, ...], lang: Lang) -> Element:
    read = {each.id: each for each in calculator.readings}
    both_routes = WORDS["two_routes"].fill(strict=lowered(read["both-routes"].strict))
    readings = [read["clock-start"].strict, read["around-the-clock"].strict, both_routes]
    strict = joined(readings, BETWEEN_SENTENCES)
    others = [each for each in calculator.rules if _stands_beside(each)]
    return part(
        WORDS["routes"],
        lang,
        tag("ul", *(_route(each, first, calculator.rules, lang) for each in first), class_="card-routes"),
        *(said(_also(each), lang, data_duty=each.id) for each in others),
        said(WORDS["strictly"].fill(strict=strict), lang),
    )


def _stands_beside(rule: DutyRule) -> bool:
    """Whether a duty is one that a first report does not lead to: whatever the grade, it is due where its own condition is met."""
    return (
        rule.timing == "prompt"
        and not rule.after
        and "grade" not in {leaf.fact for leaf in leaves(rule.condition)}
    )


def _route(rule: DutyRule, first: tuple[DutyRule, ...], rules: tuple[DutyRule, ...], lang: Lang) -> Element:
    limit = rule.limit.text if rule.limit else both("")
    relays = shared([each for one in first for each in following(one, rules)])
    later = [each for each in following(rule, rules) if each.limit]
    cells: list[Markup] = [
        tag("strong", limit.in_(lang), class_="card-limit"),
        tag("span", mark_chinese(whose(rule, first).in_(lang), lang), class_="card-who"),
        tag(
            "strong",
            *(tag("span", mark_chinese(each.in_(lang), lang)) for each in rule.recipients),
            class_="card-told",
        ),
        tag("span", *(_relay(each, joined(relays), lang) for each in later), class_="card-next"),
    ]
    return tag("li", *cells, data_duty=rule.id)


def _relay(rule: DutyRule, condition: Text, lang: Lang) -> Element:
    """Return where a recipient passes the report on, to whom and by when."""
    told = WORDS["relay"].fill(
        condition=condition,
        sender=lowered(rule.sender),
        limit=rule.limit.text if rule.limit else rule.timing_text,
        recipients=joined([lowered(each) for each in rule.recipients]),
    )
    return tag("span", mark_chinese(told.in_(lang), lang), data_duty=rule.id)


def _also(rule: DutyRule) -> Text:
    condition = joined([leaf.text for leaf in leaves(rule.condition)])
    return WORDS["also"].fill(
        duty=rule.name, condition=condition, time=rule.timing_text, place=places(rule.basis)
    )


def _grades(grading: Grading, lang: Lang) -> Element:
    """Return the rows of the annex that are counted and need no other row beside them, from the lowest grade up."""
    rows = [each for each in grading.indicators if counted(each)]
    grades = list(reversed(grading.grades))
    signs = _signs(rows)
    heads = [WORDS["indicator"], *(begun(each.name) for each in grades)]
    body = (
        row(
            heads,
            [
                mark_chinese(_name(each).in_(lang), lang),
                *(_cell(cell, signs, lang) for grade in grades for cell in each.cells if cell.grade == grade),
            ],
            lang,
            data_indicator=each.id,
        )
        for each in rows
    )
    key = [WORDS["marks"].fill(mark=sign, sure=CONFIDENCE[code]) for code, sign in signs.items()]
    key.append(WORDS["rest_two_sources"].fill(sure=CONFIDENCE["2S"]))
    note = WORDS["grades_note"].fill(open=CONFIDENCE["OPEN"])
    return part(
        WORDS["grades"],
        lang,
        table(heads, body, lang),
        said(joined(key, SEMICOLON), lang, class_="sheet-key"),
        said(note, lang),
        beside=WORDS["grades_help"],
    )


def counted(indicator: Indicator) -> bool:
    """Whether a row has a number in some grade and decides alone."""
    return any(each.number is not None for each in indicator.cells) and indicator.part not in TOGETHER


def _name(indicator: Indicator) -> Text:
    name, unit = indicator.name, indicator.counted_in
    return WORDS["brackets"].fill(text=name, more=unit) if unit else name


def _signs(rows: list[Indicator]) -> dict[Confidence, str]:
    """Return a sign for each degree of certainty in the table that is less than two sources; an open cell says so itself."""
    found = dict.fromkeys(cell.confidence for each in rows for cell in each.cells)
    return dict(zip([each for each in found if each not in {"2S", "OPEN"}], _SIGNS, strict=False))


def _cell(cell: Cell, signs: dict[Confidence, str], lang: Lang) -> Markup:
    value = WORDS["of_share"].fill(of=cell.of, value=cell.short) if cell.of else cell.short
    sign = signs.get(cell.confidence)
    words = tag("span", mark_chinese(value.in_(lang), lang), class_="sheet-open" if cell.is_open else None)
    return [words, tag("sup", sign) if sign else ""]


def _report(calculator: Calculator, first: tuple[DutyRule, ...], lang: Lang) -> list[Element]:
    """Return what the first report says, and the channels; as an incident of an open kind has them."""
    day = works()[WORK].in_force
    finding = calculator.answer({"aware_at": f"{day}T12:00:00+08:00", "grade": "relatively_major"})
    contents, channels = finding.conclusion.part(Contents), finding.conclusion.part(Channels)
    if contents is None or channels is None:
        raise ValueError(f"{calculator.name} gives no contents or no channels, which the wall card shows")
    at_first = [each for each in contents.contents if not each.may_follow]
    later = [_item(each) for each in contents.contents if each.may_follow]
    after = [
        WORDS["duty_time"].fill(duty=each.name, time=each.timing_text)
        for each in calculator.rules
        if each not in first and not each.by_authority and not _stands_beside(each)
    ]
    return [
        part(
            WORDS["contents"],
            lang,
            tag(
                "ul",
                *(tag("li", mark_chinese(_item(each).in_(lang), lang)) for each in at_first),
                class_="sheet-list",
            ),
            said(WORDS["may_follow"].fill(items=joined(later, SEMICOLON)), lang),
            said(contents.contents_note, lang) if contents.contents_note else "",
            said(WORDS["afterwards"].fill(duties=joined(after, SEMICOLON)), lang),
        ),
        part(
            calculator.headings["channels"],
            lang,
            tag(
                "dl",
                *(
                    tag(
                        "div",
                        tag("dt", each.name.in_(lang)),
                        tag("dd", mark_chinese(each.value.in_(lang), lang)),
                    )
                    for each in channels.channels.items
                ),
                class_="summary-list card-channels",
            ),
            said(channels.channels.note, lang),
        ),
    ]


def _item(item: Item) -> Text:
    """Return a point of the report; with what it depends on, and how sure it is where two sources do not bear it."""
    more = [*([item.condition_text] if item.condition_text else [])]
    more += [CONFIDENCE[item.confidence]] if item.confidence not in {"2S", None} else []
    numbered = both(f"{item.item} {{text}}").fill(text=item.text)
    return WORDS["brackets"].fill(text=numbered, more=joined(more, SEMICOLON)) if more else numbered


def _whose_numbers(first: tuple[DutyRule, ...]) -> list[Text]:
    """Return whose numbers an operator looks for: its own, and those of each recipient of a first report."""
    named = dict.fromkeys((WORDS["on_duty"], *(to for rule in first for to in rule.recipients)))
    return [WORDS["number_blank"].fill(whose=each) for each in named]
