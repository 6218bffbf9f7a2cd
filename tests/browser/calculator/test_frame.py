"""The frame of a calculator: what everything hangs on and the answer on the first screen, all else folded away."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from calculators.incidents.report.questions import ROUTE
from calculators.kernel.instants import BEIJING
from calculators.kernel.text import LANGS, Lang
from tests.browser.helpers import said_by_python, unfold
from tests.browser.paper import printed, squeezed
from tests.browser.watched import Watched, next_finding, wait_for

PHONE = {"width": 390, "height": 664}
DESK = {"width": 1280, "height": 800}
STRIP = 48
TALLEST = {"zh": ((PHONE, 1400), (DESK, 1200)), "en": ((PHONE, 1740), (DESK, 1200))}
"""English takes more room on a phone; it is to come down to the same."""
ROUTES = ("cii=yes&central_body=no", "cii=no&central_body=yes", "cii=no&central_body=no")
START = "#aware_at=2026-11-26T02:15&"
BOTH_LANGS = pytest.mark.parametrize("lang", LANGS)


def tap(page: Page, place: int) -> None:
    """Tap one of the cards."""
    page.locator(".calc-card").nth(place).click()


def foot(page: Page, selector: str) -> float:
    """Return how far down the window an element ends."""
    box = page.locator(selector).first.bounding_box()
    assert box, f"{selector} is not shown"
    return box["y"] + box["height"]


@pytest.mark.parametrize(
    ("lang", "viewport", "tallest"),
    [(lang, viewport, tallest) for lang, rows in TALLEST.items() for viewport, tallest in rows],
)
def test_an_answered_page_is_short(
    watched: Watched, viewport: dict[str, int], tallest: int, lang: Lang
) -> None:
    """With its folds closed the incident page is no taller than so many pixels, whatever the route, the grade and the hour."""
    now = datetime.now(BEIJING)
    starts = [
        f"#aware_at={now - ago:%Y-%m-%dT%H:%M}&"
        for ago in (timedelta(minutes=20), timedelta(hours=5), timedelta(days=4, hours=23, minutes=59))
    ]
    with watched.calculator(lang, viewport=viewport) as (page, _):
        for start, route in product(starts, ROUTES):
            for grade in ("", "&grade=major"):
                next_finding(page)
                page.evaluate("(hash) => { location.hash = hash; }", start + route + grade)
                page.wait_for_function("() => window.findings.length > 0")
                tall = page.evaluate("document.documentElement.scrollHeight")
                assert tall <= tallest, f"{start}{route}{grade}: {tall}"


@BOTH_LANGS
def test_two_taps_on_a_phone_give_when_whom_and_what_to_do(watched: Watched, lang: Lang) -> None:
    """After the time and the route, the time, the recipient and the first action are on the first screen."""
    with watched.calculator(lang, viewport=PHONE) as (page, _):
        assert foot(page, ".calc-cards") <= PHONE["height"]
        page.locator("[data-fact=aware_at] button").first.click()
        tap(page, 2)
        assert wait_for(page, "answered") == "answered"
        expect(page.locator("[data-part=first]")).to_have_attribute("data-state", "short")
        for part in (
            ".calc-deadline__time",
            ".calc-deadline__whom",
            ".calc-left",
            ".calc-now .button--primary",
        ):
            assert 0 < foot(page, part) <= PHONE["height"], part
        expect(page.locator(".calc-now .button--primary")).to_have_attribute("href", "tel:12387")


@BOTH_LANGS
def test_on_a_desk_all_but_the_folds_is_on_one_screen(watched: Watched, lang: Lang) -> None:
    with watched.calculator(lang, START + ROUTES[0] + "&grade=major", viewport=DESK) as (page, _):
        assert foot(page, ".calc-details > .calc-section--duties") <= DESK["height"]


@BOTH_LANGS
def test_cards_say_what_python_says(watched: Watched, lang: Lang) -> None:
    """Each card has the limit of its route, and with a time given the clock time at which Python says that it ends."""
    with watched.calculator(lang, START) as (page, _):
        for place, answer in enumerate(ROUTE.answers):
            said = said_by_python("incident-report", {"aware_at": "2026-11-26T02:15", **answer.facts}, lang)
            (due,) = (duty["due"] for duty in said["duties"] if duty["id"] == answer.duty)
            card = page.locator(".calc-card").nth(place)
            expect(card.locator("[data-part=clock]")).to_have_text(due[11:16])
            tap(page, place)
            for name in ROUTE.names:
                chosen = page.locator(f"input[name={name}]:checked")
                if value := answer.facts.get(name):
                    expect(chosen).to_have_value(value)
                else:
                    expect(chosen).to_have_count(0)


def test_a_card_is_chosen_when_its_questions_are_answered_one_by_one(watched: Watched) -> None:
    with watched.calculator("en", START, viewport=DESK) as (page, _):
        page.locator(".calc-more-questions > summary").click()
        for name in ROUTE.names:
            page.locator(f"label:has(input[name={name}][value=yes])").click()
        expect(page.locator(".calc-card input").nth(3)).to_be_checked()
        page.locator("label:has(input[name=cii][value=unknown])").click()
        expect(page.locator(".calc-card input:checked")).to_have_count(0)


def test_the_order_seen_is_the_order_of_the_document(watched: Watched) -> None:
    """On a phone the other questions follow the answer, on a desk they stand before it: for the keyboard as well."""
    follows = "() => Boolean(document.querySelector('[data-part=answer]').compareDocumentPosition(document.querySelector('[data-part=rest]')) & 4)"
    with watched.calculator("zh", START + ROUTES[2], viewport=PHONE) as (page, _):
        assert page.evaluate(follows)
        page.set_viewport_size(DESK)
        page.wait_for_function(f"() => !({follows})()")


@BOTH_LANGS
@pytest.mark.parametrize("viewport", [PHONE, DESK])
def test_a_strip_keeps_the_answer_in_view(watched: Watched, viewport: dict[str, int], lang: Lang) -> None:
    """When the answer has scrolled away, when, whom and how long stand in one line under the header."""
    with watched.calculator(lang, START + ROUTES[2], viewport=viewport) as (page, _):
        bar = page.locator("[data-part=bar]")
        expect(bar).to_be_hidden()
        page.locator("[data-fold=steps] > summary").click()
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        expect(bar).to_be_visible()
        box = bar.bounding_box()
        assert box
        assert box["height"] <= STRIP
        assert box["y"] + box["height"] < viewport["height"] / 4
        expect(bar).to_contain_text("06:15")
        whom = page.locator(".calc-deadline__whom").inner_text()
        expect(bar).to_contain_text(whom)
        bar.click()
        expect(bar).to_be_hidden()


def test_what_is_unfolded_stays_so_while_answers_change(watched: Watched) -> None:
    with watched.calculator("zh", START + ROUTES[2], viewport=DESK) as (page, _):
        page.locator("[data-fold=steps] > summary").click()
        page.locator("label:has(input[name=grade][value=major])").click()
        expect(page.locator(".calc-answer__text")).to_have_attribute("data-answer", "report")
        expect(page.locator("[data-fold=steps]")).to_have_attribute("open", "")
        expect(page.locator("[data-fold=readings]")).not_to_have_attribute("open", "")


def test_what_was_just_unfolded_stays_so_when_an_answer_comes(watched: Watched) -> None:
    """Leaving a field to open a fold asks anew: the answer makes the folds anew before the event of toggling comes."""
    with watched.calculator("zh", START + ROUTES[2], viewport=DESK) as (page, _):
        unfold(page, "keep")
        page.evaluate(
            """async () => {
              document.querySelector("[data-fold=steps] > summary").click();
              await null;
              document.querySelector("[data-action=keep]").click();
            }"""
        )
        expect(page.locator("[data-fold=compare], .calc-section--compare")).to_be_visible()
        expect(page.locator("[data-fold=steps]")).to_have_attribute("open", "")


def test_who_leaves_a_field_is_not_answered_once_more(watched: Watched) -> None:
    """Else the same answer made anew would be put under a press that ends the typing, which would then meet nothing."""
    with watched.calculator("zh", START + ROUTES[2], viewport=DESK) as (page, _):
        next_finding(page)
        field = page.locator("input[name=aware_at]")
        field.fill("2026-11-26 02:20")
        expect(page.locator(".calc-deadline__time")).to_have_text("06:20")
        asked = page.evaluate("window.findings.length")
        field.blur()
        page.wait_for_timeout(500)  # several times what a question takes on this page
        assert page.evaluate("window.findings.length") == asked


@pytest.mark.parametrize("name", ["incident-report", "vulnerability-duties", "disclosure"])
def test_no_link_stands_among_the_questions(watched: Watched, name: str) -> None:
    """What the questions rest on is one fold at their end: the keyboard passes from question to question."""
    with watched.calculator("en", name=name) as (page, _):
        assert page.locator(".calc-question a:not(.calc-helper a)").count() == 0
        assert page.locator(".calc-grounds a").count() > 0


def test_not_sure_does_not_look_like_not_answered(watched: Watched) -> None:
    chosen = "(box) => getComputedStyle(box).backgroundColor"
    box = "label:has(input[name=ransomware][value=unknown])"
    with watched.calculator("zh", START + ROUTES[2], viewport=DESK) as (page, _):
        before = page.locator(box).evaluate(chosen)
        page.locator(box).click()
        assert page.locator(box).evaluate(chosen) != before


@BOTH_LANGS
def test_what_is_sent_to_a_colleague_is_four_lines(watched: Watched, lang: Lang) -> None:
    """Title, answer, where to report and the address; with the number to call."""
    with watched.calculator(lang, START + ROUTES[2] + "&grade=major") as (page, _):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.locator("[data-action=send]").click()
        page.locator(".calc-now .calc-outcome-text").filter(
            has_text="Copied" if lang == "en" else "已复制"
        ).wait_for()
        text = page.evaluate("navigator.clipboard.readText()")
        said = said_by_python(
            "incident-report",
            {"aware_at": "2026-11-26T02:15", "cii": "no", "central_body": "no", "grade": "major"},
            lang,
        )
    lines = text.splitlines()
    assert len(lines) == 4
    assert lines[1] == said["answer_text"]
    assert "12387" in lines[2]
    assert lines[3].startswith(watched.address)


@BOTH_LANGS
def test_the_record_is_one_sheet_in_both_languages(watched: Watched, lang: Lang) -> None:
    """Facts, answer, duties, editions and room for a name are on the first sheet, whatever follows."""
    facts = {
        "aware_at": "2026-11-26T02:15",
        "cii": "yes",
        "central_body": "no",
        "grade": "major",
        "ransomware": "yes",
    }
    fragment = "#" + "&".join(f"{name}={value}" for name, value in facts.items())
    with watched.calculator(lang, fragment) as (page, _):
        page.emulate_media(media="print")
        sheet, *annex = printed(page)
    assert annex
    for each in LANGS:
        said = said_by_python("incident-report", facts, each)
        assert squeezed(said["answer_text"]) in sheet
        for given in said["facts_text"]:
            assert squeezed(given["value"]) in sheet, given["name"]
        for duty in said["duties"]:
            assert duty["by_authority"] or squeezed(duty["name"]) in sheet, duty["id"]
    for word in ("签字Signature", "姓名Name"):
        assert word in sheet


def test_the_rules_are_the_page_without_a_script(watched: Watched) -> None:
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(f"{watched.address}/calculators/incident-report/")
        expect(page.locator("#rules")).to_be_visible()
        expect(page.locator("#cases")).to_be_visible()


def test_an_address_opens_what_is_folded_away(watched: Watched) -> None:
    with watched.calculator("en", "#rules") as (page, _):
        expect(page.locator(".table--rules")).to_be_visible()
        assert foot(page, "#rules") < 800


@BOTH_LANGS
def test_an_answer_stands_under_its_question(watched: Watched, lang: Lang) -> None:
    """At its edge and with its width: beside it an answer that is a sentence would be a column of single words."""
    with watched.calculator(lang, "#act=share_abroad&already_public=no", name="disclosure") as (page, _):
        assert wait_for(page, "answered") == "answered"
        for width in (1280, 768, 390):
            page.set_viewport_size({"width": width, "height": 800})
            legend = page.locator("[data-fact=act] > legend").bounding_box()
            answer = page.locator("[data-fact=act] > .calc-short").bounding_box()
            assert legend
            assert answer
            assert answer["x"] == pytest.approx(legend["x"], abs=1)
            assert answer["y"] >= legend["y"] + legend["height"] - 1
            assert answer["width"] == pytest.approx(legend["width"], abs=1)
