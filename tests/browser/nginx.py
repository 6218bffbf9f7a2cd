"""A real nginx with the shipped settings; only folder, port and the places of its own files are the test's."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOUND = ROOT / ".build" / "nginx"
SHIPPED = ROOT / "publisher" / "hosting" / "nginx"
MODULE = "lib/nginx/modules/ngx_http_brotli_static_module.so"
MODULES = "include /etc/nginx/modules-enabled/*.conf;"


def nginx_path() -> Path:
    """The nginx that the set-up found; a test that needs one fails without it."""
    if not FOUND.is_file():
        pytest.fail("no nginx was set up: run `make test`", pytrace=False)
    return Path(FOUND.read_text(encoding="utf-8"))


def has_brotli() -> bool:
    """Tell whether the module for brotli files is installed beside this nginx."""
    return (nginx_path().resolve().parents[1] / MODULE).is_file()


@contextmanager
def nginx(folder: Path, place: Path, *, brotli: bool | None = None, under: str = "") -> Iterator[str]:
    """Serve a folder, as the site stands there under ``under``, and give its address without a slash at the end."""
    program = nginx_path()
    port = _free_port()
    root = place / "root"
    root.joinpath(under.strip("/")).parent.mkdir(parents=True, exist_ok=True)
    root.joinpath(under.strip("/")).symlink_to(folder)
    module = program.resolve().parents[1] / MODULE
    with_brotli = has_brotli() if brotli is None else brotli
    text = (SHIPPED / "nginx.conf").read_text(encoding="utf-8")
    for shipped, ours in (
        # In quotes: a checkout may lie in a folder with a space.
        (MODULES, f'load_module "{module}";' if with_brotli else ""),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("root /srv/site;", f'root "{root}";'),
        ("error_page 404 /404.html;", f"error_page 404 {under}/404.html;"),
        ("/tmp/nginx", str(place / "nginx")),  # noqa: S108  # the shipped place
    ):
        assert shipped in text
        text = text.replace(shipped, ours)
    if with_brotli:
        (place / "brotli.conf").write_text((SHIPPED / "brotli.conf").read_text(encoding="utf-8"))
    (place / "nginx.conf").write_text(text, encoding="utf-8")
    command = [str(program), "-c", str(place / "nginx.conf"), "-g", "daemon off; master_process off;"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        try:
            _wait_for(port, running)
            yield f"http://127.0.0.1:{port}{under}"
        finally:
            running.terminate()
            try:
                said = running.communicate(timeout=10)[1].decode()
            finally:
                running.kill()
    assert not said, f"nginx says: {said}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail(f"nginx ended: {(running.stderr or running.stdout).read().decode()}")  # type: ignore[union-attr]
