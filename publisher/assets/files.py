"""Our scripts and style sheets as the pages ask for them: put together, under a folder named after what they are made from.

A page then never runs with scripts of another build, and a second visit asks for the page alone. What has not changed
is not made again.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from publisher.assets.bundle import bundle
from publisher.assets.kept import kept_folder
from publisher.assets.material import SHEETS, place_sheets
from publisher.paths import NODE_MODULES, ROOT, WORK

OWN = "assets/own"
SOURCE = ROOT / "docs" / "assets"
_CARD, CARDS = "site/card.", f"{OWN}/theme"
"""The pictures that other sites show beside a link: they keep their address, so it keeps the picture."""
_LOAD_ERROR, LOAD_ERROR = "site/load-error.js", f"{OWN}/load-error.js"
"""What tells a page that its scripts are gone: it keeps its address, else it would be gone with them."""
VENDOR = {"ical.js": "ical.js/dist/ical.min.js", "ical.LICENSE.txt": "ical.js/LICENSE"}
"""What pages load from npm packages besides the runtime, served as it was shipped, each with its licence."""
_KEPT = WORK / "assets"
_MADE_WITH = (
    "package-lock.json",
    "pyproject.toml",  # names the Material whose sheets are in ours
    "publisher/assets/bundle.py",
    "publisher/assets/material.py",
)


def assets_folder() -> str:
    """Return the address of the folder, within the site: ``assets/own/<hash>``."""
    return f"{OWN}/{_made().name}"


def asset_files() -> Iterator[tuple[str, Path]]:
    """Yield the address within the site and the file of everything that pages load besides themselves and the runtime."""
    made = _made()
    for file in sorted(each for each in made.rglob("*") if each.is_file()):
        yield _address(file.relative_to(made).as_posix(), made.name), file
    for name, shipped in VENDOR.items():
        yield f"assets/vendor/{name}", NODE_MODULES / shipped


def _address(name: str, folder: str) -> str:
    """Return where a file is served: in the folder named after a hash, unless its address has to stay."""
    if name == _LOAD_ERROR:
        return LOAD_ERROR
    return f"{CARDS}/{name.removeprefix('site/')}" if name.startswith(_CARD) else f"{OWN}/{folder}/{name}"


def _made() -> Path:
    """Return the folder of what is put together, making it where a source has changed."""
    return kept_folder(_KEPT, hash_of([*_files(SOURCE), *(ROOT / name for name in _MADE_WITH)]), _bundled)


def _bundled(place: Path) -> Path:
    folder = place / "assets"
    shutil.copytree(SOURCE, folder)
    place_sheets(folder / SHEETS)
    bundle(folder)
    return folder


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def hash_of(files: list[Path]) -> str:
    """Return one hash over files: their places in the checkout and what is in them."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file.relative_to(ROOT).as_posix()} ".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]
