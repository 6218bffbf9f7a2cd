"""The table of permanent links: as RFC 4180 has it, each link on the list and on the site, each title as its page has it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Text
from calculators.texts import cases, works
from publisher.changelog.permalinks import read as listed
from publisher.exports import permalink_table
from publisher.exports.permalink_table import COLUMNS, NAME, table_bytes
from publisher.html.parsed_page import read_page
from publisher.html.urls import FRAMED

SITE = "https://rules.example"
BAD = "=<b>&amp; & {a} ~b #d : e, \"f\" 'g'\n漏洞; "


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(codecs.BOM_UTF8)
    table = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    assert tuple(table.fieldnames or ()) == COLUMNS
    found = list(table)
    assert all(None not in row and None not in row.values() for row in found), "as many cells as columns"
    return found


ROWS = rows(table_bytes(SITE))


def test_every_link_is_on_the_list_the_same_in_both_languages() -> None:
    known = listed()
    for row in ROWS:
        address = row["zh"].removeprefix(f"{SITE}/")
        assert row["en"] == f"{SITE}/en/{address}"
        assert (address or "./") in known
    assert len({row["zh"] for row in ROWS}) == len(ROWS)


def test_every_link_leads_to_a_place_of_the_built_site(site_folder: Path) -> None:
    """The file that was built: from where it lies, each page is there and has the place."""
    pages: dict[Path, set[str]] = {}
    for row in rows((site_folder / "data" / NAME).read_bytes()):
        for lang in LANGS:
            path, _, anchor = row[lang].partition("#")
            file = (site_folder / "data" / path / "index.html").resolve()
            if file not in pages:
                pages[file] = set(read_page(file).ids)
            assert not anchor or anchor in pages[file], row[lang]


def test_all_that_has_a_title_is_there() -> None:
    there = {row["zh"].removeprefix(f"{SITE}/") for row in ROWS}
    assert there >= {f"{work.id}/#{each}" for work in works().values() for each in work.provisions}
    assert there >= {f"training/#case-{case.id}" for name in CALCULATORS for case in cases(name)}
    pages = {each for each in listed() if each.endswith("/") and each != "./"}
    assert there >= {each for each in pages if not re.search(FRAMED, each)}, (
        "what is framed is listed where it stands"
    )
    for row in ROWS:
        for title in (row["title_zh"], row["title_en"]):
            assert title.strip() == title != ""
            assert title[0] not in "=+-@\t\r", "a spreadsheet would take it for a formula"


@pytest.mark.parametrize("lang", LANGS)
def test_titles_of_pages_are_those_of_their_heads(lang: str, site_folder: Path) -> None:
    for row in ROWS:
        if row["kind"] == "page":
            file = site_folder / row[lang].removeprefix(f"{SITE}/") / "index.html"
            head = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").title
            assert head is not None
            assert row["zh"] == f"{SITE}/" or head.get_text().startswith(row[f"title_{lang}"])


def test_a_title_comes_out_as_it_went_in(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [("page", "about/", "", Text(BAD, f"{BAD}2"))]
    monkeypatch.setattr(permalink_table, "_places", lambda: iter(places))
    (row,) = rows(table_bytes(".."))
    assert row == {
        "kind": "page",
        "zh": "../about/",
        "en": "../en/about/",
        "title_zh": BAD,
        "title_en": f"{BAD}2",
    }
