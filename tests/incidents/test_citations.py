"""Every citation of the incident rules names a provision, and its words stand in it."""

import pytest

from calculators.adapters.library import works
from calculators.incidents import readings
from calculators.incidents.contents import CHANNELS_BASIS, CONTENTS_BASIS
from calculators.incidents.questions import QUESTIONS
from calculators.incidents.rules import RULES
from calculators.kernel.finding import Reading

READINGS = [each for each in vars(readings).values() if isinstance(each, Reading)]
CITATIONS = [
    *(citation for rule in RULES for citation in rule.basis),
    *(citation for reading in READINGS for citation in reading.basis),
    *CHANNELS_BASIS,
    CONTENTS_BASIS,
]


def words_missing(citation):
    """Say what is wrong with a citation, or nothing."""
    work = works()[citation.work]
    provision = work[citation.provision]
    if work.kind == "digest":
        return "" if citation.words is None else "a digest is never quoted"
    if citation.words is None:
        return "a text is quoted by its words"
    if citation.words.zh not in provision.text.zh:
        return f"not in the Chinese: {citation.words.zh}"
    if citation.words.en not in provision.text.en or not citation.words.en:
        return f"not in the English: {citation.words.en}"
    return ""


@pytest.mark.parametrize("citation", CITATIONS, ids=lambda each: each.at)
def test_the_words_quoted_stand_in_the_provision(citation):
    """Verbatim, in both languages."""
    assert words_missing(citation) == ""


def test_a_misquotation_is_noticed():
    """The check above can fail."""
    right = RULES[0].basis[0]
    wrong = type(right)(at=right.at, words=type(right.words)(right.words.zh + "。。", right.words.en))
    assert "Chinese" in words_missing(wrong)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_every_question_comes_from_a_provision(question):
    """One tap away from where it is asked."""
    assert question.basis
    for at in question.basis:
        work, _, provision = at.partition(":")
        assert provision in works()[work].provisions
