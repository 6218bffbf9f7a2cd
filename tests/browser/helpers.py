"""What several tests ask of a page: facts in its address, the same rules beside it, axe, failures, law pages."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.bridge import call
from publisher.calculator import messages
from publisher.runtime.pack import PYODIDE, shipped
from tests.browser.runtime.faults import Fault, Served
from tests.browser.watched import ELEMENT, PATHS, Watched, own_asset, wait_for

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"

LARGE_SCRIPT = shipped(PYODIDE, "pyodide.asm.*js").name
"""Ends in ``.js`` before Pyodide 314, in ``.mjs`` from then on."""

FRAGMENT = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"
"""Facts of an incident that are answered."""

# To be run before a page's own scripts.
OWN_WORKER = "delete globalThis.SharedWorker"
QUESTIONS_WAIT = (
    f"{OWN_WORKER};"
    """
const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  if (message.type === "ask" && globalThis.hold) {
    globalThis.hold = false;
    globalThis.letThrough = () => send.call(this, message);
  } else send.call(this, message);
};
"""
)
"""Wherever ``hold`` is set, the next question waits until it is let through."""
SAVES_DATA = (
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });"
)
NOTE_PROGRESS = """window.seen = [];
new MutationObserver(() => {
  const bar = document.querySelector("[data-part=progress]");
  if (bar?.hasAttribute("value")) window.seen.push(bar.value / bar.max);
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["value"] });"""

_ASK = """async ([start, questions]) => {
  const { client } = await import(start);
  return Promise.all(questions.map(({ calculator, lang, facts }) => client.ask(calculator, lang, facts)));
}"""

FOLDERS = {"zh": "", "en": "/en"}


def fragment(facts: Mapping[str, str]) -> str:
    """Return facts as the fragment of an address."""
    return "#" + "&".join(f"{name}={value}" for name, value in facts.items())


def said_by_python(name: str, facts: Mapping[str, str], lang: str) -> dict[str, Any]:
    """Return what the same rules say outside the browser."""
    return dict(json.loads(call(json.dumps({"calculator": name, "lang": lang, "facts": dict(facts)}))))


def violations(page: Page, *rules: str, within: str = "html") -> list[str]:
    """Return what axe finds, one line each: with all its rules or with these, on the whole page or within a part."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # What passes is not described, which is half of the work.
    found = page.evaluate(
        """async ([rules, within]) => (await axe.run(within, {
          resultTypes: ["violations"], ...(rules.length ? { runOnly: rules } : {}) })).violations""",
        [rules, within],
    )
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def expect_answer(page: Page, said: Mapping[str, Any]) -> None:
    """Check that the page shows this finding's answer: in a word with its deadline and what is due, else in its sentence."""
    text = page.locator(".calc-answer__text")
    expect(text).to_have_attribute("data-answer", said["answer"])
    first = next((duty for duty in said.get("duties", ()) if duty["due"] == said["first_due"]), None)
    if not said.get("first_due") or first is None:
        expect(text).to_have_text(said["answer_text"])
        expect(page.locator(".calc-deadline")).to_have_count(0)
        return
    expect(text).to_contain_text(first.get("condition_text") or "")
    time = page.locator(".calc-deadline__time")
    expect(time).to_have_attribute("datetime", said["first_due"])
    clock = said["first_due"][11:16]
    expect(time).to_have_text("24:00" if clock == "00:00" else clock)
    expect(time).to_have_attribute("title", said["first_due_text"])
    expect(page.locator(".calc-deadline__whom")).to_have_text(first["name"])


def failed_with(page: Page, code: str, lang: str) -> None:
    """Check that the page says what happened, in its language, and still holds the rules and the answers."""
    assert wait_for(page, "failed") == "failed"
    words = messages.SCRIPT
    status = page.locator("[data-part=status]")
    expect(status.locator("strong")).to_have_text(words[f"failed_{code}"].in_(lang))
    expect(status).to_contain_text(words.get(f"now_{code}", words["failed_what_now"]).in_(lang))
    expect(page.locator("#rules")).to_be_visible()
    expect(page.locator("input[name=cii][value=yes]")).to_be_checked()
    expect(page.locator("progress")).to_be_hidden()


def without_the_calculators_script(page: Page, address: str) -> None:
    """Open a calculator as it is while its script is on its way, for as long as the page is open."""
    page.route("**/define.js", lambda _: None)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => document.readyState === 'interactive' && document.querySelector('footer')")


def try_again(page: Page) -> None:
    """Choose to try again, and get the answer."""
    press_try_again(page)
    assert wait_for(page, "answered") == "answered"


def press_try_again(page: Page) -> None:
    """Choose to try again, which begins at once, and may have failed again before anybody looks."""
    page.evaluate(
        """(name) => {
          window.begunAgain = false;
          new MutationObserver(() => { window.begunAgain = true; })
            .observe(document.querySelector(name), { attributeFilter: ["data-state"] });
        }""",
        ELEMENT,
    )
    page.locator("[data-part=status] button").click()
    page.wait_for_function("window.begunAgain")


def said_and_tried_again(
    served: Served, part: str, broken_by: Sequence[tuple[Fault, str]], lang: str, *, own: bool
) -> None:
    """Break a part in one way after another, trying again each time.

    The page names what is wrong, keeps what was entered, and works once the part is right.
    """
    watched, broken = served
    with watched.page() as (page, watch):
        if own:
            page.add_init_script(OWN_WORKER)
        for number, (fault, code) in enumerate(broken_by):
            broken[part] = fault
            if number:
                press_try_again(page)
            else:
                page.goto(watched.address + PATHS[lang] + FRAGMENT)
            failed_with(page, code, lang)
        del broken[part]
        try_again(page)
        watch.errors.clear()  # the browser's own words for what was done to it


def answers_in_page(watched: Watched, page: Page, questions: Sequence[Mapping[str, object]]) -> list[str]:
    """Ask all this of the Python of an open calculator page; return the findings as JSON text, byte for byte."""
    start = watched.address + own_asset("calculator/runtime/start.js")
    return list(page.evaluate(_ASK, [start, questions]))


def run_clock_until(page: Page, *states: str, step: int = 200) -> None:
    """Let the page's own clock run, ``step`` milliseconds at a time, until the calculator is in one of these states."""
    element = page.locator(ELEMENT)
    deadline = time.monotonic() + 60
    while (state := element.get_attribute("data-state")) not in states:
        if time.monotonic() > deadline:
            pytest.fail(f"the calculator is {state} still, not {' or '.join(states)}")
        page.clock.run_for(step)
        page.wait_for_timeout(50)


def open_law(watched: Watched, page: Page, lang: str, place: str) -> None:
    """Open a law page and wait until its scripts have run."""
    page.goto(f"{watched.address}{FOLDERS[lang]}/{place}")
    page.wait_for_selector(".reading-choice input:checked")


def unfold(page: Page, *names: str) -> None:
    """Open what is folded away under an answer, by the names of the folds."""
    for name in names:
        fold = page.locator(f"[data-fold={name}]")
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()


def open_questions(page: Page) -> None:
    """Open the questions that are folded away: those that a card answers, and times for later."""
    fold = page.locator(".calc-more-questions")
    if fold.get_attribute("open") is None:
        fold.locator("> summary").click()


def unfold_all(page: Page) -> None:
    """Open everything in the text of a page that is folded away."""
    page.evaluate("for (const each of document.querySelectorAll('article details')) each.open = true")
