"""Which functions of the interpreter the prepared Python keeps: those that were seen to run, and no other.

Pyodide's WebAssembly is all of CPython, with codecs, compressors, parsers and databases that no calculator touches.
``functions.txt`` lists what runs from the start of Python to the answers; ``python -m publisher.prepared`` makes it
anew, which a newer Pyodide makes necessary. A function that is not on the list stays in its place, so that all
numbers keep their meaning, but does nothing except say that it is lacking: the page then starts Python from its
beginning, with all of it (``docs/assets/calculators/python.js``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from publisher.prepared import wasm
from publisher.prepared.errors import PreparationError
from publisher.prepared.memory import Memory
from publisher.prepared.wasm import Export, Kind, Section

LIST = Path(__file__).with_name("functions.txt")
LACKING, _STOP = "_abort_js", "__trap"
"""The import that a function calls which was left out, Emscripten's way to stop everything; and what that calls."""
SEEN = "seen:"
"""How the names of the globals begin that tell whether a function has run."""

_CALL, _UNREACHABLE = b"\x10", b"\x00"
_NO_LOCALS = b"\x00"
_ONE, _GLOBAL_SET = b"\x41\x01", b"\x24"
_MUTABLE_ZERO = b"\x7f\x01\x41\x00\x0b"
"""A global that holds a 32-bit number, changes, and begins as 0."""
_BEGIN = "__wasm_call_ctors"
"""What Pyodide's script calls first: it begins what C begins with."""
_NAME = re.compile(rb"[A-Za-z_$][\w$]*")
_ASSIGNED = re.compile(rb'var ([\w$]+)=Module\["\1"\]=wasmExports\["[\w$]+"\];')
"""How Pyodide's script hands on every export, needed or not."""


class FunctionsError(PreparationError):
    """The list does not fit; the message says what to do."""


def read_list(interpreter: bytes, path: Path = LIST) -> frozenset[int]:
    """Return the numbers of the functions to keep; FunctionsError where they were found in another interpreter."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    if _digest(interpreter) not in head:
        raise FunctionsError(
            f"{path.name} was made for another Pyodide; `python -m publisher.prepared` makes it anew"
        )
    ranges = (each.partition("-") for each in rest.split())
    return frozenset(each for first, _, last in ranges for each in range(int(first), int(last or first) + 1))


def every(interpreter: bytes) -> frozenset[int]:
    """Return the numbers of all functions."""
    code = dict(wasm.sections(interpreter))[Section.CODE]
    return frozenset(range(len(wasm.bodies(code))))


def write_list(interpreter: bytes, kept: Collection[int], path: Path = LIST) -> None:
    """Write down which functions to keep, as ranges of their numbers."""
    words = [f"{first}-{last}" if last > first else f"{first}" for first, last in _ranges(sorted(kept))]
    lines = [" ".join(words[at : at + 16]) for at in range(0, len(words), 16)]
    head = f"# {len(kept)} functions of the pyodide.asm.wasm with the SHA-256 {_digest(interpreter)}"
    path.write_text("\n".join([head, "", *lines, ""]), encoding="utf-8")


def cut(interpreter: bytes, kept: Collection[int], scripts: Iterable[bytes], memory: Memory) -> bytes:
    """Return the interpreter with these functions, the exports that the scripts name, and this memory."""
    parts = wasm.sections(interpreter)
    section = dict(parts)
    imported = wasm.imports(section[Section.IMPORT])
    functions = [each.name for each in imported if each.kind is Kind.FUNCTION]
    exported = wasm.exports(section[Section.EXPORT])
    lacking = _NO_LOCALS + _CALL + wasm.number(functions.index(LACKING)) + _UNREACHABLE + wasm.END
    bodies = [
        body if each in kept else lacking for each, body in enumerate(wasm.bodies(section[Section.CODE]))
    ]
    own = {each.name: each.number - len(functions) for each in exported if each.kind is Kind.FUNCTION}
    bodies[own[_STOP]] = _NO_LOCALS + _UNREACHABLE + wasm.END
    # What C begins with makes what is in no memory, too; what it leaves in memory is replaced.
    bodies[own[_BEGIN]] = bodies[own[_BEGIN]].removesuffix(wasm.END) + memory.restore() + wasm.END
    named = {name.decode() for script in scripts for name in _NAME.findall(_ASSIGNED.sub(b"", script))}
    section |= {
        Section.EXPORT: wasm.export_section(
            each for each in exported if each.name in named or f"_{each.name}" in named
        ),
        Section.CODE: wasm.listed(map(wasm.sized, bodies)),
        Section.DATA_COUNT: wasm.number(len(memory.segments)),
        Section.DATA: memory.data_section(),
    }
    # A custom section is of kind 0, and the one that Pyodide looks for has to stay the first.
    return wasm.joined(
        [*((kind, section[kind] if kind else content) for kind, content in parts), memory.head_section()]
    )


def instrumented(interpreter: bytes) -> bytes:
    """Return the interpreter with a global for every function that becomes 1 when the function runs."""
    parts = wasm.sections(interpreter)
    section = dict(parts)
    own = wasm.Reader(section[Section.GLOBAL])
    here = own.number()
    imported = wasm.imports(section[Section.IMPORT])
    first = here + sum(each.kind is Kind.GLOBAL for each in imported)
    bodies = wasm.bodies(section[Section.CODE])
    exported = wasm.exports(section[Section.EXPORT])
    exported += [Export(f"{SEEN}{each}", Kind.GLOBAL, first + each) for each in range(len(bodies))]

    def marked(each: int, body: bytes) -> bytes:
        begin = wasm.end_of_locals(body)
        return body[:begin] + _ONE + _GLOBAL_SET + wasm.number(first + each) + body[begin:]

    section |= {
        Section.GLOBAL: wasm.number(here + len(bodies)) + own.content[own.at :] + _MUTABLE_ZERO * len(bodies),
        Section.EXPORT: wasm.export_section(exported),
        Section.CODE: wasm.listed(wasm.sized(marked(*each)) for each in enumerate(bodies)),
    }
    return wasm.joined((kind, section[kind] if kind else content) for kind, content in parts)


def _digest(interpreter: bytes) -> str:
    return hashlib.sha256(interpreter).hexdigest()


def _ranges(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each row of numbers without a gap."""
    starts = [at for at, (one, two) in enumerate(pairwise(numbers), 1) if two - one > 1]
    for begin, end in pairwise([0, *starts, len(numbers)]):
        yield numbers[begin], numbers[end - 1]
