"""The grading table of the annex as the rules read it: the same file from which the page and the digest are made."""

from __future__ import annotations

import tomllib
from pkgutil import get_data

from calculators.kernel.provisions.grading import Grading, read_grading


def _read() -> Grading:
    data = get_data(__package__, "annex.toml")
    if data is None:
        raise ImportError("annex.toml cannot be read from where the package lies")
    return read_grading(tomllib.loads(data.decode()))


ANNEX = _read()
"""Its grades stand highest first, and so do the cells of each indicator."""
