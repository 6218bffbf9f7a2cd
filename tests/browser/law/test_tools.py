"""The tools of a provision: its link, its citations, its text; by mouse, keyboard and touch, and where copying is refused."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from calculators.texts import works
from publisher.law.citation import full_citation
from tests.browser.codes import expect_code, go_with_codes
from tests.browser.watched import Watched

FOLDERS = {"zh": "", "en": "/en"}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
OWN = "art-9-p1-i7"
REFUSE = """Object.defineProperty(navigator, "clipboard", {
  value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });"""
every_lang = pytest.mark.parametrize("lang", FOLDERS)
every_room = pytest.mark.parametrize("room", [DESK, PHONE], ids=["desk", "phone"])


def clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


def show_tools(page: Page, own: str, *, touch: bool) -> None:
    """Bring the tools of a provision up, with the pointer or with a finger."""
    if page.locator(f".tools[data-of={own}]").is_visible():
        return
    there = page.locator(f"#{own} > .pair > :visible").first
    there.scroll_into_view_if_needed()
    if touch:
        there.tap(position={"x": 8, "y": 8})
    else:
        there.hover(position={"x": 8, "y": 8})
    expect(page.locator(f".tools[data-of={own}]")).to_be_visible()


@every_lang
@every_room
def test_each_tool_copies_its_own(watched: Watched, lang: str, room: dict) -> None:
    work = works()["vulnerability-provisions"]
    address = f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/"
    expected = {
        "link": f"{address}#{OWN}",
        "cite_zh": full_citation(work, OWN).zh,
        "cite_en": full_citation(work, OWN).en,
        "text": work[OWN].text.zh if lang == "zh" else work[OWN].text.en,
    }
    with watched.visit(**CLIPBOARD, **room) as (page, _):
        page.goto(f"{address}?lang={lang}")
        for kind, text in expected.items():
            show_tools(page, OWN, touch="has_touch" in room)
            button = page.locator(f".tools [data-copy={kind}]")
            button.tap() if "has_touch" in room else button.click()
            expect(page.locator(".law + [role=status]")).not_to_be_empty()
            expect(button).to_have_attribute("data-done", "")
            assert clipboard(page) == text


@every_lang
def test_the_keyboard_reaches_the_tools(watched: Watched, lang: str) -> None:
    with watched.visit(**CLIPBOARD, **DESK) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        page.locator(f"#{OWN} a.prov-link:visible").focus()
        expect(page.locator(f".tools[data-of={OWN}]")).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.dataset.copy") == "cite_zh":
                break
        page.keyboard.press("Enter")
        expect(page.locator(".law + [role=status]")).to_contain_text("第（七）项")
        assert clipboard(page) == full_citation(works()["vulnerability-provisions"], OWN).zh
        page.keyboard.press("Escape")
        expect(page.locator(".tools")).to_have_count(0)
        assert page.evaluate("() => document.activeElement.getAttribute('href')") == f"#{OWN}"


@every_lang
@every_room
def test_where_copying_is_refused_the_text_stands_there_selected(
    watched: Watched, lang: str, room: dict
) -> None:
    with watched.visit(**room) as (page, _):
        page.add_init_script(REFUSE)
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        show_tools(page, OWN, touch="has_touch" in room)
        button = page.locator(".tools [data-copy=cite_zh]")
        button.tap() if "has_touch" in room else button.click()
        field = page.locator(".tools textarea")
        expect(field).to_be_visible()
        expect(field).to_be_focused()
        expect(field).to_be_in_viewport(ratio=1)
        selected = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
        assert field.evaluate(selected) == full_citation(works()["vulnerability-provisions"], OWN).zh
        expect(page.locator(".law + [role=status]")).not_to_be_empty()


def test_the_text_of_an_article_is_all_that_shows_of_it(watched: Watched) -> None:
    """An article's text is its number, its paragraphs and items, in the languages that show, without our notes."""
    work = works()["vulnerability-provisions"]
    with watched.visit(**CLIPBOARD, **DESK) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/?lang=both")
        page.locator("#art-12 > h2 a.prov-link").focus()
        page.locator(".tools[data-of=art-12] [data-copy=text]").click()
        expect(page.locator(".tools [data-done]")).to_have_count(1)
        rows = list(work.under("art-12"))
        assert clipboard(page).split("\n") == [text for row in rows for text in (row.text.zh, row.text.en)]


