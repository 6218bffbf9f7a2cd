"""Zip files for the runtime pack: compiled by pyodide-build, and the same bytes every time."""

from __future__ import annotations

import io
import marshal
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any

from publisher.errors import PackError

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: ours hold no other, so that the same files give the same bytes."""
_HASHES = {"SOURCE_DATE_EPOCH": "315532800"}
"""With this set, py_compile marks what it compiles with a hash instead of a time stamp."""
_HEADER = 16
"""How many bytes stand before the code in a compiled module."""


def zip_members(archive: bytes) -> dict[str, bytes]:
    """Return the files of a zip archive by their names."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist() if not name.endswith("/")}


def zip_bytes(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive with sorted names and one fixed date.

    The files are stored as they are: the web server compresses the whole better than zip compresses each.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(members.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return buffer.getvalue()


def compiled(name: str, members: Mapping[str, bytes], optimise: str) -> tuple[str, bytes]:
    """Return the name and bytes of a wheel or zip file, compiled; a compiled wheel names the Python that reads it.

    pyodide-build compiles with the options of the Python that it runs in: no columns of tracebacks, which no reader
    of a page sees, and as much of docstrings and asserts as ``optimise`` leaves (``-O`` or ``-OO``).
    """
    with TemporaryDirectory() as place:
        Path(place, name).write_bytes(zip_bytes(members))
        python = [sys.executable, "-I", optimise, "-X", "no_debug_ranges", "-m", "pyodide_cli"]
        options = ["--silent", "--compression-level", "0", name]
        done = subprocess.run(
            [*python, "py-compile", *options],
            cwd=place,
            env=os.environ | _HASHES,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise PackError(f"pyodide-build cannot compile {name}: {done.stderr.decode().strip()}")
        (made,) = Path(place).iterdir()
        # pyodide-build dates the files of the archive by the clock.
        made_of = zip_members(made.read_bytes())
        return made.name, zip_bytes(
            {
                name: settled(content) if name.endswith(".pyc") else content
                for name, content in made_of.items()
            }
        )


def settled(module: bytes) -> bytes:
    """Return a compiled module in which every string is interned: which ones the compiler interns can hang on chance."""
    return module[:_HEADER] + marshal.dumps(_interned(marshal.loads(module[_HEADER:])))  # noqa: S302  # compiled above


def _interned(value: Any) -> Any:  # noqa: ANN401  # whatever may stand in code
    match value:
        case str():
            return sys.intern(value)
        case tuple():
            return tuple(map(_interned, value))
        case frozenset():
            return frozenset(map(_interned, value))
        case CodeType():
            parts = ("co_consts", "co_names", "co_name", "co_qualname", "co_filename")
            return value.replace(**{part: _interned(getattr(value, part)) for part in parts})
        case _:
            return value
