"""A worked case as an exercise: what a learner is asked, what can be chosen, which of it is right, and why.

Which choice is right is found by the rules each time; a case names only what is asked and what else can be chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from calculators.kernel.calculator import Calculator
from calculators.kernel.cases import Ask, Case
from calculators.kernel.citation import CitationAddress
from calculators.kernel.duties.listing import Duties, ListedDuty
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.finding import Conclusion
from calculators.kernel.instants import brief_text
from calculators.kernel.text import Text, joined, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise, ready to be shown: on a page, on a slide, in a file for a learning platform."""

    case: Case
    ask: Text
    choices: tuple[Text, ...]
    """In the order in which they are offered."""
    right: int
    """The place of the right one among them, from 0."""
    because: tuple[Text, ...]
    """The reason, in sentences that each stand alone, with the article in words."""
    basis: tuple[CitationAddress, ...]
    """The provisions that it rests on."""

    def __post_init__(self) -> None:
        """Refuse an exercise that has no two different choices; its right one must be among them."""
        if len(set(self.choices)) != len(self.choices) or not 0 <= self.right < len(self.choices) > 1:
            raise ValueError(
                f"{self.case.id}: its choices are {self.choices}, of which {self.right} is right"
            )


@dataclass(frozen=True, slots=True)
class _Given:
    """What an exercise is made from: the case, whose calculator it is, and what the rules conclude."""

    calculator: Calculator
    case: Case
    conclusion: Conclusion

    @property
    def duties(self) -> Mapping[str, ListedDuty]:
        part = self.conclusion.part(Duties)
        return {each.id: each for each in part.duties} if part else {}

    def exercise(
        self, ask: Text, choices: list[Text], right: Text, because: list[Text], basis: list[CitationAddress]
    ) -> Exercise:
        """Return the exercise; ValueError where the right choice is not offered."""
        return Exercise(
            case=self.case,
            ask=ask,
            choices=tuple(choices),
            right=choices.index(right),
            because=(*because, *((self.case.why,) if self.case.why else ())),
            basis=tuple(dict.fromkeys(basis)),
        )


def exercise_of(calculator: Calculator, case: Case) -> Exercise:
    """Return a case of a calculator as an exercise.

    ValueError where the case asks for what its finding does not have, or offers the right choice twice.
    """
    given = _Given(calculator, case, calculator.answer(case.facts).conclusion)
    if case.ask:
        return _KINDS[case.ask.kind](given, case.ask)
    return _limit(given) if calculator.quick else _answer(given)


def _answer(given: _Given) -> Exercise:
    """Ask which of the calculator's answers it is."""
    words = {answer.value: answer.label for answer in given.calculator.answers}
    conclusion = given.conclusion
    return given.exercise(
        given.calculator.exercise,
        list(words.values()),
        words[conclusion.answer],
        [conclusion.answer_text],
        _decisive(given),
    )


def _decisive(given: _Given) -> list[CitationAddress]:
    """Return what an answer rests on: what the case names, the duties with a time or an encouragement, the steps that apply."""
    if named := given.case.expect.get("cites"):
        return list(named)
    if given.duties:
        duties = (each for each in given.duties.values() if each.timing in {"limit", "encouraged"})
        return [citation.at for duty in duties for citation in duty.basis]
    steps = given.conclusion.steps
    open_ = given.calculator.marks[given.conclusion.answer] == "diamond"
    bearing = [step for step in steps if step.facts and step.outcome == ("open" if open_ else "applies")]
    general = [step for step in steps if step.outcome == "applies" and not step.facts]
    return [citation.at for step in bearing or general for citation in step.basis]


def _limit(given: _Given) -> Exercise:
    """Ask whom to tell within what time: the routes that one tap chooses among, two of them at once, none, or open."""
    calculator, listed = given.calculator, given.duties
    quick = calculator.quick.answers if calculator.quick else ()
    leading = {answer.duty for answer in quick}
    rules = [rule for rule in calculator.rules if rule.id in leading]
    offered = [*([rule] for rule in rules), rules[:2]]
    routes = {
        tuple(rule.id for rule in each): joined([_route(rule) for rule in each], _APART) for each in offered
    }
    others = {answer.mark: answer.label for answer in calculator.answers if answer.mark != "square"}
    bound = [listed[rule.id] for rule in rules if rule.id in listed]
    if any(duty.when == "if" for duty in bound):
        right = others["diamond"]
    else:
        right = routes[tuple(duty.id for duty in bound)] if bound else others["circle"]
    return given.exercise(
        calculator.exercise,
        [*routes.values(), *others.values()],
        right,
        [given.conclusion.answer_text],
        [citation.at for each in bound or rules for citation in each.basis],
    )


def _route(rule: DutyRule) -> Text:
    if rule.limit is None:
        raise ValueError(f"{rule.id} has no limit that could be asked for")
    return _ROUTE.fill(name=rule.name, limit=rule.limit.text)


