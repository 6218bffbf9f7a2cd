"""What programmes read in the head of a page: linked data, citation data, the feed, the card."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.exports.page_head import head_html
from publisher.html.edition import edition
from publisher.html.parsed_page import read_page
from tests.pages import site_pages

ROOT = Path(__file__).resolve().parents[3]
# The terms of schema.org that we use, each looked up there; a misspelt one would be read by nobody.
TYPES = frozenset(
    "Legislation Article CreativeWork MediaObject Organization GovernmentOrganization Country".split()
)
TERMS = frozenset(
    "about alternateName author contentUrl dateModified datePublished encoding encodingFormat hasPart inLanguage "
    "isBasedOn legislationDate legislationIdentifier legislationJurisdiction legislationLegalForce "
    "legislationLegalValue legislationPassedBy name temporalCoverage translationOfWork url version "
    "workTranslation".split()
)
BOTH = pytest.mark.parametrize("lang", LANGS)
ALL = pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)


def file_of(site: Path, lang: Lang, path: str) -> Path:
    return site / ("en" if lang == "en" else ".") / path / "index.html"


def page_of(site: Path, lang: Lang, path: str) -> BeautifulSoup:
    return BeautifulSoup(file_of(site, lang, path).read_text(encoding="utf-8"), "html.parser")


def data_of(page: BeautifulSoup) -> dict[str, Any]:
    (script,) = page.find_all("script", type="application/ld+json")
    return dict(json.loads(script.string or ""))


def metas(page: BeautifulSoup, name: str) -> list[str]:
    return [str(each["content"]) for each in page.find_all("meta", attrs={"name": name})]


def objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)


@ALL
@BOTH
def test_linked_data_uses_terms_that_there_are_and_addresses_that_lead_somewhere(
    work: Work, lang: Lang, site_folder: Path
) -> None:
    file = file_of(site_folder, lang, work.id)
    data = data_of(page_of(site_folder, lang, work.id))
    assert data.pop("@context") == "https://schema.org"
    for each in objects(data):
        assert each["@type"] in TYPES
        assert set(each) - {"@type"} <= TERMS
        for address in filter(None, (each.get("url"), each.get("contentUrl"))):
            path, _, anchor = address.partition("#")
            target = (file.parent / path).resolve()
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), address
            assert not anchor or anchor in read_page(target).ids
    assert data["version"] == edition(work)
    assert data["isBasedOn"] == [each.url for each in work.official]
    assert data["inLanguage"] == ("zh-Hans" if lang == "zh" else "en")


@BOTH
def test_a_law_is_legislation_in_force_with_its_articles_and_its_other_language(
    lang: Lang, site_folder: Path
) -> None:
    data = data_of(page_of(site_folder, lang, "vulnerability-provisions"))
    assert data["@type"] == "Legislation"
    assert data["legislationIdentifier"] == "工信部联网安〔2021〕66号"
    assert (data["legislationDate"], data["datePublished"]) == ("2021-07-12", "2021-07-13")
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert data["temporalCoverage"] == "2021-09-01/.."
    assert len(data["legislationPassedBy"]) == 3
    assert [part["url"].rpartition("#")[2] for part in data["hasPart"]] == [f"art-{n}" for n in range(1, 17)]
    assert data["hasPart"][8]["legislationIdentifier"] == "《网络产品安全漏洞管理规定》第九条"
    assert ("translationOfWork" in data, "workTranslation" in data) == (lang == "en", lang == "zh")


@pytest.mark.parametrize("path", ["incident-qa", "incident-measures"])
def test_what_is_no_law_is_not_called_one_but_says_what_it_is_about(path: str, site_folder: Path) -> None:
    data = data_of(page_of(site_folder, "zh", path))
    assert data["@type"] == "Article"
    assert data["about"]["@type"] == "Legislation"
    assert data["about"]["name"] == "国家网络安全事件报告管理办法"
    assert data["about"]["legislationDate"] == "2025-09-11"
    assert all(part["@type"] == "CreativeWork" for part in data["hasPart"])


@BOTH
def test_citation_data_names_title_issuers_and_date(lang: Lang, site_folder: Path) -> None:
    work = works()["vulnerability-provisions"]
    page = page_of(site_folder, lang, work.id)
    assert metas(page, "citation_title") == metas(page, "DC.title") == [work.title.in_(lang)]
    assert len(metas(page, "citation_author")) == 3
    assert metas(page, "citation_publication_date") == ["2021/07/13"]
    assert metas(page, "edition") == [edition(work)]
    assert metas(page, "checked-on") == ["2026-11-21"]


def test_a_digest_is_cited_as_ours_and_a_text_without_a_date_without_one(site_folder: Path) -> None:
    digest, answers = (page_of(site_folder, "zh", path) for path in ("incident-measures", "incident-qa"))
    assert metas(digest, "citation_title") == ["《国家网络安全事件报告管理办法》（本站摘要）"]
    assert metas(digest, "citation_author") == ["网络安全事件与漏洞法规手册"]
    assert metas(digest, "DC.type") == ["Text"]
    assert metas(answers, "citation_publication_date") == []


def test_every_page_names_the_feed_its_edition_and_a_card_that_is_there(site_folder: Path) -> None:
    for file in site_pages(site_folder):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        (feed,) = page.select("head link[type='application/atom+xml']")
        lang = "en" if file.relative_to(site_folder).parts[0] == "en" else "zh"
        assert (file.parent / str(feed["href"])).resolve() == site_folder / (
            "en" if lang == "en" else ""
        ) / "feed.xml"
        (card,) = page.select("meta[property='og:image']")
        assert (file.parent / str(card["content"])).resolve().name == f"card.{lang}.png"
        assert (file.parent / str(card["content"])).resolve().is_file()
        (shown,) = page.select(".imprint .edition")
        assert len(shown.get_text()) == 12
        assert page.select(".colophon a[type='application/atom+xml']")


@ALL
def test_the_particulars_give_edition_and_check_for_people_and_programmes(
    work: Work, site_folder: Path
) -> None:
    page = page_of(site_folder, "zh", work.id)
    assert page.select("[data-particular=edition] code")[0].get_text() == edition(work)
    assert page.select("[data-particular=checked-on] time")[0]["datetime"] == str(work.checked_on)
    assert "未与官方网页比对" in page.select("[data-particular=checked-against] dd")[0].get_text()
    assert page.select(".imprint .edition")[0].get_text() == edition(work)


@BOTH
def test_the_card_is_small_and_of_the_usual_size(lang: Lang) -> None:
    file = ROOT / "docs" / "assets" / "site" / f"card.{lang}.png"
    with Image.open(file) as picture:
        assert picture.size == (1200, 630)
    assert file.stat().st_size <= 60_000


def test_no_text_can_end_the_data_block() -> None:
    work = works()["incident-measures"]
    hostile = replace(work, issuer=Text("</script>", "</script>"))
    head = head_html(hostile, "en", "..", "</script>")
    assert head.count("</script>") == 1
    assert BeautifulSoup(head, "html.parser").find_all("script")[0].string


def test_the_page_that_is_not_there_offers_search_and_the_works_in_both_languages(site_folder: Path) -> None:
    page = BeautifulSoup((site_folder / "404.html").read_text(encoding="utf-8"), "html.parser")
    for lang, under in (("zh-Hans", ""), ("en", "en/")):
        part = page.select_one(f"article div[lang={lang}]")
        assert part is not None
        links = {str(link["href"]) for link in part.find_all("a")}
        assert {f"/{under}{work}/" for work in works()} <= links
        assert {f"/{under}calculators/{name}/" for name in CALCULATORS} <= links
        assert "搜索" in part.get_text() or "search" in part.get_text()
    assert page.select("[data-search] input[role=combobox]")
