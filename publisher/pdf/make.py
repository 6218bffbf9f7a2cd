"""Typeset every work in every mode into ``.build/pdf/``, where the site takes them from."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from calculators.texts import works
from publisher.html.edition import edition
from publisher.law.files import MODES, PDF, PDF_NOTES, Mode, pdf_name, pdf_notes
from publisher.pdf.document import document_html

_CSS = Path(__file__).with_name("pdf.css")
_NO_LIBRARY = (
    "Typesetting takes WeasyPrint and the library Pango, which do not run here: `make pdf` sets them up."
)
_NO_FONT = "No font on this machine has Chinese characters, so no PDF file was made: `make pdf` sets one up."


def make(folder: Path = PDF, site: str = "", modes: Iterable[Mode] = MODES) -> list[Path]:
    """Typeset all works, but what has not changed since; return the files. ``site`` is the address of the site, where it is known."""
    if reason := lacking():
        raise SystemExit(reason)
    css = _CSS.read_text(encoding="utf-8")
    return [
        typeset_changed(folder / pdf_name(work, mode), document_html(work, mode, site, css), edition(work))
        for work in works().values()
        for mode in modes
    ]


def typeset_changed(file: Path, html: str, of: str) -> Path:
    """Typeset a document of an edition, unless the file was made from the same; return the file."""
    notes = dict(pdf_notes(file.parent))
    note = {"edition": of, "made_from": hashlib.sha256(html.encode()).hexdigest()}
    if notes.get(file.name) != note:
        _typeset(html, file)
        notes[file.name] = note
        (file.parent / PDF_NOTES).write_text(json.dumps(notes, indent=1), encoding="utf-8")
    return file


def lacking() -> str:
    """Return what is not there, Pango or a Chinese font: WeasyPrint would end in a traceback, or draw empty boxes."""
    try:
        import weasyprint  # noqa: F401, PLC0415
    except (ImportError, OSError):
        return _NO_LIBRARY
    try:
        fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False).stdout
    except OSError:
        fonts = b""
    return "" if fonts else _NO_FONT


def _typeset(html: str, file: Path) -> None:
    from weasyprint import HTML  # noqa: PLC0415  # it loads Pango, and that is checked first

    file.parent.mkdir(parents=True, exist_ok=True)
    HTML(string=html).write_pdf(file, pdf_variant="pdf/ua-1")
