"""The exercises for learning platforms, read back along the paths that Moodle's importer reads, by programs not ours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from calculators import __version__
from calculators.catalogue import CALCULATORS, ask
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.instants import brief_text
from calculators.kernel.text import LANGS, Lang, Text, both
from calculators.texts import cases, cite, works
from publisher.html.edition import edition
from publisher.training.moodle import moodle_bytes, moodle_files, moodle_name

SITE = "https://rules.example/law/"
EXERCISES = {
    name: [exercise_of(calculator, case) for case in cases(name)] for name, calculator in CALCULATORS.items()
}
ALL = [each for given in EXERCISES.values() for each in given]
BAD = "<b>&amp; & ]]> {a} ~b =c #d :: e\\n // $x$ \"f\" 'g' 漏洞<!--"


@dataclass(frozen=True)
class Read:
    """One question as Moodle takes it."""

    name: str
    text: BeautifulSoup
    feedback: BeautifulSoup
    answers: list[str]
    fractions: list[float]
    settings: dict[str, str | None]


def tree(content: bytes) -> etree._Element:
    """Return the file; any declaration, entity or unknown format that Moodle would stumble over fails."""
    assert content.startswith(b"<?xml "), "the declaration must be the very beginning"
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    assert root.tag == "quiz"
    assert {each.get("format") for each in root.iter() if "format" in each.attrib} == {"html"}
    assert {each.get("type") for each in root.findall("question")} <= {"category", "multichoice"}
    return root


def said(question: etree._Element, path: str) -> str:
    (found,) = question.findall(f"{path}/text")
    assert len(found) == 0, "HTML is characters here, not elements"
    return (found.text or "").strip()


def html(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def read(question: etree._Element) -> Read:
    answers = question.findall("answer")
    return Read(
        name=said(question, "name"),
        text=html(said(question, "questiontext")),
        feedback=html(said(question, "generalfeedback")),
        answers=[html(each.findtext("text") or "").get_text() for each in answers],
        fractions=[float(each.get("fraction", "0")) / 100 for each in answers],
        settings={each: question.findtext(each) for each in ("single", "shuffleanswers", "answernumbering")},
    )


def paragraphs(text: BeautifulSoup) -> list[str]:
    return [each.get_text() for each in text.find_all("p", recursive=False)]


def check(question: etree._Element, exercise: Exercise, lang: Lang) -> None:
    """One question says what the exercise says, and one answer alone has the mark."""
    found, case = read(question), exercise.case
    assert question.findtext("idnumber") == case.id
    assert found.name == case.title.in_(lang)
    assert len(found.name) <= 255, "Moodle cuts longer names"
    assert paragraphs(found.text) == [case.story.in_(lang), exercise.ask.in_(lang)]
    assert found.answers == [each.in_(lang) for each in exercise.choices]
    assert found.fractions == [float(place == exercise.right) for place in range(len(found.answers))]
    assert found.settings == {"single": "true", "shuffleanswers": "false", "answernumbering": "ABCD"}
    assert paragraphs(found.feedback)[:-1] == [each.in_(lang) for each in exercise.because]
    for at in exercise.basis:
        assert cite(at).in_(lang) in paragraphs(found.feedback)[-1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_exercise_is_in_the_file_and_says_what_the_page_says(lang: Lang, site_folder: Path) -> None:
    root = tree((site_folder / "data" / moodle_name(lang)).read_bytes())
    questions = root.findall("question[@type='multichoice']")
    assert len({each.findtext("idnumber") for each in questions}) == len(questions)
    for question, exercise in zip(questions, ALL, strict=True):
        check(question, exercise, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_answer_with_the_mark_is_what_the_rules_find(lang: Lang) -> None:
    """Asked anew, of the finding that a programme gets, for all that is asked in the words of a finding."""
    root = tree(moodle_files()[f"data/{moodle_name(lang)}"])
    marked = {
        question.findtext("idnumber"): next(
            html(each.findtext("text") or "").get_text()
            for each in question.findall("answer")
            if each.get("fraction") == "100"
        )
        for question in root.findall("question[@type='multichoice']")
    }
    compared = 0
    for name, calculator in CALCULATORS.items():
        for case in cases(name):
            finding: Any = ask(name, dict(case.facts)).to_json(lang)
            if case.ask is None and not calculator.quick:
                (right,) = (
                    each.label.in_(lang) for each in calculator.answers if each.value == finding["answer"]
                )
            elif case.ask is not None and case.ask.kind == "due":
                due = {each["id"]: each["due"] for each in finding["duties"]}[case.ask.of[0]]
                right = brief_text(datetime.fromisoformat(due)).in_(lang)
            else:
                continue
            compared += 1
            assert marked[case.id] == right, case.id
    assert compared > len(ALL) / 2


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_its_editions_and_keeps_the_exercises_of_a_calculator_together(lang: Lang) -> None:
    root = tree(moodle_bytes(EXERCISES, lang))
    top, *others = root.findall("question[@type='category']")
    about = html(said(top, "info")).get_text()
    assert __version__ in about
    assert all(edition(work) in about for work in works().values())
    beginning = said(top, "category")
    assert beginning.startswith("$course$/top/")
    assert [said(each, "category") for each in others] == [
        f"{beginning}/{calculator.title.in_(lang)}" for calculator in CALCULATORS.values()
    ]
    now, counted = "", dict.fromkeys((said(each, "category") for each in others), 0)
    for question in root.findall("question"):
        if question.get("type") == "category":
            now = said(question, "category")
        else:
            counted[now] += 1
    assert list(counted.values()) == [len(given) for given in EXERCISES.values()]


def test_provisions_are_links_where_the_site_knows_its_address() -> None:
    for lang in LANGS:
        for content, linked in (
            (moodle_bytes(EXERCISES, lang, SITE), True),
            (moodle_bytes(EXERCISES, lang), False),
        ):
            for question, exercise in zip(
                tree(content).findall("question[@type='multichoice']"), ALL, strict=True
            ):
                links = [str(each["href"]) for each in read(question).feedback.find_all("a")]
                wanted = [at.replace(":", "/#") for at in exercise.basis] if linked else []
                assert links == [f"{SITE}{'en/' if lang == 'en' else ''}{each}" for each in wanted]


def test_no_words_are_taken_for_markup() -> None:
    """Whatever stands in a title, a story, a choice or a reason comes out as it went in."""
    given = ALL[0]
    bad = replace(
        given,
        case=replace(given.case, title=both(BAD), story=both(BAD)),
        ask=both(BAD),
        choices=(both(BAD), both(f"{BAD}2"), Text("三", "3")),
        right=1,
        because=(both(BAD),),
    )
    (question,) = tree(moodle_bytes({next(iter(CALCULATORS)): [bad]}, "en", SITE)).findall(
        "question[@type='multichoice']"
    )
    check(question, bad, "en")
    found = read(question)
    assert {each.name for each in (*found.text.find_all(), *found.feedback.find_all())} == {"p", "a"}


@pytest.mark.parametrize("lang", LANGS)
def test_training_links_the_file(lang: Lang, site_folder: Path) -> None:
    file = site_folder / ("en" if lang == "en" else ".") / "training" / "index.html"
    page = html(file.read_text(encoding="utf-8"))
    links = {str(each["href"]) for each in page.select("article a[href*='/data/']")}
    names = {
        (file.parent / each).resolve().name for each in links if (file.parent / each).resolve().is_file()
    }
    assert names >= {moodle_name(lang), "permalinks.csv"}
