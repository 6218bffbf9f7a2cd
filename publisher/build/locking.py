"""One build at a time in a checkout: a second one waits."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def one_at_a_time(file: Path, what: str) -> Iterator[None]:
    """Hold this file as a lock, and wait while another process holds it."""
    file.parent.mkdir(exist_ok=True)
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("• Waiting for another", what, "in this checkout to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
