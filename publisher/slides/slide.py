"""What a slide is, and how large its words can be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

from calculators.kernel.text import Lang, Text
from publisher.html.markup import Markup
from publisher.pictures.drawing import width

Size = Literal["title", "large", "body", "small"]

_ROOM, _HEIGHT = 49.0, 22.0
"""Of the words on a slide, in rem (docs/assets/css/slides.css)."""
_SIZES: dict[Size, float] = {"title": 1.3, "large": 1.0, "body": 0.85, "small": 0.75}
_LEADING: dict[Lang, float] = {"zh": 1.8, "en": 1.6}
_GAP, _ITEM_GAP = 0.75, 0.25
_UNIT = 13
"""What ``width`` counts a square character as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide in one language."""

    id: str
    """Its address within the page, for ever: the provision, picture, case or row that it shows."""
    part: Text
    """The part of the course that it belongs to."""
    title: Markup
    body: Markup
    about: str = ""
    """A line under the title: our summary of the article."""
    notes: Sequence[Markup] = field(default=())
    """For whoever speaks, a paragraph each."""
    size: Size = "title"
    folded: bool = False
    """Whether it answers the slide before it: on the page its body is folded away."""


def size_of(paragraphs: Sequence[str], lang: Lang, items: Sequence[str] = ()) -> Size:
    """Return the largest size at which paragraphs, and items of a list, have room on a slide; else the smallest."""
    gaps = _GAP * len(paragraphs) + _ITEM_GAP * len(items)
    for size, em in _SIZES.items():
        lines = sum(ceil(width(each) / _UNIT * em / _ROOM) for each in (*paragraphs, *items))
        if lines * em * _LEADING[lang] + gaps <= _HEIGHT:
            return size
    return "small"
