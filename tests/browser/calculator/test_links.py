"""Links in the page: mended and said so, not answered over, and with when and by which rules they were made."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Lang
from publisher.calculator import messages
from publisher.calculator.page import works_of
from publisher.changelog.changes import changes_of
from tests.browser.helpers import expect_answer, fragment, said_by_python, unfold
from tests.browser.watched import Watched, path_of, wait_for

NAME = "incident-report"
FACTS = {"aware_at": "2026-11-21T14:30", "cii": "yes", "grade": "major"}
LINK = fragment(FACTS)
NOW = "2026-12-20T10:00:00+08:00"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
CHANGES = changes_of(NAME, works_of(CALCULATORS[NAME]))


def said(key: str, lang: Lang, **values: Any) -> str:
    return messages.SCRIPT[key].fill(**values).in_(lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("link", "named"),
    [
        (f"{LINK}。", "grade=major"),
        (LINK.replace("&", "&amp;"), "cii=yes, grade=major"),
        (LINK.upper(), "aware_at=2026-11-21T14:30, cii=yes, grade=major"),
        (
            LINK.replace("=", "%3D").replace("&", "%26"),
            "aware_at=2026-11-21T14:30, cii=yes, grade=major",
        ),
    ],
)
def test_a_mended_link_is_answered_and_said(watched: Watched, lang: Lang, link: str, named: str) -> None:
    with watched.calculator(lang, link) as (page, _):
        assert wait_for(page, "answered") == "answered"
        expect_answer(page, said_by_python(NAME, FACTS, lang))
        expect(page.locator("[data-part=ignored]")).to_have_text(said("mended", lang, names=named))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "link",
    [LINK[:-1], f"{LINK}请看", LINK.replace("yes", "maybe"), f"{LINK}&grade=general", f"{LINK}&who=me"],
)
@pytest.mark.parametrize("how", ["mended", "sent off"])
def test_what_cannot_be_read_is_not_answered_over(watched: Watched, lang: Lang, link: str, how: str) -> None:
    """No answer stands beside the notice; once the reader has looked at the form, it is answered and the notice goes."""
    with watched.calculator(lang, LINK) as (page, _):
        page.evaluate("(hash) => { location.hash = hash; }", link)  # over an answer that was there before
        assert wait_for(page, "refused") == "refused"
        notice = page.locator("[data-part=ignored]")
        expect(notice).to_contain_text(said("unread", lang, names="|").partition("|")[0])
        expect(page.locator(".calc-answer__text, .calc-deadline, [data-action=copy-link]")).to_have_count(0)
        expect(page.locator("[data-part=finding]")).to_contain_text(said("unread_refused", lang))
        expect(page.locator("input[name=aware_at]")).to_have_value("2026-11-21T14:30")
        if how == "mended":
            page.locator("label:has(input[name=grade][value=general])").click()
        else:
            page.locator("[data-part=submit]").click()
        assert wait_for(page, "answered") == "answered"
        expect(notice).to_be_hidden()


def test_what_was_appended_is_said_and_changes_nothing(watched: Watched) -> None:
    with watched.calculator("zh", f"{LINK}&from=singlemessage&isappinstalled=0") as (page, _):
        assert wait_for(page, "answered") == "answered"
        names = "from=singlemessage, isappinstalled=0"
        expect(page.locator("[data-part=ignored]")).to_have_text(said("ignored", "zh", names=names))


def opened(page: Page, watched: Watched, lang: Lang, link: str) -> None:
    page.clock.install(time=datetime.fromisoformat(NOW) - timedelta(minutes=1))
    page.goto(f"{watched.address}{path_of(NAME, lang)}{link}")
    assert wait_for(page, "answered") == "answered"
    page.clock.pause_at(NOW)


def choose_general(page: Page) -> None:
    """Change the grade; in the middle of the window, where the strip that comes with scrolling does not lie over it."""
    label = page.locator("label:has(input[name=grade][value=general])")
    label.evaluate("(label) => label.scrollIntoView({ block: 'center' })")
    label.click()
    expect(label.locator("input")).to_be_checked()


# What a link says of its origin, and which changes have come since; None: nothing is said at all.
NEWEST = CHANGES[0]
ORIGINS: dict[str, tuple[str, int | None]] = {
    "of now": (f"&at={NEWEST.date}T23:59:00%2B08:00&v={NEWEST.id}", 0),
    "of the edition before": (f"&at={NEWEST.date}T23:59:00%2B08:00&v={CHANGES[1].id}", 1),
    "of the first edition": (f"&at=2026-11-21T10:00:00%2B08:00&v={CHANGES[-1].id}", len(CHANGES) - 1),
    "long before the site": ("&at=2026-05-20T10:00:00%2B08:00&v=0.9", len(CHANGES)),
    "with another program's edition, later": ("&at=2026-12-19T10:00:00%2B08:00&v=1.0.0", 0),
    "without an edition": ("&at=2026-12-19T10:00:00%2B08:00", 0),
    "without a time": (f"&v={NEWEST.id}", 0),
    "in UTC": (f"&at=2026-12-19T02:00:00Z&v={NEWEST.id}", 0),
    "with a full stop": (f"&at=2026-12-19T02:00:00Z&v={NEWEST.id}。", 0),
    "without either": ("", None),
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_says_when_it_was_made_and_what_has_changed(watched: Watched, lang: Lang) -> None:
    """Nothing of it changes the answer."""
    with watched.page() as (page, _):
        for origin, (more, changed) in ORIGINS.items():
            page.goto("about:blank")  # else the same page would only get another fragment
            opened(page, watched, lang, LINK + more)
            expect_answer(page, said_by_python(NAME, FACTS, lang))
            place = page.locator("[data-part=origin]")
            if changed is None:
                expect(place).to_be_hidden()
                continue
            day = re.search(r"at=(\d{4}-\d\d-\d\d)", more)
            expect(place).to_contain_text(day[1] if day else said("link_undated", lang).strip())
            if changed == 0:
                expect(place).to_contain_text(said("rules_same", lang))
            else:
                expect(place).to_contain_text(said("rules_changed", lang))
                unfold(page, "keep")
                for each in CHANGES[:changed]:
                    expect(place).to_contain_text(each.answers.in_(lang))
                    assert each.title.in_(lang) in page.locator(".calc-section--record").inner_text()
            links = place.locator("li a").evaluate_all("(links) => links.map((each) => each.hash.slice(1))")
            assert links == [each.id for each in CHANGES[:changed]], origin
            page.clock.resume()
            choose_general(page)
            expect(place).to_be_hidden()


@pytest.mark.parametrize(
    "more", ["&at=yesterday", "&at=2026-13-45T10:00Z", "&at=2026-12-25T10:00Z", "&v=%E4%B8%AD", "&case=1"]
)
def test_an_origin_that_cannot_be_read_is_named_and_the_answer_stands(watched: Watched, more: str) -> None:
    with watched.page() as (page, _):
        opened(page, watched, "zh", LINK + more)
        expect(page.locator("[data-part=ignored]")).to_contain_text(more[1:5].partition("=")[0] + "=")
        expect(page.locator("[data-part=origin]")).to_be_hidden()


def copied(page: Page, action: str) -> str:
    unfold(page, "keep")
    page.evaluate("() => navigator.clipboard.writeText('')")
    page.locator(f"[data-action={action}]").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()) !== ''")
    return str(page.evaluate("() => navigator.clipboard.readText()"))


def test_an_old_link_keeps_its_time_until_a_fact_is_changed(watched: Watched) -> None:
    """In the link that is copied on, the text and the record; a changed fact makes a new result of now."""
    more = f"&at=2026-12-01T09:00:00%2B08:00&v={NEWEST.id}"
    with watched.page(**CLIPBOARD) as (page, _):
        opened(page, watched, "en", LINK + more)
        assert copied(page, "copy-link").endswith(more.replace(":", ":"))
        text = copied(page, "copy-text")
        assert more in text
        assert "2026-12-01 09:00" in text
        assert "2026-12-01 09:00" in page.locator(".calc-section--record").inner_text()
        page.clock.resume()
        choose_general(page)
        expect(page.locator("[data-part=origin]")).to_be_hidden()
        link = copied(page, "copy-link")
        assert "at=2026-12-20T10:00" in link
        assert f"v={NEWEST.id}" in link
        assert link in copied(page, "copy-text")
        assert "2026-12-01" not in copied(page, "copy-markdown")


def test_a_link_that_was_copied_opens_with_its_time(watched: Watched) -> None:
    with watched.page(**CLIPBOARD) as (page, _):
        opened(page, watched, "zh", LINK)
        link = copied(page, "copy-link")
    with watched.page() as (page, _):
        opened(page, watched, "en", f"#{link.partition('#')[2]}")
        expect(page.locator("[data-part=origin]")).to_contain_text("2026-12-20 ")
        expect(page.locator("[data-part=ignored]")).to_be_hidden()
