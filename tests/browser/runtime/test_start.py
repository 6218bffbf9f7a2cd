"""Python starts with the page: once that has been painted, it waits for no calculator and for no reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publisher.runtime import read_manifest
from tests.browser.helpers import FRAGMENT, OWN_WORKER
from tests.browser.runtime import faults
from tests.browser.runtime.faults import Late, Noted, Served
from tests.browser.watched import PATHS, wait_for

NOTE_WORKER = """
const { Worker: Real } = globalThis;
globalThis.Worker = class extends Real {
  constructor(...given) { window.openedAt ??= performance.now(); super(...given); }
};
"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_names_what_starts_it(site_folder: Path, lang: str) -> None:
    """The script that starts Python stands in the head and runs as soon as it is there."""
    text = (site_folder / PATHS[lang].lstrip("/") / "index.html").read_text(encoding="utf-8")
    head = BeautifulSoup(text, "html.parser").head
    assert head
    assert len(head.select("script[type=module][async][src$='/calculator/runtime/start.js']")) == 1
    assert len(head.select("script[data-pack]")) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pack_is_asked_for_after_the_style_sheets_and_before_all_else(served: Served, lang: str) -> None:
    """While a style sheet is on its way nothing of Python comes; then all that it begins with, at once.

    That happens without the code of the form, and though nobody has touched the page.
    """
    watched, broken = served
    folder = f"/runtime/{read_manifest().folder}/"
    broken["/calculators.css"] = late = Late()
    broken["/define.js"] = faults.missing
    broken[""] = noted = Noted()  # whatever has no fault of its own

    def asked() -> set[str]:
        return {path.removeprefix(folder) for path in noted.paths if path.startswith(folder)}

    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS[lang], wait_until="commit")
        page.wait_for_timeout(1_500)  # far longer than the rest takes, which must not happen
        assert any(path.endswith("/start.js") for path in noted.paths)
        assert not any(path.endswith("/worker.js") for path in noted.paths)
        assert asked() == set()
        late.gate.set()
        for _ in range(100):
            if asked() == set(read_manifest().start):
                break
            page.wait_for_timeout(100)
        assert asked() == set(read_manifest().start)
        page.wait_for_load_state()
        watch.meant("404")


# A page that is not painted is waited for no longer after 300 ms, which a busy machine may take to paint.
PATIENT = """
const timer = window.setTimeout;
window.setTimeout = (then, after, ...more) => timer(then, after === 300 ? 60_000 : after, ...more);
"""


def test_python_waits_for_the_first_paint(served: Served) -> None:
    """The first frame has the processor to itself; the worker opens after it."""
    watched, _ = served
    with watched.page() as (page, _):
        page.add_init_script(OWN_WORKER)
        page.add_init_script(NOTE_WORKER)
        page.add_init_script(PATIENT)
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        painted = "performance.getEntriesByName('first-paint')[0].startTime"
        assert page.evaluate(f"{painted} < window.openedAt")


def test_a_page_that_is_not_painted_starts_python_all_the_same(served: Served) -> None:
    """A page in the background does not wait to be painted."""
    watched, _ = served
    with watched.page() as (page, _):
        page.add_init_script("PerformanceObserver.prototype.observe = () => {};")
        page.goto(watched.address + PATHS["zh"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_style_sheet_that_does_not_come_keeps_nobody_waiting(served: Served, lang: str) -> None:
    """Without the calculators' own style sheet the page is plain, and Python starts."""
    watched, broken = served
    broken["/calculators.css"] = faults.missing
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS[lang])
        assert wait_for(page, "ready") == "ready"
        watch.meant("404")
        watch.meant("calculators.css")
