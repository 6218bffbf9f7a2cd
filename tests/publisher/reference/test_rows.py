"""Our own pages that are tables: related laws, common mistakes; the notes beside provisions; the grading table."""

import re
from pathlib import Path

import pytest

from calculators.kernel.citation import Ref
from calculators.kernel.text import LANGS
from calculators.kernel.works import CONFIDENCE
from calculators.texts import works
from publisher.html.sources import source_id
from publisher.law.notes import notes_for
from publisher.law.page import law_html
from publisher.reference.model import table_named, table_pages
from publisher.reference.tables import page_sources_html, table_html
from tests.publisher.parsing import parsed
from tests.text.durations import durations
from tests.text.numbers import chinese_numeral, in_chinese, in_english
from tests.text.test_english import against_the_table
from tests.text.texts import TERMS

DOCS = Path(__file__).parents[3] / "docs"
PAGES = table_pages()
ROWS = [(page, row) for page in PAGES.values() for row in page.rows()]
every_row = pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[row.id for _, row in ROWS])
every_row_of_a_page = pytest.mark.parametrize(("page", "row"), ROWS, ids=[row.id for _, row in ROWS])
every_lang = pytest.mark.parametrize("lang", LANGS)

FIXED = (
    "公安机关 保护工作部门 国家网信部门 国务院公安部门 有关主管部门 网络运营者 网络产品提供者 关键信息基础设施 "
    "工业和信息化部 公安部 网信部门"
).split()
"""Names that must read the same wherever they stand."""

RENUMBERED = {
    21: 23,
    22: 24,
    25: 27,
    26: 28,
    27: 29,
    48: 50,
    59: 61,
    60: 62,
    61: 64,
    62: 65,
    63: 66,
    65: 67,
    72: 74,
    75: 77,
    76: 78,
    79: 81,
}


def table(name):
    found = table_named(name)
    assert found, name
    return found[1]


@every_row_of_a_page
def test_a_row_has_its_mark_and_sources(page, row):
    assert row.confidence in CONFIDENCE
    assert set(row.sources) <= set(page.sources)
    if row.confidence == "2S":
        assert len(set(row.sources)) >= 2
    assert bool(row.sources) == (row.confidence != "OPEN")
    if row.confidence == "OPEN":
        assert any("此处未核实" in cell.zh and "ot verified here" in cell.en for cell in row.cells)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", row.id)


@every_row
def test_a_row_says_the_same_numbers_in_both_languages(row):
    for cell in row.cells:
        assert in_chinese(cell.zh) == in_english(cell.en), cell


@every_row
def test_a_row_names_bodies_by_their_fixed_names(row):
    terms = [term for term in TERMS if term.zh in FIXED]
    for cell in row.cells:
        assert against_the_table(row.id, cell, terms) == []


@every_row
def test_english_is_english_and_chinese_is_chinese(row):
    for cell in row.cells:
        if cell.zh == cell.en:
            continue
        assert not re.search(r"[，；：。、？《》]", re.sub(r"“[^”]*”", "", cell.en)), cell
        assert not re.search(r"[\u4e00-\u9fff]\s*[,;:?!]|[,;:?!]\s*[\u4e00-\u9fff]", cell.zh), cell
        assert not re.search(r"(?i)organiz|authoriz|penaliz|\blicense\b", cell.en)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_unusable_sources_are_no_sources(page):
    named = {key for row in page.rows() for key in row.sources}
    for key in named:
        assert not re.search(r"(?i)scram|draft", f"{key} {page.sources[key].name.en} {page.sources[key].url}")
    own = set(page.sources) - set(works()["incident-measures"].sources)
    assert own <= named


def test_a_draft_says_that_it_is_one():
    """What is watched is not law, and no row of it can be taken for law."""
    rows = table("watch")
    assert "不是现行法" in rows.note.zh
    assert "not law" in rows.note.en
    for row in rows.rows:
        assert row.cells[1].zh.startswith("草案。"), row.id
        assert row.cells[1].en.startswith("Draft. "), row.id
        assert re.search(r"20\d\d年\d+月\d+日", row.cells[1].zh), row.id


