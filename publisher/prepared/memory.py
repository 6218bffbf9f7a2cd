"""The memory of a Python that has started, imported the calculators and waits for a question: made at build time.

Pyodide writes it out (``snapshot.mjs``); here it is checked for what no calculator can reach, which is blanked, and
packed without its empty pages:

- how long Pyodide's head is, the memory's size and the number of pages, as 32-bit numbers, the lowest byte first;
- the number of each page that is not empty, in order, likewise;
- Pyodide's head; then those pages, 4,096 bytes each.
"""

from __future__ import annotations

import json
import re
import struct
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
_NODE = HERE.parents[1] / ".build" / "node"
"""Holds the path of the Node that the set-up found."""
PAGE = 4096
_SAID = 900
"""Node quotes the line that failed, and Pyodide's script is one line; what went wrong stands at the end."""

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
"""How Pyodide's head begins: its mark, and how long it is."""
_WORD = struct.Struct("<I")
_BEGIN = struct.Struct("<III")


class SnapshotError(Exception):
    """The memory cannot be prepared; the message holds what Node said."""


def snapshot(pyodide: Path, pack: Path, modules: Sequence[str], questions: Sequence[str]) -> bytes:
    """Return the memory as Pyodide writes it out, head first; ``pack`` holds the library and the wheel."""
    with TemporaryDirectory() as place:
        task, into = Path(place, "task.json"), Path(place, "memory")
        task.write_text(json.dumps({"modules": modules, "questions": questions}), encoding="utf-8")
        run("snapshot.mjs", pyodide, pack, task, into)
        return into.read_bytes()


def run(script: str, *arguments: Path) -> bytes:
    """Return what one of the scripts here prints; SnapshotError holds the end of what Node said where it fails."""
    node = _NODE.read_text(encoding="utf-8")
    done = subprocess.run([node, HERE / script, *arguments], capture_output=True, check=False)
    if done.returncode:
        raise SnapshotError(f"{script}: {done.stderr.decode()[-_SAID:].strip()}")
    return done.stdout


def packed(snapshot: bytes, script: str) -> bytes:
    """Return a snapshot without what is never read and without its empty pages; ``script`` says where things stand."""
    (_, size), whole = _HEAD.unpack_from(snapshot), bytearray(snapshot)
    head, memory = whole[:size], whole[size:]
    for begin, end in (*UNUSED.values(), *_frozen(memory, script)):
        memory[begin:end] = bytes(end - begin)
    pages = [memory[at : at + PAGE] for at in range(0, len(memory), PAGE)]
    used = [number for number, page in enumerate(pages) if any(page)]
    return b"".join(
        [
            _BEGIN.pack(size, len(memory), len(used)),
            *(_WORD.pack(number) for number in used),
            head,
            *(pages[number] for number in used),
        ]
    )


def _frozen(memory: bytes, script: str) -> Iterator[tuple[int, int]]:
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
