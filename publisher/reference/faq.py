"""Questions that people ask, read from TOML: each with its answer, statement by statement, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from calculators.catalogue import CALCULATORS
from calculators.data import read_toml
from calculators.kernel.citation import Ref
from calculators.kernel.text import Text, text_of
from calculators.kernel.works import Source, Statement, check_sources, read_confidence, read_sources
from calculators.texts import works
from publisher.html.sources import numbered
from publisher.reference.model import DATA, row_named, table_pages

FILE = DATA / "faq.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question: an id for ever, the answer, and where to read on."""

    id: str
    text: Text
    statements: tuple[Statement, ...]
    """The answer; of one that is OPEN, which says that nothing was found, the sources are where we looked."""
    see: tuple[str, ...]
    """Where it stands: ``work:provision`` or ``page#row``."""
    asked_at: tuple[str, ...]
    """The questions of the calculators that lead here: ``calculator:fact``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The questions under one heading of the page."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """The page: its topics, and the sources that its statements may name."""

    id: str
    topics: tuple[Topic, ...]
    sources: Mapping[str, Source]

    def questions(self) -> Iterator[Question]:
        """Yield every question, in the order of the page."""
        return (question for topic in self.topics for question in topic.questions)

    def source_numbers(self) -> dict[str, int]:
        """Return the number of each source that a statement names, in the order of the page."""
        return numbered(
            key for question in self.questions() for each in question.statements for key in each.sources
        )

    def asked_at(self, calculator: str, fact: str) -> list[Question]:
        """Return the questions to which a question of a calculator leads."""
        return [each for each in self.questions() if f"{calculator}:{fact}" in each.asked_at]


@cache
def faq() -> Faq:
    """Return the questions and answers."""
    return read_toml(FILE, read_faq)


def topic_named(name: str) -> Topic:
    """Return a topic by its id."""
    return next(topic for topic in faq().topics if topic.id == name)


def read_faq(data: Mapping[str, Any]) -> Faq:
    """Build the page from its TOML; ValueError says in one sentence what is wrong with which question."""
    of_tables = {key: source for page in table_pages().values() for key, source in page.sources.items()}
    sources = {**of_tables, **read_sources(data)}
    page = Faq(
        id=data["page"],
        topics=tuple(
            Topic(id=each["id"], questions=tuple(_question(row, sources) for row in each["question"]))
            for each in data["topic"]
        ),
        sources=sources,
    )
    ids = [each.id for each in page.questions()]
    if twice := [each for each in ids if ids.count(each) > 1]:
        raise ValueError(f"{page.id}: {twice[0]} stands there twice")
    return page


def _question(data: Mapping[str, Any], sources: Mapping[str, Source]) -> Question:
    question_id = data["id"]
    if not data["statement"]:
        raise ValueError(f"{question_id} has no answer")
    question = Question(
        id=question_id,
        text=text_of(data["question"]),
        statements=tuple(_statement(each, question_id, sources) for each in data["statement"]),
        see=tuple(data["see"]),
        asked_at=tuple(data.get("asked_at", ())),
    )
    if unknown := [each for each in question.see if not _is_there(each)]:
        raise ValueError(f"{question_id} names what there is not: {', '.join(unknown)}")
    if unknown := [each for each in question.asked_at if not _is_asked(each)]:
        raise ValueError(f"{question_id} is asked where no calculator asks: {', '.join(unknown)}")
    return question


def _statement(data: Mapping[str, Any], question_id: str, sources: Mapping[str, Source]) -> Statement:
    confidence = read_confidence(question_id, data)
    wanted, other = ("looked_in", "sources") if confidence == "OPEN" else ("sources", "looked_in")
    if not data.get(wanted) or other in data:
        raise ValueError(
            f"{question_id}: a statement names its sources or, where it is OPEN, where we looked_in"
        )
    check_sources(question_id, data[wanted], sources)
    return Statement(text=text_of(data), confidence=confidence, sources=tuple(data[wanted]))


def _is_there(to: str) -> bool:
    if ":" in to:
        ref = Ref.parse(to)
        return ref.work in works() and ref.provision in works()[ref.work].provisions
    return row_named(to) is not None


def _is_asked(at: str) -> bool:
    calculator, _, fact = at.partition(":")
    return calculator in CALCULATORS and any(each.name == fact for each in CALCULATORS[calculator].facts)
