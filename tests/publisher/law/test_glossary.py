"""The glossary page and what a page of law brings along: made from the tables, complete, in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import Tag

from calculators.kernel.text import LANGS, Lang
from calculators.texts import works
from publisher.html.messages import LANG_TAGS
from publisher.law.reading import bar as reading
from publisher.law.reading.glossary import first_uses, glossary_html
from publisher.law.reading.terms import terms
from tests.publisher.parsing import parsed

ASSETS = Path(__file__).resolve().parents[3] / "docs" / "assets"


@pytest.mark.parametrize("lang", LANGS)
def test_every_term_stands_there_once_with_both_languages(lang: Lang) -> None:
    page = parsed(glossary_html(lang))
    assert len(page.select(".glossary-entry")) == len(terms())
    for term in terms():
        entry = page.find(id=term.anchor)
        assert isinstance(entry, Tag)
        names = {name["lang"]: name.get_text() for name in entry.select("dfn")}
        assert names == {"zh-Hans": term.zh, "en": term.en}
        assert entry.select_one("dfn")["lang"] == LANG_TAGS[lang], "the page's own language comes first"
        assert not term.plain or term.plain.in_(lang) in entry.get_text()
        assert not term.note or term.note.in_(lang) in entry.get_text()
        links = {link["href"] for link in entry.select("dd a")}
        assert {f"/{work.id}.md#{own}" for work, own in first_uses(term)} <= links
        if term.defined_in:
            assert f"/{term.defined_in.replace(':', '.md#')}" in links


def test_first_use_is_the_first() -> None:
    term = next(each for each in terms() if each.zh == "备案")
    assert [(work.id, own) for work, own in first_uses(term)] == [("vulnerability-provisions", "art-10-p1")]


def test_a_term_of_one_work_is_used_there() -> None:
    for term in terms():
        uses = first_uses(term)
        assert uses, term.zh
        assert not term.work or [work.id for work, _ in uses] == [term.work]


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_scripts_are_told_cannot_end_its_element(lang: Lang) -> None:
    inner = reading.reading_data(lang, terms()).text
    assert inner
    assert "<" not in inner
    told = json.loads(inner)
    assert told["lang"] == lang
    operator = told["terms"]["term-network-operator"]
    assert (operator["zh"], operator["en"]) == ("网络运营者", "network operator")
    assert operator["at"] == "../incident-measures/#art-12"
    assert works()["incident-measures"].cite("art-12").in_(lang) == operator["where"]


def test_every_sentence_that_a_script_asks_for_is_there() -> None:
    asked = set()
    for file in (*(ASSETS / "law").glob("*.js"), ASSETS / "shared" / "code.js"):
        asked |= set(re.findall(r"\bwords\.([a-z_]+)", file.read_text(encoding="utf-8")))
    assert asked <= set(reading._SCRIPT)
    assert set(reading._SCRIPT) - asked <= {
        "link",
        "cite_zh",
        "cite_en",
        "text",
        "embed",
    }  # asked for by their kind
