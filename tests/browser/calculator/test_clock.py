"""Time on the page: Beijing first wherever the reader is, the reader's own beside it, and what is left, calmly."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from calculators.kernel.duties.states import left_text
from calculators.kernel.text import Lang
from tests.browser.watched import DUTIES, Watched, finding, next_finding, path_of, wait_for

CASE = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"
ZONES = {
    "America/Los_Angeles": "UTC−08:00",
    "Europe/London": "UTC+00:00",
    "Asia/Shanghai": None,
    "Pacific/Kiritimati": "UTC+14:00",
}
PASTED = (
    "2026-11-21 14:30",
    "2026年11月21日14时30分",
    "２０２６年１１月２１日１４：３０",
    "2026-11-21T06:30:00Z",
    "2026-11-21T01:30:00-05:00",
    " 2026-11-21T14:30+08:00 ",
)


def dues(page: Page) -> list[str]:
    """Return the instants of all deadlines shown."""
    found = page.locator(".calc-deadline time, [data-duty] time").evaluate_all(
        "all => all.map((each) => each.dateTime)"
    )
    return [str(each) for each in found]


def test_every_zone_gives_the_same_instants(watched: Watched) -> None:
    """In Los Angeles, London, Shanghai and Kiritimati the deadlines are the same, in Beijing time, with the own offset beside."""
    seen = {}
    for zone, offset in ZONES.items():
        with watched.calculator("en", CASE, timezone_id=zone) as (page, _):
            expect(page.locator(".calc-deadline__time")).to_have_text("15:30")
            expect(page.locator(".calc-deadline__day")).to_contain_text(
                "21 November, 15:30 included, Beijing time."
            )
            local = page.locator(".calc-deadline .calc-local:not([data-clock])")
            if offset:
                expect(local).to_contain_text(offset)
            else:
                expect(local).to_have_count(0)
            seen[zone] = dues(page)
    assert len({tuple(each) for each in seen.values()}) == 1
    assert "2026-11-21T15:30:00+08:00" in seen["Europe/London"]


def test_the_hour_that_a_clock_shows_twice_or_never_is_told_apart(watched: Watched) -> None:
    """Around both changes of the clock in Los Angeles, the own time carries the offset that holds at that instant."""
    cases = {
        "2026-11-01T07:30:00Z": "01:30 (UTC−07:00, Pacific Daylight Time)",  # the first 01:30
        "2026-11-01T08:30:00Z": "01:30 (UTC−08:00, Pacific Standard Time)",  # the second
        "2026-03-08T09:30:00Z": "03:30 (UTC−07:00, Pacific Daylight Time)",  # there is no 02:30
        "2026-03-08T02:30:00-08:00": "04:30 (UTC−07:00, Pacific Daylight Time)",  # written on a clock that skips it
    }
    with watched.calculator("en", timezone_id="America/Los_Angeles") as (page, _):
        for typed, shown in cases.items():
            page.evaluate("(hash) => { location.hash = hash; }", f"aware_at={typed}&cii=yes&grade=major")
            expect(page.locator(".calc-deadline .calc-local:not([data-clock])")).to_contain_text(shown)


@pytest.mark.parametrize("typed", PASTED)
def test_pasted_times_are_understood(watched: Watched, typed: str) -> None:
    """However a time is written, it is the same instant, and the page says how it was understood."""
    with watched.calculator("zh") as (page, _):
        page.locator("input[name=aware_at]").fill(typed)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator("[data-fact=aware_at] [data-part=echo]")).to_have_text(
            "即北京时间 2026-11-21 14:30"
        )


def test_midnight_is_named_as_the_end_of_the_day_before(watched: Watched) -> None:
    """00:00 is 24:00 of the day that it ends, which is kept through; the end of a day is read as 00:00 of the next."""
    fragment = "#role=platform&log_created_on=2026-08-31"
    with watched.calculator("zh", fragment, name=DUTIES) as (page, _):
        due = page.locator("[data-duty=keep-log] .calc-due")
        expect(due).to_have_text("至少至24:00 2027年2月28日星期日")
        expect(due).to_have_attribute("title", re.compile("即2027年2月28日（星期日）24时"))
        page.locator("[data-part=more] button").click()  # a platform is not asked for it
        page.locator("input[name=aware_at]").fill("2026-11-21 24:00")
        expect(page.locator("[data-fact=aware_at] [data-part=echo]")).to_have_text(
            "即北京时间 2026-11-22 00:00"
        )


def test_countdown_runs_and_is_told_once(watched: Watched) -> None:
    """What is left is shown to the minute, in the last minutes to the second, then as missed; it is announced once."""
    with watched.page() as (page, _):
        page.clock.install(time="2026-11-21T06:31:10Z")
        page.goto(watched.address + path_of("incident-report", "en") + CASE)
        assert wait_for(page, "answered") == "answered"
        page.clock.pause_at("2026-11-21T06:40:30Z")
        left = page.locator(".calc-deadline .calc-left")
        expect(left).to_have_text("49 minutes left")
        later = page.locator("[data-duty=report-central] .calc-left")
        expect(later).to_have_text("1 hour 49 minutes left")
        expect(page.locator("[data-clock]")).to_have_text("Now 14:40 by this device.")
        announced = page.locator("[data-part=announce]").inner_text()
        assert announced.endswith("minutes left")
        page.clock.run_for(45 * 60_000)
        expect(left).to_have_text("4 minutes 30 seconds left")
        expect(later).to_have_text("1 hour 4 minutes left")
        expect(page.locator("[data-duty=report-cii] .calc-left")).to_have_count(0)  # it stands in the answer
        page.clock.run_for(270_000)
        expect(left).to_have_text("0 seconds left")  # the full limit is still in time
        page.clock.run_for(1000)
        expect(left).to_have_text("missed by 1 second")
        assert page.locator("[data-part=announce]").inner_text() == announced
        live = "all => all.filter((each) => each.closest('[aria-live], [role=status], [role=alert], [role=timer]')).length"
        assert page.locator(".calc-left").evaluate_all(live) == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_latest_possible_deadline_says_at_most(watched: Watched, lang: Lang) -> None:
    """Where a deadline is only the latest possible, the page's own clock says what Python says: at most, at least."""
    with watched.page() as (page, _):
        page.clock.install(time="2026-11-21T06:31:10Z")
        page.goto(watched.address + path_of("incident-report", lang) + CASE)
        assert wait_for(page, "answered") == "answered"
        latest = page.locator("[data-countdown][data-latest]").first
        due = datetime.fromisoformat(str(latest.get_attribute("data-countdown")))
        for left in (300, -300):
            page.clock.pause_at(due - timedelta(seconds=left + 1))
            page.clock.run_for(1000)
            expect(latest).to_have_text(left_text(left, at_most=True).in_(lang))
        expect(page.locator(".calc-deadline [data-latest]")).to_have_count(
            0
        )  # what runs now is no such deadline


