"""Without script, or while the runtime arrives: the rule is there, and the page says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import Lang
from publisher.calculator import messages
from tests.browser import faults
from tests.browser.faults import Faulty, Late, Served
from tests.browser.helpers import NOTE_PROGRESS
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_script_the_rules_are_there(watched: Watched, lang: str) -> None:
    """With JavaScript off, the form, every duty with its limit and the worked cases can be read."""
    with watched.page(java_script_enabled=False) as (page, _):
        page.goto(watched.address + PATHS[lang])
        assert page.locator(ELEMENT).get_attribute("data-state") == "static"
        expect(page.locator("input[name=aware_at]")).to_be_visible()
        rules = CALCULATORS["incident-report"].rules
        for rule in rules:
            row = page.locator(f"[data-rule={rule.id}]")
            expect(row).to_contain_text(rule.timing_text.zh if lang == "zh" else rule.timing_text.en)
        expect(page.locator("noscript")).to_be_visible()
        expect(page.locator("#cases")).to_be_visible()
        expect(page.locator("progress")).to_be_hidden()


def no_modules(request: Faulty) -> None:
    """Serve a page whose scripts a browser that knows no modules passes over."""
    request.answer(request.content().replace(b'type="module"', b'type="x-unknown"'))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("/define.js", faults.missing),
        ("/start.js", faults.missing),
        ("/start.js", faults.short),
        ("/incident-report/index.html", no_modules),
    ],
)
def test_where_the_scripts_do_not_arrive_the_page_says_so(
    browser: Browser, site_folder: Path, part: str, fault: Callable[[Faulty], None], lang: Lang
) -> None:
    """Without the calculator's own scripts the page says so, offers another try, and still has the rules."""
    words = messages.SCRIPT
    with faults.serving(site_folder) as (address, broken), Watched(browser, address).page() as (page, watch):
        broken[part] = fault
        page.goto(f"{address}{PATHS[lang]}index.html#aware_at=2026-11-21T14:30")
        expect(page.locator(ELEMENT)).to_have_attribute("data-state", "failed")
        status = page.locator("[data-part=status]")
        expect(status.locator("strong")).to_have_text(words["failed_start"].in_(lang))
        expect(status).to_contain_text(words["now_no_worker"].in_(lang))
        expect(page.locator("#rules")).to_be_visible()
        broken.clear()
        with page.expect_navigation():  # another try is the page anew
            status.locator("button", has_text=words["try_again"].in_(lang)).click()
        assert wait_for(page, "answered") == "answered"
        watch.errors.clear()  # the browser's own words for what was done to it


def test_progress_never_goes_back_and_the_form_can_be_used(served: Served) -> None:
    """While the runtime loads, progress only grows and the form takes answers, which are answered when it is ready."""
    watched, broken = served
    broken["pyodide.asm.wasm"] = late = Late()
    with watched.page() as (page, _):
        page.add_init_script(NOTE_PROGRESS)
        page.goto(watched.address + PATHS["zh"], wait_until="domcontentloaded")
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        page.wait_for_function("() => window.seen.length > 0")
        late.gate.set()
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        assert 0 < seen[0] < seen[-1] == 1
