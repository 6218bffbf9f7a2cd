"""Serve the site on this machine, from the zip or from the folder it was unpacked into. Any Python from 3.8 on.

python3 rulebook-offline.zip
"""

import argparse
import json
import os
import sys
import webbrowser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

HERE = os.path.dirname(__file__)
HOST = "127.0.0.1"
PORTS_TRIED = 50


def read(name):
    """Return a file that lies beside this one, in the zip or in the folder; None where there is none."""
    try:
        return __loader__.get_data(os.path.join(HERE, *name.split("/")))
    except OSError:
        return None


SETTINGS = json.loads(read("settings.json").decode("utf-8"))


class Handler(BaseHTTPRequestHandler):
    """The files of the site and nothing else."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms between head and body
    server_version = "site"
    sys_version = ""
    timeout = 30

    def do_GET(self):
        """Send a file, its folder's page, or the page that says that there is none."""
        name = unquote(urlsplit(self.path).path).lstrip("/")
        # A colon names a drive on Windows, as in C:.
        if ".." in name.split("/") or any(each in name for each in "\\:\0"):
            name = "404.html/"
        if name == "" or name.endswith("/"):
            name += "index.html"
        body = read("site/" + name)
        if body is not None:
            self.send(200, name, body)
        elif read("site/" + name + "/index.html") is not None:
            self.send(301, name, b"", Location="/" + name + "/")
        else:
            self.send(404, "404.html", read("site/404.html") or b"")

    def do_HEAD(self):
        """Send what GET sends, without the body."""
        self.do_GET()

    def send(self, status, name, body, **more):
        """Send one answer with its type, its length and the headers that the site promises."""
        types = SETTINGS["types"]
        ending = max((each for each in types if name.endswith(each)), key=len, default="")
        kind = types.get(ending, "application/octet-stream")
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-cache"}
        self.send_response(status)
        for key, value in {**headers, **SETTINGS["headers"], **more}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args):
        """Keep quiet: the reader of this window wants the two addresses."""


class Server(ThreadingHTTPServer):
    """One thread a connection."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs have one port


def bind(port, last):
    """Return a server on this port or, where it is taken or not allowed, on the next free one."""
    try:
        return Server((HOST, port), Handler)
    except OSError:
        if last <= port:
            sys.exit(
                f"直至 {last} 的端口均被占用或者不允许使用，请用 --port 另行指定。\n"
                f"No port up to {last} is free and allowed; give another with --port."
            )
    return bind(port + 1, last)


def port_number(typed):
    """Return a port as it was typed."""
    if not typed.isdecimal() or not 1 <= int(typed) <= 65535:
        raise argparse.ArgumentTypeError("应为1至65535之间的整数 / must be a whole number from 1 to 65535")
    return int(typed)


def main():
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=port_number, default=8000)
    parser.add_argument("--no-browser", action="store_true", help="only serve, open nothing")
    arguments = parser.parse_args()
    server = bind(arguments.port, min(arguments.port + PORTS_TRIED, 65535))
    address = f"http://{HOST}:{server.server_port}/"
    sys.stdout.reconfigure(errors="replace")  # a window that knows no Chinese still shows the addresses
    print(f"\n  中文     {address}\n  English  {address}en/\n\nCtrl-C 停止 / stops.", flush=True)
    if not arguments.no_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
