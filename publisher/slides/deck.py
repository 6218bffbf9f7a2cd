"""The slides in their order: what each part of the plan shows, then its exercises, each with its answer on the next slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from string import ascii_uppercase

from calculators import __version__
from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import exercise_of
from calculators.kernel.citation import Ref
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import BETWEEN_SENTENCES, LANGS, SEMICOLON, Lang, Text, joined
from calculators.kernel.works import Provision, Work
from calculators.texts import cases, works
from publisher.html import messages
from publisher.html.certainty import certainty
from publisher.html.citations import cite_links
from publisher.html.edition import edition
from publisher.html.markup import Markup, mark_chinese, tag
from publisher.html.urls import page_link
from publisher.law.citation import full_citation
from publisher.law.notes import notes_html
from publisher.pictures import PICTURES
from publisher.pictures.figure import WORDS as PICTURE_WORDS
from publisher.reference.model import row_named
from publisher.reference.tables import see_links
from publisher.slides.pieces import Piece, in_pieces, name_of
from publisher.slides.slide import Slide, size_of
from publisher.training.plan import Part, plan

WORDS = messages.read_texts(Path(__file__).with_name("words.toml"))
START, REVIEW = "start", "review"
"""The first slide, with the parts of the course; the last part's own, with the pages that it opens."""
_DIAGRAM = "diagram/"
_HEADED = frozenset({"who-tells-whom"})
"""Pictures whose first lines are the heads of columns."""


def deck(lang: Lang) -> list[Slide]:
    """Return all slides in one language; the same ids in both. ValueError where the plan names what is not there."""
    shown = [(part, slide) for part in plan() for slide in _of_part(part, lang)]
    first: dict[Part, str] = {}
    for part, slide in shown:
        first.setdefault(part, slide.id)
    return [_start(first, lang), *(slide for _, slide in shown)]


def _of_part(part: Part, lang: Lang) -> Iterator[Slide]:
    for name in part.slides:
        yield from _shown(name, part, lang)
    for case in part.cases:
        yield from _case(case, part, lang)


def _shown(name: str, part: Part, lang: Lang) -> Iterator[Slide]:
    if name == REVIEW:
        yield _review(part, lang)
    elif name.startswith(_DIAGRAM):
        yield from _picture(name.removeprefix(_DIAGRAM), part, lang)
    elif "#" in name:
        yield from _mistake(name, part, lang)
    else:
        ref = Ref.parse(name)
        work = works()[ref.work]
        yield _provision(work, work[ref.provision], part, lang)


def _minutes(part: Part, lang: Lang) -> str:
    return WORDS["minutes"].fill(start=part.start, end=part.end, title=part.title).in_(lang)


def _start(first: dict[Part, str], lang: Lang) -> Slide:
    """Return the first slide: the parts of the course, each leading to its first slide, and what these texts are."""
    parts = [
        tag("li", tag("a", mark_chinese(_minutes(part, lang), lang), href=f"#{id_}"))
        for part, id_ in first.items()
    ]
    said = [messages.CHINESE_GOVERNS, messages.BESIDE_NUMBERS, WORDS["unofficial"]]
    named = [
        Text(f"{each.title.zh} {edition(each)}", f"{each.title.en} {edition(each)}")
        for each in works().values()
    ]
    editions = WORDS["editions"].fill(works=joined(named, SEMICOLON), rules=__version__)
    return Slide(
        id=START,
        part=Text("", ""),
        title=mark_chinese(WORDS["deck"].in_(lang), lang),
        body=[
            tag("ul", *parts, class_="slide__parts"),
            tag("p", mark_chinese(joined(said, BETWEEN_SENTENCES).in_(lang), lang), class_="slide__small"),
        ],
        notes=[mark_chinese(editions.in_(lang), lang)],
        size="large",
    )


def _review(part: Part, lang: Lang) -> Slide:
    links = [
        tag("li", tag("a", mark_chinese(each.name.in_(lang), lang), href=each.link)) for each in part.pages
    ]
    return Slide(
        id=REVIEW,
        part=part.title,
        title=mark_chinese(part.title.in_(lang), lang),
        body=tag("ul", *links, class_="slide__list"),
        notes=[_minutes(part, lang)],
    )


def _provision(work: Work, row: Provision, part: Part, lang: Lang) -> Slide:
    """Return a provision word for word, or the statements of a digest, each with how sure it is."""
    statements = [each.text.in_(lang) for each in row.statements]
    gist = _gist(work, row, lang)
    if statements:
        items = (
            tag("li", mark_chinese(each.text.in_(lang), lang), " ", certainty(each.confidence, lang))
            for each in row.statements
        )
        body: Markup = tag("ul", *items, class_="slide__list")
    else:
        body = tag("p", mark_chinese(row.text.in_(lang), lang), class_="slide__text")
    link = tag(
        "a", mark_chinese(full_citation(work, row.id).in_(lang), lang), href=page_link(work.id, row.id)
    )
    notes: list[Markup] = [[WORDS["cite_as"].in_(lang), link], _minutes(part, lang)]
    if lang == "en" and not statements:
        notes.append([WORDS["governing"].en, tag("span", row.text.zh, lang=messages.LANG_TAGS["zh"])])
    return Slide(
        id=f"{work.id}-{row.id}",
        part=part.title,
        title=mark_chinese(work.short_cite(row.id).in_(lang), lang),
        about=gist,
        body=[body, notes_html(work.id, row.id, lang)],
        notes=notes,
        # Behind each statement stands its mark.
        size=size_of([gist, *([f"{each}{'—' * 12}" for each in statements] or [row.text.in_(lang)])], lang),
    )


