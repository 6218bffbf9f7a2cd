"""Somebody who holds a vulnerability asks, question by question, whether it may be disclosed."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import Lang
from calculators.texts import cases
from calculators.vulnerabilities.disclosure.rules import REQUIREMENTS
from tests.browser.helpers import (
    fragment,
    said_by_python,
    unfold,
    unfold_all,
    violations,
    without_the_calculators_script,
)
from tests.browser.watched import ELEMENT, Watched, finding, next_finding, path_of, wait_for

NAME = "disclosure"
LANGS: tuple[Lang, ...] = ("zh", "en")
SHALLOW = {"width": 1280, "height": 320}
"""What is answered becomes a line where the page can scroll by as much, so that nothing moves under the hand."""
ABROAD = {"act": "share_abroad", "unlawful_purpose": "no", "attack_tool": "no", "already_public": "no"}
ADVISORY = dict(next(case for case in cases(NAME) if case.id == "advisory-with-patch").facts)


def states(page: Page) -> dict[str, str]:
    """Return how each question stands: asked, short or folded."""
    return dict(
        page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("[data-fact]")]
              .map((each) => [each.dataset.fact, each.dataset.state]))"""
        )
    )


def asked(page: Page) -> set[str]:
    """Return the questions that are on screen in full."""
    return {name for name, state in states(page).items() if state == "ask"}


def test_a_link_from_the_law_opens_its_question(watched: Watched) -> None:
    """`#question-hype`, to which article 9 links, shows that question, asked or not, before and after the start."""
    with watched.calculator("zh", "#question-hype", NAME) as (page, _):
        expect(page.locator("#question-hype")).to_be_in_viewport()
        assert states(page)["hype"] == "ask"
        page.evaluate("location.hash = 'question-major_event'")
        expect(page.locator("#question-major_event")).to_be_in_viewport()
        assert states(page)["major_event"] == "ask"
        assert page.url.endswith("#question-major_event")


def choose(page: Page, name: str, value: str) -> dict[str, object]:
    """Choose an answer as a reader does, by its label, and return the finding that follows."""
    page.locator(f"label:has(input[name={name}][value={value}])").click()
    handle = page.wait_for_function(
        """([name, value]) => {
          const last = window.findings.at(-1);
          return last?.facts?.[name] === value && last;
        }""",
        arg=[name, value],
    )
    return dict(json.loads(json.dumps(handle.json_value())))


@pytest.mark.parametrize("lang", LANGS)
def test_one_question_first_then_only_what_still_matters(watched: Watched, lang: Lang) -> None:
    """From the act on, what is asked in full is the question at hand and what the finding calls missing; nothing else."""
    with watched.calculator(lang, name=NAME) as (page, _):
        next_finding(page)
        assert wait_for(page, "ready") == "ready"
        assert asked(page) == {"act"}
        facts: dict[str, str] = {}
        for name, value in (
            ("act", "publish"),
            ("unlawful_purpose", "no"),
            ("attack_tool", "no"),
            ("patch_available", "no"),
            ("negotiated", "yes"),
            ("reported", "yes"),
            ("assessed", "yes"),
            ("operator_details", "no"),
            ("hype", "no"),
            ("remedy_published", "yes"),
            ("major_event", "no"),
            ("principled", "yes"),
        ):
            found = choose(page, name, value)
            facts[name] = value
            said = said_by_python(NAME, facts, lang)
            assert found == said
            expect(page.locator(".calc-answer__text")).to_have_text(str(said["answer_text"]))
            # The answer is on screen whatever question is at hand: in its place, or in the line at the foot.
            expect(page.locator(".calc-answer__text:visible, .calc-bar:visible").last).to_be_in_viewport()
            missing = set(said["missing"])  # type: ignore[call-overload]
            assert missing | {name} <= asked(page)
            assert asked(page) - set(facts) == missing
        assert found["answer"] == "permitted"
        expect(page.locator("[data-answer=permitted] > .calc-mark").first).to_be_visible()


