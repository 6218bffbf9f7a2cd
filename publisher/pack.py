"""The runtime pack: Python and our calculators as the reader's browser loads them.

The pack is one folder whose name is a hash over its contents, so that it may be cached for ever and a page
never mixes two versions. It holds Pyodide from its npm package, the standard library cut to what the
calculators use, our wheel without the law texts (the pages hold those), and a lock file that names that
wheel and nothing else. Two builds of the same sources give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flit_core.wheel import make_wheel_in

from publisher.archives import compiled_wheel, zip_bytes, zip_members
from publisher.prepared import INTERPRETER as PREPARED
from publisher.prepared import prepare
from publisher.stdlib import cut_library

ROOT = Path(__file__).resolve().parents[1]
PYODIDE = ROOT / "node_modules" / "pyodide"
RUNTIME = ROOT / ".build" / "runtime"
"""Where the build keeps the pack; the site gets a copy of it."""

SCRIPTS = ("pyodide.mjs", "pyodide.asm.js")
INTERPRETER = "pyodide.asm.wasm"
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
MANIFEST = "manifest.json"


class PackError(Exception):
    """The pack cannot be made; the message says what is missing and how to get it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is in the pack: its folder, the package to load, every file, and which of them a page begins with."""

    folder: str
    package: str
    files: dict[str, dict[str, Any]]
    """Name to ``size`` in bytes, which progress counts against, and ``sha256`` in base64, which the browser checks."""
    prepared: list[str]
    """The files of the prepared start; the ordinary one takes all but ``prepared.wasm``."""

    def as_json(self) -> dict[str, Any]:
        """Return the manifest as the plain table that the page and ``manifest.json`` carry."""
        return asdict(self)


def ensure_pack() -> None:
    """Make the pack, unless the last one was made of the same."""
    sources = [*(ROOT / "calculators").rglob("*.py"), *(ROOT / "calculators").rglob("*.toml")]
    own = [*Path(__file__).parent.glob("*.py"), *(Path(__file__).parent / "prepared").glob("*")]
    files = sorted(each for each in (*sources, *own, ROOT / "package-lock.json") if each.is_file())
    key = hashlib.sha256(b"".join(hashlib.sha256(each.read_bytes()).digest() for each in files)).hexdigest()
    stamp = RUNTIME.with_suffix(".key")
    if not RUNTIME.is_dir() or not stamp.is_file() or stamp.read_text(encoding="utf-8") != key:
        build_pack(RUNTIME)
        stamp.write_text(key, encoding="utf-8")


def build_pack(into: Path, pyodide: Path = PYODIDE) -> None:
    """Make the runtime folder: ``into/<hash>/…`` and ``into/manifest.json``; what stood there before goes."""
    name, files = ordinary_files(pyodide)
    with TemporaryDirectory() as place:
        for each, content in files.items():
            Path(place, each).write_bytes(content)
        files[PREPARED] = prepare(pyodide, Path(place))

    manifest = Manifest(
        folder=_hash_of(files),
        package=name,
        files={each: _facts_of(content) for each, content in sorted(files.items())},
        prepared=[*SCRIPTS, LOCK, PREPARED],
    )
    shutil.rmtree(into, ignore_errors=True)
    folder = into / manifest.folder
    folder.mkdir(parents=True)
    for each, content in files.items():
        (folder / each).write_bytes(content)
    (into / MANIFEST).write_text(json.dumps(manifest.as_json(), indent=2) + "\n", encoding="utf-8")
    read_manifest.cache_clear()


def ordinary_files(pyodide: Path = PYODIDE) -> tuple[str, dict[str, bytes]]:
    """Return the name of our package, and the files that Python starts with from its beginning."""
    files = {name: _shipped(pyodide, name) for name in (*SCRIPTS, INTERPRETER)}
    # Without this the browser's developer tools ask for a source map that is not there.
    files["pyodide.mjs"] = files["pyodide.mjs"].partition(b"//# sourceMappingURL=")[0]
    files[LIBRARY] = cut_library(_shipped(pyodide, LIBRARY))
    name, version, wheel_name, wheel = _our_wheel()
    files[wheel_name] = wheel
    files[LOCK] = _lock(_shipped(pyodide, LOCK), name, version, wheel_name, wheel)
    return name, files


@cache
def read_manifest(runtime: Path = RUNTIME) -> Manifest:
    """Return the manifest of a pack that was built before; PackError where there is none."""
    path = runtime / MANIFEST
    if not path.is_file():
        raise PackError(f"{path}: the runtime pack is not built yet; `make build` builds it first")
    table = json.loads(path.read_text(encoding="utf-8"))
    return Manifest(**table)


def _shipped(pyodide: Path, name: str) -> bytes:
    path = pyodide / name
    if not path.is_file():
        raise PackError(
            f"{path} is missing; `make build` installs the npm packages that package-lock.json names"
        )
    return path.read_bytes()


def _our_wheel() -> tuple[str, str, str, bytes]:
    """Return the package's name, its version, and the file name and bytes of its wheel, cut and compiled."""
    with TemporaryDirectory() as place:
        before = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = "315532800"  # 1980, the first year that a zip file can name
        try:
            made = make_wheel_in(ROOT / "pyproject.toml", Path(place)).file
        finally:
            if before is None:
                del os.environ["SOURCE_DATE_EPOCH"]
            else:
                os.environ["SOURCE_DATE_EPOCH"] = before
        members = zip_members(made.read_bytes())
        distribution, version, *_ = made.name.split("-")
    name, content = compiled_wheel(distribution, version, members)
    return distribution.replace("_", "-"), version, name, zip_bytes(content)


def _lock(shipped: bytes, name: str, version: str, wheel_name: str, wheel: bytes) -> bytes:
    """Return a lock file with our wheel only; Pyodide checks the wheel against the hash in it."""
    package = {
        "name": name,
        "version": version,
        "file_name": wheel_name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel).hexdigest(),
        "package_type": "package",
        "imports": ["calculators"],
        "depends": [],
        "unvendored_tests": False,
    }
    lock = {"info": json.loads(shipped)["info"], "packages": {name: package}}
    return json.dumps(lock, separators=(",", ":")).encode()


def _facts_of(content: bytes) -> dict[str, Any]:
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return {"size": len(content), "sha256": digest}


def _hash_of(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name} {len(content)} {hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()[:16]
