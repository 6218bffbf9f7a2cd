"""Where the fast start lacks something, the worker starts Python plainly, and the reader gets the answer."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculators.bridge import call
from calculators.kernel.text import Lang
from publisher.paths import ROOT
from publisher.runtime import RUNTIME, read_manifest
from publisher.runtime.archives import compiled, zip_bytes, zip_members
from publisher.runtime.manifest import CUT_LIBRARY, LIBRARY
from publisher.runtime.probes import worked
from tests.browser.helpers import (
    FRAGMENT,
    NOTE_PROGRESS,
    OWN_WORKER,
    answers_in_page,
    failed_with,
    said_and_tried_again,
    try_again,
)
from tests.browser.runtime import faults
from tests.browser.runtime.faults import Fault, Faulty, Late, Noted, Served
from tests.browser.watched import PATHS, wait_for

LOCK = "pyodide-lock.json"
BRIDGE = "calculators/bridge.py"
LATER = "2027-03-05"
LATER_SAID = {"zh": "2027年3月5日星期五15:30", "en": "Friday, 5 March 2027, 15:30"}
"""The end of the hour, as an answer says it."""
Change = Callable[..., None]
KINDS_AND_LANGS = pytest.mark.parametrize(
    ("own", "lang"), [(False, "zh"), (True, "en")], ids=["kept-zh", "own-en"]
)


@pytest.fixture
def change(served: Served, site_folder: Path) -> Change:
    """Put other files into the pack, of which the pages know: they are not altered, they lack something."""
    _, broken = served

    def put(changed: Mapping[str, bytes], start: Sequence[str] | None = None) -> None:
        def page(request: Faulty) -> None:
            text = (site_folder / request.path.strip("/") / "index.html").read_text(encoding="utf-8")
            head, begin, rest = text.partition("data-pack>")
            told, end, tail = rest.partition("</script>")
            pack = json.loads(told)
            for name, content in changed.items():
                digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
                facts = {"size": len(content), "sha256": digest}
                assert pack["manifest"]["files"][name] != facts
                pack["manifest"]["files"][name] = facts
            pack["manifest"]["start"] = start or pack["manifest"]["start"]
            text = head + begin + json.dumps(pack) + end + tail
            request.answer(text.encode(), Content_Type="text/html; charset=utf-8")

        broken.update(dict.fromkeys(PATHS.values(), page))
        for name, content in changed.items():
            broken[name] = lambda request, content=content: request.answer(content)

    return put


def packed(name: str) -> bytes:
    """Return a file of the pack."""
    return (RUNTIME / read_manifest().folder / name).read_bytes()


def without(module: str) -> dict[str, bytes]:
    """Return the cut library without one module more."""
    members = zip_members(packed(CUT_LIBRARY))
    del members[f"{module}.pyc"]
    return {CUT_LIBRARY: zip_bytes(members)}


@pytest.fixture
def no_dataclasses(change: Change) -> None:
    """The calculators cannot be imported from the cut library."""
    change(without("dataclasses"))


@pytest.fixture(scope="module")
def lazy() -> dict[str, bytes]:
    """Our wheel with an answer that imports what no worked case does, and the lock file that names it."""
    (name,) = (name for name in read_manifest().files if name.endswith(".whl"))
    members = zip_members(packed(name))
    source = (ROOT / BRIDGE).read_text(encoding="utf-8")
    begins = '    lang: Lang = "zh"\n'
    assert source.count(begins) == 1
    source = source.replace(begins, f'    if "{LATER}" in request:\n        import colorsys\n{begins}')
    _, made = compiled("bridge.zip", {BRIDGE: source.encode()}, "-O")
    wheel = zip_bytes(members | zip_members(made))
    lock = json.loads(packed(LOCK))
    lock["packages"][read_manifest().package]["sha256"] = hashlib.sha256(wheel).hexdigest()
    return {name: wheel, LOCK: json.dumps(lock).encode()}


def test_no_worked_case_needs_the_whole_library(served: Served) -> None:
    """Every worked case in both languages is answered by the fast start; the whole library is not asked for."""
    watched, broken = served
    asked = broken[LIBRARY] = Noted()
    questions = [json.loads(each) for each in worked()]
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["zh"])
        answers = answers_in_page(watched, page, questions)
    assert answers == [call(json.dumps(each)) for each in questions]
    assert asked.paths == []


@KINDS_AND_LANGS
def test_switched_off_a_page_begins_with_the_whole_library(
    served: Served, change: Change, own: bool, lang: Lang
) -> None:
    """Without the fast start the cut library is not asked for, and the answer comes."""
    watched, broken = served
    change({}, start=read_manifest().plain)
    cut, whole = broken[CUT_LIBRARY], broken[LIBRARY] = Noted(), Noted()
    with watched.page() as (page, _):
        if own:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
    assert (len(cut.paths), len(whole.paths)) == (0, 1)


@pytest.mark.parametrize(
    ("module", "own", "lang"),
    [
        ("encodings/__init__", False, "en"),  # without it Python does not start
        ("_pyodide/_base", True, "zh"),  # Pyodide
        ("zipfile/__init__", False, "zh"),  # our wheel is not unpacked
        ("dataclasses", True, "en"),  # the calculators cannot be imported
        ("dataclasses", False, "zh"),
    ],
)
def test_a_module_that_the_start_lacks_is_made_up_for(
    served: Served, change: Change, module: str, own: bool, lang: Lang
) -> None:
    """Python starts plainly, progress does not go back, only the library is fetched besides, and the answer comes."""
    watched, broken = served
    change(without(module))
    asked = broken[LIBRARY] = Noted()
    wasm = broken["pyodide.asm.wasm"] = Noted()
    with watched.page() as (page, watch):
        page.add_init_script(NOTE_PROGRESS)
        if own:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        assert (len(asked.paths), len(wasm.paths)) == (1, 1)
        watch.errors.clear()  # what Python says when it stops


@pytest.mark.usefixtures("no_dataclasses")
def test_the_plain_start_answers_every_case(served: Served) -> None:
    """Every worked case has the same answer from the plain start."""
    watched, broken = served
    asked = broken[LIBRARY] = Noted()
    questions = [json.loads(each) for each in worked()]
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["zh"])
        answers = answers_in_page(watched, page, questions)
        watch.errors.clear()
    assert answers == [call(json.dumps(each)) for each in questions]
    assert len(asked.paths) == 1


@KINDS_AND_LANGS
def test_a_module_that_an_answer_lacks_is_made_up_for(
    served: Served, change: Change, lazy: dict[str, bytes], own: bool, lang: Lang
) -> None:
    """In the middle of a visit an answer needs a module that was cut: it comes all the same, and so do the next."""
    watched, broken = served
    change(lazy)
    asked = broken[LIBRARY] = Noted()
    with watched.page() as (page, watch):
        page.add_init_script(NOTE_PROGRESS)
        if own:
            page.add_init_script(OWN_WORKER)
        page.goto(watched.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        assert asked.paths == []
        page.locator("input[name=aware_at]").fill(f"{LATER} 14:30")
        page.locator("input[name=aware_at]").press("Tab")
        expect(page.locator("[data-part=answer]")).to_contain_text(
            LATER_SAID[lang],
            timeout=30_000,  # Python starts
        )
        assert len(asked.paths) == 1
        page.locator("label:has(input[name=grade][value=general])").click()
        expect(page.locator("[data-part=bar]")).to_have_attribute("data-answer", "below_threshold")
        assert len(asked.paths) == 1
        seen = page.evaluate("window.seen")
        assert seen == sorted(seen)
        watch.errors.clear()


def test_two_tabs_that_need_the_same_get_it_once(
    served: Served, change: Change, lazy: dict[str, bytes]
) -> None:
    """While one tab's answer waits for the plain start, another's waits with it; both come."""
    watched, broken = served
    change(lazy)
    broken[LIBRARY] = late = Late()
    with watched.page() as (first, watch):
        second = first.context.new_page()
        for tab in (first, second):
            tab.goto(watched.address + PATHS["en"] + FRAGMENT)
            assert wait_for(tab, "answered") == "answered"
        for tab, hour in ((first, "14"), (second, "15")):
            tab.locator("input[name=aware_at]").fill(f"{LATER} {hour}:30")
            tab.locator("input[name=aware_at]").press("Tab")
        first.wait_for_timeout(300)
        late.gate.set()
        for tab, ends in ((first, "15:30"), (second, "16:30")):
            said = LATER_SAID["en"].replace("15:30", ends)
            expect(tab.locator("[data-part=answer]")).to_contain_text(said, timeout=30_000)  # Python starts
        watch.errors.clear()


@pytest.mark.usefixtures("no_dataclasses")
@pytest.mark.parametrize(
    ("broken_by", "lang", "own"),
    [
        (((faults.missing, "missing"), (faults.altered, "altered")), "zh", False),
        (
            tuple((fault, "download") for fault in (faults.short, faults.dropped, faults.page_instead)),
            "en",
            True,
        ),
    ],
)
def test_a_broken_library_is_said_as_well(
    served: Served, broken_by: Sequence[tuple[Fault, str]], lang: Lang, own: bool
) -> None:
    """A whole library that is wrong is never used, is named, and can be tried again."""
    said_and_tried_again(served, LIBRARY, broken_by, lang, own=own)


@pytest.mark.usefixtures("no_dataclasses")
def test_a_host_that_does_not_know_its_type_is_no_failure(served: Served) -> None:
    """A host that does not know the type of archives slows the plain start at most."""
    watched, broken = served
    broken[LIBRARY] = faults.mistyped
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        watch.errors.clear()


def test_the_library_failing_in_the_middle_of_an_answer_is_said(
    served: Served, change: Change, lazy: dict[str, bytes]
) -> None:
    """The plain start does not come when an answer needs it: that is said; tried again, the answer comes."""
    watched, broken = served
    change(lazy)
    broken[LIBRARY] = faults.missing
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        page.locator("input[name=aware_at]").fill(f"{LATER} 14:30")
        page.locator("input[name=aware_at]").press("Tab")
        failed_with(page, "missing", "en")
        del broken[LIBRARY]
        try_again(page)
        expect(page.locator("[data-part=answer]")).to_contain_text(
            LATER_SAID["en"],
            timeout=30_000,  # Python starts
        )
        watch.errors.clear()
