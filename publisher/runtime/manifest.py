"""What is in the runtime pack. The calculator pages carry this table, and the worker checks every file against it."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from publisher.errors import PackError
from publisher.paths import WORK

RUNTIME = WORK / "runtime"
"""Where the build keeps the pack; the site gets a copy of it."""
NAME = "manifest.json"

LIBRARY = "python_stdlib.zip"
CUT_LIBRARY = "python_stdlib_cut.zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The pack's folder, the package to load, every file, and those that a page begins with."""

    folder: str
    package: str
    start: list[str]
    files: dict[str, dict[str, Any]]
    """Name to ``size`` in bytes, which progress counts against, and ``sha256`` in base64, which the worker compares."""

    @property
    def fast(self) -> bool:
        """Tell whether a page begins with the fast start."""
        return CUT_LIBRARY in self.files

    @property
    def plain(self) -> list[str]:
        """Return the files that the plain start takes."""
        return [name for name in self.files if name != CUT_LIBRARY]

    def as_json(self) -> dict[str, Any]:
        """Return the manifest as the plain table that the page and ``manifest.json`` carry."""
        return asdict(self)


def describe(pack: Path, package: str) -> Manifest:
    """Return the manifest of a folder; the pack is named by a hash over its contents, so it may be cached for ever."""
    contents = {file.name: file.read_bytes() for file in sorted(pack.iterdir())}
    total = hashlib.sha256()
    files = {}
    for name, content in contents.items():
        digest = hashlib.sha256(content).digest()
        total.update(f"{name} {len(content)} {digest.hex()}\n".encode())
        files[name] = {"size": len(content), "sha256": base64.b64encode(digest).decode()}
    unused = LIBRARY if CUT_LIBRARY in files else None
    return Manifest(
        folder=total.hexdigest()[:16],
        package=package,
        start=[name for name in files if name != unused],
        files=files,
    )


@cache
def read_manifest(runtime: Path = RUNTIME) -> Manifest:
    """Return the manifest of a pack that was built before; PackError where there is none."""
    path = runtime / NAME
    if not path.is_file():
        raise PackError(f"{path}: the runtime pack is not built yet; `make build` builds it first")
    return Manifest(**json.loads(path.read_text(encoding="utf-8")))
