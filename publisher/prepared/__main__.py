"""``python -m publisher.prepared``: find out anew which functions of the interpreter run, and write the list."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.pack import INTERPRETER, PYODIDE, SCRIPTS, ordinary_files
from publisher.prepared import MEMORY, functions, memory
from publisher.prepared.questions import first, strange, worked
from publisher.stdlib import modules_of_calculators


def seen(interpreter: bytes) -> set[int]:
    """Return the numbers of the functions that run: in an ordinary start, in a prepared one, in answering."""
    with TemporaryDirectory() as place:
        pack, watched, questions = Path(place, "pack"), Path(place, "watched"), Path(place, "questions.json")
        for folder in (pack, watched):
            folder.mkdir()
        _, files = ordinary_files()
        for name, content in files.items():
            (pack / name).write_bytes(content)
        for name in SCRIPTS:
            shutil.copyfile(PYODIDE / name, watched / name)
        (watched / INTERPRETER).write_bytes(functions.watched(interpreter))
        questions.write_text(json.dumps([*worked(), *strange()]), encoding="utf-8")
        snapshot = memory.snapshot(PYODIDE, pack, modules_of_calculators(), first())
        prepared = pack / MEMORY
        prepared.write_bytes(memory.packed(snapshot, files["pyodide.asm.js"].decode()))
        ran: set[int] = set()
        for more in ([], [prepared]):
            ran |= set(json.loads(memory.run("profile.mjs", watched, pack, questions, *more)))
        return ran


def main() -> None:
    """Find them and write them down."""
    interpreter = (PYODIDE / INTERPRETER).read_bytes()
    found = seen(interpreter)
    functions.write_list(interpreter, found)
    print(f"{functions.LIST.name}: {len(found)} functions")


if __name__ == "__main__":
    main()
