"""The slides say what the data say, in the order of the plan; what answers a question stands on the slide after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase

import pytest
from bs4 import Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.citation import Ref
from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import CONFIDENCE
from calculators.texts import cases, works
from publisher.html.markup import html
from publisher.law.citation import full_citation
from publisher.pictures import PICTURES
from publisher.pictures.drawing import arrow, line_of, rect, svg, text
from publisher.reference.model import row_named
from publisher.search.sections import read_sections
from publisher.slides.deck import REVIEW, START, deck
from publisher.slides.page import slides_html
from publisher.slides.pieces import HIGHEST, in_pieces
from publisher.slides.slide import size_of
from publisher.training.plan import plan
from tests.publisher.parsing import parsed

EXERCISES = {case.id: exercise_of(CALCULATORS[name], case) for name in CALCULATORS for case in cases(name)}
PLANNED = [case for part in plan() for case in part.cases]
PROVISIONS = [each for part in plan() for each in part.slides if ":" in each]
MISTAKES = [each for part in plan() for each in part.slides if "#" in each]
DRAWN = [
    each.removeprefix("diagram/") for part in plan() for each in part.slides if each.startswith("diagram/")
]

every_lang = pytest.mark.parametrize("lang", LANGS)


@pytest.fixture(scope="module")
def pages() -> dict[Lang, dict[str, Tag]]:
    """The slides as they are written out, by their ids in their order."""
    return {
        lang: {str(each["id"]): each for each in parsed(slides_html(lang)).select(".slide")} for lang in LANGS
    }


def words(element: Tag | None) -> str:
    assert element is not None
    return re.sub(r"\s+", " ", element.get_text()).strip()


def body(slide: Tag) -> str:
    return words(slide.select_one(".slide__body"))


def notes(slide: Tag) -> str:
    return words(slide.select_one(".slide__notes"))


def test_both_languages_have_the_same_slides_in_the_order_of_the_plan(
    pages: dict[Lang, dict[str, Tag]],
) -> None:
    """A part after the other; of each what it shows, then its cases, a question and right after it the answer."""
    assert list(pages["zh"]) == list(pages["en"])
    assert all(len(pages[lang]) == len(deck(lang)) for lang in LANGS), "an id stands there twice"
    wanted = [START]
    for part in plan():
        assert part.slides or part.cases
        for name in part.slides:
            if name.startswith("diagram/"):
                wanted += [each for each in pages["zh"] if each.startswith(name.replace("/", "-"))]
            elif "#" in name:
                wanted += [name.replace("#", "-"), f"{name.replace('#', '-')}-answer"]
            else:
                wanted.append(name.replace(":", "-"))
        wanted += [each for case in part.cases for each in (f"case-{case}", f"case-{case}-answer")]
    assert list(pages["zh"]) == wanted
    assert REVIEW in wanted
    assert set(PICTURES) == set(DRAWN)


@every_lang
def test_the_first_slide_leads_to_every_part(pages: dict[Lang, dict[str, Tag]], lang: Lang) -> None:
    links = [str(link["href"])[1:] for link in pages[lang][START].select(".slide__parts a")]
    titles = [words(pages[lang][each].select_one(".slide__part")) for each in links]
    assert titles == [part.title.in_(lang) for part in plan()]
    said = words(pages[lang][START])
    assert all(f"{part.start}–{part.end}" in said for part in plan())


@every_lang
def test_a_provision_is_quoted_word_for_word_and_cited(pages: dict[Lang, dict[str, Tag]], lang: Lang) -> None:
    """A statement of a digest says how sure it is; the notes say how to cite, the English ones in Chinese what governs."""
    assert {work.kind for work in works().values()} == {
        works()[Ref.parse(each).work].kind for each in PROVISIONS
    }
    for at in PROVISIONS:
        ref = Ref.parse(at)
        work, slide = works()[ref.work], pages[lang][at.replace(":", "-")]
        row = work[ref.provision]
        if row.statements:
            said = [words(each) for each in slide.select(".slide__list > li")]
            assert said == [
                f"{each.text.in_(lang)} {CONFIDENCE[each.confidence].in_(lang)}" for each in row.statements
            ]
        else:
            assert words(slide.select_one(".slide__text")) == row.text.in_(lang)
            assert (row.text.zh in notes(slide)) == (lang == "en")
        assert full_citation(work, row.id).in_(lang) in notes(slide)
        assert slide.select_one(f'.slide__notes a[href="/{work.id}.md#{row.id}"]')
        assert words(slide.select_one(".slide__title")) == work.short_cite(row.id).in_(lang)


def right(exercise: Exercise, lang: Lang) -> str:
    return f"{ascii_uppercase[exercise.right]}. {exercise.choices[exercise.right].in_(lang)}"


@every_lang
def test_a_question_says_nothing_of_its_answer(pages: dict[Lang, dict[str, Tag]], lang: Lang) -> None:
    """Nor do its notes; the next slide has what is right, why, and on what it rests, folded away on the page."""
    for case in PLANNED:
        exercise = EXERCISES[case]
        asked, answer = pages[lang][f"case-{case}"], pages[lang][f"case-{case}-answer"]
        assert [words(each) for each in asked.select(".slide__choices > li")] == [
            each.in_(lang) for each in exercise.choices
        ]
        assert all(each.in_(lang) in body(asked) for each in (exercise.case.story, exercise.ask))
        assert not any(each.in_(lang) in words(asked) for each in exercise.because)
        assert not asked.select("[data-right], .calc-cite, .slide__fold")
        assert words(answer.select_one(".slide__right")) == right(exercise, lang)
        assert all(each.in_(lang) in body(answer) for each in exercise.because)
        links = [str(link["href"]).rpartition("#")[2] for link in answer.select(".slide__basis a")]
        assert links == [Ref.parse(at).provision for at in exercise.basis]
        fold = answer.select_one("details.slide__fold")
        assert fold is not None
        assert "open" not in fold.attrs
        assert body(answer) in words(fold)


@every_lang
def test_a_mistake_is_said_first_and_then_what_the_text_says(
    pages: dict[Lang, dict[str, Tag]], lang: Lang
) -> None:
    for name in MISTAKES:
        found = row_named(name)
        assert found is not None
        row = found[1]
        asked, answer = (pages[lang][f"{name.replace('#', '-')}{end}"] for end in ("", "-answer"))
        assert body(asked) == row.cells[0].in_(lang)
        assert row.cells[1].in_(lang) in notes(asked)
        assert row.cells[2].in_(lang) not in words(asked)
        assert row.cells[2].in_(lang) in body(answer)
        assert CONFIDENCE[row.confidence].in_(lang) in body(answer)
        assert len(answer.select(".slide__basis a")) == len(row.see)


@every_lang
@pytest.mark.parametrize("name", DRAWN)
def test_the_pieces_of_a_picture_are_all_of_it(
    pages: dict[Lang, dict[str, Tag]], name: str, lang: Lang
) -> None:
    """Every line and every item of its words, once; only the heads of columns stand over each piece."""
    picture = PICTURES[name](lang)
    slides = [each for id_, each in pages[lang].items() if id_.startswith(f"diagram-{name}")]
    whole = [words(each) for each in parsed([picture.drawing]).find_all("text") if words(each)]
    shown = [words(each) for slide in slides for each in slide.select("svg text") if words(each)]
    assert set(shown) == set(whole)
    twice = len(shown) - len(whole)
    first = next(place for place, each in enumerate(picture.drawing.iter()) if each.tag == "rect")
    heads = [
        each for place, each in enumerate(picture.drawing.iter()) if each.tag == "text" and place < first
    ]
    assert twice == (len(heads) * (len(slides) - 1) if name == "who-tells-whom" else 0)
    said = [words(each) for slide in slides for each in slide.select(".diagram-words > ul > li")]
    assert sorted(said) == sorted(words(parsed([each])) for each in picture.words)
    assert all(slide.select(".diagram-words > ul > li") for slide in slides)
    assert picture.note.in_(lang) in notes(slides[-1])
    for slide in slides:
        view = slide.select_one("svg")
        assert view is not None
        assert float(str(view["viewbox"]).split()[3]) <= HIGHEST * 1.1


def test_a_drawing_is_cut_where_nothing_stands() -> None:
    """Between boxes, never between a heading and what it is over, nor through two boxes side by side."""

    def drawn(box: float) -> list[str]:
        parts = [
            text(line_of("heads"), 0, 0, "en"),
            rect(0, 20, 100, box, ""),
            rect(110, 40, 100, box, ""),
            arrow((50, 20 + box), (50, 60 + box)),
            text(line_of("over the last"), 0, 45 + box, "en"),
            rect(0, 65 + box, 100, box, ""),
        ]
        parts[1].set("data-duty", "first")
        parts[5].set("data-duty", "last")
        ((*pieces,),) = in_pieces([svg(65 + 2 * box, "", parts)], headed=False)
        return [html(each.drawing) for each in pieces]

    assert len(drawn(HIGHEST / 3)) == 1
    first, last = drawn(HIGHEST / 2)
    assert (first.count("<rect"), last.count("<rect")) == (2, 1)
    assert ("heads" in first, "over the last" in first, "over the last" in last) == (True, False, True)
    assert first.count("<polyline") == last.count("<polyline") == 1


def test_words_are_set_as_large_as_they_have_room() -> None:
    """More words are never larger, and Chinese counts as wider than as many letters of English."""
    order = ["title", "large", "body", "small"]
    for lang in LANGS:
        found = [
            order.index(size_of(["字" * count if lang == "zh" else "word " * count], lang))
            for count in range(1, 900, 20)
        ]
        assert found == sorted(found)
        assert set(found) == {0, 1, 2, 3}
    assert size_of(["字" * 400], "zh") != size_of(["e" * 400], "en") == "title"


@pytest.mark.parametrize(
    "name", ["vulnerability-provisions:art-99", "errors#no-row", "diagram/none", "nothing"]
)
def test_a_plan_that_shows_what_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    part = replace(plan()[0], slides=(name,))
    monkeypatch.setattr("publisher.slides.deck.plan", lambda: (part,))
    with pytest.raises((KeyError, ValueError)):
        deck("zh")


@every_lang
def test_the_page_is_one_of_the_course(lang: Lang, pages: dict[Lang, dict[str, Tag]]) -> None:
    """Links from slide to slide and out, the same in any language; notes with each."""
    ids = list(pages[lang])
    for place, slide in enumerate(pages[lang].values()):
        way = {str(link["data-way"]): str(link["href"])[1:] for link in slide.select(".slide__way a")}
        assert way.get("previous") == (ids[place - 1] if place else None)
        assert way.get("next") == (ids[place + 1] if place + 1 < len(ids) else None)
        assert way["leave"] == "slides"
        assert notes(slide)


def sections(folder: str, lang: Lang, site: Path) -> Iterator[str]:
    yield from (
        each.text for each in read_sections(site / ("en" if lang == "en" else "") / folder / "index.html")
    )


@every_lang
def test_the_search_does_not_find_them(site_folder: Path, lang: Lang) -> None:
    """What is on them is found where it is from."""
    found = "\n".join(sections("training/slides", lang, site_folder))
    assert "F " in found, "what is said of the page itself is found"
    for at in PROVISIONS:
        ref = Ref.parse(at)
        row = works()[ref.work][ref.provision]
        assert row.text.in_(lang) not in found
    assert not any(EXERCISES[case].case.story.in_(lang) in found for case in PLANNED)
