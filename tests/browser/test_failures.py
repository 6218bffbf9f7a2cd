"""Without script, or when the runtime does not arrive: the rule is still there, and the page says what happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from calculators.adapters.registry import CALCULATORS
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for

FRAGMENT = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"


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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("part", ["**/pyodide.asm.wasm", "**/python_stdlib.zip", "**/worker.js"])
def test_blocked_runtime_is_said_and_can_be_tried_again(watched: Watched, lang: str, part: str) -> None:
    """A part of the runtime that does not arrive gives a sentence in the reader's language and a second try that works."""
    with watched.page() as (page, watch):
        page.route(part, lambda route: route.abort())
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "failed") == "failed"
        said = page.locator("[data-part=status] strong").inner_text()
        assert said.isascii() == (lang == "en")
        expect(page.locator("input[name=cii][value=yes]")).to_be_checked()
        expect(page.locator("#rules")).to_be_visible()
        page.unroute(part)
        page.locator("[data-part=status] button").click()
        assert wait_for(page, "answered") == "answered"
        watch.meant("net::ERR_FAILED")


def test_truncated_runtime_is_never_run(watched: Watched, site_folder: Path) -> None:
    """A file that arrives short, with every sign of success, is noticed by its size."""
    library = next(site_folder.glob("runtime/*/pyodide.asm.wasm")).read_bytes()

    def half(route: Route) -> None:
        route.fulfill(body=library[: len(library) // 2], content_type="application/wasm")

    with watched.page() as (page, _):
        page.route("**/pyodide.asm.wasm", half)
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "failed") == "failed"
        expect(page.locator(".calc-detail")).to_contain_text("pyodide.asm.wasm")


def test_altered_package_is_never_run(watched: Watched) -> None:
    """Our own package with other content than the build wrote down is refused by its hash."""
    with watched.page() as (page, watch):
        page.route("**/*.whl", lambda route: route.fulfill(body=b"PK", content_type="application/zip"))
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "failed") == "failed"
        watch.meant("network-law-calculators")  # Pyodide says so too
        watch.meant("network_law_calculators")


def test_progress_never_goes_back_and_the_form_can_be_used(watched: Watched) -> None:
    """While the runtime loads, progress only grows and the form takes answers, which are answered when it is ready."""
    with watched.page() as (page, _):
        page.add_init_script(
            """window.seen = [];
            new MutationObserver(() => {
              const bar = document.querySelector("[data-part=progress]");
              if (bar?.hasAttribute("value")) window.seen.push(bar.value / bar.max);
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ["value"] });"""
        )
        page.goto(watched.address + PATHS["zh"], wait_until="domcontentloaded")
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert len(seen) > 5
        assert seen == sorted(seen)
        assert seen[-1] == 1
