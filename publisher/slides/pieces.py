"""A picture that is too high for a slide, in pieces: cut where nothing stands, at the same places in both languages.

A piece is named after the first rule, act or grade in it, so that its address stays when another piece is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

from publisher.html.markup import tag
from publisher.pictures.drawing import LINE, WIDTH, number

HIGHEST = 470
"""The height of a piece at most, in units of the picture: its letters then have 15 pixels on a screen of 1280 by 720."""
_NAMES = ("data-duty", "data-rule", "data-act", "data-grade")
_BASELINE = 13.5
"""From the top of a line to the line on which its letters stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a drawing: what it is named after, what else of the rules is in it, and the part itself."""

    names: tuple[str, ...]
    drawing: Element


@dataclass(slots=True)
class _Block:
    """What cannot be cut: boxes and lines of text that overlap in height, from edge to edge."""

    top: float
    bottom: float
    boxed: bool
    names: list[str]


def name_of(element: Element) -> str:
    """Return the rule, act or grade that an element of a picture is about; empty where it says none."""
    return next((element.attrib[each] for each in _NAMES if each in element.attrib), "")


def in_pieces(drawings: Sequence[Element], *, headed: bool) -> list[list[Piece]]:
    """Return the pieces of each drawing, as few as there can be; the drawings are of one picture in several languages.

    ``headed`` repeats over each what stands over the first box: the heads of columns.
    """
    found = [_blocks(each) for each in drawings]
    counts = {len(each) for each in found}
    if len(counts) != 1:
        raise ValueError(f"a picture has {sorted(counts)} parts in its languages")
    heads = [_first_box(each) if headed else 0 for each in drawings]

    def highest(cuts: tuple[int, ...]) -> float:
        return max(
            blocks[end - 1].bottom - blocks[start].top + (head if start else 0)
            for blocks, head in zip(found, heads, strict=True)
            for start, end in pairwise((0, *cuts, len(blocks)))
        )

    (count,) = counts
    room = max(HIGHEST, highest(tuple(range(1, count))))  # what cannot be cut has to do with smaller letters
    best = (min(combinations(range(1, count), most), key=highest) for most in range(count))
    cuts = next(each for each in best if highest(each) <= room)
    spans = list(pairwise((0, *cuts, count)))
    return [
        [_piece(drawing, blocks, start, end, head if start else 0) for start, end in spans]
        for drawing, blocks, head in zip(drawings, found, heads, strict=True)
    ]


def _extent(element: Element) -> tuple[float, float] | None:
    """Return from where to where a single shape or line of text reaches in height."""
    at = element.attrib
    match element.tag:
        case "rect":
            return float(at["y"]), float(at["y"]) + float(at["height"])
        case "text" if "".join(element.itertext()):  # else a place for the times of a case
            return float(at["y"]) - _BASELINE, float(at["y"]) - _BASELINE + LINE
        case "circle":
            return float(at["cy"]) - float(at["r"]), float(at["cy"]) + float(at["r"])
        case "polyline" | "polygon":
            heights = [float(point.partition(",")[2]) for point in at["points"].split()]
            return min(heights), max(heights)
        case _:
            return None


def _shapes(element: Element, name: str = "") -> Iterator[tuple[Element, str]]:
    """Yield every shape and line of text of a drawing, with what it is about."""
    name = name_of(element) or name
    yield element, name
    for child in element:
        yield from _shapes(child, name)


def _blocks(drawing: Element) -> list[_Block]:
    parts = [
        _Block(*extent, element.tag == "rect", [name] if name else [])
        for element, name in _shapes(drawing)
        if element.tag in {"rect", "text"} and (extent := _extent(element))
    ]
    blocks: list[_Block] = []
    for part in sorted(parts, key=lambda each: each.top):
        last = blocks[-1] if blocks else None
        # A heading stands with what it is over.
        if last and (part.top < last.bottom or not last.boxed):
            last.bottom = max(last.bottom, part.bottom)
            last.boxed |= part.boxed
            last.names += part.names
        else:
            blocks.append(part)
    return blocks


def _first_box(drawing: Element) -> float:
    return min(float(each.attrib["y"]) for each in drawing.iter("rect"))


def _piece(drawing: Element, blocks: list[_Block], start: int, end: int, head: float) -> Piece:
    top = (blocks[start - 1].bottom + blocks[start].top) / 2 if start else 0
    if end < len(blocks):
        foot = (blocks[end - 1].bottom + blocks[end].top) / 2
    else:
        foot = float(drawing.attrib["viewBox"].split()[3])
    names = dict.fromkeys(name for block in blocks[start:end] for name in block.names)
    parts = [_window(drawing, 0, head, 0)] if head else []
    parts.append(_window(drawing, top, foot, head))
    height = head + foot - top
    attributes = {**drawing.attrib, "viewBox": f"0 0 {WIDTH} {number(height)}"}
    whole = Element("svg", attributes)
    whole.extend(parts)
    return Piece(tuple(names), whole)


def _window(drawing: Element, top: float, foot: float, at: float) -> Element:
    """Return what a drawing shows between two heights, to be put at a third."""
    kept = deepcopy(drawing)
    _prune(kept, top, foot)
    height = number(foot - top)
    return tag(
        "svg",
        *kept,
        y=number(at),
        width=str(WIDTH),
        height=height,
        viewBox=f"0 {number(top)} {WIDTH} {height}",
    )


def _prune(element: Element, top: float, foot: float) -> None:
    for child in list(element):
        extent = _extent(child)
        if extent and (extent[1] <= top or extent[0] >= foot):
            element.remove(child)
        else:
            _prune(child, top, foot)
