"""The slides as they are shown: each has room, on two screens and on its sheet; by keyboard, finger, links and Back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from calculators.kernel.text import LANGS, Lang
from publisher.slides.deck import deck
from tests.browser.helpers import violations
from tests.browser.paper import squeezed
from tests.browser.watched import Watched

PATHS = {"zh": "/training/slides/", "en": "/en/training/slides/"}
SCREENS = {(1280, 720): 1.0, (1920, 1080): 1.5}
"""Each with how much larger than on the first the words must be."""
IDS = [each.id for each in deck("zh")]
LAYOUT = (Path(__file__).parents[1] / "site" / "layout.js").read_text(encoding="utf-8").partition("\n")[2]
MEASURE = """async (larger) => {
  const found = [];
  const kinds = new Set();
  for (const slide of document.querySelectorAll(".slide")) {
    location.replace(`#${slide.id}`);
    await new Promise((then) => addEventListener("hashchange", then, { once: true }));
    const say = (what) => found.push(`${slide.id}: ${what}`);
    const seen = [...document.querySelectorAll(".slide, .md-header, .md-footer, h1")].filter((each) => each.checkVisibility());
    if (seen.length !== 1 || seen[0] !== slide) say(`${seen.length} are seen`);
    const { width, height } = slide.getBoundingClientRect();
    if (width !== innerWidth || height !== innerHeight) say(`it has ${width} by ${height}`);
    if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth) say("too much");
    const body = slide.querySelector(".slide__body");
    if (body.getBoundingClientRect().bottom > slide.querySelector(".slide__way").getBoundingClientRect().top) say("over its foot");
    if (!body.checkVisibility({ contentVisibilityAuto: true }) || body.getBoundingClientRect().height < 10) say("nothing is seen");
    const letters = [...body.querySelectorAll("p, li")].filter((each) => each.checkVisibility() && !each.matches(".slide__small, .slide__basis, .slide__asked"))
      .map((each) => parseFloat(getComputedStyle(each).fontSize));
    const drawn = [...body.querySelectorAll("svg")].slice(0, 1).map((each) => 13 * each.getScreenCTM().a);
    if (Math.min(Infinity, ...letters) < 17 * larger || Math.min(Infinity, ...drawn) < 13 * larger) say(`letters of ${[...letters, ...drawn]}`);
    // Slides of one kind and size are laid out alike, on every screen in proportion: one of each is looked at.
    const kind = [body.dataset.size, ...[...body.children].map((each) => each.className)].join(" ");
    for (const each of larger === 1 && !kinds.has(kind) ? (LAYOUT)() : []) say(each);
    kinds.add(kind);
  }
  return found;
}""".replace("LAYOUT", LAYOUT.strip().removesuffix(";"))


def sheets(page: Page) -> list[str]:
    """Print onto the sheets that the page asks for, 16:9, and return the text of each."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = (float(reader.pages[0].mediabox[at]) for at in (2, 3))
    assert round(width / height, 2) == 1.78
    return [squeezed(each.extract_text()) for each in reader.pages]


@pytest.mark.parametrize("lang", LANGS)
def test_every_slide_has_room_on_screens_and_on_its_sheet(watched: Watched, lang: Lang) -> None:
    """Alone in the window, in large letters, nothing cut off or over another; one sheet each, with and without notes."""
    slides = deck(lang)
    with watched.visit(viewport={"width": 1280, "height": 720}) as (page, _):
        page.goto(f"{watched.address}{PATHS[lang]}#{IDS[-1]}")
        for (width, height), larger in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            found = page.evaluate(MEASURE, larger)
            assert not found, "\n".join([f"{width} by {height}", *found])
        # Printed as it is shown, with one slide in the window: all of them.
        plain = sheets(page)
        page.goto(f"{watched.address}{PATHS[lang]}?notes")
        expect(page.locator(".slide__notes[open]")).to_have_count(len(slides))
        noted = sheets(page)
    assert len(plain) == len(noted) == len(slides)
    for sheet, with_notes, slide in zip(plain, noted, slides, strict=True):
        assert squeezed(slide.part.in_(lang)) in sheet, slide.id
        assert len(with_notes) > len(sheet), slide.id


def expect_shown(page: Page, id_: str) -> None:
    """One slide fills the window, and the address names it."""
    page.wait_for_url(f"**/slides/*#{id_}")
    expect(page.locator(".slide:visible")).to_have_count(1)
    expect(page.locator(f'[id="{id_}"]')).to_be_in_viewport(ratio=1)


