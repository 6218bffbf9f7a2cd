"""A checkout to set up: a copy of this one's files, in a place of the test's choice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = "Makefile LICENSE README.md .python-version pyproject.toml package.json package-lock.json locks tools".split()
NO_NETWORK = {
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"),
    "UV_OFFLINE": "1",
    "npm_config_offline": "true",
}


def copied(folder: Path, *, packages: bool = False) -> Path:
    """Copy what the set-up reads into a new folder."""
    folder.mkdir(parents=True)
    for name in (*NEEDED, *(("calculators", "publisher") if packages else ())):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / name)
    return folder


def started(checkout: Path, *command: str, **environment: str) -> subprocess.Popen[str]:
    """Start a command there as from a terminal, where Ctrl-C ends it, without a locale and with this checkout's uv."""
    # Of a make that runs the tests, the make under test would print that it is inside another.
    dropped = {"PYTHONDONTWRITEBYTECODE", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    path = os.pathsep.join([str(ROOT / ".tools" / "uv" / "bin"), os.environ["PATH"]])
    return subprocess.Popen(
        command,
        cwd=checkout,
        env={**kept, "LC_ALL": "C", "PATH": path, "PYTHON": sys.executable, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no thread is running
    )


def ran(checkout: Path, *command: str, **environment: str) -> tuple[int, str]:
    """Run a command there; return its status and what it says."""
    with started(checkout, *command, **environment) as process:
        said = process.communicate()[0]
    return process.returncode, said
