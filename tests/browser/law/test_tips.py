"""Tips on terms: both languages and where the term is defined, by mouse, keyboard and touch, in running Chinese too."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.helpers import FOLDERS, open_law
from tests.browser.watched import Watched

DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
every_lang = pytest.mark.parametrize("lang", FOLDERS)


def term(own: str, name: str) -> str:
    """Return where a term's link is in a provision; the one that shows."""
    return f'#{own} > .pair a.term[href$="#term-{name}"]:visible'


@every_lang
def test_the_pointer_brings_the_tip(watched: Watched, lang: str) -> None:
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, lang, "incident-qa/#q4")
        page.locator(term("q4-p1", "cybersecurity-incident")).hover()
        tip = page.locator("#term-tip")
        expect(tip.locator("[lang=zh-Hans]").first).to_have_text("网络安全事件")
        expect(tip.locator("[lang=en]").first).to_have_text("cybersecurity incident")
        expect(tip.locator(".tip-where a")).to_have_attribute("href", "../incident-qa/#q2-p1")
        expect(tip).to_be_in_viewport(ratio=1)
        tip.hover()  # it stays while the pointer is on it
        page.wait_for_timeout(500)
        expect(tip).to_be_visible()
        page.locator(".md-header__title").hover()
        expect(tip).to_have_count(0)


@every_lang
def test_the_keyboard_brings_the_tip_and_takes_it_away(watched: Watched, lang: str) -> None:
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, lang, "vulnerability-provisions/#art-8")
        link = page.locator(term("art-8-p1", "network-operator"))
        page.locator(f"#{'art-7-p3'} a.prov-link:visible").focus()
        for _ in range(20):
            page.keyboard.press("Tab")
            if link.evaluate("(link) => link === document.activeElement"):
                break
        tip = page.locator("#term-tip")
        expect(tip).to_contain_text("网络运营者")
        assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
        page.keyboard.press("Escape")
        expect(tip).to_have_count(0)
        assert link.get_attribute("aria-describedby") is None
        assert link.evaluate("(link) => link === document.activeElement")


def test_the_keyboard_reaches_the_links_of_a_tip(watched: Watched) -> None:
    """From the last term of a block, Tab goes on into its tip, and from there the tip goes with the focus."""
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, "zh", "vulnerability-provisions/#art-8")
        tip = page.locator("#term-tip")
        page.locator("#art-8-p1 > .pair a:visible").last.focus()
        page.locator("#art-8-p1 > .pair a.term:visible").last.focus()
        expect(tip).to_be_visible()
        last = page.locator("#art-8-p1 > .pair a:visible").last
        if not last.evaluate("(link) => link === document.activeElement"):
            last.focus()
        page.keyboard.press("Tab")
        assert tip.locator("a").first.evaluate("(link) => link === document.activeElement")
        page.wait_for_timeout(500)
        expect(tip).to_be_visible()
        page.locator(".lang-link").first.focus()
        expect(tip).to_have_count(0)


@every_lang
def test_a_tap_brings_the_tip_and_another_the_glossary(watched: Watched, lang: str) -> None:
    with watched.visit(**PHONE) as (page, _):
        open_law(watched, page, lang, "incident-qa/#q5")
        before = page.url
        page.locator(term("q5-p1", "protection-department")).tap()
        tip = page.locator("#term-tip")
        expect(tip).to_contain_text("保护工作部门")
        expect(tip).to_be_in_viewport(ratio=1)
        assert page.url == before
        tip.locator(".tip-more a").tap()
        page.wait_for_url(f"{watched.address}{FOLDERS[lang]}/glossary/#term-protection-department")
        expect(page.locator("#term-protection-department")).to_be_in_viewport()


@every_lang
def test_without_script_a_term_is_a_link_to_the_glossary(watched: Watched, lang: str) -> None:
    with watched.visit(java_script_enabled=False, **DESK) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        page.locator(term("art-8-p1", "network-operator")).first.click()
        page.wait_for_url(f"{watched.address}{FOLDERS[lang]}/glossary/#term-network-operator")


def test_a_term_at_the_edge_has_its_tip_within_the_window(watched: Watched) -> None:
    with watched.visit(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True) as (page, _):
        open_law(watched, page, "en", "vulnerability-provisions/#art-10")
        for link in page.locator("#art-10-p2 > .pair a.term:visible").all():
            link.scroll_into_view_if_needed()
            link.tap()
            expect(page.locator("#term-tip")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            page.keyboard.press("Escape")  # it may lie over the next term


@pytest.mark.parametrize(("law", "there"), [("incident-qa", True), ("vulnerability-provisions", False)])
def test_what_is_defined_for_one_work_has_its_tip_there_only(watched: Watched, law: str, there: bool) -> None:
    """Cybersecurity incident is a term of the Measures; the Provisions speak of no incident."""
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, "zh", f"{law}/")
        links = page.locator('a.term[href$="#term-cybersecurity-incident"]')
        assert (links.count() > 0) is there


@every_lang
def test_references_lead_where_they_say(watched: Watched, lang: str) -> None:
    """第六十条 of the old Cybersecurity Law leads to the row of its new number, in the language of the page."""
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, lang, "vulnerability-provisions/#art-12")
        page.locator("#art-12-p1 > .pair a.ref:visible", has_text="六十" if lang == "zh" else "60").click()
        page.wait_for_url(f"{watched.address}{FOLDERS[lang]}/law-around/#csl-62")
        expect(page.locator("#csl-62")).to_be_in_viewport()


@every_lang
def test_from_a_provision_to_the_question_that_rests_on_it(watched: Watched, lang: str) -> None:
    with watched.visit(**DESK) as (page, _):
        open_law(watched, page, lang, "incident-qa/#q5")
        page.locator("#q5-p1 > .uses summary").click()
        page.locator('#q5-p1 > .uses a[href$="#question-cii"]').first.click()
        page.wait_for_url(f"{watched.address}{FOLDERS[lang]}/calculators/incident-report/#question-cii")
        question = page.locator("#question-cii")
        expect(question).to_be_in_viewport()
        label = question.locator(".calc-label").inner_text()
        ground = page.locator(".calc-grounds > div").filter(has=page.get_by_text(label, exact=True))
        ground.locator("a").first.click()
        page.wait_for_url(f"{watched.address}{FOLDERS[lang]}/incident-*/#*")
