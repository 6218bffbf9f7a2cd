"""May I disclose: the gates that stand before every act, then a door for each act with what binds it alone."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from calculators.catalogue import calculator_named
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Choice
from calculators.kernel.finding import Answer
from calculators.kernel.logic import AllOf, AnyOf, Condition, Is, leaves
from calculators.kernel.requirements import OPEN, PERMITTED, PROHIBITED, Requirement, decide
from calculators.kernel.text import Lang, Text, begun
from publisher.calculator import messages
from publisher.calculator.requirement_table import condition_text
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.pictures.drawing import (
    LINE,
    PADDING,
    WIDTH,
    Block,
    Kind,
    Paragraph,
    arrow,
    box_height,
    fold,
    line_of,
    rect,
    text,
)
from publisher.pictures.drawing import svg as drawing
from publisher.pictures.figure import WORDS, Picture, item, places, shows

_GATE, _STOP = 486, 118
"""The widths of a gate and of the box beside it, in which an act that does not pass ends."""
_DOOR, _GAP = 325, 10
_MARKS: Mapping[str, str] = {"circle": "○", "square": "■"}
_KINDS: Mapping[str, Kind] = {PERMITTED: "permitted", PROHIBITED: "prohibited"}


def disclosure(lang: Lang, calculator: Calculator | None = None) -> Picture:
    """Return the picture of the requirements of articles 4 and 9 of the Provisions."""
    calculator = calculator or calculator_named("disclosure")
    acts = next(each for each in calculator.facts if each.name == calculator.begins_with).choices
    every = {act.value for act in acts}
    gates = [each for each in calculator.requirements if each.acts >= every]
    answers = {each.value: each for each in calculator.answers}
    parts: list[Markup] = [_heading(WORDS["every_act"], 3, lang)]
    y: float = LINE + 9
    for gate in gates:
        drawn, height = _gate(gate, answers[PROHIBITED], y, lang)
        parts.append(drawn)
        y += height
    parts.append(_heading(WORDS["by_act"], y, lang))
    y += LINE + 6
    own = {act: own_requirements(act, gates, calculator) for act in acts}
    narrow = [act for act in acts if len(own[act]) <= 1]
    for pair in [narrow[at : at + 2] for at in range(0, len(narrow), 2)]:
        doors = [_door(act, own[act], gates, calculator, lang) for act in pair]
        height = max(sum(block.height for _, block in door) for door in doors) + 2 * PADDING - 4
        for place, (act, door) in enumerate(zip(pair, doors, strict=True)):
            x, at = 1 + place * (_DOOR + _GAP - 2), y + PADDING - 2
            words = []
            for rule, block in door:
                words.append(tag("g", text(block, x + PADDING, at, lang), data_rule=rule))
                at += block.height
            outline = rect(x, y, _DOOR - 1, height, "diagram-box--who")
            parts.append(tag("g", outline, words, data_act=act.value))
        y += height + _GAP
    for act in (each for each in acts if each not in narrow):
        drawn, height = _wide_door(act, own[act], answers, y, lang)
        parts.append(drawn)
        y += height + _GAP
    title = WORDS["disclosure_title"]
    return Picture(
        title=title,
        drawing=drawing(y - _GAP + 1, shows(title, lang), parts),
        words=_words(acts, gates, calculator, lang),
        note=WORDS["disclosure_note"],
    )


def ways(condition: Condition) -> tuple[Condition, ...]:
    """Return the ways to meet a condition that has several, of which one takes more than one step; else none."""
    if isinstance(condition, AnyOf) and any(isinstance(part, AllOf) for part in condition.parts):
        return condition.parts
    return ()


def own_requirements(act: Choice, gates: list[Requirement], calculator: Calculator) -> list[Requirement]:
    """Return what binds an act besides what binds every act."""
    return [each for each in calculator.requirements if act.value in each.acts and each not in gates]


def _heading(words: Text, y: float, lang: Lang) -> Element:
    return text(fold([Paragraph(words.in_(lang), "name")], WIDTH), 1, y, lang)


def _statement(requirement: Requirement, lang: Lang) -> list[Paragraph]:
    """Return what must hold, and where that stands."""
    words = begun(Text(*(condition_text(requirement.condition, each) for each in ("zh", "en"))))
    return [Paragraph(words.in_(lang)), Paragraph(places(requirement.basis).in_(lang), "at")]


def _gate(gate: Requirement, stop: Answer, y: float, lang: Lang) -> tuple[Element, float]:
    """Return a gate with the way on below it and the end beside it, and how far down it leads."""
    words = fold(_statement(gate, lang), _GATE - 2 * PADDING)
    height = box_height(words)
    at, right, foot = y + height / 2, WIDTH - _STOP - 1, y + height + 26
    outline = rect(1, y, _GATE, height)
    no, yes = line_of(WORDS["holds_not"].in_(lang)), line_of(WORDS["holds"].in_(lang))
    drawn = tag(
        "g",
        outline,
        text(words, 1 + PADDING, y + PADDING - 2, lang),
        arrow((1 + _GATE, at), (right, at)),
        text(no, (_GATE + right - 6) / 2, at - LINE - 3, lang, anchor="middle"),
        _verdict(stop, right, at - 17, _STOP, lang),
        arrow((30, y + height), (30, foot)),
        text(yes, 42, y + height + 3, lang),
        data_rule=gate.id,
    )
    return drawn, height + 34


def _verdict(answer: Answer, x: float, y: float, w: float, lang: Lang) -> Element:
    """Return an answer in a box of its own."""
    return tag(
        "g",
        rect(x, y, w, 34, f"diagram-box--{answer.value}"),
        text(
            line_of(shaped(answer).in_(lang), _KINDS[answer.value]), x + w / 2, y + 8, lang, anchor="middle"
        ),
    )


def shaped(answer: Answer) -> Text:
    """Return an answer in a word behind its shape."""
    return Text(f"{_MARKS[answer.mark]} {answer.label.zh}", f"{_MARKS[answer.mark]} {answer.label.en}")


def outcomes(act: str, gates: list[Requirement], calculator: Calculator) -> list[tuple[Answer, Text]]:
    """Return what an act that has passed the gates comes to, in words: the answer, or one for each case."""
    passed = {leaf.fact: next(iter(leaf.values)) for each in gates for leaf in leaves(each.condition)}
    answers = {each.value: each for each in calculator.answers}
    outcome = decide(calculator.requirements, act, passed)
    if outcome != OPEN:
        finding = calculator.answer({calculator.begins_with or "": act, **passed})
        return [(answers[outcome], finding.conclusion.answer_text)]
    several = sum(act in each.acts for each in calculator.requirements) - len(gates) > 1
    cases = ("all_hold", "one_fails") if several else ("holds", "holds_not")
    return [
        (answers[value], WORDS["case"].fill(case=begun(WORDS[word]), answer=answers[value].label))
        for word, value in zip(cases, (PERMITTED, PROHIBITED), strict=True)
    ]


def _door(
    act: Choice, own: list[Requirement], gates: list[Requirement], calculator: Calculator, lang: Lang
) -> list[tuple[str | None, Block]]:
    """Return the words on the door of an act that one requirement binds at most, each with the requirement's id."""
    helped = [Paragraph(act.help.in_(lang), "at")] if act.help else []
    ends = outcomes(act.value, gates, calculator)
    if own:
        end = [Paragraph(words.in_(lang), _KINDS[answer.value]) for answer, words in ends]
    else:
        ((answer, words),) = ends
        end = [
            Paragraph(shaped(answer).in_(lang), _KINDS[answer.value]),
            Paragraph(_reason(answer, words, lang)),
        ]
    parts = (
        (None, [Paragraph(act.label.in_(lang), "name"), *helped]),
        *((each.id, _statement(each, lang)) for each in own),
        (None, end),
    )
    return [(rule, fold(lines, _DOOR - 2 * PADDING)) for rule, lines in parts]


