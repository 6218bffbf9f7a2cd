"""What is asked for the approved answers: every worked case, and each with one fact answered otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Fact
from calculators.texts import cases

OTHER_VALUES: Mapping[str, tuple[str, ...]] = {
    "instant": ("2026-01-31T23:30", "2027-02-28 08:00:01+09:00", "2020-01-01 00:00"),
    "date": ("2026-08-31", "2028-02-29"),
}
"""Answers to questions without choices: ends of months and years, another offset, a time before the law."""


def worked(calculator: Calculator) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the id and the facts of every worked case."""
    for case in cases(calculator.name):
        yield case.id, case.facts


def variations(calculator: Calculator) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield every worked case with one fact given otherwise or left out, none twice, named by what is different."""
    seen = [dict(facts) for _, facts in worked(calculator)]
    for case, facts in worked(calculator):
        for fact in calculator.facts:
            for value in (*_values(fact), None):
                other = {name: given for name, given in facts.items() if name != fact.name}
                other |= {} if value is None else {fact.name: value}
                if other not in seen:
                    seen.append(other)
                    yield f"{case}, {fact.name}={value or '(not given)'}", other


def _values(fact: Fact) -> tuple[str, ...]:
    return tuple(choice.value for choice in fact.choices) or OTHER_VALUES[fact.kind]
