"""Someone fills the form in, or opens a link, and reads the deadline."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from calculators.texts import cases
from tests.browser.helpers import QUESTIONS_WAIT, expect_answer, said_by_python
from tests.browser.watched import ELEMENT, PATHS, Watched, finding, next_finding, path_of, wait_for

NAME = "incident-report"
PHONE = {"width": 390, "height": 664}
COLUMNS = 1200
"""Two columns from this width on: 60em of the style sheet."""
LANGS = ("zh", "en")
BAD = (
    ("aware_at", "昨天下午"),
    ("aware_at", "2026-02-30 10:00"),
    ("aware_at", "0000-01-01 10:00"),
    ("aware_at", "99999-01-01 10:00"),
    ("aware_at", "2026-11-21 24:30"),
    ("aware_at", "11/21/2026 14:30"),
    ("aware_at", "2025-10-31T23:59:59+08:00"),
    ("handled_on", "2026-13-01"),
    ("received_at", "2026-01-01 00:00"),
)


def choose(page: Page, name: str, value: str) -> None:
    """Choose an answer as a reader does: by its label, and first open what it is folded away in."""
    folded = page.locator(f"details:not([open]):has(input[name={name}]) > summary")
    if folded.count():
        folded.click()
    page.locator(f"label:has(input[name={name}][value={value}])").click()


@pytest.mark.parametrize("lang", LANGS)
def test_form_filled_in_gives_the_deadline(watched: Watched, lang: str) -> None:
    """A reader fills the form in and reads the answer and the first deadline that Python gives for these facts."""
    facts = {"aware_at": "2026-11-21 14:30", "cii": "yes", "grade": "major", "ransomware": "yes"}
    said = said_by_python(NAME, facts, lang)
    with watched.calculator(lang) as (page, _):
        assert wait_for(page, "ready") == "ready"
        page.locator("input[name=aware_at]").fill(facts["aware_at"])
        for name in ("cii", "grade", "ransomware"):
            choose(page, name, facts[name])
        expect_answer(page, said)
        assert said["first_due"] == "2026-11-21T15:30:00+08:00"
        assert wait_for(page, "answered") == "answered"
        assert sorted(duties(page, "")) == sorted(duty["id"] for duty in said["duties"])
        assert set(duties(page, "[data-fold=authorities]")) == {
            duty["id"] for duty in said["duties"] if duty["by_authority"]
        }
        # What may not apply and has no limit is beside the answer; what has one comes first, in its order.
        mine = [duty for duty in said["duties"] if not duty["by_authority"]]
        dated = [duty["id"] for duty in mine if duty["due"]]
        lasting = {duty["id"] for duty in mine if not duty["due"] and duty["when"] == "applies"}
        shown = duties(page, ".calc-section--duties")
        assert shown[: len(dated)] == dated
        assert set(shown[len(dated) :]) == lasting


def duties(page: Page, within: str) -> list[str]:
    """Return the ids of the duties in the tables of a part of the result."""
    rows = page.locator(f"{within} .table--todo [data-duty]")
    return list(rows.evaluate_all("rows => rows.map((row) => row.dataset.duty)"))


@pytest.mark.parametrize("lang", LANGS)
def test_fragment_opens_an_answer_without_a_click(watched: Watched, lang: str) -> None:
    """A link that carries facts, an offset with its plus sign included, opens the answer by itself."""
    facts = {
        "aware_at": "2026-11-21T14:30:00+08:00",
        "cii": "no",
        "central_body": "yes",
        "grade": "relatively_major",
    }
    fragment = "#" + "&".join(f"{name}={value}" for name, value in facts.items())
    with watched.calculator(lang, fragment) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect_answer(page, said_by_python(NAME, facts, lang))
        expect(page.locator("input[name=central_body][value=yes]")).to_be_checked()


def test_case_link_opens_its_answer(watched: Watched) -> None:
    """A worked case on the page is a link that fills the form and shows the answer the case fixes."""
    case = next(each for each in cases("incident-report") if each.expect.get("first_due"))
    with watched.calculator("zh") as (page, _):
        next_finding(page)
        page.locator(".calc-foot > summary").click()
        page.locator(f"#case-{case.id} a").first.click()
        found = finding(page, first_due=case.expect["first_due"])
        assert found["answer"] == case.expect["answer"]
        expect(page.locator(".calc-deadline__time")).to_have_attribute("datetime", case.expect["first_due"])


def test_address_follows_the_answers(watched: Watched) -> None:
    """The address always carries the answers given, and no step is added to the history."""
    with watched.calculator("en") as (page, _):
        before = page.evaluate("history.length")
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        choose(page, "cii", "yes")
        page.wait_for_function('() => location.hash === "#aware_at=2026-11-21%2014:30&cii=yes"')
        choose(page, "cii", "unknown")
        page.wait_for_function('() => location.hash === "#aware_at=2026-11-21%2014:30"')
        page.locator("input[name=aware_at]").fill("")
        page.wait_for_function('() => location.hash === ""')
        assert wait_for(page, "ready") == "ready"
        assert page.evaluate("history.length") == before


@pytest.mark.parametrize("lang", LANGS)
def test_bad_input_says_the_same_sentence_as_the_command_line(watched: Watched, lang: str) -> None:
    """Each kind of bad input shows, at its field, the sentence that Python gives on the command line."""
    good = {"aware_at": "2026-11-21 14:30"}
    with watched.calculator(lang) as (page, _):
        for name, value in BAD:
            facts = good | {name: value}
            said = said_by_python(NAME, facts, lang)
            page.evaluate(
                "(hash) => { location.hash = hash; }", "&".join(f"{k}={v}" for k, v in facts.items())
            )
            error = page.locator(f"#incident-report-{name}-error")
            expect(error).to_have_text(said["error"]["message"])
            assert wait_for(page, "refused") == "refused"
            expect(page.locator(f"input[name={name}]")).to_have_attribute("aria-invalid", "true")
            expect(page.locator(f"input[name={name}]")).to_have_value(value)
            expect(page.locator("[data-part=found] [data-duty]")).to_have_count(0)
            expect(page.locator(".calc-deadline, [data-open]")).to_have_count(0)


def test_error_waits_for_the_typist(watched: Watched) -> None:
    """Half a time is not called wrong while it is being typed, and typing never loses the focus."""
    with watched.page() as (page, _):
        page.clock.install()
        page.goto(watched.address + path_of(NAME, "en"))
        wait_for(page, "ready")
        next_finding(page)
        field = page.locator("input[name=aware_at]")
        field.click()
        page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=1))
        page.keyboard.type("2026-11")
        page.clock.run_for(1000)  # somebody who types may rest
        assert finding(page, ok=False)["error"]["field"] == "aware_at"
        page.clock.run_for(1000)
        assert wait_for(page, "ready") == "ready"
        page.keyboard.type("-21 14:30")
        page.clock.run_for(1000)
        assert wait_for(page, "answered") == "answered"
        expect(field).to_be_focused()
        expect(field).to_have_value("2026-11-21 14:30")


def test_only_the_last_of_quick_answers_is_shown(watched: Watched) -> None:
    """Answers given faster than Python replies leave the finding of the last one on the page."""
    with watched.calculator("en", "#aware_at=2026-11-21T14:30&grade=major&cii=no") as (page, _):
        for _ in range(3):
            for value in ("yes", "unknown", "no"):
                page.evaluate(
                    "(value) => document.querySelector(`input[name=central_body][value=${value}]`).click()",
                    value,
                )
        expect(page.locator(".table--todo [data-duty=report-provincial]")).to_have_attribute(
            "data-when", "applies"
        )
        expect(page.locator(".table--todo [data-duty=report-central]")).to_have_count(0)


def test_a_change_while_the_first_answer_is_on_its_way_is_answered(watched: Watched) -> None:
    """A change made after Python has started, before it has answered, is asked about; the older answer never shows."""
    with watched.visit() as (page, _):
        page.add_init_script(f"{QUESTIONS_WAIT}; globalThis.hold = true;")
        page.goto(watched.address + PATHS["en"] + "#aware_at=2026-11-21T14:30&cii=yes&grade=major")
        page.wait_for_function("() => globalThis.letThrough")
        choose(page, "grade", "general")
        bar = page.locator("[data-part=bar]")
        expect(bar).to_have_attribute("data-answer", "below_threshold")
        page.evaluate("letThrough()")
        page.wait_for_timeout(300)
        expect(bar).to_have_attribute("data-answer", "below_threshold")


@pytest.mark.parametrize("lang", LANGS)
def test_unknown_parts_of_an_address_are_named_and_not_answered_over(watched: Watched, lang: str) -> None:
    """Names and values that the form has no place for are named as text, and the rest alone is not answered."""
    hostile = "#aware_at=2026-11-21T14:30&who=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&cii=maybe&x=%E0%A4"
    with watched.calculator(lang, hostile) as (page, _):
        assert wait_for(page, "refused") == "refused"
        notice = page.locator("[data-part=ignored]")
        expect(notice).to_be_visible()
        for name in ("who", "cii=maybe", "x=%E0%A4"):
            expect(notice).to_contain_text(name)
        expect(page.locator("img[src=x]")).to_have_count(0)
        page.evaluate("location.hash = 'aware_at=' + 'x'.repeat(100000)")
        expect(notice).to_contain_text("x" * 20)
        assert wait_for(page, "refused") == "refused"


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_open_questions_are_marked_and_a_result_leads_back_to_the_form(
    watched: Watched, viewport: dict[str, int]
) -> None:
    """Exactly what Python calls missing is marked; what a duty lacks is a button to its question, with the focus in it."""
    fragment = "#aware_at=2026-11-21T14:30&grade=major&cii=yes&central_body=no"
    with watched.calculator("en", fragment, viewport=viewport) as (page, _):
        said = said_by_python(NAME, dict(part.split("=") for part in fragment[1:].split("&")), "en")
        marked = page.locator("[data-open]").evaluate_all("all => all.map((each) => each.dataset.fact)")
        assert said["missing"]
        assert sorted(marked) == sorted(said["missing"])
        page.locator("[data-duty=summary] button").click()
        expect(page.locator("input[name=handled_on]")).to_be_focused()
        expect(page.locator("input[name=handled_on]")).to_be_in_viewport()


def test_finding_is_announced_and_fired(watched: Watched) -> None:
    """A change of the answer is put into the polite live region once and fired as an event that bubbles."""
    with watched.calculator("en", "#aware_at=2026-11-21T14:30&grade=general") as (page, _):
        next_finding(page)
        choose(page, "grade", "major")
        found = finding(page, ok=True, answer="report")
        expect(page.locator(f"{ELEMENT} [role=status]")).to_contain_text(found["answer_text"])


def test_answer_is_in_sight_while_the_questions_are(watched: Watched) -> None:
    """Once the answer is out of sight, one line under the header gives when and what is due, and leads to it."""
    fragment = "#aware_at=2026-11-21T14:30&cii=yes&central_body=no"
    with watched.calculator("en", fragment, viewport=PHONE) as (page, _):
        bar = page.locator(".calc-bar")
        expect(bar).to_be_hidden()
        page.locator("[data-fact=ransomware]").scroll_into_view_if_needed()
        page.evaluate("scrollTo(0, document.querySelector('[data-fact=ransomware]').offsetTop)")
        expect(bar).to_be_visible()
        expect(bar).to_contain_text("15:30")
        expect(bar).to_contain_text(page.locator(".calc-deadline__whom").inner_text())
        bar.click()
        expect(page.locator(".calc-deadline__time")).to_be_in_viewport()
        expect(bar).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_keyboard_alone_is_enough(watched: Watched, width: int) -> None:
    """With the keyboard only, a reader fills in the time, chooses with space and arrow keys and reads the deadline."""
    outline = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    with watched.calculator("zh", viewport={"width": width, "height": 800}) as (page, _):
        page.locator("input[name=aware_at]").focus()
        page.keyboard.type("2026-11-21 14:30")
        for _ in range(12):  # the browser's own boxes have parts
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.matches('[data-ago]')"):
                break
        expect(page.locator("[data-fact=aware_at] [data-ago]").last).to_be_focused()
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "quick":
                break
        card = page.locator(".calc-card input")
        expect(card.first).to_be_focused()
        page.keyboard.press("Space")
        due = page.locator(".calc-deadline__time")
        expect(due).to_have_attribute("datetime", "2026-11-21T15:30:00+08:00")
        expect(page.locator("input[name=cii][value=yes]")).to_be_checked()
        assert page.evaluate(outline) == "solid"
        page.keyboard.press("ArrowDown")
        expect(due).to_have_attribute("datetime", "2026-11-21T16:30:00+08:00")
        expect(card.nth(1)).to_be_focused()
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "grade":
                break
        page.keyboard.press("Space")
        expect(page.locator("input[name=grade]").first).to_be_checked()
        expect(page.locator("input[name=grade]").first).to_be_focused()
        assert page.evaluate(outline) == "solid"


def test_now_is_beijing_time(watched: Watched) -> None:
    """The buttons beside a time fill in this moment, or one just past, in Beijing time, wherever the reader is."""
    with watched.page(timezone_id="America/Los_Angeles") as (page, _):
        page.clock.install(time="2026-11-21T06:30:20Z")
        page.goto(f"{watched.address}/calculators/incident-report/")
        for ago, filled in enumerate(("2026-11-21 14:30", "2026-11-21 14:00", "2026-11-21 13:30")):
            page.locator("[data-fact=aware_at] button").nth(ago).click()
            expect(page.locator("input[name=aware_at]")).to_have_value(filled)


def test_beijing_time_comes_first(watched: Watched) -> None:
    """In Los Angeles the deadline is in Beijing time, with the reader's own time and zone beside it; in Shanghai alone."""
    fragment = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"
    with watched.calculator("en", fragment, timezone_id="America/Los_Angeles") as (page, _):
        expect(page.locator(".calc-deadline__time")).to_have_text("15:30")
        text = page.locator(".calc-deadline").inner_text()
        assert text.index("15:30") < text.index("Beijing time")
        assert "23:30" in text.split("Beijing time")[1]
        assert "Pacific" in text
    with watched.calculator("en", fragment) as (page, _):
        expect(page.locator(".calc-deadline__time")).to_be_visible()
        expect(page.locator(".calc-local")).to_have_count(0)
