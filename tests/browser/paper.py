"""Pages as they are printed, read back as text."""

from __future__ import annotations

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

A4 = (595, 842)

# The browser names a glyph by the first character that has it, which may be a radical that looks the same (⽹ for 网).
# Unicode folds most of them; these it does not, or not to the form used here.
RADICALS = str.maketrans("⼾⺠⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻰", "户民见角贝车长门青页风飞食马鱼鸟黄齐龙")


def squeezed(text: str) -> str:
    """Return text as one run: where a line ends on paper says nothing."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text.translate(RADICALS)))


def printed(page: Page) -> list[str]:
    """Print as the browser would onto its paper, and return the text of every sheet."""
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = (float(reader.pages[0].mediabox[at]) for at in (2, 3))
    assert (round(width), round(height)) == A4
    return [squeezed(sheet.extract_text()) for sheet in reader.pages]


def without_feet(sheets: list[str], address: str) -> str:
    """Return the text of all sheets in one run, their feet taken out."""
    foot = re.compile(rf"(本页版本|Editionofthispage)\w{{12}}·\d+/{len(sheets)}{re.escape(address)}")
    assert all(foot.search(sheet) for sheet in sheets)
    return "".join(foot.sub("", sheet) for sheet in sheets)
