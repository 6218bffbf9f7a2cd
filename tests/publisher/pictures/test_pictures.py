"""The pictures say what the rules say: every word is read back from the drawing, and a changed rule changes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.duties.clocks import FromInstant
from calculators.kernel.duties.limits import hours
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.finding import Reading
from calculators.kernel.logic import fact_is, leaves
from calculators.kernel.provisions.grading import Grading
from calculators.kernel.text import LANGS, Lang, Text
from calculators.texts import gradings, works
from publisher.calculator.requirement_table import condition_text
from publisher.html.markup import html
from publisher.pictures import PICTURES, diagram_html
from publisher.pictures.disclosure import disclosure
from publisher.pictures.drawing import WIDTH
from publisher.pictures.figure import WORDS, figure_html, places
from publisher.pictures.grades import grades, rungs
from publisher.pictures.life import life
from publisher.pictures.routes import routes

INCIDENTS, DUTIES, DISCLOSURE = (
    CALCULATORS[name] for name in ("incident-report", "vulnerability-duties", "disclosure")
)
DIGEST = "incident-measures"


def squeezed(text: str) -> str:
    """Text as one run, in small letters: where its lines end says nothing, nor does a capital at their beginning."""
    return re.sub(r"\s+", "", text).lower()


def read(name: str, lang: Lang, **altered: object) -> BeautifulSoup:
    drawn: Callable[..., object] = PICTURES[name]
    return BeautifulSoup(html(figure_html(name, drawn(lang, **altered), lang)), "html.parser")


def said(part: Tag | BeautifulSoup | None) -> str:
    assert part is not None
    return squeezed(part.get_text())


def duty(page: BeautifulSoup, rule: DutyRule, where: str = "svg g") -> Tag:
    """The one part of a page that is a duty's."""
    (only,) = page.select(f'{where}[data-duty="{rule.id}"]')
    return only


def with_rule(calculator: Calculator, id_: str, **changed: object) -> Calculator:
    return replace(
        calculator,
        rules=tuple(replace(each, **changed) if each.id == id_ else each for each in calculator.rules),
    )


def test_the_pictures_have_names_that_stay() -> None:
    assert list(PICTURES) == ["who-tells-whom", "may-i-disclose", "vulnerability-life", "grades"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PICTURES)
def test_a_drawing_is_small_plain_and_named(name: str, lang: Lang) -> None:
    page = BeautifulSoup(html(diagram_html(name, lang)), "html.parser")
    (svg,) = page.find_all("svg")
    assert len(svg.decode()) < 24_000
    assert not page.select("[id], [style], script, style, path, image, foreignObject")
    assert svg["role"] == "img"
    assert str(page.figcaption.get_text()) in str(svg["aria-label"])
    assert str(svg["viewbox"]).startswith(f"0 0 {WIDTH} ")
    assert not svg.find_all("a"), "its words hold the links"
    assert page.select(".diagram-words a[href]")


@pytest.mark.parametrize("lang", LANGS)
def test_every_duty_of_an_incident_stands_once_with_who_whom_and_when(lang: Lang) -> None:
    page = read("who-tells-whom", lang)
    ids = [str(each["data-duty"]) for each in page.select("svg g[data-duty], .diagram-besides [data-duty]")]
    assert sorted(ids) == sorted(each.id for each in INCIDENTS.rules)
    for rule in INCIDENTS.rules:
        words = said(duty(page, rule, "li"))
        for each in (rule.sender, *rule.recipients, rule.timing_text):
            assert squeezed(each.in_(lang)) in words
        links = [str(link["href"]) for link in duty(page, rule, "li").select("a")]
        assert len(links) == len({each.at for each in rule.basis})
        if rule.id not in {str(each["data-duty"]) for each in page.select("svg g[data-duty]")}:
            continue
        drawn = said(duty(page, rule))
        assert all(squeezed(each.in_(lang)) in drawn for each in rule.recipients)
        assert squeezed((rule.limit.text if rule.limit else rule.timing_text).in_(lang)) in drawn


