"""A picture on its page: its title, the drawing, the same in words, a note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from calculators.kernel.citation import Citation, Ref
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import Is, leaves
from calculators.kernel.text import SEMICOLON, Lang, Text, joined
from calculators.texts import works
from publisher.html.citations import cite_links
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.messages import read_texts

WORDS = read_texts(Path(__file__).with_name("words.toml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a picture shows in one language: twice, drawn and in words."""

    title: Text
    drawing: Element
    words: Sequence[Element]
    """The items of the list that says the same."""
    note: Text
    besides: Sequence[Element] = ()
    """What belongs to it and is never drawn: items of a list below it."""
    live: bool = False
    """Whether the script fills it with the times of a case."""


def figure_html(name: str, picture: Picture, lang: Lang) -> Element:
    """Return a picture for its page; on a narrow screen its words stand in for the drawing."""
    words = tag(
        "details",
        tag("summary", WORDS["in_words"].in_(lang)),
        tag("ul", *picture.words, class_="diagram-list"),
        class_="fold diagram-words",
    )
    besides = tag("ul", *picture.besides, class_="diagram-list diagram-besides") if picture.besides else ""
    script = {f"data_{key}": text.in_(lang) for key, text in WORDS.items() if key.startswith("live_")}
    return tag(
        "figure",
        tag("figcaption", mark_chinese(picture.title.in_(lang), lang), class_="diagram-title"),
        picture.drawing,
        words,
        besides,
        tag("p", mark_chinese(picture.note.in_(lang), lang), class_="diagram-note"),
        class_="diagram",
        data_diagram=name,
        **(script if picture.live else {}),
    )


def shows(title: Text, lang: Lang) -> str:
    """Return what a drawing is called for those who do not see it."""
    return WORDS["shows"].fill(title=title).in_(lang)


def item(*content: Markup, basis: Iterable[Citation] = (), lang: Lang, **attributes: str | None) -> Element:
    """Return a line of the list of words, with the provisions behind it as links."""
    links = cite_links((each.at for each in basis), lang)
    return tag(
        "li", *content, *([" ", tag("span", links, class_="diagram-basis")] if basis else ()), **attributes
    )


def said(rule: DutyRule) -> Text:
    """Return who does or tells what whom, and when."""
    if not rule.recipients:
        return WORDS["done"].fill(sender=rule.sender, time=rule.timing_text)
    recipients = joined(list(rule.recipients))
    return WORDS["told"].fill(sender=rule.sender, recipients=recipients, time=rule.timing_text)


def places(basis: Iterable[Citation]) -> Text:
    """Return where provisions stand, without their works, as a drawing has room for."""
    refs = [Ref.parse(each.at) for each in basis]
    found = dict.fromkeys(works()[ref.work].place(ref.provision) for ref in refs)
    return joined(list(found), SEMICOLON)


def own_leaves(rule: DutyRule, beside: Iterable[DutyRule]) -> tuple[Is, ...]:
    """Return the single conditions of a rule that not all the rules beside it share."""
    shared = set.intersection(*(set(leaves(each.condition)) for each in (rule, *beside)))
    return tuple(leaf for leaf in leaves(rule.condition) if leaf not in shared)


def lowered(text: Text) -> Text:
    """Return a name within a sentence."""
    return Text(text.zh, text.en[:1].lower() + text.en[1:])
