"""Zip files for the runtime pack: compiled, and the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: ours hold no other, so that the same files give the same bytes."""
_TAG = "cp313-none-any"
"""Compiled code belongs to one minor version of Python: ours and Pyodide's are both 3.13."""


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


def compiled(members: Mapping[str, bytes], *, level: int = 2) -> dict[str, bytes]:
    """Return the files with every ``x.py`` replaced by ``x.pyc``, which Python imports without its source.

    A Python of its own compiles them: what else a process has done leaves traces in the code it writes out.
    They are marked as unchecked, because a time stamp would differ from build to build, and leave out what no
    reader of a page can see: the columns of a traceback and, at ``level`` 2, docstrings.
    """
    sources = {name: content for name, content in members.items() if name.endswith(".py")}
    done = {name: content for name, content in members.items() if name not in sources}
    with TemporaryDirectory() as place:
        for name, content in sources.items():
            path = Path(place, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        options = ["-q", "-b", "-s", place, "--invalidation-mode", "unchecked-hash", "-o", str(level)]
        python = [sys.executable, "-I", "-X", "no_debug_ranges"]
        run = subprocess.run([*python, "-m", "compileall", *options, place], capture_output=True, check=False)
        if run.returncode:
            raise SyntaxError(run.stdout.decode().replace(place, "").strip())
        for name in sources:
            done[name + "c"] = Path(place, name + "c").read_bytes()
    return done


def compiled_wheel(
    distribution: str, version: str, members: Mapping[str, bytes]
) -> tuple[str, dict[str, bytes]]:
    """Return the name and files of a wheel for the browser: compiled, without data files, its record redone."""
    record, label = (f"{distribution}-{version}.dist-info/{name}" for name in ("RECORD", "WHEEL"))
    kept = {
        name: content for name, content in members.items() if not name.endswith(".toml") and name != record
    }
    kept[label] = kept[label].replace(b"py3-none-any", _TAG.encode())
    # With its docstrings: for a class without one, ``dataclass`` puts one together by ``inspect.signature``, at
    # every import, and that costs the reader more time than the docstrings cost in bytes.
    done = compiled(kept, level=1)
    rows = [f"{name},sha256={_digest(content)},{len(content)}" for name, content in sorted(done.items())]
    done[record] = "\n".join([*rows, f"{record},,", ""]).encode()
    return f"{distribution}-{version}-{_TAG}.whl", done


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
