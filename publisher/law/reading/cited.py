"""Where a reference in a text leads: a provision here, the page about the law, or the official text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from calculators.data import read_toml
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.urls import page_link
from publisher.law.reading.references import Mention, mentions
from publisher.reference.model import DATA, table_named, table_pages

RENUMBERED = date(2026, 1, 1)
"""Since then the Cybersecurity Law has new article numbers; a text made public before cites the old ones."""


_SELF_NAMES: Mapping[Lang, tuple[str, ...]] = {
    "zh": ("本规定", "本办法", "本条例", "本法"),
    "en": tuple(
        f"{this} {name}"
        for this in ("these", "These", "this", "This")
        for name in ("Provisions", "Measures", "Regulations", "Law")
    ),
}
"""What a law calls itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law that the texts name, and what of it this site can show."""

    key: str
    names: Mapping[Lang, tuple[str, ...]]
    self_names: Mapping[Lang, tuple[str, ...]]
    """What it calls itself; said elsewhere, the words mean something else."""
    work: str | None = None
    page: str | None = None
    at: str | None = None
    articles: str | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A run of a text and the address it leads to, from the page of a work."""

    start: int
    end: int
    href: str
    whole: bool
    """Whether it names a law as a whole, which once in a provision is enough."""


def references(text: str, lang: Lang, work: Work, provision: str) -> list[Reference]:
    """Return the references in a provision's text that lead somewhere."""
    found = []
    for mention in mentions(text, lang, _names(lang, work.id)):
        href = _address(mention, work, provision)
        if href and href != f"#{provision}":
            whole = not mention.numbered and not mention.annex
            found.append(Reference(start=mention.start, end=mention.end, href=href, whole=whole))
    return found


@cache
def laws() -> Mapping[str, Law]:
    """Return the laws that the texts name, by their keys; a law whose text is here need not be among those listed."""
    listed = read_toml(DATA / "cited.toml", lambda data: {row["key"]: _law(row) for row in data["law"]})
    theirs = {law.work for law in listed.values()}
    ours = (work for work in works().values() if work.is_law and work.id not in theirs)
    return listed | {work.id: _own_law(work) for work in ours}


def _own_law(work: Work) -> Law:
    names: Mapping[Lang, tuple[str, ...]] = {lang: (work.title.in_(lang),) for lang in LANGS}
    at = "title" if "title" in work.provisions else None
    return Law(key=work.id, names=names, self_names=_SELF_NAMES, work=work.id, at=at)


def _law(row: Mapping[str, Any]) -> Law:
    return Law(
        names={lang: tuple(row[lang]) for lang in LANGS},
        self_names={lang: tuple(row.get("self_names", {}).get(lang, ())) for lang in LANGS},
        **{key: value for key, value in row.items() if key not in {"zh", "en", "self_names"}},
    )


@cache
def _names(lang: Lang, work: str) -> Mapping[str, str]:
    """Return every name that a law has in a work."""
    return {
        name: law.key
        for law in laws().values()
        for name in (*law.names[lang], *(law.self_names[lang] if law.work == work else ()))
    }


def _address(mention: Mention, work: Work, provision: str) -> str | None:
    law = laws().get(mention.law) if mention.law else None
    if mention.law and law is None:
        return None
    if law is None or (law.work == work.id and law.at != "annex"):
        return _own(mention, work, provision, law)
    if law.work:
        there = _place(mention, works()[law.work]) if mention.numbered or mention.annex else law.at
        if law.work == work.id:
            return None if ProvisionId.parse(provision).head == "annex" else f"#{there}"
        return page_link(law.work, there or "")
    if law.page:
        return page_link(law.page, _row(law, mention, work) or law.at or "")
    return _official(law)


def _own(mention: Mention, work: Work, provision: str, law: Law | None) -> str | None:
    """Return where a reference within the same work leads: what is left out is read from where it stands."""
    if not mention.numbered and not mention.annex:
        return f"#{law.at}" if law and law.at else None
    here = ProvisionId.parse(provision)
    if mention.annex and here.head == "annex":
        return None
    there = _place(mention, work, here)
    return f"#{there}" if there and there != here.outermost.text else None


def _place(mention: Mention, work: Work, here: ProvisionId | None = None) -> str | None:
    """Return the id of the place named; an item without a paragraph is that of the article that has it."""
    if mention.annex:
        return "annex" if "annex" in work.provisions else None
    article, paragraph = mention.article, mention.paragraph
    if article is None:
        if here is None or here.head != "article":
            return None
        article = here.number
        if paragraph is None and mention.item and not mention.this_article:
            paragraph = here.paragraph
    own = f"art-{article}-p{paragraph}" if paragraph else f"art-{article}"
    if mention.item:
        starts = [own] if paragraph else [row.id for row in work.children(own)]
        ids = (f"{start}-i{mention.item}" for start in starts)
        own = next((each for each in ids if each in work.provisions), "")
    return own if own in work.provisions else None


def _row(law: Law, mention: Mention, work: Work) -> str | None:
    """Return the row about an article of a law that was numbered anew, by the number that the work uses."""
    table = table_named(law.articles) if law.articles else None
    if table is None or mention.article is None:
        return None
    column = 1 if (work.published or work.in_force) < RENUMBERED else 0
    rows = {row.cells[column].zh: row.id for row in table[1].rows}
    return rows.get(str(mention.article))


def _official(law: Law) -> str:
    row = next(row for page in table_pages().values() for row in page.rows() if row.id == law.official)
    if not row.official:
        raise ValueError(f"cited: {law.official} has no official address")
    return row.official[0].url
