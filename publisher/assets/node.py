"""Node, as the set-up found it: the build runs esbuild with it, and Pyodide to see what it imports."""

from __future__ import annotations

from publisher.errors import NodeError
from publisher.paths import WORK

NODE_FOUND = WORK / "node"
"""Holds the path of Node; the set-up writes it."""


def node() -> str:
    """Return the path of the Node that the set-up found."""
    if not NODE_FOUND.is_file():
        raise NodeError(f"{NODE_FOUND} is missing: `make build` sets Node up first")
    return NODE_FOUND.read_text(encoding="utf-8")
