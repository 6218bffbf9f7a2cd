"""Another build of one commit gives the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.build.events import source_date_epoch
from publisher.law.files import PDF
from publisher.paths import ROOT
from tests.previewing import copy_checkout


def hashes(site: Path) -> dict[str, str]:
    """Return the hash of every file of a site."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


@pytest.mark.timeout(300)
def test_another_build_gives_the_same_bytes(tmp_path: Path, site_folder: Path) -> None:
    """In another folder, with another clock, hash seed and time zone, and nothing kept but compressed copies and PDF files.

    What those are made of is in their names or beside them; that they come out the same is tested where they are made.
    """
    place = tmp_path / "a longer name"
    place.mkdir()
    copy_checkout(place)
    shutil.copytree(ROOT / ".build" / "compressed", place / ".build" / "compressed")
    if PDF.is_dir():
        shutil.copytree(PDF, place / ".build" / "pdf")
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "2",
        "PYTHONPATH": str(place),
        "SOURCE_DATE_EPOCH": source_date_epoch(),
        "TZ": "Pacific/Kiritimati",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=place, env=environment, check=True)
    first, second = hashes(site_folder), hashes(place / "site")
    assert {"index.html", "index.html.br", "index.html.gz", "en/feed.xml", "_headers"} <= set(first)
    assert {name for name in first | second if first.get(name) != second.get(name)} == set()


def test_the_moment_is_that_of_the_commit(monkeypatch) -> None:
    """A date that the site carries comes from the commit, or from who builds it, never from the clock."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    assert (
        source_date_epoch() == subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    )
    monkeypatch.setenv("PATH", "")
    assert source_date_epoch() == "315532800"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert source_date_epoch() == "1800000000"
