"""The page for courses: every case as an exercise with its answer apart, the key in the same order, a plan that adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase

import pytest
from bs4 import Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.text import LANGS, Lang
from calculators.texts import cases
from publisher.paths import ROOT
from publisher.search.sections import read_sections
from publisher.training.exercises import exercises_html, key_html
from publisher.training.plan import plan, plan_html
from publisher.training.words import WORDS
from tests.publisher.parsing import parsed

SCRIPTS = ROOT / "docs" / "assets" / "training"
KNOWN = [case.id for name in CALCULATORS for case in cases(name)]


def exercises(name: str) -> list[Exercise]:
    return [exercise_of(CALCULATORS[name], case) for case in cases(name)]


def words(element: Tag) -> str:
    return re.sub(r"\s+", " ", element.get_text())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CALCULATORS)
def test_every_case_is_an_exercise_whose_answer_is_folded_away(name: str, lang: Lang) -> None:
    """Title, story, question and choices in the open; behind a fold that is closed the right one, the reason, the provisions."""
    items = parsed([exercises_html(name, lang)]).select("ol.exercises > li")
    assert [item["id"] for item in items] == [f"case-{case.id}" for case in cases(name)]
    for item, exercise in zip(items, exercises(name), strict=True):
        answer = item.select_one("details.exercise__answer")
        assert answer is not None
        assert "open" not in answer.attrs
        choices = item.select(".exercise__choices > li")
        assert [words(each) for each in choices] == [each.in_(lang) for each in exercise.choices]
        assert [place for place, each in enumerate(choices) if "data-right" in each.attrs] == [exercise.right]
        told = words(answer)
        assert f"{ascii_uppercase[exercise.right]}. {exercise.choices[exercise.right].in_(lang)}" in told
        assert all(said.in_(lang) in told for said in exercise.because)
        links = [str(link["href"]) for link in answer.find_all("a")]
        assert [link.rpartition("#")[2] for link in links[:-1]] == [
            at.partition(":")[2] for at in exercise.basis
        ]
        assert links[-1].startswith(f"/calculators/{name}.md")
        answer.extract()
        shown = words(item)
        assert all(
            each.in_(lang) in shown for each in (exercise.case.title, exercise.case.story, exercise.ask)
        )
        assert not any(said.in_(lang) in shown for said in exercise.because)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", CALCULATORS)
def test_the_key_is_in_the_order_of_the_exercises(name: str, lang: Lang) -> None:
    items = parsed([key_html(name, lang)]).select("ol > li")
    for item, exercise in zip(items, exercises(name), strict=True):
        told = words(item)
        right = f"{ascii_uppercase[exercise.right]}. {exercise.choices[exercise.right].in_(lang)}"
        assert told.index(exercise.case.title.in_(lang)) < told.index(right)
        assert all(said.in_(lang) in told for said in exercise.because)


def page(lang: Lang, name: str = "training") -> str:
    return (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")


def test_the_plan_is_two_hours_without_a_gap_and_opens_what_it_says() -> None:
    parts = plan()
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == 120
    assert all(part.start < part.end and bool(part.pages) != bool(part.cases) for part in parts)
    assert len([each for part in parts for each in part.cases]) >= 12
    assert {each for part in parts for each in part.cases} <= set(KNOWN)


@pytest.mark.parametrize("lang", LANGS)
def test_the_plan_says_its_minutes_and_counts_its_cases(lang: Lang) -> None:
    rows = parsed([plan_html(lang)]).select("tbody tr")
    assert [words(row.select("td")[0]) for row in rows] == [f"{each.start}–{each.end}" for each in plan()]
    for row, part in zip(rows, plan(), strict=True):
        said = words(row.select("td")[1])
        assert said.startswith(part.title.in_(lang))
        assert all(each.name.in_(lang) in said for each in part.pages)
        links = [(str(link["href"]), words(link)) for link in row.select("a")]
        if part.cases:
            ((href, label),) = links
            assert href == f"#cases={','.join(part.cases)}"
            assert re.findall(r"\d+", label) == [str(len(part.cases))]
        else:
            assert [href for href, _ in links] == [each.link for each in part.pages]


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_has_every_exercise_and_no_key(lang: Lang) -> None:
    """The key is linked and stands apart; both pages hold all calculators in one order."""
    shown, key = page(lang), page(lang, "training/answers")
    order = re.findall(r"/// cases \| (\S+)", shown)
    assert sorted(order) == sorted(CALCULATORS)
    assert re.findall(r"/// key \| (\S+)", key) == order
    assert "/// key" not in shown
    assert "(training/answers.md)" in shown


def test_the_script_has_all_its_words_and_no_others() -> None:
    asked = set()
    for file in SCRIPTS.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r"\bwords\.(\w+)", text))
    assert asked - WORDS.keys() == set()
    assert WORDS.keys() - asked == {"answer", "basis", "work_out", "no_script"}


def sections(site: Path, lang: Lang, path: str) -> Iterator[str]:
    folder = site / ("en" if lang == "en" else "") / path
    yield from (section.text for section in read_sections(folder / "index.html"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_search_finds_neither_exercises_nor_key(site_folder: Path, lang: Lang) -> None:
    """A case is found once, on the page of its calculator; its solution is not found at all."""
    found = "\n".join(
        [*sections(site_folder, lang, "training"), *sections(site_folder, lang, "training/answers")]
    )
    for name in CALCULATORS:
        where = "\n".join(sections(site_folder, lang, f"calculators/{name}"))
        for exercise in exercises(name):
            story = exercise.case.story.in_(lang)
            assert story not in found
            assert not any(said.in_(lang) in found for said in exercise.because)
            assert where.count(story) == 1
