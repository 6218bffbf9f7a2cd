"""What stands at the head of every work: who issued it, when, where our text comes from, which edition it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text, both, date_text
from calculators.kernel.works import Address, Work
from publisher.html import messages
from publisher.html.edition import edition
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.law.files import Export, exports, pdf_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One particular: its key for machines, its label and what it says; a date also as such."""

    key: str
    label: Text
    value: Text
    on: date | None = None


def lines(work: Work) -> Iterator[Line]:
    """Yield the particulars of a work, in their order: what page, plain text and print have in common."""
    answers = work.about is not None
    zh = work.named.zh
    yield Line(key="title", label=messages.TITLE, value=Text(zh, f"{work.title.en} ({zh})"))
    yield Line(key="issuer", label=messages.ANSWERED_BY if answers else messages.ISSUER, value=work.issuer)
    if work.number is not None:
        yield Line(key="number", label=messages.NUMBER, value=work.number)
    if work.issued is not None:
        yield _dated("issued", messages.ISSUED, work.issued)
    if work.published is not None:
        yield _dated("published", messages.PUBLISHED, work.published)
    since = _dated("in-force", messages.IN_FORCE, work.in_force)
    if answers:
        said_since = messages.OTHER_IN_FORCE.fill(law=work.about_named, day=since.value)
        since = Line(key=since.key, label=since.label, value=said_since, on=since.on)
    yield since
    yield Line(key="taken-from", label=messages.TAKEN_FROM, value=work.taken_from)
    if work.checked_on is not None:
        yield _dated("checked-on", messages.CHECKED_ON, work.checked_on)
    if work.checked_against is not None:
        yield Line(key="checked-against", label=messages.CHECKED_AGAINST, value=work.checked_against)
    yield Line(key="edition", label=messages.EDITION, value=both(edition(work)))
    yield Line(key="languages", label=messages.LANGUAGES, value=messages.CHINESE_GOVERNS)


def particulars_html(work: Work, lang: Lang) -> Markup:
    """Return the particulars of a work, folded into the line that is asked for most, and its files to be printed."""
    rows = [_row(each.key, each.label, _value(work, each, lang), lang) for each in lines(work)]
    rows.append(_row("official", messages.OFFICIAL, _official(work, lang), lang))
    rows.append(_row("data", messages.DATA, _links(exports(work), lang), lang))
    heading = tag(
        "h2",
        tag("span", messages.PARTICULARS.in_(lang), messages.COLON.in_(lang), class_="visually-hidden"),
        tag("span", " · ".join(each.in_(lang) for each in in_short(work)), class_="particulars-line"),
        id="particulars",
        data_toc_label=messages.PARTICULARS.in_(lang),
    )
    beside = work.is_law and any(row.gist for row in work.provisions.values())
    said = tag("p", messages.BESIDE_NUMBERS.in_(lang)) if beside else ""
    folded = tag(
        "details", tag("summary", heading), tag("dl", *rows, class_="summary-list"), said, class_="fold"
    )
    return tag("section", folded, *_printed(work, lang), class_="particulars")


def in_short(work: Work) -> Iterator[Text]:
    """Yield what the folded particulars say: number or issuer, since when, and what was not done with the text."""
    yield work.number or work.issuer
    day = date_text(work.in_force)
    yield (
        messages.OTHER_IN_FORCE.fill(law=work.about_named, day=day)
        if work.about
        else messages.SINCE.fill(day=day)
    )
    yield messages.NOT_COMPARED


def _printed(work: Work, lang: Lang) -> list[Element]:
    """Return the line of links to the PDF files of a work; nothing where none were made."""
    files = pdf_files(work)
    return (
        [tag("p", "PDF", messages.COLON.in_(lang), _links(files, lang), class_="particulars-files")]
        if files
        else []
    )


def _row(key: str, label: Text, value: Markup, lang: Lang) -> Element:
    return tag("div", tag("dt", label.in_(lang)), tag("dd", value), data_particular=key)


def _dated(key: str, label: Text, day: date) -> Line:
    return Line(key=key, label=label, value=date_text(day), on=day)


def _value(work: Work, line: Line, lang: Lang) -> Markup:
    if line.key == "title":
        return _title(work, lang)
    if line.key == "edition":
        return tag("code", line.value.in_(lang), class_="edition")
    value = mark_chinese(line.value.in_(lang), lang)
    return tag("time", value, datetime=line.on.isoformat()) if line.on else value


def _title(work: Work, lang: Lang) -> Markup:
    """Return the title in the page's language; an English page gives the Chinese title too, for it governs."""
    zh = work.named.zh
    if lang == "zh":
        return zh
    return [work.title.en, tag("span", zh, lang="zh-Hans", class_="other-title")]


def _official(work: Work, lang: Lang) -> Markup:
    if not work.official:
        return messages.NO_OFFICIAL_PAGE.in_(lang)
    return tag("ul", *(tag("li", _address(each, lang)) for each in work.official))


def _address(address: Address, lang: Lang) -> Markup:
    link = tag("a", mark_chinese(address.name.in_(lang), lang), href=address.url, rel="external")
    sure = tag("span", messages.ADDRESS_CONFIDENCE[address.confidence].in_(lang), class_="tag")
    return [link, " ", sure]


def _links(files: Iterable[Export], lang: Lang) -> Markup:
    """Return links to files of a work: data for programmes and for other tools, PDF files."""
    return joined(
        " · ",
        [
            tag("a", each.label.in_(lang), href=f"/{each.folder}/{each.name}", type=each.type, data_shared="")
            for each in files
        ],
    )
