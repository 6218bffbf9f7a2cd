"""The worker: kept from page to page, missed when it dies, replaced, waited for no longer than one wants."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.kernel.text import Lang
from publisher.calculator import messages
from publisher.runtime import read_manifest
from tests.browser.helpers import FRAGMENT, OWN_WORKER, failed_with, run_clock_until, try_again
from tests.browser.runtime import faults
from tests.browser.runtime.faults import Faulty, Late, Noted, Served
from tests.browser.watched import PATHS, Watched, wait_for

WORDS = messages.SCRIPT
NO_MODULES = """
const { Worker: Real } = globalThis;
globalThis.Worker = class extends Real { constructor(url, options) { super(url, { ...options, type: "classic" }); } };
"""
NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
}
globalThis.SharedWorker = class { constructor() { throw new DOMException("denied", "SecurityError"); } };
"""
KINDS = pytest.mark.parametrize("own", [False, True], ids=["kept", "own"])
# Each kind of worker in one language, so that both languages are read at no more cost.
KINDS_AND_LANGS = pytest.mark.parametrize(
    ("own", "lang"), [(False, "zh"), (True, "en")], ids=["kept-zh", "own-en"]
)


def choose_general(page: Page) -> None:
    """Choose another grade, after which another answer is due."""
    page.locator("label:has(input[name=grade][value=general])").click()


def said(name: str, lang: Lang, total: str) -> re.Pattern[str]:
    """Return what the page says while it loads, however much of so many megabytes has arrived."""
    return re.compile(
        re.escape(WORDS[name].in_(lang)).replace(r"\{done\}", r"\d+\.\d").replace(r"\{total\}", total)
    )


def total_size() -> int:
    """Return how many bytes a page begins with."""
    manifest = read_manifest()
    return sum(manifest.files[name]["size"] for name in manifest.start)


def answer(page: Page) -> str:
    """Return the answer in one word, as the page marks it."""
    return str(page.locator("[data-part=bar]").get_attribute("data-answer"))