@pytest.mark.parametrize("lang", LANGS)
def test_what_has_a_limit_from_discovery_is_drawn_and_so_is_what_follows(lang: Lang) -> None:
    page = read("who-tells-whom", lang)
    drawn = {str(each["data-duty"]) for each in page.select("svg g[data-duty]")}
    first = {rule.id for rule in INCIDENTS.rules if isinstance(rule.clock, FromInstant)}
    assert first <= drawn
    assert {rule.id for rule in INCIDENTS.rules if rule.after} == drawn - first
    heads = said(page.svg)
    for name in ("relatively_major", "major"):
        assert (
            f"({squeezed(_grade(name).zh)})" in heads if lang == "en" else squeezed(_grade(name).zh) in heads
        )


def _grade(id_: str) -> Text:
    return next(each.name for each in gradings()[DIGEST].grades if each.id == id_)


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_text_leaves_open_is_said_with_its_reading(lang: Lang) -> None:
    read_ = {each.id: each for each in INCIDENTS.readings}
    note = said(read("who-tells-whom", lang).select_one(".diagram-note"))
    for id_ in ("clock-start", "both-routes"):
        assert squeezed(read_[id_].strict.in_(lang)) in note


def test_the_others_are_those_whom_the_text_calls_so() -> None:
    """The one name of ours for an operator is the text's own."""
    rule = next(each for each in INCIDENTS.rules if each.id == "report-provincial")
    name = WORDS["any_other"].fill(who=rule.sender).zh
    assert name in said(duty(read("who-tells-whom", "zh"), rule))
    assert name in works()["incident-qa"]["q5-p3"].text.zh


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_limit_recipient_or_condition_changes_who_tells_whom(lang: Lang) -> None:
    rule = next(each for each in INCIDENTS.rules if each.id == "report-central")
    longer = with_rule(INCIDENTS, rule.id, clock=FromInstant("aware_at", hours(7)))
    drawn = said(duty(read("who-tells-whom", lang, calculator=longer), rule))
    assert squeezed(hours(7).text.in_(lang)) in drawn
    assert squeezed(hours(2).text.in_(lang)) not in drawn
    another = with_rule(INCIDENTS, rule.id, recipients=(*rule.recipients, Text("某部", "Somebody")))
    assert squeezed(Text("某部", "Somebody").in_(lang)) in said(
        duty(read("who-tells-whom", lang, calculator=another), rule)
    )
    else_ = fact_is("central_body", "yes", zh="属于某类单位", en="it is of some kind")
    grade = next(leaf for leaf in leaves(rule.condition) if leaf.fact == "grade")
    kind = with_rule(INCIDENTS, rule.id, condition=type(rule.condition)((else_, grade)))
    assert squeezed(else_.text.in_(lang)) in said(duty(read("who-tells-whom", lang, calculator=kind), rule))


@pytest.mark.parametrize("lang", LANGS)
def test_a_relay_that_is_no_more_is_not_drawn(lang: Lang) -> None:
    without = replace(INCIDENTS, rules=tuple(each for each in INCIDENTS.rules if each.id != "relay-cii"))
    assert not read("who-tells-whom", lang, calculator=without).select('[data-duty="relay-cii"]')


@pytest.mark.parametrize("lang", LANGS)
def test_every_requirement_stands_once_with_its_provision(lang: Lang) -> None:
    page = read("may-i-disclose", lang)
    for each in DISCLOSURE.requirements:
        (drawn,) = page.select(f'svg g[data-rule="{each.id}"]')
        for leaf in leaves(each.condition):
            assert squeezed(leaf.text.in_(lang)) in said(drawn)
        assert squeezed(places(each.basis).in_(lang)) in said(drawn)
        (item,) = page.select(f'li[data-rule="{each.id}"]')
        assert squeezed(condition_text(each.condition, lang)) in said(item)
        assert len(item.select("a")) == len(each.basis)


