"""Two builds of one commit give the same bytes, wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from publisher.site import ROOT, SOURCES

from publisher import site


def built_in(place: Path, **settings: str) -> dict[str, str]:
    """Build the site in a folder of its own, and return the hash of every file."""
    for name in SOURCES:
        start, end = ROOT / name, place / name
        if start.is_dir():
            shutil.copytree(start, end, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(start, end)
    (place / "node_modules").symlink_to(ROOT / "node_modules")
    shutil.copyfile(ROOT / "README.md", place / "README.md")
    (place / ".build").mkdir()
    shutil.copyfile(ROOT / ".build" / "node", place / ".build" / "node")
    # The compressed copies that last from build to build: what they are made of is in their names, and that
    # they come out the same is tested where they are made.
    shutil.copytree(ROOT / ".build" / "compressed", place / ".build" / "compressed")
    environment = {
        **os.environ,
        "SITE_URL": "https://example.org/rules/",
        "PYTHONPATH": str(place),
        **settings,
    }
    command = [sys.executable, "-m", "publisher", "build"]
    subprocess.run(command, cwd=place, env=environment, check=True, stdout=subprocess.DEVNULL)
    made = place / "site"
    return {
        file.relative_to(made).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in made.rglob("*")
        if file.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """In other folders, with other clocks, hash seeds and time zones: the same files, site maps and copies included."""
    moment = site.moment()
    first = built_in(tmp_path / "one", SOURCE_DATE_EPOCH=moment, PYTHONHASHSEED="1", TZ="Asia/Shanghai")
    second = built_in(
        tmp_path / "a longer name", SOURCE_DATE_EPOCH=moment, PYTHONHASHSEED="2", TZ="Pacific/Kiritimati"
    )
    assert {"index.html", "index.html.br", "index.html.gz", "sitemap.xml", "sitemap.xml.gz"} <= set(first)
    assert {name for name in first | second if first.get(name) != second.get(name)} == set()


def test_the_moment_is_that_of_the_commit(monkeypatch) -> None:
    """A date that the site carries comes from the commit, or from who builds it, never from the clock."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    assert site.moment() == subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    monkeypatch.setenv("PATH", "")
    assert site.moment() == "315532800"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    assert site.moment() == "1800000000"
