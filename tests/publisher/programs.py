"""Programs of the test's own, in the place of those that a machine may have."""

from __future__ import annotations

import stat
from pathlib import Path


def program(folder: Path, name: str, shell: str) -> Path:
    """Write a program that runs these lines of shell."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{shell}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path
