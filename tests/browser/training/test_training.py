"""The page for courses as a learner, as a trainer, on a projector, on paper, without a script, and from old links."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases
from tests.browser.codes import expect_code, go_with_codes
from tests.browser.helpers import violations
from tests.browser.paper import printed, squeezed
from tests.browser.watched import Watched

PATHS = {"zh": "/training/", "en": "/en/training/"}
EXERCISES = {case.id: exercise_of(CALCULATORS[name], case) for name in CALCULATORS for case in cases(name)}
CHOSEN = ("saturday-night", "workaround-only", "just-under-a-million")
LINK = f"#cases={','.join(CHOSEN)}"


def shown(page: Page) -> Locator:
    """The exercise that is shown of those that the address names."""
    return page.locator(".class-run .exercise:not([data-waits])")


def choice(page: Page, place: int) -> Locator:
    return shown(page).locator(".exercise__choice").nth(place)


def expect_asked(page: Page, exercise: Exercise, lang: Lang) -> None:
    """Its story and what can be chosen, and nothing of its answer."""
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text(exercise.case.story.in_(lang))
    expect(shown(page).locator(".exercise__choice:enabled")).to_have_count(len(exercise.choices))
    expect(shown(page).locator(".exercise__answer, .exercise__verdict")).to_have_count(2)
    for each in shown(page).locator(".exercise__answer, .exercise__verdict").all():
        expect(each).to_be_hidden()


@pytest.mark.parametrize("lang", LANGS)
def test_a_learner_judges_the_cases_of_a_link_one_after_the_other(watched: Watched, lang: Lang) -> None:
    """A link from a chat program opens the first; a wrong and a right choice, the reason, the score, once more; nothing stays."""
    first, second, third = (EXERCISES[each] for each in CHOSEN)
    with watched.visit() as (page, watch):
        page.goto(f"{watched.address}{PATHS[lang]}{LINK}。")
        expect_asked(page, first, lang)
        expect(page.locator(".exercises .exercise:visible")).to_have_count(1)
        wrong = (first.right + 1) % len(first.choices)
        choice(page, wrong).click()
        verdict = shown(page).locator(".exercise__verdict")
        expect(verdict).to_be_focused()
        expect(verdict).to_have_attribute("data-right", "false")
        expect(verdict).to_contain_text(first.choices[first.right].in_(lang))
        for said in first.because:
            expect(shown(page).locator(".exercise__answer")).to_contain_text(said.in_(lang))
        expect(shown(page).locator(".exercise__basis a")).to_have_count(len(first.basis))
        expect(choice(page, wrong)).to_be_disabled()
        onward = page.locator(".class-do .button--primary")
        onward.last.click()
        expect(page.locator(".class-place")).to_be_focused()
        expect_asked(page, second, lang)
        choice(page, second.right).click()
        expect(shown(page).locator(".exercise__verdict")).to_have_attribute("data-right", "true")
        onward.last.click()
        expect_asked(page, third, lang)
        onward.last.click()
        results = page.locator(".class-outcome > li").evaluate_all(
            "(all) => all.map((each) => each.dataset.right)"
        )
        assert results == ["false", "true", "null"]
        page.locator(".class-result button").last.click()
        expect_asked(page, first, lang)
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[2] == ""
        stored = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        assert not any(each in stored for each in CHOSEN)
        assert not [each for each in watch.requests if each.startswith("http") and "/training/?" in each]


def test_a_trainer_chooses_cases_and_gets_one_link(watched: Watched) -> None:
    """Ticked in any order, they stand in that of the page; what is judged in the list is counted; an unknown case is named."""
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{PATHS['en']}")
        page.evaluate("void (navigator.clipboard.writeText = async (text) => { window.copied = text; })")
        tools = page.locator("[data-part=class]")
        for each in ("workaround-only", "both-routes"):
            page.locator(f"#case-{each} > .exercise__box").check()
        expect(tools).to_contain_text("2 chosen")
        tools.get_by_role("button", name="Copy the class link").click()
        expect(tools.get_by_role("status")).not_to_be_empty()
        link = page.evaluate("window.copied")
        assert link == f"{watched.address}{PATHS['en']}#cases=both-routes,workaround-only"
        assert (
            tools.get_by_role("link", name="Projector").get_attribute("href")
            == f"?show=class{link[link.index('#') :]}"
        )
        page.evaluate("void (navigator.clipboard.writeText = async () => { throw new Error(); })")
        tools.get_by_role("button", name="Copy the class link").click()
        expect(tools.locator("input")).to_have_value(link)
        page.locator("#case-both-routes summary").first.click()
        page.locator("#case-both-routes .exercise__choice").nth(EXERCISES["both-routes"].right).click()
        expect(tools).to_contain_text("1 of 1 right")

        page.goto(link)
        expect_asked(page, EXERCISES["both-routes"], "en")
        page.get_by_role("link", name="All cases").click()
        expect(page.locator("#case-both-routes > .exercise__box")).to_be_visible()
        order = page.locator("#incident-cases + .exercises > li").evaluate_all(
            "(all) => all.map((each) => each.id)"
        )
        assert order == [f"case-{case.id}" for case in cases("incident-report")]
        page.evaluate("location.hash = 'cases=both-routes,no-such-case'")
        expect(page.locator(".class-run .page-problem")).to_contain_text("no-such-case")
        expect_asked(page, EXERCISES["both-routes"], "en")
        page.evaluate("location.hash = 'cases=no-such-case'")
        expect(page.locator(".page-problem:visible")).to_contain_text("no-such-case")
        expect(page.locator("#case-both-routes > .exercise__box")).to_be_visible()


def test_on_a_projector_the_keyboard_is_enough(watched: Watched) -> None:
    """Large, without the page around it; space and arrows show answers and go on, a letter chooses, Escape leaves."""
    size = "parseFloat(getComputedStyle(document.querySelector('.exercise__story')).fontSize)"
    with watched.visit(viewport={"width": 1280, "height": 720}) as (page, _):
        page.goto(f"{watched.address}{PATHS['zh']}?show=class{LINK}")
        expect_asked(page, EXERCISES[CHOSEN[0]], "zh")
        for each in (".md-header", ".md-footer", "#plan"):
            expect(page.locator(each).first).to_be_hidden()
        assert page.evaluate(size) > 22
        page.keyboard.press("Space")
        expect(shown(page).locator(".exercise__answer")).to_be_visible()
        expect(choice(page, EXERCISES[CHOSEN[0]].right)).to_have_attribute("data-state", "right")
        page.keyboard.press("Space")
        expect_asked(page, EXERCISES[CHOSEN[1]], "zh")
        page.keyboard.press("b")
        expect(choice(page, 1)).to_have_attribute("data-state", "wrong")
        page.keyboard.press("ArrowRight")
        expect_asked(page, EXERCISES[CHOSEN[2]], "zh")
        page.keyboard.press("ArrowLeft")
        expect(shown(page)).to_contain_text(EXERCISES[CHOSEN[1]].case.story.zh)
        for _ in range(4):
            page.keyboard.press("PageDown")
        expect(page.locator(".class-outcome > li")).to_have_count(3)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("Escape")
        expect(page.locator(".md-header")).to_be_visible()
        expect(page.locator("#case-both-routes > .exercise__box")).to_be_visible()


def test_an_exercise_shows_a_code_that_leads_to_it_alone(watched: Watched) -> None:
    """Where the build made codes; where it made none, there is no button."""
    case = EXERCISES["both-routes"].case
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, watch):
        page.goto(f"{watched.address}{PATHS['en']}")
        expect(page.locator(".exercise__choice").first).to_be_attached()
        expect(page.locator(".exercise__code")).to_have_count(0)
        go_with_codes(page, watched.address, "training/", "en")
        own = page.locator(f"#case-{case.id}")
        own.locator("summary").first.click()
        assert not any("/qr/" in each for each in watch.requests), "fetched before it is asked for"
        own.get_by_role("button", name="QR code").click()
        own.locator("img").scroll_into_view_if_needed()
        expect_code(own.locator("img"), f"QR code of {case.title.en}", f"en/training/#cases={case.id}")


def test_axe_finds_nothing(watched: Watched) -> None:
    """The list with a case that was judged, in light; in dark one judged wrongly, the projector with an answer, the score."""
    right = EXERCISES[CHOSEN[0]].right
    with watched.visit(color_scheme="light") as (page, _):
        page.goto(f"{watched.address}{PATHS['en']}")
        page.locator("#case-both-routes > .exercise__box").check()
        page.locator("#case-both-routes summary").first.click()
        page.locator("#case-both-routes .exercise__choice").first.click()
        assert violations(page) == []
    with watched.visit(color_scheme="dark") as (page, _):
        page.goto(f"{watched.address}{PATHS['zh']}{LINK}")
        choice(page, right - 1).click()
        assert violations(page) == []
        page.goto(f"{watched.address}{PATHS['zh']}?show=class{LINK}")
        page.keyboard.press("ArrowRight")
        assert violations(page) == []
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        expect(page.locator(".class-outcome > li")).to_have_count(3)
        assert violations(page) == []


@pytest.mark.parametrize("name", CALCULATORS)
def test_an_exercise_of_an_old_link_is_found(watched: Watched, name: str) -> None:
    """`#exercise=CASE` on a calculator's page, as a page opens and within it; what is no case is named beside the list."""
    lang: Lang = "en" if name == "disclosure" else "zh"
    case = cases(name)[-1]
    start = f"{watched.address}{'/en' if lang == 'en' else ''}/calculators/{name}/"
    with watched.visit() as (page, _):
        page.goto(f"{start}#exercise={case.id}")
        page.wait_for_url(f"{watched.address}{PATHS[lang]}#cases={case.id}")
        expect_asked(page, EXERCISES[case.id], lang)
        page.goto(start)
        page.locator(".calc-foot > summary").click()
        page.locator(f"#case-{case.id} .calc-case__exercise a").click()
        expect_asked(page, EXERCISES[case.id], lang)
        if name == "disclosure":
            for hostile in ('"><script>alert(1)</script>', "__proto__", "9" * 3000):
                page.goto(start)
                page.evaluate("(hash) => { location.hash = hash; }", f"exercise={quote(hostile)}&act=publish")
                problem = page.locator(".page-problem:visible")
                expect(problem).to_contain_text("no case of this site")
                assert len(problem.inner_text()) < 300
                expect(page.locator("#case-both-routes > .exercise__box")).to_be_visible()


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_script_the_answer_is_folded_away(watched: Watched, lang: Lang) -> None:
    exercise = EXERCISES["cve-number"]
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(f"{watched.address}{PATHS[lang]}#case-cve-number")
        case = page.locator("#case-cve-number")
        if not case.locator(".exercise__story").is_visible():
            case.locator("summary").first.click()
        expect(case).to_contain_text(exercise.case.story.in_(lang))
        expect(case.locator(".exercise__choices")).to_be_visible()
        expect(case.locator(".exercise__right")).to_be_hidden()
        case.locator(".exercise__answer > summary").click()
        expect(case.locator(".exercise__right")).to_be_visible()


def test_on_paper_are_the_cases_without_their_answers(watched: Watched) -> None:
    """All cases or those of a link, also once judged and from the projector; never a verdict or a reason."""
    first = EXERCISES[CHOSEN[0]]
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{PATHS['zh']}{LINK}")
        choice(page, first.right).click()
        expect(shown(page).locator(".exercise__answer")).to_be_visible()
        few = "".join(printed(page))
        page.goto(f"{watched.address}{PATHS['zh']}?show=class{LINK}")
        expect_asked(page, first, "zh")
        assert "".join(printed(page)).replace("?show=class", "") == few  # the address stands in the margin
        page.goto(f"{watched.address}{PATHS['zh']}")
        expect(page.locator("#case-both-routes > .exercise__box")).to_be_visible()
        whole = "".join(printed(page))
    for id_, exercise in EXERCISES.items():
        story, reason = squeezed(exercise.case.story.zh), squeezed(exercise.because[0].zh)
        assert story in whole
        assert (story in few) == (id_ in CHOSEN)
        assert all(squeezed(each.zh) in whole for each in exercise.choices)
        assert reason not in whole
        assert reason not in few
