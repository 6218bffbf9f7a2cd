"""An answer kept beside a changed one, and the duties as a picture of time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import violations
from tests.browser.watched import DUTIES, Watched, wait_for

CASE = "#aware_at=2026-11-21T14:30&cii=yes&central_body=no&grade=major&handled_on=2026-11-25"


def row(page: Page, name: str) -> list[str]:
    """Return the cells of a row of the comparison."""
    return page.locator(f"[data-compared={name}]").locator("th, td").all_inner_texts()


def test_kept_answer_stands_beside_the_changed_one(watched: Watched) -> None:
    """A fact changed, the answer kept stays, the one beside it follows, and what moved is said by how much."""
    with watched.calculator("en", CASE) as (page, _):
        page.locator("[data-action=keep]").click()
        expect(page.locator("[data-action=keep]")).to_be_focused()
        assert row(page, "report-cii")[3] == "the same"
        expect(page.locator("[data-compared][data-changed]")).to_have_count(0)
        page.locator("input[name=aware_at]").fill("2026-11-21 16:00")
        expect(page.locator("[data-compared=report-cii]")).to_contain_text("1 hour 30 minutes later")
        name, kept, now, _ = row(page, "report-cii")
        assert name == "Report to the protection department and the public security organ"
        assert "15:30" in kept
        assert "17:00" in now
        assert row(page, "summary")[3] == "the same"
        assert row(page, "aware_at")[1:] == ["2026-11-21 14:30", "2026-11-21 16:00", "different"]
        page.locator("label:has(input[name=cii][value=no])").click()
        expect(page.locator("[data-compared=report-provincial]")).to_contain_text("added")
        assert row(page, "report-cii")[2:] == ["none", "gone"]
        page.locator("input[name=aware_at]").fill("never")
        page.locator("[data-part=submit]").click()
        assert wait_for(page, "refused") == "refused"
        page.locator("input[name=aware_at]").fill("2026-11-21 14:00")
        expect(page.locator("[data-compared=summary]")).to_be_visible()  # a slip in between loses nothing
        page.locator("[data-action=forget]").click()
        expect(page.locator(".calc-section--compare")).to_have_count(0)
        expect(page.locator("[data-action=keep]")).to_be_focused()
        assert page.url.count("#") == 1
        assert "15:30" not in page.url


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_picture_shows_what_the_table_says(watched: Watched, lang: str, width: int) -> None:
    """Each deadline and other reading of the table stands in the picture once, in order, with its duty's name."""
    fragment = "#role=provider&aware_at=2026-11-21T14:30&log_created_on=2026-08-28"
    options = {"viewport": {"width": width, "height": 900}}
    with watched.calculator(lang, fragment, name=DUTIES, **options) as (page, _):
        shown = page.locator(".calc-line:visible")
        expect(shown).to_have_count(1)
        expect(shown).to_have_attribute("role", "img")
        times = [
            "2026-08-28",
            "2026-11-21 14:30",
            "2026-11-23 14:30",
            "2026-11-24 00:00",
            "2027-02-28 00:00",
            "2027-03-01 00:00",
        ]
        assert shown.locator(".calc-line__time").all_text_contents() == times
        text = "".join(shown.locator("tspan").all_text_contents()).replace(" ", "")
        for duty in page.locator("[data-duty]:has(time) .calc-duty").all_inner_texts():
            assert duty.replace(" ", "") in text
        marks = shown.locator(".calc-line__mark").evaluate_all(
            "all => all.map((each) => each.getAttribute('class').split('--')[1])"
        )
        assert marks == ["fact", "fact", "due", "other", "other", "keep"]
        box = shown.bounding_box()
        for run in shown.locator("text").all():
            inner = run.bounding_box()
            assert box
            assert inner
            assert inner["x"] >= box["x"] - 1
            assert inner["x"] + inner["width"] <= box["x"] + box["width"] + 1


@pytest.mark.parametrize("width", [390, 720, 800, 1024, 1280, 1600])
def test_words_in_the_picture_are_large_enough(watched: Watched, width: int) -> None:
    """Whatever the width, the picture is the one whose words are about as large as small print; it bears its own name."""
    options = {"viewport": {"width": width, "height": 900}}
    with watched.calculator("zh", CASE, **options) as (page, _):
        shown = page.locator(".calc-line:visible")
        size = shown.evaluate("(svg) => svg.getScreenCTM().a * parseFloat(getComputedStyle(svg).fontSize)")
        assert 11 <= size <= 18
        expect(shown).to_have_attribute("aria-label", "时间轴")


def test_nothing_is_drawn_without_a_deadline(watched: Watched) -> None:
    """A finder has no deadline, and no picture."""
    with watched.calculator("zh", "#role=finder", name=DUTIES) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(".calc-section--duties")).to_be_visible()
        expect(page.locator(".calc-section--timeline, [data-action=calendar]")).to_have_count(0)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_comparison_and_a_draft(watched: Watched, lang: str, scheme: str) -> None:
    """With an answer kept and a draft open, axe finds no violation, and the smallest phone no sideways scrolling."""
    options = {"color_scheme": scheme, "viewport": {"width": 320, "height": 700}}
    with watched.calculator(lang, CASE, **options) as (page, _):
        page.locator("[data-action=keep]").click()
        page.locator("label:has(input[name=cii][value=no])").click()
        expect(page.locator("[data-compared=report-provincial]")).to_be_visible()
        page.locator(".calc-draft summary").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
