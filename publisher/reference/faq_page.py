"""Questions that people ask, as their page shows them, and the links that lead there: the block ``faq``."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from calculators.kernel.works import Statement
from publisher.html.evidence import evidence
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.reference.faq import Question, Topic, faq
from publisher.reference.tables import see_links

LOOKED_IN = Text("查过的来源", "Looked in")
_ALL = Text("全部问题", "All questions")


def topic_html(topic: Topic, lang: Lang) -> Markup:
    """Return the questions of one topic with their answers."""
    return [_question(each, lang) for each in topic.questions]


def question_list(lang: Lang) -> Element:
    """Return links to all the questions, in the order of the page; the block ``questions``."""
    links = (
        tag("a", mark_chinese(each.text.in_(lang), lang), href=f"#{each.id}") for each in faq().questions()
    )
    return tag(
        "nav", tag("ul", *(tag("li", link) for link in links)), class_="faq-list", aria_label=_ALL.in_(lang)
    )


def question_links(questions: Iterable[Question], lang: Lang) -> Markup:
    """Return links to questions from another page, in one line."""
    between = " · "
    return joined(
        between,
        [
            tag("a", mark_chinese(each.text.in_(lang), lang), href=page_link(faq().id, each.id))
            for each in questions
        ],
    )


def _question(question: Question, lang: Lang) -> Element:
    return tag(
        "section",
        tag("h3", mark_chinese(question.text.in_(lang), lang), id=question.id),
        tag("ul", *(_statement(each, lang) for each in question.statements), class_="statements"),
        tag("p", see_links(question.see, lang), class_="faq-see"),
        class_="faq",
    )


def _statement(statement: Statement, lang: Lang) -> Element:
    label = LOOKED_IN if statement.confidence == "OPEN" else None
    about = evidence(statement.confidence, statement.sources, faq().sources, lang, label=label)
    return tag("li", tag("p", mark_chinese(statement.text.in_(lang), lang)), about)
