"""The slides as the block ``slides`` shows them: all of them one under the other, each under its own id.

Which of them is projected is a matter of the address and of the style sheet (docs/assets/css/slides.css).
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from publisher.html import messages
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.slides.deck import START, WORDS, deck
from publisher.slides.slide import Slide

TOP = "slides"
"""The id of the page's heading, where whoever leaves the projection arrives."""


def slides_html(lang: Lang) -> list[Element]:
    """Return all slides of the course, and before them what begins the show."""
    slides = deck(lang)
    ids = [each.id for each in slides]
    made = (_slide(slide, _way(place, ids, lang), lang) for place, slide in enumerate(slides))
    begin = tag("a", WORDS["begin"].in_(lang), href=f"#{START}", class_="button button--primary")
    with_notes = tag("a", WORDS["with_notes"].in_(lang), href="?notes", class_="slides-notes")
    return [
        tag("p", begin, with_notes, class_="slides-do"),
        tag("div", *made, class_="slides", data_unknown=WORDS["unknown"].in_(lang)),
    ]


def _slide(slide: Slide, way: Element, lang: Lang) -> Element:
    title = tag("a", slide.title, href=f"#{slide.id}", class_="slide__link")
    about: Markup = ""
    if slide.about:
        label = tag("span", messages.GIST.in_(lang), class_="tag visually-hidden")
        about = tag("p", label, " ", mark_chinese(slide.about, lang), class_="slide__about")
    body = tag("div", slide.body, class_="slide__body", data_size=slide.size)
    if slide.folded:
        body = tag("details", tag("summary", WORDS["answer"].in_(lang)), body, class_="fold slide__fold")
    notes = tag(
        "details",
        tag("summary", WORDS["notes"].in_(lang)),
        *(each if _is_list(each) else tag("p", each) for each in slide.notes),
        class_="fold slide__notes",
    )
    return tag(
        "section",
        tag("p", mark_chinese(slide.part.in_(lang), lang), class_="slide__part") if slide.part.zh else "",
        tag("h2", title, class_="slide__title", data_toc_id=""),
        about,
        body,
        notes,
        way,
        id=slide.id,
        class_="slide",
    )


def _is_list(note: Markup) -> bool:
    return isinstance(note, Element) and note.tag == "ul"


def _way(place: int, ids: list[str], lang: Lang) -> Element:
    """Return the links that are shown while a slide is projected, with where in the course it stands."""
    links = [
        tag("a", WORDS[word].in_(lang), href=f"#{id_}", data_way=word)
        for word, id_ in (
            *(("previous", each) for each in ids[:place][-1:]),
            *(("next", each) for each in ids[place + 1 :][:1]),
            ("leave", TOP),
        )
    ]
    said = WORDS["place"].fill(place=place + 1, all=len(ids)).in_(lang)
    return tag("p", tag("span", said, class_="slide__place"), *links, class_="slide__way")
