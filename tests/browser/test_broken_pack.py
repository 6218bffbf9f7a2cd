"""A part of the pack that does not arrive as it was made: said in the reader's language, never run, tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from publisher import calculator_words
from tests.browser import faults
from tests.browser.faults import Faulty
from tests.browser.watched import PATHS, Watched, wait_for

FRAGMENT = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"
OWN_WORKER = "delete globalThis.SharedWorker"
PARTS = (
    "pyodide.asm.wasm",
    "pyodide.asm.js",
    "pyodide.mjs",
    "python_stdlib.zip",
    ".whl",
    "pyodide-lock.json",
)

Served = tuple[Watched, dict[str, Callable[[Faulty], None]]]


@pytest.fixture
def served(browser: Browser, site_folder: Path) -> Iterator[Served]:
    """The site on a server that fails as it is told to."""
    with faults.serving(site_folder) as (address, broken):
        yield Watched(browser, address), broken


def failed_with(page: Page, code: str, lang: str) -> None:
    """Check that the page says what happened, in its language, and still holds the rules and the answers."""
    assert wait_for(page, "failed") == "failed"
    words = calculator_words.SCRIPT
    status = page.locator("[data-part=status]")
    expect(status.locator("strong")).to_have_text(words[f"failed_{code}"].in_(lang))
    expect(status).to_contain_text(words.get(f"now_{code}", words["failed_what_now"]).in_(lang))
    expect(page.locator("#rules")).to_be_visible()
    expect(page.locator("input[name=cii][value=yes]")).to_be_checked()
    expect(page.locator("progress")).to_be_hidden()


def try_again(page: Page) -> None:
    """Choose to try again, and get the answer."""
    page.locator("[data-part=status] button").click()
    assert wait_for(page, "answered") == "answered"


CASES = [
    *((part, faults.missing, "missing") for part in PARTS),
    *((part, faults.altered, "altered") for part in PARTS),
    *((part, faults.short, "download") for part in ("pyodide.asm.wasm", "pyodide.asm.js")),
    *((part, faults.dropped, "download") for part in ("pyodide.asm.wasm", "python_stdlib.zip")),
    ("python_stdlib.zip", faults.page_instead, "download"),
    ("pyodide.mjs", faults.mistyped, "script"),
    ("/worker.js", faults.missing, "no_worker"),
    ("/worker.js", faults.mistyped, "no_worker"),
    ("/worker.js", faults.without_webassembly, "no_wasm"),
]


@pytest.mark.parametrize(
    ("number", "part", "fault", "code"),
    [pytest.param(n, *case, id=f"{case[0]}-{case[1].__name__}") for n, case in enumerate(CASES)],
)
def test_what_is_broken_is_said_and_can_be_tried_again(
    served: Served, number: int, part: str, fault: Callable[[Faulty], None], code: str
) -> None:
    """Whatever is wrong with a part, the page names it, keeps what was entered, and works once the part is right."""
    (watched, broken), lang = served, ("zh", "en")[number % 2]
    broken[part] = fault
    with watched.page() as (page, watch):
        if number % 3 == 0:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        failed_with(page, code, lang)
        broken.clear()
        try_again(page)
        watch.errors.clear()  # the browser's own words for what was done to it


def test_a_module_with_another_type_is_no_failure(served: Served) -> None:
    """A host that does not know WebAssembly's type slows the start at most."""
    watched, broken = served
    broken["pyodide.asm.wasm"] = faults.mistyped
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"


def test_a_connection_that_drops_once_is_not_even_noticed(served: Served) -> None:
    """A file whose connection breaks off half way is asked for again, and progress does not go back."""
    watched, broken = served

    def once(request: Faulty) -> None:
        del broken["python_stdlib.zip"]
        faults.dropped(request)

    broken["python_stdlib.zip"] = once
    with watched.page() as (page, watch):
        page.add_init_script(
            """window.seen = [];
            new MutationObserver(() => {
              const bar = document.querySelector("[data-part=progress]");
              if (bar?.hasAttribute("value")) window.seen.push(bar.value);
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ["value"] });"""
        )
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        watch.errors.clear()


def test_a_line_that_comes_back_starts_it_by_itself(served: Served) -> None:
    """After a failure without a network, the network's return is enough; nobody has to press a button."""
    watched, broken = served
    broken["pyodide.asm.wasm"] = faults.dropped
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["zh"] + FRAGMENT)
        failed_with(page, "download", "zh")
        page.context.set_offline(True)
        broken.clear()
        page.context.set_offline(False)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        assert wait_for(page, "answered", "loading") in {"answered", "loading"}
        assert wait_for(page, "answered") == "answered"
        watch.errors.clear()


def test_on_plain_http_the_browser_checks(second_browser: Callable[..., Browser], site_folder: Path) -> None:
    """Without https there is no hashing in scripts; the calculator runs, and what was altered still does not."""
    browser = second_browser("--host-resolver-rules=MAP rules.test 127.0.0.1")
    with faults.serving(site_folder) as (address, broken):
        watched = Watched(browser, address.replace("127.0.0.1", "rules.test"))
        with watched.page() as (page, _):
            page.goto(watched.address + PATHS["en"] + FRAGMENT)
            assert page.evaluate("crypto.subtle === undefined")
            assert wait_for(page, "answered") == "answered"
        broken["python_stdlib.zip"] = faults.altered
        with watched.page() as (page, watch):
            page.goto(watched.address + PATHS["en"] + FRAGMENT)
            failed_with(page, "download", "en")
            watch.errors.clear()
