"""Zip files for the runtime pack: compiled by pyodide-build, and the same bytes every time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.errors import PackError

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: ours hold no other, so that the same files give the same bytes."""
_THE_SAME_EVERY_TIME = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}
"""py_compile then marks what it compiles with a hash instead of a time stamp; and which strings of a module become one
object, as its file says, no longer hangs on chance."""


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
        # As with -I, but for the seed.
        python = [sys.executable, "-s", "-P", optimise, "-X", "no_debug_ranges", "-m", "pyodide_cli"]
        options = ["--silent", "--compression-level", "0", name]
        done = subprocess.run(
            [*python, "py-compile", *options],
            cwd=place,
            env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
            | _THE_SAME_EVERY_TIME,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise PackError(f"pyodide-build cannot compile {name}: {done.stderr.decode().strip()}")
        (made,) = Path(place).iterdir()
        # pyodide-build dates the files of the archive by the clock.
        return made.name, zip_bytes(zip_members(made.read_bytes()))
