"""What a reader sees first: the style sheets have the line to themselves, and Python comes with the page all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from calculators.kernel.text import LANGS
from publisher.serve import Handler
from tests.browser import faults
from tests.browser.faults import Faulty, Late
from tests.browser.watched import PATHS, Watched, wait_for


@pytest.mark.parametrize("lang", LANGS)
def test_python_is_fetched_after_the_style_sheets_and_before_anybody_asks(
    browser: Browser, site_folder: Path, lang: str
) -> None:
    """While a style sheet is on its way nothing of the pack is; then all of it is, though no one has touched the page."""
    asked: list[str] = []

    def noted(request: Faulty) -> None:
        asked.append(request.path)
        Handler.do_GET(request)

    sheet = Late()
    with faults.serving(site_folder) as (address, broken):
        broken["calculators.css"] = sheet
        broken["worker.js"] = noted
        for ending in (".wasm", ".zip", ".whl", ".asm.js", ".mjs", "-lock.json"):
            broken[ending] = noted
        watched = Watched(browser, address)
        with watched.page() as (page, _):
            page.goto(watched.address + PATHS[lang], wait_until="commit")
            expect(page.locator("link[href*='calculators.css']")).to_have_count(1)
            page.wait_for_timeout(1_500)  # long enough for all the rest, which is what must not happen
            early = list(asked)
            sheet.gate.set()
            assert wait_for(page, "ready") == "ready"
    assert any("worker.js" in path for path in early)
    assert [path for path in early if "/runtime/" in path] == []
    assert len({path for path in asked if "/runtime/" in path}) == 6


@pytest.mark.parametrize("lang", LANGS)
def test_a_style_sheet_that_does_not_come_keeps_nobody_waiting(
    browser: Browser, site_folder: Path, lang: str
) -> None:
    """Without the calculators' own style sheet the page is plain, and Python starts."""
    with faults.serving(site_folder) as (address, broken):
        broken["calculators.css"] = faults.missing
        watched = Watched(browser, address)
        with watched.page() as (page, watch):
            page.goto(watched.address + PATHS[lang])
            assert wait_for(page, "ready") == "ready"
            watch.meant("calculators.css")
            watch.meant("404")
