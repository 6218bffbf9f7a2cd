"""The Pagefind index, which finds what is near to a query: other forms of a word, the words in another order."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pagefind_bin_extended

from calculators.kernel.text import Lang
from publisher.search.records import Record

_NEEDED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind", "index", "fragment")
"""What a search asks for; the rest of a bundle is user interfaces that this site does not use."""


_WORD = re.compile(r"[\w’'-]+")


class IndexingError(Exception):
    """A tool could not do its part of the search; the message is what it said."""


def write_index(records: Mapping[Lang, Sequence[Record]], into: Path) -> None:
    """Index every record as a page named after its number: ``/zh/12.html`` is the record 12 of the Chinese ones."""
    with TemporaryDirectory() as place:
        pages, made = Path(place) / "pages", Path(place) / "made"
        for lang, rows in records.items():
            (pages / lang).mkdir(parents=True)
            for number, record in enumerate(rows):
                (pages / lang / f"{number}.html").write_text(_page(record, lang), encoding="utf-8")
        run = subprocess.run(
            [pagefind_bin_extended.get_executable(), "--site", pages, "--output-path", made, "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode != 0:
            raise IndexingError(f"Pagefind could not index the pages: {run.stdout}{run.stderr}")
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        for each in (found for pattern in _NEEDED for found in sorted(made.glob(pattern))):
            shutil.move(each, into / each.name)
        # Pagefind writes the languages in an order that differs from run to run.
        entry = into / "pagefind-entry.json"
        table = json.loads(entry.read_text(encoding="utf-8"))
        entry.write_text(json.dumps(table, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def _page(record: Record, lang: Lang) -> str:
    # Of a section of ours, the heading, question or first cell: near matches for the rest would be guesses.
    text = record.text.partition("\n")[0] if record.kind == "page" else record.text
    if lang == "en":
        text = _once(text)
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    return f'<!doctype html><html lang="{lang}"><body>{lines}</body></html>'


def _once(text: str) -> str:
    """Return each word once: near matches need no more, and the index is a quarter smaller. Chinese has no such words."""
    return " ".join({word.casefold(): word for word in _WORD.findall(text)}.values())
