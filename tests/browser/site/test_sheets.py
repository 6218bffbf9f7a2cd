"""The wall card and the handout as a reader prints them from the page: each sheet on a page of its own, and nothing else."""

from __future__ import annotations

import pytest

from calculators.kernel.text import LANGS, Lang
from publisher.html.markup import html
from publisher.sheets import SHEETS, sheets_html
from publisher.sheets.sheet import WORDS
from tests.browser.codes import SITE, serve_as
from tests.browser.paper import printed, squeezed
from tests.browser.watched import Watched

PATHS = {"card": "card/", "handout": "training/handout/"}
BEGIN, END = '<section class="sheet"', "</section>"


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_of_sheets_prints_the_sheets_alone(watched: Watched, lang: Lang) -> None:
    """As the built site has them, and with what an address adds to each: its code and a line."""
    under = "en/" if lang == "en" else ""
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        for name, sheets in SHEETS.items():
            address = f"{watched.address}/{under}{PATHS[name]}"
            page.goto(address)
            papers = {"": printed(page)}
            built = page.request.get(address).text()
            whole = built[: built.index(BEGIN)] + html(*sheets_html(name, lang, SITE))
            whole += built[built.rindex(END, 0, built.index("</article>")) + len(END) :]
            serve_as(page, address, whole)
            page.goto(address)
            papers[SITE] = printed(page)
            for site, each in papers.items():
                assert len(each) == len(sheets.makers), f"{name} of a site at {site or 'no address'}"
                for paper, make in zip(each, sheets.makers, strict=True):
                    sheet = make(lang)
                    assert squeezed(sheet.title.in_(lang)) in paper
                    assert squeezed(WORDS["no_advice"].in_(lang)) in paper
                    assert (squeezed(f"{SITE}{under}{sheet.leads_to}") in paper) == bool(site)
