"""The pages to compare with: the same calculator on a stock Pyodide page and on PyScript, and the bare compilation.

Two more load our pack on a page that is otherwise empty: Python from its beginning, and prepared.

All are served by the same server, precompressed and cached for ever like ours; only what they load differs.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from flit_core.wheel import make_wheel_in

from publisher.hosting.compress import place_compressed
from publisher.runtime.pack import PYODIDE, ROOT, RUNTIME, read_manifest
from publisher.serve import SITE

HERE = Path(__file__).parent
PAGES = HERE / "pages"
IN_PLACE = ROOT / "docs" / "assets" / "calculators" / "memory.js"
"""What the site's own script has for the prepared memory; there it is put together with the rest."""
PYSCRIPT = ROOT / "node_modules" / "@pyscript" / "core" / "dist"
KEPT = "runtime/0000000000000000"
"""A folder of this form is served with the caching of a content delivery network."""
PACK = "runtime/1111111111111111"
STOCK = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


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
    shutil.copyfile(IN_PLACE, pack / IN_PLACE.name)
    place_compressed(peers, ROOT / ".build" / "bench")
