"""A page of law begins with the law: what stands before Article 1, what is folded away, and the mark at the place arrived at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from calculators.texts import works
from tests.browser.watched import Watched

FOLDERS = {"zh": "", "en": "/en"}
OWN = "art-9-p1-i7"
GROUND = "(id) => getComputedStyle(document.getElementById(id), '::before').backgroundColor"
BAR = "(id) => getComputedStyle(document.getElementById(id), '::before').borderInlineStartWidth"
every_lang = pytest.mark.parametrize("lang", FOLDERS)


@every_lang
@pytest.mark.parametrize(
    ("width", "height", "at_most"), [(390, 664, 664), (1280, 800, 560)], ids=["phone", "desk"]
)
def test_article_1_stands_on_the_first_screen(
    watched: Watched, lang: str, width: int, height: int, at_most: int
) -> None:
    with watched.visit(viewport={"width": width, "height": height}) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        box = page.locator("#art-1 .pair > :visible").bounding_box()
        assert box is not None
        assert box["y"] + 2 * 24 < at_most, "two lines of it at least"


@every_lang
@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_the_particulars_are_one_line_that_opens(watched: Watched, lang: str, work) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/{work.id}/")
        line = page.locator(".particulars summary")
        expect(line).to_contain_text(
            "未与官方网页逐字核对" if lang == "zh" else "not compared with the official page"
        )
        expect(page.locator("[data-particular=edition]")).to_be_hidden()
        line.click()
        expect(page.locator("[data-particular=edition]")).to_be_visible()


@every_lang
def test_the_notice_opens_for_whoever_is_sent_to_it(watched: Watched, lang: str) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        expect(page.locator("#notice-p1")).to_be_hidden()
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/#notice-p1")
        expect(page.locator("#notice-p1")).to_be_in_viewport()
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/?again#notice-title")
        expect(page.locator("#notice-title")).to_be_in_viewport()


def mark(page: Page) -> tuple[str, str]:
    return page.evaluate(GROUND, OWN), page.evaluate(BAR, OWN)


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_wash_of_a_place_goes_and_its_bar_stays(watched: Watched, motion: str) -> None:
    with watched.visit(reduced_motion=motion) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/#{OWN}")
        ground, bar = mark(page)
        assert ground != "rgba(0, 0, 0, 0)"
        assert bar == "3px"
        while mark(page)[0] != "rgba(0, 0, 0, 0)":
            page.wait_for_timeout(100)
        assert mark(page)[1] == "3px"


@every_lang
def test_the_answers_begin_with_the_two_most_asked_for(watched: Watched, lang: str) -> None:
    with watched.visit(viewport={"width": 390, "height": 664}) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/")
        for question in ("q5", "q6"):
            link = page.locator(f"article > ul a[href='#{question}']")
            expect(link).to_be_in_viewport()
        titles = page.locator("h1, .law-title").all()
        assert (
            sum(
                (box := each.bounding_box()) is not None
                and box["width"] > 2
                and each.evaluate("(e) => getComputedStyle(e).clipPath") == "none"
                for each in titles
            )
            == 1
        )
