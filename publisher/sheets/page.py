"""What the block ``sheet`` shows: the sheets, and above them the link to print them, where they were typeset."""

from __future__ import annotations

from calculators.kernel.text import Lang
from publisher.html.markup import Markup, tag
from publisher.sheets import sheets_html
from publisher.sheets.sheet import WORDS
from publisher.sheets.typesetting import pdf_file


def page_html(name: str, lang: Lang, site: str = "") -> Markup:
    """Return the sheets of a name for their page; ``site`` is the address of the site, where it is known."""
    file = pdf_file(name, lang)
    link = (
        tag(
            "a",
            WORDS["pdf"].in_(lang),
            href=f"/pdf/{file.name}",
            type="application/pdf",
            data_shared="",
            class_="button",
        )
        if file
        else ""
    )
    return [tag("p", link, class_="sheet-pdf") if file else "", *sheets_html(name, lang, site)]
