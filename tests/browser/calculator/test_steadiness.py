"""Nothing moves from under a hand: while an answer comes, while the first questions shrink, under a finger that is down."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from calculators.incidents.report.questions import ROUTE
from tests.browser.helpers import QUESTIONS_WAIT
from tests.browser.watched import ELEMENT, PATHS, Watched, finding, next_finding, wait_for

PHONE = {"width": 390, "height": 664}
COLUMNS = 1200
"""Two columns from this width on: 60em of the style sheet."""
LANGS = ("zh", "en")


def test_the_strip_waits_for_a_press_to_end(watched: Watched) -> None:
    """What lies at the head of the window is not covered between the press and the release."""
    fragment = "#aware_at=2026-11-21T14:30&cii=yes"
    with watched.calculator("en", fragment, viewport={"width": 1280, "height": 500}) as (page, _):
        bar = page.locator("[data-part=bar]")
        page.locator("[data-part=answer]").evaluate("(answer) => answer.scrollIntoView()")
        expect(bar).to_be_hidden()
        page.mouse.move(1270, 490)  # where there is nothing to press
        page.mouse.down()
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_timeout(300)
        expect(bar).to_be_hidden()
        page.mouse.up()
        expect(bar).to_be_visible()


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", LANGS)
def test_an_answer_moves_no_question_from_under_a_readers_hand(
    watched: Watched, lang: str, width: int, zone: str
) -> None:
    """Time, cards and, beside the answer, the other questions stay where they are when the time is understood, and when it
    is taken out again: when the answer, the mark of an open question and the times on the cards come and go."""
    asked = (
        ".calc-first :is(label, .calc-card *)"
        if width < COLUMNS
        else ".calc-ask :is(label, legend, .calc-card *)"
    )
    top = f"() => [...document.querySelectorAll('{asked}')].map((each) => Math.round(each.getBoundingClientRect().top + scrollY))"
    viewport = {"width": width, "height": 800}
    with watched.calculator(lang, viewport=viewport, timezone_id=zone) as (page, _):
        expect(page.locator(".calc-card [data-part=clock]").first).not_to_be_empty()
        before = page.evaluate(top)
        assert len(before) > len(ROUTE.answers)
        for time, state in (("2026-11-21 14:30", "answered"), ("", "ready")):
            page.locator("input[name=aware_at]").fill(time)
            page.wait_for_function(
                f"() => document.querySelector('regulation-calculator').dataset.state === '{state}'"
            )
            assert page.evaluate(top) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("anchoring", ["auto", "none"])
def test_a_question_under_the_answer_stays_under_the_finger(
    watched: Watched, lang: str, anchoring: str
) -> None:
    """On a phone the answer above grows and shrinks while the questions under it are answered: the one tapped stays.

    It does so in a browser that anchors nothing by itself as well.
    """
    fragment = "#aware_at=2026-11-21T14:30&cii=no&central_body=no"
    with watched.calculator(lang, fragment, viewport=PHONE) as (page, _):
        page.evaluate("(how) => { document.documentElement.style.overflowAnchor = how }", anchoring)
        for name, value in (("grade", "general"), ("grade", "major"), ("suspected_crime", "yes")):
            label = page.locator(f"label:has(input[name={name}][value={value}])")
            label.scroll_into_view_if_needed()
            before = label.bounding_box()
            next_finding(page)
            label.click()
            finding(page, ok=True)
            after = label.bounding_box()
            assert before
            assert after
            assert after["y"] == pytest.approx(before["y"], abs=1), (name, value)


def test_the_first_questions_stay_for_whoever_types_or_uses_the_keyboard(watched: Watched) -> None:
    """On a phone they shrink to a line once they are left; until then no box and no card goes, nor the focus in it."""
    with watched.calculator("zh", "#cii=yes&central_body=no", viewport=PHONE) as (page, _):
        first = page.locator("[data-part=first]")
        box = page.locator("input[name=aware_at]")
        box.click()
        page.keyboard.type("2026-11-21 14:30")
        assert wait_for(page, "answered") == "answered"
        expect(box).to_be_focused()
        expect(first).to_have_attribute("data-state", "ask")
        page.keyboard.press("Tab")
        for due, place in (("16:30", 1), ("18:30", 2)):
            page.keyboard.press("ArrowDown")
            expect(page.locator(".calc-deadline__time")).to_have_text(due)
            expect(page.locator(".calc-card input").nth(place)).to_be_focused()
        page.keyboard.press("Tab")
        expect(first).to_have_attribute("data-state", "short")
        expect(page.locator("[data-action=edit]")).to_be_visible()
        assert page.evaluate("document.activeElement.closest('.calc-found') !== null")


@pytest.mark.parametrize("chip_first", [True, False])
def test_time_and_route_tapped_in_either_order_lead_to_the_answer(
    watched: Watched, *, chip_first: bool
) -> None:
    with watched.calculator("zh", viewport=PHONE) as (page, _):
        taps = [page.locator("[data-ago]").nth(1), page.locator(".calc-card").nth(2)]
        for each in taps if chip_first else reversed(taps):
            each.click()
        assert wait_for(page, "answered") == "answered"
        expect(page.locator("[data-part=first]")).to_have_attribute("data-state", "short")
        expect(page.locator("[data-part=answer]")).to_be_focused()
        expect(page.locator(".calc-deadline__time")).to_be_in_viewport()
        page.locator("[data-action=edit]").click()
        expect(page.locator("[data-part=first]")).to_have_attribute("data-state", "ask")
        page.locator(".calc-card").nth(2).click()  # it was right: the same again
        expect(page.locator("[data-part=first]")).to_have_attribute("data-state", "short")
        assert page.evaluate("document.activeElement !== document.body")


def test_what_is_wrong_with_the_first_questions_is_seen_on_a_phone(watched: Watched) -> None:
    with watched.calculator("zh", "#aware_at=2026-02-30&cii=yes&central_body=no", viewport=PHONE) as (
        page,
        _,
    ):
        assert wait_for(page, "refused") == "refused"
        expect(page.locator("#incident-report-aware_at-error")).to_be_visible()
        expect(page.locator("input[name=aware_at]")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_answer_that_comes_under_the_finger_takes_nothing_away(watched: Watched, width: int) -> None:
    """What is pressed while an answer arrives is what is chosen: nothing moves between the press and the release."""
    with watched.visit(viewport={"width": width, "height": 760}) as (page, _):
        page.add_init_script(QUESTIONS_WAIT)
        page.goto(watched.address + PATHS["zh"])
        assert wait_for(page, "ready") == "ready"
        page.evaluate("globalThis.hold = true")
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        page.wait_for_function("() => globalThis.letThrough")
        page.locator(".calc-card").first.hover()
        next_finding(page)
        page.mouse.down()
        page.evaluate("letThrough()")  # the time is answered now, with a line more under its box
        page.wait_for_timeout(500)
        assert page.locator(ELEMENT).get_attribute("data-state") == "ready"
        page.mouse.up()
        finding(page, ok=True)
        expect(page.locator("input[name=cii][value=yes]")).to_be_checked()
        expect(page.locator(".calc-deadline__time")).to_be_attached()


def test_the_button_to_send_off_stays_for_whoever_is_about_to_press_it(watched: Watched) -> None:
    """With an answer there it is not needed, and goes; not from under the mouse, nor with the focus."""
    with watched.calculator("zh", viewport={"width": 1280, "height": 800}) as (page, _):
        submit = page.locator("[data-part=submit]")
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        submit.hover()
        before = submit.bounding_box()
        assert wait_for(page, "answered") == "answered"
        assert submit.bounding_box() == before
        submit.click()
        expect(page.locator("[data-part=answer]")).to_be_focused()
        page.mouse.move(1270, 790)
        expect(submit).to_be_hidden()
