"""The grading table of the annex: the one place on its page where its indicators stand."""

import pytest

from calculators.kernel.text import LANGS
from calculators.texts import gradings, works
from publisher.law.grading_table import grading_html
from publisher.law.page import law_html
from publisher.law.reading import backlinks
from publisher.law.reading.inline import Inline
from tests.publisher.parsing import parsed


@pytest.mark.parametrize("lang", LANGS)
def test_the_grading_table(lang):
    """Each row is its provision; what a cell says stands there once, with its mark and its sources."""
    work, table = works()["incident-measures"], gradings()["incident-measures"]
    made = parsed(grading_html(table, work, lang, Inline(work)))
    shown = made.find_all("tbody", id=True)
    rows = [row for row in table.indicators if row.cells]
    assert [each["id"] for each in shown] == [row.id for row in rows]
    assert [head["scope"] for head in made.find("thead").find_all("th")] == ["col"] * 4
    for element, row in zip(shown, rows, strict=True):
        name = element.find("th", scope="row")
        assert name.find("a")["href"] == f"#{row.id}"
        for td, cell in zip(element.find_all("td", attrs={"data-confidence": True}), row.cells, strict=True):
            assert td["data-confidence"] == cell.confidence
            assert f"certainty-{cell.confidence.lower()}" in td.find(class_="certainty")["class"]
            assert [each.get_text() for each in td.find_all(class_="lead")] == [cell.lead.zh, cell.lead.en]
            if cell.is_open:
                assert "此处未核实" in td.get_text()
                assert td.find("a", rel="external")["href"] == work.official[0].url
            else:
                assert cell.value.in_(lang).lower() in td.get_text().lower()
                assert cell.of is None or cell.of.in_(lang) in td.get_text()
                named = [each.get_text() for each in td.find(class_="statement-about").find_all("li")]
                assert named == [work.sources[key].name.in_(lang) for key in cell.sources]


@pytest.mark.parametrize("lang", LANGS)
def test_the_annex_stands_on_its_page_once(lang):
    """Each row with its notes stands there once, and a number without the sentence that its row's name makes of it."""
    work, table = works()["incident-measures"], gradings()["incident-measures"]
    page = parsed(law_html(work, lang))
    whole = page.get_text()
    for row in table.indicators:
        (here,) = page.find_all(id=row.id)
        for note in row.notes:
            assert whole.count(note.text.zh) == here.get_text().count(note.text.zh) == 1, note.text.zh
        for cell in row.cells:
            said = row.statement(cell).text.zh
            assert (said in whole) == (said in here.get_text()) == bool(cell.words), said


@pytest.mark.parametrize("lang", LANGS)
def test_what_rests_on_the_rows_stands_once_behind_the_table(lang):
    work, table = works()["incident-measures"], gradings()["incident-measures"]
    made = parsed(grading_html(table, work, lang, Inline(work)))
    (used,) = made.find_all(class_="uses")
    assert used.find_previous("table")
    assert not used.find_parents("table")
    named = {
        (each.calculator, each.label.zh)
        for row in table.indicators
        if row.cells
        for each in backlinks.shown()[f"{work.id}:{row.id}"]
    }
    assert len(used.find_all("a")) == len(named) > len(table.indicators)


@pytest.mark.parametrize("lang", LANGS)
def test_the_grading_table_stands_in_the_digest_behind_the_annex(lang):
    made = parsed(law_html(works()["incident-measures"], lang))
    assert made.find(id="annex").find_next("table").find_previous(id="annex-table")
    listed = {each.get_text() for each in made.find(class_="sources").find_all("li")}
    named = {each.get_text() for each in made.find(class_="grading").select(".statement-about li")}
    assert named
    assert named <= listed
