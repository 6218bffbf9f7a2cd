"""`mkdocs serve` follows an author: prose, law text, rule, template, style and script, in both languages, and bears slips."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
COPIED = (
    "calculators",
    "docs",
    "publisher",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "package-lock.json",
    "pyproject.toml",
    "LICENSE",
)
PATIENCE = 60_000
"""Milliseconds; a busy machine must not fail a test."""


class Preview:
    """A copy of the checkout under `mkdocs serve`, with a browser that looks at it."""

    def __init__(self, folder: Path, address: str, log: Path, page: Page) -> None:
        self.folder, self.address, self.log, self.page = folder, address, log, page

    def edit(self, file: str, change: Callable[[str], str]) -> None:
        path = self.folder / file
        before = path.read_text(encoding="utf-8")
        after = change(before)
        assert after != before
        path.write_text(after, encoding="utf-8")

    def see(self, words: str, where: str = "article") -> None:
        """Wait until the open page shows these words: it loads itself again."""
        self.page.wait_for_function(
            "([where, words]) => document.querySelector(where)?.textContent.includes(words)",
            arg=[where, words],
            timeout=PATIENCE,
        )

    def says(self, pattern: str) -> str:
        """Wait until the terminal says something, and return all that it has said."""
        end = time.monotonic() + PATIENCE / 1000
        while not re.search(pattern, self.log.read_text(encoding="utf-8")):
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        return self.log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("checkout")
    for name in COPIED:
        source = ROOT / name
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, folder / name, ignore=skip) if source.is_dir() else shutil.copy(
            source, folder / name
        )
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / ".build").mkdir()
    shutil.copy(ROOT / ".build" / "node", folder / ".build" / "node")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("w") as out, browser.new_context() as context:
        # The copy's packages, not those of the checkout that is installed.
        environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        running = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            preview = Preview(folder, f"http://127.0.0.1:{port}", log, context.new_page())
            preview.says("Serving on")
            yield preview
        finally:
            running.send_signal(signal.SIGTERM)
            running.kill()
            running.wait(10)


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("file", "old", "new", "page", "where"),
    [
        ("docs/zh/about.md", "本站是非官方", "本站仍是非官方", "/about/", "article"),
        ("docs/en/about.md", "# About this site", "# About this very site", "/en/about/", "article"),
        (
            "calculators/vulnerabilities/provisions.toml",
            'en = "Article 3"',
            'en = "Article Three"',
            "/en/vulnerability-provisions/",
            "article",
        ),
        (
            "calculators/vulnerabilities/duty_questions.py",
            "Must product users",
            "Must all product users",
            "/en/calculators/vulnerability-duties/",
            "article",
        ),
        (
            "publisher/terms.toml",
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
def test_a_saved_file_is_seen(preview: Preview, file: str, old: str, new: str, page: str, where: str) -> None:
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
        ("calculators/incidents/qa.toml", lambda text: f"{text}\nzh = oops\n", r"qa\.toml: Invalid value"),
        (
            "publisher/data/errors.toml",
            lambda text: text.replace("sources = [", 'sources = ["S-NONE", ', 1),
            r"errors\.toml: .*S-NONE",
        ),
        (
            "calculators/incidents/rules.py",
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
