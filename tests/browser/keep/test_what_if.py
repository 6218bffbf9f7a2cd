"""An answer kept beside a changed one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import open_questions, unfold, unfold_all, violations
from tests.browser.watched import DUTIES, Watched, wait_for

CASE = "#aware_at=2026-11-21T14:30&cii=yes&central_body=no&grade=major&handled_on=2026-11-25"


def row(page: Page, name: str) -> list[str]:
    """Return the cells of a row of the comparison."""
    return page.locator(f"[data-compared={name}]").locator("th, td").all_inner_texts()


def test_kept_answer_stands_beside_the_changed_one(watched: Watched) -> None:
    """A fact changed, the answer kept stays, the one beside it follows, and what moved is said by how much."""
    with watched.calculator("en", CASE) as (page, _):
        unfold(page, "keep")
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
        open_questions(page)
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


def test_without_a_deadline_there_is_none_to_put_in_a_calendar(watched: Watched) -> None:
    """A finder has duties and no deadline."""
    with watched.calculator("zh", "#role=finder", name=DUTIES) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(".calc-section--duties")).to_be_visible()
        unfold(page, "keep")
        expect(page.locator("[data-action=copy-link]")).to_be_visible()
        expect(page.locator(".calc-deadline, [data-action=calendar]")).to_have_count(0)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_comparison_and_a_draft(watched: Watched, lang: str, scheme: str) -> None:
    """With an answer kept and a draft open, axe finds no violation, and the smallest phone no sideways scrolling."""
    options = {"color_scheme": scheme, "viewport": {"width": 320, "height": 700}}
    with watched.calculator(lang, CASE, **options) as (page, _):
        unfold(page, "keep")
        page.locator("[data-action=keep]").click()
        open_questions(page)
        page.locator("label:has(input[name=cii][value=no])").click()
        expect(page.locator("[data-compared=report-provincial]")).to_be_visible()
        unfold_all(page)
        expect(page.locator(".calc-section--contents textarea").first).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
