"""A work as the HTML that is typeset: cover with particulars, contents, text; from the same data as its page.

The cover and our own words are in the language of the mode; in ``both`` the Chinese, which governs, comes first.
"""

from __future__ import annotations

from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import CONFIDENCE, DIVISIONS, Address, Provision, Source, Statement, Work
from publisher.html import messages, urls
from publisher.html.edition import edition
from publisher.html.markup import Markup, html, joined, mark_chinese, tag
from publisher.html.messages import LANG_TAGS
from publisher.html.qr import codes_for, qr_svg
from publisher.html.sources import source_id
from publisher.law.digest import numbers
from publisher.law.files import Mode
from publisher.law.metadata import lines
from publisher.law.page import Entry, contents

CONTENTS = Text("目录", "Contents")
_HEADED = DIVISIONS | frozenset({"article", "question", "annex", "annex_part"})
"""The kinds of provisions that are a heading with what stands under it."""
_CLASSES = {"article": "art", "question": "q"}
_ADDRESS = Text("网页", "Web page")
_HERE = Text("本站 {path}", "{path} on this site")
_RUNNING = Text("版本 {edition}", "Edition {edition}")


def document_html(work: Work, mode: Mode, site: str = "", css: str = "") -> str:
    """Return a work as one document; ``site`` is the address of the site, where it is known."""
    langs = languages(mode)
    title = messages.work_title(work)
    head = (
        tag("meta", charset="utf-8"),
        tag("title", title.in_(langs[0])),
        tag("style", css),
        *(
            tag("meta", name=name, content=content)
            for name, content in (
                ("author", work.issuer.in_(langs[0])),
                ("description", _RUNNING.fill(edition=edition(work)).in_(langs[0])),
            )
        ),
    )
    body = (
        _running(work, langs),
        _cover(work, langs, site),
        _contents(work, langs),
        tag("main", *(_top(work, row, langs) for row in work.children(None)), class_=f"law law-{work.kind}"),
        _sources(work, langs),
    )
    whole = tag(
        "html",
        tag("head", *head),
        tag("body", *body, class_=f"mode-{mode}"),
        lang=LANG_TAGS[langs[0]],
    )
    return f"<!doctype html>{html(whole)}"


def languages(mode: Mode) -> tuple[Lang, ...]:
    """Return the languages of a mode, the one that governs first."""
    return LANGS if mode == "both" else (mode,)


def _running(work: Work, langs: tuple[Lang, ...]) -> Markup:
    """Return what WeasyPrint repeats at the head and foot of every page."""
    lang = langs[0]
    return [
        tag("p", mark_chinese(messages.work_title(work).in_(lang), lang), class_="running-title"),
        tag("p", _RUNNING.fill(edition=edition(work)).in_(lang), class_="running-edition"),
    ]


def _cover(work: Work, langs: tuple[Lang, ...], site: str) -> Markup:
    titles = (
        tag("p", mark_chinese(messages.work_title(work).in_(lang), lang), lang=LANG_TAGS[lang])
        for lang in langs
    )
    notices = (
        tag("p", mark_chinese(messages.DIGEST_NOTICE.in_(lang), lang), class_="notice", lang=LANG_TAGS[lang])
        for lang in langs
        if work.kind == "digest"
    )
    return tag(
        "section",
        tag("div", qr_svg(_address(work, langs[0], site), langs[0]), class_="code")
        if codes_for(site)
        else "",
        tag("h1", *titles),
        *notices,
        _particulars(work, langs, site),
        class_="cover",
    )


def _particulars(work: Work, langs: tuple[Lang, ...], site: str) -> Markup:
    rows = [
        (each.label, [mark_chinese(each.value.in_(lang), lang) for lang in langs]) for each in lines(work)
    ]
    rows += ((messages.OFFICIAL, [_official(each, langs)]) for each in work.official)
    rows.append((_ADDRESS, [_address(work, lang, site) for lang in langs]))
    return tag("table", *(_particular(label, values, langs) for label, values in rows), class_="particulars")


