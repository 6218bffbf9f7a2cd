"""The permanent id of a provision, parsed once: what kind of provision it is, its numbers, and what holds it.

``art-9`` is article 9, ``art-9-p1`` its first paragraph (款), ``art-9-p1-i7`` item （七） of it (项); ``q5`` is question 5
and ``q5-p1`` the first paragraph of its answer; ``ch-2`` is chapter 2 (章), ``ch-2-s1`` its first section (节); ``notice-issuer`` is a part of the notice of issue and ``notice-p1`` a
paragraph of it; ``annex-loss`` is a part of the annex; ``title`` and ``intro-p1`` stand before the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from calculators.kernel.provisions.numerals import numeral
from calculators.kernel.text import Text

Head = Literal["title", "intro", "notice", "chapter", "article", "question", "annex"]
"""What an id begins with."""
ProvisionKind = Literal[Head, "section", "annex_part", "paragraph", "item"]
"""What a provision itself is."""

_NUMBER = "[1-9][0-9]*"
_ID = re.compile(
    rf"ch-(?P<chapter>{_NUMBER})(?:-s(?P<section>{_NUMBER}))?"
    rf"|(?:(?P<alone>title|intro)|(?P<named>notice|annex)(?P<name>(?:-[a-z]+)*)|(?P<mark>art-|q)(?P<number>{_NUMBER}))"
    rf"(?:-p(?P<paragraph>{_NUMBER})(?:-i(?P<item>{_NUMBER}))?)?"
)
_MARKS: dict[str, Head] = {"art-": "article", "q": "question"}
_PARTS = ("number", "chapter", "section", "paragraph", "item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionId:
    """An id in its parts; ``str`` gives it as it is written."""

    text: str
    head: Head
    number: int | None
    """Of the article, the question or the chapter."""
    name: str
    """Of a part of the notice or of the annex: ``issuer``; else empty."""
    section: int | None
    paragraph: int | None
    item: int | None

    @staticmethod
    @cache
    def parse(text: str) -> ProvisionId:
        """Read an id; ValueError where it is none.

        >>> ProvisionId.parse("art-9-p1-i7").kind, ProvisionId.parse("art-9-p1-i7").parent.text
        ('item', 'art-9-p1')
        """
        found = _ID.fullmatch(text)
        if not found or (found["named"] == "notice" and found["name"].removeprefix("-") not in _NOTICE):
            raise ValueError(f"{text!r} is not a provision id")
        number, chapter, section, paragraph, item = (
            int(digits) if (digits := found[part]) else None for part in _PARTS
        )
        head: Head = "chapter"
        if chapter is None:
            head = _MARKS[found["mark"]] if found["mark"] else cast("Head", found["alone"] or found["named"])
        return ProvisionId(
            text=text,
            head=head,
            number=number or chapter,
            name=(found["name"] or "").removeprefix("-"),
            section=section,
            paragraph=paragraph,
            item=item,
        )

    def __str__(self) -> str:
        """Return the id as it is written."""
        return self.text

    @property
    def kind(self) -> ProvisionKind:
        """What the provision itself is: ``item`` for ``art-9-p1-i7``, whose head is ``article``."""
        if self.item is not None:
            return "item"
        if self.paragraph is not None:
            return "paragraph"
        if self.section is not None:
            return "section"
        return "annex_part" if self.head == "annex" and self.name else self.head

    @property
    def parent(self) -> ProvisionId | None:
        """What holds it by its number: ``art-9-p1`` for ``art-9-p1-i7``, ``ch-2`` for ``ch-2-s1``; else None.

        Articles are numbered through all chapters, so what holds one stands in no id: see ``Work.parent``.
        """
        if self.paragraph is None and self.section is None:
            return None
        return ProvisionId.parse(self.text.rpartition("-")[0])

    @property
    def outermost(self) -> ProvisionId:
        """What holds it all: ``art-9`` for ``art-9-p1-i7``."""
        return self.parent.outermost if self.parent else self

    @property
    def place(self) -> Text:
        """Where the provision stands, without its work: 第九条第一款第（七）项, "Article 9, paragraph 1, item (7)"."""
        if self.parent is None:
            return self.part
        outer = self.parent.place
        return Text(f"{outer.zh}{self.part.zh}", f"{outer.en}, {self.part.en}")

    @property
    def part(self) -> Text:
        """The last part of the place alone: 第（七）项, "item (7)"."""
        match self.kind:
            case "item":
                return _numbered(_ITEM, self.item)
            case "paragraph":
                return _numbered(_PARAGRAPH.get(self.head, _OTHER_PARAGRAPH), self.paragraph)
            case "section":
                return _numbered(_SECTION, self.section)
            case "chapter" | "article" | "question":
                return _numbered(_NUMBERED[self.head], self.number)
            case "notice":
                return _NOTICE[self.name]
            case _:
                return _ALONE[self.head]


def _numbered(words: Text, number: int | None) -> Text:
    return words.fill(zh=numeral(number or 0), en=number or 0)


_NUMBERED = {
    "chapter": Text("第{zh}章", "Chapter {en}"),
    "article": Text("第{zh}条", "Article {en}"),
    "question": Text("第{zh}问", "Question {en}"),
}
_SECTION = Text("第{zh}节", "Section {en}")
_ITEM = Text("第（{zh}）项", "item ({en})")
_PARAGRAPH = {
    "article": Text("第{zh}款", "paragraph {en}"),
    "question": Text("答复第{zh}段", "answer, paragraph {en}"),
}
_OTHER_PARAGRAPH = Text("第{zh}段", "paragraph {en}")
_ALONE = {
    "title": Text("标题", "Title"),
    "intro": Text("导语", "Introduction"),
    "annex": Text("附件", "Annex"),
}
_NOTICE = {
    "": Text("印发通知", "Notice of Issue"),
    "title": Text("印发通知标题", "Title of the Notice of Issue"),
    "number": Text("印发通知发文字号", "Document number"),
    "to": Text("印发通知主送机关", "Addressees of the Notice of Issue"),
    "issuer": Text("印发通知发文机关署名", "Signature of the Notice of Issue"),
    "date": Text("印发通知成文日期", "Date of the Notice of Issue"),
}
