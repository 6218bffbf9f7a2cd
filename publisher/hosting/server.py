"""A server for this machine that does what a careful host would: of ``make serve``, and in the zip of ``make offline``.

The zip carries this file as it is, so it needs the standard library only, of any Python from 3.8 on.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import re
import sys
import webbrowser
import zlib
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from socket import socket

HOST = "127.0.0.1"
PORTS_TRIED = 50

_REFUSED = {
    errno.EADDRINUSE: ("已被占用", "is in use"),
    errno.EACCES: ("不允许使用", "may not be used by you"),
}
"""What a system says of a port that it does not give."""
_FOUND = (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
_MISSING = "404.html"


@dataclass(frozen=True)
class Site:
    """What is served, and how."""

    read: Callable[[str], bytes | None]
    """From a path within the site, such as ``en/index.html``, to the file's bytes; None where there is none."""
    headers: Mapping[str, str]
    """Of every answer, errors included."""
    framed: str
    """A pattern of the paths of pages that other sites may frame."""
    framed_headers: Mapping[str, str]
    """Of those, in place of the same of all."""
    types: Mapping[str, str]
    """How a name ends, and the type of such a file; the longest ending decides."""
    caching: Mapping[str, str]
    """``Cache-Control`` by patterns of paths, the first that fits."""
    revalidate: str
    """``Cache-Control`` of all else, and of errors."""
    encodings: Mapping[str, str]
    """The endings of compressed copies, the smaller first, each with its name in HTTP."""


class Handler(BaseHTTPRequestHandler):
    """Files of the site and nothing else."""

    server: Server
    protocol_version = "HTTP/1.1"  # keeps connections open; every answer carries its length
    # Head and body are two writes, and the second would wait 40 ms for the first's receipt.
    disable_nagle_algorithm = True
    server_version = "site"
    sys_version = ""
    timeout = 30
    _status = 0

    def do_GET(self) -> None:  # the base class wants this name
        """Send a file, a folder's page, or the page that says that there is none."""
        name, query = self.asked()
        body, coding = self.smallest(name)
        if body is not None:
            tag = f'"{zlib.crc32(body):08x}-{len(body):x}"'
            if self.headers.get("If-None-Match") == tag:
                self.send(HTTPStatus.NOT_MODIFIED, None, ETag=tag)
                return
            more = {"ETag": tag, "Content-Type": self.type_of(name)}
            self.send(HTTPStatus.OK, body, **more, **({"Content-Encoding": coding} if coding else {}))
        elif name and self.server.site.read(f"{name}/index.html") is not None:
            address = f"/{quote(name)}/" + (f"?{query}" if query else "")
            self.send(HTTPStatus.MOVED_PERMANENTLY, b"", Location=address)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """Send what GET sends, without the body."""
        self.do_GET()

    def asked(self) -> tuple[str, str]:
        """Return the path within the site that is asked for, empty where it leads out, and the query; of a folder, its page."""
        address = urlsplit(self.path)
        name = unquote(address.path).lstrip("/")
        # A colon names a drive on Windows, as in C:.
        if ".." in name.split("/") or any(each in name for each in "\\:\0"):
            return "", address.query
        return (f"{name}index.html" if name == "" or name.endswith("/") else name), address.query

    def smallest(self, name: str) -> tuple[bytes | None, str]:
        """Return the smallest copy that the browser takes, and its coding."""
        site, taken = self.server.site, self.headers.get("Accept-Encoding", "")
        body = site.read(name) if name else None
        if body is not None:
            accepted = {each.partition(";")[0].strip() for each in taken.split(",")}
            for ending, coding in site.encodings.items():
                copy = site.read(name + ending) if coding in accepted else None
                if copy is not None:
                    return copy, coding
        return body, ""

    def type_of(self, name: str) -> str:
        """Return the type of a file by how its name ends."""
        types = self.server.site.types
        ending = max((each for each in types if name.endswith(each)), key=len, default="")
        return types.get(ending, "application/octet-stream")

    def send(self, status: int, body: bytes | None, **headers: str) -> None:
        """Send one answer; None for one that has no body."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Note the status, which decides on caching."""
        self._status = code
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Add to every answer what the site promises, errors included."""
        site = self.server.site
        found = self._status in _FOUND
        framed = site.framed_headers if found and re.search(site.framed, self.asked()[0]) else {}
        for name, value in site.headers.items():
            self.send_header(name, framed.get(name, value))
        path = self.path.partition("?")[0]
        fitting = (said for pattern, said in site.caching.items() if found and re.search(pattern, path))
        self.send_header("Cache-Control", next(fitting, site.revalidate))
        if found:
            self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is not there with the site's own page."""
        page = self.server.site.read(_MISSING)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
        else:
            self.send(code, page, Content_Type=self.type_of(_MISSING))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it
        """Keep quiet: the reader of this terminal wants the two addresses."""


class Server(ThreadingHTTPServer):
    """One thread a connection; a port in use is an error even where the system would share it."""

    daemon_threads = True
    allow_reuse_port = False
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port

    def __init__(self, site: Site, port: int = 0, handler: type[Handler] = Handler) -> None:
        """Bind, not serving yet; port 0 takes any free one."""
        self.site = site
        super().__init__((HOST, port), handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """Keep quiet about a browser that went away; anything else is a defect and is shown."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def first_free(site: Site, port: int) -> Server:
    """Return a server on this port or, where it is taken or not allowed, on the next free one, naming both."""
    why = ("", "")
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = Server(site, candidate)
        except OSError as error:
            if error.errno not in _REFUSED:
                raise
            why = why if why[0] else _REFUSED[error.errno]
            continue
        if candidate != port:
            print(f"端口 {port} {why[0]}，改用 {candidate}。\nPort {port} {why[1]}, using {candidate}.")
        return server
    raise SystemExit(
        f"从 {port} 起没有可用的端口（{why[0]}）；请用 --port 另行指定。\n"
        f"No free port from {port} on, which {why[1]}: give another with --port."
    )


def port_number(typed: str) -> int:
    """Read a port as it was typed; argparse says what is wrong with it."""
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise argparse.ArgumentTypeError(
            f"{typed!r}：应为1至65535之间的整数 / must be a whole number from 1 to 65535"
        )
    return int(typed)


def serve(site: Site, port: int, *, browser: bool = False) -> None:
    """Serve until Ctrl-C; on request a browser is opened."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a window that knows no Chinese still shows the addresses
    with contextlib.suppress(KeyboardInterrupt), first_free(site, port) as server:
        address = f"http://{HOST}:{server.server_port}/"
        print(f"\n  中文     {address}\n  English  {address}en/\n\nCtrl-C 停止 / stops.", flush=True)
        if browser:
            webbrowser.open(address)
        server.serve_forever()
    print()