def test_slides_are_turned_by_keys(watched: Watched) -> None:
    """From the page, which has its header; the address follows, Back works; at the ends there is no further."""
    with watched.visit(viewport={"width": 1280, "height": 720}) as (page, _):
        page.goto(f"{watched.address}{PATHS['zh']}")
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator(".slide:visible")).to_have_count(len(IDS))
        expect(page.locator(".slide__right:visible")).to_have_count(0)
        page.keyboard.press("End")  # on the page, keys do what they do everywhere
        assert page.url.endswith("/slides/")
        page.locator(".slides-do .button--primary").click()
        expect_shown(page, IDS[0])
        for key, place in {
            "ArrowRight": 1,
            "PageDown": 2,
            "Space": 3,
            "ArrowDown": 4,
            "ArrowLeft": 3,
        }.items():
            page.keyboard.press(key)
            expect_shown(page, IDS[place])
        page.keyboard.press("PageUp")
        page.keyboard.press("Shift+Space")
        expect_shown(page, IDS[1])
        page.keyboard.press("End")
        expect_shown(page, IDS[-1])
        page.keyboard.press("ArrowRight")
        expect_shown(page, IDS[-1])
        page.go_back()
        expect_shown(page, IDS[1])
        page.keyboard.press("Home")
        expect_shown(page, IDS[0])


def test_a_question_comes_before_its_answer_by_button_and_finger(watched: Watched) -> None:
    """Notes and the full screen on request, Escape leaves to the page, and a slide that is none is named there."""
    case = "case-cii-at-night"
    at = IDS.index(case)
    with watched.visit(viewport={"width": 1280, "height": 720}, has_touch=True) as (page, _):
        page.goto(f"{watched.address}{PATHS['zh']}#{case}")
        expect_shown(page, case)
        expect(page.locator(".slide__right:visible")).to_have_count(0)
        assert page.title().startswith(deck_title(case))
        page.locator(f"#{case} [data-way=next]").click()
        expect_shown(page, f"{case}-answer")
        expect(page.locator(f"#{case}-answer .slide__right")).to_be_visible()
        expect(page.locator(f"#{case}-answer h2")).to_be_focused()
        page.keyboard.press("n")
        expect(page.locator(f"#{case}-answer .slide__notes")).to_contain_text("30–45")
        expect(page.locator(f"#{case}-answer .slide__notes")).to_be_visible()
        page.keyboard.press("n")
        expect(page.locator(f"#{case}-answer .slide__notes")).to_be_hidden()

        swipe(page, 600, 640)  # a tap that slips
        swipe(page, 700, 300, down=500)  # more down than across
        expect_shown(page, f"{case}-answer")
        swipe(page, 300, 700)
        expect_shown(page, case)
        swipe(page, 700, 300)
        expect_shown(page, IDS[at + 1])
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement !== null")
        page.evaluate("document.exitFullscreen()")
        page.keyboard.press("Escape")
        expect(page.locator("#slides")).to_be_visible()
        expect(page.locator(".slide:visible")).to_have_count(len(IDS))
        page.evaluate("() => { location.hash = 'case-no-such-case'; }")
        expect(page.locator(".page-problem")).to_contain_text("case-no-such-case")
        page.go_back()
        expect(page.locator(".page-problem")).to_be_hidden()


def deck_title(id_: str) -> str:
    (title,) = (each.title for each in deck("zh") if each.id == id_)
    assert isinstance(title, str)
    return title


def swipe(page: Page, start: int, end: int, down: int = 0) -> None:
    """Draw one finger over the window."""
    session = page.context.new_cdp_session(page)
    for kind, points in {
        "touchStart": [{"x": start, "y": 100}],
        "touchMove": [{"x": end, "y": 100 + down}],
        "touchEnd": [],
    }.items():
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.detach()


def test_without_a_script_links_turn_the_slides_and_a_phone_reads_them(watched: Watched) -> None:
    """All one under the other; a title fills the window with its slide, an answer is open there and folded on the page."""
    case = "case-cve-number"
    with watched.visit(java_script_enabled=False, viewport={"width": 1280, "height": 720}) as (page, _):
        page.goto(f"{watched.address}{PATHS['en']}")
        expect(page.locator(".slide:visible")).to_have_count(len(IDS))
        page.locator(f"#{case} .slide__link").click()
        expect(page.locator(".slide:visible")).to_have_count(1)
        page.locator(f"#{case} [data-way=next]").click()
        expect(page.locator(".slide:visible")).to_have_count(1)
        expect(page.locator(f"#{case}-answer .slide__right")).to_be_visible()
        page.go_back()
        expect(page.locator(f"#{case}")).to_be_in_viewport(ratio=1)
        page.set_viewport_size({"width": 390, "height": 800})
        page.goto(f"{watched.address}{PATHS['zh']}#{case}")
        expect(page.locator(".slide:visible")).to_have_count(len(IDS))
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator(f"#{case}")).to_be_in_viewport()
        expect(page.locator(f"#{case}-answer .slide__right")).to_be_hidden()


def test_axe_finds_nothing_on_a_slide(watched: Watched) -> None:
    """An answer, a digest's statements, a picture, the notes; light and dark. The page as a whole is among all pages."""
    shown = {
        ("light", "en"): ("case-two-reports-answer", "diagram-grades"),
        ("dark", "zh"): ("incident-measures-annex-portal-sites", "start"),
    }
    for (scheme, lang), ids in shown.items():
        with watched.visit(color_scheme=scheme, viewport={"width": 1280, "height": 720}) as (page, _):
            for id_ in ids:
                page.goto(f"{watched.address}{PATHS[lang]}?notes#{id_}")
                expect(page.locator(".slide:visible")).to_have_count(1)
                assert violations(page) == [], f"{lang}: {id_}"
