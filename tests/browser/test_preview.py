"""`mkdocs serve` follows an author: prose, law text, rule, template, style and script, in both languages, and bears slips."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.previewing import PATIENCE, Preview, previewing


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Preview]:
    with previewing(tmp_path_factory.mktemp("checkout"), browser) as preview:
        yield preview


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "page", "where"),
    [
        ("docs/zh/about.md", "本站是非官方", "本站仍是非官方", "/about/", "article"),
        ("docs/en/about.md", "# About this site", "# About this very site", "/en/about/", "article"),
        (
            "calculators/vulnerabilities/law/provisions.toml",
            'en = "Article 3"',
            'en = "Article Three"',
            "/en/vulnerability-provisions/",
            "article",
        ),
        (
            "calculators/vulnerabilities/duties/questions.py",
            "Must product users",
            "Must all product users",
            "/en/calculators/vulnerability-duties/",
            "article",
        ),
        (
            "calculators/neighbours/terms.toml",
            'en = "vulnerability"',
            'en = "weakness"',
            "/en/glossary/",
            "#term-vulnerability",
        ),
        (
            "publisher/theme/partials/footer.html",
            "An unofficial reference",
            "A very unofficial reference",
            "/en/",
            "footer",
        ),
    ],
)
def test_a_saved_file_is_seen(  # noqa: PLR0917
    preview: Preview, file: str, old: str, new: str, page: str, where: str
) -> None:
    preview.page.goto(preview.address + page)
    preview.edit(file, replaced(old, new))
    preview.see(new.split('"')[1] if '"' in new else new.removeprefix("# "), where)


def test_a_saved_style_and_a_saved_script_are_seen(preview: Preview) -> None:
    preview.page.goto(f"{preview.address}/about/")
    preview.edit("docs/assets/css/tokens.css", lambda text: f"{text}\n:root {{ --seen: 7px; }}\n")
    preview.edit(
        "docs/assets/reading/early.js", lambda text: f'{text}\ndocument.documentElement.dataset.seen = "7";\n'
    )
    preview.page.wait_for_function(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--seen').trim() === '7px'"
        " && document.documentElement.dataset.seen === '7'",
        timeout=PATIENCE,
    )


def test_calculators_and_search_work(preview: Preview) -> None:
    for path in ("", "/en"):
        preview.page.goto(f"{preview.address}{path}/calculators/disclosure/#act=publish&patch_available=no")
        preview.page.wait_for_selector("regulation-calculator[data-state=answered]", timeout=PATIENCE)
        preview.page.goto(f"{preview.address}{path}/about/")
        preview.page.locator("[data-search] input").focus()
        preview.page.keyboard.type("9(7)")
        preview.page.wait_for_selector(".find-list [role=option]", timeout=PATIENCE)


@pytest.mark.parametrize(
    ("file", "slip", "sentence"),
    [
        (
            "docs/zh/errors.md",
            lambda text: f"{text}\n/// law | nonsense\n///\n",
            r"'errors\.md', line 2\d: there is no law “nonsense”; there are ",
        ),
        (
            "docs/en/errors.md",
            lambda text: f"{text}\n/// lwa | incident-qa\n///\n",
            r"'errors\.md', line 2\d: there is no block “lwa”",
        ),
        (
            "docs/zh/errors.md",
            lambda text: f"{text}\n[x](nowhere.md)\n",
            r"'errors\.md' contains a link 'nowhere\.md'",
        ),
        (
            "calculators/incidents/law/qa.toml",
            lambda text: f"{text}\nzh = oops\n",
            r"qa\.toml: Invalid value",
        ),
        (
            "calculators/neighbours/errors.toml",
            lambda text: text.replace("sources = [", 'sources = ["S-NONE", ', 1),
            r"errors\.toml: .*S-NONE",
        ),
        (
            "calculators/incidents/report/rules.py",
            lambda text: f"{text}\ndef (:\n",
            r"SyntaxError: .*rules\.py, line \d+",
        ),
    ],
)
def test_a_slip_is_one_sentence_and_mended_by_the_next_save(
    preview: Preview, file: str, slip: Callable[[str], str], sentence: str
) -> None:
    whole = (preview.folder / file).read_text(encoding="utf-8")
    preview.log.write_text("", encoding="utf-8")
    preview.edit(file, slip)
    preview.says(sentence)
    (preview.folder / file).write_text(whole, encoding="utf-8")
    assert "Traceback" not in preview.says("Reloading browsers|Documentation built")
