"""A part of the pack that does not arrive as it was made: said in the reader's language, never run, tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from publisher.runtime import read_manifest
from tests.browser.helpers import (
    FRAGMENT,
    LARGE_SCRIPT,
    NOTE_PROGRESS,
    failed_with,
    said_and_tried_again,
    try_again,
)
from tests.browser.runtime import faults
from tests.browser.runtime.faults import Fault, Faulty, Noted, Served
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for

PARTS = ("pyodide.asm.wasm", LARGE_SCRIPT, "pyodide.mjs", ".zip", ".whl", "pyodide-lock.json")
"""What a page begins with; the whole library is in ``test_fallback.py``."""

WRONG = ((faults.missing, "missing"), (faults.altered, "altered"), (faults.short, "download"))
DROPPED = (faults.dropped, "download")
MISTYPED = (faults.mistyped, "script")
CASES = [
    ("pyodide.asm.wasm", (*WRONG, DROPPED), "zh", False),
    (LARGE_SCRIPT, (*WRONG, DROPPED, MISTYPED), "en", True),
    ("pyodide.mjs", (*WRONG, MISTYPED), "zh", False),
    (".zip", (*WRONG, DROPPED, (faults.page_instead, "download")), "en", False),
    (".whl", WRONG, "zh", True),
    ("pyodide-lock.json", WRONG, "en", False),
    ("/worker.js", ((faults.missing, "no_worker"), (faults.mistyped, "no_worker")), "zh", True),
    ("/worker.js", ((faults.missing, "no_worker"),), "en", False),
    ("/worker.js", ((faults.without_webassembly, "no_wasm"),), "zh", False),
    ("/worker.js", ((faults.without_webassembly, "no_wasm"),), "en", True),
]
"""A part, what is done to it and which code that has; what each code says is read in both languages."""


@pytest.mark.parametrize(("part", "broken_by", "lang", "own"), CASES)
def test_what_is_broken_is_said_and_can_be_tried_again(
    served: Served, part: str, broken_by: Sequence[tuple[Fault, str]], lang: str, own: bool
) -> None:
    """Whatever is wrong with a part, the page names it, keeps what was entered, and works once the part is right."""
    said_and_tried_again(served, part, broken_by, lang, own=own)


@pytest.mark.parametrize("script", ["pyodide.mjs", LARGE_SCRIPT])
def test_an_altered_script_is_never_run(served: Served, script: str) -> None:
    """A script of the right length that is another runs not even its first line, whoever may have altered it."""
    watched, broken = served
    ran = broken["/ran"] = Noted()
    size = read_manifest().files[script]["size"]
    broken[script] = lambda request: request.answer(b"fetch('/ran');".ljust(size))
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        failed_with(page, "altered", "en")
        page.wait_for_timeout(300)  # a request that was on its way would be there by now
        assert ran.paths == []
        del broken[script]
        try_again(page)
        assert ran.paths == []
        watch.errors.clear()


def test_what_the_host_does_not_know_the_type_of_is_no_failure(served: Served) -> None:
    """A host that does not know the type of WebAssembly or JSON slows the start at most."""
    watched, broken = served
    for part in PARTS:
        if not part.endswith("js"):
            broken[part] = faults.mistyped
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"


def test_a_connection_that_drops_once_is_not_even_noticed(served: Served) -> None:
    """A file whose connection breaks off half way is asked for again, and progress does not go back."""
    watched, broken = served

    def once(request: Faulty) -> None:
        del broken[".zip"]
        faults.dropped(request)

    broken[".zip"] = once
    with watched.page() as (page, watch):
        page.add_init_script(NOTE_PROGRESS)
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        watch.errors.clear()


def test_a_line_that_comes_back_starts_it_by_itself(served: Served) -> None:
    """After a failure without a network, the network's return is enough; nobody has to press a button."""
    watched, broken = served
    broken[".zip"] = faults.dropped
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["zh"] + FRAGMENT)
        failed_with(page, "download", "zh")
        page.context.set_offline(True)
        broken.clear()
        page.context.set_offline(False)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.wait_for_function(
            "(name) => document.querySelector(name).dataset.state !== 'failed'", arg=ELEMENT
        )
        assert wait_for(page, "answered") == "answered"
        watch.errors.clear()


def test_on_plain_http_the_browser_checks(second_browser: Callable[..., Browser], site_folder: Path) -> None:
    """Without https there is no hashing in scripts; the calculator runs, and what was altered still does not."""
    browser = second_browser("--host-resolver-rules=MAP rules.test 127.0.0.1")
    with faults.serving(site_folder) as (address, broken):
        watched = Watched(browser, address.replace("127.0.0.1", "rules.test"))
        with watched.page() as (page, watch):
            page.goto(watched.address + PATHS["en"] + FRAGMENT)
            assert page.evaluate("crypto.subtle === undefined")
            assert wait_for(page, "answered") == "answered"
            watch.meant("The Cross-Origin-Opener-Policy header has been ignored")  # as it is without https
        broken[".zip"] = faults.altered
        with watched.page() as (page, watch):
            page.goto(watched.address + PATHS["en"] + FRAGMENT)
            failed_with(page, "download", "en")
            watch.errors.clear()
