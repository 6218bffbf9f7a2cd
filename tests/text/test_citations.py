"""Every citation anywhere in the rules names a provision, and its words stand in it."""

import importlib
import pkgutil
import re
from dataclasses import replace

import pytest

import calculators
from calculators.catalogue import CALCULATORS
from calculators.kernel.citation import Citation, Ref
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.finding import Reading, Step
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import LANGS, Text
from calculators.texts import works


def citations_in(value):
    """Yield the citations that a module's value holds, however deep."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, DutyRule | Reading | Requirement | Step):
        yield from value.basis
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from citations_in(each)
    elif isinstance(value, dict):
        yield from citations_in(tuple(value.values()))


def every_citation():
    """Return each citation that any module of any law defines."""
    found = {}
    for module in pkgutil.walk_packages(calculators.__path__, "calculators."):
        if module.name != "calculators.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                found |= {(each.at, each.words): each for each in citations_in(value)}
    return list(found.values())


CITATIONS = every_citation()


def words_missing(citation):
    """Say what is wrong with a citation, or nothing."""
    work = works()[citation.ref.work]
    provision = work[citation.ref.provision]
    if work.kind == "digest":
        return "" if citation.words is None else "a digest is never quoted"
    if citation.words is None:
        return "a text is quoted by its words"
    if citation.words.zh not in provision.text.zh:
        return f"not in the Chinese: {citation.words.zh}"
    if citation.words.en not in provision.text.en or not citation.words.en:
        return f"not in the English: {citation.words.en}"
    return ""


def readings():
    """Return each reading that any calculator can give."""
    return [each for calculator in CALCULATORS.values() for each in calculator.readings]


def words_not_quoted(reading):
    """Yield what stands in quotation marks in a reading's question and in no provision that it quotes.

    A reading that rests on a digest alone has no words to compare.
    """
    texts = [works()[each.ref.work][each.ref.provision].text for each in reading.basis if each.words]
    for lang in LANGS if texts else ():
        for words in re.findall("“([^”]*)”", reading.question.in_(lang)):
            if not any(words.lower() in text.in_(lang).lower() for text in texts):
                yield f"{reading.id}: “{words}” is in quotation marks and not in the text"


def test_citations_are_found():
    """In both laws: this test would otherwise pass on nothing."""
    assert len(CITATIONS) > 60
    assert {each.ref.work for each in CITATIONS} == set(works())


@pytest.mark.parametrize("citation", CITATIONS, ids=lambda each: each.at)
def test_the_words_quoted_stand_in_the_provision(citation):
    """Verbatim, in both languages."""
    assert words_missing(citation) == ""


def test_a_misquotation_is_noticed():
    """The check above can fail."""
    right = next(each for each in CITATIONS if each.words)
    wrong = type(right)(at=right.at, words=type(right.words)(right.words.zh + "。。", right.words.en))
    assert "Chinese" in words_missing(wrong)


@pytest.mark.parametrize("reading", readings(), ids=lambda each: each.id)
def test_words_in_quotation_marks_stand_in_the_text(reading):
    """What a question quotes, in its own language, is what the law says in that language."""
    assert not list(words_not_quoted(reading))


def test_words_that_are_not_the_laws_are_noticed():
    """In either language: the check above can fail."""
    right = next(each for each in readings() if each.id == "proof-of-concept")
    wrong = replace(right, question=Text("什么是“专用于”？", "What is “specially used”?"))
    assert [each.split("”")[0] for each in words_not_quoted(wrong)] == [
        "proof-of-concept: “专用于",
        "proof-of-concept: “specially used",
    ]


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda each: each.name)
def test_every_question_comes_from_a_provision(calculator):
    """One tap away from where it is asked."""
    for question in calculator.facts:
        assert question.basis
        for at in question.basis:
            ref = Ref.parse(at)
            assert ref.provision in works()[ref.work].provisions
