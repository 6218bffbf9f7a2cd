"""Who tells whom and by when: a row for each route of a first report, from its operator to the last who is told."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import leaves
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import BETWEEN_SENTENCES, Lang, Text, begun, joined
from calculators.texts import works
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.pictures.drawing import (
    HEAD,
    LINE,
    PADDING,
    Block,
    Kind,
    Line,
    Paragraph,
    arrow,
    box,
    box_height,
    fold,
    line_of,
    svg,
    text,
)
from publisher.pictures.figure import WORDS, Picture, item, lowered, own_leaves, said, shows

_WHO, _TOLD, _NEXT = (1, 142), (249, 134), (489, 170)
"""The three columns of boxes, each with its left edge and its width."""
_GAP, _ROW_GAP, _FORK = 8, 14, 12
_LEAST = 66
"""The height of a stage at least: above and below its arrow stand two lines each."""


def routes(lang: Lang, calculator: Calculator | None = None) -> Picture:
    """Return the picture for the limits as the law has them; a script puts the times of a case into it."""
    calculator = calculator or calculator_named("incident-report")
    rules = calculator.rules
    first = tuple(each for each in rules if is_route(each))
    drawn = {each.id for one in first for each in _route(one, rules)}
    parts: list[Markup] = []
    top: float
    top, heads = _heads(first, rules, lang)
    for one in first:
        row, height = _row(one, first, rules, top, lang)
        parts.append(row)
        top += height + _ROW_GAP
    title = WORDS["routes_title"]
    return Picture(
        title=title,
        drawing=svg(top - _ROW_GAP + 1, shows(title, lang), heads, parts),
        words=[_words(each, first, lang) for one in first for each in _route(one, rules)],
        besides=[_words(each, first, lang) for each in rules if each.id not in drawn],
        note=_note(calculator),
        live=True,
    )


def _note(calculator: Calculator) -> Text:
    """Return the readings on which the picture rests: from when the limits run, and what holds where two routes meet."""
    read = {each.id: each for each in calculator.readings}
    notes = [
        WORDS["routes_note"].fill(question=read[id_].question, strict=read[id_].strict)
        for id_ in ("clock-start", "both-routes")
    ]
    return joined(notes, BETWEEN_SENTENCES)


def is_route(rule: DutyRule) -> bool:
    """Whether a duty is a first report with a limit, which runs from discovery."""
    return rule.after is None and rule.clock is not None and rule.clock.counts_from == "instant"


def following(rule: DutyRule, rules: tuple[DutyRule, ...]) -> list[DutyRule]:
    """Return the duties that follow upon one."""
    return [each for each in rules if each.after == rule.id]


def _route(rule: DutyRule, rules: tuple[DutyRule, ...]) -> list[DutyRule]:
    """Return a duty and all that follow upon it, each behind the one that it follows."""
    return [rule, *(each for later in following(rule, rules) for each in _route(later, rules))]


def whose(rule: DutyRule, first: tuple[DutyRule, ...]) -> Text:
    """Return whose route it is; that of all whom no other names is the others'."""
    others = [each for each in first if each is not rule]
    own = own_leaves(rule, others)
    theirs = [leaf for each in others for leaf in own_leaves(each, first)]
    apart = all(any(leaf.fact == one.fact and not leaf.values & one.values for one in theirs) for leaf in own)
    if apart and {leaf.fact for leaf in own} == {leaf.fact for leaf in theirs}:
        return WORDS["any_other"].fill(who=lowered(rule.sender))
    return begun(joined([leaf.text for leaf in own]))


def _cite(rule: DutyRule) -> Text:
    """Return the article or question that a duty rests on first."""
    ref = rule.basis[0].ref
    whole = ProvisionId.parse(ref.provision).parent
    return works()[ref.work].short_cite(whole.text if whole else ref.provision)


