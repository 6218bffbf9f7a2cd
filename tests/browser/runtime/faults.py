"""The site on a server that fails as it is told to: a file missing, cut, altered, mistyped, late or broken off.

The failures are real ones of a real server, so they reach shared workers too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from publisher.hosting.headers import SECURITY
from publisher.hosting.server import Handler, Server
from publisher.hosting.site import built_site
from tests.browser.watched import Watched
from tests.serving import in_thread


class Faulty(Handler):
    """Serves the site; what ends in one of the names in ``faults`` is answered by its fault."""

    faults: dict[str, Fault]

    def do_GET(self) -> None:  # noqa: N802  # the base class wants this name
        """Answer, or fail."""
        fault = next(
            (fault for name, fault in self.faults.items() if self.path.partition("?")[0].endswith(name)), None
        )
        if fault:
            fault(self)
        else:
            super().do_GET()

    def content(self) -> bytes:
        """Return the file that was asked for."""
        return self.server.site.read(self.asked()[0]) or b""

    def answer(self, body: bytes, *, length: int | None = None, **headers: str) -> None:
        """Answer with these bytes; ``length`` promises another number of them."""
        self.send_response(200)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        given = {"Content-Type": self.type_of(self.asked()[0]), "Content-Length": str(length or len(body))}
        for name, value in (given | named).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


Fault = Callable[[Faulty], None]
Served = tuple[Watched, dict[str, Fault]]
"""The site under watch, and the faults of its server by how the names end."""


def missing(request: Faulty) -> None:
    """The file is not there."""
    request.send_error(404)


def page_instead(request: Faulty) -> None:
    """The host answers everything with some page, as if it were there."""
    request.answer(b"<!doctype html><title>home</title>", Content_Type="text/html")


def short(request: Faulty) -> None:
    """Half of the file arrives, with every sign of success."""
    body = request.content()
    request.answer(body[: len(body) // 2])


def dropped(request: Faulty) -> None:
    """The connection breaks off half way."""
    body = request.content()
    request.answer(body[: len(body) // 2], length=len(body))
    request.close_connection = True


def altered(request: Faulty) -> None:
    """One byte is another."""
    body = bytearray(request.content())
    body[len(body) // 2] ^= 1
    request.answer(bytes(body))


def mistyped(request: Faulty) -> None:
    """The file is right and its type is not."""
    request.answer(request.content(), Content_Type="text/plain")


def without_webassembly(request: Faulty) -> None:
    """The policy of the host forbids WebAssembly."""
    policy = SECURITY["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", "")
    # Two policies hold together, so the stricter one decides.
    request.answer(request.content(), Content_Security_Policy=policy)


class Late:
    """The file begins to arrive and then waits until it is let through."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def __call__(self, request: Faulty) -> None:
        """Send half, wait, send the rest."""
        body = request.content()
        request.answer(body[: len(body) // 2], length=len(body))
        self.gate.wait(60)
        request.wfile.write(body[len(body) // 2 :])


class Noted:
    """Nothing is wrong; what is asked for is noted, in order."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, request: Faulty) -> None:
        """Note it and answer as the site's server does."""
        self.paths.append(request.path)
        Handler.do_GET(request)


@contextmanager
def serving(site: Path) -> Iterator[tuple[str, dict[str, Fault]]]:
    """Serve the site; give its address and the faults, which hold from the moment that they are put in."""
    faults: dict[str, Fault] = {}
    handler = type("FaultyHere", (Faulty,), {"faults": faults})
    with in_thread(Server(built_site(site), handler=handler)) as address:
        yield address, faults
