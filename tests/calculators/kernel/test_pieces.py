"""Citations, conditions, works and texts: what must not exist cannot be written down."""

from datetime import UTC, datetime

import pytest

from calculators.kernel.citation import Citation, digest, quote
from calculators.kernel.duties.clocks import Due
from calculators.kernel.duties.listing import duty_step, open_facts
from calculators.kernel.duties.rule import Duty, DutyRule
from calculators.kernel.facts import Facts, yes_no
from calculators.kernel.finding import Step
from calculators.kernel.logic import Truth, all_of, fact_is, leaves_that_are
from calculators.kernel.provisions.numerals import numeral
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import Text, both, joined
from calculators.kernel.works import read_work

A = fact_is("a", "yes", zh="甲", en="A")
B = fact_is("b", "yes", zh="乙", en="B")


def test_a_citation_quotes_or_says_how_sure_it_is():
    """Neither and both are refused, and so is an address that is none."""
    assert quote("incident-qa:q5-p1", "最迟", "at most").words == Text("最迟", "at most")
    assert digest("incident-measures:art-4", "2S").confidence == "2S"
    for wrong in (
        {"at": "incident-qa:q5"},
        {"at": "incident-qa:q5", "words": both("x"), "confidence": "2S"},
        {"at": "q5", "words": both("x")},
    ):
        with pytest.raises(ValueError, match="q5"):
            Citation(**wrong)


def test_a_rule_cannot_exist_without_its_citation():
    """Neither a duty nor a step may be built on nothing."""
    with pytest.raises(ValueError, match="no citation"):
        DutyRule(
            id="x", name=both("x"), sender=both("x"), recipients=(), timing="prompt", timing_text=both("x"),
            condition=A, basis=(),
        )  # fmt: skip
    with pytest.raises(ValueError, match="no citation"):
        Step(rule="x", basis=(), outcome="applies", text=both("x"))


@pytest.mark.parametrize(
    ("a", "b", "both_"),
    [
        ("yes", "yes", Truth.MET),
        ("yes", "no", Truth.NOT_MET),
        ("yes", "unknown", Truth.OPEN),
        ("no", "unknown", Truth.NOT_MET),
        ("unknown", "unknown", Truth.OPEN),
    ],
)
def test_all_of_is_decided_as_soon_as_it_can_be(a, b, both_):
    """One part that fails decides; otherwise one that is open leaves it open."""
    assert all_of(A, B).judge({"a": a, "b": b}) is both_
    assert all_of(B, A).judge({"a": a, "b": b}) is both_


def test_only_open_parts_can_still_decide():
    """The parts that are known are not asked again."""
    assert leaves_that_are(Truth.OPEN, all_of(A, B), {"a": "yes"}) == (B,)


@pytest.mark.parametrize(
    ("provision", "zh", "en"),
    [
        ("art-9", "第九条", "Article 9"),
        ("art-16", "第十六条", "Article 16"),
        ("art-1260", "第一千二百六十条", "Article 1260"),
        ("ch-2", "第二章", "Chapter 2"),
        ("ch-2-s1", "第二章第一节", "Chapter 2, Section 1"),
        ("art-9-p1-i7", "第九条第一款第（七）项", "Article 9, paragraph 1, item (7)"),
        ("q5-p1", "第五问答复第一段", "Question 5, answer, paragraph 1"),
        ("notice-p1", "印发通知第一段", "Notice of Issue, paragraph 1"),
    ],
)
def test_a_place_is_cited_as_it_is_written(provision, zh, en):
    """Chinese numerals, 款, 项 and 段 come out as people write them."""
    place = ProvisionId.parse(provision).place
    assert (place.zh, place.en) == (zh, en)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1001, "一千零一"),
        (1260, "一千二百六十"),
    ],
)
def test_chinese_numerals(number, written):
    """As articles are numbered in the longest law."""
    assert numeral(number) == written


def test_a_number_beyond_the_numerals_is_refused():
    """No law has ten thousand articles."""
    with pytest.raises(ValueError, match="10000"):
        numeral(10000)


def test_text_follows_its_language_into_its_parts():
    """A Text put into a Text is read in the same language."""
    said = Text("甲{x}", "A {x}").fill(x=joined([Text("乙", "B"), Text("丙", "C")]))
    assert (said.zh, said.en) == ("甲乙、丙", "A B, C")