def test_nothing_runs_where_the_moment_was_given(watched: Watched) -> None:
    """With `now` among the facts, the finding says what was left then, whatever the page's clock shows."""
    with watched.calculator("en", CASE + "&now=2026-11-21T15:00") as (page, _):
        expect(page.locator(".calc-deadline .calc-left")).to_have_text("30 minutes left")
        expect(page.locator("[data-countdown], [data-clock]")).to_have_count(0)


def test_a_clock_that_is_wrong_by_a_day_is_not_believed_silently(watched: Watched) -> None:
    """A time after the page's present is answered, and the page says so and which time it believes it is."""
    with watched.page() as (page, _):
        page.clock.install(time="2026-11-20T06:31:10Z")
        page.goto(watched.address + path_of("incident-report", "zh") + CASE)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(".calc-ahead")).to_contain_text("所填时间晚于现在，请核对")
        expect(page.locator("[data-clock]")).to_have_text("本机2026-11-20 14:31")
        page.clock.pause_at("2026-11-20T16:00:00Z")  # the day of the deadline has begun in Beijing
        page.clock.run_for(1000)
        expect(page.locator("[data-clock]")).to_have_text("本机00:00")


@pytest.mark.parametrize("ago", [0, 30, 60])
def test_a_moment_just_past_is_taken_in_beijing(watched: Watched, ago: int) -> None:
    """The buttons give this minute, or one so long ago, and the answer that comes of it is the one for that minute."""
    with watched.calculator("en", "#cii=yes&grade=major", timezone_id="Pacific/Kiritimati") as (page, _):
        next_finding(page)
        page.evaluate("addEventListener('input', ({ target }) => { window.filled = target.name; })")
        before = datetime.now(tz=UTC).replace(second=0, microsecond=0)
        page.locator(f"[data-fact=aware_at] [data-ago='{ago}']").click()
        found = finding(page, ok=True)
        taken = datetime.fromisoformat(found["facts"]["aware_at"]) + timedelta(minutes=ago)
        assert before <= taken <= datetime.now(tz=UTC)
        assert page.evaluate("window.filled") == "aware_at"  # filled in for the reader is as good as typed


BAD = {
    "aware_at=1899-12-31T10:00": "aware_at",
    "aware_at=99999-12-31T10:00": "aware_at",
    "aware_at=2026-11-21T14:30%2B14:01": "aware_at",
    "aware_at=2026-11-21T14:30&handled_on=2026-11-20": "handled_on",
    "aware_at=2026-11-21T14:30&received_at=2026-11-21T14:29": "received_at",
    "cii=yes": "aware_at",
}


