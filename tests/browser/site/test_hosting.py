"""The site on a real nginx with the shipped settings, at the root and in a folder, with each kind of compression."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from publisher.assets.compress import ENCODINGS
from publisher.hosting import csp
from publisher.hosting.headers import FRAMED, IMMUTABLE, REVALIDATE, SECURITY
from publisher.hosting.server import Server
from publisher.hosting.site import built_site
from publisher.runtime import read_manifest
from tests.browser.helpers import FRAGMENT
from tests.browser.site.nginx import has_brotli, nginx
from tests.browser.watched import ELEMENT, PATHS, Watched, wait_for
from tests.serving import in_thread

PACKED = {".pdf", ".png", ".bin"}
"""How the names end of what is compressed by itself: pictures and the tables of the search."""
ELSEWHERE = (
    "/embed/",
    "/embed/provision/incident-qa/q99/",
    "/embed/provision/..%2f..%2fvulnerability-provisions/",
    "/vulnerability-provisions/?/embed/provision/incident-qa/q5/",
    "/vulnerability-provisions/index.html?a=/embed/diagram/",
)
"""What has the address of such a page in its own, or almost."""
FOR_HOSTS = {"_headers"}
"""What only a host reads."""


@pytest.fixture(scope="module", params=["", "/a/b"], ids=["root", "folder"])
def host(
    request: pytest.FixtureRequest, site_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The built site on nginx: at the root of a host, and in a folder of one."""
    with nginx(site_folder, tmp_path_factory.mktemp("nginx"), under=request.param) as address:
        yield address


