"""What is handed to hosts: the same headers in every dialect, compressed copies, hashed folders, recipes that fit."""

from __future__ import annotations

import codecs
import gzip
import json
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import brotli
import pytest

from publisher.assets import files
from publisher.assets.compress import ENCODINGS, compressed, place_compressed
from publisher.hosting import csp
from publisher.hosting.headers import DAILY, FRAMED, IMMUTABLE, REVALIDATE, SECURITY, caching, headers_file
from publisher.hosting.offline import make_zip
from publisher.hosting.site import TYPES, built_site
from publisher.html.urls import FRAMED as FRAMED_PATHS
from publisher.paths import ROOT
from tests.serving import program

HOSTING = ROOT / "publisher" / "hosting"
SOURCES = (
    "calculators publisher docs mkdocs.yml mkdocs.en.yml pyproject.toml package.json package-lock.json "
    "locks tools Makefile .python-version LICENSE"
).split()
"""All that the site is built from."""


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/runtime/0123456789abcdef/pyodide.mjs", IMMUTABLE),
        ("/a/b/assets/own/0123456789abcdef/css/pages/law.css", IMMUTABLE),
        ("/a/service-worker.js", DAILY),
        ("/a/service-worker.js/", REVALIDATE),
        ("/runtime/manifest.json", REVALIDATE),
        ("/runtime/0123/pyodide.mjs", REVALIDATE),
        ("/", REVALIDATE),
    ],
)
def test_only_a_hashed_folder_is_kept_for_ever(path: str, kept: str) -> None:
    assert caching(path) == kept


def test_headers_file_says_the_policy_for_all_and_caching_for_the_hashed() -> None:
    lines = headers_file(["runtime/0123456789abcdef"], "/a/b/").splitlines()
    assert lines[0] == "/a/b/*"
    assert f"  Content-Security-Policy: {csp.HEADER}" in lines
    assert lines[-4:-2] == ["/a/b/runtime/0123456789abcdef/*", f"  Cache-Control: {IMMUTABLE}"]
    assert lines[-2:] == ["/a/b/service-worker.js", f"  Cache-Control: {DAILY}"]


def test_the_built_site_has_its_headers_file(site_folder: Path) -> None:
    text = (site_folder / "_headers").read_text(encoding="utf-8")
    folders = re.findall(r"^/((?!(?:en/)?embed/)\S+)/\*$", text, re.MULTILINE)
    assert len(folders) == 2
    assert all((site_folder / folder).is_dir() and caching(f"/{folder}/x") == IMMUTABLE for folder in folders)


def test_every_host_says_the_same_headers(offline: Path) -> None:
    """One list: what `make serve` sends, the offline zip, ``_headers``, and nginx, which the container runs too."""
    text = (HOSTING / "nginx" / "nginx.conf").read_text(encoding="utf-8")
    nginx = dict(re.findall(r'^  add_header (\S+) "?([^"]+?)"? always;$', text, re.MULTILINE))
    assert nginx.pop("Cache-Control") == "$keep"
    for_all = re.match(r"/\*\n((?:  .+\n)+)", headers_file([], "/"))
    assert for_all
    with zipfile.ZipFile(offline) as opened:
        zipped = json.loads(opened.read("settings.json"))["headers"]
    assert '"~^(200|206|304) (.*/)?embed/(provision|diagram|exercise)/" "*";' in text
    assert FRAMED_PATHS == "(?:^|/)embed/(?:provision|diagram|exercise)/"
    by_nginx = {
        by: {name: value.replace("$framed_by", by) for name, value in nginx.items()} for by in ("'none'", "*")
    }
    assert by_nginx["*"] == SECURITY | FRAMED
    for said in (
        by_nginx["'none'"],
        dict(row.strip().split(": ", 1) for row in for_all[1].splitlines()),
        zipped,
        built_site().headers,
    ):
        assert said == SECURITY


def test_nginx_gives_the_same_types() -> None:
    text = (HOSTING / "nginx" / "nginx.conf").read_text(encoding="utf-8")
    rows = re.search(r"^  types \{\n(.+?)\n  \}", text, re.MULTILINE | re.DOTALL)
    told = re.search(r"^  charset_types ([^;]+);", text, re.MULTILINE)
    assert rows
    assert told
    with_charset = {"text/html", *told[1].split()}
    said = {}
    for row in rows[1].splitlines():
        kind, *endings = row.strip().rstrip(";").split()
        said |= dict.fromkeys(
            (f".{each}" for each in endings), f"{kind}; charset=utf-8" if kind in with_charset else kind
        )
    by_address = re.findall(r"location ~ [/\\]*(\S+?)\$ \{\n\s*types \{\}\n\s*default_type (\S+);", text)
    said |= {name.replace("\\.", "."): kind for name, kind in by_address}
    assert {name.lstrip("."): kind for name, kind in said.items()} == {
        name.lstrip("."): kind for name, kind in TYPES.items()
    }