@pytest.mark.parametrize(("fragment", "field"), BAD.items())
def test_sent_off_what_is_wrong_has_the_focus_and_the_rest_is_kept(
    watched: Watched, fragment: str, field: str
) -> None:
    """Sent off with the button, the field at fault has its sentence and the focus; no answer given is lost."""
    with watched.calculator("zh", f"#{fragment}&central_body=yes&grade=major") as (page, _):
        page.locator("input[name=ransomware][value=no]").focus()
        assert wait_for(page, "refused", "ready")
        expect(page.locator("input[name=ransomware][value=no]")).to_be_focused()  # nothing moves it by itself
        typed = page.locator(f"input[name={field}]").input_value()
        page.locator("[data-part=submit]").click()
        expect(page.locator(f"input[name={field}]")).to_be_focused()
        expect(page.locator(f"#incident-report-{field}-error")).not_to_be_empty()
        expect(page.locator(f"input[name={field}]")).to_have_value(typed)
        expect(page.locator("input[name=central_body][value=yes]")).to_be_checked()
        expect(page.locator("input[name=grade][value=major]")).to_be_checked()


def test_sent_off_with_the_enter_key_the_answer_has_the_focus(watched: Watched) -> None:
    """Enter in a box sends the form off: the answer comes at once and is in sight."""
    with watched.calculator("en") as (page, _):
        page.locator("input[name=aware_at]").fill("2026-11-21 14:30")
        page.keyboard.press("Enter")
        expect(page.locator("[data-part=answer]")).to_be_focused()
        expect(page.locator(".calc-answer__text")).to_be_in_viewport()


def test_a_name_in_a_time_box_stays_out_of_the_address(watched: Watched) -> None:
    """What cannot be a time is refused at its field and is never written into the address."""
    with watched.calculator("zh", "#cii=yes") as (page, _):
        page.locator("input[name=aware_at]").fill("张三昨天来电")
        page.locator("[data-part=submit]").click()
        assert wait_for(page, "refused") == "refused"
        assert page.url.endswith("#cii=yes")
        assert json.dumps("张三") not in page.evaluate("JSON.stringify([history.state, {...localStorage}])")


RECEIVED = "#aware_at=2026-11-25T22:00&cii=no&central_body=no&grade=relatively_major&received_at="


@pytest.mark.parametrize(
    ("received", "zh", "en"),
    [
        ("2026-11-26T01:59:59", "按时：属地省级网信部门于", "in time: received by the provincial"),
        ("2026-11-26T02:00:00", "按时：属地省级网信部门于", "in time: received by the provincial"),
        ("2026-11-26T02:00:01", "逾期1秒：", "late by 1 second: received by"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_counts_on_after_a_receipt(
    watched: Watched, lang: Lang, received: str, zh: str, en: str
) -> None:
    """What was received is in time or late; a year later the page says the same."""
    with watched.page() as (page, _):
        page.clock.install(time="2026-11-26T03:00:00Z")
        page.goto(watched.address + path_of("incident-report", lang) + RECEIVED + received)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator(".calc-deadline__time")).to_have_text("02:00")  # that of report-provincial
        row = page.locator(".calc-deadline .calc-left")
        expect(row).to_contain_text(zh if lang == "zh" else en)
        said = row.inner_text()
        expect(page.locator("[data-countdown], [data-clock]")).to_have_count(0)
        page.clock.fast_forward(400 * 24 * 3600 * 1000)
        assert row.inner_text() == said


@pytest.mark.parametrize(("lang", "unknown"), [("zh", "是否已经报告，本页不知道"), ("en", "whether a report was made, this page does not know")])  # fmt: skip
def test_what_is_long_past_is_in_ink_and_says_what_is_not_known(
    watched: Watched, lang: Lang, unknown: str
) -> None:
    """Up to a day a deadline is missed, in red; from then on it is over, and whether a report was made is not known."""
    with watched.page() as (page, _):
        page.clock.install(time="2026-11-21T10:00:00Z")
        page.goto(
            watched.address
            + path_of("incident-report", lang)
            + "#aware_at=2026-11-21T14:30&cii=yes&grade=relatively_major"
        )
        assert wait_for(page, "answered") == "answered"
        row = page.locator(".calc-deadline .calc-left")
        page.clock.pause_at("2026-11-22T07:29:59Z")
        page.clock.run_for(1000)
        expect(row).to_have_attribute("data-late", "")
        expect(row).not_to_contain_text(unknown)
        page.clock.run_for(1000)
        expect(row).to_contain_text(unknown)
        expect(row).not_to_have_attribute("data-late", "")
        ink = page.evaluate("getComputedStyle(document.querySelector('[data-part=answer]')).color")
        for over in (".calc-deadline__time", "[data-duty=report-cii] .calc-due", ".calc-deadline .calc-left"):
            expect(page.locator(over)).to_have_css("color", ink)
