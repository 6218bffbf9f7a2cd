"""Printing a page: the whole text, nothing folded away, no controls, and a foot that says where it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.kernel.text import Lang
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.edition import edition
from tests.browser.paper import printed, squeezed, without_feet
from tests.browser.watched import Watched
from tests.pages import site_pages

BOTH_LANGS = pytest.mark.parametrize("lang", ["zh", "en"])
EVERY = pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)


def address_of(lang: Lang, path: str) -> str:
    return f"{'/en' if lang == 'en' else ''}/{path}/"


@EVERY
@BOTH_LANGS
def test_the_whole_law_is_printed_in_the_language_shown(watched: Watched, work: Work, lang: Lang) -> None:
    path = address_of(lang, work.id)
    with watched.visit(color_scheme="dark") as (page, _):
        page.goto(f"{watched.address}{path}")
        page.emulate_media(media="print", color_scheme="dark")
        ends = [squeezed(each.inner_text()) for each in page.locator(".colophon, article > p.small").all()]
        text = without_feet(printed(page), f"{watched.address}{path}")
    # The browser writes what stands at the end of the last sheet before the rest of it.
    for end in ends:
        assert end in text
        text = text.replace(end, "")
    for row in work.provisions.values():
        if row.id.startswith("annex-"):
            continue  # also stands in a table, whose cells a printer takes apart
        for said in (row.text, *(each.text for each in row.statements)):
            assert squeezed(said.in_(lang)) in text, row.id


@BOTH_LANGS
def test_without_a_script_both_languages_are_printed(watched: Watched, lang: Lang) -> None:
    work = works()["vulnerability-provisions"]
    with watched.visit(java_script_enabled=False) as (page, _):
        page.goto(f"{watched.address}{address_of(lang, work.id)}")
        sheets = printed(page)
    text = "".join(sheets)
    missing = [
        row.id
        for row in work.provisions.values()
        for said in (row.text.zh, row.text.en)
        if squeezed(said)[:24] not in text
    ]
    assert not missing
    assert edition(work) in sheets[-1], "the edition stands at the end, script or none"


@BOTH_LANGS
@EVERY
def test_the_last_sheet_holds_more_than_the_foot_of_the_page(
    watched: Watched, work: Work, lang: Lang
) -> None:
    path = address_of(lang, work.id)
    with watched.visit() as (page, _):
        for mode in (lang, "both"):
            page.goto(f"{watched.address}{path}?lang={mode}")
            page.emulate_media(media="print")
            colophon = squeezed(page.locator(".colophon").inner_text())
            last = printed(page)[-1]
            assert colophon in last
            foot = squeezed(page.locator(".imprint").inner_text()) + page.url
            assert len(last.replace(colophon, "")) > len(foot) + len("·10/10") + 10, mode


def test_both_languages_stand_beside_each_other_on_paper(watched: Watched) -> None:
    """As in the PDF files: in columns, under which the number of an article hangs before all its paragraphs."""
    with watched.visit(viewport={"width": 643, "height": 900}) as (page, _):
        page.goto(f"{watched.address}/vulnerability-provisions/?lang=both")
        page.emulate_media(media="print")
        number = page.locator("#art-7 .prov-number").bounding_box()
        for own in ("art-7-p1", "art-7-p2", "art-7-p3"):
            zh, en = (
                page.locator(f"#{own} > .pair > [lang={each}]").bounding_box() for each in ("zh-Hans", "en")
            )
            assert number is not None
            assert zh is not None
            assert en is not None
            assert number["x"] + number["width"] <= zh["x"]
            assert zh["x"] + zh["width"] < en["x"]


@BOTH_LANGS
def test_every_sheet_says_where_it_came_from(watched: Watched, lang: Lang) -> None:
    work = works()["incident-qa"]
    path = address_of(lang, work.id)
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}{path}#q5")
        sheets = printed(page)
    for number, sheet in enumerate(sheets, start=1):
        assert f"{watched.address}{path}" in sheet
        assert edition(work) in sheet
        assert f"{number}/{len(sheets)}" in sheet


def test_the_address_on_paper_is_the_one_at_that_moment(watched: Watched) -> None:
    """A choice of language changes the address, and the sheets printed after it say so."""
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/incident-qa/")
        page.locator(".reading-choice label:has(input[value=both])").click()
        page.wait_for_url("**/incident-qa/?lang=both")
        assert all(f"{watched.address}/incident-qa/?lang=both" in sheet for sheet in printed(page))


@BOTH_LANGS
def test_no_control_is_printed(watched: Watched, site_folder: Path, lang: Lang) -> None:
    """The choices of an exercise are text there: they are what a class reads."""
    start = site_folder / ("en" if lang == "en" else "")
    paths = [file.parent.relative_to(site_folder).as_posix() for file in site_pages(start)]
    with watched.visit() as (page, _):
        for path in paths:
            if lang == "zh" and path.startswith("en"):
                continue
            page.goto(f"{watched.address}/{'' if path == '.' else path + '/'}")
            page.emulate_media(media="print")
            shown = page.evaluate(
                """() => [...document.querySelectorAll(
                  "header, nav, .md-sidebar, .md-search, [data-particular=data], .feed-link, article button, [data-lang-link]"
                )].filter((each) => each.checkVisibility()
                  && !each.closest("regulation-calculator, .exercise__choices")).map((each) => each.outerHTML.slice(0, 80))"""
            )
            page.emulate_media(media="screen")
            assert shown == [], path


def test_folds_are_open_on_paper_and_closed_again_after(watched: Watched) -> None:
    with watched.visit() as (page, _):
        page.goto(f"{watched.address}/about/")
        page.evaluate(
            """() => {
              const fold = document.createElement("details");
              const name = document.createElement("summary");
              name.textContent = "FOLD";
              fold.append(name, "WITHIN-THE-FOLD");
              document.querySelector("article").append(fold);
            }"""
        )
        assert "WITHIN-THE-FOLD" in "".join(printed(page))
        assert page.evaluate("document.querySelector('article details').open") is False