def test_text_says_its_charset_where_a_server_does_not(site_folder: Path) -> None:
    """Whatever a reader opens by its address is read as UTF-8, also on a server that names no charset.

    JSON is UTF-8 by its standard and has no mark; scripts and style sheets are read as the page that names them.
    """
    begins = {
        ".csv": codecs.BOM_UTF8,
        ".html": b"",  # in its head: below
        ".ics": codecs.BOM_UTF8,
        ".md": codecs.BOM_UTF8,
        ".svg": b"<svg xmlns=",  # XML without a declaration is UTF-8
        ".txt": codecs.BOM_UTF8,
        ".xml": b"<?xml version='1.0' encoding='utf-8'?>",
    }
    by_themselves = {".css", ".js", ".json", ".jsonld", ".map", ".mjs", ".webmanifest"}
    texts = {name for name, kind in TYPES.items() if "charset" in kind or "xml" in kind}
    assert {f".{name.rpartition('.')[2]}" for name in texts} == begins.keys() | by_themselves
    seen = set()
    for file in site_folder.rglob("*"):
        content = file.read_bytes() if file.suffix in begins else b""
        if content.isascii():  # nothing to be read wrongly
            continue
        seen.add(file.suffix)
        assert content.lower().startswith(begins[file.suffix]), file
        if file.suffix == ".html":
            assert b'<meta charset="utf-8">' in content[:1024], file
    assert seen >= {".csv", ".html", ".txt", ".xml"}
    for file in site_folder.rglob("*.json"):
        assert not file.read_bytes().startswith(codecs.BOM_UTF8), file


def test_hosts_that_read_the_file_are_told_what_may_be_framed() -> None:
    """Cloudflare takes away the value for all (``!``) and sends the other alone; elsewhere the later value stands."""
    rules: dict[str, list[str]] = {}
    for line in headers_file([], "/a/").splitlines():
        if line.startswith("/"):
            rules[line] = []
        else:
            rules[[*rules][-1]].append(line.strip())
    assert rules.pop("/a/service-worker.js") == [f"Cache-Control: {DAILY}"]
    assert [*rules] == [
        "/a/*",
        *(
            f"/a/{lang}embed/{kind}/*"
            for lang in ("", "en/")
            for kind in ("provision", "diagram", "exercise")
        ),
    ]
    first, *others = rules.values()
    assert [line for line in first if "frame-ancestors" in line] == [f"Content-Security-Policy: {csp.HEADER}"]
    assert all(
        each == ["! Content-Security-Policy", f"Content-Security-Policy: {csp.FRAMED}"] for each in others
    )
    assert csp.HEADER.replace("frame-ancestors 'none'", "frame-ancestors *") == csp.FRAMED
    assert "X-Frame-Options" not in SECURITY


def test_copies_are_exact_and_the_same_every_time(tmp_path: Path) -> None:
    """Two processes with other clocks and hash seeds write the same copies, and plain files stay as they are."""
    endings = "css csv html ics js json jsonld md mjs svg txt wasm webmanifest whl xml zip".split()
    texts = {f"a.{ending}": f"{ending} 漏洞 ".encode() * 200 for ending in endings} | {
        "photo.png": b"png" * 90
    }
    code = "import sys, pathlib as p; from publisher.assets.compress import place_compressed as c; c(p.Path(sys.argv[1]), p.Path(sys.argv[2]))"
    made = []
    for seed in "12":
        folder = tmp_path / seed
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_bytes(text)
        settings = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": f"Etc/GMT+{seed}",
            "SOURCE_DATE_EPOCH": f"{seed}00",
        }
        command = [sys.executable, "-c", code, str(folder), str(tmp_path / f"store{seed}")]
        subprocess.run(command, cwd=ROOT, env=settings, check=True)
        made.append({file.name: file.read_bytes() for file in folder.iterdir()})
    assert made[0] == made[1]
    for name, text in texts.items():
        assert made[0][name] == text
        assert (f"{name}.br" in made[0]) == (not name.endswith(".png"))
        if name.endswith(".png"):
            continue
        assert brotli.decompress(made[0][f"{name}.br"]) == gzip.decompress(made[0][f"{name}.gz"]) == text


