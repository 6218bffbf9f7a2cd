"""How sure a statement of ours is: a mark for each degree, and the key to the marks."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from calculators.kernel.works import CONFIDENCE, Confidence
from publisher.html import messages
from publisher.html.markup import tag


def certainty_key(lang: Lang) -> Element:
    """Return what each mark means; the block ``certainty``."""
    rows = (
        tag("div", tag("dt", certainty(code, lang)), tag("dd", meaning.in_(lang)))
        for code, meaning in messages.CONFIDENCE_MEANING.items()
    )
    return tag("dl", *rows, class_="summary-list certainty-key")


def certainty(code: Confidence, lang: Lang) -> Element:
    """Return the mark of one degree of certainty: a word beside a shape that the style sheet draws."""
    return tag("span", CONFIDENCE[code].in_(lang), class_=f"tag certainty certainty-{code.lower()}")
