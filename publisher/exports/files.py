"""The files for programmes, for the folder ``data`` of the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS
from calculators.kernel.works import Work
from publisher.exports import finding_schema, permalink_table
from publisher.exports.akoma import akoma_bytes
from publisher.exports.json_data import json_bytes
from publisher.exports.plain import plain_text
from publisher.html import urls
from publisher.law.files import SCHEMA, akoma_name, is_act


def export_files(works: Iterable[Work], site: str = "") -> dict[str, bytes]:
    """Return the files of all works, the schemas and the table of permanent links, by their addresses; ``site`` is the address of the site's root, where it is known."""
    files = {
        SCHEMA: Path(__file__).with_name(SCHEMA).read_bytes(),
        finding_schema.NAME: finding_schema.schema_bytes(CALCULATORS.values()),
    }
    start = urls.start_of(site, "..")
    files[permalink_table.NAME] = permalink_table.table_bytes(start)
    for work in works:
        files[f"{work.id}.json"] = json_bytes(work, start, SCHEMA)
        for lang in LANGS:
            # With a byte order mark: a plain server (`python -m http.server`) names no charset for text.
            files[f"{work.id}.{lang}.txt"] = plain_text(work, lang, start).encode("utf-8-sig")
            if is_act(work):
                files[akoma_name(work, lang)] = akoma_bytes(work, lang)
    return {f"{urls.DATA}/{name}": content for name, content in files.items()}
