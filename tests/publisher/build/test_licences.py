"""The page of licences: all that the site carries and others wrote, as the packages say it, in both languages."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution
from pathlib import Path

import material
import pytest
from bs4 import BeautifulSoup

from calculators.kernel.text import LANGS
from publisher.assets.files import VENDOR
from publisher.errors import PublisherError
from publisher.html.markup import html
from publisher.paths import NODE_MODULES
from publisher.reference import licences
from publisher.reference.licences import licence_files, licences_html, parts


def test_all_that_the_pages_carry_is_there(site_folder: Path) -> None:
    """What is put into the site is looked at: the runtime, what is served as shipped, and what the theme's script holds."""
    named = {part.package for part in parts() if part.package}
    assert {f"npm:{each.partition('/')[0]}" for each in VENDOR.values()} <= named
    assert {"npm:pyodide", "python:mkdocs-material"} <= named
    (script,) = (site_folder / "assets" / "javascripts").glob("bundle.*.js")
    shipped = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    bundle = shipped / f"{script.name}.map"
    sources = json.loads(bundle.read_text(encoding="utf-8"))["sources"]
    inside = {found[1] for each in sources if (found := re.search(r"node_modules/([^/]+)/", each))}
    by_id = {part.id for part in parts() if part.within == "Material for MkDocs"}
    assert inside == by_id - {"icons"}
    assert not [each for each in (site_folder / "assets" / "javascripts").iterdir() if each.is_dir()]


def test_versions_and_licences_are_those_of_the_packages() -> None:
    by_id = {part.id: part for part in parts()}
    for name, part in (("pyodide", by_id["pyodide"]), ("ical.js", by_id["ical"])):
        said = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
        assert (part.version, part.licence) == (said["version"], said["license"])
    assert by_id["material"].version == distribution("mkdocs-material").version
    assert by_id["material"].licence == distribution("mkdocs-material").metadata["License-Expression"]
    assert by_id["opencc"].licence == "Apache-2.0"
    assert by_id["cpython"].version.startswith("3.13.")


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_says_of_each_part_what_it_is_for_and_where_it_says_so(lang, site_folder: Path) -> None:
    shown = BeautifulSoup(html(licences_html(lang)), "html.parser")
    rows = shown.select("tbody tr")
    assert len(rows) == len(parts())
    for row, part in zip(rows, parts(), strict=True):
        name, licence, use, evidence = (cell.get_text() for cell in row.find_all(["th", "td"]))
        assert name.startswith(f"{part.name} {part.version}" if part.version else part.name)
        assert (licence, use) == (part.licence, part.use.in_(lang))
        assert evidence == part.evidence.in_(lang)
        assert (part.within in name) or not part.within
        assert row.a["href"].startswith("https://github.com/")
    folder = site_folder / ("" if lang == "zh" else "en")
    built = (folder / "licences" / "index.html").read_text(encoding="utf-8")
    assert all(f">{part.name}</a>" in built for part in parts())
    about = (folder / "about" / "index.html").read_text(encoding="utf-8")
    assert 'href="../licences/"' in about


def test_the_words_of_the_licences_are_there_in_full(site_folder: Path) -> None:
    (name, content), *_ = licence_files().items()
    assert (site_folder / name).read_bytes() == content
    text = content.decode("utf-8-sig")
    without = {part.id for part in parts() if not part.words}
    assert without == {"focus-visible"}  # the page says so
    for part in parts():
        assert (f"\n{part.licence}, {part.home}\n" in text) == bool(part.words)
    begins = {
        "MPL-2.0": "Mozilla Public License Version 2.0",
        "PSF-2.0": "A. HISTORY OF THE SOFTWARE",
        "MIT": "",
        "Apache-2.0": "",
        "0BSD": "Copyright (c) Microsoft Corporation.",
    }
    holds = {
        "MPL-2.0": '1.4. "Covered Software"',
        "PSF-2.0": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "MIT": "The above copyright notice and this permission notice shall be included",
        "0BSD": "with or without fee is hereby granted",
    }
    for part in parts():
        assert part.words.startswith(begins.get(part.licence, "")), part.id
        assert holds.get(part.licence, "") in part.words, part.id
    holders = {part.id: part.words.partition("\n")[0] for part in parts() if part.licence == "MIT"}
    assert holders["clipboard"] == "Copyright (c) Zeno Rocha"
    assert "Martin Donath" in holders["material"]


def test_nobody_comes_upon_it_by_a_word_of_the_law(site_folder: Path) -> None:
    data = [file for file in (site_folder / "search").rglob("*") if file.suffix in {".json", ".bin", ".js"}]
    assert data
    assert not [file for file in data if b"licences/" in file.read_bytes()]


def test_a_package_that_does_not_say_its_licence_stops_the_build(monkeypatch) -> None:
    class Silent:
        name, version, metadata = "silent", "1", {"License-Expression": None, "License": None}

    monkeypatch.setattr(licences, "distribution", lambda _: Silent)
    with pytest.raises(
        PublisherError, match="silent does not say in its metadata under which licence it stands"
    ):
        licences._of_package("python:silent")
