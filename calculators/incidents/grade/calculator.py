"""``incident-grade``: which grade does this incident reach at least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from calculators.incidents.grade import readings
from calculators.incidents.grade.questions import BELOW, FORM, INDICATORS, NONE, QUESTIONS, WORK
from calculators.incidents.grade.rules import GRADES, Graded, Reason
from calculators.incidents.grade.steps import steps
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import CitationAddress
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Answer, Conclusion, Reading
from calculators.kernel.finding.serialise import JsonObject
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import BETWEEN_SENTENCES, COMMA, SEMICOLON, Text, begun, joined
from calculators.kernel.works import CONFIDENCE

GradeId = Literal["particularly_major", "major", "relatively_major", "general"]

GENERAL = Answer("general", "circle", Text("一般", "General (一般)"))
OPEN = Answer("open", "diamond", Text("未定", "Open"))


_REACHED = tuple(Answer(grade.id, "square", begun(grade.name)) for grade in GRADES)
"""By rank, from 1 up."""
_BY_RANK = (GENERAL, *_REACHED)
_IDS: tuple[GradeId, ...] = ("general", "relatively_major", "major", "particularly_major")
"""The same for the schema, which lists them; a test compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds(JsonObject):
    """How high the grade may still be, and for want of which verified cells."""

    at_most: GradeId
    """The highest grade that open facts and cells not verified here still allow."""
    at_most_text: Text
    unverified: tuple[CitationAddress, ...]
    """The indicators that were answered and whose unverified cell could raise the grade."""
    headline: Text
    """The answer in a few words: at least which grade."""
    grounds: Text
    """By which indicator, how sure, and what could still raise it; the rest of the answer's sentences."""


def find(facts: Facts) -> Conclusion:
    """Find the grade that an incident surely reaches, and how high it may still be."""
    graded = Graded(facts.answers)
    raising = graded.raising()
    missing = [
        question.name
        for question in QUESTIONS
        if question.name in raising and facts.answers[question.name] == UNKNOWN
    ]
    unverified = [name for name in INDICATORS if name in raising and facts.answers[name] != UNKNOWN]
    answer = _BY_RANK[graded.rank] if graded.rank or not graded.most else OPEN
    headline, grounds = _sentences(graded, len(missing), len(unverified))
    return Conclusion(
        answer=answer.value,
        answer_text=_ANSWER.fill(headline=headline, grounds=grounds),
        parts=(
            Bounds(
                at_most=_IDS[graded.most],
                at_most_text=_BY_RANK[graded.most].label,
                unverified=tuple(f"{WORK}:{INDICATORS[name].id}" for name in unverified),
                headline=headline,
                grounds=grounds,
            ),
        ),
        steps=steps(graded),
        readings=tuple(_readings(facts)),
        missing=tuple(missing),
        notes=tuple(_notes(answer, facts, unverified)),
    )


def _sentences(graded: Graded, missing: int, unverified: int) -> tuple[Text, Text]:
    """Return what is reached, in a few words, and why; together they are the answer's sentences."""
    left = _left(missing, unverified)
    if not graded.rank:
        return (
            (_OPEN, _OPEN_WHY.fill(left=left, most=_named(graded.most)))
            if graded.most
            else (_GENERAL, _GENERAL_WHY)
        )
    reason = graded.reasons()[0]
    why = _WHY.fill(why=_why(reason), sure=CONFIDENCE[reason.confidence])
    if graded.most == graded.rank:
        return begun(_named(graded.rank)), why
    more = _MORE.fill(left=left, most=_named(graded.most))
    return _AT_LEAST.fill(grade=_named(graded.rank)), joined([why, more], BETWEEN_SENTENCES)


def _named(rank: int) -> Text:
    return GRADES[rank - 1].name


def _why(reason: Reason) -> Text:
    said: list[Text] = []
    for name, cell in reason.cells:
        indicator = INDICATORS[name]
        alone = cell.number is not None
        said.append(
            indicator.said(cell) if alone else _ROW.fill(row=indicator.name, cell=indicator.said(cell))
        )
    return joined(said, SEMICOLON)


def _left(missing: int, unverified: int) -> Text:
    parts = (_MISSING, missing), (_UNVERIFIED, unverified)
    return joined([text.fill(count=count) for text, count in parts if count], COMMA)


def _readings(facts: Facts) -> Iterator[Reading]:
    def happened(*names: str) -> bool:
        return any(facts.answers[name] != NONE for name in names)

    yield readings.OR_MORE
    if facts.answers["personal_information"] in {BELOW, UNKNOWN}:
        yield readings.BELOW_A_MILLION
    if happened("cii_whole", "cii_main"):
        yield readings.CII_OWN_SCALE
    if happened("population", "headcount"):
        yield readings.AREAS
    if happened("tampering_sites") and happened("tampering_found"):
        yield readings.WHICH_POLICE
    yield readings.GRADE_CHANGES


def _notes(answer: Answer, facts: Facts, unverified: Sequence[str]) -> Iterator[Text]:
    if unverified:
        yield _CHECK.fill(rows=joined([INDICATORS[name].name for name in unverified]))
    if answer is GENERAL:
        yield _NOT_THE_NUMBERS_ALONE
        if BELOW not in facts.answers.values():
            yield _NO_INCIDENT


CALCULATOR = Calculator(
    name="incident-grade",
    title=Text("网络安全事件定级", "Incident grading"),
    question=Text("这起事件至少达到哪一级？", "Which grade does this incident reach at least?"),
    facts=QUESTIONS,
    rules=(),
    readings=readings.READINGS,
    answers=(*reversed(_REACHED), GENERAL, OPEN),
    find=find,
    parts=(Bounds,),
    grading=FORM,
    exercise=Text("至少是哪一级？", "Which grade is it at least?"),
)

_ANSWER = Text("{headline}：{grounds}", "{headline}: {grounds}")
_AT_LEAST = Text("至少是{grade}", "At least {grade}")
_OPEN = Text("还不能定级", "Not settled")
_GENERAL = Text("一般", "General (一般)")
_WHY = Text("{why}（{sure}）。", "{why} ({sure}).")
_MORE = Text("{left}，最高可能是{most}。", "It may be as high as {most}: {left}.")
_OPEN_WHY = Text(
    "没有一项确定达到较大；{left}，最高可能是{most}。确定之前，先按较大以上准备。",
    "nothing surely reaches relatively major (较大). It may be as high as {most}: {left}. Until then, prepare as for relatively major (较大).",
)
_GENERAL_WHY = Text(
    "各项指标和概括标准都没有达到较大。",
    "no indicator and no general criterion reaches relatively major (较大).",
)
_ROW = Text("“{row}”一项，达到{cell}", "{row}: {cell}")
_MISSING = Text("还有{count}项没有回答", "questions not answered: {count}")
_UNVERIFIED = Text("有{count}项含未核实的格", "indicators with a cell not verified here: {count}")
_CHECK = Text(
    "以下各项含此处未核实的格，请对照官方附件：{rows}。",
    "These have a cell that is not verified here; compare the official annex: {rows}.",
)
_NOT_THE_NUMBERS_ALONE = Text(
    "概括标准的部分词句为本站推定；判为一般之前，请对照官方附件全文。",
    "Some words of the general criteria are deduced by this site: before you settle on general (一般), compare the whole official annex.",
)
_NO_INCIDENT = Text(
    "既没有威胁、也没有影响的，不是《办法》所称的网络安全事件。",
    "What poses no threat and has no impact is no cybersecurity incident within the meaning of the Measures.",
)
