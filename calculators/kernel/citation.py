"""A citation: which provision of which work, and the words of it that a rule rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import Text
from calculators.kernel.works import Confidence

_PATTERN = r"^[a-z]+(-[a-z]+)*:[a-z0-9-]+$"

type CitationAddress = Annotated[str, _PATTERN]
"""A citation as JSON has it: ``work:id``, with the pattern that it follows."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A provision of a work, written ``work:id``; what has no colon names a work as a whole, and no provision."""

    work: str
    provision: str

    @staticmethod
    def parse(text: str) -> Ref:
        """Take ``work:id`` apart, whether or not there is such a work or provision.

        >>> Ref.parse("incident-qa:q5-p1")
        Ref(work='incident-qa', provision='q5-p1')
        """
        work, _, provision = text.partition(":")
        return Ref(work, provision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """``work:id`` with either the operative words, verbatim, or how sure the digest is that stands in for them.

    Exactly one of the two is there: a text is quoted exactly or not at all, and a digest is never quoted.
    Tests compare the words, in both languages, with the provision.
    """

    at: str
    words: Text | None = None
    confidence: Confidence | None = None

    def __post_init__(self) -> None:
        """Refuse a citation without an address, or with neither or both of words and confidence."""
        if not re.fullmatch(_PATTERN, self.at):
            raise ValueError(f"{self.at!r} is not work:id")
        if (self.words is None) == (self.confidence is None):
            raise ValueError(f"{self.at}: give the words quoted or, for a digest, the confidence")

    @property
    def ref(self) -> Ref:
        """The work and the provision."""
        return Ref.parse(self.at)

    @property
    def place(self) -> Text:
        """Where it stands, without its work: 第九条第一款第（七）项, "Article 9, paragraph 1, item (7)"."""
        return ProvisionId.parse(self.ref.provision).place


def quote(at: str, zh: str, en: str) -> Citation:
    """Cite a text by its words: ``quote("incident-qa:q5-p1", "最迟不得超过1小时", "…")``."""
    return Citation(at=at, words=Text(zh, en))


def digest(at: str, confidence: Confidence) -> Citation:
    """Cite a digest, which has no words of the law to quote."""
    return Citation(at=at, confidence=confidence)
