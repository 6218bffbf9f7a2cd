"""Find a browser for the tests, or install one: never a silent skip.

$CHROMIUM; an installed Chromium, Chrome or Edge; Playwright's Chromium; Debian's package when root.
The path of the browser is left in .build/browser, where the tests read it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOUND = ROOT / ".build" / "browser"
DOWNLOADS = ROOT / ".tools" / "browsers"

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
PACKAGES = ("chromium", "fonts-noto-cjk")  # with a font, so that Chinese can be seen in a picture of a page


def find(environment: Mapping[str, str]) -> str:
    """Return the path of a browser that runs; SystemExit with one sentence where none can be had."""
    named = environment.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path and runs(path):
            return path
        raise SystemExit(f"CHROMIUM names {named!r}, which does not run: name another browser, or unset it.")
    ways: tuple[Callable[[], str | None], ...] = (installed, from_playwright, from_debian)
    for way in ways:
        path = way()
        if path:
            return path
    raise SystemExit(
        "The tests open the site in a browser and none could be found or installed: install Chromium, "
        "Chrome or Edge, or set CHROMIUM to the path of one, and run the same command again."
    )


def installed() -> str | None:
    """Return a browser of this machine."""
    for name in NAMES:
        path = shutil.which(name)
        if path and runs(path):
            return path
    return None


def from_playwright() -> str | None:
    """Return Playwright's Chromium, downloaded into .tools/browsers."""
    environment = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADS)}
    print("• Downloading a Chromium for the tests with Playwright", flush=True)
    install = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    if subprocess.run(install, env=environment, check=False).returncode != 0:
        return None
    ask = "import playwright.sync_api as p\nwith p.sync_playwright() as s: print(s.chromium.executable_path)"
    done = subprocess.run(
        [sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=False
    )
    path = done.stdout.strip()
    return path if path and runs(path) else None


def from_debian() -> str | None:
    """Return Debian's Chromium, where we may install it."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("• Installing Debian's package of Chromium", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES]):
        if subprocess.run(["apt-get", *step], env=environment, check=False).returncode != 0:
            return None
    return installed()


def runs(path: str) -> bool:
    """Tell whether it starts: a name on PATH may be a stub, or lack its libraries."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> None:
    """Leave the path of a browser in .build/browser, unless the one that stands there is good still."""
    named = os.environ.get("CHROMIUM")
    known = FOUND.read_text(encoding="utf-8") if FOUND.is_file() else ""
    if known and not named and os.access(known, os.X_OK):
        return
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(find(os.environ), encoding="utf-8")


if __name__ == "__main__":
    main()
