"""The element that holds a provision on its page: under its id, with its citations, which a reader may copy."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.works import Provision, Work
from publisher.html.markup import Markup, tag
from publisher.law.citation import full_citation


def provision_html(
    element: str, work: Work, row: Provision, class_: str, *inner: Markup, **more: str
) -> Element:
    """Return the element, with what stands in it; only such elements have the class ``prov``."""
    cite, place = full_citation(work, row.id), work.place(row.id)
    return tag(
        element,
        *inner,
        class_=f"prov {class_}",
        id=row.id,
        data_cite_zh=cite.zh,
        data_cite_en=cite.en,
        data_place_zh=place.zh,
        data_place_en=place.en,
        **more,
    )
