"""Run by Pyodide, when the build makes the prepared memory: brings Python to where the first question finds all there.

Nothing is imported later, since the library is not there later: everything that an answer may import is imported here.
Then Python lets go of what was needed on the way, and what is free is filled with zeros, which take no room on the
line.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from typing import Any

_LARGE = 1 << 20
_SMALL = 512
"""Python takes larger blocks from the system, smaller ones from its own pools, by steps of 16 bytes."""
_STEP = 16


def settle(modules: Iterable[str], questions: Iterable[str]) -> None:
    """Import the modules, ask the questions, and tidy up."""
    for name in modules:
        try:
            __import__(name)
        except ImportError:
            continue  # the build's own Python has modules that this one lacks; then no answer needs them here
    from calculators.adapters import bridge  # noqa: PLC0415  # it can be found only now

    for question in questions:
        bridge.call(question)
    forget_archives()
    gc.collect()
    blank(_LARGE)
    gc.collect()


def forget_archives() -> None:
    """Let go of the library's archive and of what Python knows of archives."""
    ours: Any = sys.modules["sitecustomize"]  # publisher/library_imports.py
    for finder in [each for each in sys.meta_path if isinstance(each, ours.LibraryFinder)]:
        sys.meta_path.remove(finder)
        finder.content = b""
        finder.places.clear()
    sys.path[:] = [place for place in sys.path if not place.endswith("calculators.zip")]
    sys.path_importer_cache.clear()
    sys.modules["zipimport"]._zip_directory_cache.clear()  # noqa: SLF001  # there is no other way
    del sys.modules["sitecustomize"]


def blank(size: int) -> None:
    """Take all that is free below one block of this size, which fills it with zeros, and give it back."""
    top = id(bytes(size))
    held = []
    while size > 2 * _STEP:
        while id(block := bytes(size - 2 * _STEP)) < top:
            held.append(block)
        del block
        size = size * 3 // 4 if size > _SMALL else size - _STEP
