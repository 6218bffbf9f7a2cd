"""The pages to compare with: the same calculator on a stock Pyodide page and on PyScript, and the bare compilation.

Two more load our pack on a page that is otherwise empty, with the fast and with the plain start.

All are served by the same server, precompressed and cached for ever like ours; only what they load differs.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from flit_core.wheel import make_wheel_in

from publisher.assets.compress import ENCODINGS, place_compressed
from publisher.paths import NODE_MODULES, ROOT, SITE, WORK
from publisher.runtime import RUNTIME, read_manifest
from publisher.runtime.pack import LOCK, PYODIDE, SHIPPED, shipped

HERE = Path(__file__).parent
PAGES = HERE / "pages"
PYSCRIPT = NODE_MODULES / "@pyscript" / "core" / "dist"
KEPT = "runtime/0000000000000000"
"""A folder of this form is served with the caching of a content delivery network."""
PACK = "runtime/1111111111111111"
STOCK = tuple(shipped(PYODIDE, pattern).name for pattern in (*SHIPPED, LOCK))


def lay_out(place: Path) -> None:
    """Put our site and the peers' pages into one folder."""
    shutil.copytree(SITE, place, copy_function=os.link, dirs_exist_ok=True)
    peers = place / "peers"
    shutil.copytree(PAGES, peers)
    stock = peers / KEPT
    stock.mkdir(parents=True)
    for name in STOCK:
        shutil.copyfile(PYODIDE / name, stock / name)
    scripts = shutil.ignore_patterns("*.map")
    shutil.copytree(PYSCRIPT, stock / "pyscript", ignore=scripts)
    with TemporaryDirectory() as made:
        wheel = make_wheel_in(ROOT / "pyproject.toml", Path(made)).file
        shutil.copyfile(wheel, stock / "calculators.whl")
    # PyScript tells an archive by its ending.
    shutil.copyfile(stock / "calculators.whl", stock / "calculators.zip")
    pack = peers / PACK
    shutil.copytree(RUNTIME / read_manifest().folder, pack)
    # The site's pages know the wheel's name and fetch it at once; these find it by this one.
    (ours,) = pack.glob("*.whl")
    ours.rename(pack / "calculators.whl")
    place_compressed(peers, WORK / "bench")


def sizes(place: Path) -> dict[str, dict[str, int]]:
    """Return how many bytes each start moves from a host that compresses with brotli, with gzip and not at all."""
    manifest, peers = read_manifest(), place / "peers"
    starts = {
        "fast": [place / "runtime" / manifest.folder / name for name in manifest.start],
        "plain": [place / "runtime" / manifest.folder / name for name in manifest.plain],
        "stock": [peers / KEPT / name for name in (*STOCK, "calculators.whl")],
    }
    return {
        start: {
            name: sum(_smallest(file, ending) for file in files)
            for ending, name in (*ENCODINGS.items(), ("", "nothing"))
        }
        for start, files in starts.items()
    }


def _smallest(file: Path, ending: str) -> int:
    """Return the size of a file or of its compressed copy, whichever a host would send."""
    copies = [file, file.with_name(file.name + ending)]
    return min(copy.stat().st_size for copy in copies if copy.is_file())