def _heads(first: tuple[DutyRule, ...], rules: tuple[DutyRule, ...], lang: Lang) -> tuple[float, Markup]:
    """Return the height of the heads of the columns, and these: the operator, and the grade from which each stage is due."""
    relays = [each for one in first for each in following(one, rules)]
    columns = (
        (_WHO[0], _WHO[1], [joined(list(dict.fromkeys(each.sender for each in first)))]),
        (_WHO[0] + _WHO[1] + 6, _TOLD[0] + _TOLD[1] - _WHO[0] - _WHO[1] - 12, shared(first)),
        (_TOLD[0] + _TOLD[1] + 6, _NEXT[0] + _NEXT[1] - _TOLD[0] - _TOLD[1] - 6, shared(relays)),
    )
    blocks = [
        (x, fold([Paragraph(begun(each).in_(lang), "at") for each in texts], room))
        for x, room, texts in columns
    ]
    height = max(block.height for _, block in blocks)
    heads = [text(block, x, height - block.height, lang) for x, block in blocks]
    return height + 8, heads


def shared(rules: list[DutyRule] | tuple[DutyRule, ...]) -> list[Text]:
    """Return the conditions that all of some rules have in common."""
    if not rules:
        return []
    common = set.intersection(*(set(leaves(each.condition)) for each in rules))
    return [leaf.text for leaf in leaves(rules[0].condition) if leaf in common]


@dataclass(frozen=True, slots=True)
class _Stage:
    """A duty that follows upon a first report, and under its box those that follow upon it."""

    lang: Lang
    rule: DutyRule
    told: Block
    below: tuple[tuple[DutyRule, Block, Block], ...]
    """Each with its time, which stands beside the arrow down to it, and with who is told."""

    @property
    def lead(self) -> int:
        """The height of its own box, with what stands beside the arrow."""
        beside = 0 if self.rule.limit else 2 * LINE * _half(_beside(self.rule, self.lang)) + 2 * PADDING
        return max(_LEAST, box_height(self.told), beside)

    @property
    def height(self) -> float:
        """The height of it all."""
        below = sum(_down(time) + box_height(told) for _, time, told in self.below)
        return max(self.lead, (self.lead + box_height(self.told)) / 2 + below) if below else self.lead


def _stage(rule: DutyRule, rules: tuple[DutyRule, ...], lang: Lang) -> _Stage:
    room = _NEXT[1] - 2 * PADDING
    below = (
        (each, fold([Paragraph(each.timing_text.in_(lang))], room - 24), _told(each, lang, room))
        for one in _route(rule, rules)
        for each in following(one, rules)
    )
    return _Stage(lang, rule, _told(rule, lang, room), tuple(below))


def _told(rule: DutyRule, lang: Lang, room: float) -> Block:
    return fold([Paragraph(each.in_(lang), "name") for each in rule.recipients], room)


def _down(time: Block) -> int:
    """Return the length of an arrow down, beside which a time stands."""
    return max(time.height, LINE) + 8


def _row(
    rule: DutyRule, first: tuple[DutyRule, ...], rules: tuple[DutyRule, ...], top: float, lang: Lang
) -> tuple[list[Element], float]:
    """Return one route and its height."""
    who = fold(
        [Paragraph(whose(rule, first).in_(lang), "name"), Paragraph(_cite(rule).in_(lang), "at")],
        _WHO[1] - 2 * PADDING,
    )
    told = [fold([Paragraph(each.in_(lang), "name")], _TOLD[1] - 2 * PADDING) for each in rule.recipients]
    later = [_stage(each, rules, lang) for each in following(rule, rules)]
    heights = [max(_LEAST, box_height(told[0])), *(box_height(each) for each in told[1:])]
    lead = max(heights[0], later[0].lead if later else 0)
    height = max(
        box_height(who),
        (lead - heights[0]) / 2 + sum(heights) + _GAP * (len(heights) - 1),
        (lead - later[0].lead) / 2 + sum(each.height for each in later) + _GAP * (len(later) - 1)
        if later
        else 0,
    )
    edge, line = _WHO[0] + _WHO[1], top + lead / 2
    parts: list[Markup] = [box(_WHO[0], top, _WHO[1], who, lang, height=height, class_="diagram-box--who")]
    y = line - heights[0] / 2
    for block, room in zip(told, heights, strict=True):
        own, at = box_height(block), y + room / 2
        parts.append(box(_TOLD[0], at - own / 2, _TOLD[1], block, lang))
        parts.append(_branch(edge, line, _TOLD[0], at))
        y += room + _GAP
    parts.append(_label(rule, edge, _TOLD[0], line, lang))
    groups, edge = [tag("g", *parts, data_duty=rule.id)], _TOLD[0] + _TOLD[1]
    y = line - later[0].lead / 2 if later else top
    for each in later:
        groups += _drawn(each, edge, line, y + each.lead / 2, lang)
        y += each.height + _GAP
    return groups, height


