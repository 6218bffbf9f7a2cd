"""The parts of a drawing: text folded into lines, boxes that grow with it, arrows. All lengths are units of the picture.

A drawing has no ids and no styles of its own, so that it may stand on a page twice; its classes are those of
``docs/assets/css/components/diagram.css``. How wide a text is, no one knows before a browser has set it: it is
reckoned a little too wide here, and a test measures it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from publisher.html.chinese import CHINESE
from publisher.html.markup import Markup, tag
from publisher.html.messages import LANG_TAGS

WIDTH = 660
"""Of every drawing. It is shown from 610 pixels on, where its smallest letters have 12."""
LINE = 18
PADDING = 9
HANG = 10
HEAD = 7
"""The length of an arrow's head."""

Kind = Literal["name", "say", "time", "at", "permitted", "prohibited"]
"""What a line is: a name or heading, a sentence, a time, the place of a provision, an answer."""

_PLAIN = frozenset({"say", "at"})
_NARROW, _BROAD = frozenset("iIjlftr.,;:'()[]|! "), frozenset("mwMW%@—")
_ONE = CHINESE.pattern.removesuffix("+")
_PIECE = re.compile(
    rf"\({_ONE}+\)\S*\s*|[（《“〔(]*(?:[0-9][0-9.,%]*{_ONE}{{0,2}}|{_ONE}|[^\s{_ONE[1:-1]}]+)[，。、；：）》”〕]*\s*|\s+"
)
"""What is not broken: a Chinese character or another word with its punctuation, a number with its unit, a Chinese term in
brackets."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one kind, which is folded where it stands; ``point`` puts a point before it, from which it hangs."""

    text: str
    kind: Kind = "say"
    point: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is set: how far in it begins, and whether a point stands before it."""

    text: str
    kind: Kind
    indent: int = 0
    point: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand under each other, ready to be set."""

    lines: tuple[Line, ...]

    @property
    def height(self) -> int:
        """How much room they take."""
        return LINE * len(self.lines)


def width(words: str, kind: Kind = "say") -> float:
    """Return how wide a text is at most, in the widest of the fonts that are asked for."""
    if kind in _PLAIN:
        return 13 * sum(map(_character, words))
    return 14 * sum(1.0 if _is_square(each) else 1.13 * _character(each) for each in words)


def fold(paragraphs: Iterable[Paragraph], room: float) -> Block:
    """Return paragraphs in lines no wider than the room, those of a paragraph about as long as each other."""
    lines: list[Line] = []
    for each in paragraphs:
        indent = HANG if each.point else 0
        found = _folded(each, room - indent)
        lines += (Line(line, each.kind, indent, each.point and not place) for place, line in enumerate(found))
    return Block(tuple(lines))


def line_of(words: str, kind: Kind = "say") -> Block:
    """Return a single line, which is not folded and may be empty."""
    return Block((Line(words, kind),))


def _folded(paragraph: Paragraph, room: float) -> list[str]:
    """Return the lines of a paragraph: as few as there can be, in the least room that does with so few."""
    pieces = _PIECE.findall(paragraph.text)
    best = _broken(pieces, paragraph.kind, room)
    while 1 < len(best) <= 4 and len(closer := _broken(pieces, paragraph.kind, room - 4)) == len(best):
        if max(width(line, paragraph.kind) for line in closer) > room - 4:
            break
        best, room = closer, room - 4
    return best


def _broken(pieces: list[str], kind: Kind, room: float) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and width((lines[-1] + piece).rstrip(), kind) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


def text(
    block: Block, x: float, y: float, lang: Lang, *, anchor: str = "start", slot: str | None = None
) -> Element:
    """Return lines from a top edge on; ``slot`` names them for the script."""
    return tag(
        "g",
        *(
            tag("circle", cx=number(x + 3), cy=number(y + LINE * place + 9), r="1.6", class_="diagram-head")
            for place, line in enumerate(block.lines)
            if line.point
        ),
        *(
            tag(
                "text",
                _marked(line.text, lang),
                x=number(x + line.indent),
                y=number(y + LINE * place + 13.5),
                class_=f"diagram-{line.kind}",
                text_anchor=None if anchor == "start" else anchor,
            )
            for place, line in enumerate(block.lines)
        ),
        data_slot=slot,
    )


def box(
    x: float, y: float, w: float, block: Block, lang: Lang, *, height: float | None = None, class_: str = ""
) -> Element:
    """Return a box as high as its lines, or of a height, in whose middle they stand."""
    h = height or box_height(block)
    return tag("g", rect(x, y, w, h, class_), text(block, x + PADDING, y + (h - block.height) / 2, lang))


def rect(x: float, y: float, w: float, h: float, class_: str = "") -> Element:
    """Return the outline of a box."""
    return tag(
        "rect",
        x=number(x),
        y=number(y),
        width=number(w),
        height=number(h),
        class_=f"diagram-box {class_}".rstrip(),
    )


def box_height(block: Block) -> int:
    """Return how high a box must be for its lines."""
    return block.height + 2 * PADDING - 4


def arrow(*points: tuple[float, float]) -> Element:
    """Return a line through points with a head at the last; its last stretch is level or upright."""
    (x0, y0), (x1, y1) = points[-2:]
    across, down = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
    foot = (x1 - across * HEAD, y1 - down * HEAD)
    line = " ".join(f"{number(x)},{number(y)}" for x, y in (*points[:-1], foot))
    half = HEAD * 0.6
    sides = (
        (foot[0] + down * half, foot[1] + across * half),
        (foot[0] - down * half, foot[1] - across * half),
    )
    head = " ".join(f"{number(x)},{number(y)}" for x, y in ((x1, y1), *sides))
    return tag(
        "g",
        tag("polyline", points=line, class_="diagram-line"),
        tag("polygon", points=head, class_="diagram-head"),
    )


def svg(height: float, label: str, *parts: Markup) -> Element:
    """Return the drawing, named for those who do not see it."""
    return tag(
        "svg",
        *parts,
        viewBox=f"0 0 {WIDTH} {number(height)}",
        role="img",
        aria_label=label,
        class_="diagram-drawing",
    )


def number(value: float) -> str:
    """Return a length as it is written: to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def _is_square(each: str) -> bool:
    return bool(CHINESE.match(each)) or each in "“”‘’○■◇→·…"


def _character(each: str) -> float:
    if _is_square(each):
        return 1.0
    if each in _NARROW:
        return 0.38
    if each in _BROAD:
        return 0.95
    return 0.72 if each.isupper() else 0.61


def _marked(words: str, lang: Lang) -> Markup:
    """Return a line with each Chinese run in an English one marked as Chinese."""
    if lang == "zh":
        return words
    between, runs = CHINESE.split(words), [*CHINESE.findall(words), ""]
    return [
        part
        for english, run in zip(between, runs, strict=True)
        for part in (english, tag("tspan", run, lang=LANG_TAGS["zh"]) if run else "")
    ]
