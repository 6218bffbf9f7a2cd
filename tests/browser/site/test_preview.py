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


SAVED = (
    ("docs/zh/about.md", "本站是非官方", "本站仍是非官方", "/about/"),
    ("docs/en/about.md", "# About this site", "# About this very site", "/en/about/"),
    (
        "calculators/vulnerabilities/law/provisions.toml",
        'en = "Article 3"',
        'en = "Article Three"',
        "/en/vulnerability-provisions/",
    ),
    (
        "calculators/vulnerabilities/duties/questions.py",
        "Do users have to",
        "Do all users have to",
        "/en/calculators/vulnerability-duties/",
    ),
    ("calculators/neighbours/terms.toml", 'en = "vulnerability"', 'en = "weakness"', "/en/glossary/"),
)
"""Prose in both languages, a law text, a rule, a table: what is saved, and the page that shows it."""


def test_a_page_shows_what_is_saved_without_being_asked(preview: Preview) -> None:
    file, old, new, page = SAVED[0]
    preview.page.goto(preview.address + page)
    preview.edit(file, replaced(old, new))
    preview.see(new)


def test_every_kind_of_file_is_followed(preview: Preview) -> None:
    for file, old, new, _ in SAVED[1:]:
        preview.edit(file, replaced(old, new))
    preview.edit(
        "publisher/theme/partials/footer.html", replaced("Unofficial, not legal advice", "Plainly no legal advice")
    )
    for _, _, new, page in SAVED[1:]:
        preview.page.goto(preview.address + page)
        preview.see(new.split('"')[1] if '"' in new else new.removeprefix("# "))
    preview.see("Plainly no legal advice", "footer")


def test_a_saved_style_and_a_saved_script_are_seen(preview: Preview) -> None:
    preview.page.goto(f"{preview.address}/about/")
    preview.edit("docs/assets/css/base/tokens.css", lambda text: f"{text}\n:root {{ --seen: 7px; }}\n")
    preview.edit(
        "docs/assets/law/early.js", lambda text: f'{text}\ndocument.documentElement.dataset.seen = "7";\n'
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
        preview.page.wait_for_selector(".search-list [role=option]", timeout=PATIENCE)


SLIPS_IN_PAGES = (
    (
        "docs/zh/errors.md",
        lambda text: f"{text}\n/// law | nonsense\n///\n\n[x](nowhere.md)\n",
        (
            r"'errors\.md', line 2\d: there is no law “nonsense”; there are ",
            r"'errors\.md' contains a link 'nowhere\.md'",
        ),
    ),
    (
        "docs/en/errors.md",
        lambda text: f"{text}\n/// lwa | incident-qa\n///\n",
        (r"'errors\.md', line 2\d: there is no block “lwa”",),
    ),
)


@pytest.mark.parametrize(
    "slips",
    [
        SLIPS_IN_PAGES,
        (
            (
                "calculators/incidents/law/qa.toml",
                lambda text: f"{text}\nzh = oops\n",
                (r"qa\.toml: Invalid value",),
            ),
        ),
        (
            (
                "calculators/neighbours/errors.toml",
                lambda text: text.replace("sources = [", 'sources = ["S-NONE", ', 1),
                (r"errors\.toml: .*S-NONE",),
            ),
        ),
        (
            (
                "calculators/incidents/report/rules.py",
                lambda text: f"{text}\ndef (:\n",
                (r"SyntaxError: .*rules\.py, line \d+",),
            ),
        ),
    ],
    ids=["pages", "law", "table", "rule"],
)
def test_a_slip_is_one_sentence_and_mended_by_the_next_save(preview: Preview, slips: tuple) -> None:
    whole = {file: (preview.folder / file).read_text(encoding="utf-8") for file, _, _ in slips}
    preview.log.write_text("", encoding="utf-8")
    for file, slip, _ in slips:
        preview.edit(file, slip)
    for _, _, sentences in slips:
        for sentence in sentences:
            preview.says(sentence)
    for file, text in whole.items():
        (preview.folder / file).write_text(text, encoding="utf-8")
    assert "Traceback" not in preview.says("Reloading browsers|Documentation built")
