"""Serve the built site on this machine, as a careful host would: right types, strict policy, small copies, real 404."""

from __future__ import annotations

import contextlib
import errno
import io
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from socket import socket
from typing import BinaryIO

from publisher.assets.compress import ENCODINGS
from publisher.hosting.headers import REVALIDATE, SECURITY, caching
from publisher.paths import SITE

HOST = "127.0.0.1"
PORT = 8000
PORTS_TRIED = 50

TYPES = {
    ".akn.xml": "application/akn+xml",
    ".css": "text/css; charset=utf-8",
    "feed.xml": "application/atom+xml",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""How a name ends, and the type of such a file; the longest ending decides, since XML is of several types."""

_REFUSED = {errno.EADDRINUSE: "is in use", errno.EACCES: "may not be used by you"}
"""What a system says of a port that it does not give."""
_FOUND = {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}


class Handler(SimpleHTTPRequestHandler):
    """Files of the site and nothing else."""

    protocol_version = "HTTP/1.1"  # keeps connections open; every answer carries its length
    # Head and body are two writes, and the second would wait 40 ms for the first's receipt.
    disable_nagle_algorithm = True
    server_version = "site"
    sys_version = ""
    timeout = 30
    _status: int = 0
    _encoding: str | None = None
    """The coding of the copy that is being sent, where it is one."""

    def end_headers(self) -> None:
        """Add to every answer what the site promises, errors included."""
        for name, value in SECURITY.items():
            self.send_header(name, value)
        found = self._status in _FOUND
        self.send_header("Cache-Control", caching(self.path) if found else REVALIDATE)
        if found:
            self.send_header("Vary", "Accept-Encoding")
            if self._encoding:
                self.send_header("Content-Encoding", self._encoding)
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the smallest copy that the browser takes."""
        self._encoding = None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Return the file for an address: a folder's index page, and of a file the copy that the browser takes."""
        named = super().translate_path(path)
        file = Path(named, "index.html") if named.endswith("/") else Path(named)
        if not file.is_file():
            return named
        taken = {
            each.partition(";")[0].strip() for each in self.headers.get("Accept-Encoding", "").split(",")
        }
        for ending, coding in ENCODINGS.items():
            if coding in taken and (copy := file.with_name(file.name + ending)).is_file():
                self._encoding = coding
                return str(copy)
        return str(file)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Note the status, which decides on caching."""
        self._status = code
        super().send_response(code, message)

    def list_directory(self, path: object) -> None:  # noqa: ARG002  # the base class names it
        """Show no folder: a folder without an index page is not a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def guess_type(self, path: str | PathLike[str]) -> str:
        """Return the type of a file, or of the file that a copy is of, by how its name ends."""
        name = str(path).rpartition(".")[0] if self._encoding else str(path)
        ending = max((each for each in TYPES if name.endswith(each)), key=len, default="")
        return TYPES.get(ending) or super().guess_type(name)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is not there with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it
        """Keep quiet: the reader of this terminal wants the two addresses."""


class Server(ThreadingHTTPServer):
    """One thread a connection; a port in use is an error even where the system would share it."""

    daemon_threads = True
    allow_reuse_port = False

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Keep quiet about a browser that went away; anything else is a defect and is shown."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def make_server(port: int = 0, folder: Path = SITE) -> Server:
    """Return a server that is bound but not yet serving; port 0 takes any free one."""
    return Server((HOST, port), partial(Handler, directory=str(folder)))


def first_free(port: int, folder: Path = SITE) -> Server:
    """Return a server on this port or, where it is taken or not allowed, on the next free one, naming both."""
    why = ""
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = make_server(candidate, folder)
        except OSError as error:
            if error.errno not in _REFUSED:
                raise
            why = why or _REFUSED[error.errno]
            continue
        if candidate != port:
            print(f"Port {port} {why}, using {candidate}.")
        return server
    raise SystemExit(f"No free port from {port} on, which {why}: give another with --port.")


def main(port: int = PORT) -> None:
    """Serve until Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt), first_free(port) as server:
        address = f"http://{HOST}:{server.server_port}"
        print(f"\n  中文     {address}/\n  English  {address}/en/\n\nCtrl-C 停止 / stops.", flush=True)
        server.serve_forever()
    print()
