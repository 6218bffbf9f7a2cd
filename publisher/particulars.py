"""What stands at the head of every work: who issued it, when, where our text comes from, which language governs."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Address, Work
from publisher import words
from publisher.markup import mixed, said, tag


def particulars_html(work: Work, lang: Lang) -> str:
    """Return the particulars of a work as a description list in the language of the page."""
    rows = "".join(
        tag("div", tag("dt", said(label.in_(lang))), tag("dd", value)) for label, value in _rows(work, lang)
    )
    heading = tag("h2", said(words.PARTICULARS.in_(lang)), id="particulars", class_="ours-title")
    return tag("section", heading, tag("dl", rows), class_="particulars")


def _rows(work: Work, lang: Lang) -> Iterator[tuple[Text, str]]:
    answers = "q1" in work.provisions
    yield words.TITLE, _title(work, lang)
    yield words.ANSWERED_BY if answers else words.ISSUER, mixed(work.issuer.in_(lang), lang)
    if work.number is not None:
        yield words.NUMBER, mixed(work.number.in_(lang), lang)
    if work.issued is not None:
        yield words.ISSUED, said(words.day(work.issued).in_(lang))
    if work.published is not None:
        yield words.PUBLISHED, said(words.day(work.published).in_(lang))
    since = words.day(work.in_force)
    yield words.IN_FORCE, said((words.MEASURES_IN_FORCE.fill(day=since) if answers else since).in_(lang))
    yield words.TAKEN_FROM, mixed(work.taken_from.in_(lang), lang)
    yield words.LANGUAGES, said(words.CHINESE_GOVERNS.in_(lang))
    yield words.OFFICIAL, _official(work, lang)


def _title(work: Work, lang: Lang) -> str:
    """Return the title in the page's language; an English page gives the Chinese title too, for it governs."""
    zh = work.title.zh if work.title.zh.startswith("《") else f"《{work.title.zh}》"
    if lang == "zh":
        return said(zh)
    return said(work.title.en) + tag("span", said(zh), lang="zh-Hans", class_="other-title")


def _official(work: Work, lang: Lang) -> str:
    if not work.official:
        return said(words.NO_OFFICIAL_PAGE.in_(lang))
    return tag("ul", *(tag("li", _address(each, lang)) for each in work.official))


def _address(address: Address, lang: Lang) -> str:
    link = tag("a", mixed(address.name.in_(lang), lang), href=address.url, rel="external")
    sure = tag("span", said(words.ADDRESS_CONFIDENCE[address.confidence].in_(lang)), class_="how-sure")
    return f"{link} {sure}"
