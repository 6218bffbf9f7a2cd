"""How things look where a reader's settings change it: dark on paper, own colours, and tables that promise no sorting."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from calculators.kernel.text import LANGS, Lang
from tests.pages import site_pages
from tests.browser.helpers import FRAGMENT, unfold
from tests.browser.watched import Watched, wait_for

LIGHTNESS = """(selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility())
  .map((each) => Math.max(...getComputedStyle(each).color.match(/\\d+(\\.\\d+)?/g).slice(0, 3).map(Number)))"""


def style(page: Page, selector: str, name: str, part: str | None = None) -> str:
    """Return what the browser makes of a property of the first such element."""
    return str(
        page.evaluate(
            "([selector, name, part]) =>"
            " getComputedStyle(document.querySelector(selector), part).getPropertyValue(name)",
            [selector, name, part],
        )
    )


@pytest.mark.parametrize("lang", LANGS)
def test_on_paper_the_dark_schemes_marks_are_dark(watched: Watched, lang: Lang) -> None:
    """What is pale on a dark screen, conditions, outcomes and marks of certainty, is black on white paper."""
    marks = ".calc-condition, .calc-step .tag, .certainty"
    with watched.calculator(lang, FRAGMENT, color_scheme="dark") as (page, _):
        page.locator(".calc-condition").first.wait_for()
        assert max(page.evaluate(LIGHTNESS, marks)) > 150
        page.emulate_media(media="print", color_scheme="dark")
        assert max(page.evaluate(LIGHTNESS, marks)) < 110


@pytest.mark.parametrize("path", ["/calculators/incident-report/", "/en/calculators/disclosure/"])
def test_a_calculators_table_does_not_look_as_if_it_could_be_sorted(watched: Watched, path: str) -> None:
    """Material draws a pointer and an arrow for every head of a column; nothing here is sorted by a click."""
    head = ".table th[role=columnheader]"
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{path}#rules")  # unfolded
        page.locator(head).first.hover()
        assert style(page, head, "cursor") != "pointer"
        assert style(page, head, "content", "::after") in {"none", "normal"}


def test_own_colours_still_tell_the_chosen_language(watched: Watched) -> None:
    """Where the reader's own colours replace the site's, the language that is shown differs from the others on screen."""
    with watched.visit(forced_colors="active") as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/")
        page.locator(".reading-choice input:checked").wait_for(state="attached")
        grounds = []
        for each in (":has(:checked)", ":not(:has(:checked))"):
            picture = Image.open(BytesIO(page.locator(f".reading-choice label{each}").first.screenshot()))
            grounds.append(picture.convert("RGB").getpixel((picture.width // 2, 4)))
    assert grounds[0] != grounds[1]


NARROW = """(least) => [...document.querySelectorAll("main dl :is(dt, dd)")]
  .filter((each) => each.checkVisibility() && each.textContent.trim())
  .filter((each) => each.getBoundingClientRect().width < least * parseFloat(getComputedStyle(each).fontSize))
  .map((each) => `${each.tagName} ${Math.round(each.getBoundingClientRect().width)}: ${each.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize("lang", LANGS)
def test_names_and_values_have_room(watched: Watched, lang: Lang) -> None:
    """No column of a list of names and values is narrower than eight characters, on any screen or on paper."""
    found = []
    with watched.calculator(lang, FRAGMENT) as (page, _):
        unfold(page, "keep")
        page.locator(".calc-section--record dl").wait_for()
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            for width in (320, 390, 768, 794, 1280):  # 794 is the width of an A4 sheet
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{media} {width}: {each}" for each in page.evaluate(NARROW, 7.9)]
    assert found == []


LAYOUT = (Path(__file__).with_name("layout.js")).read_text(encoding="utf-8").partition("\n")[2]
ANSWERED = {
    "incident-report": "#aware_at=2026-11-21T14:30&cii=yes&central_body=yes&grade=major&ransomware=yes",
    "incident-grade": "#personal_information=major&tampering_home=below&general_data=below",
    "vulnerability-duties": "#role=provider&aware_at=2026-11-21T14:30&upstream=yes&users_must_act=yes",
    "disclosure": "#act=publish&patch_available=no",
}
WIDTHS = (1920, 1280, 768, 390, 320)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_is_laid_out_to_be_read(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """No column of less than eight characters, no text over text, nothing to scroll sideways for, six sizes; on paper as well.

    On a screen nothing that is pressed is less than 24 pixels wide or high.
    """
    start = site_folder if lang == "zh" else site_folder / "en"
    pages = [f"{file.parent.relative_to(start)}/" for file in site_pages(start)]
    pages = [page for page in pages if lang == "en" or not page.startswith("en/")]
    assert {"./", "faq/", "law-around/", "calculators/disclosure/"} <= set(pages)
    found = []
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        for path in [*pages, "vulnerability-provisions/?lang=both", "training/?show=class#cases=both-routes"]:
            page.emulate_media(media="screen")
            page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            name = path.split("/")[1]
            page.goto(f"{watched.address}{'/en' if lang == 'en' else ''}/{path}{ANSWERED.get(name, '')}")
            if name in ANSWERED:
                wait_for(page, "answered")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{path} at {width}, {each}" for each in page.evaluate(LAYOUT)]
            page.set_viewport_size({"width": 718, "height": 900})  # A4 between its margins
            page.emulate_media(media="print")
            found += [f"{path} on paper, {each}" for each in page.evaluate(LAYOUT)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("made", "seen"),
    [
        ("<p style='width: 3em'>one two three four five</p>", "narrow: 3.0 em, "),
        ("<p style='height: 1em'>one two</p><p style='margin-top: -2em'>three</p>", "over: one two / three"),
        (
            "<summary style='display: block; height: 30px'></summary><button style='margin-top: -20px; height: 30px'>one</button>",
            "over:  / one",
        ),
        ("<p style='width: 200vw'>one</p>", "wide: "),
        ("<ul style='padding: 0'><li style='display: inline'>one</li><li style='display: inline'>two</li></ul>", "stuck: one / two"),
        ("<p style='font-size: 18px'>one</p>", "size: 18 pixels: one"),
        ("<button style='height: 20px; width: 90px'>one</button>", "small: 90 by 20 pixels: one"),
    ],
)
def test_what_an_eye_sees_is_measured(watched: Watched, made: str, seen: str) -> None:
    with watched.page() as (page, _):
        page.set_content(f"<body style='margin: 0; font: 16px/1.5 sans-serif'>{made}<style>button {{ font: inherit }}</style>")
        (only,) = page.evaluate(LAYOUT)
        assert only.startswith(seen)
