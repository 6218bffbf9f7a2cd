"""The page of questions as it is built: every question with its data, found by the search, linked from the first page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import CONFIDENCE
from publisher.html.parsed_page import read_page
from publisher.reference.faq import faq
from publisher.search.records import page_records

QUESTIONS = list(faq().questions())
every_lang = pytest.mark.parametrize("lang", LANGS)


def page_of(site: Path, lang: Lang) -> Path:
    return site / ("en" if lang == "en" else ".") / "faq" / "index.html"


@every_lang
def test_the_built_page_holds_every_question_and_its_data(site_folder, lang):
    file = page_of(site_folder, lang)
    built = read_page(file)
    assert [id_ for id_ in built.content_ids if id_.startswith("q-")] == [each.id for each in QUESTIONS]
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    (script,) = page.find_all("script", type="application/ld+json")
    data = json.loads(script.string)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "FAQPage")
    assert data["inLanguage"] == {"zh": "zh-Hans", "en": "en"}[lang]
    for question, given in zip(QUESTIONS, data["mainEntity"], strict=True):
        assert set(given) == {"@type", "name", "url", "acceptedAnswer"}
        assert (given["@type"], given["name"]) == ("Question", question.text.in_(lang))
        answer = given["acceptedAnswer"]
        assert set(answer) == {"@type", "text", "isBasedOn"}
        assert answer["@type"] == "Answer"
        assert all(each.text.in_(lang) in answer["text"] for each in question.statements)
        assert len(answer["isBasedOn"]) == len(question.see)
        for address in (given["url"], *answer["isBasedOn"]):
            path, _, anchor = address.partition("#")
            target = (file.parent / path).resolve() / "index.html"
            assert anchor in read_page(target).ids, address


@every_lang
def test_the_search_finds_a_question_under_its_own_name(site_folder, lang):
    found = {each.anchor: each for each in page_records(site_folder, lang) if each.page == "faq/"}
    for question in QUESTIONS:
        record = found[question.id]
        assert record.place == question.text.in_(lang)
        assert all(each.text.in_(lang) in record.text for each in question.statements)
        assert not any(mark.in_(lang) in record.text for mark in CONFIDENCE.values())


@every_lang
def test_the_home_page_leads_there(site_folder, lang):
    home = read_page(site_folder / ("en" if lang == "en" else ".") / "index.html")
    assert "faq/" in [each.removeprefix("./") for each in home.links]
