"""The sheets as PDF files, one a name and language, beside those of the works."""

from __future__ import annotations

from pathlib import Path

from calculators.kernel.text import LANGS, Lang
from publisher.html.edition import page_edition
from publisher.html.markup import html, tag
from publisher.html.messages import LANG_TAGS
from publisher.law.files import PDF, pdf_notes
from publisher.paths import ROOT
from publisher.pdf.make import typeset_changed
from publisher.sheets import SHEETS, sheets_html

_STYLES = ROOT / "docs" / "assets" / "css"
_SHEETS = (
    _STYLES / "base" / "tokens.css",
    _STYLES / "components" / "sheet.css",
    _STYLES / "components" / "card.css",
    _STYLES / "components" / "sheet-paper.css",
    Path(__file__).with_name("paper.css"),
)


def pdf_name(name: str, lang: Lang) -> str:
    """Return the name of the PDF file of some sheets."""
    return f"{name}.{lang}.pdf"


def edition(name: str, lang: Lang) -> str:
    """Return the edition of some sheets: a hash of their words."""
    return page_edition(html(*sheets_html(name, lang)))


def pdf_file(name: str, lang: Lang, folder: Path = PDF) -> Path | None:
    """Return the PDF file of some sheets, if it is there and says what they say now."""
    file = folder / pdf_name(name, lang)
    note = pdf_notes(folder).get(file.name)
    return file if note and note["edition"] == edition(name, lang) else None


def document_html(name: str, lang: Lang, site: str = "") -> str:
    """Return some sheets as one document."""
    css = "\n".join(file.read_text(encoding="utf-8") for file in _SHEETS)
    head = tag(
        "head", tag("meta", charset="utf-8"), tag("title", SHEETS[name].title.in_(lang)), tag("style", css)
    )
    body = tag("body", tag("main", *sheets_html(name, lang, site)), data_md_color_scheme="default")
    return f"<!doctype html>{html(tag('html', head, body, lang=LANG_TAGS[lang]))}"


def make(folder: Path = PDF, site: str = "") -> list[Path]:
    """Typeset all sheets but what has not changed since; return the files."""
    return [
        typeset_changed(folder / pdf_name(name, lang), document_html(name, lang, site), edition(name, lang))
        for name in SHEETS
        for lang in LANGS
    ]
