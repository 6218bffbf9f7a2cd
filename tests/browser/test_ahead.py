"""A law page fetches the calculators' Python ahead of need, late and only from readers who can spare it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from calculators.texts import works
from publisher.runtime import read_manifest
from tests.browser import faults
from tests.browser.faults import Served
from tests.browser.helpers import FRAGMENT, SAVES_DATA
from tests.browser.watched import PATHS, Watched, wait_for

LAW = "/en/vulnerability-provisions/"
SLOW_LINE = (
    "Object.defineProperty(navigator, 'connection', { value: { saveData: false, effectiveType: '3g' } });"
)


def prefetched(page: Page) -> set[str]:
    """Return what the page has asked the browser to fetch ahead."""
    links = page.locator("link[rel=prefetch]").evaluate_all("links => links.map((link) => link.href)")
    return {str(link).rpartition("/")[2] for link in links}


def test_the_calculator_needs_nothing_of_the_pack_after_a_law_page(served: Served) -> None:
    """After a law page has been read for a moment, the calculator starts without the server's pack."""
    watched, broken = served
    files = set(read_manifest().start)
    with watched.page() as (page, _):
        page.goto(watched.address + LAW)
        assert prefetched(page) == set()
        page.wait_for_function("() => document.querySelectorAll('link[rel=prefetch]').length > 0")
        assert prefetched(page) == files
        page.wait_for_function(
            "(count) => performance.getEntriesByType('resource').filter((each) =>"
            " each.name.includes('/runtime/') && each.responseEnd > 0).length === count",
            arg=len(files),
        )
        for name in files:
            broken[name] = faults.missing
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"


@pytest.mark.parametrize("line", [SAVES_DATA, SLOW_LINE], ids=["saves data", "slow line"])
def test_who_saves_data_is_spared(served: Served, line: str) -> None:
    """A reader who saves data, or is on a slow line, is sent nothing that was not asked for."""
    watched, _ = served
    with watched.page() as (page, watch):
        page.add_init_script(line)
        page.clock.install()
        page.goto(watched.address + LAW, wait_until="load")
        page.clock.run_for(60_000)
        assert prefetched(page) == set()
        assert not [each for each in watch.requests if "/runtime/" in each]


@pytest.mark.parametrize("work", works())
def test_a_law_page_is_light(watched: Watched, work: str) -> None:
    """A first visit to a law page moves at most 130 kB, compressed, when nothing is fetched ahead."""
    for folder in ("", "/en"):
        with watched.page() as (page, _):
            page.add_init_script(SAVES_DATA)
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            moved: list[float] = []
            session.on(
                "Network.loadingFinished", lambda event, moved=moved: moved.append(event["encodedDataLength"])
            )
            page.goto(f"{watched.address}{folder}/{work}/", wait_until="networkidle")
            assert 10_000 < sum(moved) <= 130_000, folder