def _particular(label: Text, values: list[Markup], langs: tuple[Lang, ...]) -> Markup:
    names = (tag("span", label.in_(lang), lang=LANG_TAGS[lang]) for lang in langs)
    wide = str(len(langs)) if len(values) < len(langs) else None
    cells = (
        tag("td", value, colspan=wide, lang=LANG_TAGS[lang])
        for lang, value in zip(langs, values, strict=not wide)
    )
    return tag("tr", tag("th", joined(" ", list(names)), scope="row"), *cells)


def _official(address: Address, langs: tuple[Lang, ...]) -> Markup:
    """Return an official page, named in all the languages, with its address once."""
    names = (tag("span", mark_chinese(address.name.in_(lang), lang), lang=LANG_TAGS[lang]) for lang in langs)
    return joined(" ", [*names, tag("a", address.url, href=address.url, class_="url")])


def _address(work: Work, lang: Lang, site: str) -> str:
    address = urls.page(site.rstrip("/"), lang, f"{work.id}/")
    return address if site else _HERE.fill(path=address).in_(lang)


def _contents(work: Work, langs: tuple[Lang, ...]) -> Markup:
    lines_in = zip(*(contents(work, lang) for lang in langs), strict=True)
    return tag(
        "nav",
        tag("h2", CONTENTS.in_(langs[0])),
        tag("ol", *(_line(entries, langs) for entries in lines_in)),
        class_="contents",
    )


def _line(entries: tuple[Entry, ...], langs: tuple[Lang, ...]) -> Markup:
    number = tag("span", entries[0].number, class_="number") if entries[0].number else ""
    about = [
        tag("span", each.about, lang=LANG_TAGS[lang], class_="about-entry")
        for each, lang in zip(entries, langs, strict=True)
    ]
    return tag("li", tag("a", number, " ", joined(" ", about), href=f"#{entries[0].id}"))


def _top(work: Work, row: Provision, langs: tuple[Lang, ...]) -> Markup:
    held = list(work.children(row.id))
    kind = "title" if row.id == "notice-title" else _CLASSES.get(row.head, row.head)
    if row.kind not in _HEADED:
        element = "h2" if kind == "title" else "div"
        return tag(element, _pair(row.text, langs), id=row.id, class_=f"prov {kind} {row.id}")
    level = 3 if row.kind == "annex_part" else 2 + work.depth(row)
    heading = tag(f"h{level}", _pair(row.text, langs), class_="number")
    inner = _top if row.kind in DIVISIONS else _row
    statements = [_statement(each, work, langs) for each in row.statements]
    return tag(
        "section",
        heading,
        *(inner(work, each, langs) for each in held),
        tag("ul", statements) if statements else "",
        id=row.id,
        class_=f"prov {kind}",
    )


def _row(work: Work, row: Provision, langs: tuple[Lang, ...]) -> Markup:
    held = (_row(work, each, langs) for each in work.children(row.id))
    return tag("div", _pair(row.text, langs), *held, id=row.id, class_=f"prov {row.kind}")


def _statement(statement: Statement, work: Work, langs: tuple[Lang, ...]) -> Markup:
    number_of = numbers(work)
    links = (tag("a", str(number_of[key]), href=f"#{source_id(key)}") for key in statement.sources)
    about = joined(" ", [CONFIDENCE[statement.confidence].in_(langs[0]), *links])
    return tag("li", _pair(statement.text, langs), tag("p", about, class_="about"))


def _sources(work: Work, langs: tuple[Lang, ...]) -> Markup:
    if not work.sources:
        return ""
    lang = langs[0]
    items = (_source(key, work.sources[key], lang) for key in numbers(work))
    return tag(
        "section", tag("h2", messages.SOURCES.in_(lang)), tag("ol", *items), id="sources", class_="sources"
    )


def _source(key: str, source: Source, lang: Lang) -> Markup:
    link = tag("a", source.url, href=source.url) if source.url else ""
    return tag("li", mark_chinese(source.name.in_(lang), lang), " ", link, id=source_id(key))


def _pair(text: Text, langs: tuple[Lang, ...]) -> Markup:
    runs = (
        tag("span", mark_chinese(text.in_(lang), lang), lang=LANG_TAGS[lang], class_="run") for lang in langs
    )
    return tag("span", *runs, class_="pair")
