"""A work (a law, an official answer, a digest of ours) and its provisions, each with an id for ever.

An id is its parent's id plus one part (``provisions/provision_id.py``), so the flat table of a TOML file is also a tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from calculators.kernel.provisions.provision_id import Head, ProvisionId, ProvisionKind
from calculators.kernel.text import Text, text_of

Kind = Literal["text", "digest"]
Confidence = Literal["2S", "1S", "PRESS", "INF", "OPEN"]
"""How sure a statement of a digest is: two sources on the text in force, one, press only, deduced by us, not verified."""

CONFIDENCE: Mapping[Confidence, Text] = {
    "2S": Text("两个以上来源", "two or more sources"),
    "1S": Text("一个来源", "one source"),
    "PRESS": Text("仅见新闻报道", "press reports only"),
    "INF": Text("本站推定", "deduced by this site"),
    "OPEN": Text("此处未核实", "not verified here"),
}

DIVISIONS: frozenset[ProvisionKind] = frozenset({"chapter", "section"})
"""What articles are grouped in."""
_ANNEX_PART = Text("附件“{name}”", "Annex, “{name}”")
_TITLE_AND_PLACE = Text("《{zh}》{{place}}", "{en}, {{place}}")
_MARKED = Text("{text}〔{mark}〕", "{text} [{mark}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of a digest: our words, where they come from and how sure they are."""

    text: Text
    confidence: Confidence
    sources: tuple[str, ...]

    def with_confidence(self) -> Text:
        """Return the statement with its mark, as it is read where there is no page around it."""
        return _MARKED.fill(text=self.text, mark=CONFIDENCE[self.confidence])


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One row of a work: a heading, a paragraph or an item, word for word; or a digest's article."""

    id: str
    text: Text
    gist: Text | None = None
    """What the article is about, in our words; never part of the law."""
    number_deduced: bool = False
    """Whether the article number was deduced from the articles around it (digest only)."""
    statements: tuple[Statement, ...] = ()
    division: str | None = None
    """Of an article: the chapter or section that it stands in."""

    def __post_init__(self) -> None:
        """Refuse an id that is none, and a chapter or section that does not begin with its number."""
        part = ProvisionId.parse(self.id).part
        begins = self.text.zh.startswith(part.zh) and self.text.en.startswith(part.en)
        if self.kind in DIVISIONS and not begins:
            raise ValueError(f"{self.id} does not begin with its number: {part.zh}, {part.en}")

    @property
    def title(self) -> Text:
        """What a chapter or section is called, without its number."""
        part = ProvisionId.parse(self.id).part
        return Text(
            self.text.zh.removeprefix(part.zh).lstrip(), self.text.en.removeprefix(part.en).lstrip(" :.")
        )

    @property
    def kind(self) -> ProvisionKind:
        """What it is: ``item`` for ``art-9-p1-i7``."""
        return ProvisionId.parse(self.id).kind

    @property
    def head(self) -> Head:
        """What it stands in, from outside: ``article`` for ``art-9-p1-i7``."""
        return ProvisionId.parse(self.id).head


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An official address of a work, with how sure it is."""

    url: str
    name: Text
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something that a digest rests on: its name, and its address where one may be linked."""

    name: Text
    url: str | None
    words_only: bool = False
    """Whether it shows only that a phrase stands in the text: it gives no number and no grade, and is never linked."""
    withdrawn: bool = False
    """Whether nothing rests on it any more: its place in the list of sources stays and says so."""

    def __post_init__(self) -> None:
        """Refuse the address of a source that is evidence of words only, or that is withdrawn."""
        if (self.words_only or self.withdrawn) and self.url:
            raise ValueError(f"{self.name.en}: what is evidence of words only, or withdrawn, is never linked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work with its particulars and its provisions in their order."""

    id: str
    kind: Kind
    title: Text
    """The full title without book-title marks."""
    short: Text
    """How a page that says which law it is about cites a provision of it: the ``{place}`` behind a short name."""
    names: tuple[str, ...]
    """What people call it before the number of an article."""
    source: str | None
    """The key by which digests and tables of ours name it among their sources."""
    issuer: Text
    number: Text | None
    """The document number, where it has one."""
    issued: date | None
    published: date | None
    in_force: date
    """For a text about a law (a Q&A), since when that law is in force."""
    taken_from: Text
    """What the text shown here was taken from."""
    official: tuple[Address, ...]
    checked_on: date | None
    """When what is shown here was last compared, and below, with what."""
    checked_against: Text | None
    annex: str | None
    """The file, from the folder of its law, that holds the grading table of its annex."""
    about: str | None
    """The work that this one explains, where it is no law itself."""
    about_named: Text
    """What it calls that work: 《办法》; else the title."""
    provisions: Mapping[str, Provision]
    sources: Mapping[str, Source]

    @property
    def is_law(self) -> bool:
        """Whether it is a law with its full text here: no digest, and no answer about a law."""
        return self.kind == "text" and self.about is None

    @property
    def named(self) -> Text:
        """The title as a sentence names it: the Chinese in book-title marks, which that of a Q&A already carries."""
        zh = self.title.zh
        return Text(zh if zh.startswith("《") else f"《{zh}》", self.title.en)

    def __getitem__(self, provision: str) -> Provision:
        """Return a provision by its id; KeyError where there is none."""
        return self.provisions[provision]

    def children(self, parent: str | None) -> Iterator[Provision]:
        """Yield the provisions directly under one (None: the top level), in their order."""
        return (row for row in self.provisions.values() if self.parent(row) == parent)

    def parent(self, row: Provision) -> str | None:
        """Return the id of the provision that holds this one; ``notice-p1`` stands alone: there is no ``notice`` row."""
        parent = ProvisionId.parse(row.id).parent
        holder = parent.text if parent else row.division
        return holder if holder in self.provisions else None

    def depth(self, row: Provision) -> int:
        """Return how many provisions hold this one: 0 at the top, 2 for an article in a section."""
        parent = self.parent(row)
        return 1 + self.depth(self[parent]) if parent else 0

    def under(self, provision: str) -> Iterator[Provision]:
        """Yield a provision and all that it holds, in their order."""
        yield self.provisions[provision]
        for child in self.children(provision):
            yield from self.under(child.id)

    def place(self, provision: str) -> Text:
        """Return where a provision stands, without its work; a part of the annex has a name and no number."""
        parsed = ProvisionId.parse(provision)
        if parsed.kind == "annex_part":
            return _ANNEX_PART.fill(name=self[provision].text)
        return parsed.place

    def short_cite(self, provision: str) -> Text:
        """Return the citation of a provision where the reader knows the law: 《规定》第九条."""
        return self.short.fill(place=self.place(provision))

    def cite(self, provision: str) -> Text:
        """Return the citation of a provision as it is written: 《…》第九条第一款第（七）项."""
        place = self.place(provision)
        zh, en = f"{self.named.zh}{place.zh}", f"{self.named.en}, {place.en}"
        if self.kind == "digest":
            zh, en = f"{zh}（本站摘要）", f"{en} (digest)"
        return Text(zh, en)


def read_work(table: Mapping[str, Any]) -> Work:
    """Build a work from its TOML table; ValueError names the row that is wrong."""
    head = table["work"]
    provisions: dict[str, Provision] = {}
    division: str | None = None
    for row in table["provision"]:
        if row["id"] in provisions:
            raise ValueError(f"{head['id']}: {row['id']} stands there twice")
        if not row.get("zh") or not row.get("en"):
            raise ValueError(f"{head['id']}: {row['id']} lacks a language")
        try:
            provision = _provision(row, division)
        except ValueError as error:
            raise ValueError(f"{head['id']}: {error}") from None
        if provision.kind == "section" and str(ProvisionId.parse(provision.id).parent) not in provisions:
            raise ValueError(f"{head['id']}: {provision.id} stands before its chapter")
        if provision.kind in DIVISIONS:
            division = provision.id
        provisions[provision.id] = provision
    sources = read_sources(table)
    for provision in provisions.values():
        for statement in provision.statements:
            check_sources(f"{head['id']}: {provision.id}", statement.sources, sources)
    return Work(
        id=head["id"],
        kind=head["kind"],
        title=text_of(head["title"]),
        short=text_of(head["short"]) if "short" in head else _TITLE_AND_PLACE.fill(**head["title"]),
        names=tuple(head.get("names", ())),
        source=head.get("source"),
        issuer=text_of(head["issuer"]),
        number=text_of(head["number"]) if "number" in head else None,
        issued=head.get("issued"),
        published=head.get("published"),
        in_force=head["in_force"],
        taken_from=text_of(head["taken_from"]),
        official=tuple(
            Address(url=each["url"], name=text_of(each["name"]), confidence=each["confidence"])
            for each in head["official"]
        ),
        checked_on=head.get("checked_on"),
        checked_against=text_of(head["checked_against"]) if "checked_against" in head else None,
        annex=head.get("annex"),
        about=head.get("about"),
        about_named=text_of(head.get("about_named", head["title"])),
        provisions=provisions,
        sources=sources,
    )


def read_sources(table: Mapping[str, Any]) -> dict[str, Source]:
    """Return the sources that a TOML file names, by their keys."""
    return {
        key: Source(
            name=text_of(each["name"]),
            url=each.get("url"),
            words_only=each.get("words_only", False),
            withdrawn=each.get("withdrawn", False),
        )
        for key, each in table.get("source", {}).items()
    }


def read_confidence(owner: str, row: Mapping[str, Any]) -> Confidence:
    """Return how sure a statement is; ValueError where it does not say so by one of our marks."""
    given = row.get("confidence", "no confidence")
    for code in CONFIDENCE:
        if code == given:
            return code
    raise ValueError(f"{owner} does not say how sure it is: {given}")


def check_sources(owner: str, keys: Collection[str], sources: Mapping[str, Source]) -> None:
    """Raise ValueError where something rests on a source that is not there, or that is withdrawn."""
    if unknown := [key for key in keys if key not in sources]:
        raise ValueError(f"{owner} names sources that are not there: {', '.join(unknown)}")
    if gone := [key for key in keys if sources[key].withdrawn]:
        raise ValueError(f"{owner} rests on sources that are withdrawn: {', '.join(gone)}")


def _provision(row: Mapping[str, Any], division: str | None) -> Provision:
    """Build one row; ``division`` is the chapter or section that began last."""
    return Provision(
        id=row["id"],
        text=text_of(row),
        gist=text_of(row["gist"]) if "gist" in row else None,
        number_deduced=row.get("number_deduced", False),
        statements=tuple(_statement(row["id"], each) for each in row.get("statement", ())),
        division=division if ProvisionId.parse(row["id"]).kind == "article" else None,
    )


def _statement(owner: str, row: Mapping[str, Any]) -> Statement:
    confidence, sources = read_confidence(owner, row), tuple(row.get("sources", ()))
    if (confidence == "OPEN") == bool(sources):
        raise ValueError(f"{owner}: a statement names its sources, or it is OPEN")
    return Statement(text=text_of(row), confidence=confidence, sources=sources)
