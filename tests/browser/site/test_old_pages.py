"""A page that cannot work says why: older than the site, opened from a disk, cut short; and the first dark visit is dark."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.kernel.text import LANGS, Lang
from publisher.assets.files import LOAD_ERROR
from tests.pages import site_pages
from tests.browser.helpers import FOLDERS, FRAGMENT
from tests.browser.runtime import faults
from tests.browser.runtime.faults import Faulty, Late, Served
from tests.browser.watched import ELEMENT, Watched, own_asset, wait_for

SAYS = {
    "old": {"zh": "这个页面是旧的", "en": "This page is out of date"},
    "incomplete": {"zh": "页面的程序没有全部收到", "en": "Not all of this page's scripts arrived"},
    "file": {"zh": "从磁盘直接打开的（file://）", "en": "straight from a disk (file://)"},
}
PAGES = ("calculators/incident-report/", "vulnerability-provisions/", "faq/", "")


def missing_own(request: Faulty) -> None:
    """Everything in the folders that are named after a hash is gone, as after the site has changed."""
    if re.search(r"/assets/own/[0-9a-f]{16}/|/assets/javascripts/", request.path):
        request.send_error(404)
    else:
        super(Faulty, request).do_GET()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_older_than_its_scripts_says_so_and_offers_to_reload(
    browser: Browser, site_folder: Path, path: str, lang: Lang
) -> None:
    """Nothing of its hash's folder is left, style sheets neither; once the page is new it works."""
    with faults.serving(site_folder) as (address, broken), Watched(browser, address).page() as (page, watch):
        broken[""] = missing_own
        page.goto(f"{address}{FOLDERS[lang]}/{path}")
        said = page.locator("[data-problem=old]")
        expect(said).to_be_visible()
        expect(said).to_contain_text(SAYS["old"][lang])
        assert said.bounding_box()["y"] < 600  # type: ignore[index]
        expect(page.locator("[data-search] [role=status]")).to_contain_text(SAYS["old"][lang])
        if page.locator(ELEMENT).count():
            expect(page.locator(ELEMENT)).to_have_attribute("data-state", "failed")
            expect(page.locator("[data-part=status]")).to_contain_text(SAYS["old"][lang])
            expect(page.locator("#rules")).to_be_visible()
        broken.clear()
        with page.expect_navigation():
            said.locator("button").click()
        expect(page.locator("[data-problem]")).to_have_count(0)
        if page.locator(ELEMENT).count():
            assert wait_for(page, "ready") == "ready"
        watch.errors.clear()  # the browser's own words for what was done to it


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_that_was_cut_short_is_not_called_old(
    browser: Browser, site_folder: Path, lang: Lang
) -> None:
    """Its scripts are on the server; one broke off on the way."""
    with faults.serving(site_folder) as (address, broken), Watched(browser, address).page() as (page, watch):
        broken["/box.js"] = faults.missing
        page.goto(f"{address}{FOLDERS[lang]}/faq/")
        expect(page.locator("[data-problem=incomplete]")).to_contain_text(SAYS["incomplete"][lang])
        watch.errors.clear()


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_left_open_while_the_site_changes_says_so_when_it_is_searched(
    browser: Browser, site_folder: Path, lang: Lang
) -> None:
    """What the search loads at the first key is gone; the page itself still works."""
    with faults.serving(site_folder) as (address, broken), Watched(browser, address).page() as (page, watch):
        page.goto(f"{address}{FOLDERS[lang]}/faq/")
        broken[""] = missing_own
        page.locator(".md-search__input").fill("CII")
        expect(page.locator("[data-problem=old]")).to_contain_text(SAYS["old"][lang])
        watch.errors.clear()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opened_from_a_disk_says_how_to_serve_it(
    browser: Browser, site_folder: Path, tmp_path: Path, path: str, lang: Lang
) -> None:
    """In the page, at the search and at the calculator: not that the browser is old or the network down."""
    folder = tmp_path / "网站"  # a name as people have them
    shutil.copytree(site_folder, folder, ignore=shutil.ignore_patterns("runtime", "*.br", "*.gz", "*.pdf"))
    page = browser.new_page(locale="zh-CN")
    page.goto(f"{(folder / FOLDERS[lang].lstrip('/') / path / 'index.html').as_uri()}{FRAGMENT if 'calc' in path else ''}")
    said = page.locator("[data-problem=file]")
    expect(said).to_contain_text(SAYS["file"][lang])
    for way in ("start.cmd", "start.command", "start.sh", "python3 -m http.server"):
        expect(said).to_contain_text(way)
    expect(page.locator("[data-search] [role=status]")).to_contain_text(SAYS["file"][lang])
    if page.locator(ELEMENT).count():
        expect(page.locator("[data-part=status]")).to_contain_text(SAYS["file"][lang])
        expect(page.locator(ELEMENT)).to_have_attribute("data-state", "failed")
    page.close()


