"""``python -m publisher.prepared``: find out anew which functions of the interpreter run, and write the list."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.prepared import functions, memory, prepare
from publisher.runtime.pack import INTERPRETER, PYODIDE, SCRIPTS, ordinary_files
from publisher.runtime.questions import strange, worked


def seen() -> set[int]:
    """Return the numbers of the functions that run: in an ordinary start, in a prepared one, and in answering."""
    with TemporaryDirectory() as place:
        pack, instrumented, questions = (
            Path(place, "pack"),
            Path(place, "instrumented"),
            Path(place, "questions.json"),
        )
        for folder in (pack, instrumented):
            folder.mkdir()
        _, files = ordinary_files()
        for name, content in files.items():
            (pack / name).write_bytes(content)
        for name in SCRIPTS:
            shutil.copyfile(PYODIDE / name, instrumented / name)
        questions.write_text(json.dumps([*worked(), *strange()]), encoding="utf-8")
        whole = files[INTERPRETER]
        ran: set[int] = set()
        for how, interpreter in (
            ("whole", whole),
            ("prepared", prepare(PYODIDE, pack, functions.every(whole))),
        ):
            (instrumented / INTERPRETER).write_bytes(functions.instrumented(interpreter))
            ran |= set(json.loads(memory.run("profile.mjs", instrumented, pack, questions, how)))
        return ran


def main() -> None:
    """Find them and write them down."""
    interpreter = (PYODIDE / INTERPRETER).read_bytes()
    found = seen()
    functions.write_list(interpreter, found)
    print(f"{functions.LIST.name}: {len(found)} functions")


if __name__ == "__main__":
    main()
