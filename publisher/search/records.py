"""The records that the search finds: one a provision, a note, a section of a page; each in one language, under its anchor.

A source of records is a function; what is to be found besides is one more function in SOURCES.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from calculators.kernel.text import Lang
from calculators.kernel.works import CONFIDENCE, Provision, Work
from calculators.texts import works
from publisher.html import urls
from publisher.law.notes import notes_for
from publisher.search.sections import read_sections

Kind = Literal["law", "gist", "frame", "digest", "note", "page"]
"""The law's own words; our summary of an article; a work's title, notice, introduction and headings; our digest; our note beside
a provision; a section of a page of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that can be found: where it stands, what it is called, and its words."""

    page: str
    """The page's address within its language, with a slash at its end; empty for the home page."""
    anchor: str
    place: str
    kind: Kind
    text: str
    """Its words; a new line wherever the page begins one, so that nothing matches across."""


_NOT_FOUND = frozenset({"licences"})
"""Pages that nobody looks for by words of the law: what they say would stand among the hits."""
Source = Callable[[Path, Lang], Iterator[Record]]
"""Makes records from the built pages (the folder of the whole site) and from the data, in one language."""


def law_records(site: Path, lang: Lang) -> Iterator[Record]:
    """One record a provision; an article, which is a number alone, is found under our summary of it."""
    del site
    for work in works().values():
        for row in work.provisions.values():
            kind, text = _words(work, row, lang)
            place = work.place(row.id).in_(lang)
            yield Record(page=f"{work.id}/", anchor=row.id, place=place, kind=kind, text=text)


def _words(work: Work, row: Provision, lang: Lang) -> tuple[Kind, str]:
    gist = row.gist.in_(lang) if row.gist else ""
    if work.kind == "digest":
        statements = (each.text.in_(lang) for each in row.statements)
        heading = row.text.in_(lang) if row.head == "annex" else ""
        return "digest", "\n".join(filter(None, (heading, gist, *statements)))
    if row.kind == "article":
        return "gist", gist or row.text.in_(lang)
    return "frame" if row.head in {"notice", "title", "intro", "chapter"} else "law", row.text.in_(lang)


def note_records(site: Path, lang: Lang) -> Iterator[Record]:
    """One record a note of ours beside a provision."""
    del site
    for work in works().values():
        for row in work.provisions.values():
            place = work.place(row.id).in_(lang)
            for note in notes_for(work.id, row.id):
                text = f"{note.text.in_(lang)}\n{CONFIDENCE[note.confidence].in_(lang)}"
                yield Record(page=f"{work.id}/", anchor=row.id, place=place, kind="note", text=text)


def page_records(site: Path, lang: Lang) -> Iterator[Record]:
    """One record a section of every built page, and one an entry (a row, a question, a case) within it."""
    for page, file in built_pages(site, lang):
        for section in read_sections(file):
            yield Record(
                page=page, anchor=section.anchor, place=section.title, kind="page", text=section.text
            )


def built_pages(site: Path, lang: Lang) -> Iterator[tuple[str, Path]]:
    """Yield the address within its language and the file of every page that is to be found, the home page first."""
    start = site if lang == "zh" else site / "en"
    for file in sorted(start.rglob("index.html")):
        page = file.parent.relative_to(start).as_posix()
        if page in _NOT_FOUND or (lang == "zh" and page.partition("/")[0] == "en"):
            continue
        if re.search(urls.FRAMED, f"{page}/"):
            continue  # what it holds is found where it stands on the site
        yield "" if page == "." else f"{page}/", file


SOURCES: tuple[Source, ...] = (law_records, note_records, page_records)
"""All that makes records. The order is the order of hits that are equally good."""


def all_records(site: Path, lang: Lang) -> list[Record]:
    """Return every record of one language that has words."""
    return [record for source in SOURCES for record in source(site, lang) if record.text.strip()]
