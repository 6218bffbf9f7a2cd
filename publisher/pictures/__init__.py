"""Pictures made from the rules, as SVG with real text, each with the same content as a list.

Their names are addresses (``/embed/diagram/<name>/``) and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from publisher.pictures.disclosure import disclosure
from publisher.pictures.figure import Picture, figure_html
from publisher.pictures.grades import grades
from publisher.pictures.life import life
from publisher.pictures.routes import routes

PICTURES: Mapping[str, Callable[[Lang], Picture]] = {
    "who-tells-whom": routes,
    "may-i-disclose": disclosure,
    "vulnerability-life": life,
    "grades": grades,
}


def diagram_html(name: str, lang: Lang) -> Element:
    """Return what the block ``diagram`` shows: a picture with its words."""
    return figure_html(name, PICTURES[name](lang), lang)
