"""Forms: every fact has its field, whatever its words hold, in both languages."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import NOW, Choice, Fact
from calculators.kernel.text import LANGS, Lang, both
from publisher.calculator import messages
from publisher.calculator.form import questions_html
from publisher.calculator.page import calculator_html
from publisher.calculator.quick import NAME as QUICK
from publisher.html.markup import html, mark_chinese
from publisher.paths import ROOT
from tests.publisher.parsing import parsed

CALCULATOR = CALCULATORS["incident-report"]
SCRIPTS = ROOT / "docs" / "assets" / "calculator"


def form_of(calculator: Calculator, lang: Lang) -> BeautifulSoup:
    """Return a calculator's form."""
    return parsed(questions_html(calculator, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_every_fact_has_fields_named_after_it(lang: Lang) -> None:
    """The names of the fields are the names of the facts, and the values those that the rules accept."""
    form = form_of(CALCULATOR, lang)
    names = {str(field["name"]) for field in form.find_all("input", attrs={"name": True})}
    assert names - {QUICK} == {fact.name for fact in CALCULATOR.facts}
    for question in form.find_all(attrs={"data-fact": True}):
        fields = question.find_all("input", attrs={"name": True})
        assert {field["name"] for field in fields} == {question["data-fact"]}
    for fact in CALCULATOR.facts:
        fields = form.find_all("input", attrs={"name": fact.name})
        if fact.choices:
            assert [field["value"] for field in fields] == [choice.value for choice in fact.choices]
            # "Not sure" is an answer, and none is chosen for the reader.
            assert not [field for field in fields if field.has_attr("checked")]
        elif fact.name == NOW:
            assert [(field["type"], field["value"]) for field in fields] == [("hidden", "")]
        else:
            assert [field["type"] for field in fields] == ["text"]
            picks = form.select(f"[data-fact={fact.name}] [data-part=picks] input")
            assert [field["type"] for field in picks] == (
                ["date", "time"] if fact.kind == "instant" else ["date"]
            )
            assert all(
                field.has_attr("disabled") and field["aria-label"] for field in picks
            )  # until the script has come


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_has_label_help_and_a_place_for_its_error(lang: Lang) -> None:
    """Every id that a label or a description names is there, once, and every question has a slot for its error."""
    form = form_of(CALCULATOR, lang)
    ids = [str(each["id"]) for each in form.find_all(id=True)]
    assert len(set(ids)) == len(ids)
    for label in form.find_all("label"):
        assert label["for"] in ids
    for described in form.find_all(attrs={"aria-describedby": True}):
        assert set(str(described["aria-describedby"]).split()) <= set(ids)
    for fact in CALCULATOR.facts:
        question = form.find(attrs={"data-fact": fact.name})
        assert isinstance(question, Tag)
        if fact.name == NOW:  # no question: the reader's own clock serves, which is said
            assert messages.OWN_CLOCK.in_(lang) in question.get_text()
            continue
        assert question.find(id=f"incident-report-{fact.name}-error")
        assert fact.label.in_(lang) in question.get_text()
        grounds = [
            each for each in form.select(".calc-grounds dt") if each.get_text() == fact.label.in_(lang)
        ]
        assert len(grounds) == bool(fact.basis)
        for each in grounds:
            links = [str(link["href"]) for link in each.parent.select("dd a.calc-cite")]  # type: ignore[union-attr]
            assert links == [f"/{at.replace(':', '.md#')}" for at in fact.basis]


def test_grades_always_stand_with_their_chinese_name() -> None:
    """In English each grade carries its Chinese name, marked as Chinese."""
    form = form_of(CALCULATOR, "en")
    for value, name in (
        ("particularly_major", "特别重大"),
        ("major", "重大"),
        ("relatively_major", "较大"),
        ("general", "一般"),
    ):
        field = form.find("input", attrs={"name": "grade", "value": value})
        assert field
        chinese = field.parent.find(lang="zh-Hans")  # type: ignore[union-attr]
        assert chinese
        assert chinese.get_text() == name


def test_what_is_required_of_some_is_said_and_asked_first() -> None:
    """A time that a provider and an operator must give stands among the first questions, with that said."""
    form = form_of(CALCULATORS["vulnerability-duties"], "en")
    question = form.find(attrs={"data-fact": "aware_at"})
    assert isinstance(question, Tag)
    assert "(required of a provider and an operator)" in question.get_text()
    first, folded = (
        [each["data-fact"] for each in form.select(f"{part} [data-fact]")]
        for part in ("[data-part=first]", ".calc-more-questions")
    )
    assert first == ["role", "aware_at"]
    assert folded == ["log_created_on", "now"]


@pytest.mark.parametrize("lang", LANGS)
def test_form_can_be_sent_off_once_the_script_runs(lang: Lang) -> None:
    """The button is there from the beginning, and idle until someone takes the form."""
    button = form_of(CALCULATOR, lang).find("button", attrs={"type": "submit"})
    assert isinstance(button, Tag)
    assert button.has_attr("disabled")


def test_hostile_words_stay_words() -> None:
    """Markup in a fact's name for people is shown, never obeyed."""
    bad = "<script>alert('1')</script>\" onclick=\"x"
    fact = Fact(
        name="cii",
        kind="choice",
        label=both(bad),
        help=both(bad),
        choices=(Choice(value='"><b>', label=both(bad)),),
    )
    calculator = Calculator(
        name="x",
        title=both(bad),
        question=both(bad),
        facts=(fact,),
        rules=(),
        answers=(),
        find=CALCULATOR.find,
    )
    form = parsed(questions_html(calculator, "en"))
    assert not form.find_all(["script", "b"])
    assert not [tag for tag in form.find_all(True) if tag.has_attr("onclick")]
    legend = form.find("legend")
    assert legend
    assert legend.get_text() == bad


def test_chinese_runs_in_english_are_marked() -> None:
    """A Chinese name inside an English sentence is spoken as Chinese; a Chinese sentence needs no marks."""
    assert (
        html(mark_chinese("major (重大) & more", "en"))
        == 'major (<span lang="zh-Hans">重大</span>) &amp; more'
    )
    assert mark_chinese("重大（A）", "zh") == "重大（A）"


@pytest.mark.parametrize("lang", LANGS)
def test_script_finds_every_word_it_says(lang: Lang) -> None:
    """Every word that the script asks for is in the page, and no word there is unused."""
    source = "\n".join(file.read_text(encoding="utf-8") for file in SCRIPTS.rglob("*.js"))
    asked = set(re.findall(r"(?<!step\.)words\.([a-z_]+)", source))
    made = {"outcome_", "failed_", "now_"}
    known = set(messages.SCRIPT)
    assert asked <= known
    assert {word for word in known - asked if not word.startswith(tuple(made))} == set()
    assert f'"{messages.SCRIPT["loading"].in_(lang)}"' in html(calculator_html(CALCULATOR.name, lang))


def test_data_block_cannot_be_ended_by_its_text() -> None:
    """No text of a page can close the data block of the script."""
    page = html(calculator_html(CALCULATOR.name, "zh"))
    block = page.partition('<script type="application/json">')[2].partition("</script>")[0]
    assert "<" not in block
