"""A copy of the checkout under `mkdocs serve`, with a browser that looks at it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
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


def copy_checkout(folder: Path) -> None:
    """Put into a folder all that `mkdocs` needs of the checkout; nothing that a build keeps."""
    for name in COPIED:
        source = ROOT / name
        skip = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, folder / name, ignore=skip) if source.is_dir() else shutil.copy(
            source, folder / name
        )
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / ".build").mkdir()
    shutil.copy(ROOT / ".build" / "node", folder / ".build" / "node")


@contextmanager
def previewing(folder: Path, browser: Browser) -> Iterator[Preview]:
    """Copy the checkout into a folder, let `mkdocs serve` show it, and end that whatever happens."""
    copy_checkout(folder)
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
            running.kill()
            running.wait(10)
