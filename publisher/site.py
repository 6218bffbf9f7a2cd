"""The whole site, built: runtime pack, Chinese and English pages, checks, compressed copies; skipped if unchanged."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from publisher import checks
from publisher.bundle import BundlingError, bundle
from publisher.hosting.compress import place_compressed
from publisher.hosting.fingerprint import OWN, fingerprint
from publisher.hosting.headers import headers_file
from publisher.locking import one_at_a_time
from publisher.node import NodeError
from publisher.pack import RUNTIME, PackError, build_pack, read_manifest
from publisher.prepared.errors import PreparationError
from publisher.search.index import IndexingError
from publisher.search.writing import write_search
from publisher.serve import SITE
from publisher.stdlib import LibraryError

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".build"
STAMP = WORK / "site.sha256"

SOURCES = (
    "calculators",
    "publisher",
    "docs",
    "mkdocs.yml",
    "mkdocs.en.yml",
    "pyproject.toml",
    "locks/site.txt",
    "package-lock.json",
    ".python-version",
    "LICENSE",
)
"""All that the built site depends on."""

VENDOR = {"ical.js": "ical.js/dist/ical.min.js", "ical.LICENSE.txt": "ical.js/LICENSE"}
"""What pages load from npm packages besides the runtime, served as it was shipped, each with its licence."""


class BuildError(SystemExit):
    """The site cannot be built; the message says why, and ends the command with it."""


def build(*, force: bool = False) -> bool:
    """Build the site into ``site/`` and check it; return False where nothing had changed since the last time.

    A second build waits for the first: they share the pack, the store of compressed copies and ``site/``.
    """
    with one_at_a_time(WORK / "lock", "build"):
        return _build(force=force)


def _build(*, force: bool) -> bool:
    # Whatever writes a date into the site writes this one, so that a commit always gives the same bytes.
    os.environ["SOURCE_DATE_EPOCH"] = moment()
    digest = input_hash()
    if not force and _is_built(digest):
        print("The site is up to date: nothing has changed since it was built.", flush=True)
        return False
    started = time.monotonic()
    # Made aside and put in place when it has passed: what is being served or tested is never half a site.
    with TemporaryDirectory(prefix="site-", dir=WORK) as aside:
        made = Path(aside) / "site"
        _make(made)
        _say("5/6", "checks: provisions, ids, links, security policy")
        if found := checks.problems(made, root=_root()):
            listed = "\n".join(f"  {each}" for each in found)
            raise BuildError(f"The built site fails {len(found)} check(s):\n{listed}")
        _say("6/6", "compressed copies: brotli and gzip beside every text and program")
        place_compressed(made, WORK / "compressed")
        STAMP.unlink(missing_ok=True)
        if SITE.exists():
            SITE.rename(Path(aside) / "before")
        made.rename(SITE)
    STAMP.write_text(digest, encoding="utf-8")
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"      {pages} pages in site/, built in {time.monotonic() - started:.1f} s.", flush=True)
    return True


def input_hash() -> str:
    """Return one hash over everything that the site is made of, the Python and the address included."""
    total = hashlib.sha256()
    total.update(f"{sys.version} {os.environ.get('SITE_URL', '')} {moment()}\n".encode())
    for file in _source_files():
        total.update(f"{file.relative_to(ROOT).as_posix()}\n".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def moment() -> str:
    """Return the moment that the site is of, in seconds: SOURCE_DATE_EPOCH, else when the commit was made, else 1980."""
    if named := os.environ.get("SOURCE_DATE_EPOCH"):
        return named
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        asked = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        asked = ""
    return asked or "315532800"


def place_assets(into: Path) -> None:
    """Copy our style sheets, scripts and pictures, and the pack, to where both languages look for them."""
    for start, name in ((ROOT / "docs" / "assets", "assets/own"), (RUNTIME, "runtime")):
        shutil.rmtree(into / name, ignore_errors=True)
        shutil.copytree(start, into / name)
    for name, shipped in VENDOR.items():
        target = into / "assets" / "vendor" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / "node_modules" / shipped, target)


def _make(site: Path) -> None:
    _say("1/6", "the runtime pack: Python and the calculators, as the browser loads them")
    make_pack()
    _say("2/6", "the Chinese pages, with style sheets, scripts and the pack")
    _pages("mkdocs.yml", site, "")
    _say("3/6", "the English pages")
    _pages("mkdocs.en.yml", site / "en", "en/")
    _tidy(site)
    _say("4/6", "the search: what can be found, in both languages")
    try:
        write_search(site)
        bundle(site / OWN)
    except (IndexingError, BundlingError, NodeError) as error:
        raise BuildError(str(error)) from error
    hashed = [fingerprint(site), f"runtime/{read_manifest().folder}"]
    (site / "_headers").write_text(headers_file(hashed, _root()), encoding="utf-8")


def _source_files() -> Iterator[Path]:
    for name in SOURCES:
        start = ROOT / name
        files = sorted(start.rglob("*")) if start.is_dir() else [start]
        yield from (file for file in files if file.is_file() and "__pycache__" not in file.parts)


def _is_built(digest: str) -> bool:
    whole = all((SITE / page).is_file() for page in ("index.html", "en/index.html", "404.html"))
    return (
        whole
        and (SITE / "runtime").is_dir()
        and STAMP.is_file()
        and STAMP.read_text(encoding="utf-8") == digest
    )


def make_pack() -> None:
    """Make the runtime pack, which the calculator pages name the files of."""
    try:
        build_pack(RUNTIME)
    except (PackError, LibraryError, PreparationError, NodeError) as error:
        raise BuildError(str(error)) from error


def _pages(config_file: str, into: Path, under: str) -> None:
    """Run one of the two MkDocs builds; a warning is an error."""
    address = os.environ.get("SITE_URL", "")
    try:
        config = load_config(
            str(ROOT / config_file),
            strict=True,
            site_dir=str(into),
            site_url=f"{address.rstrip('/')}/{under}" if address else "",
        )
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except Abort as error:
        raise BuildError(f"{config_file}: MkDocs stopped at the warnings above.") from error
    except MkDocsException as error:
        raise BuildError(f"{config_file}: {error}") from error


def _tidy(site: Path) -> None:
    """Take out what only misleads: the English 404 page (hosts serve the root's) and site maps without addresses."""
    (site / "en" / "404.html").unlink(missing_ok=True)
    if not os.environ.get("SITE_URL"):
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            (site / name).unlink(missing_ok=True)
            (site / "en" / name).unlink(missing_ok=True)


def _root() -> str:
    """Return the folder of the host where the site is to stand: ``/``, or what SITE_URL says."""
    return f"{urlsplit(os.environ.get('SITE_URL', '')).path.rstrip('/')}/"


def _say(step: str, what: str) -> None:
    print(f"[{step}] {what}", flush=True)
