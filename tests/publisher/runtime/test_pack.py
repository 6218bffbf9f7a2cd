"""The runtime pack: complete, cut, compiled, and the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import json
import marshal
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import CodeType

import pytest

from publisher.assets.compress import ENCODINGS
from publisher.errors import PackError
from publisher.paths import ROOT
from publisher.runtime import Manifest, library, pack, read_manifest
from publisher.runtime.archives import compiled, settled, zip_bytes, zip_members
from publisher.runtime.manifest import CUT_LIBRARY, LIBRARY
from publisher.runtime.pack import LOCK, PYODIDE, build_pack, ensure_pack
from publisher.runtime.probes import worked
from tests.publisher.in_node import printed

READ_BY_RULES = ["calculators/incidents/law/annex.toml"]
"""The only data that is asked for in the page: the cells that grading goes by."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of this checkout."""
    into = tmp_path_factory.mktemp("runtime")
    build_pack(into)
    return into


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without the fast start."""
    into = tmp_path_factory.mktemp("plain")
    build_pack(into, fast=False)
    return into


def folder_of(runtime: Path) -> Path:
    """Return the one content-hashed folder of a pack."""
    return runtime / read_manifest(runtime).folder


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another process, with another hash seed, clock and home, that finds anew what is imported, makes the same files."""
    code = (
        "import sys, pathlib; from publisher.runtime import library, pack;"
        "here = pathlib.Path(sys.argv[1]); library.FOUND = here / 'found'; pack.build_pack(here / 'again')"
    )
    settings = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "1700000000",
        "LANG": "C",
        "HOME": str(tmp_path),
    }
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, env=settings, check=True)
    again = tmp_path / "again"
    first = {file.relative_to(built): file.read_bytes() for file in built.rglob("*") if file.is_file()}
    assert first == {
        file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()
    }


def test_a_module_is_the_same_whichever_strings_the_compiler_has_interned() -> None:
    """A name with a dot is interned by chance; the file says so of each string."""
    code = compile("def a():\n    class B: pass\n", "a.py", "exec")
    outer = next(each for each in code.co_consts if isinstance(each, CodeType))
    inner = next(each for each in outer.co_consts if isinstance(each, CodeType))
    apart = "".join(list(inner.co_qualname))
    consts = tuple(apart if each == apart else each for each in inner.co_consts)
    other = inner.replace(co_consts=consts, co_qualname="".join(list(apart)))
    modules = [bytes(16) + marshal.dumps(each) for each in (inner, other)]
    assert modules[0] != modules[1]
    assert settled(modules[0]) == settled(modules[1])
    assert marshal.loads(settled(modules[1])[16:]) == inner  # noqa: S302  # made above


def test_manifest_names_every_file_with_size_and_hash(built: Path) -> None:
    """The manifest holds what is in the folder: every file, its size and its SHA-256."""
    found = {}
    for file in folder_of(built).iterdir():
        content = file.read_bytes()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        found[file.name] = {"size": len(content), "sha256": digest}
    assert read_manifest(built).files == found


def test_other_content_means_another_folder(built: Path, tmp_path: Path) -> None:
    """The folder's name changes with the content of any file, so a cached pack is never a mixed one."""
    other = tmp_path / "pyodide"
    shutil.copytree(PYODIDE, other)
    with next(other.glob("pyodide.asm.*js")).open("ab") as script:
        script.write(b"// changed\n")
    build_pack(tmp_path / "runtime", pyodide=other, fast=False)
    assert read_manifest(tmp_path / "runtime").folder != read_manifest(built).folder


def test_nothing_tells_where_it_was_built(built: Path) -> None:
    """No file holds a path of the machine that built it."""
    for file in folder_of(built).iterdir():
        content = file.read_bytes()
        assert [place for place in (ROOT, built) if bytes(place) in content] == [], file.name


