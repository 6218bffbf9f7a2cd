"""A running text of the law with its links in it: references to provisions, and terms. The text itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.messages import LANG_TAGS
from publisher.html.urls import page_link
from publisher.law.reading.cited import references
from publisher.law.reading.terms import Term, uses

GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A run of a text that is a link."""

    start: int
    end: int
    href: str
    class_: str


def linked(text: str, lang: Lang, links: Iterable[Link], start: int = 0) -> Markup:
    """Return a text from ``start`` on as markup, with its links, which stand in order and do not overlap."""
    parts: list[Markup] = []
    at = start
    for link in links:
        inner = mark_chinese(text[link.start : link.end], lang)
        rel = "external" if ":" in link.href else None
        parts += [
            mark_chinese(text[at : link.start], lang),
            tag("a", inner, href=link.href, class_=link.class_, rel=rel),
        ]
        at = link.end
    return [*parts, mark_chinese(text[at:], lang)]


class Inline:
    """The texts of one page of law; it remembers which terms it has marked, for the tips need them."""

    def __init__(self, work: Work, *, marks_terms: bool = True) -> None:
        """Begin the page of a work; one without a glossary beside it marks no terms."""
        self.work = work
        self.marks_terms = marks_terms
        self.terms: dict[str, Term] = {}
        self._seen: set[tuple[str, Lang, str]] = set()

    def pair(
        self,
        provision: str,
        text: Text,
        mark: tuple[str, str] | None = None,
        *,
        in_heading: bool = False,
        lead: Text | None = None,
    ) -> Element:
        """Return a run of a provision in both languages, aligned.

        ``mark`` is what it begins with, and its own link; ``lead`` what it begins with and the eye may do without.
        """
        outer, inner = ("span", "span") if in_heading else ("div", "p")
        runs = (self._one(provision, text, lang, inner, mark, lead=lead) for lang in LANGS)
        return tag(outer, *runs, class_="pair")

    def links(self, provision: str, text: Text, lang: Lang) -> list[Link]:
        """Return the links of a run: every reference, and the first use of every term in the article."""
        words, taken, article = text.in_(lang), list[Link](), ProvisionId.parse(provision).outermost.text
        for reference in references(words, lang, self.work, provision):
            if not (reference.whole and self._again(provision, lang, reference.href)):
                taken.append(
                    Link(start=reference.start, end=reference.end, href=reference.href, class_="ref")
                )
        for use in uses(text, lang, self.work.id) if self.marks_terms else ():
            free = all(use.end <= link.start or use.start >= link.end for link in taken)
            if use.term.tip and free and not self._again(article, lang, use.term.id):
                self.terms[use.term.id] = use.term
                href = page_link(GLOSSARY, use.term.anchor)
                taken.append(Link(start=use.start, end=use.end, href=href, class_="term"))
        return sorted(taken, key=lambda link: link.start)

    def _again(self, provision: str, lang: Lang, what: str) -> bool:
        if (provision, lang, what) in self._seen:
            return True
        self._seen.add((provision, lang, what))
        return False

    def _one(
        self,
        provision: str,
        text: Text,
        lang: Lang,
        element: str,
        mark: tuple[str, str] | None,
        *,
        lead: Text | None,
    ) -> Element:
        hung = (mark[0] if lang == "zh" else mark[1]) if mark else ""
        begins: Markup = tag("span", own_link(provision, hung), class_="mark") if hung else ""
        if lead is not None:
            hung = lead.in_(lang)
            begins = tag("span", mark_chinese(hung, lang), class_="lead")
        links = [link for link in self.links(provision, text, lang) if link.start >= len(hung)]
        inner = linked(text.in_(lang), lang, links, len(hung))
        return tag(element, begins, inner, lang=LANG_TAGS[lang])


def own_link(provision: str, shown: Markup = "", label: str | None = None) -> Element:
    """Return a provision's link to itself, which gives its permalink; where nothing is shown, a sign is drawn."""
    return tag("a", shown, href=f"#{provision}", class_="prov-link", aria_label=label)
