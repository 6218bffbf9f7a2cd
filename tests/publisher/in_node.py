"""Scripts of the tests' own, run by the Node that the set-up found."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from publisher.assets.node import node


def printed(*arguments: Path | str, given: bytes = b"") -> Any:
    """Return what a script prints as JSON; where it fails, the test fails with the end of what Node said."""
    done = subprocess.run([node(), *arguments], input=given, capture_output=True, check=False)
    # Node quotes the line that failed, and Pyodide's script is one line.
    said = [line[:300] for line in done.stderr.decode().splitlines()[-15:]]
    assert done.returncode == 0, "\n".join(said)
    return json.loads(done.stdout)
