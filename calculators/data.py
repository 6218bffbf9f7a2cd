"""Data beside the rules: TOML files, read and built in one step, so that what is wrong with one names the file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib.resources.abc import Traversable
from typing import Any


class DataError(ValueError):
    """A file of data is wrong; the message names the file and what is wrong with it."""


def read_toml[T](file: Traversable, build: Callable[[dict[str, Any]], T]) -> T:
    """Return what is built of a TOML file; DataError where that cannot be."""
    try:
        return build(tomllib.loads(file.read_text(encoding="utf-8")))
    except KeyError as error:
        raise DataError(f"{file.name}: {error.args[0]!r} is missing, or names nothing") from error
    except (OSError, TypeError, ValueError) as error:
        raise DataError(f"{file.name}: {error}") from error
