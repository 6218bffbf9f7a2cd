"""Our own scripts and style sheets under a folder named after their contents, so that browsers keep them for ever.

A page then never runs with scripts of another build, and a second visit asks for the page alone. It is done
to the built site: whoever writes an address in the publisher writes ``assets/own/…`` and need not know.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

OWN = "assets/own"
STAYS = "theme/card."
"""The pictures that other sites show beside a link: they keep the address, so it keeps the picture."""


def fingerprint(site: Path) -> str:
    """Move ``assets/own/…`` to ``assets/own/<hash>/…``, let every page say so, and return the folder."""
    start = site / OWN
    folder = f"{OWN}/{_hash_of(start)}"
    aside = site / "assets" / "own-aside"
    start.rename(aside)
    start.mkdir()
    aside.rename(site / folder)
    for picture in (site / folder).glob(f"{STAYS}*"):
        (start / "theme").mkdir(exist_ok=True)
        picture.rename(start / "theme" / picture.name)
    named = re.compile(f"{OWN}/(?!{re.escape(STAYS)})")
    for page in sorted(site.rglob("*.html")):
        page.write_text(named.sub(f"{folder}/", page.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _hash_of(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(f"{file.relative_to(folder).as_posix()} ".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]
