"""Parts that a finding may have besides its answer: contents of a report, channels, contacts, penalties.

Duties are in ``..duties.listing``, changes in ``..requirements``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from calculators.kernel.citation import CitationAddress
from calculators.kernel.facts import Fact, Facts
from calculators.kernel.finding.serialise import JsonObject
from calculators.kernel.instants import beijing_text
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Text, day_text
from calculators.kernel.works import CONFIDENCE, Confidence


class _Sourced(JsonObject):
    """What names its sources and says in words how sure it is."""

    __slots__ = ()
    confidence: Confidence | None

    def __post_init__(self) -> None:
        """Put the confidence into words; without one, the provision itself says so, word for word."""
        words = CONFIDENCE[self.confidence] if self.confidence else None
        object.__setattr__(self, "confidence_text", words)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactText(JsonObject):
    """A fact that was given, in words."""

    name: str
    label: Text
    """The question."""
    value: Text
    """The answer as understood; instants in Beijing time."""


def facts_text(questions: tuple[Fact, ...], facts: Facts) -> tuple[FactText, ...]:
    """Return the facts that were given in words, in the order of the questions; not those that are unknown."""
    values = {
        **{name: beijing_text(moment) for name, moment in facts.instants.items()},
        **{name: day_text(day) for name, day in facts.dates.items()},
        **{
            question.name: choice.label
            for question in questions
            for choice in question.choices
            if facts.answers.get(question.name) == choice.value != UNKNOWN
        },
    }
    return tuple(
        FactText(name=question.name, label=question.label, value=values[question.name])
        for question in questions
        if question.name in values
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(_Sourced):
    """One item of what a report must contain."""

    item: str
    """Its number, as people cite it."""
    text: Text
    may_follow: bool
    """Whether it may be supplied after the first report."""
    condition_text: Text | None = None
    """The condition under which it is needed, where that is open."""
    confidence: Confidence | None
    confidence_text: Text | None = field(init=False)
    basis: tuple[CitationAddress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents(JsonObject):
    """What a report must contain; no items where none is due."""

    contents: tuple[Item, ...]
    contents_note: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(JsonObject):
    """One way of handing in a report."""

    name: Text
    value: Text
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelList(JsonObject):
    """The ways of handing in a report, with a note on whose they are."""

    items: tuple[Channel, ...]
    note: Text
    duties: tuple[str, ...]
    """The ids of the duties whose recipients have opened them."""
    basis: tuple[CitationAddress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels(JsonObject):
    """Where a report may be handed in."""

    channels: ChannelList


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(_Sourced):
    """One recipient: its name, its address where one was found, and the provision that names it."""

    name: Text
    url: str | None
    confidence: Confidence
    confidence_text: Text = field(init=False)
    basis: tuple[CitationAddress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases(JsonObject):
    """The databases of a platform, by kind of product."""

    databases: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts(JsonObject):
    """Whom to tell."""

    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedText(_Sourced):
    """A statement for information, with how sure it is and the provision to which it belongs."""

    text: Text
    confidence: Confidence
    confidence_text: Text = field(init=False)
    basis: tuple[CitationAddress, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(JsonObject):
    """How a platform is put on file."""

    filing: tuple[SourcedText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalties(JsonObject):
    """What the law says may follow; information, never a prediction."""

    penalties: tuple[SourcedText, ...]
    penalties_note: Text
