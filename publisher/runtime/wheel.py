"""Our calculators as a wheel for the browser."""

from __future__ import annotations

import hashlib
from fnmatch import fnmatchcase
from pathlib import Path
from tempfile import TemporaryDirectory

from flit_core.wheel import make_wheel_in
from pyodide_lock import PackageSpec

from publisher.paths import ROOT
from publisher.runtime.archives import compiled, zip_bytes, zip_members

_LEFT_OUT = ("calculators/cli/*", "calculators/__main__.py", "*/py.typed", "*.toml", "*/RECORD")
"""A page has no command line and holds the law texts itself; RECORD would list them, and files that are compiled by then."""
_READ_BY_RULES = ("calculators/*/law/annex.toml",)
"""Tables whose cells are what a calculator goes by: of all data, only these are asked for in the page."""


def add_wheel(folder: Path, *, compile_it: bool) -> PackageSpec:
    """Put our wheel into a folder, and return what the lock file says of it.

    It keeps its docstrings: for a class without one, ``dataclass`` puts one together by ``inspect.signature``, at
    every import, and that costs the reader more time than the docstrings cost in bytes.
    """
    with TemporaryDirectory() as place:
        made = make_wheel_in(ROOT / "pyproject.toml", Path(place)).file
        members = zip_members(made.read_bytes())
    kept = {
        name: content
        for name, content in members.items()
        if _fits(name, _READ_BY_RULES) or not _fits(name, _LEFT_OUT)
    }
    name, wheel = compiled(made.name, kept, "-O") if compile_it else (made.name, zip_bytes(kept))
    (folder / name).write_bytes(wheel)
    distribution, version, *_ = name.split("-")
    return PackageSpec(
        name=distribution.replace("_", "-"),
        version=version,
        file_name=name,
        install_dir="site",
        sha256=hashlib.sha256(wheel).hexdigest(),
        imports=["calculators"],
    )


def _fits(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
