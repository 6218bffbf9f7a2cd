"""What a statement of ours rests on, on demand: a mark in the margin that opens to the sources by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import CONFIDENCE, Confidence, Source
from publisher.html.markup import Markup, flat, tag
from publisher.html.sources import source_name

_HOW_SURE = Text("{sure}：", "{sure}: ")


def evidence(
    code: Confidence,
    keys: Iterable[str],
    sources: Mapping[str, Source],
    lang: Lang,
    *more: Markup,
    label: Text | None = None,
) -> Element:
    """Return the mark of a degree of certainty; opened, it says the degree in words, the sources, and what more is given.

    ``label`` stands in place of the degree where the sources do not bear the statement: where we looked.
    """
    sure = CONFIDENCE[code]
    mark = tag(
        "span",
        tag("span", sure.in_(lang), class_="visually-hidden"),
        class_=f"tag certainty certainty-{code.lower()}",
    )
    names = [tag("li", source_name(key, sources, lang)) for key in keys]
    said = _HOW_SURE.fill(sure=label or sure) if names else sure
    return tag(
        "details",
        tag("summary", mark),
        tag("p", said.in_(lang)),
        tag("ul", *names) if names else "",
        *(tag("p", each) for each in more if list(flat(each))),
        class_="fold evidence statement-about",
    )
