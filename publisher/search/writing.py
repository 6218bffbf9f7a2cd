"""The search as files of the site: per language one table of all records, plain and compressed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import CONFIDENCE
from calculators.texts import works
from publisher.search.aliases import read_aliases
from publisher.search.folding import fold_map
from publisher.search.records import Record, all_records, built_pages
from publisher.search.sections import page_title
from publisher.search.subjects import read_subjects, resolve
from publisher.search.words import LABELS, WORDS

FOLDER = "search"


def write_search(site: Path) -> None:
    """Write everything that the search box loads into ``site/search/``."""
    records = {lang: all_records(site, lang) for lang in LANGS}
    titles = {lang: {page: page_title(file) for page, file in built_pages(site, lang)} for lang in LANGS}
    write_files(records, titles, site / FOLDER)


def write_files(
    records: Mapping[Lang, Sequence[Record]], titles: Mapping[Lang, Mapping[str, str]], into: Path
) -> None:
    """Write the tables for records that were made before."""
    into.mkdir(parents=True, exist_ok=True)
    aliases = read_aliases()
    every = [each.text for rows in records.values() for each in rows]
    fold = fold_map([*every, *(name for group in aliases.groups for name in group)])
    for lang in LANGS:
        table = {
            **_table(records[lang], titles[lang], lang),
            "words": {key: text.in_(lang) for key, text in WORDS.items()},
            "aliases": aliases.groups,
            "subjects": resolve(read_subjects(), records[lang]),
            "fold": "".join(f"{one}{other}" for one, other in sorted(fold.items())),
        }
        _write(table, into / lang)
        # For readers of the other language: the texts and the digest, without the pages around them.
        law = [each for each in records[lang] if each.kind in {"law", "gist", "frame", "digest"}]
        _write(_table(law, titles[lang], lang), into / f"{lang}-law")


def _write(table: Mapping[str, Any], to: Path) -> None:
    whole = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    to.with_suffix(".json").write_bytes(whole)
    # The browser unpacks this itself, so it is small behind any server. Zlib's own format is "deflate" on the web.
    to.with_suffix(".bin").write_bytes(zlib.compress(whole, 9))


def _table(records: Sequence[Record], titles: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    pages = list(titles)
    number = {page: at for at, page in enumerate(pages)}
    kinds = list(LABELS)
    return {
        "pages": [[page, titles[page]] for page in pages],
        "works": [
            {"page": number[f"{work.id}/"], "names": work.names}
            for work in works().values()
            if f"{work.id}/" in number
        ],
        # Where one may look who has found nothing.
        "contents": [
            at
            for page, at in number.items()
            if page.removesuffix("/") in works() or page.startswith("calculators/")
        ],
        # What says this has nothing to say, and comes last.
        "open": CONFIDENCE["OPEN"].in_(lang),
        "labels": [LABELS[kind].in_(lang) for kind in kinds],
        "records": [
            [number[each.page], each.anchor, each.place, kinds.index(each.kind), each.text]
            for each in records
        ],
    }