@every_lang
@pytest.mark.parametrize("law", works())
def test_the_number_is_the_permalink(watched: Watched, lang: str, law: str) -> None:
    """What a right click on the number copies leads to the provision; every provision has such a link."""
    with watched.visit(**DESK) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/{law}/?lang={lang}")
        for own in works()[law].provisions:
            links = page.locator(f'.law a.prov-link[href="#{own}"]')
            assert any(link.evaluate("(link) => link.getClientRects().length > 0") for link in links.all()), (
                own
            )


@every_room
def test_a_provision_shows_its_code_when_asked_for(watched: Watched, room: dict) -> None:
    with watched.visit(**room) as (page, watch):
        go_with_codes(page, watched.address, "vulnerability-provisions/")
        for own in (OWN, "art-8-p1"):
            show_tools(page, own, touch="has_touch" in room)
            button, code = page.locator(".tools [aria-expanded]"), page.locator(".tools img")
            expect(code).to_be_hidden()
            assert not any(f"{own}.svg" in each for each in watch.requests), "fetched before it is asked for"
            button.tap() if "has_touch" in room else button.click()
            expect(button).to_have_attribute("aria-expanded", "true")
            place = works()["vulnerability-provisions"].place(own).zh
            expect_code(code, f"{place}的二维码", f"vulnerability-provisions/#{own}")
            page.locator(".lang-link").first.focus()  # so that the tools follow the pointer again


def test_tools_move_with_the_pointer_and_go(watched: Watched) -> None:
    with watched.visit(**DESK) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/")
        show_tools(page, "art-8-p1", touch=False)
        show_tools(page, "art-7-p3", touch=False)
        expect(page.locator(".tools")).to_have_count(1)
        page.locator(".md-header__title").hover()
        expect(page.locator(".tools")).to_have_count(0)


def test_tools_go_when_the_focus_leaves_the_law(watched: Watched) -> None:
    with watched.visit(**DESK) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/#art-8")
        page.locator("#art-8-p1 > .pair a:visible").first.focus()
        expect(page.locator(".tools")).to_have_count(1)
        page.locator(".lang-link").first.focus()
        expect(page.locator(".tools")).to_have_count(0)


def test_put_away_with_the_keyboard_the_tools_give_the_focus_back(watched: Watched) -> None:
    with watched.visit(viewport={"width": 390, "height": 844}) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/#art-8")
        page.locator("#art-8-p1 > .pair a:visible").first.focus()
        page.locator(".tools-close").press("Enter")
        expect(page.locator(".tools")).to_have_count(0)
        assert page.evaluate("document.activeElement.closest('.prov')?.id") == "art-8-p1"


def test_the_pointer_reaches_the_tools_across_the_margin(watched: Watched) -> None:
    """Slowly from the text to the tools: they stay with their provision."""
    with watched.visit(**DESK) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/")
        show_tools(page, "art-8-p1", touch=False)
        box, button = page.locator("#art-8-p1 > .pair").bounding_box(), page.locator(".tools button").first
        there = button.bounding_box()
        assert box
        assert there
        y = there["y"] + there["height"] / 2
        for x in range(int(box["x"] + box["width"]) - 5, int(there["x"]) + 10, 5):
            page.mouse.move(x, y)
            page.wait_for_timeout(60)
        expect(page.locator(".tools")).to_have_attribute("data-of", "art-8-p1")


def test_a_second_tap_puts_the_tools_away(watched: Watched) -> None:
    with watched.visit(**PHONE) as (page, _):
        page.goto(f"{watched.address}/incident-qa/#q5")
        show_tools(page, "q5-p1", touch=True)
        page.locator(".tools-close").tap()
        expect(page.locator(".tools")).to_have_count(0)
        show_tools(page, "q5-p1", touch=True)
        page.locator("#q5-p1 > .pair > :visible").tap(position={"x": 8, "y": 8})
        expect(page.locator(".tools")).to_have_count(0)
