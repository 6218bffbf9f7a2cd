"""The program as a person runs it in a terminal."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from calculators.cli.main import main

ROOT = Path(__file__).parents[2]


def run(*typed, stdin="", env=None):
    """Run the program: where it reads or has an environment of its own as a process, else in this one, without its start."""
    if stdin or env is not None:
        return subprocess.run(
            [sys.executable, "-m", "calculators", *typed],
            cwd=ROOT, input=stdin, capture_output=True, encoding="utf-8", check=False, timeout=60, env=env,
        )  # fmt: skip
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        status = main(typed)
        for stream in streams.values():
            stream.flush()
    written = {name: stream.buffer.getvalue().decode() for name, stream in streams.items()}
    return subprocess.CompletedProcess(typed, status, **written)


GRADED = ("--aware-at", "2026-11-21T14:30:00+08:00", "--grade", "major", "--cii", "yes")