def test_lock_names_our_wheel_alone_with_its_hash(built: Path) -> None:
    """Pyodide is told of one package, checks it by its hash and asks no other host for anything."""
    folder = folder_of(built)
    lock = json.loads((folder / LOCK).read_text())
    ((name, package),) = lock["packages"].items()
    assert name == package["name"] == read_manifest(built).package
    wheel = folder / package["file_name"]
    assert package["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert "://" not in json.dumps(lock)
    shipped = json.loads((PYODIDE / LOCK).read_text())["info"]
    assert lock["info"].items() >= shipped.items()


def test_wheel_is_compiled_without_law_texts_and_command_line(built: Path) -> None:
    """Every module that a page can need is in the wheel, compiled for this Python; sources and law texts are not."""
    (wheel,) = folder_of(built).glob("*.whl")
    minor = sys.version_info.minor
    assert wheel.name.endswith(f"-cp3{minor}-none-any.whl")
    names = set(zip_members(wheel.read_bytes()))
    sources = {
        f"{file.relative_to(ROOT).as_posix()}c"
        for file in (ROOT / "calculators").rglob("*.py")
        if not {"__pycache__", "cli", "__main__.py"} & set(file.parts)
    }
    assert sources | set(READ_BY_RULES) == {name for name in names if name.startswith("calculators/")}
    assert not [name for name in names if name.endswith((".py", "/RECORD"))]
    assert [name for name in names if name.endswith(".toml")] == READ_BY_RULES


def test_library_holds_what_is_imported_and_no_more(built: Path) -> None:
    """In a start with the cut library and in every answer, each file of it is imported, and none is missing."""
    folder = folder_of(built)
    asked = "\n".join(worked()).encode()
    said = printed(library.START, PYODIDE, folder, read_manifest(built).package, CUT_LIBRARY, given=asked)
    held = set(zip_members((folder / CUT_LIBRARY).read_bytes()))
    assert set(said["imported"]) == held
    assert len(held) < len(zip_members((PYODIDE / LIBRARY).read_bytes())) / 3


def test_what_is_imported_is_looked_for_once(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build of the same starts no Python; with another library it does."""
    package, folder = read_manifest(built).package, folder_of(built)
    found = library.imported(PYODIDE, folder, package)

    def none() -> str:
        raise PackError("Node is asked")

    monkeypatch.setattr(library, "node", none)
    assert library.imported(PYODIDE, folder, package) == found
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    with (other / LIBRARY).open("ab") as archive:
        archive.write(b"\0")
    with pytest.raises(PackError, match="Node is asked"):
        library.imported(PYODIDE, other, package)


def test_pyodide_that_does_not_start_is_one_sentence(built: Path, tmp_path: Path) -> None:
    """The build ends with what Pyodide said, not with a traceback."""
    other = tmp_path / "other"
    shutil.copytree(folder_of(built), other)
    (other / LOCK).write_text('{"info": {}, "packages": {}}', encoding="utf-8")
    with pytest.raises(PackError, match=r"^Pyodide does not answer the worked cases: "):
        library.imported(PYODIDE, other, "no-such-package")


@pytest.mark.parametrize("ending", ["", *ENCODINGS])
def test_the_fast_start_moves_no_more_bytes(site_folder: Path, ending: str) -> None:
    """Whether a host compresses with brotli, with gzip or not at all, a page moves no more than for the plain start."""
    manifest = read_manifest()
    libraries = {LIBRARY, CUT_LIBRARY}
    assert set(manifest.plain) - libraries == set(manifest.start) - libraries

    def moved(name: str) -> int:
        file = site_folder / "runtime" / manifest.folder / name
        copies = (copy for copy in (file, file.with_name(name + ending)) if copy.is_file())
        return min(copy.stat().st_size for copy in copies)

    assert moved(CUT_LIBRARY) <= moved(LIBRARY)


def test_with_the_fast_start_switched_off_the_plain_one_is_left(built: Path, plain: Path) -> None:
    """Everything else stays as it is, and a page begins with the whole library as Pyodide ships it."""
    on, off = read_manifest(built), read_manifest(plain)
    assert (on.fast, off.fast) == (True, False)
    assert sorted(off.files) == sorted(off.start) == sorted(off.plain) == sorted(on.plain)
    assert {name: on.files[name] for name in off.files} == off.files
    assert (folder_of(plain) / LIBRARY).read_bytes() == (PYODIDE / LIBRARY).read_bytes()
    assert [name for name in on.start if name not in off.start] == [CUT_LIBRARY]


def test_for_another_python_nothing_is_compiled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Compiled code belongs to one minor version of Python: for another the sources go, and the plain start."""
    other = tmp_path / "pyodide"
    shutil.copytree(PYODIDE, other)
    lock = json.loads((other / LOCK).read_text())
    lock["info"]["python"] = "3.99.1"
    (other / LOCK).write_text(json.dumps(lock))
    build_pack(tmp_path / "runtime", pyodide=other)
    assert "Python 3.99.1" in capsys.readouterr().out
    manifest = read_manifest(tmp_path / "runtime")
    assert not manifest.fast
    (wheel,) = folder_of(tmp_path / "runtime").glob("*-py3-none-any.whl")
    names = zip_members(wheel.read_bytes())
    assert "calculators/bridge.py" in names
    assert not [name for name in names if name.endswith(".pyc")]
    assert [name for name in names if name.endswith(".toml")] == READ_BY_RULES


@pytest.mark.parametrize("value", ["yes", None, 1])
def test_a_setting_that_is_neither_true_nor_false_is_refused(value: object) -> None:
    """A slip in ``mkdocs.yml`` is one sentence."""
    with pytest.raises(PackError, match=r"^mkdocs\.yml: extra: fast_start is true or false, not "):
        ensure_pack(fast=value)


def test_a_pack_is_made_when_its_setting_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is made twice of the same; another setting makes another pack."""
    made: list[bool] = []

    def build(*, fast: bool) -> None:
        made.append(fast)
        (tmp_path / "runtime").mkdir(exist_ok=True)

    monkeypatch.setattr(pack, "RUNTIME", tmp_path / "runtime")
    monkeypatch.setattr(pack, "build_pack", build)
    for fast in (True, True, False, False, True):
        ensure_pack(fast=fast)
    assert made == [True, False, True]


def test_archives_are_stored(built: Path) -> None:
    """What is in our archives is not compressed within them: the host compresses the whole, and better."""
    folder = folder_of(built)
    for archive in (*folder.glob("*.whl"), folder / CUT_LIBRARY):
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
        assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}, archive.name


def test_missing_pyodide_is_one_sentence(tmp_path: Path) -> None:
    """Without the npm package the build stops with a sentence that says what is missing."""
    with pytest.raises(PackError, match=r"pyodide\.mjs is missing"):
        build_pack(tmp_path / "runtime", pyodide=tmp_path)
    with pytest.raises(PackError, match="not built yet"):
        read_manifest(tmp_path / "nowhere")


def test_archive_has_one_date_and_sorted_names() -> None:
    """The same files give the same archive in whatever order they come."""
    assert zip_bytes({"b": b"2", "a": b"1"}) == zip_bytes({"a": b"1", "b": b"2"})


def test_code_that_does_not_compile_stops_the_build() -> None:
    """A syntax error is an error of the build, not of the reader's page."""
    with pytest.raises(PackError, match=r"broken\.zip"):
        compiled("broken.zip", {"broken.py": b"def"}, "-O")


def test_manifest_survives_json() -> None:
    """What the page carries is what the build reads back."""
    manifest = Manifest(folder="f", package="p", start=["a"], files={"a": {"size": 1, "sha256": "x"}})
    assert Manifest(**json.loads(json.dumps(manifest.as_json()))) == manifest