@every_lang
def test_the_clocks_are_drawn_from_their_rows(lang):
    """Every point of the picture is a time limit of its row, further right the later it is."""
    clocks = table("clocks")
    marked = [row for row in clocks.rows if row.marks]
    made = parsed(table_html(table_named("clocks")[0], clocks, lang)).find("svg")
    words = [each.get_text() for each in made.find_all("text")]
    assert words == [
        each.in_(lang) for row in marked for each in (row.cells[0], *(mark.label for mark in row.marks))
    ]
    points = [int(each["cx"]) for each in made.find_all("circle")]
    hours = [mark.hours for row in marked for mark in row.marks]
    assert [points[at] for at in sorted(range(len(hours)), key=hours.__getitem__)] == sorted(points)
    assert clocks.caption.in_(lang) in made["aria-label"]


def test_a_mark_has_the_hours_that_it_says():
    for row in table("clocks").rows:
        for mark in row.marks:
            for words in (mark.label.zh, mark.label.en):
                (found,) = durations(words)
                minutes = found.number * (24 * 60 if found.unit == "day" else 1)
                assert minutes == mark.hours * 60, row.id


def test_the_renumbering_is_whole():
    rows = table("csl-renumbering").rows
    numbers = {int(row.cells[1].zh): int(row.cells[0].zh) for row in rows if row.cells[1].zh != "—"}
    assert numbers == RENUMBERED
    assert [int(row.cells[0].zh) for row in rows if row.cells[1].zh == "—"] == [63, 73]
    assert [row.id for row in rows] == [f"csl-{row.cells[0].zh}" for row in rows]
    assert [int(row.cells[0].zh) for row in rows] == sorted(int(row.cells[0].zh) for row in rows)


def test_fines_stand_in_the_tiers_of_the_law():
    amounts = {
        row.id: [in_english(cell.en) for cell in row.cells[2:4]] for row in table("csl-penalties").rows
    }
    tiers = {
        "csl-61-1": (10_000, 50_000),
        "csl-61-1-refusal": (50_000, 500_000),
        "csl-61-2": (50_000, 100_000),
        "csl-61-2-refusal": (100_000, 1_000_000),
        "csl-61-3-serious": (500_000, 2_000_000),
        "csl-61-3-particularly-serious": (2_000_000, 10_000_000),
        "csl-62-1": (50_000, 500_000),
        "csl-65-1": (10_000, 100_000),
        "csl-65-1-refusal": (100_000, 1_000_000),
        "csl-66-penalties": (100_000, 1_000_000),
    }
    for own, (lowest, highest) in tiers.items():
        assert set(amounts[own][0]) == {lowest, highest}, own
    persons = {
        "csl-61-1-refusal": (10_000, 100_000),
        "csl-61-2-refusal": (10_000, 100_000),
        "csl-61-3-serious": (50_000, 200_000),
        "csl-61-3-particularly-serious": (200_000, 1_000_000),
        "csl-62-1": (10_000, 100_000),
        "csl-65-1-refusal": (10_000, 100_000),
    }
    for own, between in persons.items():
        assert set(amounts[own][1]) == set(between), own


def test_the_mapping_follows_the_texts_and_the_renumbering():
    provisions = works()["vulnerability-provisions"]
    for row in table("rmsv-mapping").rows:
        article = row.id.removeprefix("rmsv-")
        old, new = int(row.cells[3].zh), int(row.cells[4].zh)
        assert RENUMBERED[old] == new
        assert f"Article {old} of the Cybersecurity Law" in provisions[f"art-{article}-p1"].text.en


def test_every_old_number_in_a_text_has_its_note():
    found = {}
    for work in works().values():
        for row in work.provisions.values():
            if work.kind == "text" and (cited := re.findall(r"网络安全法》第([^条]+)条", row.text.zh)):
                found[f"{work.id}:{row.id}"] = [chinese_numeral(each) for each in cited]
    assert len(found) == 5
    for at, cited in found.items():
        ref = Ref.parse(at)
        (note,) = notes_for(ref.work, ref.provision)
        (old,) = cited
        assert set(in_english(note.text.en)) == {old, RENUMBERED[old], 1, 2026}
        assert in_chinese(note.text.zh) == in_english(note.text.en)
        assert note.anchor == f"csl-{RENUMBERED[old]}"
    assert notes_for("vulnerability-provisions", "art-1-p1") == ()


