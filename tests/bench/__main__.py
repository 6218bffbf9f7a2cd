"""``make bench``, or ``python -m tests.bench [--runs N]``: measure, print a table, write .build/bench.json."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from publisher.paths import ROOT
from tests.bench.line import Line, serving
from tests.bench.peers import lay_out, sizes
from tests.bench.visits import PAGES, change, first_look, visit

LINES = {"loopback": (0.0, 0.0), "10 Mbit/s, 60 ms": (10_000_000 / 8, 0.06)}
KINDS = ("cold", "next", "warm", "bytes", "requests")
RESULT = ROOT / ".build" / "bench.json"
CHANGE = Path(__file__).with_name("change.js")


def measured(runs: int, browser: str) -> dict[str, Any]:
    """Measure everything, the pages taking turns, so that a busy moment strikes them all."""
    result: dict[str, Any] = {"runs": runs, "lines": {}}
    with TemporaryDirectory(dir=ROOT / ".build") as place, sync_playwright() as playwright:
        folder = Path(place) / "site"
        lay_out(folder)
        result["sizes"] = sizes(folder)
        for name, (rate, delay) in LINES.items():
            line = Line(rate=rate, delay=delay)
            rows: dict[str, list[dict[str, float]]] = {page: [] for page in PAGES}
            looks = []
            with serving(folder, line) as address:
                for turn in range(runs):
                    for page in PAGES:
                        rows[page].append(asdict(visit(playwright, browser, address, page, line)))
                    looks.append(first_look(playwright, browser, address, line))
                    print(f"{name}: {turn + 1} of {runs}", file=sys.stderr, flush=True)
                if not rate:
                    result["change"] = change(playwright, browser, address, CHANGE)
            pages = {page: _medians(each) for page, each in rows.items()}
            result["lines"][name] = {
                "pages": pages,
                "ratios": _ratios(pages),
                "look": _medians(looks),
                "runs": rows,
            }
    return result


def _medians(rows: list[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(row[key] for row in rows) for key in rows[0]}


def _ratios(pages: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """Return each median as a part of the stock page's."""
    return {page: {kind: row[kind] / pages["stock"][kind] for kind in KINDS} for page, row in pages.items()}


def table(result: dict[str, Any]) -> str:
    """Return the medians and, behind each, its ratio to the stock page."""
    said = []
    for name, line in result["lines"].items():
        said.append(f"\n{name}: medians of {result['runs']}; ms and bytes, in brackets the ratio to stock")
        said.append("".join(f"{head:>20}" for head in ("", *KINDS)))
        for page, row in line["pages"].items():
            cells = [f"{row[kind]:,.0f} ({line['ratios'][page][kind]:.2f})" for kind in KINDS]
            said.append("".join(f"{cell:>20}" for cell in (page, *cells)))
        said.append("  " + ", ".join(f"{key} {value:,.0f}" for key, value in line["look"].items()))
    for start, row in result["sizes"].items():
        said.append(
            f"bytes of the {start} start: " + ", ".join(f"{size:,} with {name}" for name, size in row.items())
        )
    said.append(f"\nanswer after a change: {result['change']:.1f} ms")
    return "\n".join(said)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    browser = (ROOT / ".build" / "browser").read_text(encoding="utf-8")
    result = measured(arguments.runs, browser)
    RESULT.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(table(result))
    print(f"\nWritten to {RESULT.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
