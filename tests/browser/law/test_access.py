"""The pages of law and the glossary for everyone: axe in every mode, small screens, enlargement."""

from __future__ import annotations

import pytest

from tests.browser.helpers import violations
from tests.browser.watched import Watched

LAWS = ("vulnerability-provisions", "incident-qa", "incident-measures")
FOLDERS = {"zh": "", "en": "/en"}
PAGES = (
    *(f"{law}/?lang=both" for law in LAWS),
    *(f"{law}/" for law in LAWS),
    *("", "glossary/", "law-around/", "errors/", "changes/", "about/"),
)

OF_COLOURS = ("color-contrast", "link-in-text-block")

every_lang = pytest.mark.parametrize("lang", FOLDERS)


@every_lang
def test_axe_finds_nothing(watched: Watched, lang: str) -> None:
    """In the dark with the rules of colours; in light, with all of them, what no page is when it is opened: in two languages."""
    wrong = []
    with watched.visit() as (page, _):
        for path in PAGES:
            if lang == "en" and "lang=both" not in path:
                continue  # both languages have the same colours
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            if "lang=both" in path:
                wrong += [f"{path}: {each}" for each in violations(page)]
            if lang == "zh":
                page.emulate_media(color_scheme="dark")
                wrong += [f"{path} in the dark: {each}" for each in violations(page, *OF_COLOURS)]
                page.emulate_media(color_scheme="light")
    assert not wrong, "\n".join(wrong)


@every_lang
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_tools_tip_and_message(watched: Watched, lang: str, width: int) -> None:
    options = {"viewport": {"width": width, "height": 844}}
    with watched.visit(**options) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/#art-99")
        page.wait_for_selector("#reading-says a")
        page.locator("#art-8-p1 > .pair a.term:visible").first.focus()
        page.wait_for_selector("#term-tip")
        page.wait_for_selector(".tools")
        assert violations(page) == []


@every_lang
@pytest.mark.parametrize("size", [(320, 640), (320, 256)], ids=["small", "enlarged"])
def test_no_sideways_scrolling(watched: Watched, lang: str, size: tuple[int, int]) -> None:
    """At 320 pixels, and at 1280 by 1024 enlarged to 400 %: nothing to scroll sideways for, and most of it is text."""
    width, height = size
    with watched.visit(viewport={"width": width, "height": height}) as (page, _):
        wrong = []
        for path in PAGES:
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                wrong.append(f"{path} is {wide} pixels wide")
            if path.startswith(LAWS):
                page.evaluate("document.querySelector('.prov-article, .prov-question').scrollIntoView()")
                bar = page.locator(".reading-bar").bounding_box()
                if not bar or bar["y"] + bar["height"] >= height / 2:
                    wrong.append(f"{path} has its bar at {bar}")
    assert not wrong, "\n".join(wrong)


@every_lang
def test_targets_are_large_enough(watched: Watched, lang: str) -> None:
    """Everything in the bar is at least 24 pixels each way, as WCAG 2.2 wants, on the smallest phone too."""
    with watched.visit(viewport={"width": 320, "height": 640}) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/#art-3")
        for each in page.locator(
            ".reading-choice label, .reading-bar .field, .reading-bar .button, .reading-step"
        ).all():
            box = each.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24


@every_lang
@pytest.mark.parametrize("width", [390, 1280])
def test_the_bar_takes_one_line(watched: Watched, lang: str, width: int) -> None:
    with watched.visit(viewport={"width": width, "height": 844}) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        page.wait_for_selector(".reading-choice input:checked")
        bar = page.locator(".reading-bar").bounding_box()
        assert bar
        assert bar["height"] < 60
