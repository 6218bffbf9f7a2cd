"""The wall card and the handout: two A4 pages each, made from the rules alone, read back from paper."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from calculators.catalogue import calculator_named
from calculators.kernel.duties.clocks import FromInstant
from calculators.kernel.duties.limits import hours
from calculators.kernel.logic import Condition, leaves
from calculators.kernel.text import LANGS, Lang, Text
from calculators.texts import gradings, works
from publisher.__main__ import _typeset
from publisher.calculator.requirement_table import condition_text
from publisher.html.edition import edition as work_edition
from publisher.html.markup import html
from publisher.sheets import SHEETS, sheets_html
from publisher.sheets.incidents import counted, incidents
from publisher.sheets.sheet import sheet_html
from publisher.sheets.typesetting import make, pdf_file, pdf_name
from publisher.sheets.vulnerabilities import vulnerabilities
from tests.browser.paper import A4, squeezed
from tests.publisher.reading_codes import read_pdf

SITE = "https://example.org/handbook/"
CODES = {
    "card": ("calculators/incident-report/", "calculators/disclosure/"),
    "handout": ("training/", "training/"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("sheets")
    assert len(make(into, SITE)) == len(SHEETS) * len(LANGS)
    return into


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SHEETS)
def test_each_is_two_pages_of_a4_with_all_its_words_and_its_own_code(
    folder: Path, name: str, lang: Lang
) -> None:
    file = folder / pdf_name(name, lang)
    pages = PdfReader(file).pages
    drawn = [BeautifulSoup(html(each), "html.parser") for each in sheets_html(name, lang, SITE)]
    assert len(pages) == len(drawn) == 2
    for at, (page, sheet) in enumerate(zip(pages, drawn, strict=True)):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        text = squeezed(page.extract_text())
        for words in sheet.stripped_strings:
            assert squeezed(words) in text, words
        start = f"{SITE}{'en/' if lang == 'en' else ''}"
        assert read_pdf(file, at) == [f"{start}{CODES[name][at]}"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_card_says_what_the_rules_say(lang: Lang) -> None:
    card = BeautifulSoup(html(*sheets_html("card", lang)), "html.parser")
    text = squeezed(card.get_text()).lower()
    report, duties, disclosure = (
        calculator_named(each) for each in ("incident-report", "vulnerability-duties", "disclosure")
    )
    for rule in report.rules:
        if rule.limit and not (rule.after or rule.by_authority):
            assert squeezed(rule.limit.text.in_(lang)) in text
            assert rule.clock
            if rule.clock.counts_from == "instant":
                assert all(squeezed(each.in_(lang)).lower() in text for each in rule.recipients)
    for rule in duties.rules:
        (row,) = card.select(f'[data-duty="{rule.id}"]')
        said = squeezed(row.get_text()).lower()
        assert squeezed(rule.name.in_(lang)).lower() in said
        assert squeezed(rule.timing_text.in_(lang)).lower() in said
    assert {str(each["data-rule"]) for each in card.select("[data-rule]")} == {
        each.id for each in disclosure.requirements
    }
    rows = {
        str(each["data-indicator"]): squeezed(each.get_text()) for each in card.select("[data-indicator]")
    }
    grading = gradings()["incident-measures"]
    assert list(rows) == [each.id for each in grading.indicators if counted(each)]
    for row in grading.indicators:
        for cell in row.cells if counted(row) else ():
            assert squeezed(cell.short.in_(lang)) in rows[row.id]
    for work in works().values():
        assert work_edition(work) in text
    assert "12387" in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_relay_on_the_card_says_in_its_own_place_when_it_is_due(lang: Lang) -> None:
    """Above the list, the condition would be read as that of the first reports too."""
    card = BeautifulSoup(html(*sheets_html("card", lang)), "html.parser")
    rules = calculator_named("incident-report").rules
    relays = [each for each in rules if each.after and each.limit]
    assert len(relays) == 3
    for rule in relays:
        (cell,) = card.select(f'.card-next > [data-duty="{rule.id}"]')
        said = squeezed(cell.get_text()).lower()
        graded = next(leaf.text for leaf in leaves(rule.condition) if leaf.fact == "grade")
        for text in (graded, rule.sender, *rule.recipients):
            assert squeezed(text.in_(lang)).lower() in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_handout_has_every_duty_and_requirement_with_its_provisions(lang: Lang) -> None:
    first, second = (
        {str(row["data-row"]): row for row in BeautifulSoup(html(each), "html.parser").select("[data-row]")}
        for each in sheets_html("handout", lang)
    )
    report, duties, disclosure = (
        calculator_named(each) for each in ("incident-report", "vulnerability-duties", "disclosure")
    )
    assert set(first) == {each.id for each in report.rules}
    assert set(second) == {each.id for each in (*duties.rules, *disclosure.requirements)}
    expected = [
        (first[each.id], (each.name, each.timing_text, *_conditions(each.condition))) for each in report.rules
    ]
    expected += [(second[each.id], (each.name, each.timing_text)) for each in duties.rules]
    expected += [(second[each.id], _conditions(each.condition)) for each in disclosure.requirements]
    expected += [
        (rows[each.id], [works()[at.ref.work].place(at.ref.provision) for at in each.basis])
        for rows, all_of in ((second, (*duties.rules, *disclosure.requirements)),)
        for each in all_of
    ]
    for row, texts in expected:
        said = squeezed(row.get_text()).lower()
        for text in texts:
            assert squeezed(text.in_(lang)).lower() in said


def _conditions(condition: Condition) -> list[Text]:
    return [Text(*(condition_text(condition, each) for each in ("zh", "en")))]


def test_a_changed_rule_changes_the_card_and_its_edition() -> None:
    report = calculator_named("incident-report")
    first, *rest = report.rules
    shorter = replace(first, clock=FromInstant("aware_at", hours(3)))
    before, after = (
        html(sheet_html(incidents("zh", each), "zh"))
        for each in (report, replace(report, rules=(shorter, *rest)))
    )
    assert "3小时" in after
    assert "3小时" not in before
    assert before.partition("本页版本")[2] != after.partition("本页版本")[2]
    disclosure = calculator_named("disclosure")
    fewer = replace(disclosure, requirements=disclosure.requirements[:-1])
    assert html(*vulnerabilities("zh", fewer).parts) != html(*vulnerabilities("zh").parts)


def test_a_page_links_the_file_that_says_what_it_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf_file("card", "en", folder) == folder / "card.en.pdf"
    monkeypatch.setitem(
        SHEETS, "card", replace(SHEETS["card"], makers=(lambda lang: replace(incidents(lang), parts=("x",)),))
    )
    assert pdf_file("card", "en", folder) is None


def test_without_an_address_a_sheet_has_no_code_and_no_address() -> None:
    written = html(*sheets_html("card", "zh"))
    assert "<svg" not in written
    assert "扫码" not in written


def test_where_nothing_can_typeset_a_build_goes_on_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    _typeset(if_possible=True)
    assert "make pdf" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="make pdf"):
        _typeset(if_possible=False)
