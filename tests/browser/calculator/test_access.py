"""Readable for everyone: axe, small screens, both colour schemes, and nothing that jumps."""

from __future__ import annotations

import pytest

from tests.browser.helpers import violations, without_the_calculators_script
from tests.browser.watched import PATHS, Watched, wait_for

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


def test_answers_are_large_enough_for_a_thumb(watched: Watched) -> None:
    """Every answer that can be chosen is at least 44 pixels high."""
    with watched.visit(java_script_enabled=False, viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(watched.address + PATHS["zh"])
        heights = [each.bounding_box() for each in page.locator(".calc-choice, .field").all()]
        assert heights
        assert min(box["height"] for box in heights if box) >= 44


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_when_the_script_arrives(watched: Watched, width: int) -> None:
    """Every question, and the table under the form, stands where it stood before the script ran."""
    places = """() => [...document.querySelectorAll("[data-fact], .calc-answer, #rules")]
      .map((each) => Math.round(each.getBoundingClientRect().top + scrollY))"""
    with watched.visit(viewport={"width": width, "height": 900}) as (page, _):
        without_the_calculators_script(page, watched.address + PATHS["zh"])
        before = page.evaluate(places)
    with watched.calculator("zh", viewport={"width": width, "height": 900}) as (page, _):
        assert page.evaluate(places) == before