@pytest.mark.parametrize("lang", LANGS)
def test_an_answer_is_changed_without_losing_later_ones(watched: Watched, lang: Lang) -> None:
    """An earlier answer is a line with a way back to its question; the answers after it stay."""
    with watched.calculator(lang, fragment(ADVISORY), NAME) as (page, _):
        next_finding(page)
        assert wait_for(page, "answered") == "answered"
        assert {states(page)[name] for name in ADVISORY} == {"short"}
        row = page.locator("[data-fact=patch_available]")
        expect(row.locator("input").first).to_be_hidden()
        row.get_by_role("button").click()
        expect(row.locator("input:checked")).to_be_focused()
        found = choose(page, "patch_available", "no")
        assert found["answer"] == "open"
        assert found["missing"] == ["negotiated", "reported", "assessed"]
        for name in set(ADVISORY) - {"patch_available", "on"}:
            expect(page.locator(f"input[name={name}][value={ADVISORY[name]}]")).to_be_checked()


def test_every_question_can_be_had(watched: Watched) -> None:
    """Folded questions come back with one button, which says how many there are, and go again."""
    with watched.calculator("en", fragment({"act": "tell_provider"}), NAME) as (page, _):
        assert wait_for(page, "answered") == "answered"
        assert asked(page) == {"unlawful_purpose", "attack_tool"}
        toggle = page.locator(".calc-more button")
        expect(toggle).to_contain_text("13 more")
        toggle.click()
        expect(toggle).to_have_attribute("aria-expanded", "true")
        assert asked(page) == {fact.name for fact in CALCULATORS[NAME].facts} - {"act"}
        toggle.click()
        assert asked(page) == {"unlawful_purpose", "attack_tool"}


def test_the_question_at_hand_stays_where_it_is(watched: Watched) -> None:
    """When an earlier question shrinks to a line, the one just answered does not move under the pointer."""
    with watched.calculator("zh", fragment({"act": "publish"}), NAME) as (page, _):
        next_finding(page)
        for name in ("unlawful_purpose", "attack_tool", "patch_available", "operator_details", "hype"):
            page.locator(f"[data-fact={name}]").scroll_into_view_if_needed()
            before = page.locator(f"[data-fact={name}]").bounding_box()
            choose(page, name, "no")
            after = page.locator(f"[data-fact={name}]").bounding_box()
            assert before
            assert after
            assert abs(before["y"] - after["y"]) < 1


@pytest.mark.parametrize("lang", LANGS)
def test_what_changed_is_announced_and_nothing_more(watched: Watched, lang: Lang) -> None:
    """The live region gets the new sentence, the step that turned and how much is left, not the page."""
    facts = ADVISORY | {"patch_available": "no", "negotiated": "yes", "reported": "yes"}
    with watched.calculator(lang, fragment(facts), NAME) as (page, _):
        next_finding(page)
        before = said_by_python(NAME, facts, lang)
        after = choose(page, "assessed", "no")
        assert (before["answer"], after["answer"]) == ("open", "prohibited")
        told = page.locator(f"{ELEMENT} [role=status]").inner_text()
        step = next(each for each in after["steps"] if each["rule"] == "after-the-patch")  # type: ignore[attr-defined]
        assert str(after["answer_text"]) in told
        assert step["text"] in told
        assert len(told) < len(str(after["answer_text"])) + len(step["text"]) + 30


@pytest.mark.parametrize("lang", LANGS)
def test_ways_out_lead_where_they_say(watched: Watched, lang: Lang) -> None:
    """Each way that would permit the act, opened, is permitted; so is each other act; the way back is the browser's."""
    with watched.calculator(lang, fragment(ABROAD | {"attack_tool": "yes"}), NAME) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(".calc-section--acts")).to_have_count(0)
        conditions = page.locator(".calc-section--changes li")
        expect(conditions).to_have_count(2)
        page.locator(".calc-suppose").click()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")
        expect(page.locator("[data-part=answer]")).to_be_focused()
        expect(page.locator(".calc-answer__text")).to_be_in_viewport()
        page.go_back()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "prohibited")
    facts = ADVISORY | {"patch_available": "no", "major_event": "unknown"}
    with watched.calculator(lang, fragment(facts), NAME) as (page, _):
        said = said_by_python(NAME, facts, lang)
        expect(page.locator("[data-way]")).to_have_count(len(said["changes"]))  # type: ignore[arg-type]
        for number in range(len(said["changes"])):  # type: ignore[arg-type]
            page.locator("[data-way] .calc-suppose").nth(number).click()
            expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")
            page.go_back()
            expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "open")
        page.locator("[data-act=report_platform] a").click()
        expect(page.locator("input[name=act][value=report_platform]")).to_be_checked()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")


