"""Which part of the standard library goes into the runtime pack: what is imported, and nothing else.

What Pyodide's own start imports stands in ``library.txt``. What the calculators import is found while the
pack is made, by running every worked case in a Python of the same minor version. A module that is needed
and missing after all is an ImportError in the page, which ``tests/parity`` would see.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from publisher.runtime.archives import compiled, zip_bytes, zip_members
from publisher.runtime.questions import worked

ROOT = Path(__file__).resolve().parents[2]
START = Path(__file__).with_suffix(".txt")
IMPORTS = Path(__file__).with_name("library_imports.py")


class LibraryError(Exception):
    """What the calculators import cannot be found out; the message holds what Python said."""


_RUN = """
import sys
sys.path.insert(0, sys.argv[1])
before = set(sys.modules)
from calculators.adapters import bridge
requests = sys.stdin.buffer.read().decode().splitlines()
for request in requests:
    bridge.call(request)
print(*sorted(set(sys.modules) - before), sep="\\n")
"""


def cut_library(library: bytes) -> bytes:
    """Return the standard library with nothing but what is imported, compiled, and what imports it quickly."""
    members = zip_members(library)
    kept = {name: members[name] for name in sorted(needed(members))}
    return zip_bytes(compiled({**kept, "sitecustomize.py": IMPORTS.read_bytes()}))


def needed(members: Mapping[str, bytes]) -> set[str]:
    """Return the names of the files that are imported, of those that the library has."""
    return files_of_start() | files_of(modules_of_calculators(), members)


def files_of_start() -> set[str]:
    """Return the files that Pyodide's own start imports."""
    lines = (line.partition("#")[0].strip() for line in START.read_text(encoding="utf-8").splitlines())
    return {line for line in lines if line}


def files_of(modules: Collection[str], members: Collection[str]) -> set[str]:
    """Return the files that hold these modules; one built into the interpreter or ours has none there."""
    paths = (module.replace(".", "/") for module in modules)
    return {file for path in paths for file in (f"{path}.py", f"{path}/__init__.py") if file in members}


def modules_of_calculators() -> list[str]:
    """Return every module that is imported to answer every worked case and an empty question, in a fresh Python."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", _RUN, str(ROOT)],
        input="\n".join(worked()).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise LibraryError(f"The worked cases do not run by themselves:\n{done.stderr.decode().strip()}")
    return done.stdout.decode().split()
