"""One sheet of paper, as a page shows it and as it is printed: its head, what stands on it, its foot with code and editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from calculators.kernel.text import SEMICOLON, Lang, Text, both, date_text, joined
from calculators.texts import works
from publisher.html import messages, urls
from publisher.html.edition import edition, page_edition
from publisher.html.markup import Markup, html, mark_chinese, tag
from publisher.html.messages import read_texts
from publisher.html.qr import codes_for, qr_svg

WORDS = read_texts(Path(__file__).with_name("words.toml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is on one sheet in one language."""

    id: str
    title: Text
    aside: Text
    parts: tuple[Markup, ...]
    works: tuple[str, ...]
    """The works that it rests on."""
    scan: Text
    """What the code is good for."""
    leads_to: str
    """The page within its language that the code leads to."""


def sheet_html(sheet: Sheet, lang: Lang, site: str = "") -> Element:
    """Return a sheet; with its code where ``site``, the address of the site, is known and others reach it."""
    head = tag(
        "header",
        tag("h2", mark_chinese(sheet.title.in_(lang), lang), id=sheet.id),
        tag("p", mark_chinese(sheet.aside.in_(lang), lang)),
        class_="sheet-head",
    )
    return tag("section", head, *sheet.parts, _foot(sheet, lang, site), class_="sheet", data_sheet=sheet.id)


def said(text: Text, lang: Lang, **attributes: str | None) -> Element:
    """Return a sentence as a paragraph."""
    return tag("p", mark_chinese(text.in_(lang), lang), **attributes)


def part(title: Text, lang: Lang, *content: Markup, beside: Text | None = None, class_: str = "") -> Element:
    """Return a part of a sheet under its heading, with a remark beside that."""
    remark = tag("small", mark_chinese(beside.in_(lang), lang)) if beside else ""
    heading = tag(
        "h3", mark_chinese(title.in_(lang), lang), [" ", remark] if beside else "", data_toc_id=""
    )  # in no contents, and without an id
    return tag("section", heading, *content, class_=f"sheet-part {class_}".rstrip())


def blanks(labels: Iterable[Text], lang: Lang) -> Element:
    """Return lines to write on, each under what belongs there."""
    return tag(
        "ul", *(tag("li", mark_chinese(each.in_(lang), lang)) for each in labels), class_="sheet-blanks"
    )


def _foot(sheet: Sheet, lang: Lang, site: str) -> Element:
    address = urls.page(site.rstrip("/"), lang, sheet.leads_to)
    known = codes_for(site)
    lead = WORDS["scan"].fill(what=sheet.scan)
    where = WORDS["labelled"].fill(label=lead, value=address)
    rests = WORDS["resting_on"].fill(works=joined([_work(each) for each in sheet.works], SEMICOLON))
    shown = page_edition(html(tag("div", *sheet.parts)))
    return tag(
        "footer",
        tag("div", qr_svg(address, lang), class_="sheet-code") if known else "",
        tag(
            "div",
            said(where, lang) if known else "",
            said(rests, lang),
            said(WORDS["no_advice"], lang),
            said(WORDS["edition"].fill(name=sheet.title, edition=shown), lang),
        ),
        class_="sheet-foot",
    )


def _work(name: str) -> Text:
    """Return a work with its date, its edition and the day on which it was checked."""
    work = works()[name]
    checked = WORDS["checked"].fill(day=date_text(work.checked_on)) if work.checked_on else both("")
    form = WORDS["about_in_force" if work.about else "in_force"]
    return form.fill(
        work=messages.work_title(work), day=date_text(work.in_force), edition=edition(work), checked=checked
    )
