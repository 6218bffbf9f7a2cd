"""The search box: nothing before the first key, little after it, the keyboard alone, bad input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from publisher.search.words import WORDS
from tests.browser.helpers import SAVES_DATA, violations
from tests.browser.watched import Watched
from tests.search.typed import BAD, EXACT, INPUT, NEAR, OPTION, OTHER, addresses, provisions, settle, type_in
from tests.serving import in_thread

HOME = {"zh": "/", "en": "/en/"}
I7 = "vulnerability-provisions:art-9-p1-i7"
# Removed before any script of the page runs, as in an old browser.
NO_UNPACKING = "delete globalThis.DecompressionStream"


@contextmanager
def home(watched: Watched, lang: str = "zh", **options: object) -> Iterator[Page]:
    with watched.visit(**options) as (page, _):
        page.goto(watched.address + HOME[lang])
        yield page


# Many hits, hits in both languages, near matches, nothing at all.
COSTLY = {
    "zh": ("漏洞", "CII", "网络运营者义务", "量子计算"),
    "en": ("CII", "submitting information", "patches", "zzqq"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_loaded_before_the_first_key_and_little_after_it(watched: Watched, lang: str) -> None:
    """Opening the box asks for nothing; what all queries then load is at most 100 kB, even from a plain server."""
    seen: list[Response] = []
    with watched.page() as (page, watch):
        page.add_init_script(SAVES_DATA)  # else the pack is fetched ahead meanwhile
        page.goto(watched.address + HOME[lang], wait_until="networkidle")
        before = len(watch.requests)
        page.keyboard.press("/")
        expect(page.locator(INPUT)).to_be_focused()
        page.wait_for_load_state("networkidle")
        assert len(watch.requests) == before
        page.on("response", lambda response: seen.append(response))  # noqa: PLW0108  # no builtin will do
        for typed in COSTLY[lang]:
            type_in(page, typed)
        sizes = {each.url: len(each.body()) for each in seen}
    assert len(sizes) == 3, sizes
    assert sum(sizes.values()) <= 100_000, sizes


@pytest.mark.parametrize("key", ["/", "s"])
def test_keys_alone_lead_to_the_provision(watched: Watched, key: str) -> None:
    """A key opens the box, arrows choose, Enter goes to the provision at its anchor."""
    with home(watched) as page:
        page.keyboard.press(key)
        page.keyboard.type("4小时")
        settle(page)
        box = page.locator(INPUT)
        assert box.get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        chosen = page.locator(f"{OPTION}[aria-selected=true]")
        assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
        page.keyboard.press("Enter")
        page.wait_for_url("**/incident-qa/#q5-p3")
        expect(page.locator("#q5-p3")).to_be_in_viewport()


def test_enter_goes_to_the_first_hit_and_escape_closes(watched: Watched) -> None:
    with home(watched) as page:
        type_in(page, "第九条第七项")
        page.keyboard.press("Escape")
        expect(page.locator("#find-list")).not_to_be_visible()
        assert page.locator(INPUT).get_attribute("aria-expanded") == "false"
        page.keyboard.press("s")
        page.keyboard.press("Enter")
        page.wait_for_url("**/vulnerability-provisions/#art-9-p1-i7")


def test_a_key_typed_into_a_field_does_not_open_the_search(watched: Watched) -> None:
    with watched.calculator("zh") as (page, _):
        page.locator("input[name=aware_at]").press_sequentially("s/")
        assert page.locator("input[name=aware_at]").input_value() == "s/"
        assert not page.locator("#__search").is_checked()


def test_hits_show_the_work_the_place_and_the_marked_sentence(watched: Watched) -> None:
    with home(watched) as page:
        type_in(page, "境外组织")
        hit = page.locator(EXACT).first
        expect(hit).to_contain_text("网络产品安全漏洞管理规定")
        expect(hit).to_contain_text("第九条第一款第（七）项")
        assert hit.locator("mark").all_inner_texts() == ["境外组织"]
        assert "未公开的网络产品安全漏洞信息" in hit.locator(".search-sentence").inner_text()


def test_the_number_of_hits_is_announced(watched: Watched) -> None:
    with home(watched) as page:
        type_in(page, "境外组织")
        status = page.locator("#find-status")
        assert status.get_attribute("role") == "status"
        count = page.locator(EXACT).count()
        assert count
        expect(status).to_contain_text(f"找到 {count} 处")
        type_in(page, "区块链")
        expect(status).to_contain_text("没有找到“区块链”")
        expect(page.locator(".search-contents a")).not_to_have_count(0)
        assert page.locator("#find-list").is_hidden()


@pytest.mark.parametrize(
    ("lang", "typed", "path", "mark"),
    [("zh", "CII", "/en/incident-qa/", "英文"), ("en", "关基", "/incident-qa/", "Chinese")],
)
def test_the_other_language_follows_and_says_so(
    watched: Watched, lang: str, typed: str, path: str, mark: str
) -> None:
    with home(watched, lang) as page:
        type_in(page, typed)
        hits = page.locator(OTHER)
        assert path in [found for found, _ in addresses(page, OTHER)]
        expect(hits.first).to_contain_text(mark)
        order = page.locator(OPTION).evaluate_all("all => all.map((each) => each.dataset.hit === 'other')")
        assert order == sorted(order)
        assert not order[0]


def test_nothing_found_is_not_said_before_all_has_been_looked_at(watched: Watched) -> None:
    """While the other language is looked for, the box says that it is at work."""
    with home(watched, "en") as page:
        page.evaluate(
            """() => {
              window.told = [];
              const status = document.getElementById("find-status");
              new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true });
            }"""
        )
        type_in(page, "patches")
        told = page.evaluate("window.told")  # of what was typed on the way to it, too
        working = page.locator("[data-search]").get_attribute("data-loading")
        assert told[-2:] == [working, page.locator("#find-status").inner_text()]
        nothing = WORDS["none"].in_("en").partition("{")[0]
        assert [each for each in told if each.startswith(nothing)] == []


def test_near_matches_come_after_and_say_so(watched: Watched) -> None:
    with home(watched, "en") as page:
        type_in(page, "patches")
        assert not addresses(page, EXACT)
        assert addresses(page, NEAR)
        expect(page.locator("[data-group=near]")).to_contain_text("not word for word")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_input_gets_an_answer_or_nothing_found(watched: Watched, lang: str) -> None:
    """Never an error (the watch sees to that), nothing taken for markup, always a sentence."""
    with home(watched, lang) as page:
        type_in(page, "漏洞")
        for typed in BAD:
            page.locator(INPUT).fill(typed)
            settle(page)
            assert page.locator("#find-status").inner_text().strip(), typed[:40]
            inside = page.locator("[data-search] .md-search__output")
            assert inside.locator("img, script, b, iframe").count() == 0, typed[:40]
            assert len(page.locator("#find-status").inner_text()) < 120
        assert provisions_of(page, "ＡＲＴ　９（７）")[0] == I7
        assert "incident-qa:q6-p1" in provisions_of(page, "ｃｎｃｅｒｔ")


def provisions_of(page: Page, typed: str) -> list[str]:
    type_in(page, typed)
    return provisions(page, EXACT)


def test_what_is_shown_belongs_to_what_was_typed_last(watched: Watched) -> None:
    """Typed faster than the search is loaded, the last query counts."""
    with home(watched) as page:
        page.locator(INPUT).press_sequentially("漏洞境外组织")
        page.locator(INPUT).fill("境外组织")
        settle(page)
        assert provisions(page, EXACT) == [I7]


def test_while_chinese_is_composed_nothing_is_asked(watched: Watched) -> None:
    with home(watched) as page:
        page.locator(INPUT).focus()
        session = page.context.new_cdp_session(page)
        session.send("Input.imeSetComposition", {"text": "lou dong", "selectionStart": 8, "selectionEnd": 8})
        page.wait_for_timeout(300)
        assert not page.locator(OPTION).count()
        session.send("Input.insertText", {"text": "漏洞"})
        settle(page)
        assert page.locator(EXACT).count() > 10


def test_a_browser_that_cannot_unpack_the_tables_gets_them_plain(watched: Watched) -> None:
    with watched.page() as (page, watch):
        page.add_init_script(NO_UNPACKING)
        page.goto(watched.address + "/")
        type_in(page, "关基")
        assert provisions(page, EXACT)[0] == "incident-qa:q5-p1"
        loaded = [each for each in watch.requests if "/search/" in each and "/assets/" not in each]
        assert loaded
        assert all(re.search(r"/search/(zh|en-law)\.json$", each) for each in loaded), loaded


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(watched: Watched) -> None:
    with watched.page() as (page, watch):
        page.goto(watched.address + "/en/")
        page.route("**/search/en.bin", lambda route: route.abort())
        page.locator(INPUT).press_sequentially("x")
        expect(page.locator("#find-status")).to_contain_text("could not be loaded")
        page.unroute("**/search/en.bin")
        type_in(page, "abroad")
        assert provisions(page, EXACT)[0] == I7
        watch.meant("net::ERR_FAILED")


def test_hits_stay_when_the_other_language_cannot_be_loaded(watched: Watched) -> None:
    with watched.page() as (page, watch):
        page.goto(watched.address + "/")
        page.route("**/search/en-law.bin", lambda route: route.abort())
        type_in(page, "境外组织")
        assert provisions(page, EXACT) == [I7]
        watch.meant("net::ERR_FAILED")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "typed"), [("zh", "漏洞平台"), ("en", "CII"), ("zh", "区块链")])
def test_axe_finds_nothing_in_the_open_search(watched: Watched, lang: str, typed: str, scheme: str) -> None:
    with home(watched, lang, color_scheme=scheme) as page:
        type_in(page, typed)
        assert violations(page) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_button_opens_it_and_nothing_is_too_wide(watched: Watched, lang: str) -> None:
    with home(watched, lang, viewport={"width": 320, "height": 640}) as page:
        page.locator(".md-header__inner > label[for=__search]").click()
        expect(page.locator(INPUT)).to_be_focused()
        type_in(page, "漏洞平台")
        page.wait_for_selector("body[data-md-scrolllock]")  # the end of Material's animation
        assert page.evaluate("document.querySelector('.md-search__scrollwrap').scrollWidth") <= 320
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        box = page.locator(OPTION).first.bounding_box()
        assert box
        assert box["height"] >= 44


def test_it_works_in_any_folder_behind_a_plain_server(
    browser: Browser, site_folder: Path, tmp_path: Path
) -> None:
    """Python's own file server, the site two folders deep: hits are found and lead to their provision."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").symlink_to(site_folder, target_is_directory=True)
    with in_thread(ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))) as address:
        watched = Watched(browser, f"{address}/a/b")
        with watched.page() as (page, _):
            page.goto(f"{watched.address}/en/calculators/incident-report/")
            type_in(page, "abroad")
            type_in(page, "patches")
            assert addresses(page, NEAR)
            type_in(page, "9(7)")
            page.keyboard.press("Enter")
            page.wait_for_url("**/a/b/en/vulnerability-provisions/#art-9-p1-i7")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it
        pass
