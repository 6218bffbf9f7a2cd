"""The permanent links as a table (CSV): what each leads to and its title, both languages side by side.

What has a title of its own is listed: pages, provisions, questions, terms, rows of tables, and the cases as exercises.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.meta import get_data

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Text
from calculators.texts import cases, works
from publisher.html import urls
from publisher.law.reading.terms import terms
from publisher.paths import ROOT
from publisher.reference.faq import faq
from publisher.reference.model import table_pages

NAME = "permalinks.csv"
COLUMNS = ("kind", "zh", "en", "title_zh", "title_en")
_DOCS = ROOT / "docs"
_ROW = Text("{table}：{row}", "{table}: {row}")


def table_bytes(start: str) -> bytes:
    """Return the table; ``start`` is where the addresses of pages begin."""
    written = io.StringIO()
    table = csv.writer(written)  # as RFC 4180 has it: commas, quotes where they are needed, CRLF
    table.writerow(COLUMNS)
    for kind, path, anchor, title in _places():
        addresses = (urls.page(start, lang, path, anchor) for lang in LANGS)
        table.writerow([kind, *addresses, title.zh, title.en])
    # With a byte order mark: without one a spreadsheet on a Chinese system reads it as GBK, and a plain server names
    # no charset.
    return written.getvalue().encode("utf-8-sig")


def _places() -> Iterator[tuple[str, str, str, Text]]:
    """Yield what there is: its kind, the page, the place on it, its title."""
    for path, title in _pages():
        yield "page", path, "", title
    for work in works().values():
        for row in work.provisions:
            yield "provision", f"{work.id}/", row, work.cite(row)
    for name in CALCULATORS:
        for case in cases(name):
            yield "exercise", "training/", f"case-{case.id}", case.title
    for question in faq().questions():
        yield "question", f"{faq().id}/", question.id, question.text
    for page in table_pages().values():
        for table in page.tables:
            for line in table.rows:  # its first cell may be no more than the number of an article
                title = _ROW.fill(table=table.caption, row=line.cells[0])
                yield "row", f"{page.id}/", line.id, title
    for term in terms():
        yield "term", "glossary/", term.anchor, Text(term.zh, term.en)


def _pages() -> Iterator[tuple[str, Text]]:
    """Yield the address of every page within its language and the title in its head."""
    for file in sorted((_DOCS / "zh").rglob("*.md")):
        name = file.relative_to(_DOCS / "zh")
        path = name.with_suffix("").as_posix()
        yield (
            "" if path == "index" else f"{path}/",
            Text(_title(file), _title(_DOCS / "en" / name)),
        )


def _title(file: Path) -> str:
    _, head = get_data(file.read_text(encoding="utf-8"))
    return str(head["title"])
