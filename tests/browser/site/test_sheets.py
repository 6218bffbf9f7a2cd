"""The wall card and the handout as a reader prints them from the page: each sheet on a page of its own, and nothing else."""

from __future__ import annotations

import pytest

from calculators.kernel.text import LANGS, Lang
from publisher.sheets import SHEETS
from publisher.sheets.sheet import WORDS
from tests.browser.paper import printed, squeezed
from tests.browser.watched import Watched

PATHS = {"card": "card/", "handout": "training/handout/"}


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_of_sheets_prints_the_sheets_alone(watched: Watched, lang: Lang) -> None:
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        for name, sheets in SHEETS.items():
            page.goto(f"{watched.address}/{'en/' if lang == 'en' else ''}{PATHS[name]}")
            papers = printed(page)
            assert len(papers) == len(sheets.makers)
            for paper, make in zip(papers, sheets.makers, strict=True):
                sheet = make(lang)
                assert squeezed(sheet.title.in_(lang)) in paper
                assert squeezed(WORDS["no_advice"].in_(lang)) in paper
