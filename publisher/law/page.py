"""A work as the HTML of its page: every provision in an element that holds it, in both languages, under its id.

Pure functions of the data, so that they work without MkDocs. What is the law's and what is ours is kept apart:
only elements of the class ``prov`` hold a work's own provisions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.kernel.provisions.numerals import CHARACTERS
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import Lang, Text
from calculators.kernel.works import DIVISIONS, Provision, Work
from calculators.texts import gradings
from publisher.html import messages
from publisher.html.markup import Markup, in_both_languages, joined, mark_chinese, tag
from publisher.law.digest import digest_notice, sources_html, statements_html
from publisher.law.grading_table import grading_html
from publisher.law.holder import provision_html
from publisher.law.metadata import particulars_html
from publisher.law.notes import notes_html
from publisher.law.reading.backlinks import backlinks_html
from publisher.law.reading.bar import reading_bar, reading_data
from publisher.law.reading.inline import Inline, own_link

_HUNG = {
    "zh": re.compile(rf"（[{CHARACTERS}]+）"),
    "en": re.compile(r"\([0-9]+\)\s?"),
}
_ASKED = re.compile(
    rf"(?P<number>[{CHARACTERS}]+、|[0-9]+\.)\s?(?P<rest>(?P<ask>问：|Q:\s?|Question:\s?)?.+)"
)


_IN_CONTENTS = DIVISIONS | frozenset({"article", "question", "annex"})
"""The kinds of provisions that have a line of their own in the contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a page's contents: where it leads, the provision's number, and what it is about."""

    id: str
    number: str
    about: str


def law_html(work: Work, lang: Lang) -> Markup:
    """Return what the block ``law`` shows on a page in one language."""
    digest = work.kind == "digest"
    inline = Inline(work)
    body = _body(work, lang, inline)
    return [
        particulars_html(work, lang),
        digest_notice(lang) if digest else "",
        reading_bar(lang, questions="q1" in work.provisions),
        body,
        sources_html(work, lang) if digest else "",
        reading_data(lang, inline.terms.values()),
    ]


def provision_alone(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    """Return one provision with all that it holds, as it stands on the page of its work; of the annex, words and no table."""
    return _notice_row(work, row, lang, inline) if row.head == "notice" else _top(work, row, lang, inline)


def contents(work: Work, lang: Lang) -> list[Entry]:
    """Return the lines that a work adds to its page's contents, in order."""
    entries = []
    for row in work.provisions.values():
        if row.id == "notice-title":
            entries.append(Entry(id=row.id, number="", about=messages.NOTICE_OF_ISSUE.in_(lang)))
        elif row.id == "title" and "notice-title" in work.provisions:
            entries.append(Entry(id=row.id, number="", about=messages.FULL_TEXT.in_(lang)))
        elif row.kind in _IN_CONTENTS:
            entries.append(_entry(work, row, lang))
    return entries


def ids(work: Work) -> list[str]:
    """Return the id of every provision that a page of this work must hold, once and in this order."""
    return list(work.provisions)


def _entry(work: Work, row: Provision, lang: Lang) -> Entry:
    if row.kind in DIVISIONS:
        number = ProvisionId.parse(row.id).part.in_(lang)
        return Entry(id=row.id, number=number, about=row.title.in_(lang))
    if row.kind == "question":
        asked = _ASKED.fullmatch(row.text.in_(lang))
        number = asked["number"] if asked else work.place(row.id).in_(lang)
        about = row.gist.in_(lang) if row.gist else (asked["rest"] if asked else row.text.in_(lang))
        return Entry(id=row.id, number=number, about=about)
    return Entry(id=row.id, number=row.text.in_(lang), about=row.gist.in_(lang) if row.gist else "")


def _in_contents(entry: Entry) -> dict[str, str]:
    """Return what a heading tells the contents: where its line leads, and the line (publisher/theme/partials/toc-item.html)."""
    return {"data_toc_id": entry.id, "data_toc_label": f"{entry.number}\u200b {entry.about}"}


def _body(work: Work, lang: Lang, inline: Inline) -> Element:
    tops = list(work.children(None))
    notice = [row for row in tops if row.head == "notice"]
    table = gradings().get(work.id)
    tabled = {each.id for each in table.indicators if each.cells} if table else set()
    parts: list[Markup] = []
    if notice:
        parts.append(_notice(work, notice, lang, inline))
    for row in tops:
        if row not in notice:
            parts.append("" if row.id in tabled else _top(work, row, lang, inline))
        if row.kind == "annex" and table:
            parts.append(grading_html(table, work, lang, inline))
    return tag(
        "div",
        *parts,
        class_=f"law law-{work.kind}",
        data_work=work.id,
        data_names="\n".join(work.names),
        data_title_zh=work.title.zh,
        data_title_en=work.title.en,
    )


def _title(work: Work, row: Provision, class_: str, lang: Lang) -> Element:
    """Return the title of a notice or of a text; that of a text without a notice is the page's own, and not in the contents."""
    entry = next((each for each in contents(work, lang) if each.id == row.id), None)
    line = {"data_toc_label": f"\u200b {entry.about}"} if entry else {"data_toc_id": ""}
    return provision_html("h2", work, row, class_, own_link(row.id, in_both_languages(row.text)), **line)


