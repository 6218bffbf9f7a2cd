"""Somebody on duty looks for the grade: the annex's table is the form, and the grade goes over to the report and back."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlparse

import pytest
from playwright.sync_api import Page, expect

from calculators.kernel.text import Lang
from calculators.texts import cases, gradings, works
from tests.browser.helpers import fragment, said_by_python, violations
from tests.browser.watched import Watched, path_of, wait_for

NAME = "incident-grade"
LANGS: tuple[Lang, ...] = ("zh", "en")
REPORT = {"aware_at": "2026-11-21T14:30", "cii": "no", "central_body": "no"}
CASE = {case.id: dict(case.facts) for case in cases(NAME)}
PHONE = {"viewport": {"width": 390, "height": 664}}


def cell(page: Page, name: str, value: str) -> None:
    """Tap a cell, and wait for the finding on it."""
    page.locator(f"label:has(input[name={name}][value={value}])").click()
    answered(page, name, value)


def answered(page: Page, name: str, value: str) -> None:
    page.wait_for_function(
        "([name, value]) => window.findings?.at(-1)?.facts?.[name] === value", arg=[name, value]
    )


def taken(page: Page) -> list[str]:
    """Return what can be done with the grade now."""
    shown = page.locator("[data-part=grade-actions] > :not([hidden])")
    return [str(each.get_attribute("data-take") or each.get_attribute("data-part")) for each in shown.all()]


def facts_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlparse(address).fragment))


NOTE = """() => { window.findings ??= [];
  document.addEventListener("calculator-finding", ({ detail }) => window.findings.push(detail)); }"""


@pytest.mark.parametrize("lang", LANGS)
def test_a_tap_on_a_cell_says_at_once_at_least_which_grade(watched: Watched, lang: Lang) -> None:
    with watched.calculator(lang, "", NAME, **PHONE) as (page, _):
        page.evaluate(NOTE)
        cell(page, "personal_information", "major")
        said = said_by_python(NAME, {"personal_information": "major"}, lang)
        answer = page.locator("[data-part=answer]")
        expect(answer.locator("strong")).to_have_text(said["headline"])
        expect(answer.locator(".grade-grounds")).to_have_text(said["grounds"])
        expect(answer).to_be_in_viewport()
        assert taken(page) == ["major"]
        assert facts_of(page.url) == {"personal_information": "major"}
        page.locator("label:has(input[name=personal_information][value=major])").click()  # a slip
        page.wait_for_function("() => window.findings.at(-1).facts.personal_information === 'unknown'")
        assert taken(page)[-1] == "none-reached"


def test_a_cell_is_reached_by_the_keyboard_and_says_what_it_is(watched: Watched) -> None:
    with watched.calculator("zh", "", NAME) as (page, _):
        page.evaluate(NOTE)
        page.locator("input[name=loss]:checked").focus()
        page.keyboard.press("ArrowRight")  # round to the first cell
        answered(page, "loss", "relatively_major")
        expect(page.get_by_role("radio", name="较大： 500万以上 一个来源")).to_be_checked()
        expect(page.get_by_role("group", name="直接经济损失")).to_be_visible()


def test_cells_that_are_not_verified_are_no_answers_and_lead_to_the_official_annex(watched: Watched) -> None:
    official = works()["incident-measures"].official[0].url
    with watched.calculator("zh", "", NAME) as (page, _):
        for row in gradings()["incident-measures"].indicators:
            name = row.id.removeprefix("annex-").replace("-", "_")
            question = page.locator(f"[data-fact={name}]")
            for each in row.cells:
                assert question.locator(f"input[value={each.grade.id}]").count() == (not each.is_open)
            unverified = question.locator(".grade-cell--open")
            assert unverified.count() == sum(each.is_open for each in row.cells)
            assert {each.get_attribute("href") for each in unverified.all()} <= {official}


def test_nothing_reached_is_not_general_before_the_general_criteria_are_answered(watched: Watched) -> None:
    with watched.calculator("zh", "", NAME, **PHONE) as (page, _):
        page.evaluate(NOTE)
        page.locator("[data-part=none-reached]").click()
        answered(page, "loss", "below")
        criteria = page.locator("[data-part=criteria]")
        assert criteria.get_attribute("open") is not None
        assert page.evaluate("window.findings.at(-1).missing") == [
            "general_systems",
            "general_data",
            "general_other",
        ]
        expect(page.locator("[data-part=finding] [data-answer]")).to_have_attribute("data-answer", "open")
        for name in ("general_systems", "general_data", "general_other"):
            cell(page, name, "below")
        # What is not verified is still between this and the lowest grade; what did not happen is not.
        expect(page.locator("[data-part=finding] [data-answer]")).to_have_attribute("data-answer", "open")
        assert taken(page) == ["settled"]
        for name in ("headcount", "tampering_sites"):
            cell(page, name, "none")
        expect(page.locator("[data-part=finding] [data-answer]")).to_have_attribute("data-answer", "general")
        assert taken(page) == ["general"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_grade_goes_over_to_the_report_and_back_with_all_facts(watched: Watched, lang: Lang) -> None:
    with watched.calculator(lang, fragment(REPORT)) as (page, _):
        page.locator("[data-hand-over=incident-grade]").click()
        page.wait_for_url(f"**{path_of(NAME, lang)}**")
        wait_for(page, "answered")
        page.evaluate(NOTE)
        expect(page.locator("[data-part=ignored]")).to_be_hidden()
        cell(page, "cii_whole", "major")
        cell(page, "loss", "relatively_major")
        page.locator("[data-take=major]").click()
        page.wait_for_url(f"**{path_of('incident-report', lang)}**")
        wait_for(page, "answered")
        expect(page.locator("[data-part=ignored]")).to_be_hidden()
        there = facts_of(page.url)
        assert {name: there[name] for name in (*REPORT, "grade")} == REPORT | {"grade": "major"}
        page.locator("[data-hand-over=incident-grade]").click()
        page.wait_for_url(f"**{path_of(NAME, lang)}**")
        wait_for(page, "answered")
        back = facts_of(page.url)
        assert (back["cii_whole"], back["loss"]) == ("major", "relatively_major")
        assert dict(parse_qsl(unquote(back["incident-report"]))) == REPORT | {"grade": "major"}


def test_a_question_in_a_fold_is_opened_by_its_address_and_from_the_list(watched: Watched) -> None:
    with watched.calculator("zh", "#question-tampering_home", NAME) as (page, _):
        expect(page.locator("#question-tampering_home")).to_be_in_viewport()
        page.goto(f"{watched.address}{path_of(NAME, 'zh')}{fragment({'population': 'major'})}")
        page.reload()
        wait_for(page, "answered")
        expect(page.locator("#question-population")).to_be_visible()


@pytest.mark.parametrize("case", ["city-portal-a-day", "tampering-short", "nothing-reached"])
def test_page_and_terminal_answer_a_case_alike(watched: Watched, case: str) -> None:
    with watched.calculator("en", fragment(CASE[case]), NAME) as (page, _):
        said = said_by_python(NAME, CASE[case], "en")
        shown = page.locator("[data-part=finding] [data-answer]")
        expect(shown).to_have_attribute("data-answer", said["answer"])
        assert said["headline"] in shown.inner_text()


@pytest.mark.parametrize("lang", LANGS)
def test_axe_finds_nothing(watched: Watched, lang: Lang) -> None:
    with watched.calculator(lang, fragment(CASE["tampering-short"]), NAME) as (page, _):
        for fold in page.locator("form details").all():
            fold.evaluate("(each) => (each.open = true)")
        assert violations(page) == []


def test_without_a_script_the_rows_are_plain_radio_buttons(watched: Watched) -> None:
    with watched.page(java_script_enabled=False) as (page, _):
        page.goto(watched.address + path_of(NAME, "zh"))
        page.locator("label:has(input[name=loss][value=below])").click()
        expect(page.locator("input[name=loss][value=below]")).to_be_checked()
        expect(page.locator("[data-part=submit]")).to_be_disabled()
