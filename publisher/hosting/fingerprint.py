"""Our own scripts and style sheets under a folder named after their contents, so that browsers keep them for ever.

A page then never runs with scripts of another build, and a second visit asks for the page alone. It is done
to the built site: whoever writes an address in the publisher writes ``assets/own/…`` and need not know.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

OWN = "assets/own"


def fingerprint(site: Path) -> str:
    """Move ``assets/own/…`` to ``assets/own/<hash>/…``, let every page say so, and return the folder."""
    start = site / OWN
    folder = f"{OWN}/{_hash_of(start)}"
    aside = site / "assets" / "own-aside"
    start.rename(aside)
    start.mkdir()
    aside.rename(site / folder)
    for page in sorted(site.rglob("*.html")):
        text = page.read_bytes()
        page.write_bytes(text.replace(f"{OWN}/".encode(), f"{folder}/".encode()))
    return folder


def _hash_of(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(f"{file.relative_to(folder).as_posix()} ".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]
