"""Chinese, English or both: in the address, remembered, and nothing moves under the eye."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watched import Watched

LAWS = ("vulnerability-provisions", "incident-qa", "incident-measures")
FOLDERS = {"zh": "", "en": "/en"}
WIDTHS = {1280: {"width": 1280, "height": 900}, 390: {"width": 390, "height": 844}}
every_width = pytest.mark.parametrize("width", WIDTHS)
every_lang = pytest.mark.parametrize("lang", FOLDERS)

NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("off", "SecurityError"); } });"""


def choose(page: Page, choice: str) -> None:
    """Choose a language in the bar, as a finger or a mouse does."""
    page.locator(f".reading-choice label:has(input[value={choice}])").click()


def shown(page: Page, own: str) -> list[str]:
    """Return the languages in which a paragraph shows."""
    runs = page.locator(f"#{own} > .pair > [lang]").all()
    return [str(run.get_attribute("lang")) for run in runs if run.is_visible()]


def top(page: Page, own: str) -> float:
    """Return how far a provision is from the top of the window."""
    return float(page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", own))


@every_lang
@every_width
def test_the_page_begins_in_its_language_and_can_show_the_other_or_both(
    watched: Watched, lang: str, width: int
) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/#q5")
        own, other = ("zh-Hans", "en") if lang == "zh" else ("en", "zh-Hans")
        assert shown(page, "q5-p1") == [own]
        choose(page, "both")
        assert shown(page, "q5-p1") == ["zh-Hans", "en"]
        assert "lang=both" in page.url
        assert page.url.endswith("#q5")
        choose(page, "en" if lang == "zh" else "zh")
        assert shown(page, "q5-p1") == [other]
        assert page.url.endswith("#q5")


@every_width
def test_both_languages_stand_side_by_side_where_there_is_room(watched: Watched, width: int) -> None:
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/?lang=both#art-9")
        zh, en = (page.locator(f"#art-9-p1-i7 > .pair > [lang={each}]") for each in ("zh-Hans", "en"))
        left, right = zh.bounding_box(), en.bounding_box()
        assert left
        assert right
        if width == 1280:
            assert right["x"] > left["x"] + left["width"]
            assert abs(right["y"] - left["y"]) < 12
        else:
            assert right["y"] >= left["y"] + left["height"]


@every_lang
@every_width
@pytest.mark.parametrize("own", ["art-3-p2", "art-9-p1-i7", "art-10-p2"])
def test_the_provision_stays_where_the_eye_was(watched: Watched, lang: str, width: int, own: str) -> None:
    """Whatever was at the top of the window, through every switch it stays there."""
    with watched.visit(viewport=WIDTHS[width]) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        page.wait_for_selector(".reading-choice input:checked")
        page.evaluate("(id) => document.getElementById(id).scrollIntoView()", own)
        before = top(page, own)
        for choice in ("both", "en", "zh", "both", "zh" if lang == "zh" else "en"):
            choose(page, choice)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
            assert abs(top(page, own) - before) <= 1, choice


def test_near_the_end_the_place_comes_back(watched: Watched) -> None:
    """Where the page becomes too short to keep the place, the switch back finds it again."""
    with watched.visit(viewport=WIDTHS[1280]) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/?lang=both")
        page.evaluate("document.getElementById('art-14-p1').scrollIntoView()")
        before = top(page, "art-14-p1")
        for choice in ("zh", "en", "both"):
            choose(page, choice)
        assert abs(top(page, "art-14-p1") - before) <= 1


def test_the_choice_is_remembered(watched: Watched) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/")
        choose(page, "both")
        page.goto(f"{watched.address}/incident-qa/#q5")
        assert shown(page, "q5-p1") == ["zh-Hans", "en"]
        expect(page.locator("input[name=reading][value=both]")).to_be_checked()


@every_lang
@pytest.mark.parametrize(
    ("asked", "expected"), [("zh", ["zh-Hans"]), ("en", ["en"]), ("both", ["zh-Hans", "en"])]
)
def test_the_address_decides(watched: Watched, lang: str, asked: str, expected: list[str]) -> None:
    """The address outweighs what is remembered, and is not itself remembered: a course's link changes nothing for later."""
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/?lang={asked}#q5")
        assert shown(page, "q5-p1") == expected
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/")
        assert shown(page, "q5-p1") == (["zh-Hans"] if lang == "zh" else ["en"])


def test_an_address_that_asks_for_nothing_known_is_passed_over(watched: Watched) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/incident-qa/?lang=fr%3Cscript%3E#q5")
        assert shown(page, "q5-p1") == ["zh-Hans"]


def test_the_keyboard_changes_the_language(watched: Watched) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/incident-qa/")
        page.locator("input[name=reading][value=zh]").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert shown(page, "q5-p1") == ["zh-Hans", "en"]
        expect(page.locator("[data-reading-done]")).to_contain_text("对照")


@every_lang
def test_the_language_link_keeps_anchor_and_both(watched: Watched, lang: str) -> None:
    other = FOLDERS["en" if lang == "zh" else "zh"]
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/#art-9-p1-i7")
        choose(page, "both")
        page.locator("a[data-lang-link]").first.click()
        page.wait_for_url(f"{watched.address}{other}/vulnerability-provisions/?lang=both#art-9-p1-i7")
        assert shown(page, "art-9-p1-i7") == ["zh-Hans", "en"]
        expect(page.locator("#art-9-p1-i7")).to_be_in_viewport()


def test_the_language_link_leads_to_a_page_in_its_language(watched: Watched) -> None:
    """Who has chosen Chinese on a Chinese page and goes to the English one reads English there."""
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/incident-qa/#q5")
        choose(page, "en")
        choose(page, "zh")
        page.locator("a[data-lang-link]").first.click()
        page.wait_for_url(f"{watched.address}/en/incident-qa/#q5")
        assert shown(page, "q5-p1") == ["en"]


@every_lang
def test_without_storage_the_choice_still_works(watched: Watched, lang: str) -> None:
    with watched.visit() as (page, watch):
        page.add_init_script(NO_STORAGE)
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/#q5")
        assert len(shown(page, "q5-p1")) == 1
        choose(page, "both")
        assert shown(page, "q5-p1") == ["zh-Hans", "en"]
        assert "lang=both" in page.url
        watch.meant("SecurityError")
        watch.meant("off")


@every_lang
@pytest.mark.parametrize("law", LAWS)
def test_without_script_everything_stands_there_in_both_languages(
    watched: Watched, lang: str, law: str
) -> None:
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/{law}/")
        for fold in page.locator("details:has(.pair) > summary").all():
            fold.click()  # what a digest deduces is folded away; the browser opens it by itself
        for run in page.locator(".law .pair > [lang]").all():
            assert run.is_visible()
        expect(page.locator(".reading-bar")).to_be_hidden()


@every_lang
@pytest.mark.parametrize("choice", ["zh", "en", "both"])
def test_print_shows_what_was_chosen_and_no_controls(watched: Watched, lang: str, choice: str) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/incident-qa/?lang={choice}")
        page.emulate_media(media="print")
        expected = {"zh": ["zh-Hans"], "en": ["en"], "both": ["zh-Hans", "en"]}[choice]
        assert all(shown(page, each) == expected for each in ("q1-p1", "q5-p3", "q7-p1"))
        assert not any(each.is_visible() for each in page.locator(".reading-bar, .uses, .tools").all())
