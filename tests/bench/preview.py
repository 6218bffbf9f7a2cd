"""``python -m tests.bench.preview``: seconds from a saved file to the page that shows it, under `mkdocs serve`."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.watched import ARGUMENTS
from tests.previewing import ROOT, Preview, previewing

RUNS = 5
KINDS = {
    "prose, Chinese": ("docs/zh/about.md", "非官方的参考资料", "/about/"),
    "prose, English": ("docs/en/about.md", "unofficial reference", "/en/about/"),
    "law text": (
        "calculators/vulnerabilities/law/provisions.toml",
        'en = "Article 3',
        "/en/vulnerability-provisions/",
    ),
    "rule": (
        "calculators/vulnerabilities/duties/questions.py",
        "Must product users",
        "/en/calculators/vulnerability-duties/",
    ),
    "template": ("publisher/theme/404.html", "没有这个页面", "/404.html"),
}


def seconds(preview: Preview, file: str, after: str, page: str, mark: str) -> float:
    """Return how long a mark behind some words takes from the file to the open page."""
    preview.page.goto(preview.address + page)
    preview.page.wait_for_timeout(1500)  # as an author, who reads first
    started = time.monotonic()
    preview.edit(file, lambda text: text.replace(after, after + mark, 1))
    preview.see(mark)
    return time.monotonic() - started


def main() -> None:
    """Measure each kind and print median and slowest."""
    browser_path = (ROOT / ".build" / "browser").read_text(encoding="utf-8")
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        with previewing(Path(place), browser) as preview:
            for kind, (file, after, page) in KINDS.items():
                found = [seconds(preview, file, after, page, f"x{run}x") for run in range(RUNS)]
                print(
                    f"{kind:<16} median {statistics.median(found):.1f} s, slowest {max(found):.1f} s",
                    flush=True,
                )
        browser.close()


if __name__ == "__main__":
    main()
