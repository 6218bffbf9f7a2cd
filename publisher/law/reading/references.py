"""Finding references in a running text: 《网络安全法》第六十条, 第一项、第二项, "items 1 and 2 of Article 7".

Pure: from a text to the places it names. Where those lead is decided in ``cited.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from calculators.kernel.provisions.numerals import CHARACTERS, numeral
from calculators.kernel.text import Lang

UNKNOWN_LAW = "?"
"""A law is named that this site does not know, so its articles are nobody's here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place named in a text, from ``start`` to ``end``; what is None is to be read from where it stands."""

    start: int
    end: int
    law: str | None = None
    """The key of the law named, UNKNOWN_LAW, or None where none is named."""
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    annex: bool = False
    this_article: bool = False
    """Whether the text says 本条, "this article"."""

    @property
    def numbered(self) -> bool:
        """Whether it names more than a law or an annex as a whole."""
        return any(each is not None for each in (self.article, self.paragraph, self.item))


def mentions(text: str, lang: Lang, names: Mapping[str, str]) -> list[Mention]:
    """Return the places that a text names, in its order; ``names`` are the names of laws, each with its key."""
    found = _chinese(text, names) if lang == "zh" else _english(text, names)
    return [each for each in found if each.numbered or each.annex or each.law not in {None, UNKNOWN_LAW}]


# Chinese: from the large to the small, 《法》第九条第一款第（七）项; what a run leaves out is as before.

_NUMERALS = {numeral(number): number for number in range(1, 1000)}
_N = rf"(?:[{CHARACTERS}]+|[0-9]+)"
_ZH = re.compile(
    r"《(?P<law>[^《》]+)》|(?P<own>本规定|本办法|本条例|本法)|(?P<here>本条)|(?P<annex>附件)"
    rf"|第(?P<article>{_N})条|第(?P<paragraph>{_N})款|第(?:（(?P<item>{_N})）|(?P<bare>{_N}))项"
)
_RUN = re.compile(r"[、，]|和|或者?|以及|及|与|至|到|、?(?:以及|或者|和)")
_ASIDE = re.compile(r"（[^（）]*）")
_RANK: Mapping[str, int] = {"law": 0, "annex": 1, "article": 1, "paragraph": 2, "item": 3}


def _chinese(text: str, names: Mapping[str, str]) -> Iterator[Mention]:
    last: Mention | None = None
    rank = 0
    for found in _ZH.finditer(text):
        kind, value = _token(found)
        new = _RANK[kind]
        between = text[last.end : found.start()] if last else None
        if last and between == "" and new > rank:  # goes on: 第九条 + 第一款
            last = _with(replace(last, end=found.end()), kind, value, names)
        else:
            if last:
                yield last
            runs = last is not None and between is not None and _runs_on(between, new, rank)
            start = Mention(start=found.start(), end=found.end())
            if runs and last:
                start = _inherited(start, last, new)
            last = _with(start, kind, value, names)
        rank = new
    if last:
        yield last


def _token(found: re.Match[str]) -> tuple[str, str]:
    if found["law"] or found["own"]:
        return "law", found["law"] or found["own"]
    if found["annex"]:
        return "annex", ""
    if found["here"]:
        return "article", ""
    kind = "item" if found["item"] or found["bare"] else "paragraph" if found["paragraph"] else "article"
    return kind, found["item"] or found["bare"] or found["paragraph"] or found["article"]


def _runs_on(between: str, new: int, rank: int) -> bool:
    """Whether a place goes on from the one before: joined by 、 or 和, or after an aside in brackets."""
    return new > 0 and bool(_RUN.fullmatch(between) or (_ASIDE.fullmatch(between) and new > rank))


def _inherited(start: Mention, last: Mention, new: int) -> Mention:
    start = replace(start, law=last.law)
    if new > 1:
        start = replace(start, article=last.article, this_article=last.this_article)
    if new > 2:
        start = replace(start, paragraph=last.paragraph)
    return start


def _with(mention: Mention, kind: str, value: str, names: Mapping[str, str]) -> Mention:
    if kind == "law":
        return replace(mention, law=names.get(value, UNKNOWN_LAW))
    if kind == "annex":
        return replace(mention, annex=True)
    if kind == "article" and not value:
        return replace(mention, this_article=True)
    number = int(value) if value.isdigit() else _NUMERALS.get(value)
    return _numbered(mention, kind, number)


