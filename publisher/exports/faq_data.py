"""The questions that people ask as linked data: schema.org's FAQPage, with each answer's certainty in its words."""

from __future__ import annotations

from typing import Any

from calculators.kernel.citation import Ref
from calculators.kernel.text import Lang
from publisher.html import urls
from publisher.html.markup import html, json_script
from publisher.html.messages import LANG_TAGS
from publisher.reference.faq import Faq, Question


def faq_head(page: Faq, lang: Lang, start: str) -> str:
    """Return what stands in the head of the page; ``start`` is where the addresses of pages begin."""
    return html(json_script(faq_data(page, lang, start), type_="application/ld+json"))


def faq_data(page: Faq, lang: Lang, start: str) -> dict[str, Any]:
    """Return the JSON-LD of the page."""
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "url": urls.page(start, lang, f"{page.id}/"),
        "inLanguage": LANG_TAGS[lang],
        "mainEntity": [_question(each, page, lang, start) for each in page.questions()],
    }


def _question(question: Question, page: Faq, lang: Lang, start: str) -> dict[str, Any]:
    between = "" if lang == "zh" else " "
    return {
        "@type": "Question",
        "name": question.text.in_(lang),
        "url": urls.page(start, lang, f"{page.id}/", question.id),
        "acceptedAnswer": {
            "@type": "Answer",
            "text": between.join(each.with_confidence().in_(lang) for each in question.statements),
            "isBasedOn": [_address(to, lang, start) for to in question.see],
        },
    }


def _address(to: str, lang: Lang, start: str) -> str:
    """Return the address of a provision (``work:id``) or of a row (``page#id``)."""
    ref = Ref.parse(to)
    path, _, anchor = (ref.work, "", ref.provision) if ref.provision else to.partition("#")
    return urls.page(start, lang, f"{path}/", anchor)