def _gist(work: Work, row: Provision, lang: Lang) -> str:
    """Return our summary of what holds a provision, the nearest there is."""
    at = ProvisionId.parse(row.id)
    while at.text not in work.provisions or work[at.text].gist is None:
        if at.parent is None:
            return ""
        at = at.parent
    gist = work[at.text].gist
    return gist.in_(lang) if gist else ""


@cache
def _pieces(name: str) -> dict[Lang, list[Piece]]:
    drawings = [PICTURES[name](lang).drawing for lang in LANGS]
    return dict(zip(LANGS, in_pieces(drawings, headed=name in _HEADED), strict=True))


def _picture(name: str, part: Part, lang: Lang) -> Iterator[Slide]:
    """Yield a picture, in pieces where it is high, each with its own words for a narrow screen."""
    picture, pieces = PICTURES[name](lang), _pieces(name)[lang]
    title = mark_chinese(picture.title.in_(lang), lang)
    rest = list(picture.words)
    for place, piece in enumerate(pieces):
        last = place == len(pieces) - 1
        mine = [each for each in rest if last or {name_of(one) for one in each.iter()} & set(piece.names)]
        rest = [each for each in rest if each not in mine]
        summary = tag("summary", PICTURE_WORDS["in_words"].in_(lang))
        words = tag("details", summary, tag("ul", *mine, class_="diagram-list"), class_="fold diagram-words")
        more = [tag("ul", *picture.besides, class_="diagram-list")] if last and picture.besides else []
        yield Slide(
            id=f"diagram-{name}" + (f"-{piece.names[0].replace('_', '-')}" if place else ""),
            part=part.title,
            title=title,
            body=tag("figure", piece.drawing, words, class_="diagram slide__picture"),
            notes=[_minutes(part, lang), mark_chinese(picture.note.in_(lang), lang), *more],
        )


def _case(name: str, part: Part, lang: Lang) -> Iterator[Slide]:
    """Yield a case with what can be chosen, then what is right, why, and on what it rests."""
    calculator, case = next(
        (each, case) for each in CALCULATORS.values() for case in cases(each.name) if case.id == name
    )
    exercise = exercise_of(calculator, case)
    title = case.title.in_(lang)
    said: Callable[[Text], Markup] = lambda text: mark_chinese(text.in_(lang), lang)  # noqa: E731
    choices = [each.in_(lang) for each in exercise.choices]
    here = tag("a", WORDS["same_case"].in_(lang), href=page_link("training", f"cases={case.id}"))
    yield Slide(
        id=f"case-{case.id}",
        part=part.title,
        title=mark_chinese(title, lang),
        body=[
            tag("p", said(case.story)),
            tag("p", said(exercise.ask), class_="slide__ask"),
            tag("ol", *(tag("li", said(each)) for each in exercise.choices), class_="slide__choices"),
        ],
        notes=[_minutes(part, lang), WORDS["next_answer"].in_(lang), here],
        size=size_of([case.story.in_(lang), exercise.ask.in_(lang)], lang, choices),
    )
    right = f"{ascii_uppercase[exercise.right]}. {choices[exercise.right]}"
    because = [each.in_(lang) for each in exercise.because]
    yield Slide(
        id=f"case-{case.id}-answer",
        part=part.title,
        title=mark_chinese(WORDS["titled"].fill(title=title, more=WORDS["answer"]).in_(lang), lang),
        body=[
            tag("p", said(exercise.ask), class_="slide__asked"),
            tag("p", tag("strong", mark_chinese(right, lang)), class_="slide__right"),
            *(tag("p", mark_chinese(each, lang)) for each in because),
            tag("p", cite_links(exercise.basis, lang), class_="slide__basis"),
        ],
        notes=[_minutes(part, lang)],
        size=size_of([exercise.ask.in_(lang), right, *because, "—" * 60], lang),
        folded=True,
    )


def _mistake(name: str, part: Part, lang: Lang) -> Iterator[Slide]:
    """Yield what is said, then what the text says, with how sure that is."""
    found = row_named(name)
    if found is None:
        raise ValueError(f"there is no row {name}")
    page, row = found
    table = next(each for each in page.tables if row in each.rows)
    claim, where, text = (cell.in_(lang) for cell in row.cells)
    heads = [each.in_(lang) for each in table.columns]
    id_ = name.replace("#", "-")
    seen = WORDS["titled"].fill(title=heads[1], more=where).in_(lang)
    yield Slide(
        id=id_,
        part=part.title,
        title=heads[0],
        body=tag("p", mark_chinese(claim, lang), class_="slide__text"),
        notes=[mark_chinese(seen, lang), _minutes(part, lang)],
        size=size_of([claim], lang),
    )
    yield Slide(
        id=f"{id_}-answer",
        part=part.title,
        title=heads[2],
        body=[
            tag("p", mark_chinese(claim, lang), class_="slide__asked"),
            tag("p", mark_chinese(text, lang), " ", certainty(row.confidence, lang), class_="slide__text"),
            tag("p", see_links(row.see, lang, page), class_="slide__basis"),
        ],
        notes=[_minutes(part, lang)],
        size=size_of([claim, text, "—" * 60], lang),
        folded=True,
    )
