"""The life of a vulnerability with its clock: a lane for each of those who have duties, from the finder on."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.clocks import InDays
from calculators.kernel.duties.limits import hours
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.text import Lang, Text, begun, joined
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.pictures.drawing import (
    HEAD,
    LINE,
    PADDING,
    WIDTH,
    Block,
    Paragraph,
    arrow,
    box_height,
    fold,
    line_of,
    number,
    rect,
    text,
)
from publisher.pictures.drawing import svg as drawing
from publisher.pictures.figure import WORDS, Picture, item, own_leaves, places, said, shows

_NAME, _GAP = 120, 10
_LEFT, _ROOM = _NAME + 12, WIDTH - _NAME - 13
_DOT = _LEFT + 12
"""Where on the line of time discovery lies."""
_TO_LINE = PADDING + LINE + 10
"""From the top of a lane with a clock to its line."""
_RANK = {"encouraged": 0, "limit": 1, "prompt": 1, "standing": 2, "keep": 2}
"""Which lane stands above another, by its first duty: what is encouraged, what is due, what lasts."""


def life(lang: Lang, calculator: Calculator | None = None) -> Picture:
    """Return the picture of the duties under the Provisions."""
    calculator = calculator or calculator_named("vulnerability-duties")
    start = next(each.timeline for each in calculator.facts if each.starts_the_case and each.timeline)
    lanes = lanes_of(calculator.rules)
    parts: list[Markup] = []
    told: list[Markup] = []
    y: float = 1
    for lane in lanes:
        drawn, height = _lane(lane, start, y, lang)
        parts.append(drawn)
        if lane[0].timing == "encouraged":  # where the next lane's clock begins
            told.append(arrow((_DOT, y + height - PADDING), (_DOT, y + height + _GAP + _TO_LINE - 5)))
        y += height + _GAP
    title = WORDS["life_title"]
    return Picture(
        title=title,
        drawing=drawing(y - _GAP + 1, shows(title, lang), parts, told),
        words=[_words(each, _beside(each, lane), lang) for lane in lanes for each in lane],
        note=_note(calculator.rules),
    )


def lanes_of(rules: Iterable[DutyRule]) -> list[list[DutyRule]]:
    """Return the duties by those who have them: first what no one must yet, last what lasts."""
    lanes: dict[Text, list[DutyRule]] = {}
    for rule in rules:
        lanes.setdefault(rule.sender, []).append(rule)
    return sorted(lanes.values(), key=lambda lane: _RANK[lane[0].timing])


def _note(rules: Iterable[DutyRule]) -> Text:
    """Return the warning that a time without a number is no place on the line."""
    limited = next(each for each in rules if each.timing == "limit")
    lane = [each for each in rules if each.sender == limited.sender and each.timing == "prompt"]
    return WORDS["life_note"].fill(promptly=lane[-1].timing_text, limit=limited.timing_text)


def _beside(rule: DutyRule, lane: list[DutyRule]) -> list[DutyRule]:
    return [each for each in lane if each is not rule]


def _duty(rule: DutyRule, lane: list[DutyRule], room: float, lang: Lang, *, timed: bool) -> Block:
    """Return a duty in a box: on what it depends, what it is, where it stands; ``timed`` says when before it."""
    own = own_leaves(rule, _beside(rule, lane))
    when = [Paragraph(begun(rule.timing_text).in_(lang), "name")] if timed else []
    only = (
        [Paragraph(WORDS["only_if"].fill(condition=joined([leaf.text for leaf in own])).in_(lang), "at")]
        if own
        else []
    )
    return fold(
        [*when, Paragraph(rule.name.in_(lang)), *only, Paragraph(places(rule.basis).in_(lang), "at")],
        room - 2 * PADDING,
    )


def _lane(lane: list[DutyRule], start: Text, y: float, lang: Lang) -> tuple[Element, float]:
    """Return the duties of one, with the name at the left, and the height."""
    name = fold([Paragraph(lane[0].sender.in_(lang), "name")], _NAME - PADDING)
    clocked = any(each.timing == "limit" for each in lane)
    due = [each for each in lane if clocked and each.timing in {"limit", "prompt"}]
    rest = [each for each in lane if each not in due]
    parts: list[Markup] = []
    at = y + PADDING
    if due:
        drawn, height = _clock(due, lane, start, at, lang)
        parts.append(drawn)
        at += height + (_GAP if rest else 0)
    columns = 1 if len(rest) == 1 else 2
    room = (_ROOM - PADDING - _GAP * (columns - 1)) / columns
    for row in [rest[place : place + columns] for place in range(0, len(rest), columns)]:
        blocks = [_duty(each, lane, room, lang, timed=True) for each in row]
        height = max(box_height(each) for each in blocks)
        for place, (each, block) in enumerate(zip(row, blocks, strict=True)):
            x = _LEFT + place * (room + _GAP)
            outline = rect(x, at, room, height, f"diagram-box--{each.timing}")
            parts.append(
                tag("g", outline, text(block, x + PADDING, at + PADDING - 2, lang), data_duty=each.id)
            )
        at += height + _GAP
    height = max(at - (_GAP if rest else 0) + PADDING - y, name.height + 2 * PADDING)
    ground = rect(1, y, WIDTH - 2, height, "diagram-box--who")
    return tag("g", ground, text(name, 1 + PADDING, y + PADDING, lang), *parts), height


def _clock(
    due: list[DutyRule], lane: list[DutyRule], start: Text, y: float, lang: Lang
) -> tuple[Element, float]:
    """Return the line of time with a column for each time in the law's words, and the height."""
    groups = [(when, list(each)) for when, each in groupby(due, key=lambda rule: rule.timing_text)]
    room = (_ROOM - PADDING - _GAP * (len(groups) - 1)) / len(groups)
    heads = [fold(_when(when, rules[0], lang), room) for when, rules in groups]
    line = y + _TO_LINE - PADDING
    top = line + 14 + max(each.height for each in heads)
    dot = tag("circle", cx=number(_DOT), cy=number(line), r="5", class_="diagram-mark")
    parts: list[Markup] = [
        text(line_of(start.in_(lang), "name"), _DOT + 12, y + 2, lang),
        arrow((_DOT, line), (WIDTH - 1 - PADDING, line)),
        dot,
    ]
    foot = top
    for place, ((_, rules), head) in enumerate(zip(groups, heads, strict=True)):
        x, at = _LEFT + place * (room + _GAP), top
        if rules[0].limit:
            side = 2 * HEAD
            parts.append(rect(x, line - HEAD, side, side, "diagram-mark"))
        parts.append(text(head, x, line + 10, lang))
        for each in rules:
            block = _duty(each, lane, room, lang, timed=False)
            outline = rect(x, at, room, box_height(block), f"diagram-box--{each.timing}")
            parts.append(
                tag("g", outline, text(block, x + PADDING, at + PADDING - 2, lang), data_duty=each.id)
            )
            at += box_height(block) + 6
        foot = max(foot, at - 6)
    return tag("g", *parts), foot - y


def _when(when: Text, rule: DutyRule, lang: Lang) -> list[Paragraph]:
    """Return a time over its column; a limit in days with what it comes to on the strict reading."""
    if not isinstance(rule.clock, InDays):
        return [Paragraph(begun(when).in_(lang), "name")]
    strictly = WORDS["strictly"].fill(hours=hours(24 * rule.clock.limit.number).text)
    return [Paragraph(begun(when).in_(lang), "time"), Paragraph(strictly.in_(lang))]


def _words(rule: DutyRule, beside: list[DutyRule], lang: Lang) -> Element:
    own = own_leaves(rule, beside)
    only = (
        [WORDS["brackets"].fill(text=WORDS["only_if"].fill(condition=joined([leaf.text for leaf in own])))]
        if own
        else []
    )
    return item(
        tag("strong", mark_chinese(rule.name.in_(lang), lang)),
        *(mark_chinese(each.in_(lang), lang) for each in only),
        WORDS["colon"].in_(lang),
        mark_chinese(said(rule).in_(lang), lang),
        basis=rule.basis,
        lang=lang,
        data_duty=rule.id,
    )
