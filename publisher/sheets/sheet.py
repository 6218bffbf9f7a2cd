"""One sheet of paper, as a page shows it and as it is printed: its head, what stands on it, its foot with code and editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        "div",
        tag("h2", _marked(sheet.title, lang), id=sheet.id),
        said(sheet.aside, lang),
        class_="sheet-head",
    )
    return tag("section", head, *sheet.parts, _foot(sheet, lang, site), class_="sheet", data_sheet=sheet.id)


def said(text: Text, lang: Lang, **attributes: str | None) -> Element:
    """Return a sentence as a paragraph."""
    return tag("p", _marked(text, lang), **attributes)


def part(title: Text, lang: Lang, *content: Markup, beside: Text | None = None, class_: str = "") -> Element:
    """Return a part of a sheet under its heading, with a remark beside that."""
    remark = tag("small", _marked(beside, lang)) if beside else ""
    heading = tag(
        "h3", _marked(title, lang), [" ", remark] if beside else "", data_toc_id=""
    )  # in no contents
    return tag("section", heading, *content, class_=f"sheet-part {class_}".rstrip())


def blanks(labels: Iterable[Text], lang: Lang) -> Element:
    """Return lines to write on, each under what belongs there."""
    return tag("ul", *(tag("li", _marked(each, lang)) for each in labels), class_="sheet-blanks")


def table(heads: Sequence[Text], rows: Iterable[Element], lang: Lang) -> Element:
    """Return a table of rows and groups; as everywhere on the site, a row is a card where there is too little width."""
    cells = (tag("th", _marked(each, lang), scope="col", role="columnheader") for each in heads)
    return tag(
        "table",
        tag("thead", tag("tr", *cells, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        role="table",
        class_=f"table sheet-table sheet-table--{len(heads)}",
    )


def row(heads: Sequence[Text], cells: Iterable[Markup], lang: Lang, **attributes: str) -> Element:
    """Return a row under its heads; its first cell is what the others are about."""
    name, *values = cells
    return tag(
        "tr",
        tag("th", name, scope="row", role="rowheader"),
        *(
            tag("td", value, role="cell", data_label=head.in_(lang))
            for head, value in zip(heads[1:], values, strict=True)
        ),
        role="row",
        **attributes,
    )


def group(heads: Sequence[Text], title: Text, lang: Lang) -> Element:
    """Return the row that names those after it."""
    width = str(len(heads))
    name = tag("th", _marked(title, lang), colspan=width, scope="colgroup", role="columnheader")
    return tag("tr", name, role="row", class_="table-group")


def _marked(text: Text, lang: Lang) -> Markup:
    return mark_chinese(text.in_(lang), lang)


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
