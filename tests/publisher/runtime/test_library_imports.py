"""The quick importer of the pack's library: the same modules as Python's own importer finds, from the same archive."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.runtime.archives import compiled, zip_bytes
from publisher.runtime.library import IMPORTS
from publisher.runtime.pack import LIBRARY, RUNTIME, read_manifest

_START = "import sys; sys.path.insert(0, sys.argv[1]); import sitecustomize\n"
"""As Python itself does at its start, where the archive stands on its path; ``-S`` keeps the machine's own away."""


def run(archive: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python that begins as the one in the page does."""
    python = [sys.executable, "-I", "-S", "-c", _START + code, str(archive)]
    return subprocess.run(python, capture_output=True, text=True, check=False)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A library of one package with a module that fails."""
    files = {
        "sitecustomize.py": IMPORTS.read_bytes(),
        "shelf/__init__.py": b"from shelf import book\n",
        "shelf/book.py": "TITLE = '网络安全'\n\ndef fall():\n    raise ValueError(TITLE)\n".encode(),
    }
    path = tmp_path / "library.zip"
    path.write_bytes(zip_bytes(compiled(files)))
    return path


def test_modules_know_where_they_come_from(archive: Path) -> None:
    """A package and its module are what they would be by Python's own importer: names, places, parents."""
    code = """
import json, shelf
from importlib.util import find_spec
print(json.dumps({
    "finder": type(shelf.book.__spec__.loader).__name__,
    "book": [shelf.book.TITLE, shelf.book.__name__, shelf.book.__package__, shelf.book.__file__],
    "shelf": [shelf.__name__, shelf.__package__, shelf.__file__, list(shelf.__path__)],
    "none": [find_spec("shelf.lamp"), find_spec("lamp")],
}))
"""
    done = run(archive, code)
    assert done.stderr == ""
    place = str(archive)
    assert json.loads(done.stdout) == {
        "finder": "LibraryFinder",
        "book": ["网络安全", "shelf.book", "shelf", f"{place}/shelf/book.pyc"],
        "shelf": ["shelf", "shelf", f"{place}/shelf/__init__.pyc", [f"{place}/shelf"]],
        "none": [None, None],
    }


def test_an_error_names_file_and_line(archive: Path) -> None:
    """What goes wrong in a module is found as always."""
    done = run(archive, "import shelf; shelf.book.fall()")
    assert "book.py" in done.stderr
    assert "line 4, in fall" in done.stderr
    assert "ValueError: 网络安全" in done.stderr


def test_built_in_modules_stay_first(archive: Path) -> None:
    """What the interpreter holds itself is not looked for in the archive."""
    done = run(archive, "print([type(finder).__name__ for finder in sys.meta_path])")
    assert json.loads(done.stdout.replace("'", '"')) == ["type", "type", "LibraryFinder", "type"]


def test_the_packs_library_is_imported_quickly() -> None:
    """The library as it ships has the importer, and every one of its modules is found by it."""
    library = RUNTIME / read_manifest().folder / LIBRARY
    code = """
finder = next(each for each in sys.meta_path if type(each).__name__ == "LibraryFinder")
import tarfile
print(tarfile.__spec__.loader is finder, len(finder.places))
"""
    done = run(library, code)
    assert done.stderr == ""
    found, number = done.stdout.split()
    assert found == "True"
    assert int(number) > 130