@pytest.mark.parametrize("lang", LANGS)
def test_contacts_and_penalties_are_there_as_information(watched: Watched, lang: Lang) -> None:
    """The platforms with their addresses, what may follow with its note, each with provision and certainty."""
    with watched.calculator(lang, fragment(ABROAD), NAME) as (page, _):
        said = said_by_python(NAME, ABROAD, lang)
        unfold(page, "contacts", "penalties")
        for section, key in (("contacts", "contacts"), ("penalties", "penalties")):
            items = page.locator(f".calc-section--{section} > ul:not(.calc-cites) > li")
            expect(items).to_have_count(len(said[key]))  # type: ignore[arg-type]
            expect(page.locator(f".calc-section--{section} .calc-cite").first).to_be_visible()
        links = page.locator(".calc-section--contacts a:not(.calc-cite)")
        addresses = links.evaluate_all("(all) => all.map((each) => each.href)")
        assert addresses == [f"{each['url']}/" for each in said["contacts"] if each["url"]]  # type: ignore[attr-defined]
        expect(page.locator(".calc-section--penalties .note")).to_have_text(str(said["penalties_note"]))


HOSTILE = (
    "#act=%3Cscript%3Ealert(1)%3C/script%3E&patch_available=no",
    "#act=publish&%3Cimg%20src=x%20onerror=alert(1)%3E=yes&attack_tool=perhaps&__proto__=x&constructor=y",
    "#act=publish&act=tell_provider&patch_available=unknown&patch_available=%E0%A4%A",
    "#disclosure-on=2026-01-01&disclosure-act-publish=publish&=&&&=yes&act=publish",
    "#act=publish&on=" + "9" * 3000,
    "#act=publish&" + "x=" * 3000,
    "#act=publish&x=\u202e\u0000%00",
)


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_addresses_leave_a_page_that_says_what_it_ignored(watched: Watched, lang: Lang) -> None:
    """Markup, huge, malformed, doubled and unknown parts are named, or refused in a sentence; the page then works."""
    with watched.calculator(lang, name=NAME) as (page, _):
        next_finding(page)
        for hostile in HOSTILE:
            page.evaluate("(hash) => { window.findings.length = 0; location.hash = hash; }", hostile)
            page.wait_for_function("() => window.findings.length > 0")
            notice = page.locator("[data-part=ignored]")
            if "on=999" in hostile:
                expect(page.locator("#disclosure-on-error")).not_to_be_empty()
                expect(page.locator("input[name=on]")).to_be_visible()
                page.locator("input[name=on]").fill("")
                finding(page, ok=True)
            else:
                expect(notice).to_be_visible()
                assert len(notice.inner_text()) < 500
            assert page.locator("img[src=x], .md-content script:not([src]):not([type])").count() == 0
            if page.locator("input[name=act]").first.is_hidden():
                page.locator("[data-fact=act] .calc-short button").click()
            found = choose(page, "act", "share_abroad")
            assert found["ok"]
            expect(page.locator(".calc-answer__text")).to_have_text(str(found["answer_text"]))


@pytest.mark.parametrize("lang", LANGS)
def test_contradictions_are_answered_and_noted(watched: Watched, lang: Lang) -> None:
    """A patch beside an early-release procedure is answered on the strict reading, and the note is on the page."""
    facts = ADVISORY | {"negotiated": "yes"}
    with watched.calculator(lang, fragment(facts), NAME) as (page, _):
        (note,) = set(said_by_python(NAME, facts, lang)["notes"]) - set(
            said_by_python(NAME, ADVISORY, lang)["notes"]
        )  # type: ignore[call-overload]
        unfold(page, "steps")
        expect(page.locator(".calc-notes")).to_be_visible()
        expect(page.locator(".calc-notes")).to_contain_text(note)
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "permitted")