def _notice(work: Work, rows: list[Provision], lang: Lang, inline: Inline) -> Element:
    """Return the notice of issue, folded away: the page begins with the law."""
    named = messages.NOTICE_OF_ISSUE.in_(lang)
    held = tag("section", *(_notice_row(work, row, lang, inline) for row in rows), class_="notice")
    return tag("details", tag("summary", named), held, class_="fold notice-fold")


def _notice_row(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    if row.id == "notice-title":
        return _title(work, row, "notice-title", lang)
    text = inline.pair(row.id, row.text)
    return provision_html(
        "div",
        work,
        row,
        "notice-p" if row.kind == "paragraph" else row.id,
        text,
        _sign(work, row, lang),
        backlinks_html(work.id, [row.id], lang),
    )


def _top(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    match row.kind:
        case "title":
            return _title(work, row, "law-title", lang)
        case "chapter" | "section":
            return _division(work, row, lang, inline)
        case "question":
            heading, kind = _question_heading(work, row, lang, inline), "prov-question"
        case "annex_part":
            heading, kind = _part_heading(row), "prov-part"
        case "article" | "annex":
            heading, kind = _article_heading(work, row, lang), "prov-article"
        case _:
            return _paragraph(work, row, lang, inline)
    held = [_paragraph(work, child, lang, inline) for child in work.children(row.id)]
    used = backlinks_html(work.id, [row.id], lang)
    body = tag("div", *held, statements_html(work, row, lang, inline), used, class_="prov-body")
    gist = "" if row.kind == "question" else _gist(row, lang)
    return provision_html("section", work, row, kind, gist, heading, body)


def _division(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    """Return a chapter or section, with the articles that stand in it."""
    heading = tag(
        _level(work, row),
        own_link(row.id, in_both_languages(row.text)),
        class_="prov-division-title",
        **_in_contents(_entry(work, row, lang)),
    )
    held = (_top(work, child, lang, inline) for child in work.children(row.id))
    return provision_html("section", work, row, "prov-division", heading, *held)


def _level(work: Work, row: Provision) -> str:
    """Return the level of a heading: what stands in a chapter or section is a level lower."""
    return f"h{2 + work.depth(row)}"


def _article_heading(work: Work, row: Provision, lang: Lang) -> Element:
    """Return an article's number; in a digest it says that it is one, for whoever arrives by a link."""
    ours = []
    if work.kind == "digest":
        ours.append(tag("small", messages.DIGEST.in_(lang), class_="tag digest-mark"))
    if row.number_deduced:
        ours.append(tag("small", messages.NUMBER_DEDUCED.in_(lang), class_="tag deduced"))
    return tag(
        _level(work, row),
        joined(" ", (own_link(row.id, in_both_languages(row.text)), *ours)),
        class_="prov-number",
        **_in_contents(_entry(work, row, lang)),
    )


def _part_heading(row: Provision) -> Element:
    return tag("h3", own_link(row.id, in_both_languages(row.text)), class_="prov-part-title", data_toc_id="")


def _question_heading(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    """Return a question as a heading whose number (五、) hangs as an article's does."""
    found = (_ASKED.fullmatch(row.text.zh), _ASKED.fullmatch(row.text.en))
    mark = (found[0]["number"], found[1]["number"]) if found[0] and found[1] else None
    heading = inline.pair(row.id, row.text, mark, in_heading=True)
    return tag("h2", heading, class_="prov-asked", **_in_contents(_entry(work, row, lang)))


def _gist(row: Provision, lang: Lang) -> Markup:
    """Return our one-line summary, named as ours to those who cannot see that it stands in the margin."""
    if row.gist is None:
        return ""
    label = tag("span", messages.GIST.in_(lang), class_="tag")
    return tag("p", label, " ", mark_chinese(row.gist.in_(lang), lang), class_="gist")


def _paragraph(work: Work, row: Provision, lang: Lang, inline: Inline) -> Element:
    item = row.kind == "item"
    mark = _hung(row.text) if item else None
    held = [_paragraph(work, child, lang, inline) for child in work.children(row.id)]
    return provision_html(
        "div",
        work,
        row,
        "prov-item" if item else "prov-paragraph",
        inline.pair(row.id, row.text, mark),
        "" if mark else _sign(work, row, lang),
        notes_html(work.id, row.id, lang),
        backlinks_html(work.id, [row.id], lang),
        *held,
    )


def _sign(work: Work, row: Provision, lang: Lang) -> Element:
    """Return the link of a provision that has no number of its own to show: a sign that the style sheet draws."""
    return own_link(row.id, label=work.place(row.id).in_(lang))


def _hung(text: Text) -> tuple[str, str] | None:
    """Return the marks that hang before an item, （七） and (7), where both languages have one."""
    zh, en = _HUNG["zh"].match(text.zh), _HUNG["en"].match(text.en)
    return (zh[0], en[0]) if zh and en else None
