"""Servers that run while a test does: in a thread of its process, or as a program beside it."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from typing import Any


@contextmanager
def in_thread(server: HTTPServer) -> Iterator[str]:
    """Let a server that is bound serve in a thread, give its address, and close it afterwards."""
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def program(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a program beside the test, read as text, and kill it afterwards, whatever happened.

    Leaving ``Popen`` alone waits for the program to end, for ever if it does not.
    """
    with subprocess.Popen(command, encoding="utf-8", **options) as running:
        try:
            yield running
        finally:
            running.kill()


def free_port() -> int:
    """Return a port that nobody listens on, for a program that must be told one."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
