"""The runtime pack: complete, cut, compiled, and the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publisher.runtime import library
from publisher.runtime.archives import compiled, compiled_wheel, zip_bytes, zip_members
from publisher.runtime.library import LibraryError, files_of, files_of_start, modules_of_calculators
from publisher.runtime.pack import LIBRARY, LOCK, PYODIDE, ROOT, PackError, build_pack, read_manifest


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of this checkout."""
    into = tmp_path_factory.mktemp("runtime")
    build_pack(into)
    return into


def folder_of(pack: Path) -> Path:
    """Return the one content-hashed folder of a pack."""
    return pack / read_manifest(pack).folder


def test_two_builds_give_the_same_bytes(pack: Path, tmp_path: Path) -> None:
    """A build in another process, with another hash seed and another clock setting, gives the same files."""
    code = "import sys, pathlib; from publisher.runtime.pack import build_pack; build_pack(pathlib.Path(sys.argv[1]))"
    settings = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "1700000000",
    }
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "again")], cwd=ROOT, env=settings, check=True)
    first = {file.relative_to(pack): file.read_bytes() for file in pack.rglob("*") if file.is_file()}
    again = {
        file.relative_to(tmp_path / "again"): file.read_bytes()
        for file in (tmp_path / "again").rglob("*")
        if file.is_file()
    }
    assert first == again


def test_manifest_names_every_file_with_size_and_hash(pack: Path) -> None:
    """The manifest holds what is in the folder: every file, its size and its SHA-256."""
    manifest = read_manifest(pack)
    found = {}
    for file in folder_of(pack).iterdir():
        content = file.read_bytes()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        found[file.name] = {"size": len(content), "sha256": digest}
    assert manifest.files == found


def test_other_content_means_another_folder(pack: Path, tmp_path: Path) -> None:
    """The folder's name changes with the content of any file, so a cached pack is never a mixed one."""
    other = tmp_path / "pyodide"
    other.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", LIBRARY, LOCK):
        (other / name).write_bytes((PYODIDE / name).read_bytes())
    with (other / "pyodide.asm.js").open("ab") as script:
        script.write(b"// changed\n")
    build_pack(tmp_path / "runtime", pyodide=other)
    assert read_manifest(tmp_path / "runtime").folder != read_manifest(pack).folder


def test_nothing_tells_where_it_was_built(pack: Path) -> None:
    """No file holds a path of the machine that built it, the memory of the prepared Python included."""
    for file in folder_of(pack).iterdir():
        content = file.read_bytes()
        assert [place for place in (ROOT, pack) if bytes(place) in content] == [], file.name


def test_lock_names_our_wheel_alone_with_its_hash(pack: Path) -> None:
    """Pyodide is told of one package, checks it by its hash and asks no other host for anything."""
    folder = folder_of(pack)
    lock = json.loads((folder / LOCK).read_text())
    (package,) = lock["packages"].values()
    wheel = folder / package["file_name"]
    assert package["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert "://" not in json.dumps(lock)
    assert lock["info"] == json.loads((PYODIDE / LOCK).read_text())["info"]


def test_wheel_is_compiled_whole_and_without_law_texts(pack: Path) -> None:
    """Every module of the calculators is in the wheel, compiled; sources and law texts are not."""
    (wheel,) = folder_of(pack).glob("*.whl")
    names = set(zip_members(wheel.read_bytes()))
    sources = {
        file.relative_to(ROOT).as_posix() + "c"
        for file in (ROOT / "calculators").rglob("*.py")
        if "__pycache__" not in file.parts
    }
    assert sources <= names
    assert not [name for name in names if name.endswith((".py", ".toml"))]
    record = next(name for name in names if name.endswith("RECORD"))
    listed = zip_members(wheel.read_bytes())[record].decode().split("\n")
    assert {line.partition(",")[0] for line in listed if line} == names


def test_library_holds_what_is_imported_and_no_more(pack: Path) -> None:
    """The standard library is cut to Pyodide's start and to what answering every case imports, all compiled."""
    shipped = zip_members((PYODIDE / LIBRARY).read_bytes())
    wanted = files_of_start() | files_of(modules_of_calculators(), shipped)
    assert wanted <= set(shipped)
    held = set(zip_members((folder_of(pack) / LIBRARY).read_bytes()))
    assert held == {f"{name}c" for name in wanted} | {"sitecustomize.pyc"}
    assert len(wanted) < len(shipped) / 3


def test_archives_are_stored(pack: Path) -> None:
    """What is in the archives is not compressed within them: the host compresses the whole, and Python reads it as it is."""
    archives = [*folder_of(pack).glob("*.whl"), *folder_of(pack).glob("*.zip")]
    assert len(archives) == 2
    for archive in archives:
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
        assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}, archive.name


def test_start_list_is_sorted_and_says_nothing_twice() -> None:
    """The list of files stays easy to compare with a newer one."""
    lines = (ROOT / "publisher" / "runtime" / "library.txt").read_text().splitlines()
    files = [line for line in lines if not line.startswith("#")]
    assert files == sorted(set(files))


def test_missing_pyodide_is_one_sentence(tmp_path: Path) -> None:
    """Without the npm package the build stops with a sentence that says what is missing."""
    with pytest.raises(PackError, match=r"pyodide\.mjs is missing"):
        build_pack(tmp_path / "runtime", pyodide=tmp_path)
    with pytest.raises(PackError, match="not built yet"):
        read_manifest(tmp_path / "nowhere")


def test_archive_has_one_date_and_sorted_names() -> None:
    """The same files give the same archive in whatever order they come."""
    assert zip_bytes({"b": b"2", "a": b"1"}) == zip_bytes({"a": b"1", "b": b"2"})


def test_compiled_wheel_takes_its_name_from_this_python() -> None:
    """Compiled code says in its name and in its label which Python reads it."""
    members = {
        "x.py": b"A = 1\n",
        "x.toml": b"",
        "x-1.dist-info/WHEEL": b"Tag: py3-none-any\n",
        "x-1.dist-info/RECORD": b"",
    }
    name, content = compiled_wheel("x", "1", members)
    assert name == "x-1-cp313-none-any.whl"
    assert content["x-1.dist-info/WHEEL"] == b"Tag: cp313-none-any\n"
    assert set(content) == {"x.pyc", "x-1.dist-info/WHEEL", "x-1.dist-info/RECORD"}


def test_code_that_does_not_compile_stops_the_build() -> None:
    """A syntax error is an error of the build, not of the reader's page."""
    with pytest.raises(SyntaxError, match=r"broken\.py"):
        compiled({"broken.py": b"def"})


def test_what_stops_the_worked_cases_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The build ends with what Python said, not with the number it ended with."""
    monkeypatch.setattr(library, "_RUN", "import no_such_module")
    with pytest.raises(LibraryError, match="No module named 'no_such_module'"):
        modules_of_calculators()
