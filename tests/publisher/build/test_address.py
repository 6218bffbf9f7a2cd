"""A site that knows its own address (SITE_URL): every address for other programmes is whole, and a site map is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from calculators.catalogue import CALCULATORS
from calculators.texts import cases, works
from publisher.build import checks
from publisher.paths import ROOT
from tests.pages import site_pages
from tests.publisher.build.test_site import mkdocs, output
from tests.publisher.reading_codes import read_path

ADDRESS = "https://example.org/handbook/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built once more, under an address."""
    into = tmp_path_factory.mktemp("addressed") / "site"
    build = mkdocs(ROOT / "mkdocs.yml", into, SITE_URL=ADDRESS)
    said = output(build)
    assert build.returncode == 0, said
    return into


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_names_itself_its_other_language_its_card_and_its_files_in_full(
    addressed: Path, lang: str
) -> None:
    under = "en/" if lang == "en" else ""
    file = addressed / under / "vulnerability-provisions" / "index.html"
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    own = f"{ADDRESS}{under}vulnerability-provisions/"
    (canonical,) = page.select("link[rel=canonical]")
    assert canonical["href"] == own
    languages = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]:not([type])")}
    assert languages == {
        "zh-Hans": f"{ADDRESS}vulnerability-provisions/",
        "en": f"{ADDRESS}en/vulnerability-provisions/",
        "x-default": f"{ADDRESS}vulnerability-provisions/",
    }
    assert page.select("meta[property='og:url']")[0]["content"] == own
    assert (
        page.select("meta[property='og:image']")[0]["content"] == f"{ADDRESS}assets/own/theme/card.{lang}.png"
    )
    assert page.select("link[type='application/atom+xml']")[0]["href"] == f"{ADDRESS}{under}feed.xml"
    assert page.select("meta[name=citation_public_url]")[0]["content"] == own
    data = json.loads(page.select("script[type='application/ld+json']")[0].string or "")
    assert data["url"] == own
    assert data["hasPart"][8]["url"] == f"{own}#art-9"
    assert all(each["contentUrl"].startswith(f"{ADDRESS}data/") for each in data["encoding"])


@pytest.mark.parametrize("under", ["", "en/"])
def test_paper_carries_the_code_of_the_page_and_a_provision_its_own(addressed: Path, under: str) -> None:
    for path in ("", "about/", "vulnerability-provisions/"):
        page = BeautifulSoup(
            (addressed / under / path / "index.html").read_text(encoding="utf-8"), "html.parser"
        )
        (drawn,) = page.select(".paper-code > svg.qr")
        assert (
            read_path(str(drawn.select("path")[1]["d"]), str(drawn["viewbox"])) == f"{ADDRESS}{under}{path}"
        )
    places = {
        "vulnerability-provisions/": set(works()["vulnerability-provisions"].provisions),
        "training/": {case.id for name in CALCULATORS for case in cases(name)},
    }
    for path, ids in places.items():
        here = addressed / under / path
        page = BeautifulSoup((here / "index.html").read_text(encoding="utf-8"), "html.parser")
        (named,) = page.select("[data-codes]")
        assert {file.stem for file in (here / str(named["data-codes"])).glob("*.svg")} == ids


def test_data_and_plain_text_name_the_pages_in_full(addressed: Path) -> None:
    data = json.loads((addressed / "data" / "incident-qa.json").read_text(encoding="utf-8"))
    assert data["pages"] == {"zh": f"{ADDRESS}incident-qa/", "en": f"{ADDRESS}en/incident-qa/"}
    assert f"{ADDRESS}en/incident-qa/" in (addressed / "data" / "incident-qa.en.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("under", ["", "en/"])
def test_the_site_map_lists_every_page_of_its_language(addressed: Path, under: str) -> None:
    listed = etree.parse(addressed / under / "sitemap.xml").xpath("//s:loc/text()", namespaces=SITEMAP)
    start = addressed / under
    pages = {file.parent.relative_to(start).as_posix() for file in site_pages(start)}
    pages = {page for page in pages if under or page.partition("/")[0] != "en"}
    assert set(listed) == {f"{ADDRESS}{under}{'' if page == '.' else page + '/'}" for page in pages}


def test_it_holds_to_the_checks_of_every_build(addressed: Path) -> None:
    assert checks.problems(addressed, root="/handbook/") == []


@pytest.mark.parametrize("under", ["", "en/"])
def test_what_may_be_framed_names_its_data_for_tools(addressed: Path, under: str) -> None:
    """A tool that is given the address of such a page finds there what it needs to show it (oEmbed, discovery)."""
    for path in ("provision/incident-qa/q5-p1", "diagram/grades", "exercise/cve-number"):
        folder = addressed / under / "embed" / path
        page = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
        (link,) = page.select("link[rel=alternate][type='application/json+oembed']")
        data = json.loads((folder / str(link["href"])).read_text(encoding="utf-8"))
        (frame,) = BeautifulSoup(data["html"], "html.parser").select("iframe")
        assert frame["src"] == f"{ADDRESS}{under}embed/{path}/"
        assert data["provider_url"] == f"{ADDRESS}{under}"