def test_the_store_spares_work_and_keeps_nothing_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, store = tmp_path / "site" / "index.html", tmp_path / "store"
    page.parent.mkdir()
    page.write_text("one")
    place_compressed(page.parent, store)
    first = {each.name for each in store.iterdir()}
    assert len(first) == len(ENCODINGS)
    monkeypatch.setattr("publisher.assets.compress.compressed", lambda *_, **__: pytest.fail("made again"))
    place_compressed(page.parent, store)
    monkeypatch.undo()
    page.write_text("two")
    place_compressed(page.parent, store)
    assert len(list(store.iterdir())) == len(ENCODINGS)
    assert not first & {each.name for each in store.iterdir()}
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == b"two"


def test_the_best_compression_is_smaller() -> None:
    text = (ROOT / "LICENSE").read_bytes()
    assert len(compressed(text, ".br", best=True)) <= len(compressed(text, ".br", best=False)) < len(text)


def test_own_assets_are_named_after_what_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another byte in any script gives another folder; a picture keeps its address, and nothing old is kept."""
    for name in (
        "docs/assets/a.js",
        "docs/assets/site/card.en.png",
        *files._MADE_WITH,
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(files, "SOURCE", tmp_path / "docs" / "assets")
    monkeypatch.setattr(files, "_KEPT", tmp_path / "kept")
    bundled: list[Path] = []
    monkeypatch.setattr(files, "bundle", bundled.append)
    folders = []
    for script in ("one", "two", "two"):
        (tmp_path / "docs/assets/a.js").write_text(script, encoding="utf-8")
        folder = files.assets_folder()
        named = dict(files.asset_files())
        assert named[f"{folder}/a.js"].read_text(encoding="utf-8") == script
        assert named["assets/own/theme/card.en.png"].is_file()
        assert caching(f"/{folder}/a.js") == IMMUTABLE
        folders.append(folder)
    assert folders[0] != folders[1] == folders[2]
    assert len(bundled) == 2, "what has not changed is not made again"
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_pages_name_the_folder_of_their_own_assets(site_folder: Path) -> None:
    folder = files.assets_folder()
    for page in ("index.html", "en/about/index.html"):
        text = (site_folder / page).read_text(encoding="utf-8")
        named = set(re.findall(r"assets/own/[^\"]+", text))
        assert any(each.startswith(f"{folder}/") for each in named)
        assert {each for each in named if not each.startswith(f"{folder}/")} <= {
            files.LOAD_ERROR,
            *(f"assets/own/theme/card.{lang}.png" for lang in ("zh", "en")),
        }
        assert all((site_folder / each).is_file() for each in named)


def test_the_container_builds_from_all_that_the_site_is_made_of() -> None:
    text = (HOSTING / "Containerfile").read_text(encoding="utf-8")
    copied = {
        word for line in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE) for word in line.split()[:-1]
    }
    assert set(SOURCES) <= copied
    assert all((ROOT / name).exists() for name in copied)
    assert "COPY publisher/hosting/nginx/ /etc/nginx/" in text
    assert "listen 8080;" in (HOSTING / "nginx" / "nginx.conf").read_text(encoding="utf-8")


@pytest.fixture
def offline(tmp_path: Path) -> Path:
    """The zip of a site of three files, unpacked or not as Python finds it."""
    for name in ("index.html", "404.html", "C:/secret.txt"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name, encoding="utf-8")
    make_zip(tmp_path / "site", tmp_path / "offline.zip")
    return tmp_path / "offline.zip"


def test_the_offline_server_knows_no_drives(offline: Path) -> None:
    """On Windows ``C:`` at the beginning of a path leads out of the folder."""
    command = [sys.executable, str(offline), "--no-browser"]
    with program(command, stdout=subprocess.PIPE) as server:
        address = next(line for line in server.stdout or () if "http" in line).split()[-1]
        assert urllib.request.urlopen(address).read() == b"index.html"
        for path in ("C:/secret.txt", "C%3A/secret.txt", "C:"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(address + path)


@pytest.mark.parametrize("port", ["-1", "0", "65536", "eight"])
def test_the_offline_server_says_what_is_no_port(offline: Path, port: str) -> None:
    command = [sys.executable, str(offline), "--no-browser", f"--port={port}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 2
    assert "应为1至65535之间的整数 / must be a whole number from 1 to 65535" in done.stderr


def test_the_offline_server_tries_no_port_that_there_is_not(offline: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        command = [sys.executable, str(offline), "--no-browser", "--port=65535"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert done.returncode == 1
    assert "No free port from 65535 on, which is in use" in done.stderr
