"""A finding as a person reads it in a terminal: the answer and a table of duties; the rest where it is asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence

from calculators.cli.parser import ALL, READINGS, STEPS, flag_of
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Citation
from calculators.kernel.duties.listing import Duties, ListedDuty
from calculators.kernel.finding import MAY_FOLLOW, OUTCOME_WORDS, STANDING, Conclusion, Finding, Mark, Outcome
from calculators.kernel.finding.parts import (
    Channels,
    Contact,
    Contacts,
    Contents,
    Databases,
    Filing,
    Item,
    Penalties,
    SourcedText,
)
from calculators.kernel.requirements import Changes, OtherActs
from calculators.kernel.text import SEMICOLON, Lang, Text, joined
from calculators.texts import cite

_GAP = "  "

_SHAPES: Mapping[Mark, str] = {"square": "■", "circle": "○", "diamond": "◇"}
"""The mark of an answer, as on the page."""
_OUTCOMES = {
    "satisfied": _SHAPES["circle"],
    "violated": _SHAPES["square"],
    "open": _SHAPES["diamond"],
    "applies": "•",
    "not_applicable": "–",
}


def render_finding(
    calculator: Calculator, finding: Finding, lang: Lang, more: Collection[str] = (ALL,)
) -> str:
    """Return a finding as text; which parts it has is the finding's matter, not this page's.

    ``more`` are the options that ask for more than the answer, the table and what is still open.
    """
    return "\n".join(_lines(calculator, finding.conclusion, lang, more))


def _lines(calculator: Calculator, found: Conclusion, lang: Lang, more: Collection[str]) -> Iterator[str]:
    yield calculator.title.in_(lang)
    yield ""
    yield f"{_SHAPES[calculator.marks[found.answer]]} {found.answer_text.in_(lang)}"
    yield from (note.in_(lang) for note in found.notes)
    for part in (_duties, _changes, _other_acts):
        yield from part(found, lang)
    if {STEPS, ALL} & {*more}:
        yield from _steps(found, lang)
    if {READINGS, ALL} & {*more}:
        yield from _readings(found, lang)
    if ALL in more:
        yield from _contents(found, calculator.at_once, lang)
        for part in (_channels, _databases, _contacts, _filing, _penalties):
            yield from part(found, lang)
    if found.missing:
        yield from _heading(_MISSING, lang)
    facts = {fact.name: fact for fact in calculator.facts}
    for fact in (facts[name] for name in found.missing):
        yield f"- {fact.label.in_(lang)} ({flag_of(fact)})"
    yield ""
    if ALL not in more:
        yield _REST.in_(lang)
    yield STANDING.in_(lang)


def _duties(found: Conclusion, lang: Lang) -> Iterator[str]:
    part = found.part(Duties)
    if part and part.duties:
        yield from _heading(_DUTIES, lang)
        heads = [head.in_(lang) for head in _COLUMNS]
        yield from table([heads, *(_duty_row(duty, lang) for duty in part.duties)], _WIDEST)


def _changes(found: Conclusion, lang: Lang) -> Iterator[str]:
    part = found.part(Changes)
    if part and part.changes:
        yield from _heading(_CHANGES, lang)
        yield from (f"- {part.conditions[name].in_(lang)}  {name}" for name in part.changes_shared)
        if part.changes_alternatives:
            yield (_AND_ONE_OF if part.changes_shared else _ONE_OF).in_(lang)
        for way in part.changes_alternatives:
            yield f"- {joined([part.conditions[name] for name in way], SEMICOLON).in_(lang)}  {' '.join(way)}"


def _other_acts(found: Conclusion, lang: Lang) -> Iterator[str]:
    part = found.part(OtherActs)
    if part and part.other_acts:
        yield from _heading(_OTHER_ACTS, lang)
        yield from (f"- {each.in_(lang)}" for each in part.other_acts_text)


def _steps(found: Conclusion, lang: Lang) -> Iterator[str]:
    yield from _heading(_STEPS, lang)
    for number, step in enumerate(found.steps, 1):
        yield f"{number}. {_outcome(step.outcome, lang)}{_COLON.in_(lang)}{step.text.in_(lang)}"
        yield f"   {_cited(step.basis, lang)}"
        yield from (f"   “{each.words.in_(lang)}”" for each in step.words)


def _readings(found: Conclusion, lang: Lang) -> Iterator[str]:
    if found.readings:
        yield from _heading(_READINGS, lang)
    for reading in found.readings:
        yield f"- {reading.question.in_(lang)}"
        yield f"  {_STRICT.fill(text=reading.strict).in_(lang)}"
        yield f"  {_OTHER.fill(text=reading.other).in_(lang)}"
        yield f"  {_SOURCE.fill(text=reading.source).in_(lang)}"


def _contents(found: Conclusion, at_once: Text, lang: Lang) -> Iterator[str]:
    part = found.part(Contents)
    if part and part.contents:
        yield from _heading(_CONTENTS, lang)
        for item in part.contents:
            yield f"{item.item:<3} {item.text.in_(lang)}{_item_marks(item, at_once).in_(lang)}"
        yield part.contents_note.in_(lang) if part.contents_note else ""


def _channels(found: Conclusion, lang: Lang) -> Iterator[str]:
    if part := found.part(Channels):
        yield from _heading(_CHANNELS, lang)
        for channel in part.channels.items:
            yield f"- {channel.name.in_(lang)}{_COLON.in_(lang)}{channel.value.in_(lang)}"
        yield part.channels.note.in_(lang)


def _databases(found: Conclusion, lang: Lang) -> Iterator[str]:
    if part := found.part(Databases):
        yield from _sourced(_DATABASES, part.databases, lang)


def _contacts(found: Conclusion, lang: Lang) -> Iterator[str]:
    if part := found.part(Contacts):
        yield from _sourced(_CONTACTS, part.contacts, lang)


def _filing(found: Conclusion, lang: Lang) -> Iterator[str]:
    if part := found.part(Filing):
        yield from _sourced(_FILING, part.filing, lang)


def _penalties(found: Conclusion, lang: Lang) -> Iterator[str]:
    if part := found.part(Penalties):
        yield from _sourced(_PENALTIES, part.penalties, lang)
        yield part.penalties_note.in_(lang)


def _sourced(heading: Text, listed: Sequence[Contact | SourcedText], lang: Lang) -> Iterator[str]:
    if listed:
        yield from _heading(heading, lang)
    for each in listed:
        text = _named(each) if isinstance(each, Contact) else each.text
        yield f"- {text.in_(lang)}{_MARKS.fill(marks=each.confidence_text).in_(lang)}"


def _named(contact: Contact) -> Text:
    return _ADDRESSED.fill(name=contact.name, url=contact.url) if contact.url else contact.name


def _duty_row(duty: ListedDuty, lang: Lang) -> list[str]:
    """Return what, who, to whom, by when, and the basis as ``work:id``, ready to be given to ``show``."""
    when = duty.due_text or duty.timing_text
    if duty.timing == "keep" and duty.due_text:
        when = _UNTIL.fill(time=duty.timing_text, due=duty.due_text)
    if duty.due_other_text and duty.due_other_text != duty.due_text:
        when = _MORE.fill(text=when, more=_OTHER_DUE.fill(text=duty.due_other_text))
    for more in filter(None, (duty.state_text, duty.condition_text, duty.note)):
        when = _MORE.fill(text=when, more=more)
    return [
        duty.name.in_(lang),
        duty.from_.in_(lang),
        joined(list(duty.to), _AND).in_(lang) or "—",
        when.in_(lang),
        " ".join(each.at for each in duty.basis),
    ]


def _outcome(outcome: Outcome, lang: Lang) -> str:
    """Return what a step concluded, as a shape and a word."""
    return f"{_OUTCOMES[outcome]} {OUTCOME_WORDS[outcome].in_(lang)}"


def _cited(basis: Sequence[Citation], lang: Lang) -> str:
    return joined([cite(each.at) for each in basis], _AND).in_(lang)


def _item_marks(item: Item, at_once: Text) -> Text:
    marks = [MAY_FOLLOW if item.may_follow else at_once, item.condition_text, item.confidence_text]
    return _MARKS.fill(marks=joined([mark for mark in marks if mark], _AND))


def _heading(heading: Text, lang: Lang) -> Iterator[str]:
    yield ""
    yield heading.in_(lang)


def table(rows: list[list[str]], widest: Sequence[int]) -> Iterator[str]:
    """Set rows in columns, each folded at so many columns of a terminal, where a Chinese character takes two."""
    folded = [[fold(cell, wide) for cell, wide in zip(row, widest, strict=True)] for row in rows]
    widths = [max(width(line) for row in folded for line in row[column]) for column in range(len(rows[0]))]
    for number, row in enumerate(folded):
        for line in range(max(len(cell) for cell in row)):
            cells = (cell[line] if line < len(cell) else "" for cell in row)
            padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
            yield _GAP.join(padded).rstrip()
        yield _GAP.join("-" * wide for wide in widths) if number == 0 else ""


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def fold(text: str, widest: int) -> list[str]:
    """Break a text into lines of at most ``widest`` columns: at spaces, or between Chinese characters."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and width(lines[-1] + word.rstrip()) > widest:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += word
    return lines


