"""Elements of HTML, as Python-Markdown has them: text is text and markup is markup, so neither can pass for the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, tostring

from markdown.util import AtomicString

from calculators.kernel.text import LANGS, Lang, Text
from publisher.html.chinese import CHINESE
from publisher.html.messages import LANG_TAGS

type Markup = str | Element | Iterable[Markup]
"""What may stand in an element: text, elements, and sequences of both."""


def tag(name: str, /, *content: Markup, **attributes: str | None) -> Element:
    """Return one element; ``class_`` and ``data_work`` lose their underscores, an attribute that is None is left out.

    Text is atomic: Markdown looks for no emphasis, links or attributes in it.
    """
    element = Element(name, {_name(key): value for key, value in attributes.items() if value is not None})
    append(element, *content)
    return element


def append(element: Element, *content: Markup) -> None:
    """Put more content at the end of an element."""
    for part in flat(content):
        if isinstance(part, Element):
            element.append(part)
        elif len(element):
            element[-1].tail = AtomicString((element[-1].tail or "") + part)
        else:
            element.text = AtomicString((element.text or "") + part)


def flat(content: Markup) -> Iterator[str | Element]:
    """Yield the texts and elements of a sequence of sequences, in order."""
    if isinstance(content, str):
        if content:
            yield content
    elif isinstance(content, Element):
        yield content
    else:
        for part in content:
            yield from flat(part)


def joined(between: str, parts: Iterable[Markup]) -> list[Markup]:
    """Return parts with a text between each and the next; empty parts are left out."""
    kept = [part for part in parts if list(flat(part))]
    return [each for part in kept for each in (between, part)][1:]


def html(*content: Markup) -> str:
    """Return content written out, for what Markdown does not write: the head of a page, the documents that are typeset."""
    holder = tag("div", *content)
    return tostring(holder, encoding="unicode", method="html").removeprefix("<div>").removesuffix("</div>")


def json_script(data: object, type_: str = "application/json", **attributes: str | None) -> Element:
    """Return data for scripts or programmes to read; ``<`` is escaped so that no text can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return tag("script", text, type=type_, **attributes)


def mark_chinese(text: str, lang: Lang) -> Markup:
    """Return a sentence with each Chinese run in an English sentence marked as Chinese."""
    if lang == "zh":
        return text
    runs = CHINESE.split(text), CHINESE.findall(text)
    marked = (tag("span", run, lang=LANG_TAGS["zh"]) for run in runs[1])
    return [part for english in runs[0] for part in (english, next(marked, ""))]


def in_both_languages(text: Text) -> Markup:
    """Return a short run in both languages inside one line, such as an article's number."""
    return joined(
        " ", (tag("span", mark_chinese(text.in_(lang), lang), lang=LANG_TAGS[lang]) for lang in LANGS)
    )


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
