"""The runtime pack: Python and our calculators as the reader's browser loads them.

It holds Pyodide from its npm package, our wheel without the law texts (the pages hold those), and a lock file that
names that wheel and nothing else: with these a page can start Python plainly. For the fast start there is, besides,
the standard library cut to what is used. Two builds of the same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_lock import PyodideLockSpec

from publisher.errors import PackError
from publisher.paths import NODE_MODULES, ROOT
from publisher.runtime.library import cut_library
from publisher.runtime.manifest import CUT_LIBRARY, LIBRARY, NAME, RUNTIME, describe, read_manifest
from publisher.runtime.probes import worked
from publisher.runtime.wheel import add_wheel

PYODIDE = NODE_MODULES / "pyodide"
LOADER = "pyodide.mjs"
LOCK = "pyodide-lock.json"
SHIPPED = (LOADER, "pyodide.asm.*js", "pyodide.asm.wasm", LIBRARY)
"""What the pack takes of Pyodide; the large script ends in ``.js`` before Pyodide 314 and in ``.mjs`` from then on."""


def ensure_pack(*, fast: object) -> None:
    """Make the pack, unless the last one was made of the same; ``fast`` is what ``mkdocs.yml`` says."""
    if not isinstance(fast, bool):
        raise PackError(f"mkdocs.yml: extra: fast_start is true or false, not {fast!r}")
    sources = [*(ROOT / "calculators").rglob("*.py"), *Path(__file__).parent.glob("*.*")]
    named = (ROOT / "package-lock.json", ROOT / "pyproject.toml")
    total = hashlib.sha256(f"{sys.version} {fast} {worked()}".encode())
    for file in sorted((*sources, *named)):
        total.update(hashlib.sha256(file.read_bytes()).digest())
    stamp = RUNTIME.with_suffix(".key")
    if not RUNTIME.is_dir() or not stamp.is_file() or stamp.read_text(encoding="utf-8") != total.hexdigest():
        build_pack(fast=fast)
        stamp.write_text(total.hexdigest(), encoding="utf-8")


def build_pack(into: Path = RUNTIME, pyodide: Path = PYODIDE, *, fast: bool = True) -> None:
    """Make the runtime folder: ``into/<hash>/…`` and ``into/manifest.json``; what stood there before goes."""
    with TemporaryDirectory() as place:
        pack = Path(place, "pack")
        pack.mkdir()
        for pattern in SHIPPED:
            shutil.copyfile(file := shipped(pyodide, pattern), pack / file.name)
        # Without this the browser's developer tools ask for a source map that is not there.
        loader = pack / LOADER
        loader.write_bytes(loader.read_bytes().partition(b"//# sourceMappingURL=")[0])

        info = PyodideLockSpec.from_json(shipped(pyodide, LOCK)).info
        readable = info.python.split(".")[:2] == [str(part) for part in sys.version_info[:2]]
        package = add_wheel(pack, compile_it=readable)
        PyodideLockSpec(info=info, packages={package.name: package}).to_json(pack / LOCK)
        if fast and readable:
            (pack / CUT_LIBRARY).write_bytes(cut_library(pyodide, pack, package.name))
        elif fast:
            print(
                f"Pyodide runs Python {info.python} and this build another, which cannot compile for it: "
                "the pages begin with the plain start.",
                flush=True,
            )

        manifest = describe(pack, package.name)
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        shutil.copytree(pack, into / manifest.folder)
    (into / NAME).write_text(json.dumps(manifest.as_json(), indent=2) + "\n", encoding="utf-8")
    read_manifest.cache_clear()


def shipped(pyodide: Path, pattern: str) -> Path:
    """Return the one file of Pyodide's npm package that is named so."""
    found = list(pyodide.glob(pattern))
    if len(found) != 1:
        raise PackError(
            f"{pyodide / pattern} is missing; `make build` installs the npm packages that package-lock.json names"
        )
    return found[0]
