"""Questions that people ask: each answer with its sources or with where we looked, the same in both languages, linked and found."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS
from publisher.calculator.page import calculator_html
from publisher.reference.faq import FILE, faq, read_faq
from publisher.reference.faq_page import question_list, topic_html
from tests.publisher.parsing import parsed
from tests.publisher.reference.test_rows import FIXED
from tests.text.numbers import in_chinese, in_english
from tests.text.test_english import against_the_table
from tests.text.texts import TERMS

DOCS = Path(__file__).parents[3] / "docs"
QUESTIONS = list(faq().questions())
every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
every_lang = pytest.mark.parametrize("lang", LANGS)


def texts(question):
    return [question.text, *(each.text for each in question.statements)]


@every_question
def test_a_question_is_one_and_its_answer_is_short(question):
    assert re.fullmatch(r"q(-[a-z0-9]+)+", question.id)
    assert question.text.zh.endswith("？")
    assert question.text.en.endswith("?")
    assert 1 <= len(question.statements) <= 3
    assert question.see
    for each in question.statements:
        assert each.text.zh.endswith("。")
        assert each.text.en.endswith(".")


@every_question
def test_an_answer_is_as_sure_as_its_sources_or_says_that_nothing_was_found(question):
    for each in question.statements:
        assert len(set(each.sources)) >= (2 if each.confidence == "2S" else 1)
        not_found = "没有查到" in each.text.zh and re.search(r"\b[Nn]o\b.*\bfound\b", each.text.en)
        if each.confidence == "OPEN":
            assert not_found, each.text


@every_question
def test_no_answer_rests_on_a_draft_of_the_measures_or_on_a_machine_made_page(question):
    for each in question.statements:
        for key in each.sources:
            source = faq().sources[key]
            assert not re.search(r"(?i)scram|hicom|hi-com|draft23", f"{key} {source.name.en} {source.url}")


@every_question
def test_both_languages_say_the_same_numbers_and_names(question):
    fixed = [term for term in TERMS if term.zh in FIXED]
    for text in texts(question):
        assert in_chinese(text.zh) == in_english(text.en), text
        assert against_the_table(question.id, text, fixed) == []


@every_question
def test_english_is_english_and_chinese_is_chinese(question):
    for text in texts(question):
        assert not re.search(r"[，；：。、？《》]", text.en), text
        assert not re.search(r"[\u4e00-\u9fff]\s*[,;:?!]|[,;:?!]\s*[\u4e00-\u9fff]", text.zh), text
        assert not re.search(r"(?i)organiz|authoriz|penaliz|\blicense\b", text.en)


@every_lang
def test_the_page_begins_with_a_list_of_its_questions(lang):
    links = parsed(question_list(lang)).find_all("a")
    assert [(link["href"], link.get_text()) for link in links] == [
        (f"#{each.id}", each.text.in_(lang)) for each in QUESTIONS
    ]


def test_every_source_of_its_own_is_named():
    listed = tomllib.loads(FILE.read_text(encoding="utf-8"))["source"]
    assert set(listed) <= set(faq().source_numbers())


def test_ids_stay():
    """An id, once published, never goes and never means another question."""
    assert [each.id for each in QUESTIONS] == (
        "q-foreign-company q-cii q-which-province q-near-miss q-mlps q-qa-and-article-4 q-clock q-service-provider q-form q-language "
        "q-one-report q-first-report-wrong q-data-leak q-banks q-fines q-leniency q-other-regimes q-vendor-abroad "
        "q-researcher q-cve-request q-severity q-nvdb q-pentest"
    ).split()


@every_lang
def test_the_page_asks_for_every_topic(lang):
    written = (DOCS / lang / "faq.md").read_text(encoding="utf-8")
    topics = [f"faq | {topic.id}" for topic in faq().topics]
    assert re.findall(r"^/// (.+)\n///$", written, re.MULTILINE) == ["questions", *topics, "sources | faq"]
    assert re.findall(r"^## .*\{#(\S+)\}$", written, re.MULTILINE) == [
        *(topic.id for topic in faq().topics),
        "sources",
    ]


@every_lang
def test_every_statement_is_shown_with_its_mark_and_numbered_sources(lang):
    for topic in faq().topics:
        made = parsed(topic_html(topic, lang))
        for question, section in zip(topic.questions, made.find_all("section"), strict=True):
            assert section.find("h3")["id"] == question.id
            assert section.find("h3").get_text() == question.text.in_(lang)
            for each, shown in zip(question.statements, section.select(".statements > li"), strict=True):
                assert shown.find("p").get_text() == each.text.in_(lang)
                assert f"certainty-{each.confidence.lower()}" in shown.find(class_="certainty")["class"]
                assert [named.get_text() for named in shown.select("details li")] == [
                    faq().sources[key].name.in_(lang) for key in each.sources
                ]
                label = {"zh": "查过的来源", "en": "Looked in"}[lang]
                assert (label in shown.get_text()) == (each.confidence == "OPEN")
            assert len(section.find(class_="faq-see").find_all("a")) == len(question.see)


@every_lang
def test_a_calculator_leads_to_the_questions_about_what_it_asks(lang):
    asked = {at for question in QUESTIONS for at in question.asked_at}
    assert {
        "incident-report:cii",
        "incident-report:grade",
        "incident-report:aware_at",
        "disclosure:act",
    } <= asked
    led = set()
    for calculator in CALCULATORS.values():
        page = parsed(calculator_html(calculator.name, lang))
        grounds = {each.get_text(): each.parent for each in page.select(".calc-grounds dt")}
        for fact in calculator.facts:
            row = grounds.get(fact.label.in_(lang))
            links = row.find_all("a", href=re.compile(r"^/faq\.md#")) if row else []
            led |= {f"{calculator.name}:{fact.name}" for _ in links}
            assert [link["href"].partition("#")[2] for link in links] == [
                each.id for each in faq().asked_at(calculator.name, fact.name)
            ]
    assert led == asked


def _first(data: dict[str, Any]) -> dict[str, Any]:
    return data["topic"][0]["question"][0]


def _set(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: _first(data).update({key: value})


def _set_in_statement(**values: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        statement = _first(data)["statement"][0]
        statement.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del statement[key]

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_set("statement", []), "has no answer"),
        (_set("see", ["incident-measures:art-99"]), "names what there is not: incident-measures:art-99"),
        (_set("see", ["no-work:art-1"]), "names what there is not"),
        (_set("see", ["law-around#nothing"]), "names what there is not: law-around#nothing"),
        (_set("asked_at", ["incident-report:nothing"]), "is asked where no calculator asks"),
        (_set("id", "q-cii"), "q-cii stands there twice"),
        (_set_in_statement(sources=["NOBODY"]), "names sources that are not there: NOBODY"),
        (_set_in_statement(sources=["HICOM"]), "rests on sources that are withdrawn: HICOM"),
        (_set_in_statement(sources=[]), "names its sources or, where it is OPEN, where we looked_in"),
        (_set_in_statement(confidence="OPEN"), "names its sources or, where it is OPEN, where we looked_in"),
        (_set_in_statement(confidence="3S"), "q-foreign-company does not say how sure it is: 3S"),
        (_set_in_statement(confidence=None), "q-foreign-company does not say how sure it is: no confidence"),
        (
            _set_in_statement(looked_in=["S-QA"]),
            "names its sources or, where it is OPEN, where we looked_in",
        ),
        (_set_in_statement(confidence="OPEN", sources=None, looked_in=[]), "where we looked_in"),
    ],
)
def test_a_slip_is_refused_with_one_sentence(change, message):
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert read_faq(copy.deepcopy(data)).id == "faq"
    change(data)
    with pytest.raises(ValueError, match=re.escape(message)):
        read_faq(data)
