"""The memory of a Python that has started, imported the calculators and waits for a question: made at build time.

Pyodide writes it out (``snapshot.mjs``), a head of its own before it. Here what no calculator can reach is blanked, and
the rest becomes the data of the prepared interpreter, which puts it into place itself.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.node import node
from publisher.prepared import wasm
from publisher.prepared.errors import PreparationError
from publisher.prepared.wasm import Section

HERE = Path(__file__).parent
PAGE = 4096

UNUSED = {
    "the codecs of Chinese, Japanese and Korean other than Unicode": (605_408, 1_194_736),
    "the names of characters": (1_375_392, 1_784_944),
    "the tables of iconv": (2_464_848, 2_604_200),
}
"""Tables of the interpreter in the memory of Pyodide 0.29.5, from and to, that only functions read which are left out.

Found by the addresses that the functions and other tables name: what belongs to one source file stands together.
"""
_FROZEN = ("__PyImport_FrozenBootstrap", "__PyImport_FrozenStdlib", "__PyImport_FrozenTest")
"""The lists of the modules that the interpreter brings along compiled; what is needed of them is imported by then."""
_FROZEN_ENTRY = struct.Struct("<IIii")
"""Name, code, size of the code, whether it is a package; a list ends with an entry without a name."""
_HEAD = struct.Struct("<II")
"""How Pyodide's head begins: its mark, and where the memory begins."""
_WORD = struct.Struct("<I")
HEAD = b"pyodide-head"
"""The name of the section with Pyodide's head."""
_PASSIVE = b"\1"
"""How a segment begins that instructions put into place."""
_NUMBER = b"\x41"
_INIT, _DROP, _FILL = b"\xfc\x08", b"\xfc\x09", b"\xfc\x0b"
"""The instructions: bring a segment into memory (to where, from where in it, how much); drop it; fill memory."""
_FIRST_MEMORY = b"\0"


class SnapshotError(PreparationError):
    """The memory cannot be prepared; the message holds what Node said."""


def snapshot(pyodide: Path, pack: Path, modules: Sequence[str], questions: Sequence[str]) -> bytes:
    """Return the memory as Pyodide writes it out, head first; ``pack`` holds the library and the wheel."""
    with TemporaryDirectory() as place:
        task, into = Path(place, "task.json"), Path(place, "memory")
        task.write_text(json.dumps({"modules": modules, "questions": questions}), encoding="utf-8")
        run("snapshot.mjs", pyodide, pack, task, into)
        return into.read_bytes()


def run(script: str, *arguments: Path | str) -> bytes:
    """Return what one of the scripts here prints; SnapshotError holds what went wrong."""
    # Where the machine stands is in the memory too.
    environment = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(
        [node(), HERE / script, *arguments], capture_output=True, check=False, env=environment
    )
    if done.returncode:
        raise SnapshotError(f"{script}: {done.stderr.decode().strip()}")
    return done.stdout


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory as the parts of a WebAssembly file."""

    head: bytes
    """What Pyodide wants to read, in which the memory begins where it ends: all of it is in place already."""
    segments: list[tuple[int, bytes]]
    """What is not empty, and from where."""

    def data_section(self) -> bytes:
        """Return the section that holds the segments, for ``restore`` to put into place."""
        return wasm.listed(_PASSIVE + wasm.sized(segment) for _, segment in self.segments)

    def restore(self) -> bytes:
        """Return the instructions that put every segment into place, and zeros between them."""
        said, before = [], 0
        for each, (at, segment) in enumerate(self.segments):
            said += [
                *map(_constant, (before, 0, at - before)),
                _FILL + _FIRST_MEMORY,
                *map(_constant, (at, 0, len(segment))),
                _INIT + wasm.number(each) + _FIRST_MEMORY,
                _DROP + wasm.number(each),
            ]
            before = at + len(segment)
        return b"".join(said)

    def head_section(self) -> tuple[int, bytes]:
        """Return the section that holds the head."""
        return Section.CUSTOM, wasm.sized(HEAD) + self.head


def packed(snapshot: bytes, script: str) -> Memory:
    """Return a snapshot without what is never read and without what is empty; ``script`` says where things stand."""
    mark, size = _HEAD.unpack_from(snapshot)
    memory = bytearray(snapshot[size:])
    head = _HEAD.pack(mark, len(memory)) + snapshot[_HEAD.size : size]
    for begin, end in (*UNUSED.values(), *_frozen(memory, script)):
        memory[begin:end] = bytes(end - begin)
    return Memory(head, list(_segments(bytes(memory))))


def _constant(value: int) -> bytes:
    return _NUMBER + wasm.signed(value)


def _segments(memory: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what is not empty, as whole pages: cutting closer would save nothing on the line."""
    empty = bytes(PAGE)
    used = [at for at in range(0, len(memory), PAGE) if memory[at : at + PAGE] != empty]
    starts = [number for number, (one, two) in enumerate(pairwise(used), 1) if two - one > PAGE]
    for first, last in pairwise([0, *starts, len(used)]):
        yield used[first], memory[used[first] : used[last - 1] + PAGE]


def _frozen(memory: bytearray, script: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the code of each module stands that the interpreter brings along."""
    for name in _FROZEN:
        place = re.search(rf'Module\["{name}"\]=(\d+);', script)
        if not place:
            raise SnapshotError(f"{name} is not in Pyodide's script, so this is another Pyodide")
        (at,) = _WORD.unpack_from(memory, int(place[1]))
        while (entry := _FROZEN_ENTRY.unpack_from(memory, at))[0]:
            _, code, length, _ = entry
            yield code, code + length
            at += _FROZEN_ENTRY.size
