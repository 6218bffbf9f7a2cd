"""Find an nginx for the tests of the hosting settings, or unpack one.

$NGINX; an installed nginx; Debian's package, unpacked into .tools/nginx and not installed: that takes no
root, and starts no server. The path is left in .build/nginx, where the tests read it. A machine without one
can still build, serve and run all other tests: those that need nginx then fail, and are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
FOUND = ROOT / ".build" / "nginx"
UNPACKED = ROOT / ".tools" / "nginx"
NAMES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")
MISSING = (
    "The hosting settings are tested with a real nginx, and none could be found or unpacked: install nginx "
    "(Debian: apt-get install nginx-light libnginx-mod-http-brotli-static), or set NGINX to the path of one, "
    "and run `make test` again."
)


def find(environment: Mapping[str, str]) -> str | None:
    """Return the path of an nginx that runs; None where none can be had."""
    if named := environment.get("NGINX"):
        return named if runs(named) else None
    return installed() or from_debian()


def installed() -> str | None:
    """Return the nginx of this machine."""
    return next((path for path in map(shutil.which, NAMES) if path and runs(path)), None)


def from_debian() -> str | None:
    """Return Debian's nginx, downloaded and unpacked beside the checkout's other tools."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return None
    print("• Unpacking Debian's nginx into .tools/nginx", flush=True)
    if os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
    with TemporaryDirectory() as place:
        if subprocess.run(["apt-get", "download", "-qq", *PACKAGES], cwd=place, check=False).returncode != 0:
            return None
        for package in Path(place).glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, UNPACKED], check=True)
    path = str(UNPACKED / "usr" / "sbin" / "nginx")
    return path if runs(path) else None


def runs(path: str) -> bool:
    """Tell whether it starts."""
    try:
        return subprocess.run([path, "-v"], capture_output=True, timeout=20, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> None:
    """Leave the path in .build/nginx; where there is none, say so and leave the tests to fail by it."""
    named = os.environ.get("NGINX")
    known = FOUND.read_text(encoding="utf-8") if FOUND.is_file() else ""
    if known and not named and os.access(known, os.X_OK):
        return
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.unlink(missing_ok=True)
    if path := find(os.environ):
        FOUND.write_text(path, encoding="utf-8")
    else:
        print(f"• {MISSING}", flush=True)


if __name__ == "__main__":
    main()
