"""The server of `make serve`: types, policy, caching, what is not there, and a port that is taken."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.__main__ import main as publisher_main
from publisher.assets.compress import place_compressed
from publisher.hosting import csp, server
from publisher.hosting.headers import SECURITY
from publisher.hosting.server import HOST, Server, first_free
from publisher.hosting.site import built_site
from tests.serving import in_thread, program

FILES = {
    "index.html": "<p>首页",
    "404.html": "<p>没有这一页",
    "en/index.html": "<p>home",
    "bare/note.txt": "no index here",
    "a.js": "",
    "a.mjs": "",
    "a.css": "",
    "runtime/manifest.json": "{}",
    "a.json": "{}",
    "a.xml": "<a/>",
    "a.webmanifest": "{}",
    "a.ics": "",
    "a.svg": "<svg/>",
    "runtime/0a1b2c3d4e5f6071/a.wasm": "",
    "runtime/0a1b2c3d4e5f6071/a.zip": "",
    "runtime/0a1b2c3d4e5f6071/a.whl": "",
    "secret/../a.png": "",
    "embed/index.html": "<p>清单",
    "en/embed/provision/incident-qa/q5/index.html": "<p>q5",
}


@pytest.fixture
def site(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("outside the site", encoding="utf-8")
    for name, text in FILES.items():
        path = Path(os.path.normpath(tmp_path / "site" / name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def connection(site):
    running = Server(built_site(site))
    with in_thread(running):
        client = http.client.HTTPConnection(HOST, running.server_port, timeout=10)
        yield client
        client.close()


def ask(connection, path, method="GET", headers=None):
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer, answer.read().decode("utf-8")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/a.mjs", "text/javascript; charset=utf-8"),
        ("/a.css", "text/css; charset=utf-8"),
        ("/a.json", "application/json; charset=utf-8"),
        ("/a.xml", "application/xml; charset=utf-8"),
        ("/a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/a.ics", "text/calendar; charset=utf-8"),
        ("/a.svg", "image/svg+xml"),
        ("/runtime/0a1b2c3d4e5f6071/a.wasm", "application/wasm"),
        ("/runtime/0a1b2c3d4e5f6071/a.zip", "application/zip"),
        ("/runtime/0a1b2c3d4e5f6071/a.whl", "application/zip"),
        ("/bare/note.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type_and_length(connection, path, kind):
    answer, body = ask(connection, path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert int(answer.headers["Content-Length"]) == len(body.encode())


@pytest.mark.parametrize("path", ["/", "/a.js", "/nowhere", "/en"])
def test_every_answer_carries_the_policy(connection, path):
    answer, _ = ask(connection, path)
    for name, value in SECURITY.items():
        assert answer.headers.get_all(name) == [value]


@pytest.mark.parametrize(
    ("path", "framed"),
    [
        ("/en/embed/provision/incident-qa/q5/", True),
        ("/en/%65mbed/provision/incident-qa/q5/index.html?q", True),
        ("/en/embed/provision/incident-qa/q5", False),  # leads on, shows nothing
        ("/en/embed/provision/incident-qa/q6/", False),
        ("/embed/", False),
        ("/en/?/embed/provision/incident-qa/q5/", False),
        ("/en/embed/provision/../../index.html", False),
        ("/embed/provision/..%2f..%2fen/", False),
    ],
)
def test_only_what_is_made_for_frames_may_be_framed(connection, path, framed):
    answer, _ = ask(connection, path)
    policy = csp.FRAMED if framed else csp.HEADER
    assert answer.headers.get_all("Content-Security-Policy") == [policy]


@pytest.mark.parametrize(
    ("taken", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=1.0, gzip;q=0.5", "br"),
        ("gzip", "gzip"),
        ("deflate", None),
        ("brotli", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("file", ["index.html", "a.js"])
def test_the_smallest_copy_that_the_browser_takes_is_sent(connection, site, file, taken, coding):
    place_compressed(site, site.parent / "store")
    connection.request("GET", f"/{file.removesuffix('index.html')}", headers={"Accept-Encoding": taken})
    answer = connection.getresponse()
    body = answer.read()
    assert answer.headers["Content-Encoding"] == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Type"].startswith("text/")
    ending = {"br": ".br", "gzip": ".gz", None: ""}[coding]
    assert body == (site / f"{file}{ending}").read_bytes()


def test_a_missing_page_names_no_coding(connection, site):
    place_compressed(site, site.parent / "store")
    connection.request("GET", "/nowhere", headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    assert (answer.read().decode(), answer.headers["Content-Encoding"]) == ("<p>没有这一页", None)


def test_the_policy_allows_webassembly_and_no_other_host():
    assert csp.HEADER == (
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types calculators device; frame-ancestors 'none'"
    )
    assert f"{csp.META}; frame-ancestors 'none'" == csp.HEADER


def test_only_names_with_a_hash_are_kept_by_the_browser(connection):
    assert ask(connection, "/")[0].headers["Cache-Control"] == "no-cache"
    assert ask(connection, "/a.js")[0].headers["Cache-Control"] == "no-cache"
    assert ask(connection, "/runtime/manifest.json")[0].headers["Cache-Control"] == "no-cache"
    assert ask(connection, "/runtime/0a1b2c3d4e5f6071/nowhere")[0].headers["Cache-Control"] == "no-cache"
    kept = ask(connection, "/runtime/0a1b2c3d4e5f6071/a.wasm")[0]
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/nowhere", "/en/nowhere/", "/bare/", "/index.html/"])
def test_what_is_not_there_is_the_sites_own_404(connection, path):
    answer, body = ask(connection, path)
    assert (answer.status, body) == (404, "<p>没有这一页")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_folder_without_a_slash_is_sent_on(connection):
    answer, _ = ask(connection, "/en")
    assert (answer.status, answer.headers["Location"]) == (301, "/en/")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret/key.txt",
        "/en/../../secret/key.txt",
        "/%2e%2e/secret/key.txt",
        "/..%2fsecret%2fkey.txt",
        "//../secret/key.txt",
        "/..\\secret\\key.txt",
        "/en/%2e%2e/%2e%2e/secret/key.txt",
    ],
)
def test_nothing_outside_the_site_is_served(connection, path):
    answer, body = ask(connection, path)
    assert answer.status == 404
    assert "outside" not in body


def test_one_connection_carries_many_requests(connection):
    for path in ("/", "/nowhere", "/en", "/a.js"):
        ask(connection, path)
        socket_used = connection.sock
        assert socket_used is not None
    ask(connection, "/")
    assert connection.sock is socket_used


def test_head_and_unchanged_files_come_without_a_body(connection):
    answer, body = ask(connection, "/nowhere", method="HEAD")
    assert (answer.status, body) == (404, "")
    answer, body = ask(connection, "/", method="HEAD")
    assert (answer.status, body) == (200, "")
    answer, body = ask(connection, "/", headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.status, body) == (304, "")


def test_nothing_can_be_sent(connection):
    answer, _ = ask(connection, "/", method="POST", headers={"Content-Length": "0"})
    assert answer.status == 501


def test_a_taken_port_is_named_and_the_next_one_used(site, capsys):
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with first_free(built_site(site), port) as running:
            assert running.server_port > port
            zh, en = capsys.readouterr().out.splitlines()
            assert zh == f"端口 {port} 已被占用，改用 {running.server_port}。"
            assert en == f"Port {port} is in use, using {running.server_port}."


def test_two_servers_never_share_a_port(site, capsys):
    with Server(built_site(site)) as first, first_free(built_site(site), first.server_port) as second:
        assert second.server_port != first.server_port
    assert "is in use" in capsys.readouterr().out


def test_a_free_port_is_taken_without_a_word(site, capsys):
    with Server(built_site(site)) as probe:
        port = probe.server_port
    with first_free(built_site(site), port) as running:
        assert running.server_port == port
    assert not capsys.readouterr().out


def test_no_free_port_is_one_sentence(site, monkeypatch):
    monkeypatch.setattr(server, "PORTS_TRIED", 1)
    with Server(built_site(site)) as taken, pytest.raises(SystemExit, match="No free port from"):
        first_free(built_site(site), taken.server_port)


def test_a_port_that_is_not_allowed_is_not_said_to_be_in_use(site, monkeypatch, capsys):
    def careful(site, port):
        if port < 1024:
            raise PermissionError(errno.EACCES, "Permission denied")
        return Server(site)

    monkeypatch.setattr(server, "Server", careful)
    with first_free(built_site(site), 1023):
        assert capsys.readouterr().out.endswith("Port 1023 may not be used by you, using 1024.\n")
    with pytest.raises(SystemExit, match="No free port from 80 on, which may not be used by you"):
        first_free(built_site(site), 80)


@pytest.mark.parametrize("port", ["-1", "0", "65536", "eight"])
def test_what_is_no_port_is_refused(port, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["publisher", "serve", f"--port={port}"])
    with pytest.raises(SystemExit, match="2"):
        publisher_main()
    said = capsys.readouterr().err
    assert f"'{port}'：应为1至65535之间的整数 / must be a whole number from 1 to 65535" in said


def test_it_prints_both_addresses_and_ends_on_ctrl_c():
    # A background job is started with Ctrl-C ignored, and hands that on.
    heeded = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heeded}; from publisher.__main__ import main; main()"
    with program([sys.executable, "-c", code, "serve"], stdout=subprocess.PIPE) as running:
        shown = ""
        for line in running.stdout:
            shown += line
            if "Ctrl-C" in line:
                break
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=10) == 0
    address = next(word for word in shown.split() if word.startswith("http"))
    assert address.startswith("http://127.0.0.1:8")
    assert f"{address}en/" in shown