@pytest.mark.parametrize("lang", LANGS)
def test_a_requirement_stands_at_the_acts_that_it_binds(lang: Lang) -> None:
    page = read("may-i-disclose", lang)
    acts = next(each for each in DISCLOSURE.facts if each.name == "act").choices
    assert {str(each["data-act"]) for each in page.select("svg g[data-act]")} == {act.value for act in acts}
    gates = {each.id for each in DISCLOSURE.requirements if each.acts == {act.value for act in acts}}
    assert gates
    for act in acts:
        (door,) = page.select(f'svg g[data-act="{act.value}"]')
        there = {str(each["data-rule"]) for each in door.select("[data-rule]")}
        bound = {each.id for each in DISCLOSURE.requirements if act.value in each.acts}
        assert there == bound - gates
        assert squeezed(act.label.in_(lang)) in said(door)
        # A branch bears the whole label, behind its shape or its case; a sentence may hold the same words.
        branches = {
            re.split(r"[:：○■]", said(each))[-1]
            for each in door.select(".diagram-permitted, .diagram-prohibited")
        }
        expected = {"permitted", "prohibited"} if there else {"permitted"}
        assert branches == {
            squeezed(each.label.in_(lang)) for each in DISCLOSURE.answers if each.value in expected
        }


@pytest.mark.parametrize("lang", LANGS)
def test_a_door_without_conditions_says_what_the_calculator_answers(lang: Lang) -> None:
    page = read("may-i-disclose", lang)
    passed = {"unlawful_purpose": "no", "attack_tool": "no"}
    for act in ("tell_provider", "report_platform", "share_domestic"):
        sentence = DISCLOSURE.answer({"act": act, **passed}).conclusion.answer_text.in_(lang)
        (door,) = page.select(f'svg g[data-act="{act}"]')
        _, reason = re.split(r"：|: ", sentence, maxsplit=1)
        assert squeezed(reason) in said(door)


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_requirement_changes_may_i_disclose(lang: Lang) -> None:
    changed = fact_is("hype", "no", zh="不作某事", en="something is not done")
    altered = replace(
        DISCLOSURE,
        requirements=tuple(
            replace(each, condition=changed, acts=each.acts | {"share_domestic"})
            if each.id == "no-hype"
            else each
            for each in DISCLOSURE.requirements
        ),
    )
    page = read("may-i-disclose", lang, calculator=altered)
    drawn = page.select('svg g[data-rule="no-hype"]')
    assert [str(each.find_parent(attrs={"data-act": True})["data-act"]) for each in drawn] == [
        "share_domestic",
        "publish",
    ]
    assert all(squeezed(changed.text.in_(lang)) in said(each) for each in drawn)


@pytest.mark.parametrize("lang", LANGS)
def test_every_duty_of_a_vulnerability_stands_once_in_its_life(lang: Lang) -> None:
    page = read("vulnerability-life", lang)
    for rule in DUTIES.rules:
        drawn, words = said(duty(page, rule)), said(duty(page, rule, "li"))
        assert squeezed(rule.name.in_(lang)) in drawn
        assert squeezed(places(rule.basis).in_(lang)) in drawn
        for each in (rule.sender, rule.name, rule.timing_text, *rule.recipients):
            assert squeezed(each.in_(lang)) in words
        assert squeezed(rule.timing_text.in_(lang)) in said(page.svg)
    start = next(each.timeline for each in DUTIES.facts if each.starts_the_case and each.timeline)
    assert squeezed(start.in_(lang)) in said(page.svg)


@pytest.mark.parametrize("lang", LANGS)
def test_the_strict_count_of_days_is_that_of_the_reading(lang: Lang) -> None:
    reading: Reading = next(each for each in DUTIES.readings if each.id == "two-days")
    count = hours(48).text.in_(lang)
    assert count in reading.strict.in_(lang)
    assert squeezed(WORDS["strictly"].fill(hours=count).in_(lang)) in said(
        read("vulnerability-life", lang).svg
    )


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_duty_changes_the_life_of_a_vulnerability(lang: Lang) -> None:
    later = Text("过一阵", "after a while")
    changed = with_rule(DUTIES, "patch", timing_text=later)
    assert squeezed(later.in_(lang)) in said(read("vulnerability-life", lang, calculator=changed).svg)


@pytest.mark.parametrize("lang", LANGS)
def test_the_ladder_has_every_duty_on_the_rung_where_it_begins(lang: Lang) -> None:
    page = read("grades", lang)
    order = ["general", "relatively_major", "major", "particularly_major"]
    assert [str(each["data-grade"]) for each in page.select("svg g[data-grade]")] == order[::-1]
    for rule in INCIDENTS.rules:
        met = [grade for grade in order if rule.condition.judge({"grade": grade}).value != "not_met"]
        (item,) = page.select(f'li[data-duty="{rule.id}"]')
        rung = item.find_parent(attrs={"data-grade": True})
        assert rung is not None
        assert rung["data-grade"] == met[0]
        (drawn,) = page.select(f'svg g[data-grade="{met[0]}"]')
        for each in (rule.name, rule.timing_text):
            assert squeezed(each.in_(lang)) in said(drawn)


