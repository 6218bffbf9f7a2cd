"""The zip of `make offline`, each way it can be started, in a browser that reaches nothing but this machine."""

from __future__ import annotations

import ast
import re
import stat
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from publisher.hosting.headers import FRAMED, SECURITY
from publisher.hosting.offline import make_zip
from tests.pages import site_pages
from tests.browser.helpers import FRAGMENT
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for
from tests.serving import program


@pytest.fixture(scope="module")
def archive(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the built site."""
    target = tmp_path_factory.mktemp("offline") / "rulebook-offline.zip"
    make_zip(site_folder, target)
    return target


@pytest.fixture(scope="module")
def unpacked(archive: Path) -> Path:
    """The same, unpacked as an unpacking program does: with the rights of the files."""
    folder = archive.parent / "unpacked"
    with zipfile.ZipFile(archive) as source:
        source.extractall(folder)
        for entry in source.infolist():
            (folder / entry.filename).chmod(stat.S_IMODE(entry.external_attr >> 16))
    return folder


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[str]:
    """Run a server of the zip in a folder, on any free port, and give the address that it says it has."""
    with program(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        said = ""
        for line in server.stdout or ():
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                yield found[0]
                return
        pytest.fail(f"the server said no address: {said}")


def look_at(pages: list[str], address: str, second_browser: Callable[..., Browser]) -> Browser:
    """Open these pages with the network cut off, let both calculator pages answer, and return the browser."""
    browser = second_browser("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    watched = Watched(browser, address)
    with watched.page() as (page, _):
        for path in pages:
            page.goto(f"{address}/{path}")
            if page.locator(ELEMENT).count():
                wait_for(page, "ready", "answered")
        for path in PATHS.values():
            page.goto(f"{address}{path}{FRAGMENT}")
            assert wait_for(page, "answered") == "answered"
    return browser


def test_the_zip_serves_itself(
    archive: Path, site_folder: Path, second_browser: Callable[..., Browser]
) -> None:
    """Python runs the zip as it is, and everything works with the network cut."""
    command = [sys.executable, archive.name, "--no-browser"]
    pages = [f"{file.parent.relative_to(site_folder)}/" for file in site_pages(site_folder)]
    with running(command, archive.parent) as address:
        look_at(pages, address, second_browser)


@pytest.mark.parametrize("script", ["start.sh", "start.command"])
def test_a_start_file_serves_it(unpacked: Path, site_folder: Path, script: str) -> None:
    """The files that are double-clicked can be run and serve the same bytes, with types and headers."""
    command = [str(unpacked / script), "--no-browser"]
    with running(command, unpacked) as address:
        for path, file in (("/", "index.html"), ("/en/", "en/index.html")):
            answer = urllib.request.urlopen(address + path)
            assert answer.read() == (site_folder / file).read_bytes()
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert {name: answer.headers[name] for name in SECURITY} == SECURITY
        framed = urllib.request.urlopen(f"{address}/embed/diagram/grades/").headers
        assert {name: framed[name] for name in SECURITY} == SECURITY | FRAMED
        for path in ("/nowhere", "/../__main__.py", "/%2e%2e/__main__.py", "/..%5c__main__.py"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(address + path)
        assert urllib.request.urlopen(f"{address}/en").url == f"{address}/en/"


def test_python_alone_serves_it(unpacked: Path, second_browser: Callable[..., Browser]) -> None:
    """``python -m http.server`` in the unpacked folder is enough."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with running(command, unpacked / "site") as address:
        browser = look_at(["", "en/vulnerability-provisions/"], address, second_browser)
        # It names no charset: what a reader opens by its address is read as UTF-8 all the same.
        page = browser.new_page()
        for name in ("vulnerability-provisions.zh.txt", "vulnerability-provisions.json"):
            answer = page.goto(f"{address}/data/{name}")
            assert answer
            assert "charset" not in answer.headers["content-type"]
            assert "网络产品安全漏洞管理规定" in page.inner_text("body")


def test_the_server_runs_on_old_pythons(unpacked: Path) -> None:
    """Its code is understood by Python 3.8, the oldest it is meant for."""
    for name in ("__main__.py", "server.py"):
        ast.parse((unpacked / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_zip_is_the_same_every_time_and_holds_no_copies(
    archive: Path, site_folder: Path, tmp_path: Path
) -> None:
    """Two zips of one site are equal byte by byte; what it holds is the site, plain, and what starts it."""
    make_zip(site_folder, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        names = opened.namelist()
        started = {name for name in names if not name.startswith("site/")}
    assert started == {
        "README.txt",
        "__main__.py",
        "server.py",
        "settings.json",
        "start.cmd",
        "start.command",
        "start.sh",
    }
    assert not [name for name in names if name.endswith((".br", ".gz"))]
    plain = [file for file in site_folder.rglob("*") if file.is_file() and file.suffix not in {".br", ".gz"}]
    assert len(names) == len(plain) + len(started)