def _reason(answer: Answer, sentence: Text, lang: Lang) -> str:
    """Return an answer's sentence without the word with which it begins, which stands above it."""
    words = sentence.in_(lang)
    rest = words.removeprefix(answer.label.in_(lang)).lstrip("：: ")
    return rest[:1].upper() + rest[1:]


def _wide_door(
    act: Choice, own: list[Requirement], answers: Mapping[str, Answer], y: float, lang: Lang
) -> tuple[Element, float]:
    """Return the door of an act that several requirements bind, and its height."""
    inner, left = WIDTH - 2 - 2 * PADDING, 1 + PADDING
    helped = [Paragraph(act.help.in_(lang), "at")] if act.help else []
    head = fold([Paragraph(act.label.in_(lang), "name"), *helped], inner)
    parts: list[Markup] = [text(head, left, y + PADDING - 2, lang)]
    at: float = y + PADDING + head.height + 4
    for each in (one for one in own if ways(one.condition)):
        drawn, height = _ways(each, left, at, inner, lang)
        parts.append(drawn)
        at += height + _GAP
    column = (inner - _GAP) / 2
    plain = [each for each in own if not ways(each.condition)]
    for pair in [plain[place : place + 2] for place in range(0, len(plain), 2)]:
        blocks = [fold(_statement(each, lang), column - 24) for each in pair]
        for place, (each, block) in enumerate(zip(pair, blocks, strict=True)):
            x = left + place * (column + _GAP)
            tick = tag(
                "rect", x=f"{x + 1:g}", y=f"{at + 3:g}", width="12", height="12", class_="diagram-tick"
            )
            parts.append(tag("g", tick, text(block, x + 22, at, lang), data_rule=each.id))
        at += max(each.height for each in blocks) + 8
    for place, (word, value) in enumerate((("all_hold", PERMITTED), ("one_fails", PROHIBITED))):
        end = left + place * (column + _GAP) + column - _STOP
        parts += [
            text(line_of(WORDS[word].in_(lang)), end - 34, at + 8, lang, anchor="end"),
            arrow((end - 28, at + 17), (end, at + 17)),
            _verdict(answers[value], end, at, _STOP, lang),
        ]
    height = at + 34 + PADDING - y
    return tag("g", rect(1, y, WIDTH - 2, height, "diagram-box--who"), *parts, data_act=act.value), height


