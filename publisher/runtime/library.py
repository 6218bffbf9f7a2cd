"""The standard library for the fast start: what is imported, compiled, and nothing else.

What is imported is found by running: Pyodide as it comes starts under Node as it does in a page and answers every
worked case. A module that a reader's question needs all the same sends the page to the plain start.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from publisher.assets.node import node
from publisher.errors import PackError
from publisher.paths import WORK
from publisher.runtime.archives import compiled, zip_members
from publisher.runtime.manifest import CUT_LIBRARY, LIBRARY
from publisher.runtime.probes import worked

START = Path(__file__).with_name("start.mjs")
FOUND = WORK / "imports"
"""What was found, in files named by a hash over all that it depends on."""


def cut_library(pyodide: Path, pack: Path, package: str) -> bytes:
    """Return the library cut to what is imported; ``pack`` holds the files of the plain start."""
    members = zip_members((pack / LIBRARY).read_bytes())
    kept = {name: members[name] for name in imported(pyodide, pack, package)}
    _, archive = compiled(CUT_LIBRARY, kept, "-OO")
    return archive


def imported(pyodide: Path, pack: Path, package: str) -> list[str]:
    """Return the files of the library that are imported from the start to the last answer, sorted."""
    questions = "\n".join(worked()).encode()
    total = hashlib.sha256(questions)
    for file in (START, *sorted(pack.iterdir())):
        total.update(hashlib.sha256(file.read_bytes()).digest())
    found = FOUND / f"{total.hexdigest()[:16]}.json"
    if not found.is_file():
        asked = [node(), str(START), str(pyodide), str(pack), package, LIBRARY]
        done = subprocess.run(asked, input=questions, capture_output=True, check=False)
        if done.returncode:
            raise PackError(
                f"Pyodide does not answer the worked cases: {done.stderr.decode()[-500:].strip()}"
            )
        FOUND.mkdir(parents=True, exist_ok=True)
        found.write_text(json.dumps(json.loads(done.stdout)["imported"], indent=1), encoding="utf-8")
    return list(json.loads(found.read_text(encoding="utf-8")))