HEAD = {
    "id": "w", "kind": "text", "title": {"zh": "名", "en": "N"}, "issuer": {"zh": "署", "en": "I"},
    "in_force": None, "taken_from": {"zh": "源", "en": "S"}, "official": [],
}  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [{"id": "Art 1", "zh": "一", "en": "1"}],
        [{"id": "art-1", "zh": "一", "en": "1"}, {"id": "art-1", "zh": "一", "en": "1"}],
        [{"id": "art-1", "zh": "一", "en": ""}],
        [{"id": "art-1", "en": "1"}],
        [{"id": "ch-1", "zh": "总则", "en": "Chapter 1 General"}],
        [{"id": "ch-1-s1", "zh": "第一节 甲", "en": "Section 1 A"}],
    ],
)
def test_a_work_with_a_wrong_row_is_refused(rows):
    """A bad id, a doubled one and a row without a language never reach a page."""
    with pytest.raises(ValueError, match="w:"):
        read_work({"work": HEAD, "provision": rows})


def test_the_table_is_also_a_tree():
    """An article holds its paragraphs and they their items; a paragraph of the notice stands alone."""
    ids = ["notice-p1", "art-1", "art-1-p1", "art-1-p1-i1", "art-1-p2"]
    work = read_work({"work": HEAD, "provision": [{"id": each, "zh": each, "en": each} for each in ids]})
    assert [row.id for row in work.children(None)] == ["notice-p1", "art-1"]
    assert [row.id for row in work.children("art-1")] == ["art-1-p1", "art-1-p2"]
    assert [row.id for row in work.under("art-1")] == ids[1:]


def test_an_article_stands_in_the_chapter_or_section_that_began_last():
    """Its number runs through all of them, so its id does not say; what stands before the first is at the top."""
    texts = {"ch-1": ("第一章 甲", "Chapter 1 A"), "ch-2": ("第二章　乙", "Chapter 2: B")}
    texts["ch-2-s1"] = ("第一节 丙", "Section 1 C")
    ids = ["title", "ch-1", "art-1", "art-1-p1", "ch-2", "ch-2-s1", "art-2", "art-3", "annex"]
    rows = [{"id": own, **dict(zip(("zh", "en"), texts.get(own, (own, own)), strict=True))} for own in ids]
    work = read_work({"work": HEAD, "provision": rows})
    assert [row.id for row in work.children(None)] == ["title", "ch-1", "ch-2", "annex"]
    assert [row.id for row in work.children("ch-1")] == ["art-1"]
    assert [row.id for row in work.children("ch-2")] == ["ch-2-s1"]
    assert [row.id for row in work.under("ch-2")] == ["ch-2", "ch-2-s1", "art-2", "art-3"]
    assert [work.depth(work[own]) for own in ("ch-1", "art-1", "art-1-p1", "art-2")] == [0, 1, 2, 2]
    assert work["ch-2"].title == Text("乙", "B")
    assert work.cite("art-2").zh == "《名》第二条"


def test_a_duty_that_does_not_apply_says_which_condition_is_not_met():
    """In the condition's own denial where it has one, and never with a deadline."""
    denied = fact_is("c", "yes", zh="丙", en="C", denied=Text("并非丙", "not C"))
    facts = Facts(answers={"a": "no", "c": "no"}, instants={}, dates={}, without_offset=())
    for condition, why in ((A, Text("不满足“甲”", "not met: A")), (denied, Text("并非丙", "not C"))):
        rule = DutyRule(
            id="x", name=both("x"), sender=both("x"), recipients=(), timing="limit", timing_text=both("1"),
            condition=condition, basis=(digest("incident-measures:art-4", "2S"),),
        )  # fmt: skip
        due = Due(datetime(2026, 11, 21, tzinfo=UTC))
        step = duty_step(Duty(rule=rule, due=due, truth=Truth.NOT_MET), facts)
        assert step.text == Text(f"x：不适用，{why.zh}。", f"x: does not apply: {why.en}.")


@pytest.mark.parametrize(("a", "open_"), [("yes", ("b",)), ("unknown", ("a", "b")), ("no", ())])
def test_a_duty_that_is_settled_leaves_no_fact_open(a, open_):
    """What is not known yet is asked only where it can still decide."""
    answers = {"a": a, "b": "unknown"}
    rule = DutyRule(
        id="x", name=both("x"), sender=both("x"), recipients=(), timing="prompt", timing_text=both("x"),
        condition=all_of(A, B), basis=(digest("incident-measures:art-4", "2S"),),
    )  # fmt: skip
    duty = Duty(rule=rule, due=Due(), truth=rule.condition.judge(answers))
    facts = Facts(answers=answers, instants={}, dates={}, without_offset=())
    questions = tuple(yes_no(name, both(name), ()) for name in ("a", "b"))
    assert open_facts(questions, [duty], facts) == open_