def test_keyboard_alone_is_enough(watched: Watched) -> None:
    """With Tab, arrows, Space and Enter only: the act, its questions, an answer changed, and the answer reached."""
    with watched.calculator("zh", name=NAME, viewport=SHALLOW) as (page, _):
        next_finding(page)

        def tab_to(selector: str) -> None:
            for _ in range(60):
                page.keyboard.press("Tab")
                if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                    return
            pytest.fail(f"Tab never reached {selector}")

        tab_to("input[name=act]")
        page.keyboard.press("Space")
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        expect(page.locator("input[name=act][value=share_abroad]")).to_be_checked()
        finding(page, answer="open", missing=["unlawful_purpose", "attack_tool", "already_public"])
        for name in ("unlawful_purpose", "attack_tool", "already_public"):
            tab_to(f"input[name={name}]")  # none is chosen: the first is reached
            page.keyboard.press("ArrowRight")
            expect(page.locator(f"input[name={name}][value=no]")).to_be_checked()
            expect(page.locator(f"[data-fact={name}] input:checked")).to_be_focused()
        finding(page, answer="prohibited")
        for _ in range(60):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.matches('[data-fact=attack_tool] .calc-short button')"):
                break
        page.keyboard.press("Enter")
        expect(page.locator("input[name=attack_tool][value=no]")).to_be_focused()
        page.keyboard.press("ArrowLeft")
        expect(page.locator("input[name=attack_tool][value=yes]")).to_be_checked()
        found = finding(page, answer="prohibited", other_acts=[])
        expect(page.locator(".calc-answer__text")).to_have_text(found["answer_text"])
        tab_to(".calc-suppose")
        page.keyboard.press("Enter")
        finding(page, answer="permitted")
        expect(page.locator("[data-part=answer]")).to_be_focused()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(watched: Watched, lang: Lang, scheme: str) -> None:
    """The first question alone, and a full result, everything unfolded: no violation in light and dark."""
    with watched.calculator(lang, name=NAME, color_scheme=scheme) as (page, _):
        assert violations(page) == []
        facts = fragment(ADVISORY | {"patch_available": "no"})
        page.evaluate("(hash) => { location.hash = hash; }", facts)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator("[data-fact=act]")).to_have_attribute("data-state", "short")
        page.locator(".calc-more button").click()
        unfold_all(page)
        assert violations(page) == []


@pytest.mark.parametrize("lang", LANGS)
def test_without_script_the_form_and_the_rules_are_readable(watched: Watched, lang: Lang) -> None:
    """With JavaScript off every question shows, and the table says of each requirement which acts it binds."""
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(watched.address + path_of(NAME, lang))
        for fact in CALCULATORS[NAME].facts:
            expect(page.locator(f"[data-fact={fact.name}]")).to_be_visible()
        for rule in REQUIREMENTS:
            row = page.locator(f"[data-rule={rule.id}]")
            expect(row.locator("[data-binds=yes]")).to_have_count(len(rule.acts))
        expect(page.locator("noscript")).to_be_visible()
        expect(page.locator("#cases")).to_be_visible()
        expect(page.locator(".calc-case__exercise").first).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_question_stays_in_its_place_when_the_script_arrives(watched: Watched, width: int) -> None:
    """Where scripts run, only the first question shows from the first paint on; it and all below it stay where they are."""
    places = """() => ["[data-fact=act]", "[data-part=submit]", "#rules"].flatMap((each) => {
      const { top, bottom } = document.querySelector(each).getBoundingClientRect();
      return [top, bottom].map((edge) => Math.round(edge + scrollY));
    })"""
    with watched.visit(viewport={"width": width, "height": 900}) as (page, _):
        without_the_calculators_script(page, watched.address + path_of(NAME, "zh"))
        expect(page.locator("[data-fact=actor]")).to_be_hidden()
        before = page.evaluate(places)
    with watched.calculator("zh", name=NAME, viewport={"width": width, "height": 900}) as (page, _):
        assert page.evaluate(places) == before


@pytest.mark.parametrize("lang", LANGS)
def test_no_sideways_scrolling_on_the_smallest_phone(watched: Watched, lang: Lang) -> None:
    """At 320 pixels form, result and table fit without sideways scrolling."""
    with watched.calculator(lang, fragment(ABROAD), NAME, viewport={"width": 320, "height": 640}) as (
        page,
        _,
    ):
        assert wait_for(page, "answered") == "answered"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
