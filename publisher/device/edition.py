"""An edition of the site as a whole: the list of its files, and the service worker that keeps exactly these.

``/edition.json`` lists each file with its size in bytes and its hash, and what has changed for readers, newest first.
``/service-worker.js`` begins with the hash of that list, so that any change of the site is a change of the worker, which
is how a browser learns that there is a newer edition.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from calculators.kernel.text import LANGS
from publisher.changelog.changes import Change
from publisher.html.urls import EDITION, SERVICE_WORKER
from publisher.paths import ROOT

SOURCE = ROOT / "publisher" / "device" / SERVICE_WORKER
_OF_HOSTS = {"_headers", "sitemap.xml", "sitemap.xml.gz", EDITION, SERVICE_WORKER}
"""What is there for the host and for programmes, and this room's own."""
INDEX = "index.html"


def write_edition(site: Path, changes: Iterable[Change]) -> None:
    """Write the list and the worker into the built site, whose other files are all there."""
    files = [_listed(path, file) for path, file in sorted(_kept(site))]
    told = [_told(each) for each in changes]
    whole = {
        "bytes": sum(size for _, size, _ in files),
        "changes": told,
        "files": [{"path": path, "size": size, "sha256": sha256} for path, size, sha256 in files],
    }
    written = json.dumps(whole, separators=(",", ":"), ensure_ascii=False).encode()
    (site / EDITION).write_bytes(written)
    source = SOURCE.read_text(encoding="utf-8")
    (site / SERVICE_WORKER).write_text(f'const EDITION = "{_hash(written)}";\n{source}', encoding="utf-8")


def _kept(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield the address within the site and the file of everything that a reader may come to."""
    for file in site.rglob("*"):
        name = file.relative_to(site).as_posix()
        if file.is_file() and name not in _OF_HOSTS:
            yield name.removesuffix(INDEX) if f"/{name}".endswith(f"/{INDEX}") else name, file


def _listed(path: str, file: Path) -> tuple[str, int, str]:
    content = file.read_bytes()
    return path, len(content), _hash(content)


def _told(change: Change) -> dict[str, str | dict[str, str]]:
    """Return what a reader is told of a change in each language: what it is, and for whom an answer now differs."""
    return {
        "id": change.id,
        **{lang: {"title": change.title.in_(lang), "answers": change.answers.in_(lang)} for lang in LANGS},
    }


def _hash(content: bytes) -> str:
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
