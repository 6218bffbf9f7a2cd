"""Addresses made to do harm: no script runs, no markup appears, nothing is stored, on any page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from calculators.kernel.text import LANGS, Lang
from tests.pages import is_framed
from tests.browser.helpers import open_law
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for
from tests.search.typed import type_in

MARK = "hostile7f3a"
MARKUP = (
    f'<img src=x onerror="window.{MARK}=1" class={MARK}>',
    f'"><script class={MARK}>window.{MARK}=1</script>',
    f"'><svg class={MARK} onload=window.{MARK}=1>",
    f"</script><b class={MARK}>x</b>",
    f"javascript:window.{MARK}=1",
    "{{constructor.constructor('window." + MARK + "=1')()}}",
    f"%253Cimg%2520class%253D{MARK}%2520src%253Dx%2520onerror%253Dwindow.{MARK}%253D1%253E",
    "__proto__[" + MARK + "]=1",
    "\u202e\u0000\ud7ff" + MARK,
    "x" * 20_000 + f"<i class={MARK}>",
)
ESCAPED = tuple("".join(f"%{byte:02X}" for byte in text.encode()) for text in MARKUP)
NAMES = ("q", "h", "lang", "l", "s", "a", "b", "c", "d", "e")
CALCULATOR = tuple(
    f"{name}={text}"
    for name in ("aware_at", "grade", "act", "__proto__", "constructor", "toString")
    for text in ESCAPED[:4]
)

# Changes of the fragment, one after another, and all that the page's scripts and its next picture make of them.
CHANGE_HASHES = """async (texts) => {
  for (const text of texts) {
    await new Promise((done) => {
      window.addEventListener("hashchange", done, { once: true });
      location.hash = text;
    });
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
# One change, which Python answers.
ANSWER_HASH = """(text) => new Promise((done) => {
  document.addEventListener("calculator-finding", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
  location.hash = text;
})"""


def harmed(page: Page) -> list[str]:
    """Return what a hostile address has done to the page."""
    return list(
        page.evaluate(
            """(mark) => [
              window[mark] === undefined && Object.prototype[mark] === undefined ? null : "a script ran",
              document.getElementsByClassName(mark).length ? "markup was put in" : null,
              [...document.querySelectorAll("a[href], form[action], iframe, object, embed")].some((each) =>
                /^\\s*(javascript|data|vbscript):/i.test(each.getAttribute("href") ?? each.getAttribute("action") ?? ""))
                ? "an address runs a script" : null,
              [...document.querySelectorAll("*")].some((each) =>
                [...each.attributes].some(({ name }) => name.startsWith("on"))) ? "an element has a handler" : null,
            ].filter(Boolean)""",
            MARK,
        )
    )


@pytest.mark.parametrize("lang", LANGS)
def test_no_page_is_harmed_by_its_address(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """Every page opened with every hostile query and fragment stays as it was built."""
    every = sorted(file.relative_to(site_folder).as_posix() for file in site_folder.rglob("*.html") if not is_framed(file))
    assert {"404.html", "en/index.html"} <= set(every)
    pages = [path for path in every if path.startswith("en/") == (lang == "en")]
    if lang == "en":  # the same elements and scripts as in Chinese: one page of each folder
        pages = list({path.split("/")[1]: path for path in pages}.values())
    with watched.page() as (page, _):
        for path in pages:
            # Two addresses carry them all; each alone would open every page twenty times.
            query = "&".join(f"{name}={text}" for name, text in zip(NAMES, ESCAPED, strict=True))
            page.goto(f"{watched.address}/{path.removesuffix('index.html')}?{query}#{ESCAPED[0]}")
            if page.locator(ELEMENT).count():
                wait_for(page, "ready", "answered")
            assert harmed(page) == [], path
            page.evaluate(CHANGE_HASHES, ESCAPED[1:])
            assert harmed(page) == [], path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_calculator_is_harmed_by_its_facts(watched: Watched, lang: str) -> None:
    """Hostile facts are refused in words, and what is shown of them is text."""
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS[lang])
        wait_for(page, "ready")
        for fragment in CALCULATOR:
            page.evaluate(ANSWER_HASH, fragment)
            assert harmed(page) == [], fragment
        page.goto(
            f"{watched.address}{PATHS[lang]}?{ESCAPED[0]}#aware_at=2026-11-21T14:30&grade=major&{CALCULATOR[-1]}"
        )
        assert wait_for(page, "refused") == "refused"
        assert harmed(page) == []


def test_nothing_is_stored_but_how_things_look(watched: Watched) -> None:
    """After an answer, a law in both languages, a search and a change of colours the browser holds how things look."""
    with watched.page() as (page, _):
        page.goto(f"{watched.address}{PATHS['en']}#aware_at=2026-11-21T14:30&cii=yes")
        assert wait_for(page, "answered") == "answered"
        assert page.locator(ELEMENT).count() == 1
        page.locator("label[for^=__palette]:visible").first.click()
        assert stored(page) == {"/.__palette"}
        open_law(watched, page, "en", "vulnerability-provisions/#art-9")
        page.locator("label:has(input[name=reading][value=both])").first.click()
        page.locator("#go-to").fill("10")
        page.locator("#go-to").press("Enter")
        type_in(page, "CII")
        assert stored(page) == {"/.__palette", "reading"}


def stored(page: Page) -> set[str]:
    """Return the names of what the browser holds; what is not a choice of display may not be there at all."""
    found = page.evaluate(
        """async () => ({
              local: Object.keys(localStorage),
              session: Object.keys(sessionStorage),
              cookies: document.cookie,
              caches: await caches.keys(),
              databases: (await indexedDB.databases()).length,
              workers: (await navigator.serviceWorker.getRegistrations()).length,
            })"""
    )
    local = set(found.pop("local"))
    assert found == {"session": [], "cookies": "", "caches": [], "databases": 0, "workers": 0}
    return local


def test_no_text_becomes_markup_or_a_script(watched: Watched) -> None:
    """The policy of the page itself stops whoever would make markup of a text, a script of an address, or a policy of their own."""
    with watched.page() as (page, watch):
        page.goto(watched.address + PATHS["en"])
        wait_for(page, "ready")
        attempts = {
            "markup": "document.body.innerHTML = '<b>x</b>'",
            "worker": "new Worker('/assets/x.js')",
            "policy": "trustedTypes.createPolicy('mine', { createHTML: (text) => text })",
            "again": "trustedTypes.createPolicy('calculators', { createHTML: (text) => text })",
        }
        for name, code in attempts.items():
            stopped = page.evaluate(
                f"() => {{ try {{ {code}; return 'done'; }} catch (error) {{ return error.name; }} }}"
            )
            assert stopped == "TypeError", name
        for _ in range(
            100
        ):  # each is reported a little later, by the policy of the header and by that of the page
            if sum(each.startswith("policy: ") for each in watch.errors) == 2 * len(attempts):
                break
            page.wait_for_timeout(20)
        else:
            pytest.fail(f"not every attempt was reported: {watch.errors}")
        watch.errors.clear()  # the browser's own words for what was stopped
