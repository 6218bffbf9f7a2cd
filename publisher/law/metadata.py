"""What stands at the head of every work: who issued it, when, where our text comes from, which edition it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text, both, date_text
from calculators.kernel.works import Address, Work
from publisher.html import messages, urls
from publisher.html.edition import edition
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.law.files import exports


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


def particulars_html(work: Work, lang: Lang) -> Element:
    """Return the particulars of a work as a description list in the language of the page."""
    rows = [_row(each.key, each.label, _value(work, each, lang), lang) for each in lines(work)]
    rows.append(_row("official", messages.OFFICIAL, _official(work, lang), lang))
    rows.append(_row("data", messages.DATA, _data(work, lang), lang))
    heading = tag("h2", messages.PARTICULARS.in_(lang), id="particulars", class_="visually-hidden")
    return tag("section", heading, tag("dl", *rows, class_="summary-list"), class_="particulars")


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


def _data(work: Work, lang: Lang) -> Markup:
    """Return links to the same work as data, for programmes and for other tools."""
    return joined(
        " · ",
        [
            tag(
                "a",
                each.label.in_(lang),
                href=f"/{urls.DATA}/{each.name}",
                type=each.type,
                data_shared="",
            )
            for each in exports(work)
        ],
    )
