"""Citations as links to the provision on this site."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from calculators.kernel.citation import Ref
from calculators.kernel.text import Lang
from calculators.texts import works
from publisher.html.markup import Markup, joined, tag
from publisher.html.urls import page_link


def cite_link(citation: str, lang: Lang) -> Element:
    """Return a small link that names the provision; KeyError where there is no such work or provision."""
    ref = Ref.parse(citation)
    work = works()[ref.work]
    label = work.short_cite(work[ref.provision].id).in_(lang)
    return tag("a", label, href=page_link(work.id, ref.provision), class_="calc-cite")


def cite_links(citations: Iterable[str], lang: Lang) -> Markup:
    """Return several citations in one line."""
    between = "；" if lang == "zh" else "; "
    return joined(between, [cite_link(each, lang) for each in dict.fromkeys(citations)])
