"""A server that counts what travels, and can be as slow as a line: so many bits a second, so long there and back.

The browser's own emulation leaves shared workers out; a slow server slows every page alike.
"""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from publisher.hosting.headers import SECURITY
from publisher.hosting.server import Handler, Server
from publisher.hosting.site import built_site
from tests.serving import in_thread

PIECE = 4096


@dataclass
class Line:
    """A line: ``rate`` bytes a second for all connections together, ``delay`` seconds there and back; 0 is at once."""

    rate: float = 0.0
    delay: float = 0.0
    bytes: int = 0
    requests: int = 0
    _free: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        """Begin to count anew."""
        with self._lock:
            self.bytes = self.requests = 0

    def asked(self) -> None:
        """Count a request; several come at once."""
        with self._lock:
            self.requests += 1

    def pass_on(self, size: int) -> None:
        """Wait until so many bytes have passed."""
        with self._lock:
            self.bytes += size
            if not self.rate:
                return
            self._free = max(self._free, time.monotonic()) + size / self.rate
            wait = self._free - time.monotonic()
        if wait > 0:
            time.sleep(wait)


class Slow(io.RawIOBase):
    """What is written goes down the line."""

    def __init__(self, out: Any, line: Line) -> None:
        self.out, self.line = out, line

    def writable(self) -> bool:
        """Say that one can write."""
        return True

    def write(self, data: Any) -> int:
        """Write in pieces, each at the speed of the line."""
        view = memoryview(data)
        for start in range(0, len(view), PIECE):
            piece = view[start : start + PIECE]
            self.line.pass_on(len(piece))
            self.out.write(piece)
        return len(view)


class Lined(Handler):
    """The site's own server at the end of a line; the peers' pages go without our security headers."""

    line: Line

    def setup(self) -> None:
        """Wait for the connection, as one does."""
        super().setup()
        time.sleep(self.line.delay)
        self.wfile = Slow(self.wfile, self.line)  # type: ignore[assignment]

    def do_GET(self) -> None:  # noqa: N802  # the base class wants this name
        """Wait for the request to arrive, and count it."""
        time.sleep(self.line.delay)
        self.line.asked()
        super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        """Leave our policy out where a peer's page would not work under it."""
        if keyword not in SECURITY or not self.path.startswith("/peers/"):
            super().send_header(keyword, value)


@contextmanager
def serving(folder: Path, line: Line) -> Iterator[str]:
    """Serve a folder down a line and give its address."""
    handler = type("LinedHere", (Lined,), {"line": line})
    with in_thread(Server(built_site(folder), handler=handler)) as address:
        yield address