def _ways(requirement: Requirement, x: float, y: float, room: float, lang: Lang) -> tuple[Element, float]:
    """Return the ways to meet a requirement side by side, each with its steps, and their height."""
    there = ways(requirement.condition)
    between = 48
    steps = [max(len(list(leaves(each))), 1) for each in there]
    unit = (room - between * (len(there) - 1)) / sum(min(each, 2) for each in steps)
    widths = [unit * min(each, 2) for each in steps]
    caption = fold(
        [Paragraph(WORDS["any_one_way"].in_(lang)), Paragraph(places(requirement.basis).in_(lang), "at")],
        room,
    )
    blocks = [fold(_steps(each, lang), w - 2 * PADDING) for each, w in zip(there, widths, strict=True)]
    height = max(box_height(each) for each in blocks)
    parts: list[Markup] = [text(caption, x, y, lang)]
    top, at = y + caption.height + 4, x
    for place, (block, w) in enumerate(zip(blocks, widths, strict=True)):
        parts += [rect(at, top, w, height), text(block, at + PADDING, top + PADDING - 2, lang)]
        if place < len(blocks) - 1:
            either = line_of(WORDS["or_else"].in_(lang), "name")
            parts.append(text(either, at + w + between / 2, top + height / 2 - 10, lang, anchor="middle"))
        at += w + between
    return tag("g", *parts, data_rule=requirement.id), caption.height + 4 + height


def _steps(condition: Condition, lang: Lang) -> list[Paragraph]:
    """Return the steps of one way, each in a line of its own; the last ends without "and"."""
    if isinstance(condition, Is):
        return [Paragraph(begun(condition.text).in_(lang))]
    *others, last = (condition_text(part, lang) for part in condition.parts)
    word = messages.AND if isinstance(condition, AllOf) else messages.OR
    return [
        Paragraph(begun(Text(each, each)).in_(lang))
        for each in (*(one + word.in_(lang) for one in others), last)
    ]


def _words(
    acts: tuple[Choice, ...], gates: list[Requirement], calculator: Calculator, lang: Lang
) -> list[Element]:
    def line(each: Requirement) -> Element:
        words = mark_chinese(condition_text(each.condition, lang), lang)
        return item(words, basis=each.basis, lang=lang, data_rule=each.id)

    items = [item(tag("strong", WORDS["every_act"].in_(lang)), tag("ul", *map(line, gates)), lang=lang)]
    for act in acts:
        own = own_requirements(act, gates, calculator)
        ends = [words for _, words in outcomes(act.value, gates, calculator)]
        items.append(
            item(
                tag("strong", mark_chinese(act.label.in_(lang), lang)),
                tag(
                    "ul",
                    *map(line, own),
                    *(item(mark_chinese(each.in_(lang), lang), lang=lang) for each in ends),
                ),
                lang=lang,
                data_act=act.value,
            )
        )
    return items
