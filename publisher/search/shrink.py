"""What the search loads, made small with terser: a reader's first key must not cost more than 200 kB."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from publisher.search.index import IndexingError

ROOT = Path(__file__).resolve().parents[2]
_NODE = ROOT / ".build" / "node"
"""Holds the path of the Node that the set-up found."""


def shrink(files: Sequence[Path]) -> None:
    """Shrink ES modules in place; their names and what they export stay."""
    if not _NODE.is_file():
        raise IndexingError(f"{_NODE} is missing: `make build` sets Node up first")
    node = _NODE.read_text(encoding="utf-8")
    run = subprocess.run(
        [node, Path(__file__).with_suffix(".mjs"), *files], capture_output=True, text=True, check=False
    )
    if run.returncode != 0:
        raise IndexingError(f"terser could not shrink the search: {run.stderr}")
