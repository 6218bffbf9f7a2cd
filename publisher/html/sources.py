"""Sources on a page of ours: numbered in the order in which they are first named, and listed at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Source
from calculators.texts import works
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link

_COUNT = Text("共{count}项来源", "{count} sources")


def numbered(keys: Iterable[str]) -> dict[str, int]:
    """Return the number of each source, in the order in which a page first names them."""
    return {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}


def source_list(numbers: Iterable[str], sources: Mapping[str, Source], lang: Lang) -> Element:
    """Return the numbered list of the sources named, folded away."""
    items = [tag("li", source_name(key, sources, lang), id=source_id(key)) for key in numbers]
    summary = tag("summary", _COUNT.fill(count=len(items)).in_(lang))
    return tag("details", summary, tag("ol", *items), class_="fold")


def source_name(key: str, sources: Mapping[str, Source], lang: Lang) -> Markup:
    """Return the name of a source, which leads to it where it may be linked; one that is a work of ours, to its page."""
    source, ours = sources[key], {work.source: work.id for work in works().values()}
    name = mark_chinese(source.name.in_(lang), lang)
    if key in ours:
        return tag("a", name, href=page_link(ours[key]))
    return tag("a", name, href=source.url, rel="external") if source.url is not None else name


def source_id(key: str) -> str:
    """Return the anchor of a source in the list of its page."""
    return f"source-{key.lower()}"
