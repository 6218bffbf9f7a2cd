"""The prepared Python: an interpreter of the functions that run, and a memory in which everything has started.

A page that begins with these two answers sooner than one that starts Python from its beginning; where anything is
lacking, it does start Python from its beginning, from the rest of the pack.
"""

from __future__ import annotations

from pathlib import Path

from publisher.prepared import functions, memory
from publisher.prepared.questions import first
from publisher.stdlib import modules_of_calculators

INTERPRETER = "prepared.wasm"
MEMORY = "prepared.bin"


def prepare(pyodide: Path, pack: Path) -> dict[str, bytes]:
    """Return the two files by their names; ``pack`` holds those of the ordinary start."""
    interpreter, machine, loader = (
        (pack / name).read_bytes() for name in ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs")
    )
    snapshot = memory.snapshot(pyodide, pack, modules_of_calculators(), first())
    return {
        INTERPRETER: functions.cut(interpreter, functions.read_list(interpreter), (machine, loader)),
        MEMORY: memory.packed(snapshot, machine.decode()),
    }