def test_the_next_page_of_a_visit_has_python_already(served: Served) -> None:
    """The other language's page answers without fetching anything of the pack, or starting Python again."""
    watched, broken = served
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["zh"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        for part in (".wasm", ".zip", ".whl", ".asm.js", ".mjs", "-lock.json"):
            broken[part] = faults.missing
        # The browser may keep the pack for ever; with nothing kept, only a worker that runs still can answer.
        page.context.new_cdp_session(page).send("Network.clearBrowserCache")
        page.locator("a[data-lang-link]").first.click()
        page.wait_for_url("**/en/calculators/**")
        assert wait_for(page, "answered") == "answered"


@KINDS
def test_two_tabs_both_answer(served: Served, own: bool) -> None:
    """Two tabs on one calculator answer each its own questions."""
    watched, _ = served
    with watched.page() as (first, _):
        if own:
            first.context.add_init_script(OWN_WORKER)
        second = first.context.new_page()
        for tab in (first, second):
            tab.goto(watched.address + PATHS["en"] + FRAGMENT)
        for tab in (first, second):
            assert wait_for(tab, "answered") == "answered"
        choose_general(second)
        expect(second.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")
        assert answer(first) == "report"
        second.close()
        choose_general(first)
        expect(first.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")


@KINDS_AND_LANGS
def test_a_worker_that_dies_in_the_middle_of_an_answer_is_missed(
    served: Served, own: bool, lang: Lang
) -> None:
    """A worker that is gone without a word is noticed; the next try has a new one and the same answers."""
    watched, broken = served

    def dying(request: Faulty) -> None:
        begins = "function ask(port,{id,request}){"
        text = request.content().decode()
        assert begins in text
        request.answer(text.replace(begins, f"{begins}return self.close();").encode())

    broken["/worker.js"] = dying
    with watched.page() as (page, _):
        if own:
            page.add_init_script(OWN_WORKER)
        page.clock.install()
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        expect(page.locator("[data-part=status]")).to_contain_text(WORDS["starting"].in_(lang))
        run_clock_until(page, "failed", step=1000)
        failed_with(page, "crash", lang)
        for clock in page.locator(".calc-card [data-part=clock]").all():
            expect(clock).to_be_empty()
        broken.clear()
        page.locator("[data-part=status] button").click()
        run_clock_until(page, "answered", "failed")
        assert wait_for(page, "answered") == "answered"


@KINDS_AND_LANGS
def test_a_python_that_does_not_start_is_said(served: Served, own: bool, lang: Lang) -> None:
    """Everything arrives as it was made and Python stops all the same: that is said, and can be tried again."""
    watched, broken = served

    def failing(request: Faulty) -> None:
        bridge = '"calculators.bridge"'
        text = request.content().decode()
        assert bridge in text
        request.answer(text.replace(bridge, '"calculators.nothing"').encode())

    broken["/worker.js"] = failing
    with watched.page() as (page, watch):
        if own:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        failed_with(page, "start", lang)
        broken.clear()
        try_again(page)
        watch.errors.clear()  # Python's own words


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_browser_without_module_workers_says_so(served: Served, lang: Lang) -> None:
    """A browser that knows only the older kind of worker is told what it lacks."""
    watched, _ = served
    with watched.page() as (page, watch):
        page.add_init_script(OWN_WORKER)
        page.add_init_script(NO_MODULES)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        failed_with(page, "no_worker", lang)
        page.locator("[data-part=status] button").click()
        failed_with(page, "no_worker", lang)
        watch.errors.clear()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_webassembly_switched_off_is_said(
    second_browser: Callable[..., Browser], site_address: str, lang: str
) -> None:
    """A browser without WebAssembly, as one hardened against attacks is, is told so and still shows the rules."""
    watched = Watched(second_browser("--js-flags=--jitless"), site_address)
    with watched.page() as (page, watch):
        page.goto(site_address + PATHS[lang] + FRAGMENT)
        assert page.evaluate("typeof WebAssembly") == "undefined"
        failed_with(page, "no_wasm", lang)
        watch.errors.clear()


def test_with_storage_off_it_answers(served: Served) -> None:
    """Where nothing may be stored and no worker may be shared, the page has one of its own."""
    watched, _ = served
    with watched.page() as (page, _):
        page.add_init_script(NO_STORAGE)
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        choose_general(page)
        expect(page.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")


@KINDS
def test_a_page_from_the_back_forward_cache_goes_on(
    second_browser: Callable[..., Browser], site_address: str, own: bool
) -> None:
    """A calculator that comes back with the back button, as it was left, answers the next change."""
    browser = second_browser(without=["--disable-back-forward-cache"], whole=True)
    watched = Watched(browser, site_address)
    with watched.page() as (page, _):
        if own:
            page.add_init_script(OWN_WORKER)
        page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted; });")
        page.goto(site_address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        page.goto(f"{site_address}/en/incident-qa/")
        page.go_back(wait_until="commit")
        page.wait_for_function("() => window.kept === true")
        choose_general(page)
        expect(page.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")


@KINDS
def test_a_page_left_while_it_starts_goes_on_when_it_comes_back(
    second_browser: Callable[..., Browser], site_folder: Path, own: bool
) -> None:
    """Left before Python had started and had again from the browser's memory, the page starts and answers."""
    browser = second_browser(without=["--disable-back-forward-cache"], whole=True)
    with faults.serving(site_folder) as (address, broken), Watched(browser, address).page() as (page, _):
        if own:
            page.add_init_script(OWN_WORKER)
        page.add_init_script("addEventListener('pageshow', (event) => { window.kept = event.persisted; });")
        broken["pyodide.asm.wasm"] = late = Late()
        page.goto(address + PATHS["en"] + FRAGMENT)
        expect(page.locator("[data-part=status]")).to_contain_text(f" of {total_size() / 1_000_000:.1f}")
        page.goto(f"{address}/en/incident-qa/")
        page.go_back(wait_until="commit")
        page.wait_for_function("() => window.kept !== undefined")
        late.gate.set()
        assert wait_for(page, "answered") == "answered"


@KINDS_AND_LANGS
def test_a_slow_start_says_how_far_it_is_and_can_be_stopped(served: Served, own: bool, lang: Lang) -> None:
    """After ten seconds the page says how much has arrived and offers to stop; stopped, it can be started again."""
    watched, broken = served
    broken["pyodide.asm.wasm"] = late = Late()
    with watched.page() as (page, watch):
        if own:
            page.add_init_script(OWN_WORKER)
        begun = datetime(2026, 11, 21, tzinfo=UTC)
        page.clock.install(time=begun)
        page.goto(watched.address + PATHS[lang] + FRAGMENT, wait_until="commit")
        status = page.locator("[data-part=status]")
        total = f"{total_size() / 1_000_000:.1f}"
        expect(status).to_contain_text(said("downloading", lang, total))
        page.clock.pause_at(begun + timedelta(seconds=9))
        assert status.locator("button").count() == 0
        page.clock.run_for(10_000)
        expect(status).to_contain_text(said("slow", lang, total))
        expect(status.locator("button")).to_have_text(WORDS["stop"].in_(lang))
        asked = broken["/worker.js"] = Noted()
        status.locator("button").click()
        failed_with(page, "stopped", lang)
        expect(page.locator("[data-part=answer]")).to_be_focused()  # the button that had the focus is gone
        page.evaluate("window.dispatchEvent(new Event('online'))")
        expect(status).to_contain_text(
            WORDS["failed_stopped"].in_(lang)
        )  # who has stopped it wants no connection's help
        page.clock.run_for(150_000)  # nor does the clock on the cards start anything
        page.wait_for_timeout(500)
        assert asked.paths == []
        expect(status).to_contain_text(WORDS["failed_stopped"].in_(lang))
        broken.clear()
        late.gate.set()
        page.clock.resume()
        try_again(page)
        expect(page.locator("[data-part=answer]")).to_be_focused()
        watch.errors.clear()


def test_words_for_every_failure() -> None:
    """Every failure that the script can name has a sentence and an advice, or the general one."""
    protocol = Path("docs/assets/calculator/runtime/protocol.js").read_text(encoding="utf-8")
    line = next(line for line in protocol.splitlines() if line.endswith("FailureCode"))
    codes = [each.strip('" ') for each in line.partition("{")[2].partition("}")[0].split("|")]
    words = messages.SCRIPT
    assert codes
    assert [code for code in codes if f"failed_{code}" not in words] == []
    assert {name.removeprefix("now_") for name in words if name.startswith("now_")} <= set(codes)