def _due(given: _Given, ask: Ask) -> Exercise:
    """Ask by when a duty must be done, beside times that somebody might take for it."""
    (duty,) = _asked(given, ask, given.duties)
    if duty.due is None:
        raise ValueError(f"{given.case.id}: {duty.id} has no time that could be asked for")
    question = _UNTIL if duty.timing == "keep" else _BY
    other = duty.due_other if duty.due_other != duty.due else None
    moments = sorted({duty.due, *(datetime.fromisoformat(each) for each in ask.others)})
    if len(moments) != len(ask.others) + 1:
        raise ValueError(f"{given.case.id}: a time stands there twice")
    because = [_DUE.fill(name=duty.name, timing=duty.timing_text, due=brief_text(duty.due))]
    because += [_OTHER.fill(due=brief_text(other))] if other else []
    return given.exercise(
        question.fill(name=duty.name),
        [brief_text(each) for each in moments],
        brief_text(duty.due),
        because,
        [citation.at for citation in duty.basis],
    )


def _in_time(given: _Given, ask: Ask) -> Exercise:
    """Ask which of some duties were met in time."""
    duties = _asked(given, ask, given.duties)
    names = [duty.name for duty in duties]
    held = [duty.state in {"running", "in_time"} for duty in duties]
    said = {kept: _kept(names, kept) for kept in product((True, False), repeat=len(duties))}
    because = [
        _DUE.fill(name=duty.name, timing=duty.timing_text, due=brief_text(duty.due))
        for duty in duties
        if duty.due
    ]
    return given.exercise(
        _ARE_IN_TIME,
        list(said.values()),
        said[tuple(held)],
        because,
        [citation.at for duty in duties for citation in duty.basis],
    )


def _kept(names: list[Text], kept: tuple[bool, ...]) -> Text:
    each = [(_IN_TIME if held else _LATE).fill(name=name) for name, held in zip(names, kept, strict=True)]
    return joined(each, _APART)


def _must(given: _Given, ask: Ask) -> Exercise:
    """Ask which duty binds at all, beside others of the same rules that do not."""
    (duty,) = _asked(given, ask, given.duties)
    rules = [rule for rule in given.calculator.rules if rule.id in {duty.id, *ask.others}]
    if len(rules) != len(ask.others) + 1 or given.duties.keys() & set(ask.others):
        raise ValueError(f"{given.case.id}: {ask.others} are not duties that bind others alone")
    if duty.timing == "encouraged":
        raise ValueError(f"{given.case.id}: {duty.id} is no duty")
    because = [given.conclusion.answer_text]
    basis = [citation.at for citation in duty.basis]
    return given.exercise(_WHICH_BINDS, [each.name for each in rules], duty.name, because, basis)


def _open(given: _Given, ask: Ask) -> Exercise:
    """Ask what the text leaves open: each reading is offered as if it were settled, and that it is not."""
    (reading,) = _asked(given, ask, {each.id: each for each in given.conclusion.readings})
    because = [
        _STRICT_READING.fill(said=reading.strict),
        _STRICT_ANSWER.fill(said=given.conclusion.answer_text),
        _OTHER_READING.fill(said=reading.other),
        reading.source,
    ]
    return given.exercise(
        reading.question,
        [*(text_of(each) for each in ask.others), _NOT_SETTLED],
        _NOT_SETTLED,
        because,
        [citation.at for citation in reading.basis],
    )


def _asked[Part](given: _Given, ask: Ask, found: Mapping[str, Part]) -> list[Part]:
    """Return what is asked for, of what the finding has; ValueError where it has no such thing."""
    if missing := set(ask.of) - found.keys():
        raise ValueError(
            f"{given.case.id} asks for {', '.join(sorted(missing))}, which its finding does not list"
        )
    return [found[each] for each in ask.of]


_KINDS: Mapping[str, Callable[[_Given, Ask], Exercise]] = {
    "due": _due,
    "in_time": _in_time,
    "must": _must,
    "open": _open,
}

_APART = Text("；", ". ")
"""Between duties in one choice: the name of each begins with a capital in English."""
_ROUTE = Text("{limit}内{name}", "{name}, within {limit}")
_BY = Text("{name}，从严计算最迟何时？", "{name}: by when, counted strictly?")
_UNTIL = Text("{name}，从严计算至少到何时？", "{name}: until when at least, counted strictly?")
_DUE = Text("{name}（{timing}）：{due}。", "{name} ({timing}): {due}.")
_OTHER = Text("另一种算法：{due}。", "On the other count: {due}.")
_ARE_IN_TIME = Text("是否按时？", "Was it in time?")
_IN_TIME = Text("{name}：按时", "{name}: in time")
_LATE = Text("{name}：逾期", "{name}: late")
_WHICH_BINDS = Text("下列哪一项是这一方必须做的？", "Which of these must this party do?")
_STRICT_READING = Text("从严的理解——{said}", "Strict reading. {said}")
_STRICT_ANSWER = Text("从严的结论——{said}", "Strict answer. {said}")
_OTHER_READING = Text("另一种理解——{said}", "Other reading. {said}")
_NOT_SETTLED = Text("条文没有写清", "The text does not settle it")
