"""Every page of the site: nothing from elsewhere, no error, and the language link keeps one's place."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.pages import site_pages
from tests.browser.watched import ELEMENT, Watched, wait_for


def test_the_contents_of_a_phone_are_reached_by_keyboard_when_open(watched: Watched) -> None:
    """Closed, none of their links is a stop on the way; the button opens them, and Escape leads back to it."""
    inside = "() => document.activeElement.closest('.md-sidebar--primary') !== null"
    with watched.visit(viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(f"{watched.address}/about/")
        button = page.locator(".drawer-button")
        for _ in range(25):
            page.keyboard.press("Tab")
            assert not page.evaluate(inside)
        for key in ("Enter", " "):
            button.focus()
            expect(button).to_have_attribute("aria-expanded", "false")
            page.keyboard.press(key)
            expect(button).to_have_attribute("aria-expanded", "true")
            assert page.evaluate(inside)
            page.keyboard.press("Escape")
            expect(button).to_have_attribute("aria-expanded", "false")
            expect(button).to_be_focused()
        page.set_viewport_size({"width": 1280, "height": 844})
        expect(button).to_be_hidden()
        expect(page.locator(".md-sidebar--primary a:visible").first).to_be_visible()


def test_every_page_is_clean(watched: Watched, site_folder: Path) -> None:
    """Every page of both languages loads without a request elsewhere, a console error or a policy violation."""
    pages = sorted(
        page.parent.relative_to(site_folder).as_posix() for page in site_pages(site_folder)
    )
    with watched.page() as (page, _):
        for path in pages:
            page.goto(f"{watched.address}/{'' if path == '.' else path + '/'}")
            if page.locator(ELEMENT).count():
                wait_for(page, "ready", "answered")


@pytest.mark.parametrize(("start", "end"), [("", "/en"), ("/en", "")])
def test_language_link_keeps_page_and_provision(watched: Watched, start: str, end: str) -> None:
    """The language link at article 9, item (7), leads to the same provision in the other language."""
    page_and_anchor = "/vulnerability-provisions/#art-9-p1-i7"
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{start}{page_and_anchor}")
        page.locator("a[data-lang-link]").first.click()
        page.wait_for_url(f"{watched.address}{end}{page_and_anchor}")
        expect(page.locator("#art-9-p1-i7")).to_be_in_viewport()


def test_language_link_keeps_the_answers(watched: Watched) -> None:
    """The language link on a calculator takes the answers along."""
    with watched.calculator("zh", "#aware_at=2026-11-21T14:30&cii=yes") as (page, _):
        page.locator("a[data-lang-link]").first.click()
        assert wait_for(page, "answered") == "answered"
        assert "/en/calculators/" in page.url
        expect(page.locator(".calc-deadline__time")).to_have_text("15:30")


def test_scrolling_keeps_the_answers_in_the_address(watched: Watched) -> None:
    """Scrolling through a result does not take the facts out of the address."""
    with watched.calculator("en", "#aware_at=2026-11-21T14:30&cii=yes") as (page, _):
        for _ in range(4):
            page.mouse.wheel(0, 1500)
            page.wait_for_timeout(300)
        assert page.url.endswith("#aware_at=2026-11-21T14:30&cii=yes")
