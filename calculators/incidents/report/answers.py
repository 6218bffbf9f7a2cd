"""The answer in one or two sentences: who reports to whom, by when, on which article, and what is known of receipt."""

from __future__ import annotations

from datetime import datetime

from calculators.incidents.report.rules import FLOOR
from calculators.kernel.duties.rule import Duty
from calculators.kernel.duties.states import Receipt
from calculators.kernel.facts import Facts
from calculators.kernel.instants import brief_text
from calculators.kernel.logic import Truth, leaves_that_are
from calculators.kernel.text import BETWEEN_SENTENCES, SEMICOLON, Text, both, joined, sentence


def answer_text(threshold: Truth, listed: list[Duty], facts: Facts) -> Text:
    """Return the answer for the operator: its own first report, with every other that is due for certain as well."""
    if threshold is Truth.NOT_MET:
        return _BELOW.fill(article=FLOOR.place)
    own = [
        (duty.due.strict, duty.rule.receipt, duty) for duty in listed if duty.due.strict and duty.rule.receipt
    ]
    first = min(own, key=lambda each: each[0])
    told = [each for each in own if each is first or each[2].truth is Truth.MET]
    verb = _REPORT if threshold is Truth.OPEN else both("")
    clauses = [_clause(due, receipt, duty, facts, verb) for due, receipt, duty in told]
    prepare = [_PREPARE] if first[2].truth is Truth.OPEN else []
    opening = _OPEN if threshold is Truth.OPEN else _DUE
    said = opening.fill(article=FLOOR.place, clauses=joined([*clauses, *prepare], SEMICOLON))
    known = [text for _, _, duty in told for text in _standing(duty, listed, facts)]
    return joined([said, *([sentence(joined(known, SEMICOLON))] if known else [])], BETWEEN_SENTENCES)


def _clause(due: datetime, receipt: Receipt, duty: Duty, facts: Facts, verb: Text) -> Text:
    to_whom = [each for each in (receipt.by, receipt.not_known_of) if each]
    clause = _CLAUSE.fill(
        due=brief_text(due),
        sender=duty.rule.sender,
        verb=verb,
        whom=Text(joined(to_whom).zh, joined(to_whom, _AND).en),
    )
    conditions = [leaf.text for leaf in leaves_that_are(Truth.OPEN, duty.rule.condition, facts.answers)]
    return _IF.fill(conditions=joined(conditions, _AND), clause=clause) if conditions else clause


def _standing(duty: Duty, listed: list[Duty], facts: Facts) -> list[Text]:
    """Return how a report stands once it was received, and by when its recipient then passes it on."""
    stands = duty.standing(facts)
    if stands is None or stands.state not in {"in_time", "late"}:
        return []
    relays = [
        (due, each.rule.name)
        for each in listed
        if each.rule.after == duty.rule.id and each.truth is Truth.MET and (due := each.due.strict)
    ]
    return [stands.text, *(_RELAY.fill(name=name, due=brief_text(due)) for due, name in relays)]


_AND = Text("，并且", " and ")
_REPORT = Text("", "report ")
_DUE = Text(
    "应当报告（《办法》{article}）：{clauses}。",
    "You must report ({article} of the Measures): {clauses}.",
)
_OPEN = Text(
    "等级还没有确定（《办法》{article}）。{clauses}。",
    "It depends on the grade ({article} of the Measures): {clauses}.",
)
_CLAUSE = Text("最迟{due}，{sender}报{whom}", "{verb}to {whom} by {due}")
_IF = Text("{conditions}的，{clause}", "if {conditions}, {clause}")
_PREPARE = Text("确定之前，先照此准备", "prepare for that now")
_BELOW = Text(
    "一般事件，《办法》不要求报告（{article}）。报案、行业和其他法律要求的报告照旧；定级要对照附件的全部标准，不能只看数字。",
    "General (一般): the Measures require no report ({article}). Police reports, sector rules and other laws may; check every "
    "criterion of the annex, not only the numbers.",
)
_RELAY = Text("{name}最迟{due}", "the relay is due by {due}")
