"""The files of all works, for the folder ``data`` of the site."""

from __future__ import annotations

from collections.abc import Iterable

from calculators.kernel.text import LANGS
from calculators.kernel.works import Work
from publisher import addresses
from publisher.exports.akoma import akoma_bytes, is_act
from publisher.exports.json_data import json_bytes
from publisher.exports.listing import SCHEMA, akoma_name
from publisher.exports.plain import plain_text
from publisher.rows import DATA


def export_files(works: Iterable[Work], site: str = "") -> dict[str, bytes]:
    """Return the files of all works by their addresses; ``site`` is the address of the site's root, where it is known."""
    files = {SCHEMA: (DATA / SCHEMA).read_bytes()}
    start = addresses.start_of(site, "..")
    for work in works:
        files[f"{work.id}.json"] = json_bytes(work, start, SCHEMA)
        for lang in LANGS:
            files[f"{work.id}.{lang}.txt"] = plain_text(work, lang, start).encode()
            if is_act(work):
                files[akoma_name(work, lang)] = akoma_bytes(work, lang)
    return {f"{addresses.DATA}/{name}": content for name, content in files.items()}
