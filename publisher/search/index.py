"""The Pagefind index, which finds what is near to a query: other forms of a word, the words in another order."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from html import escape
from importlib.metadata import version
from pathlib import Path

import pagefind_bin_extended

from calculators.kernel.text import Lang
from publisher.assets.bundle import shorten
from publisher.assets.kept import kept_folder
from publisher.errors import IndexingError
from publisher.paths import WORK
from publisher.search.records import Record

_NEEDED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind", "index", "fragment")
"""What a search asks for; the rest of a bundle is user interfaces that this site does not use."""


KEPT = WORK / "pagefind"
"""The last index, in a folder named after a hash of what it was made of."""
_WORD = re.compile(r"[\w’'-]+")


def write_index(records: Mapping[Lang, Sequence[Record]], into: Path) -> None:
    """Write the index of all records; one that was made of the same pages is copied."""
    pages = {
        f"{lang}/{number}.html": _page(record, lang)
        for lang, rows in records.items()
        for number, record in enumerate(rows)
    }
    total = hashlib.sha256(f"{pages} {version('pagefind_bin_extended')}".encode())
    kept = kept_folder(KEPT, total.hexdigest()[:16], lambda place: _made(pages, place))
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(kept, into, copy_function=shutil.copyfile)


def _made(pages: Mapping[str, str], place: Path) -> Path:
    """Let Pagefind index the pages; each is named after a record: ``zh/12.html`` is the record 12 of the Chinese ones."""
    start, bundle, needed = place / "pages", place / "bundle", place / "needed"
    for name, page in pages.items():
        (start / name).parent.mkdir(parents=True, exist_ok=True)
        (start / name).write_text(page, encoding="utf-8")
    run = subprocess.run(
        [pagefind_bin_extended.get_executable(), "--site", start, "--output-path", bundle, "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise IndexingError(f"Pagefind could not index the pages: {run.stdout}{run.stderr}")
    needed.mkdir()
    for each in (found for pattern in _NEEDED for found in sorted(bundle.glob(pattern))):
        shutil.move(each, needed / each.name)
    # Pagefind writes the languages in an order that differs from run to run.
    entry = needed / "pagefind-entry.json"
    table = json.loads(entry.read_text(encoding="utf-8"))
    entry.write_text(json.dumps(table, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    shorten(needed / "pagefind.js")
    return needed


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
