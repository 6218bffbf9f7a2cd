"""The pictures made from the rules, as a browser sets them: at every width, in both languages, with a case's times, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calculators.kernel.text import LANGS, Lang
from publisher.pictures import PICTURES
from publisher.pictures.figure import WORDS
from publisher.pictures.routes import routes
from tests.browser.helpers import FOLDERS, fragment, said_by_python, violations
from tests.browser.paper import printed, squeezed
from tests.browser.watched import Watched, path_of, wait_for

DRAWINGS = Path(__file__).with_name("drawings.js").read_text(encoding="utf-8").partition("\n")[2]
WIDTHS = (320, 390, 768, 1280, 1920)
PAGES = (
    "incident-qa/",
    "incident-measures/",
    "vulnerability-provisions/",
    "calculators/incident-report/",
    "calculators/vulnerability-duties/",
    "calculators/disclosure/",
)
OPEN = "() => document.querySelectorAll('.fold:has(> .diagram)').forEach((each) => { each.open = true; })"
CII = {"aware_at": "2026-11-21T14:30", "cii": "yes", "central_body": "no", "grade": "major"}
CASES: dict[str, dict[str, str]] = {
    "a relay over midnight": {**CII, "aware_at": "2026-11-21T22:45:20"},
    "all open": {"aware_at": "2026-11-21T22:45:20", "grade": "unknown"},
    "two routes, received": {**CII, "central_body": "yes", "received_at": "2026-11-21T14:50"},
    "the province": {**CII, "cii": "no", "grade": "relatively_major"},
}


def faults(page: Page) -> list[str]:
    return list(page.evaluate(DRAWINGS))


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_leave_their_box_or_lie_over_others(watched: Watched, lang: Lang) -> None:
    found, seen = [], set()
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        for path in PAGES:
            page.goto(f"{watched.address}{FOLDERS[lang]}/{path}")
            page.evaluate(OPEN)
            seen |= set(
                page.eval_on_selector_all("figure.diagram", "all => all.map(each => each.dataset.diagram)")
            )
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{path} at {width}, {each}" for each in faults(page)]
                drawn = page.locator("svg.diagram-drawing:visible").count()
                assert (drawn == 0) if width < 500 else (drawn > 0), f"{path} at {width}: {drawn} drawn"
            page.set_viewport_size({"width": 718, "height": 900})  # A4 between its margins
            page.emulate_media(media="print")
            found += [f"{path} on paper, {each}" for each in faults(page)]
            page.emulate_media(media="screen")
    assert seen == set(PICTURES)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("lang", LANGS)
def test_a_cases_times_stand_at_its_routes(watched: Watched, lang: Lang, case: str) -> None:
    """What applies has its time, what does not is broken and has its limit; nothing is over anything."""
    facts = CASES[case]
    duties = {each["id"]: each for each in said_by_python("incident-report", facts, lang)["duties"]}
    with watched.calculator(lang, fragment(facts), viewport={"width": 1280, "height": 900}) as (page, _):
        routes = page.locator(".calc-section--routes")
        expect(routes).to_have_count(1)
        groups = page.eval_on_selector_all(
            ".calc-section--routes svg [data-duty]",
            "all => all.map(each => [each.dataset.duty, each.dataset.taken, each.textContent])",
        )
        assert len(groups) == 8
        for id_, taken, text in groups:
            duty = duties.get(id_)
            assert taken == ("no" if duty is None else "if" if duty["when"] == "if" else "yes"), id_
            if duty and duty["due"]:
                second = 16 if duty["due"][17:19] == "00" else 19
                assert duty["due"][11:second] in text, id_
                other_day = duty["due"][:10] != facts["aware_at"][:10]
                assert (("11月22日" if lang == "zh" else "22 Nov") in text) == other_day, id_
            assert (WORDS["live_open"].in_(lang) in text) == (
                taken == "if" and duty is not None and bool(duty["due"])
            )
        items = page.eval_on_selector_all(
            ".calc-section--routes li", "all => all.map(each => [each.dataset.duty, each.textContent])"
        )
        assert {id_ for id_, _ in items} == {id_ for id_, taken, _ in groups if taken != "no"}
        for id_, text in items:
            assert (duties[id_]["due_text"] or "") in text
        found = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"at {width}, {each}" for each in faults(page)]
        assert not found, "\n".join(found)
        assert violations(page) == []


def test_another_answer_is_drawn_anew_and_below_the_threshold_nothing_is(watched: Watched) -> None:
    """The picture that the build made stays as it was, for the next answer."""
    with watched.calculator("zh", fragment(CII)) as (page, _):
        shown = page.locator(".calc-section--routes svg [data-duty='report-cii']")
        expect(shown).to_contain_text("15:30")
        own = page.locator("[data-diagram='who-tells-whom'] svg")
        expect(own).to_have_count(1)
        expect(own).not_to_contain_text("15:30")
        page.evaluate("(hash) => { location.hash = hash; }", fragment(CII | {"aware_at": "2026-11-21T16:30"}))
        expect(shown).to_contain_text("17:30")
        expect(shown).not_to_contain_text("15:30")
        page.evaluate("(hash) => { location.hash = hash; }", fragment(CII | {"grade": "general"}))
        expect(page.locator(".calc-section--routes")).to_have_count(0)


@pytest.mark.parametrize("lang", LANGS)
def test_on_paper_no_picture_that_is_folded_is_drawn_nor_any_beside_a_text_of_law(
    watched: Watched, lang: Lang
) -> None:
    gate = squeezed(WORDS["every_act"].in_(lang))
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{path_of('disclosure', lang)}")
        wait_for(page, "ready")
        assert gate not in "".join(printed(page))  # folded away
        page.goto(f"{watched.address}{FOLDERS[lang]}/vulnerability-provisions/")
        page.evaluate(OPEN)
        assert gate not in "".join(printed(page))


@pytest.mark.parametrize("lang", LANGS)
def test_on_paper_an_answer_has_its_own_picture_and_not_that_of_the_limits(
    watched: Watched, lang: Lang
) -> None:
    with watched.calculator(lang, fragment(CII)) as (page, _):
        sheets = "".join(printed(page))
    assert sheets.count(squeezed(WORDS["live_note"].in_(lang))) == 1
    assert squeezed(routes(lang).note.in_(lang)) not in sheets


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        ("<text x='5' y='20' style='font-size: 9px'>small</text>", "letters of"),
        ("<text x='5' y='20'>one</text><text x='8' y='22'>two</text>", "over each other"),
        ("<text x='380' y='20'>one two three</text>", "out of the drawing"),
        (
            "<rect class='diagram-box' x='1' y='1' width='40' height='30'/><text x='5' y='20'>one two three</text>",
            "out of its box",
        ),
        ("<polyline points='0,15 200,15'/><text x='5' y='20'>one two</text>", "a line through"),
        ("", "no words"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_measured(watched: Watched, made: str, fault: str) -> None:
    svg = f"<svg viewBox='0 0 400 100' width='400'>{made}</svg>"
    with watched.page() as (page, _):
        page.set_content(
            f"<body style='font: 14px sans-serif'><figure class=diagram data-diagram=x>{svg}</figure>"
        )
        assert any(each.startswith(f"x: {fault}") for each in faults(page))
