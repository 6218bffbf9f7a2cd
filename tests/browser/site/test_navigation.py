"""The way about the site: five entries and the reference, at every width, in both languages, on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.kernel.text import LANGS, Lang
from tests.pages import site_pages
from tests.browser.helpers import FOLDERS, violations
from tests.browser.watched import Watched, wait_for

ENTRIES = {
    "zh": ["事件报告", "漏洞处置", "能否披露", "条文", "培训", "参考"],
    "en": ["Incident", "Vulnerability", "Disclosure", "Texts", "Training", "Reference"],
}
PHONE = {"viewport": {"width": 390, "height": 664}}
DESK = {"viewport": {"width": 1280, "height": 800}}

every_lang = pytest.mark.parametrize("lang", LANGS)


def pages_of(site: Path, lang: Lang) -> list[str]:
    """Return the address of every page in a language, as a reader opens it."""
    start = site if lang == "zh" else site / "en"
    found = [f"{file.parent.relative_to(start)}/".removeprefix("./") for file in site_pages(start)]
    return [page for page in found if lang == "en" or not page.startswith("en/")]


def visible(page: Page, selector: str) -> list[str]:
    """Return the text of what matches and can be seen."""
    return page.locator(selector).evaluate_all(
        """(all) => all.filter((each) => each.getClientRects().length && getComputedStyle(each).visibility === "visible")
          .map((each) => each.innerText.trim())"""
    )


@every_lang
def test_every_page_has_the_entries(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """In the header of a wide window, and in the sheet of a narrow one at the first level, calculators as links."""
    pages = pages_of(site_folder, lang)
    assert {"", "training/", "calculators/incident-report/"} <= set(pages)
    with watched.visit(**DESK) as (page, _):
        for path in pages:
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            for width in (1920, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert visible(page, ".entries a") == ENTRIES[lang], path
                assert len(visible(page, ".entries [aria-current]")) == (path != ""), path
            for width in (768, 390, 320):
                page.set_viewport_size({"width": width, "height": 800})
                assert visible(page, ".entries a") == []
                if width == 768:
                    page.locator(".drawer-button").click()
                    page.locator(".site-nav a").first.wait_for(state="visible")
                assert visible(page, ".site-nav__entry") == ENTRIES[lang], path
                assert visible(page, ".site-nav__entry a") == [*ENTRIES[lang][:3], ENTRIES[lang][4]], path


@every_lang
def test_only_texts_and_reference_have_a_list_at_the_side(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """A calculator has the whole width; a text has the texts beside it and its own contents, a page of reference likewise."""
    with watched.visit(**DESK) as (page, _):
        for path in pages_of(site_folder, lang):
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            beside = visible(page, ".site-nav__section li a")
            wide = path == "" or path.startswith(("training/", "calculators/", "embed/"))
            assert bool(beside) != wide, path
            assert len(beside) == (0 if wide else 3 if "incident" in path or "provisions" in path else 9), path
            if wide:
                content = page.locator(".md-content").bounding_box()
                assert content is not None
                assert content["x"] < 40, path


@pytest.mark.parametrize(("address", "lang"), [("/nowhere/", "zh"), ("/en/nowhere/", "en"), ("/en/a/b/", "en")])
def test_the_page_that_is_not_there_has_the_entries_of_the_language_asked_for(
    watched: Watched, address: str, lang: Lang
) -> None:
    with watched.visit(**DESK) as (page, watch):
        page.goto(f"{watched.address}{address}")
        watch.meant("404")
        assert visible(page, ".entries a") == ENTRIES[lang]
        page.locator(".entries a:visible").first.click()
        page.wait_for_url(f"**{FOLDERS[lang]}/calculators/incident-report/")


@every_lang
def test_the_first_screen_of_a_phone_holds_the_action_of_every_door(watched: Watched, lang: Lang) -> None:
    """What must be done about an incident, what about a vulnerability, whether it may be told, and the search."""
    with watched.visit(**PHONE) as (page, _):
        page.goto(f"{watched.address}{FOLDERS[lang]}/")
        actions = page.locator(".doors .button")
        assert actions.count() == 4
        for action in actions.all():
            box = action.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 664, action.inner_text()
        page.locator("[data-search-door]").click()
        expect(page.locator(".md-search__input")).to_be_focused()


OF_WORDS = (
    *("aria-input-field-name", "aria-toggle-field-name", "button-name", "document-title", "heading-order"),
    *("html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "image-alt", "label", "label-content-name-mismatch"),
    *("link-name", "select-name", "summary-name", "svg-img-alt", "target-size", "valid-lang"),
)
OF_SIZE = ("scrollable-region-focusable", "target-size")


@every_lang
def test_axe_finds_nothing_on_any_page(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """On a desk; on a phone what hangs on its size, and each sheet that opens over a page.

    Chinese pages are asked everything, English ones, which have the same elements, what hangs on their words.
    """
    wrong, sheets = [], set[str]()
    with watched.visit(**DESK) as (page, _):
        for path in pages_of(site_folder, lang):
            page.set_viewport_size(DESK["viewport"])
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            if path.startswith("calculators/"):
                wait_for(page, "ready", "answered")
            wrong += [f"{path}: {each}" for each in violations(page, *(OF_WORDS if lang == "en" else ()))]
            page.set_viewport_size(PHONE["viewport"])
            wrong += [f"{path} on a phone: {each}" for each in violations(page, *OF_SIZE)]
            page.locator(".drawer-button").click()
            page.locator(".site-nav a").first.wait_for(state="visible")
            sheet = page.locator(".site-nav").inner_text()
            if sheet not in sheets:
                sheets.add(sheet)
                wrong += [f"{path}, the sheet: {each}" for each in violations(page, within=".site-nav")]
    assert not wrong, "\n".join(wrong)


COVERED = """async () => {
  const found = [];
  const STAYING = ".md-header, .reading-bar, .tools, [data-part=bar], .table thead";
  const frame = () => new Promise(requestAnimationFrame);
  const wrong = (each) => {
    const { left, right, top, bottom, width, height } = each.getClientRects()[0] ?? each.getBoundingClientRect();
    if (width < 2 || height < 2) return "";
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const stays = over?.closest(STAYING);
    if (!over) return "out of the window";
    return stays && !stays.contains(each) ? `under ${stays.className || stays.tagName}` : "";
  };
  for (const each of document.querySelectorAll("main :is(a[href], button, summary, input, select, textarea)")) {
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    each.focus();
    if (document.activeElement !== each) continue;
    for (let frames = 0; frames < 60 && wrong(each); frames += 1) await frame(); // a bar may be on its way aside
    const where = wrong(each);
    const name = each.textContent.trim().slice(0, 30) || each.getAttribute("aria-label") || each.name;
    if (where) found.push(`${name} is ${where}`);
  }
  return found;
}"""


@pytest.mark.parametrize(("lang", "width"), [("zh", 390), ("en", 1280)])
def test_nothing_covers_what_has_the_focus(
    watched: Watched, site_folder: Path, lang: Lang, width: int
) -> None:
    """What is focused is scrolled to where neither the header nor the bar over the law lies on it."""
    wrong = []
    with watched.visit(viewport={"width": width, "height": 664}, reduced_motion="reduce") as (page, _):
        for path in pages_of(site_folder, lang):
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            if path.startswith("calculators/"):
                wait_for(page, "ready", "answered")
            wrong += [f"{path}: {each}" for each in page.evaluate(COVERED)]
    assert not wrong, "\n".join(wrong)
