"""The PDF files: their text is that of the data, with cover, contents, page numbers, edition and address."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from calculators.kernel.text import Text
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.edition import edition
from publisher.html.markup import html
from publisher.html.messages import each_issuer, work_title
from publisher.law.files import MODES, PDF_NOTES, Mode, pdf_files, pdf_name
from publisher.law.page import contents, law_html
from publisher.pdf.document import document_html, languages
from publisher.pdf.make import make
from tests.browser.paper import squeezed
from tests.publisher.programs import program
from tests.publisher.reading_codes import read_pdf

SITE = "https://example.org/handbook/"
EVERY = [pytest.param(work, mode, id=f"{work.id}-{mode}") for work in works().values() for mode in MODES]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files, typeset once."""
    into = tmp_path_factory.mktemp("pdf")
    made = make(into, SITE)
    assert len(made) == len(works()) * len(MODES)
    return into


@cache
def sheets(file: Path) -> tuple[str, ...]:
    """Return the text of every page, read once for all tests: it takes seconds."""
    return tuple(squeezed(page.extract_text()) for page in PdfReader(file).pages)


def body_of(file: Path, work: Work, mode: Mode) -> str:
    """Return the text of all pages, without the running heads and feet that end each of them."""
    title = squeezed(work_title(work).in_(languages(mode)[0]))
    foot = re.compile(rf"({re.escape(title)})?(版本|Edition){edition(work)}\d+/{len(sheets(file))}$")
    pages = [foot.subn("", page) for page in sheets(file)]
    assert all(found for _, found in pages)
    return "".join(text for text, _ in pages)


@pytest.mark.parametrize(("work", "mode"), EVERY)
def test_every_word_of_the_data_is_on_paper_in_order(work: Work, mode: Mode, folder: Path) -> None:
    text, at = body_of(folder / f"{work.id}.{mode}.pdf", work, mode), 0
    for row in work.provisions.values():
        for said in (row.text, *(each.text for each in row.statements)):
            for lang in languages(mode):
                found = text.find(squeezed(said.in_(lang)), at)
                assert found >= 0, f"{row.id} {lang}: {said.in_(lang)}"
                at = found


@pytest.mark.parametrize(("work", "mode"), EVERY)
def test_the_cover_says_what_it_is(work: Work, mode: Mode, folder: Path) -> None:
    cover = sheets(folder / f"{work.id}.{mode}.pdf")[0]
    for lang in languages(mode):
        assert squeezed(work_title(work).in_(lang)) in cover
        assert all(squeezed(each.in_(lang)) in cover for each in each_issuer(work.issuer))
        assert f"{SITE}{'en/' if lang == 'en' else ''}{work.id}/" in cover
        if work.checked_against:
            assert squeezed(work.checked_against.in_(lang)) in cover
    assert edition(work) in cover
    assert all(squeezed(each.url) in cover for each in work.official)
    if mode == "zh":
        assert str(work.in_force.year) in cover


def test_the_cover_carries_the_code_of_the_page(folder: Path) -> None:
    work = works()["vulnerability-provisions"]
    for mode, start in (("both", SITE), ("en", f"{SITE}en/")):
        assert read_pdf(folder / pdf_name(work, mode)) == [f"{start}{work.id}/"]


@pytest.mark.parametrize(("work", "mode"), EVERY)
def test_every_page_is_numbered_and_says_which_edition(work: Work, mode: Mode, folder: Path) -> None:
    pages = sheets(folder / f"{work.id}.{mode}.pdf")
    for number, text in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in text
        assert edition(work) in text
        assert squeezed(work_title(work).in_(languages(mode)[0])) in text


@pytest.mark.parametrize(("work", "mode"), EVERY)
def test_the_contents_give_the_page_on_which_each_article_begins(
    work: Work, mode: Mode, folder: Path
) -> None:
    file = folder / f"{work.id}.{mode}.pdf"
    reader = PdfReader(file)
    places = reader.named_destinations
    lang = languages(mode)[0]
    table = next(text for text in sheets(file) if squeezed(Text("目录", "Contents").in_(lang)) in text)
    for entry in contents(work, lang):
        page = reader.get_destination_page_number(places[entry.id])
        assert page is not None
        line = squeezed(f"{entry.number}{entry.about}")
        assert re.search(rf"{re.escape(line)}.*?\.+{page + 1}", table), entry.id


