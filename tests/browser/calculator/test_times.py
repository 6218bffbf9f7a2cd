"""A time is picked, typed or pasted in one place; nothing half-typed is answered, and no day is guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from calculators.kernel.instants import BEIJING
from calculators.kernel.instants.reading import read_instant
from tests.browser.helpers import violations
from tests.browser.watched import PATHS, Watched, finding, next_finding, source, wait_for

ASKED = "[data-fact=aware_at]"
BOX, DATE, CLOCK = f"{ASKED} input[type=text]", f"{ASKED} input[type=date]", f"{ASKED} input[type=time]"
DAYS = f"{ASKED} [data-part=days] button"
ZONES = ("America/Los_Angeles", "Europe/London", "Asia/Kolkata", "Pacific/Kiritimati", "America/St_Johns")
LISTEN = """() => {
  window.seen = [];
  addEventListener("calculator-finding", ({ detail }) => window.seen.push(detail.ok ? detail.facts.aware_at : detail.error.message));
}"""


def seen(page: Page) -> list[str]:
    return list(page.evaluate("window.seen"))


def answered_times(page: Page) -> set[str]:
    return {each for each in seen(page) if each.startswith("20")}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_native_boxes_give_a_time_in_beijing(watched: Watched, lang: str) -> None:
    """Whatever the reader's own zone: the box with the fact's name holds it, and is the only one that is sent."""
    with watched.calculator(lang, timezone_id="America/Los_Angeles") as (page, _):
        next_finding(page)
        page.locator(DATE).fill("2026-11-21")
        page.locator(CLOCK).fill("14:30")
        page.locator(CLOCK).blur()
        found = finding(page, ok=True)
        assert found["facts"]["aware_at"] == "2026-11-21T14:30:00+08:00"
        expect(page.locator(BOX)).to_have_value("2026-11-21 14:30")
        assert (
            page.evaluate(
                "[...new FormData(document.querySelector('.calc-form')).keys()].filter((each) => each === 'aware_at').length"
            )
            == 1
        )
        assert "aware_at=2026-11-21%2014:30" in page.url


def test_one_native_box_alone_is_no_time_and_no_mistake(watched: Watched) -> None:
    with watched.calculator("zh") as (page, _):
        page.locator(DATE).fill("2026-11-21")
        page.locator(DATE).blur()
        page.locator("label:has(input[name=grade][value=major])").click()
        assert wait_for(page, "ready") == "ready"
        expect(page.locator(DATE)).to_have_value("2026-11-21")
        expect(page.locator("#incident-report-aware_at-error")).to_be_empty()


def test_the_native_boxes_show_what_was_read(watched: Watched) -> None:
    """Typed or pasted, a time is seen in them as it is in Beijing; one that was refused is not seen there."""
    with watched.calculator("en", timezone_id="Europe/London") as (page, _):
        page.locator(BOX).fill("Sat, 21 Nov 2026 01:30:05 -0500")
        expect(page.locator(DATE)).to_have_value("2026-11-21")
        expect(page.locator(CLOCK)).to_have_value("14:30:05")
        page.locator(BOX).fill("11/21/2026 14:30")
        page.locator(BOX).blur()
        assert wait_for(page, "refused") == "refused"
        expect(page.locator(DATE)).to_have_value("")
        expect(page.locator(CLOCK)).to_have_value("")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("2026-11-21 14:30", "2026-11-21T14:30:00+08:00"),
        ("2026-11-21 2:30 pm", "2026-11-21T14:30:00+08:00"),
        ("2026年11月21日14时30分", "2026-11-21T14:30:00+08:00"),
        ("2026-11-21 06:30 UTC", "2026-11-21T14:30:00+08:00"),
    ],
)
def test_nothing_half_typed_is_answered(watched: Watched, typed: str, whole: str) -> None:
    """Key after key, with the rests of somebody who types: the one time that is answered is the whole one."""
    with watched.calculator("zh", "#cii=yes&grade=major") as (page, _):
        next_finding(page)
        page.evaluate(LISTEN)
        page.locator(BOX).press_sequentially(typed, delay=60)
        finding(page, ok=True)
        assert answered_times(page) == {whole}


def test_half_a_minute_is_not_answered_however_long_one_rests(watched: Watched) -> None:
    with watched.calculator("zh", "#cii=yes&grade=major") as (page, _):
        next_finding(page)
        page.evaluate(LISTEN)
        page.locator(BOX).press_sequentially("2026-11-21 14:3")
        assert wait_for(page, "refused") == "refused"
        assert answered_times(page) == set()


def test_what_is_pasted_is_answered_and_its_address_opens_it(watched: Watched) -> None:
    """Words never reach the address, the time that they name does."""
    with watched.calculator("zh", "#cii=yes&grade=major") as (page, _):
        next_finding(page)
        page.locator(BOX).fill("发现时间：2026年11月21日（星期六）下午2点半")
        assert finding(page, ok=True)["facts"]["aware_at"] == "2026-11-21T14:30:00+08:00"
        page.wait_for_url("**aware_at=2026-11-21T14:30:00%2B08:00**")
        assert "%E4" not in page.url


@pytest.mark.parametrize(("lang", "said"), [("zh", "缺少日期"), ("en", "has no date")])
@pytest.mark.parametrize("ago", [0, 1])
def test_a_time_without_its_date_is_asked_back(watched: Watched, lang: str, said: str, ago: int) -> None:
    """Today or yesterday, each with its date in Beijing: pressed, it is the answer; before, there is none."""
    with watched.page(timezone_id="Pacific/Kiritimati") as (page, _):
        page.clock.install(time="2026-11-25T17:10:00Z")  # the 26th in Beijing, at 01:10
        page.goto(f"{watched.address}{PATHS[lang]}#cii=yes&grade=major")
        wait_for(page, "ready")
        page.locator(BOX).fill("23:30")
        page.locator(BOX).blur()
        page.clock.run_for(5000)
        assert wait_for(page, "refused") == "refused"
        expect(page.locator("#incident-report-aware_at-error")).to_contain_text(said)
        expect(page.locator(DAYS)).to_have_count(2)
        assert violations(page) == []
        day = ("2026-11-26", "2026-11-25")[ago]
        expect(page.locator(DAYS).nth(ago)).to_contain_text(f"{day} 23:30")
        page.locator(DAYS).nth(ago).focus()
        page.keyboard.press("Enter")
        page.clock.run_for(5000)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(BOX)).to_have_value(f"{day} 23:30")
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(DAYS)).to_have_count(0)


def test_a_time_of_day_in_words_is_asked_back_as_a_clock_shows_it(watched: Watched) -> None:
    with watched.calculator("zh", "#cii=yes") as (page, _):
        next_finding(page)
        page.locator(BOX).fill("昨晚11点半")
        page.locator(BOX).blur()
        expect(page.locator(DAYS).last).to_contain_text(" 23:30")
        page.locator(DAYS).last.click()
        yesterday = datetime.now(tz=UTC).astimezone(BEIJING) - timedelta(days=1)
        assert finding(page, ok=True)["facts"]["aware_at"] == f"{yesterday:%Y-%m-%d}T23:30:00+08:00"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_own_time_beside_a_deadline_is_read_as_the_same_moment(watched: Watched, lang: str) -> None:
    """What the page writes in the reader's zone, around the days on which clocks change as well."""
    moments = ["2026-11-21T06:30:00Z", "2026-03-08T09:30:00Z", "2026-11-01T08:30:00Z", "2026-07-01T16:00:05Z"]
    for zone in ZONES:
        with watched.calculator(lang, timezone_id=zone) as (page, _):
            module = source(page, "shared/time.js")
            for moment in moments:
                shown = page.evaluate(
                    "async ([module, ...rest]) => (await import(module)).localTime(...rest)",
                    [module, moment, lang],
                )
                assert read_instant("now", shown) == (datetime.fromisoformat(moment), False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_native_boxes_have_names_and_are_gone_without_the_script(watched: Watched, lang: str) -> None:
    with watched.calculator(lang) as (page, _):
        name = {"zh": "日期（北京时间）", "en": "Date in Beijing"}[lang]
        expect(page.locator(ASKED).get_by_label(name)).to_be_enabled()
        question = page.locator(f"{ASKED} label").first.inner_text()
        assert str(page.locator(f"{ASKED} [role=group]").first.get_attribute("aria-label")) in question
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(watched.address + PATHS[lang])
        expect(page.locator(BOX)).to_be_visible()
        expect(page.locator(DATE)).to_be_hidden()
        expect(page.locator(CLOCK)).to_be_hidden()
