"""A worked case as an exercise: the answer is hidden until the reader has judged, then the two are compared."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from calculators.catalogue import ask
from calculators.kernel.text import Lang
from calculators.texts import cases
from calculators.vulnerabilities.disclosure.messages import ANSWERS
from tests.browser.watched import ELEMENT, Watched, wait_for

NAME = "disclosure"
LANGS: tuple[Lang, ...] = ("zh", "en")
CASES = cases(NAME)


def judge(page: Page, verdict: str) -> None:
    """Commit to an answer."""
    page.locator(f"[data-part=exercise] button[data-answer={verdict}]").click()


@pytest.mark.parametrize("lang", LANGS)
def test_every_case_is_an_exercise(watched: Watched, lang: Lang) -> None:
    """For each case: story and facts show, no answer anywhere; after judging rightly or wrongly, the comparison and the answer."""
    words = {answer.value: answer.label.in_(lang) for answer in ANSWERS}
    with watched.calculator(lang, name=NAME) as (page, _):
        page.locator(".calc-foot > summary").click()
        for number, case in enumerate(CASES):
            page.evaluate("(id) => { location.hash = `exercise=${id}`; }", case.id)
            box = page.locator("[data-part=exercise]")
            expect(box).to_contain_text(case.story.in_(lang))
            expect(box).to_be_focused()
            said = ask(NAME, case.facts).to_json(lang)
            expect(page.locator(".calc-answer__text")).to_have_count(0)
            expect(page.locator("[data-part=details] > *")).to_have_count(0)
            expect(page.locator(".calc-bar")).to_be_hidden()
            expect(page.locator(f"#case-{case.id} .calc-case__answer")).to_be_hidden()
            shown = page.locator(f"[data-fact=act] input[value={case.facts['act']}]")
            expect(shown).to_be_checked()
            # What is still asked would tell that the answer is open.
            assert page.locator("[data-fact][data-state=ask], [data-open]").count() == 0
            assert str(said["answer_text"]) not in page.locator(f"{ELEMENT} [role=status]").inner_text()
            mine = case.expect["answer"] if number % 2 else "open"
            judge(page, mine)
            verdict = page.locator(".calc-verdict")
            expect(verdict).to_be_focused()
            expect(verdict).to_contain_text(words[mine])
            expect(verdict).to_have_attribute("data-right", str(mine == case.expect["answer"]).lower())
            expect(page.locator(".calc-answer__text")).to_have_text(str(said["answer_text"]))
            expect(page.locator(".calc-steps > li")).to_have_count(len(said["steps"]))  # type: ignore[arg-type]
            expect(page.locator(f"#case-{case.id} .calc-case__answer")).to_be_visible()
            assert page.url.endswith(f"#exercise={case.id}")


def test_link_opens_the_exercise_and_the_next_one_follows(watched: Watched) -> None:
    """A trainer's link opens it without a click; after judging, a link leads to the next case, and one out of it."""
    first, second = CASES[0], CASES[1]
    with watched.calculator("en", f"#exercise={first.id}", NAME) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect(page.locator("[data-part=exercise]")).to_contain_text(first.story.en)
        expect(page.locator(".calc-answer__text")).to_have_count(0)
        judge(page, "permitted")
        links = page.locator(".calc-onward a")
        links.first.click()
        expect(page.locator("[data-part=exercise]")).to_contain_text(second.story.en)
        expect(page.locator(".calc-answer__text")).to_have_count(0)
        judge(page, "open")
        links.last.click()
        expect(page.locator("[data-part=exercise]")).to_be_hidden()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")
        assert "exercise" not in page.url


def test_judging_before_python_is_there_is_judged_by_the_right_finding(watched: Watched) -> None:
    """A judgement made at once after the link waits for the finding of its own case, never that of the one before."""
    with watched.calculator("en", "#exercise=careful-report-to-vendor", NAME) as (page, _):
        assert wait_for(page, "answered") == "answered"
        page.evaluate(
            """() => {
              window.addEventListener("hashchange", () =>
                document.querySelector("[data-part=exercise] button[data-answer=prohibited]").click(), { once: true });
              location.hash = "exercise=sold-to-a-broker";
            }"""
        )
        expect(page.locator(".calc-verdict")).to_have_attribute("data-right", "true")
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "prohibited")


def test_answering_a_question_ends_the_exercise(watched: Watched) -> None:
    """Whoever changes the facts of a case has left it: the answer shows, and the address carries the facts."""
    with watched.calculator("en", "#exercise=foreign-bounty", NAME) as (page, _):
        assert wait_for(page, "answered") == "answered"
        page.locator("[data-fact=already_public] .calc-short button").click()
        page.locator("label:has(input[name=already_public][value=yes])").click()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")
        expect(page.locator("[data-part=exercise]")).to_be_hidden()
        assert "already_public=yes" in page.url
