"""What the PDF files and the tests take from the machine: found there, else installed, else said in one sentence.

Every check runs a program: what a process has loaded may not see what was installed since.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from bootstrap import PYTHON, ROOT, TOOLS, call, output, say, unpack

BROWSERS = (
    *"chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge msedge".split(),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
WEBKIT_DRIVERS = ("WebKitWebDriver",)
NGINX = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")


def prepare(*, for_tests: bool) -> None:
    """See to it that all is there; all that cannot be had is said at once."""
    needs = {**TYPESETTING, **TESTING, **QUICKER, **ENGINES} if for_tests else TYPESETTING
    lacking = [need for need, (is_there, _) in needs.items() if not is_there()]
    # The other engines are 400 MB on disk: `make engines` asks for them, which is what ENGINES says.
    wanted = [need for need in lacking if need not in ENGINES or os.environ.get("ENGINES") == "all"]
    if wanted and os.geteuid() == 0 and shutil.which("apt-get"):
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        call(["apt-get", "update", "-qq"])
        for need in wanted:
            say("Installing Debian's", *needs[need][1])
            quiet = ["-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]
            call(["apt-get", "install", *quiet, *needs[need][1]])
        lacking = [need for need in lacking if not needs[need][0]()]
    for engine in (need for need in ENGINES if need in lacking):
        packages = " ".join(ENGINES[engine][1])
        say(f"{engine} is not on this machine, so it is not tested (Debian: apt-get install {packages})")
    if lacking := [need for need in lacking if need not in {**QUICKER, **ENGINES}]:
        packages = " ".join(package for need in lacking for package in needs[need][1])
        raise SystemExit(
            f"This machine lacks {' and '.join(lacking)}: install what is lacking (Debian and Ubuntu: "
            f"apt-get install {packages}) and run the same command again."
        )
    if for_tests and not has_headless_shell():
        noted("headless-shell").write_text(noted("browser").read_text(encoding="utf-8"), encoding="utf-8")


def has_pango() -> bool:
    """Tell whether WeasyPrint finds the library that it typesets with."""
    return output(PYTHON, "-c", "import weasyprint") is not None


def has_chinese_font() -> bool:
    """Tell whether fontconfig, which WeasyPrint asks for its fonts, knows one for simplified Chinese."""
    return bool(output("fc-list", ":lang=zh-cn"))


def has_playwright() -> bool:
    """Tell whether the program runs that comes with Playwright and drives the browser."""
    return output(PYTHON, "-m", "playwright", "--version") is not None


def has_browser() -> bool:
    """Leave the path of a browser in .build/browser; Playwright downloads one where there is none."""
    return has("browser", "CHROMIUM", BROWSERS, "--version", playwright_browser)


def has_headless_shell() -> bool:
    """Leave the path of a Chromium without windows in .build/headless-shell: the same engine, for two thirds of the work."""
    fetched = sorted(map(str, (TOOLS / "browsers").glob("*/*/*headless*shell")))
    return has("headless-shell", "CHROMIUM", (*SHELLS, *fetched), "--version", lambda: "")


def has_firefox() -> bool:
    """Leave the path of a Firefox in .build/firefox: stock, and not the one that Playwright has changed."""
    return has("firefox", "FIREFOX", FIREFOXES, "--version", lambda: "")


def has_webkit() -> bool:
    """Leave the path of WebKitGTK's driver in .build/webkit, where there are a screen for it and what prints with it."""
    prints = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
    around = shutil.which("xvfb-run") and output("/usr/bin/python3", "-c", prints) is not None
    if not around:
        noted("webkit").unlink(missing_ok=True)
    return bool(around) and has("webkit", "WEBKIT_DRIVER", WEBKIT_DRIVERS, "--help", lambda: "")


def has_nginx() -> bool:
    """Leave the path of an nginx in .build/nginx; Debian's is unpacked, since installing it starts a server."""
    return has("nginx", "NGINX", NGINX, "-v", debian_nginx)


def has(name: str, variable: str, names: Sequence[str], question: str, fetch: Callable[[], str]) -> bool:
    """Leave in .build the path of a program that runs: the one in the variable, the known, the machine's, a fetched."""
    note = noted(name)
    named = os.environ.get(variable)
    known = note.read_text(encoding="utf-8") if note.is_file() else ""
    for path in map(shutil.which, [named] if named else [known, *names]):
        if path and output(path, question) is not None:
            break
    else:
        if named:
            raise SystemExit(f"{variable} names {named!r}, which does not run: name another, or unset it.")
        path = fetch()
    works = output(path, question) is not None
    if works:
        note.write_text(path, encoding="utf-8")
    return works


def noted(name: str) -> Path:
    """Return the file in which the path of a program is left."""
    return ROOT / ".build" / name


def playwright_browser() -> str:
    """Return Playwright's Chromium, downloaded into .tools/browsers, with its libraries where we may install them."""
    say("Downloading a Chromium for the tests with Playwright")
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(TOOLS / "browsers")
    if call([PYTHON, "-m", "playwright", "install", "chromium"]) != 0:
        return ""
    ask = "import playwright.sync_api as p\nwith p.sync_playwright() as s: print(s.chromium.executable_path)"
    path = output(PYTHON, "-c", ask) or ""
    if output(path, "--version") is None and os.geteuid() == 0:
        call([PYTHON, "-m", "playwright", "install-deps", "chromium"])
    return path


def debian_nginx() -> str:
    """Return Debian's nginx, unpacked."""
    return str(unpack("nginx", "nginx", "libnginx-mod-http-brotli-static") / "usr" / "sbin" / "nginx")


TYPESETTING = {
    "the library Pango": (has_pango, ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")),
    "a Chinese font": (has_chinese_font, ("fonts-noto-cjk",)),
}
TESTING = {
    "the library libatomic": (has_playwright, ("libatomic1",)),
    "a browser (or its path in CHROMIUM)": (has_browser, ("chromium",)),
    "nginx (or its path in NGINX)": (has_nginx, ("nginx-light", "libnginx-mod-http-brotli-static")),
}
QUICKER = {"a headless shell": (has_headless_shell, ("chromium-headless-shell",))}
ENGINES = {
    "Firefox": (has_firefox, ("firefox-esr",)),
    "WebKitGTK": (
        has_webkit,
        ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb", "xauth"),
    ),
}
"""What is needed, what only saves time, and what is tested where it is: the check, and Debian's packages that bring it."""