def _words(text: str) -> Iterator[str]:
    word = ""
    for each, following in zip(text, f"{text[1:]} ", strict=bool(text)):
        word += each
        wide = unicodedata.east_asian_width(each) in "WF" or unicodedata.east_asian_width(following) in "WF"
        if each == " " or (wide and following not in _NEVER_FIRST and each not in _NEVER_LAST):
            yield word
            word = ""
    if word:
        yield word


_NEVER_FIRST = "，。、；：？！）》”),.;:"
_NEVER_LAST = "（《“("

_COLUMNS = (
    Text("做什么", "What"),
    Text("由谁", "Who"),
    Text("向谁", "To whom"),
    Text("时限", "Time"),
    Text("依据", "Basis"),
)
_WIDEST = (22, 18, 22, 30, 34)
_REST = Text(
    "另有：推理步骤（--steps）、条文没有写清的地方（--readings）；全部内容，包括报告内容和渠道（--all）。",
    "There is more: steps (--steps), readings (--readings), or all, with contents and channels (--all).",
)
_DUTIES = Text("【义务】", "DUTIES")
_STEPS = Text("【推理步骤】", "STEPS")
_READINGS = Text("【条文没有写清的地方】先列从严的理解", "READINGS, strict first, where the text is silent")
_MISSING = Text(
    "【还没回答的问题】回答之后，结论可能不同", "OPEN: these facts could still change the finding"
)
_CONTENTS = Text("【报告内容】", "WHAT THE REPORT CONTAINS")
_CHANNELS = Text("【网信部门的报告渠道】", "CHANNELS OF THE CYBERSPACE ADMINISTRATIONS")
_CHANGES = Text("【还差什么】", "WHAT WOULD MAKE IT PERMITTED")
_ONE_OF = Text("下列各组，具备其中任一组即可：", "any one of these groups, in full:")
_AND_ONE_OF = Text("并且具备下列任一组：", "and any one of these groups, in full:")
_OTHER_ACTS = Text("【现在可以】", "YOU MAY DO THIS INSTEAD")
_DATABASES = Text("【平台的专业数据库】", "THE PLATFORM'S DATABASES")
_CONTACTS = Text("【通报和报送渠道】", "WHOM TO TELL")
_FILING = Text("【平台备案】", "FILING OF PLATFORMS")
_PENALTIES = Text("【可能的法律责任】", "PENALTIES THAT MAY FOLLOW")
_STRICT = Text("从严：{text}", "Strict: {text}")
_OTHER = Text("另一种理解：{text}", "Other: {text}")
_OTHER_DUE = Text("另一种理解：{text}", "on the other reading {text}")
_MORE = Text("{text}；{more}", "{text}; {more}")
_ADDRESSED = Text("{name} {url}", "{name} {url}")
_UNTIL = Text("{time}，至少至{due}", "{time}, at least until {due}")
_SOURCE = Text("来源：{text}", "Source: {text}")
_MARKS = Text("（{marks}）", " ({marks})")
_AND = Text("、", "; ")
_COLON = Text("：", ": ")
