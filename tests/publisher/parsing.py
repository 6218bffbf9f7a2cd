"""Elements as a parser sees them once they are written out."""

from __future__ import annotations

from bs4 import BeautifulSoup

from publisher.html.markup import Markup, html


def parsed(*content: Markup) -> BeautifulSoup:
    """Return elements as HTML, read back."""
    return BeautifulSoup(html(*content), "html.parser")