def test_the_files_are_tagged_embed_their_fonts_and_name_their_language(folder: Path) -> None:
    for file in folder.glob("*.pdf"):
        catalogue = PdfReader(file).trailer["/Root"]
        assert catalogue["/MarkInfo"]["/Marked"], file.name
        assert catalogue["/Lang"] == ("en" if ".en." in file.name else "zh-Hans")
        for page in PdfReader(file).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile2", "/FontFile3"} & set(inner), file.name


def test_without_an_address_the_path_stands_there_alone() -> None:
    written = document_html(works()["incident-qa"], "en")
    assert "/en/incident-qa/ on this site" in written
    assert "http" not in re.sub(r"https?://www\.(cac\.)?gov\.cn", "", written)


@pytest.mark.parametrize("mode", MODES)
def test_sources_have_the_numbers_that_they_have_on_the_page(mode: Mode) -> None:
    """Whoever cites "Source 3" means the same on paper and on the site."""
    digest = works()["incident-measures"]
    given = {}
    for made in (html(law_html(digest, languages(mode)[0])), document_html(digest, mode)):
        page = BeautifulSoup(made, "html.parser")
        listed = [item["id"] for item in page.select(".sources li")]
        assert listed
        for link in page.select(".statements a[href^='#source-'], .about a[href^='#source-']"):
            assert listed[int(link.text) - 1] == str(link["href"])[1:]
        given[made] = listed
    on_page, on_paper = given.values()
    assert on_page == on_paper


def test_a_digest_says_on_its_cover_that_it_is_none_of_the_text(folder: Path) -> None:
    cover = sheets(folder / "incident-measures.both.pdf")[0]
    assert "不得作为条文引用" in cover
    assert "mustnotbequotedasthetext" in cover


def test_without_pango_or_weasyprint_it_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(SystemExit, match=r"\ATypesetting takes WeasyPrint and the library Pango.*`make pdf`"):
        make(tmp_path)


def test_without_a_chinese_font_it_is_one_sentence(tmp_path, monkeypatch):
    for name, shell in (("fc-list", "exit 0"), ("other", "")):
        program(tmp_path / name, name, shell)
        monkeypatch.setenv("PATH", str(tmp_path / name))
        with pytest.raises(SystemExit, match=r"\ANo font on this machine has Chinese.*`make pdf`"):
            make(tmp_path)


def test_the_site_links_the_files_that_hold_this_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None where nothing was typeset, none of another edition, and what has not changed is not typeset again."""
    work = works()["incident-qa"]
    assert pdf_files(work, tmp_path) == ()
    made = []

    def typeset(html: str, file: Path) -> None:
        del html
        made.append(file.name)
        file.write_bytes(b"%PDF")

    monkeypatch.setattr("publisher.pdf.make._typeset", typeset)
    make(tmp_path, SITE)
    assert [each.name for each in pdf_files(work, tmp_path)] == [pdf_name(work, mode) for mode in MODES]
    assert len(made) == len(works()) * len(MODES)
    make(tmp_path, SITE)
    assert len(made) == len(works()) * len(MODES), "nothing has changed"
    make(tmp_path, "https://example.com/")
    assert len(made) == 2 * len(works()) * len(MODES), "the address on the cover has"
    (tmp_path / pdf_name(work, "en")).unlink()
    assert [each.name for each in pdf_files(work, tmp_path)] == [
        pdf_name(work, mode) for mode in ("zh", "both")
    ]
    notes = json.loads((tmp_path / PDF_NOTES).read_text(encoding="utf-8"))
    notes[pdf_name(work, "zh")]["edition"] = "another"
    (tmp_path / PDF_NOTES).write_text(json.dumps(notes), encoding="utf-8")
    assert [each.name for each in pdf_files(work, tmp_path)] == [pdf_name(work, "both")]


def test_a_file_comes_out_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    for file in make(tmp_path, SITE, ["en"]):
        assert file.read_bytes() == (folder / file.name).read_bytes(), file.name
