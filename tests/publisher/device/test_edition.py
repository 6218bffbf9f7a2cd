"""An edition of the site as a whole: every file that a reader may come to, the worker that names it, the manifest."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

from publisher.changelog.changes import changes
from publisher.device.edition import SOURCE, write_edition
from publisher.hosting.headers import DAILY, caching
from publisher.html.urls import EDITION, SERVICE_WORKER


def digest(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def test_every_file_is_listed_as_it_is(site_folder: Path) -> None:
    """All that was built but copies that are compressed and what is for hosts; each by the address that a page asks for."""
    listed = json.loads((site_folder / EDITION).read_bytes())
    files = {each["path"]: each for each in listed["files"]}
    assert {"", "en/", "404.html", "calculators/disclosure/", "en/training/"} <= files.keys()
    assert not any(path.endswith(("index.html", ".map", ".br", ".gz")) for path in files)
    for path, each in files.items():
        content = (site_folder / path / ("index.html" if path.endswith("/") or not path else "")).read_bytes()
        assert (each["size"], each["sha256"]) == (len(content), digest(content)), path
    assert listed["bytes"] == sum(each["size"] for each in files.values())
    built = {file.relative_to(site_folder).as_posix() for file in site_folder.rglob("*") if file.is_file()}
    plain = {name for name in built if not name.endswith((".br", ".gz"))}
    addresses = {
        "" if name == "index.html" else name.removesuffix("/index.html") + "/" * name.endswith("/index.html")
        for name in plain
    }
    assert addresses - files.keys() == {EDITION, SERVICE_WORKER, "_headers"} | ({"sitemap.xml"} & addresses)


def test_the_worker_is_of_this_edition(site_folder: Path) -> None:
    """It begins with the hash of the list: where one file changes, the worker is another one."""
    first, _, rest = (site_folder / SERVICE_WORKER).read_text(encoding="utf-8").partition("\n")
    assert first == f'const EDITION = "{digest((site_folder / EDITION).read_bytes())}";'
    assert rest == SOURCE.read_text(encoding="utf-8")
    assert caching(f"/a/{SERVICE_WORKER}") == DAILY


def test_one_letter_more_is_another_edition(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("one")
    write_edition(tmp_path, changes()[1:])
    before = (tmp_path / SERVICE_WORKER).read_text()
    write_edition(tmp_path, changes()[1:])
    assert (tmp_path / SERVICE_WORKER).read_text() == before
    write_edition(tmp_path, changes())
    assert (tmp_path / SERVICE_WORKER).read_text() != before
    write_edition(tmp_path, changes()[1:])
    (tmp_path / "index.html").write_text("two")
    write_edition(tmp_path, changes()[1:])
    assert (tmp_path / SERVICE_WORKER).read_text() != before


@pytest.mark.parametrize("folder", ["", "en"])
def test_the_manifest_leads_to_what_is_there(site_folder: Path, folder: str) -> None:
    """Its addresses are those of the site, from where it stands."""
    place = site_folder / folder
    found = json.loads((place / "site.webmanifest").read_text(encoding="utf-8"))
    assert found["name"] in (place / "index.html").read_text(encoding="utf-8")
    assert (place / found["start_url"] / "index.html").is_file()
    assert (place / found["scope"]).resolve() == site_folder.resolve()
    for icon in found["icons"]:
        assert (place / icon["src"]).is_file()