def _branch(edge: float, line: float, x: float, y: float) -> Element:
    """Return the arrow from a box to another: level with its first arrow, or branching off it."""
    return arrow((edge, y), (x, y)) if y == line else arrow((edge + _FORK, line), (edge + _FORK, y), (x, y))


def _drawn(stage: _Stage, edge: float, line: float, at: float, lang: Lang) -> list[Element]:
    """Return a relay, and under it what follows upon it."""
    own = box_height(stage.told)
    groups = [
        tag(
            "g",
            _branch(edge, line, _NEXT[0], at),
            box(_NEXT[0], at - own / 2, _NEXT[1], stage.told, lang),
            _label(stage.rule, edge, _NEXT[0], at, lang),
            data_duty=stage.rule.id,
        )
    ]
    y = at + own / 2
    for rule, time, told in stage.below:
        x, foot = _NEXT[0] + 2 * PADDING, y + _down(time)
        parts = (
            arrow((x, y), (x, foot)),
            text(time, x + 12, (y + foot - time.height) / 2 - 1, lang),
            box(_NEXT[0], foot, _NEXT[1], told, lang),
        )
        groups.append(tag("g", *parts, data_duty=rule.id))
        y = foot + box_height(told)
    return groups


def _label(rule: DutyRule, x0: float, x1: float, y: float, lang: Lang) -> Element:
    """Return what stands at an arrow: the limit over it, or the time in words about it.

    With a limit there are places that the script fills: the day and the time over the arrow, the limit or the
    state under it, and that it runs from receipt.
    """
    fork = _FORK if rule.after or len(rule.recipients) > 1 else 0
    x = (x0 + fork + x1 - HEAD) / 2
    over, under = y - 19.5, y + 2.5
    if rule.limit is None:
        lines = _beside(rule, lang)
        above, below = Block(lines[: _half(lines)]), Block(lines[_half(lines) :])
        return tag(
            "g",
            text(above, x, over - above.height + LINE, lang, anchor="middle"),
            text(below, x, under, lang, anchor="middle"),
        )
    receipt = WORDS["of_receipt"].in_(lang) if rule.after else ""
    slots: tuple[tuple[str, Kind, str, float], ...] = (
        ("day", "say", "", over - LINE + 2),
        ("time", "time", rule.limit.text.in_(lang), over),
        ("limit", "say", receipt, under),
        ("receipt", "say", "", under + LINE - 2),
    )
    return tag(
        "g",
        *(
            text(line_of(words, kind), x, at, lang, anchor="middle", slot=slot)
            for slot, kind, words, at in slots
        ),
    )


def _beside(rule: DutyRule, lang: Lang) -> tuple[Line, ...]:
    """Return a time in words as it stands at an arrow."""
    room = _NEXT[0] - _TOLD[0] - _TOLD[1] - _FORK - HEAD
    return fold([Paragraph(rule.timing_text.in_(lang))], room).lines


def _half(lines: tuple[Line, ...]) -> int:
    """Return how many of some lines stand over an arrow."""
    return (len(lines) + 1) // 2


def _words(rule: DutyRule, first: tuple[DutyRule, ...], lang: Lang) -> Element:
    """Return a duty in words: where it applies, who tells whom, by when."""
    if is_route(rule):
        where = [leaf.text for leaf in own_leaves(rule, first)]
    elif rule.after:
        where = []
    else:
        where = [leaf.text for leaf in leaves(rule.condition)]
    condition = (
        tag("strong", mark_chinese(begun(joined(where)).in_(lang), lang), WORDS["colon"].in_(lang))
        if where
        else ""
    )
    return item(
        condition,
        mark_chinese(said(rule).in_(lang), lang),
        tag("span", class_="diagram-due"),
        basis=rule.basis,
        lang=lang,
        data_duty=rule.id,
        class_="diagram-later" if rule.after else None,
    )
