"""A third law is one folder, its pages and lines of navigation: nothing else is told of it.

``third_law/`` holds the law as somebody would add it, and is put into a copy of the checkout. ``docs/permalinks.txt`` is
not written here: it lists what was published, and `python -m publisher permalinks --write` adds a new address to it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring, parse
from playwright.sync_api import Browser

from publisher.hosting.server import Server
from publisher.hosting.site import built_site
from publisher.paths import WORK
from tests.browser.watched import Watched, path_of, wait_for
from tests.previewing import copy_checkout
from tests.serving import in_thread

ADDED = Path(__file__).with_name("third_law")
NAVIGATION = {
    "mkdocs.yml": ("  - 条文:\n", "  - 样例:\n      - 样例: calculators/sample-report.md\n      - 样例办法: sample-measures.md\n"),
    "mkdocs.en.yml": ("  - Texts:\n", "  - Sample:\n      - Sample: calculators/sample-report.md\n      - Sample Measures: sample-measures.md\n"),
}  # fmt: skip
FACTS = {"seen_at": "2026-11-21T12:00:00+08:00", "large": "yes"}


def ran(folder: Path, *command: str) -> str:
    """Run a command in a copy, with its packages, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with the third law in it, built; it begins with what the last build here has compressed."""
    folder = tmp_path_factory.mktemp("third")
    copy_checkout(folder)
    if (WORK / "compressed").is_dir():
        shutil.copytree(WORK / "compressed", folder / ".build" / "compressed", copy_function=os.link)
    ran(folder, "git", "init", "--quiet")
    ran(folder, "git", "add", "calculators", "docs", "publisher", *NAVIGATION)
    for name in ("calculators", "docs"):
        shutil.copytree(
            ADDED / name, folder / name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name, (before, lines) in NAVIGATION.items():
        file = folder / name
        text = file.read_text(encoding="utf-8").replace("fast_start: true", "fast_start: false")
        assert text.count(before) == 1
        file.write_text(text.replace(before, lines + before), encoding="utf-8")
    ran(folder, sys.executable, "-m", "mkdocs", "build", "--quiet")
    return folder


@pytest.fixture(scope="module")
def pages(checkout: Path) -> dict[str, HtmlElement]:
    """The page of the law in both languages."""
    return {
        lang: parse(checkout / "site" / under / "sample-measures" / "index.html").getroot()
        for lang, under in (("zh", ""), ("en", "en"))
    }


@pytest.fixture(scope="module")
def visited(checkout: Path, browser: Browser) -> Iterator[Watched]:
    with in_thread(Server(built_site(checkout / "site"))) as address:
        yield Watched(browser, address)


def test_no_file_but_navigation_was_changed(checkout: Path) -> None:
    assert ran(checkout, "git", "diff", "--name-only").split() == sorted(NAVIGATION)
    others = ran(checkout, "git", "ls-files", "--others", "calculators", "docs", "publisher").split()
    assert {name for name in others if "__pycache__" not in name} == {
        file.relative_to(ADDED).as_posix()
        for file in ADDED.rglob("*.*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_every_provision_has_its_permalink_within_its_chapter(pages: dict[str, HtmlElement]) -> None:
    ids = ["title", "ch-1", "art-1", "art-1-p1", "ch-2", "ch-2-s1", "art-2", "art-2-p1"]
    for page in pages.values():
        assert [row.get("id") for row in page.find_class("prov")] == ids
        for outer, inner in (("ch-1", "art-1"), ("ch-2", "ch-2-s1"), ("ch-2-s1", "art-2")):
            assert page.get_element_by_id(inner) in page.get_element_by_id(outer).iterdescendants()
        headings = [
            (each.tag, own)
            for own in ids[1:]
            for each in page.xpath(f"//*[@id='{own}']/*[starts-with(name(), 'h')]")
        ]
        assert headings == [
            ("h2", "ch-1"),
            ("h3", "art-1"),
            ("h2", "ch-2"),
            ("h3", "ch-2-s1"),
            ("h4", "art-2"),
        ]
        assert (
            page.get_element_by_id("art-2")
            .get("data-cite-zh")
            .startswith("《样例事件报告办法》（2026年1月5日）第二条（文本版本")
        )
        assert (
            page.get_element_by_id("ch-2-s1")
            .get("data-cite-en")
            .partition(" (text edition")[0]
            .endswith("Chapter 2, Section 1")
        )


def test_the_contents_hold_the_chapters(pages: dict[str, HtmlElement]) -> None:
    lines = {
        "zh": ["第一章 总则", "第一条 目的", "第二章 报告", "第一节 时限", "第二条 报告时限"],
        "en": ["Chapter 1 General Provisions", "Article 1 Purpose", "Chapter 2 Reporting", "Section 1 Time Limits", "Article 2 Time limit"],
    }  # fmt: skip
    for lang, page in pages.items():
        nav = page.xpath("//nav[contains(@class, 'md-nav--secondary')]")[0]
        found = {link.get("href"): " ".join(link.text_content().split()) for link in nav.iter("a")}
        assert [found[f"#{own}"] for own in ("ch-1", "art-1", "ch-2", "ch-2-s1", "art-2")] == lines[lang]


def test_a_law_that_names_itself_means_itself(pages: dict[str, HtmlElement]) -> None:
    for page in pages.values():
        links = page.get_element_by_id("art-1-p1").find_class("ref")
        assert [link.get("href") for link in links] == ["#title", "#title"]


def test_it_is_there_for_programmes_too(checkout: Path) -> None:
    data = checkout / "site" / "data"
    parents = {
        row["id"]: row["parent"]
        for row in json.loads((data / "sample-measures.json").read_text(encoding="utf-8"))["provisions"]
    }
    assert (parents["art-1"], parents["art-2"], parents["ch-2-s1"]) == ("ch-1", "ch-2-s1", "ch-2")
    akoma = (data / "sample-measures.akn.xml").read_text(encoding="utf-8")
    assert re.findall(r'<(chapter|section|article) eId="([a-z0-9_]+)"', akoma) == [
        ("chapter", "chp_1"), ("article", "art_1"), ("chapter", "chp_2"), ("section", "chp_2__sec_1"), ("article", "art_2"),
    ]  # fmt: skip
    assert "第二章　报告\n\n第一节　时限\n\n第二条" in (data / "sample-measures.zh.txt").read_text(
        encoding="utf-8"
    )


def test_it_is_typeset_in_chapters(checkout: Path) -> None:
    typeset = (
        "from calculators.texts import works; from publisher.pdf.document import document_html;"
        "print(document_html(works()['sample-measures'], 'zh'))"
    )
    body = fromstring(ran(checkout, sys.executable, "-c", typeset)).find("body")
    levels = [
        (each.tag, each.getparent().get("id")) for each in body.find_class("number") if each.tag != "span"
    ]
    assert levels == [("h2", "ch-1"), ("h3", "art-1"), ("h2", "ch-2"), ("h3", "ch-2-s1"), ("h4", "art-2")]
    assert [each.get("href") for each in body.xpath("./nav//a")] == [
        "#ch-1", "#art-1", "#ch-2", "#ch-2-s1", "#art-2"
    ]  # fmt: skip


def test_it_is_found_by_search(checkout: Path) -> None:
    for lang, chapter in (("zh", "第二章"), ("en", "Chapter 2")):
        table = json.loads((checkout / "site" / "search" / f"{lang}.json").read_text(encoding="utf-8"))
        page = next(at for at, (path, _) in enumerate(table["pages"]) if path == "sample-measures/")
        places = {anchor: place for at, anchor, place, *_ in table["records"] if at == page}
        assert places["ch-2"] == chapter
        assert {"art-1", "art-1-p1", "art-2-p1"} <= set(places)
        assert {"page": page, "names": ["样例办法", "Sample Measures"]} in table["works"]


def test_it_answers_in_the_terminal(checkout: Path) -> None:
    flags = [part for name, value in FACTS.items() for part in (f"--{name.replace('_', '-')}", value)]
    said = ran(checkout, sys.executable, "-m", "calculators", "sample-report", *flags, "--all")
    assert "■ 应当报告。" in said
    assert "2026年11月22日（星期日）12:00" in said
    assert "《样例事件报告办法》第二条第一款" in said


def test_it_answers_in_the_page(visited: Watched) -> None:
    fragment = "&".join(f"{name}={value}" for name, value in FACTS.items())
    with visited.page() as (page, _):
        page.set_default_timeout(
            120_000
        )  # the plain start compiles the whole library, and the machine may be busy
        page.goto(f"{visited.address}{path_of('sample-report', 'zh')}#{fragment}")
        wait_for(page, "answered")
        assert page.locator(".calc-answer__text").get_attribute("data-mark") == "square"
        deadline = page.locator(".calc-deadline")
        assert deadline.locator(".calc-deadline__time").inner_text() == "12:00"
        assert deadline.locator(".calc-deadline__whom").inner_text() == "样例报告"
        assert "11月22日星期日12:00（含）" in deadline.inner_text()
        duty = page.locator("[data-duty=report-sample]")
        assert "12:00" in duty.inner_text()
        assert "sample-measures/#art-2" in str(duty.locator("a").first.get_attribute("href"))
