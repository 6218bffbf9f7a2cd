"""The term table is whole and agrees with itself and with the texts."""

import re

import pytest

from calculators.kernel.citation import Ref
from calculators.texts import works
from tests.publisher.reference.test_rows import FIXED
from tests.text.numbers import in_chinese, in_english
from tests.text.test_english import against_the_table
from tests.text.texts import TERMS, WORKS

every_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.zh)


def test_table_is_long_enough():
    """At least sixty terms are fixed, and no Chinese term is entered twice."""
    assert len(TERMS) >= 60
    assert len({term.zh for term in TERMS}) == len(TERMS)


def test_no_two_terms_share_their_english():
    """Two Chinese terms never have the same English term, so that a reader can go back."""
    assert len({term.en for term in TERMS}) == len(TERMS)


@every_term
def test_within_names_the_longer_terms(term):
    """A term names all the longer terms that hold it, and no others."""
    assert set(term.within) == {other.zh for other in TERMS if term.zh in other.zh and term.zh != other.zh}


@every_term
def test_term_is_used(term):
    """Every term stands in one of the texts to which it belongs."""
    works = [WORKS[term.work]] if term.work else list(WORKS.values())
    assert any(term.zh in row.text.zh for work in works for row in work.provisions.values())


@every_term
def test_forms_are_used(term):
    """The English term or a form of it stands in the texts, and every form entered is one that they need."""
    english = " ".join(row.text.en for work in WORKS.values() for row in work.provisions.values()).lower()
    assert [form for form in term.en_forms if form.lower() not in english] == []
    assert term.en_forms or term.en.lower() in english


@every_term
def test_definition_holds_the_term(term):
    """A term is defined in a provision that exists and names it."""
    if term.defined_in:
        ref = Ref.parse(term.defined_in)
        row = works()[ref.work][ref.provision]
        assert any(term.zh in text.zh for text in (row.text, *(each.text for each in row.statements)))


@every_term
def test_note_is_in_both_languages(term):
    """A note is there in Chinese and in English or not at all."""
    assert term.note is None or (term.note.zh and term.note.en)


@every_term
def test_a_plain_explanation_says_the_same_in_both_languages(term):
    if term.plain:
        assert in_chinese(term.plain.zh) == in_english(term.plain.en)
        assert term.plain.zh.endswith("。")
        assert term.plain.en.endswith(".")
        fixed = [each for each in TERMS if each.zh in FIXED]
        assert against_the_table(term.id, term.plain, fixed) == []


def test_the_terms_that_need_an_explanation_have_one():
    """At least thirty; of the words for a vulnerability each, for they look alike."""
    explained = {term.zh for term in TERMS if term.plain}
    assert len(explained) >= 30
    assert {"漏洞", "安全漏洞", "网络产品安全漏洞", "报送", "报案", "通报", "告知", "较大"} <= explained


@every_term
def test_pinyin_is_letters(term):
    assert re.fullmatch("[a-z]+", term.pinyin)


def test_addresses_are_for_ever():
    """Every term has an id of plain letters, and no two have the same."""
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", term.id) for term in TERMS)
    assert len({term.id for term in TERMS}) == len(TERMS)


def test_table_begins_with_a_section():
    """Every term stands in a section of the glossary."""
    assert TERMS[0].section


def test_grades():
    """The four grades carry the Chinese name in their English term."""
    english = {term.zh: term.en for term in TERMS}
    assert [english[grade] for grade in ("特别重大", "重大", "较大", "一般")] == [
        "particularly major (特别重大)",
        "major (重大)",
        "relatively major (较大)",
        "general (一般)",
    ]