@every_lang
@pytest.mark.parametrize("at", ["vulnerability-provisions:art-12-p1", "incident-qa:q1-p2"])
def test_a_note_stands_beside_the_text_and_not_in_it(at, lang):
    ref = Ref.parse(at)
    held = parsed(law_html(works()[ref.work], lang)).find(id=ref.provision)
    (note,) = held.find_all(class_="note")
    assert note.find("a")["href"].startswith("/law-around.md#csl-")
    assert not note.find_parents(class_="pair")
    assert (
        held.find(class_="pair").find("p", lang="zh-Hans").get_text()
        == works()[ref.work][ref.provision].text.zh
    )


@every_lang
def test_a_table_is_a_table_to_every_reader(lang):
    for page in PAGES.values():
        for each in page.tables:
            made = parsed(table_html(page, each, lang))
            heads = made.find("thead").find_all("th", scope="col")
            assert [head.get_text() for head in heads] == [
                column.in_(lang) for at, column in enumerate(each.columns) if at != each.on_demand
            ]
            for row, shown in zip(each.rows, made.find("tbody").find_all("tr"), strict=True):
                assert all(cell.in_(lang) in shown.get_text() for cell in row.cells), row.id
            assert made.find("caption").get_text() == each.caption.in_(lang)
            assert [row["id"] for row in made.find("tbody").find_all("tr")] == [row.id for row in each.rows]
            for row in made.find("tbody").find_all("tr"):
                assert row.find("th")["scope"] == "row"
                assert [cell["data-label"] for cell in row.find_all("td")] == [
                    head.get_text() for head in heads[1:]
                ]
                assert row.find_all("td")[-1].find("summary").get_text() == CONFIDENCE[
                    row["data-confidence"]
                ].in_(lang)
            assert bool(made.find("details", recursive=False)) == each.folded


@every_lang
def test_every_link_of_a_row_leads_somewhere(lang):
    for page in PAGES.values():
        addresses = {source.url for source in page.sources.values()}
        addresses |= {each.url for row in page.rows() for each in row.official}
        listed = {each["id"] for each in parsed(page_sources_html(page, lang)).find_all("li")}
        assert listed == {source_id(key) for key in page.source_numbers()}
        rows = {row.id for row in page.rows()}
        for each in page.tables:
            for link in parsed(table_html(page, each, lang)).find_all("a"):
                href = link["href"]
                assert link.get_text(strip=True)
                if href.startswith("#"):
                    assert href[1:] in rows
                elif href.removesuffix(".md").removeprefix("/") in works():
                    continue  # a source that is a work of ours
                elif href.startswith("/"):
                    to, own = href.removeprefix("/").split(".md#")
                    known = works()[to].provisions if to in works() else {row.id for row in PAGES[to].rows()}
                    assert own in known
                else:
                    assert href in addresses


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_the_pages_ask_for_all_tables_in_both_languages(page):
    written = {lang: (DOCS / lang / f"{page.id}.md").read_text(encoding="utf-8") for lang in LANGS}
    blocks = {lang: re.findall(r"^/// (.+)\n///$", text, re.MULTILINE) for lang, text in written.items()}
    anchors = {lang: re.findall(r"^#+ .*\{#(\S+)\}$", text, re.MULTILINE) for lang, text in written.items()}
    assert blocks["zh"] == blocks["en"]
    assert anchors["zh"] == anchors["en"]
    assert blocks["zh"] == [*(f"table | {each.id}" for each in page.tables), f"sources | {page.id}"]
    assert all(
        len(re.findall(r"^#+ ", text, re.MULTILINE)) == len(anchors["zh"]) for text in written.values()
    )


def test_the_errors_name_no_value_of_the_draft():
    rows = {row.id: row for row in table("errors").rows}
    assert list(rows)[:2] == ["err-rmsv-finders", "err-rmsv-publish"]
    assert [each for each in rows if each.startswith("err-t")] == [f"err-t{number}" for number in range(1, 8)]
    for own in ("err-t4", "err-t6"):
        said = [in_english(cell.en) for cell in rows[own].cells]
        assert set().union(*said) <= {2023, 12}, own
        assert "征求意见稿" in rows[own].cells[1].zh
        assert "draft" in rows[own].cells[2].en
