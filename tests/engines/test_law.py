"""What a reader does with a law, in every engine: read it in three ways, search, leave, come back, go to a place."""

from __future__ import annotations

import pytest

from calculators.kernel.text import LANGS, Lang
from tests.browser.helpers import FOLDERS
from tests.engines.driver import Driver

_LANGUAGES = """[...document.querySelectorAll("#art-9-p1 > .pair > p")]
  .filter((each) => each.getClientRects().length).map((each) => each.lang)"""
_CHOSEN = "document.querySelector('input[name=reading]:checked')?.value"
_HITS = """(document.querySelector("[data-search]").dataset.answered === given[0]
  && [...document.querySelectorAll("#find-list > [role=option]")].map((each) => new URL(each.href).pathname + new URL(each.href).hash))"""
_IN_PLACE = """(() => {
  const { top } = document.getElementById("art-9-p1-i4").getBoundingClientRect();
  return top > document.querySelector("[data-reading-bar]").getBoundingClientRect().bottom - 1 && top < innerHeight / 2;
})()"""
SHOWN = {"zh": ["zh-Hans"], "en": ["en"], "both": ["zh-Hans", "en"]}


@pytest.mark.parametrize("lang", LANGS)
def test_law(driver: Driver, site_address: str, lang: Lang) -> None:
    law = f"{FOLDERS[lang]}/vulnerability-provisions/"
    other: Lang = "en" if lang == "zh" else "zh"
    driver.goto(f"{site_address}{law}#art-1")
    driver.wait(_CHOSEN)
    for mode in (lang, other, "both"):
        driver.click(f"label:has(> input[name=reading][value={mode}])")
        driver.wait(f"JSON.stringify({_LANGUAGES}) === JSON.stringify(given[0])", SHOWN[mode])

    # With the focus on a choice a key opens the search, and Escape leads back to it.
    driver.press("/")
    driver.wait("document.activeElement?.matches('.md-search__input')")
    assert driver.js("return document.querySelector('.md-search__input').validity.valid")
    driver.press("Escape")
    driver.wait(f"document.activeElement?.name === 'reading' && {_CHOSEN} === 'both'")
    driver.press("/")
    driver.wait("document.activeElement?.matches('.md-search__input')")
    typed = {"zh": "境外组织", "en": "9(7)"}[lang]
    driver.type(typed)
    hits = driver.wait(_HITS, typed)
    assert hits[0] == f"{law}#art-9-p1-i7"
    driver.press("ArrowDown")
    driver.press("Enter")
    driver.wait("location.hash === '#art-9-p1-i7' && !document.querySelector('#__search').checked")

    driver.js("document.querySelector('.md-sidebar a[href*=incident-qa]').click()")
    there = f"{FOLDERS[lang]}/incident-qa/"
    driver.wait("location.pathname === given[0] && document.readyState === 'complete'", there)
    driver.back()
    driver.wait(
        f"location.pathname === given[0] && document.readyState === 'complete' && {_CHOSEN} === 'both'", law
    )
    assert driver.js(f"return {_LANGUAGES}") == SHOWN["both"]

    driver.click("#go-to")
    driver.type({"zh": "九(四)", "en": "9.4"}[lang])
    driver.press("Enter")
    driver.wait("location.hash === '#art-9-p1-i4'")
    driver.wait(_IN_PLACE)