def _numbered(mention: Mention, kind: str, number: int | None) -> Mention:
    if kind == "article":
        return replace(mention, article=number)
    if kind == "paragraph":
        return replace(mention, paragraph=number)
    return replace(mention, item=number)


# English: in either order, "Article 9, paragraph 1, item (7)" or "items 1 and 2 of Article 7 of the Law".

_JOINTS = frozenset({"", " ", ", ", " of ", " of the "})
_BRACKETED = r"\(?[0-9]+\)?"
_MANY = rf"{_BRACKETED}(?:(?:, and |, or |, | and | or | to ){_BRACKETED})*"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One word with its numbers, and where each of them stands."""

    kind: str
    start: int
    end: int
    law: str = ""
    numbers: tuple[tuple[int, int, int], ...] = ()


def _english(text: str, names: Mapping[str, str]) -> Iterator[Mention]:
    pattern = _english_pattern(names)
    chain: list[_Piece] = []
    for found in pattern.finditer(text):
        piece = _piece(found, names)
        between = text[chain[-1].end : piece.start] if chain else None
        kinds = {each.kind for each in chain}
        joints = _JOINTS | {" to ", " to the "} if piece.kind == "law" else _JOINTS
        if chain and between in joints and piece.kind not in kinds:
            chain.append(piece)
            continue
        yield from _mentions_of(chain, text)
        chain = [piece]
    yield from _mentions_of(chain, text)


def _english_pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    laws = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"\b(?P<law>{laws or '(?!)'})(?![A-Za-z])"
        rf"|\bArticles (?P<articles>{_MANY})|\bArticle (?P<article>[0-9]+)"
        rf"(?:\((?P<ap>[0-9]+)\)(?:\((?P<ai>[0-9]+)\))?)?"
        rf"|\b[Pp]aragraphs (?P<paragraphs>{_MANY})|\b[Pp]aragraph (?P<paragraph>{_BRACKETED})"
        rf"|\b[Ii]tems (?P<items>{_MANY})|\b[Ii]tem (?P<item>{_BRACKETED})"
        r"|\b(?P<here>[Tt]his article)|\b(?:[Aa]n |[Tt]he )?(?P<annex>[Aa]nnex)\b"
    )


def _piece(found: re.Match[str], names: Mapping[str, str]) -> _Piece:
    start, end = found.span()
    if found["law"]:
        return _Piece(kind="law", start=start, end=end, law=names[found["law"]])
    if found["here"]:
        return _Piece(kind="article", start=start, end=end)
    if found["annex"]:
        return _Piece(kind="annex", start=found.start("annex"), end=end)
    if found["ap"]:
        inner = tuple((int(found[each] or 0), *found.span(each)) for each in ("article", "ap", "ai"))
        return _Piece(kind="short", start=start, end=end, numbers=inner)
    for kind in ("article", "paragraph", "item"):
        for group in (kind, f"{kind}s"):
            if found[group]:
                at = found.start(group)
                numbers = tuple(
                    (int(each[0].strip("()")), at + each.start(), at + each.end())
                    for each in re.finditer(_BRACKETED, found[group])
                )
                return _Piece(kind=kind, start=start, end=end, numbers=numbers)
    raise AssertionError(found[0])


def _mentions_of(chain: list[_Piece], text: str) -> Iterator[Mention]:
    """Yield what one chain of words names: one place for each number of its smallest part."""
    if not chain:
        return
    whole = Mention(start=chain[0].start, end=chain[-1].end)
    run: _Piece | None = None
    for piece in chain:
        if piece.kind == "law":
            whole = replace(whole, law=piece.law)
        elif piece.kind == "annex":
            whole = replace(whole, annex=True)
        elif piece.kind == "short":
            (article, *_), (paragraph, *_), (item, *_) = piece.numbers
            whole = replace(whole, article=article, paragraph=paragraph, item=item or None)
        elif not piece.numbers:
            whole = replace(whole, this_article=True)
        elif len(piece.numbers) == 1:
            whole = _numbered(whole, piece.kind, piece.numbers[0][0])
        else:
            run = piece
    if whole.law is None and re.match(r" of (?:the )?(?!Article)[A-Z]", text[whole.end :]):
        whole = replace(whole, law=UNKNOWN_LAW)
    if run is None:
        yield whole
        return
    last = len(run.numbers) - 1
    for index, (number, start, end) in enumerate(run.numbers):
        yield replace(
            _numbered(whole, run.kind, number),
            start=whole.start if index == 0 else start,
            end=whole.end if index == last else end,
        )
