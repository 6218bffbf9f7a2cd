"""What the search box finds in the law: one record a provision, in the language of the page, under its citation."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from calculators.kernel.text import Lang
from calculators.kernel.works import Provision, Work, place_text


def add_provisions(site_dir: Path, shelf: Iterable[Work], lang: Lang) -> None:
    """Add every provision to the search index that the theme's plugin has written."""
    file = site_dir / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    works = list(shelf)
    # What the plugin made of the law itself: all of it in one record, after the last heading it knows.
    whole = {f"{work.id}/#{last}" for work in works for last in ("particulars", "sources")}
    index["docs"] = [
        *(each for each in index["docs"] if each["location"] not in whole),
        *(each for work in works for each in records(work, lang)),
    ]
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def records(work: Work, lang: Lang) -> list[dict[str, Any]]:
    """Return the records of a work; an article's number alone is none, its summary goes with its paragraphs."""
    return [
        {
            "location": f"{work.id}/#{row.id}",
            "title": _title(work, row, lang),
            "text": " ".join((row.text.in_(lang), *(each.text.in_(lang) for each in row.statements))),
        }
        for row in work.provisions.values()
        if row.statements or not row.id.startswith("art-") or row.parent is not None
    ]


def _title(work: Work, row: Provision, lang: Lang) -> str:
    top = row
    while (parent := work.parent(top)) is not None:
        top = work[parent]
    place = (row.text if row.id.startswith("annex-") else place_text(row.id)).in_(lang)
    return f"{place} {top.gist.in_(lang)}" if top.gist else place
