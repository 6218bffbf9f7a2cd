"""The pages to look things up in: short on a phone, sources on demand, a glossary to filter, places that open."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from calculators.kernel.text import LANGS, Lang
from tests.browser.watched import Watched

LONGEST = {
    ("zh", "law-around"): 15_746,
    ("zh", "errors"): 3_946,
    ("zh", "glossary"): 11_109,
    ("zh", "incident-measures"): 13_736,
    ("en", "law-around"): 18_846,
    ("en", "errors"): 4_674,
    ("en", "glossary"): 11_661,
    ("en", "incident-measures"): 18_462,
}
"""Half of what each was at 390 pixels before its sources were told on demand."""


def start(lang: Lang) -> str:
    """Return where the pages of a language begin."""
    return "/en" if lang == "en" else ""


@pytest.mark.parametrize(("lang", "name"), LONGEST)
def test_a_page_of_reference_is_short_on_a_phone(watched: Watched, lang: Lang, name: str) -> None:
    with watched.visit(viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(f"{watched.address}{start(lang)}/{name}/")
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST[lang, name]


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_shows_what_is_asked_for(watched: Watched, lang: Lang) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{start(lang)}/glossary/")
        entries = page.locator(".glossary-entry")
        whole = entries.count()
        for asked in ("漏洞信息", "vulnerability information", "LOUDONGXINXI"):
            page.locator("#glossary-filter").fill(asked)
            expect(page.locator(".glossary-entry:visible")).to_have_count(3)
            expect(page.locator(".glossary-status")).to_contain_text("3")
        page.locator("#glossary-filter").fill("zzz")
        expect(page.locator(".glossary-entry:visible")).to_have_count(0)
        expect(page.locator(".glossary-status")).not_to_be_empty()
        page.locator("#glossary-filter").fill("漏洞信息")
        page.evaluate("location.hash = '#term-filing'")  # one that the filter hides
        expect(page.locator("#term-filing")).to_be_visible()
        expect(page.locator(".glossary-entry:visible")).to_have_count(whole)


@pytest.mark.parametrize("lang", LANGS)
def test_the_glossary_goes_by_subject_or_by_the_alphabet(watched: Watched, lang: Lang) -> None:
    keys = "all => all.map(each => each.dataset.key)"
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{start(lang)}/glossary/")
        by_subject = page.locator(".glossary-entry").evaluate_all(keys)
        page.locator("input[value=alphabet]").check()
        found = page.locator(".glossary-entry").evaluate_all(keys)
        assert found == page.evaluate("all => [...all].sort(new Intl.Collator('en').compare)", by_subject)
        assert found != by_subject
        page.locator("input[value=subject]").check()
        assert page.locator(".glossary-entry").evaluate_all(keys) == by_subject


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", ["law-around/#period-civil-code-203", "incident-measures/#source-hicom"])
def test_a_place_that_is_folded_away_opens_for_whoever_arrives(watched: Watched, lang: Lang, place: str) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{start(lang)}/{place}")
        expect(page.locator(f"#{place.partition('#')[2]}")).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_mark_opens_to_the_sources_from_the_keyboard(watched: Watched, lang: Lang, width: int) -> None:
    with watched.visit(viewport={"width": width, "height": 900}) as (page, _):
        page.goto(f"{watched.address}{start(lang)}/errors/")
        mark = page.locator("#err-t1 summary")
        box = mark.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
        expect(page.locator("#err-t1 details li").first).to_be_hidden()
        mark.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#err-t1 details li").first).to_be_visible()