def test_a_page_that_works_says_nothing(watched: Watched) -> None:
    with watched.page() as (page, watch):
        for path in PAGES:
            page.goto(f"{watched.address}/{path}", wait_until="load")
            expect(page.locator("[data-problem]")).to_have_count(0)
            assert [each for each in watch.requests if each.endswith(LOAD_ERROR)]


def test_what_says_so_has_an_address_that_stays_and_is_asked_for_again(site_folder: Path) -> None:
    """Every page asks for it there, and no host is told to keep it for ever."""
    assert LOAD_ERROR == "assets/own/load-error.js"
    for file in [*site_pages(site_folder), site_folder / "404.html"]:
        assert f'{LOAD_ERROR}"' in file.read_text(encoding="utf-8"), file
    assert LOAD_ERROR not in (site_folder / "_headers").read_text(encoding="utf-8")


STYLED = "() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.css'))"
GROUNDS = """() => {
  window.grounds = [];
  const look = () => {
    if (document.body) window.grounds.push(getComputedStyle(document.body).backgroundColor);
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.mark.parametrize("name", ["site/palette.js", "site/base.js", "site/drawer.js", "site/load-error.js"])
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_first_visit_begins_in_the_colours_of_the_machine(served: Served, name: str, scheme: str) -> None:
    """On a slow line, whichever script is late: no picture of the page is ever drawn in the other colours."""
    watched, broken = served
    broken[LOAD_ERROR if "load-error" in name else own_asset(name)] = late = Late()
    with watched.page(color_scheme=scheme) as (page, _):
        page.add_init_script(f"({GROUNDS})()")
        page.goto(f"{watched.address}/faq/", wait_until="commit")
        page.wait_for_function(STYLED, polling=50)  # until then no picture is drawn that it could wait for
        page.wait_for_timeout(300)  # what there is to draw is drawn by then
        late.gate.set()
        page.wait_for_load_state("load")
        page.wait_for_function("() => window.grounds.length > 3")
        seen = {each for each in page.evaluate("window.grounds") if each != "rgba(0, 0, 0, 0)"}
        dark = [max(map(int, re.findall(r"\d+", each)[:3])) < 90 for each in seen]
        assert dark
        assert set(dark) == {scheme == "dark"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("calculators/incident-report/%23aware_at=2026-11-21T14:30&cii=yes", "calculators/incident-report/#aware_at=2026-11-21T14:30&cii=yes"),
        ("calculators/incident-report/%2523cii=yes", "calculators/incident-report/#cii=yes"),
        ("vulnerability-provisions/%23art-9-p1-i7", "vulnerability-provisions/#art-9-p1-i7"),
        ("vulnerability-provisions/）", "vulnerability-provisions/"),
        ("vulnerability-provisions。", "vulnerability-provisions/"),
        ("vulnerability-provisions/%20", "vulnerability-provisions/"),
        ("faq/,", "faq/"),
        ("no-such-page/", None),
        ("no-such-page.html", None),
        ("没有/", None),
    ],
)
def test_an_address_that_is_not_there_is_offered_as_it_was_meant(
    watched: Watched, lang: Lang, asked: str, meant: str | None
) -> None:
    with watched.visit() as (page, watch):
        page.goto(f"{watched.address}{FOLDERS[lang]}/{asked}")
        place = page.locator("[data-part=meant]")
        page.wait_for_load_state("networkidle")
        if meant is None:
            expect(place).to_be_hidden()
        else:
            assert place.locator("a").evaluate("(link) => link.href") == f"{watched.address}{FOLDERS[lang]}/{meant}"
            expect(place).to_be_visible()
        watch.meant("404")
