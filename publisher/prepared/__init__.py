"""The prepared Python: an interpreter of the functions that run, and a memory in which everything has started.

A page that begins with these two answers sooner than one that starts Python from its beginning; where anything is
lacking, it does start Python from its beginning, from the rest of the pack.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from publisher.prepared import functions, memory
from publisher.runtime.library import modules_of_calculators
from publisher.runtime.questions import first

INTERPRETER = "prepared.wasm"


def prepare(pyodide: Path, pack: Path, kept: Collection[int] | None = None) -> bytes:
    """Return the prepared interpreter; ``pack`` holds the files of the ordinary start.

    It keeps the functions with the numbers in ``kept``, or those on the list.
    """
    interpreter, machine, loader = (
        (pack / name).read_bytes() for name in ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs")
    )
    kept = functions.read_list(interpreter) if kept is None else kept
    snapshot = memory.snapshot(pyodide, pack, modules_of_calculators(), first())
    return functions.cut(interpreter, kept, (machine, loader), memory.packed(snapshot, machine.decode()))
