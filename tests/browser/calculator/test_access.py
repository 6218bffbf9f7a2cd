"""Readable for everyone: axe, small screens, both colour schemes, and nothing that jumps."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import OWN_WORKER, run_clock_until, violations, without_the_calculators_script
from tests.browser.watched import PATHS, Watched, own_asset, wait_for

FRAGMENT = "#aware_at=2026-11-21T14:30&grade=major&ransomware=yes&now=2026-11-21T16:00"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(watched: Watched, lang: str, scheme: str) -> None:
    """With a full result on the page, axe finds no violation in light and in dark."""
    with watched.calculator(lang, FRAGMENT, color_scheme=scheme) as (page, _):
        assert wait_for(page, "answered") == "answered"
        assert violations(page) == []


def test_axe_finds_nothing_in_a_refusal(watched: Watched) -> None:
    """With an error at a field, axe finds no violation."""
    with watched.calculator("zh", "#aware_at=2026-02-30") as (page, _):
        assert wait_for(page, "refused") == "refused"
        assert violations(page) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_sideways_scrolling_on_the_smallest_phone(watched: Watched, lang: str) -> None:
    """At 320 pixels the form, a full result and the tables fit without sideways scrolling."""
    with watched.calculator(lang, FRAGMENT, viewport={"width": 320, "height": 640}) as (page, _):
        assert wait_for(page, "answered") == "answered"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_answers_are_large_enough_for_a_thumb(watched: Watched, lang: str) -> None:
    """Every answer that can be chosen is at least 44 pixels high, those that are folded away as well."""
    with watched.calculator(lang, viewport={"width": 390, "height": 844}) as (page, _):
        page.locator(".calc-more-questions > summary").click()
        answers = page.locator(".calc-card, .calc-choice, [data-ago], .calc-form .field").all()
        heights = [box["height"] for each in answers if (box := each.bounding_box())]
        assert len(heights) == len(answers) > 20
        assert min(heights) >= 44


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_targets_are_large_enough(watched: Watched, lang: str, width: int) -> None:
    """Whatever can be pressed with everything unfolded is at least 24 pixels high and wide, or a link in a sentence."""
    too_small = """() => [...document.querySelectorAll("article :is(a[href], button, summary, input, textarea)")]
      .map((each) => (each.closest("label") ?? each))
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        const inSentence = each.matches("a") && getComputedStyle(each).display === "inline";
        return Math.min(width, height) < 24 && !inSentence;
      }).map((each) => each.outerHTML.slice(0, 120))"""
    fragment = "#aware_at=2026-11-21T14:30&cii=yes&central_body=no&grade=major"
    with watched.calculator(lang, fragment, viewport={"width": width, "height": 844}) as (page, _):
        assert wait_for(page, "answered") == "answered"
        assert page.evaluate(too_small) == []
        page.evaluate(
            "() => document.querySelectorAll('article details').forEach((each) => (each.open = true))"
        )
        assert page.evaluate(too_small) == []


PLACES = """() => [...document.querySelectorAll(
    ".calc-form :is(label, legend, p, input, button, summary, strong), .calc-card *, .calc-answer, .calc-foot, article > *")]
  .filter((each) => !each.closest(".calc-answer > *, .calc-summary > *, .calc-details, [data-part=announce]") && each.checkVisibility())
  .map((each) => [each.tagName, each.className, each.dataset.fact ?? each.id].join(" ") + " "
    + [each.getBoundingClientRect().left, each.getBoundingClientRect().top + scrollY].map(Math.round)).sort()"""
"""Where everything stands that is seen, whatever its order in the document, but for what the script says in the places kept for it."""
PYTHON_WAITS = "**/runtime/worker.js*"


@pytest.mark.parametrize("width", [390, 800, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("fragment", ["", "#aware_at=2026-11-21T14:30&cii=no&central_body=no&grade=major"])
def test_nothing_jumps_when_the_script_arrives(
    watched: Watched, lang: str, width: int, fragment: str
) -> None:
    """Everything stands where it stood before the script ran, also where the address has answered the first questions."""
    viewport = {"width": width, "height": 900}
    with watched.visit(viewport=viewport) as (page, _):
        without_the_calculators_script(page, watched.address + PATHS[lang] + fragment)
        before = page.evaluate(PLACES)
    with watched.page(viewport=viewport) as (page, _):
        page.add_init_script(OWN_WORKER)
        page.route(PYTHON_WAITS, lambda _: None)
        page.goto(watched.address + PATHS[lang] + fragment)
        assert wait_for(page, "loading") == "loading"
        assert page.evaluate(PLACES) == before
    if not fragment:
        with watched.calculator(lang, viewport=viewport) as (page, _):
            clocks = page.locator(".calc-card [data-part=clock]")
            expect(clocks.first).not_to_be_empty()
            assert page.evaluate(PLACES) == before


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_jumps_for_a_reader_abroad(watched: Watched, lang: str, width: int) -> None:
    """There is room for the reader's own time beside the time that will be given, before the script says how much."""
    options = {"viewport": {"width": width, "height": 900}, "timezone_id": "America/New_York"}
    with watched.visit(**options) as (page, _):
        without_the_calculators_script(page, watched.address + PATHS[lang])
        before = page.evaluate(PLACES)
    with watched.calculator(lang, **options) as (page, _):
        assert page.evaluate(PLACES) == before


def test_no_card_has_a_time_that_python_did_not_give(watched: Watched) -> None:
    """A time that is wrong, or Python gone, leaves none on the cards; and no card starts Python anew by itself."""
    with watched.page() as (page, _):
        page.add_init_script(OWN_WORKER)
        page.clock.install(time="2026-11-21T06:00:20Z")
        page.goto(watched.address + PATHS["zh"] + "#aware_at=2026-11-21T10:00")
        assert wait_for(page, "answered") == "answered"
        clocks = page.locator(".calc-card [data-part=clock]")
        expect(clocks).to_have_text(["11:00", "12:00", "14:00", "11:00", "11:00"])
        page.clock.pause_at("2026-11-21T06:01:00Z")
        box = page.locator("input[name=aware_at]")
        box.fill("2026-02-30 10:00")
        box.blur()
        run_clock_until(page, "refused")
        expect(clocks).to_have_text([""] * 5)
        box.fill("")
        run_clock_until(page, "ready")
        expect(clocks).to_have_text(["15:01", "16:01", "18:01", "15:01", "15:01"])
        page.evaluate(
            "async (start) => (await import(start)).client.stop()", own_asset("calculator/runtime/start.js")
        )
        box.fill("2026-11-21 12:00")
        run_clock_until(page, "answered", "failed")