@pytest.mark.parametrize("lang", LANGS)
def test_the_ladder_has_the_figures_of_the_annex_with_how_sure_they_are(lang: Lang) -> None:
    page, found = read("grades", lang), 0
    for rung in rungs(INCIDENTS, gradings()[DIGEST]):
        (drawn,) = page.select(f'svg g[data-grade="{rung.id}"]')
        for row, cell in rung.cells:
            found += 1
            assert not cell.is_open
            assert row.part not in {"access", "tampering"}, "these decide nothing by themselves"
            assert squeezed(cell.value.in_(lang)) in said(drawn)
            (link,) = page.select(f'li[data-grade="{rung.id}"] a[href$="#{row.id}"]')
            statement = next(
                each
                for each in row.provision().statements
                if each.text.in_(lang).startswith(_begun(cell.grade.name.in_(lang)))
            )
            assert said(link).split("〔")[0].split("[")[0] in squeezed(statement.text.in_(lang))
            assert (link.get_text()[-1] in "〕]") == (cell.confidence != "2S")
    assert found == 12


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


@pytest.mark.parametrize("lang", LANGS)
def test_a_changed_cell_or_rule_changes_the_ladder(lang: Lang) -> None:
    grading: Grading = gradings()[DIGEST]
    rows = tuple(
        replace(row, cells=(row.cells[0], row.cells[1], replace(row.cells[2], number=7_000_000)))
        if row.id == "annex-loss"
        else row
        for row in grading.indicators
    )
    page = read("grades", lang, grading=replace(grading, indicators=rows))
    (drawn,) = page.select('svg g[data-grade="relatively_major"]')
    assert squeezed("700万元以上" if lang == "zh" else "RMB 7,000,000 or more") in said(drawn)
    summary = next(each for each in INCIDENTS.rules if each.id == "summary")
    highest = fact_is("grade", "particularly_major", zh="x", en="x")
    page = read("grades", lang, calculator=with_rule(INCIDENTS, summary.id, condition=highest))
    (drawn,) = page.select('svg g[data-grade="particularly_major"]')
    assert squeezed(summary.name.in_(lang)) in said(drawn)


def test_our_words_around_the_pictures_hold_no_figure() -> None:
    """A number or a unit of time among them would be written twice."""
    for key, words in WORDS.items():
        assert not re.search(
            r"[0-9]|小时|分钟|个月|\bhours?\b(?!\})|minutes|months",
            re.sub(r"\{\w+\}", "", words.zh + words.en),
        ), key


@pytest.mark.parametrize("picture", [routes, disclosure, life, grades])
def test_both_languages_say_as_much(picture: Callable[[Lang], object]) -> None:
    zh, en = (BeautifulSoup(html(figure_html("x", picture(lang), lang)), "html.parser") for lang in LANGS)  # type: ignore[arg-type]
    for selector in (
        "svg g[data-duty]",
        "svg g[data-rule]",
        "svg g[data-act]",
        "svg rect",
        "svg polyline",
        "li",
    ):
        assert len(zh.select(selector)) == len(en.select(selector)), selector


def test_the_pictures_stand_on_their_pages_in_both_languages() -> None:
    """And outside the law's own block, whose text and ids stay as they are."""
    docs = Path(__file__).resolve().parents[3] / "docs"
    where = {
        "who-tells-whom": ("incident-qa", "incident-measures", "calculators/incident-report"),
        "may-i-disclose": ("vulnerability-provisions", "calculators/disclosure"),
        "vulnerability-life": ("vulnerability-provisions", "calculators/vulnerability-duties"),
        "grades": ("incident-measures", "calculators/incident-report"),
    }
    for lang in LANGS:
        for name, pages in where.items():
            for page in pages:
                source = (docs / lang / f"{page}.md").read_text(encoding="utf-8")
                assert source.count(f"/// diagram | {name}\n///") == 1, (lang, page)
