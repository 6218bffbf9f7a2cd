"""Moving to another Pyodide: it succeeds whole, or says one sentence and leaves everything as it was."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.serving import in_thread
from tools import pyodide

ROOT = Path(__file__).resolve().parents[2]


class Registry(BaseHTTPRequestHandler):
    """A registry that knows one version of Pyodide."""

    def do_GET(self) -> None:  # the base class wants this name
        versions = {"0.29.5": {"name": "pyodide", "version": "0.29.5", "dist": {}}}
        body = json.dumps(
            {"name": "pyodide", "versions": versions, "dist-tags": {"latest": "0.29.5"}}
        ).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def state() -> dict[str, str]:
    """Return what the command may change of this checkout."""
    files = [
        ROOT / "package.json",
        ROOT / "package-lock.json",
        *(ROOT / "node_modules" / "pyodide").iterdir(),
    ]
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def said(*arguments: str, **environment: str) -> str:
    """Return what the command says as it fails, which changes nothing and is one line."""
    before = state()
    command = [sys.executable, str(ROOT / "tools" / "pyodide.py"), *arguments]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert state() == before
    assert not list((ROOT / ".build").glob("pyodide-*"))
    (line,) = done.stderr.splitlines()
    return line


def test_a_version_that_does_not_exist_changes_nothing(tmp_path: Path) -> None:
    """npm knows no such version: that is said."""
    with in_thread(ThreadingHTTPServer(("127.0.0.1", 0), Registry)) as address:
        settings = {"npm_config_registry": address, "npm_config_cache": str(tmp_path)}
        assert said("0.29.999", **settings) == (
            "npm cannot install Pyodide 0.29.999: No matching version found for pyodide@0.29.999. "
            "Everything is as it was."
        )


def test_without_a_network_nothing_changes(tmp_path: Path) -> None:
    """npm reaches nobody: that is said."""
    settings = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_cache": str(tmp_path)}
    line = said("0.29.4", **settings)
    assert line.startswith("npm cannot install Pyodide 0.29.4: request to http://127.0.0.1:9/pyodide failed")
    assert line.endswith(" Everything is as it was.")


@pytest.mark.parametrize(
    "typed", [[], [""], ["latest"], ["0.29"], ["0.29.5", "0.29.4"], ["--help"], ["0.29.5; ls"]]
)
def test_what_is_no_version_is_refused(typed: list[str]) -> None:
    """A slip is one sentence."""
    assert said(*typed) == "Name one version of Pyodide, as npm does: make pyodide VERSION=0.29.5"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of a few files, and an npm that fetches others."""
    for name in (
        "package.json",
        "package-lock.json",
        "site/index.html",
        "node_modules/pyodide/a",
        ".build/runtime/manifest.json",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"files": {"before": {"size": 1}}, "start": ["before"]}), encoding="utf-8")

    def fetch(_: str, place: Path) -> Path:
        for name in ("package.json", "package-lock.json", "node_modules/pyodide/b"):
            file = place / "fetched" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("new", encoding="utf-8")
        return place / "fetched"

    def build(_: str) -> None:
        (tmp_path / "site" / "index.html").write_text("new", encoding="utf-8")
        (tmp_path / ".build" / "runtime.key").write_text("new", encoding="utf-8")

    monkeypatch.setattr(pyodide, "ROOT", tmp_path)
    monkeypatch.setattr(pyodide, "WORK", tmp_path / ".build")
    monkeypatch.setattr(pyodide, "fetch", fetch)
    monkeypatch.setattr(pyodide, "build", build)
    return tmp_path


def contents(folder: Path) -> dict[str, str]:
    """Return every file of a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def fails_with(error: BaseException) -> Callable[..., Any]:
    """Return a step that fails."""

    def step(*_: object) -> None:
        raise error

    return step


@pytest.mark.parametrize("step", ["build", "test"])
@pytest.mark.parametrize(
    "error", [pyodide.Lacking("It lacks much."), KeyboardInterrupt(), OSError("disk full")]
)
def test_whatever_fails_everything_is_as_it_was(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """A build that fails, tests that fail, a key that breaks it off: no file is another than before."""
    before = contents(checkout)
    monkeypatch.setattr(pyodide, step, fails_with(error))
    ends = SystemExit if isinstance(error, pyodide.Lacking) else type(error)
    with pytest.raises(ends) as raised:
        pyodide.main(["0.29.4"])
    if ends is SystemExit:
        assert str(raised.value) == "It lacks much. Everything is as it was."
    assert contents(checkout) == before


def test_a_version_that_passes_takes_the_place_of_the_last(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Packages, locks and the built site are the new ones, and which start pages begin with is said."""
    monkeypatch.setattr(pyodide, "test", lambda *_: None)
    pyodide.main(["0.29.4"])
    now = contents(checkout)
    assert now["package.json"] == now["site/index.html"] == now["node_modules/pyodide/b"] == "new"
    assert "node_modules/pyodide/a" not in now
    assert "plain start" in capsys.readouterr().out


def test_tests_that_fail_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sentence names the first test that fails and the file that holds the rest."""
    monkeypatch.setattr(pyodide, "WORK", tmp_path)
    monkeypatch.setattr(pyodide, "LOG", pyodide.ROOT / ".build" / f"{tmp_path.name}.log")
    broken = tmp_path / "test_broken.py"
    broken.write_text("def test_it():\n    assert 1 == 2\n", encoding="utf-8")
    with pytest.raises(
        pyodide.Lacking, match=r"^Pyodide 0\.29\.4 fails 1 test\(s\), first \S*test_broken\.py::test_it; "
    ):
        pyodide.test("0.29.4", (str(broken),))
    pyodide.LOG.unlink()
