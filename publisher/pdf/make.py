"""Typeset every work in every mode into ``.build/pdf/``."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from calculators.kernel.works import Work
from calculators.texts import works
from publisher.pdf.document import MODES, Mode, document_html

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "pdf"
_CSS = Path(__file__).with_name("pdf.css")
_NO_LIBRARY = (
    "Typesetting takes WeasyPrint and the library Pango, which do not run here: `make pdf` sets them up."
)
_NO_FONT = "No font on this machine has Chinese characters, so no PDF file was made: `make pdf` sets one up."


def make(folder: Path = FOLDER, site: str = "", modes: Iterable[Mode] = MODES) -> list[Path]:
    """Typeset all works; return the files. ``site`` is the address of the site, where it is known."""
    _check()
    folder.mkdir(parents=True, exist_ok=True)
    return [_one(work, mode, folder, site) for work in works().values() for mode in modes]


def main() -> None:
    """Typeset everything and say where it is."""
    for file in make(site=os.environ.get("SITE_URL", "")):
        print(file.relative_to(ROOT), flush=True)


def _check() -> None:
    """See that Pango and a Chinese font are there: WeasyPrint would end in a traceback, or draw empty boxes."""
    try:
        import weasyprint  # noqa: F401, PLC0415
    except (ImportError, OSError):
        raise SystemExit(_NO_LIBRARY) from None
    try:
        fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout
    except OSError:
        fonts = b""
    if not fonts:
        raise SystemExit(_NO_FONT)


def _one(work: Work, mode: Mode, folder: Path, site: str) -> Path:
    from weasyprint import HTML  # noqa: PLC0415  # it loads Pango, and that is checked first

    html = document_html(work, mode, site, _CSS.read_text(encoding="utf-8"))
    file = folder / f"{work.id}.{mode}.pdf"
    HTML(string=html).write_pdf(file, pdf_variant="pdf/ua-1")
    return file
