"""Find what typesetting the PDF files takes besides Python, or install it: the library Pango and a Chinese font.

What is there is taken; else Debian's packages when root; else one sentence that says what to install.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk")
NO_LIBRARY = (
    "Typesetting the PDF files takes the library Pango, which is not on this machine: install it (Debian and Ubuntu: "
    f"apt-get install {' '.join(PACKAGES[:3])}; macOS: brew install pango) and run the same command again."
)
NO_FONT = (
    "No font on this machine has Chinese characters, so no PDF file was made: install one (Debian and Ubuntu: "
    "apt-get install fonts-noto-cjk) and run the same command again."
)


def lacking() -> str | None:
    """Return what typesetting lacks on this machine, as a sentence; None where it lacks nothing."""
    if subprocess.run(
        [sys.executable, "-c", "import weasyprint"], capture_output=True, check=False
    ).returncode:
        return NO_LIBRARY
    return None if has_chinese_font() else NO_FONT


def has_chinese_font() -> bool:
    """Tell whether fontconfig, which the typesetting finds its fonts with, knows one for simplified Chinese."""
    name = ctypes.util.find_library("fontconfig")
    if name is None:
        return False
    library = ctypes.CDLL(name)
    library.FcNameParse.restype = ctypes.c_void_p
    library.FcObjectSetCreate.restype = ctypes.c_void_p
    library.FcFontList.restype = ctypes.POINTER(_FontSet)
    library.FcFontList.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    found = library.FcFontList(None, library.FcNameParse(b":lang=zh-cn"), library.FcObjectSetCreate())
    return bool(found) and found.contents.nfont > 0


def from_debian() -> bool:
    """Install Debian's packages, where we may; tell whether that was done."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("• Installing Debian's packages of Pango and a Chinese font", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *PACKAGES])
    return all(
        subprocess.run(["apt-get", *step], env=environment, check=False).returncode == 0 for step in steps
    )


def main() -> None:
    """See to it that typesetting has what it takes; SystemExit with one sentence where it cannot be had."""
    wrong = lacking()
    if wrong and from_debian():
        wrong = lacking()
    if wrong:
        raise SystemExit(wrong)


class _FontSet(ctypes.Structure):
    _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.c_void_p))


if __name__ == "__main__":
    main()
