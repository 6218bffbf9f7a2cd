"""Compressed copies beside the files, made once at build time: ``x.br`` and ``x.gz`` for every text and program.

A server that finds them sends them as they are, smaller than anything it could make while someone waits.
The copies are kept under the hash of what they hold, so a second build only looks them up.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

SUFFIXES = frozenset(
    ".css .csv .html .ics .js .json .jsonld .map .md .mjs .svg .txt .wasm .webmanifest .whl .xml .zip".split()
)
"""What becomes smaller. The archives of the pack are stored, not deflated, for this very reason."""

ENCODINGS = {".br": "br", ".gz": "gzip"}
"""The endings of the copies, the smaller first, each with its name in HTTP."""

_BEST, _QUICK = 11, 9
_SELDOM_CHANGED = frozenset({".css", ".js", ".mjs", ".svg", ".wasm", ".whl", ".zip"})


def place_compressed(site: Path, store: Path) -> None:
    """Put both copies beside every file that gains by it; ``store`` keeps them for the next build."""
    store.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as pool:  # both compressors let go of the interpreter while they work
        used = {
            name for names in pool.map(lambda file: _place(file, store), compressible(site)) for name in names
        }
    for old in store.iterdir():
        if old.name not in used:
            old.unlink()


def compressible(site: Path) -> Iterator[Path]:
    """Yield the files that gain by compression, in a fixed order."""
    yield from (file for file in sorted(site.rglob("*")) if file.suffix in SUFFIXES and file.is_file())


def compressed(content: bytes, ending: str, *, best: bool) -> bytes:
    """Return the content compressed for an ending of ``ENCODINGS``; the same bytes every time."""
    if ending == ".gz":
        return gzip.compress(content, 9, mtime=0)
    return bytes(brotli.compress(content, quality=_BEST if best else _QUICK, lgwin=24))


def _place(file: Path, store: Path) -> list[str]:
    content = file.read_bytes()
    best = file.suffix in _SELDOM_CHANGED
    makers = f"{brotli.__version__} {zlib.ZLIB_RUNTIME_VERSION} {best}\n".encode()
    key = hashlib.sha256(makers + content).hexdigest()
    for ending in ENCODINGS:
        kept = store / f"{key}{ending}"
        if not kept.is_file():
            half = kept.with_suffix(
                f"{ending}.{os.getpid()}.{hashlib.sha256(str(file).encode()).hexdigest()}"
            )
            half.write_bytes(compressed(content, ending, best=best))
            half.rename(kept)
        beside = file.with_name(file.name + ending)
        beside.unlink(missing_ok=True)
        beside.write_bytes(kept.read_bytes())
    return [f"{key}{ending}" for ending in ENCODINGS]
