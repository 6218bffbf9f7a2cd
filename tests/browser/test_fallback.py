"""Where the prepared Python lacks something, the page starts Python from its beginning, and the reader gets the answer."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculators.adapters.bridge import call
from calculators.kernel.text import Lang
from publisher.prepared import functions, prepare
from publisher.runtime.pack import PYODIDE, RUNTIME, read_manifest
from publisher.runtime.questions import worked
from tests.browser import faults
from tests.browser.faults import Fault, Faulty, Late, Noted, Served
from tests.browser.helpers import (
    FRAGMENT,
    NOTE_PROGRESS,
    OWN_WORKER,
    answers_in_page,
    failed_with,
    in_turn,
    said_and_tried_again,
    try_again,
)
from tests.browser.watched import PATHS, wait_for

PREPARED = "prepared.wasm"
ORDINARY = ("pyodide.asm.wasm", "python_stdlib.zip", ".whl")
"""What only the ordinary start takes."""
NORMALISED = frozenset({6307, 6308})
"""The functions of ``unicodedata`` that full-width digits need, and digits typed in Latin letters do not."""


def unprepared(request: Faulty) -> None:
    """The worker does not find the prepared memory where it looks for it."""
    text = request.content().decode()
    assert text.count('"pyodide-head"') == 1
    request.answer(text.replace('"pyodide-head"', '"no-such-head"').encode())


@pytest.fixture(scope="module")
def poorer() -> bytes:
    """A prepared interpreter without the functions in ``NORMALISED``."""
    interpreter = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    kept = functions.read_list(interpreter)
    assert kept >= NORMALISED
    return prepare(PYODIDE, RUNTIME / read_manifest().folder, kept - NORMALISED)


@pytest.fixture
def poor(served: Served, site_folder: Path, poorer: bytes) -> Served:
    """The site with that interpreter, of which the pages know: it is not altered, it lacks something."""
    _, broken = served
    facts = read_manifest().files[PREPARED]
    digest = base64.b64encode(hashlib.sha256(poorer).digest()).decode()

    def page(request: Faulty) -> None:
        text = (site_folder / request.path.strip("/") / "index.html").read_text(encoding="utf-8")
        assert facts["sha256"] in text
        told = text.replace(facts["sha256"], digest).replace(
            f'"size":{facts["size"]}', f'"size":{len(poorer)}'
        )
        request.answer(told.encode(), Content_Type="text/html; charset=utf-8")

    broken |= dict.fromkeys(PATHS.values(), page)
    broken[PREPARED] = lambda request: request.answer(poorer)
    return served


def test_no_worked_case_needs_it(served: Served) -> None:
    """Every worked case in both languages is answered by the prepared Python; nothing else of the pack is asked for."""
    watched, broken = served
    asked = Noted()
    broken |= dict.fromkeys(ORDINARY, asked)
    questions = [json.loads(each) for each in worked()]
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["zh"])
        answers = answers_in_page(watched, page, questions)
    assert answers == [call(json.dumps(each)) for each in questions]
    assert asked.paths == []


def test_without_the_prepared_memory_every_case_is_answered_all_the_same(served: Served) -> None:
    """Python starts from its beginning, progress does not go back, and every worked case has the same answer."""
    watched, broken = served
    broken["/worker.js"] = unprepared
    asked = Noted()
    broken |= dict.fromkeys(ORDINARY, asked)
    questions = [json.loads(each) for each in worked()]
    with watched.page() as (page, _):
        page.add_init_script(NOTE_PROGRESS)
        page.goto(watched.address + PATHS["zh"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        assert len(asked.paths) == len(ORDINARY)
        answers = answers_in_page(watched, page, questions)
    assert answers == [call(json.dumps(each)) for each in questions]


@pytest.mark.parametrize(("own", "lang"), [(False, "zh"), (True, "en")], ids=["kept-zh", "own-en"])
def test_a_function_that_is_lacking_is_made_up_for(poor: Served, own: bool, lang: Lang) -> None:
    """In the middle of a visit something is typed that needs a function left out: the answer comes, and so do the next."""
    watched, broken = poor
    asked = Noted()
    broken |= dict.fromkeys(ORDINARY, asked)
    with watched.page() as (page, watch):
        if own:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        assert asked.paths == []
        page.locator("input[name=aware_at]").fill("２０２７-０３-０５ １４：３０")
        page.locator("input[name=aware_at]").press("Tab")
        expect(page.locator("[data-part=answer]")).to_contain_text("2027-03-05")
        assert len(asked.paths) == len(ORDINARY)
        page.locator("label:has(input[name=grade][value=general])").click()
        expect(page.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")
        assert len(asked.paths) == len(ORDINARY)
        watch.errors.clear()  # what the interpreter says when it stops


def test_two_tabs_that_need_the_same_get_it_once(poor: Served) -> None:
    """While one tab's answer waits for the whole of Python, another's waits with it; both come."""
    watched, broken = poor
    asked = Noted()
    broken |= dict.fromkeys(ORDINARY, asked)
    broken["python_stdlib.zip"] = late = Late()
    with watched.page() as (first, watch):
        second = first.context.new_page()
        for tab in (first, second):
            tab.goto(watched.address + PATHS["en"] + FRAGMENT)
            assert wait_for(tab, "answered") == "answered"
        for tab, day in ((first, "０５"), (second, "０６")):
            tab.locator("input[name=aware_at]").fill(f"2027-03-{day} 14:30")
            tab.locator("input[name=aware_at]").press("Tab")
        first.wait_for_timeout(300)
        late.gate.set()
        expect(first.locator("[data-part=answer]")).to_contain_text("2027-03-05")
        expect(second.locator("[data-part=answer]")).to_contain_text("2027-03-06")
        assert sorted(path.rpartition(".")[2] for path in asked.paths) == ["wasm", "whl"]
        watch.errors.clear()


CASES = [
    *((part, faults.missing, "missing") for part in ORDINARY),
    *((part, faults.altered, "altered") for part in ORDINARY),
    *((part, faults.short, "download") for part in ORDINARY),
    ("python_stdlib.zip", faults.dropped, "download"),
    ("python_stdlib.zip", faults.page_instead, "download"),
]


@pytest.mark.parametrize(("number", "part", "fault", "code"), in_turn(CASES))
def test_what_is_broken_of_the_rest_is_said_as_well(
    served: Served, number: int, part: str, fault: Fault, code: str
) -> None:
    """A part of the ordinary start that is wrong is never run, is named, and can be tried again."""
    _, broken = served
    broken["/worker.js"] = unprepared
    said_and_tried_again(served, number, part, fault, code)


def test_a_host_that_does_not_know_the_types_of_the_rest_is_no_failure(served: Served) -> None:
    """A host that does not know the type of archives and wheels slows the ordinary start at most."""
    watched, broken = served
    broken["/worker.js"] = unprepared
    broken |= dict.fromkeys(ORDINARY, faults.mistyped)
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"


def test_the_rest_failing_in_the_middle_of_an_answer_is_said(poor: Served) -> None:
    """The whole of Python does not come when an answer needs it: that is said; tried again, the answer comes."""
    watched, broken = poor
    broken["python_stdlib.zip"] = faults.missing
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        page.locator("input[name=aware_at]").fill("２０２７-０３-０５ １４：３０")
        page.locator("input[name=aware_at]").press("Tab")
        failed_with(page, "missing", "en")
        del broken["python_stdlib.zip"]
        try_again(page)
        expect(page.locator("[data-part=answer]")).to_contain_text("2027-03-05")
        watch.errors.clear()
