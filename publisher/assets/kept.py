"""What a build has made and the next one may take again: a folder named after a hash of what it was made of."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def kept_folder(store: Path, key: str, make: Callable[[Path], Path]) -> Path:
    """Return ``store/key``; where it is not there, ``make`` makes it in a folder to work in, and what was kept goes."""
    folder = store / key
    if not folder.is_dir():
        store.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=store.parent) as place:
            made = make(Path(place))
            shutil.rmtree(store, ignore_errors=True)
            store.mkdir()
            made.rename(folder)
    return folder
