"""A finding as a person reads it in a terminal: the answer, a table of duties, steps, readings, contents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from calculators.kernel.calculator import Calculator
from calculators.kernel.finding import MAY_FOLLOW, OUTCOME_WORDS, STANDING, Json, Mark
from calculators.kernel.text import Lang, Text
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


def render_finding(calculator: Calculator, finding: Mapping[str, Json], lang: Lang) -> str:
    """Return a finding as text; which parts it has is the finding's matter, not this page's."""
    return "\n".join(_lines(calculator, finding, lang))


def _lines(calculator: Calculator, found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    yield calculator.title.in_(lang)
    yield ""
    yield f"{_SHAPES[calculator.marks[found['answer']]]} {found['answer_text']}"
    yield from found["notes"]
    for part in (_duties, _changes, _steps, _readings):
        yield from part(found, lang)
    yield from _contents(found, calculator.at_once, lang)
    for part in (_channels, _contacts, _penalties):
        yield from part(found, lang)
    if found["missing"]:
        yield from _heading(_MISSING, lang)
    labels = {fact.name: fact.label for fact in calculator.facts}
    for name in found["missing"]:
        yield f"- {labels[name].in_(lang)} (--{name.replace('_', '-')})"
    yield ""
    yield STANDING.in_(lang)


def _duties(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if found.get("duties"):
        yield from _heading(_DUTIES, lang)
        heads = [head.in_(lang) for head in _COLUMNS]
        yield from table([heads, *(_duty_row(duty, lang) for duty in found["duties"])])


def _steps(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    yield from _heading(_STEPS, lang)
    for number, step in enumerate(found["steps"], 1):
        yield f"{number}. {_outcome(step['outcome'], lang)}{_COLON.in_(lang)}{step['text']}"
        yield f"   {_cited(step['basis'], lang)}"
        yield from (f"   “{each['words']}”" for each in step["words"])


def _readings(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if found["readings"]:
        yield from _heading(_READINGS, lang)
    for reading in found["readings"]:
        yield f"- {reading['question']}"
        yield f"  {_STRICT.fill(text=reading['strict']).in_(lang)}"
        yield f"  {_OTHER.fill(text=reading['other']).in_(lang)}"
        yield f"  {_SOURCE.fill(text=reading['source']).in_(lang)}"


def _contents(found: Mapping[str, Any], at_once: Text, lang: Lang) -> Iterator[str]:
    if found.get("contents"):
        yield from _heading(_CONTENTS, lang)
        for item in found["contents"]:
            yield f"{item['item']:<3} {item['text']}{_marks(item, at_once, lang)}"
        yield found["contents_note"] or ""


def _channels(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if found.get("channels"):
        yield from _heading(_CHANNELS, lang)
        for channel in found["channels"]["items"]:
            yield f"- {channel['name']}{_COLON.in_(lang)}{channel['value']}"
        yield found["channels"]["note"]


def _changes(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if found.get("changes"):
        yield from _heading(_CHANGES, lang)
        conditions, ways = found["conditions"], found["changes"]
        always = [name for name in ways[0] if all(name in way for way in ways)]
        yield from (f"- {conditions[name]}  {name}" for name in always)
        if rest := [own for way in ways if (own := [name for name in way if name not in always])]:
            yield (_AND_ONE_OF if always else _ONE_OF).in_(lang)
        for own in rest:
            yield f"- {_SEMICOLON.in_(lang).join(conditions[name] for name in own)}  {' '.join(own)}"
    if found.get("other_acts"):
        yield from _heading(_OTHER_ACTS, lang)
        yield from (f"- {each}" for each in found["other_acts_text"])


def _contacts(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    for key, heading in (("databases", _DATABASES), ("contacts", _CONTACTS), ("filing", _FILING)):
        if found.get(key):
            yield from _heading(heading, lang)
        for each in found.get(key, ()):
            address = f" {each['url']}" if each.get("url") else ""
            mark = _MARKS.fill(marks=each["confidence_text"]).in_(lang)
            yield f"- {each.get('name') or each['text']}{address}{mark}"


def _penalties(found: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    if found.get("penalties"):
        yield from _heading(_PENALTIES, lang)
        for each in found["penalties"]:
            yield f"- {each['text']}{_MARKS.fill(marks=each['confidence_text']).in_(lang)}"
        yield found["penalties_note"]


def _duty_row(duty: Mapping[str, Any], lang: Lang) -> list[str]:
    """Return who, to whom, by when, and the basis as ``work:id``, ready to be given to ``show``."""
    when = duty["due_text"] or duty["timing_text"]
    if duty["timing"] == "keep" and duty["due_text"]:
        when = _UNTIL.fill(time=duty["timing_text"], due=duty["due_text"]).in_(lang)
    for extra in ("due_other_text", "left_text", "condition_text", "note"):
        if duty.get(extra) and duty[extra] != duty["due_text"]:
            label = _OTHER_DUE if extra == "due_other_text" else _PLAIN
            when += label.fill(text=duty[extra]).in_(lang)
    to = _AND.in_(lang).join(duty["to"]) or "—"
    return [duty["from"], to, when, " ".join(duty["basis"])]


def _outcome(outcome: str, lang: Lang) -> str:
    """Return what a step concluded, as a shape and a word."""
    return f"{_OUTCOMES[outcome]} {OUTCOME_WORDS[outcome].in_(lang)}"


def _cited(basis: Sequence[str], lang: Lang) -> str:
    return _AND.in_(lang).join(cite(each).in_(lang) for each in basis)


def _marks(item: Mapping[str, Any], at_once: Text, lang: Lang) -> str:
    marks = [(MAY_FOLLOW if item["may_follow"] else at_once).in_(lang)]
    marks += [item["condition_text"]] if item["condition_text"] else []
    marks += [item["confidence_text"]] if item["confidence_text"] else []
    return _MARKS.fill(marks=_AND.in_(lang).join(marks)).in_(lang)


def _heading(heading: Text, lang: Lang) -> Iterator[str]:
    yield ""
    yield heading.in_(lang)


def table(rows: list[list[str]], widest: int = 34) -> Iterator[str]:
    """Set rows in columns, each cell folded at ``widest`` columns of a terminal, where a Chinese character takes two."""
    folded = [[fold(cell, widest) for cell in row] for row in rows]
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

_COLUMNS = (Text("由谁", "Who"), Text("向谁", "To whom"), Text("时限", "Time"), Text("依据", "Basis"))
_DUTIES = Text("【义务】", "DUTIES")
_STEPS = Text("【推理步骤】", "STEPS")
_READINGS = Text("【解释】条文未写明之处，先列从严的理解", "READINGS, strict first, where the text is silent")
_MISSING = Text("【尚待确定】以下事实仍可能改变结论", "OPEN: these facts could still change the finding")
_CONTENTS = Text("【报告内容】", "WHAT THE REPORT CONTAINS")
_CHANNELS = Text("【网信部门的报告渠道】", "CHANNELS OF THE CYBERSPACE ADMINISTRATIONS")
_CHANGES = Text("【具备下列条件即为可以】", "WHAT WOULD MAKE IT PERMITTED")
_ONE_OF = Text("下列各组，具备其中任一组即可：", "any one of these groups, in full:")
_AND_ONE_OF = Text("并且具备下列任一组：", "and any one of these groups, in full:")
_OTHER_ACTS = Text("【目前可以采取的其他方式】", "WHAT IS PERMITTED NOW")
_DATABASES = Text("【平台的专业数据库】", "THE PLATFORM'S DATABASES")
_CONTACTS = Text("【通报和报送渠道】", "WHOM TO TELL")
_FILING = Text("【平台备案】", "FILING OF PLATFORMS")
_PENALTIES = Text("【可能的法律责任】", "PENALTIES THAT MAY FOLLOW")
_STRICT = Text("从严：{text}", "Strict: {text}")
_OTHER = Text("另一种理解：{text}", "Other: {text}")
_OTHER_DUE = Text("；另一种理解：{text}", "; on the other reading {text}")
_PLAIN = Text("；{text}", "; {text}")
_UNTIL = Text("{time}，至少至{due}", "{time}, at least until {due}")
_SOURCE = Text("来源：{text}", "Source: {text}")
_MARKS = Text("（{marks}）", " ({marks})")
_AND = Text("、", "; ")
_SEMICOLON = Text("；", "; ")
_COLON = Text("：", ": ")