def ask(address: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask for a file and return the answer with its bytes as they travelled."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.putrequest("GET", parts.path + path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_calculator_answers_on_nginx(browser: Browser, host: str) -> None:
    """Both languages answer, change and link on nginx, at the root and in a folder, with nothing to complain of."""
    watched = Watched(browser, host)
    for lang in PATHS:
        with watched.page() as (page, _):
            page.goto(host + PATHS[lang] + FRAGMENT)
            assert wait_for(page, "answered") == "answered"
            page.locator("a[data-lang-link]").first.click()
            assert wait_for(page, "answered") == "answered"
            page.locator("a[href*='#art-']:visible").first.click()
            expect(page.locator("article .prov").first).to_be_attached()


def test_every_answer_carries_the_headers(host: str) -> None:
    """Pages, the worker, the program and what is not there all carry policy and security headers, once."""
    manifest = read_manifest()
    for path in ("/", "/en/", f"/runtime/{manifest.folder}/pyodide.asm.wasm", "/nowhere", "/en"):
        answer, _ = ask(host, path)
        for name, value in SECURITY.items():
            assert answer.headers.get_all(name) == [value], (path, name)
        assert answer.headers["Server"] == "nginx"


def test_only_what_is_made_for_frames_may_be_framed(host: str) -> None:
    """Also where it is asked about again; never what is not there, nor another page by way of such an address."""
    page = "/en/embed/provision/incident-qa/q5-p1/"
    seen = ask(host, page)[0].headers["ETag"]
    for path, more, status in (
        (page, {}, 200),
        (f"{page}index.html?q", {}, 200),
        (page, {"If_None_Match": seen}, 304),
    ):
        answer, _ = ask(host, path, **more)
        assert answer.status == status
        for name, value in (SECURITY | FRAMED).items():
            assert answer.headers.get_all(name) == [value], (path, name)
    for path in ELSEWHERE:
        answer, _ = ask(host, path)
        assert answer.headers.get_all("Content-Security-Policy") == [SECURITY["Content-Security-Policy"]], path


def test_only_what_never_changes_is_kept(host: str) -> None:
    """Files under a hash are kept for ever; pages are asked about again, and so is whatever is not there."""
    folder = f"/runtime/{read_manifest().folder}/"
    assert ask(host, f"{folder}python_stdlib.zip")[0].headers.get_all("Cache-Control") == [IMMUTABLE]
    for path in ("/", "/runtime/manifest.json", f"{folder}nowhere"):
        assert ask(host, path)[0].headers.get_all("Cache-Control") == [REVALIDATE]
    seen = ask(host, "/en/")[0].headers["ETag"]
    assert ask(host, "/en/", If_None_Match=seen)[0].status == 304


def test_what_is_not_there_is_the_sites_own_404(host: str, site_folder: Path) -> None:
    """A wrong address gives the site's page that says so in both languages."""
    answer, body = ask(host, "/nowhere")
    assert (answer.status, body) == (404, (site_folder / "404.html").read_bytes())


def test_types_are_those_of_our_own_server(host: str, site_address: str, site_folder: Path) -> None:
    """Every kind of file on the site has the same type on nginx as on the server of `make serve`."""
    files = [file for file in site_folder.rglob("*.*") if file.suffix not in ENCODINGS]
    kinds = {file.suffix: file for file in files}
    assert {".html", ".js", ".mjs", ".css", ".wasm", ".zip", ".whl", ".json", ".svg"} <= set(kinds)
    # XML is of several types, which its last ending does not tell apart.
    for file in (*kinds.values(), *(file for file in files if file.suffix == ".xml")):
        path = f"/{file.relative_to(site_folder).as_posix()}"
        here, there = (ask(address, path)[0].headers["Content-Type"] for address in (host, site_address))
        assert here == there, file


@pytest.mark.parametrize("taken", ["gzip, deflate, br", "gzip", ""])
@pytest.mark.parametrize("module", [True, False])
def test_compressed_copies_are_sent(site_folder: Path, tmp_path: Path, taken: str, module: bool) -> None:
    """Brotli to who takes it where the module is there, else gzip, else the file itself; always the same content."""
    assert has_brotli() or not module, "the module for brotli files is not installed beside this nginx"
    undo = {"br": brotli.decompress, "gzip": gzip.decompress, None: lambda body: body}
    wanted = "br" if "br" in taken and module else "gzip" if "gzip" in taken else None
    with nginx(site_folder, tmp_path, brotli=module) as address:
        for path in ("index.html", f"runtime/{read_manifest().folder}/pyodide.asm.wasm"):
            answer, body = ask(address, f"/{path}", Accept_Encoding=taken)
            assert answer.headers["Content-Encoding"] == wanted
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert undo[wanted](body) == (site_folder / path).read_bytes()


def test_everything_but_pictures_and_the_packed_has_both_copies(site_folder: Path) -> None:
    """Beside every file that is not compressed by itself stand a brotli and a gzip copy of exactly it."""
    files = [file for file in site_folder.rglob("*") if file.is_file() and file.suffix not in ENCODINGS]
    for file in files:
        if file.suffix in PACKED or file.name in FOR_HOSTS:
            assert not file.with_name(f"{file.name}.br").exists(), file
            continue
        content = file.read_bytes()
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == content
        assert brotli.decompress(file.with_name(f"{file.name}.br").read_bytes()) == content


def test_another_site_can_frame_at_most_and_never_reach_in(browser: Browser, site_folder: Path) -> None:
    """Of the headers only the policy's ``frame-ancestors`` decides on frames; windows and files are out of reach."""
    framed = {**SECURITY, "Content-Security-Policy": csp.META}
    with in_thread(Server(replace(built_site(site_folder), headers=framed))) as address:
        page_of_other = (
            f'<iframe src="{address}/en/incident-qa/"></iframe><img src="{address}/assets/own/theme/card.en.png">'
            "<button>open</button>"
        )
        other = replace(
            built_site(site_folder),
            read={"index.html": page_of_other.encode(), "a.png": b""}.get,
            headers={},
        )
        with in_thread(Server(other)) as elsewhere, browser.new_context() as context:
            page = context.new_page()
            page.goto(elsewhere.replace("127.0.0.1", "localhost"))
            expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
            assert page.evaluate("document.images[0].complete && document.images[0].naturalWidth") == 0
            with context.expect_page() as opened:
                page.evaluate("(address) => { window.there = window.open(address); }", f"{address}/en/")
            expect(opened.value.locator("h1")).to_be_visible()
            assert page.evaluate("window.there.closed")
            assert opened.value.evaluate("window.opener") is None


def test_pages_name_no_root_when_in_a_folder(browser: Browser, host: str) -> None:
    """Nothing on a calculator page reaches outside the folder that the site was put into."""
    with Watched(browser, host).page() as (page, _):
        page.goto(host + PATHS["en"])
        wait_for(page, "ready")
        assert page.locator(ELEMENT).count() == 1
        outside = page.evaluate(
            "(host) => [...document.querySelectorAll('a[href]')].map((a) => a.href)"
            ".filter((href) => href.startsWith(new URL(host).origin) && !href.startsWith(host + '/'))",
            host,
        )
    assert outside == []
