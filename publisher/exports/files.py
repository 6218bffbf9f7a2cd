"""The files of all works, written into the folder ``data`` of the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from calculators.kernel.text import LANGS
from calculators.kernel.works import Work
from publisher import addresses
from publisher.exports.akoma import akoma_bytes, is_act
from publisher.exports.json_data import json_bytes
from publisher.exports.listing import SCHEMA, akoma_name
from publisher.exports.plain import plain_text
from publisher.rows import DATA


def write(works: Iterable[Work], site_dir: Path, site: str = "") -> None:
    """Write the files of all works; ``site`` is the address of the site's root, where it is known."""
    into = site_dir / addresses.DATA
    into.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DATA / SCHEMA, into / SCHEMA)
    start = addresses.start_of(site, "..")
    for work in works:
        (into / f"{work.id}.json").write_bytes(json_bytes(work, start, SCHEMA))
        for lang in LANGS:
            (into / f"{work.id}.{lang}.txt").write_text(plain_text(work, lang, start), encoding="utf-8")
            if is_act(work):
                (into / akoma_name(work, lang)).write_bytes(akoma_bytes(work, lang))
