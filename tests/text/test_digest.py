"""The digest of the Measures: every statement has its sources and its mark, and the annex only numbers that they bear."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

import pytest

from calculators import incidents
from calculators.kernel.provisions.grading import read_grading
from calculators.kernel.text import Text
from calculators.kernel.works import CONFIDENCE, Source, check_sources, read_work
from calculators.texts import gradings, works
from publisher.reference.faq import faq
from publisher.reference.model import table_pages
from tests.text.numbers import in_chinese, in_english
from tests.text.test_english import against_the_table
from tests.text.texts import TERMS

DIGEST = works()["incident-measures"]
GRADING = gradings()["incident-measures"]
TABLE = {key: {"zh": "表", "en": "table"} for key in ("caption", "help")}
STATEMENTS = [(row.id, each) for row in DIGEST.provisions.values() for each in row.statements]
CELLS = [(row, cell) for row in GRADING.indicators for cell in row.cells]

every_statement = pytest.mark.parametrize(
    "statement",
    [each for _, each in STATEMENTS],
    ids=[f"{own}-{at}" for at, (own, _) in enumerate(STATEMENTS)],
)
every_cell = pytest.mark.parametrize(
    ("indicator", "cell"), CELLS, ids=[f"{row.id}-{cell.grade.id}" for row, cell in CELLS]
)

PRESS = {"PR-REG", "PR-CTN", "PR-TR", "PR-CN", "PR-DSR", "ONCC", "SZD"}
"""Press reports; they go back to one newspaper, so together they count as one source."""

ORDINARY = {"规定", "责任", "管理", "处理", "施行", "义务", "软件", "影响", "处置"}
"""Terms of the texts that our own sentences also use in other senses or inside other words."""

NOT_VERIFIED = {
    "annex-portal-sites": {"relatively_major"},
    "annex-cii-main": {"major"},
    "annex-headcount": {"relatively_major"},
    "annex-tampering-sites": {"relatively_major"},
    **{
        f"annex-tampering-{each}": {"major", "relatively_major"}
        for each in ("home", "other-pages", "reposts", "views")
    },
}
"""The cells that nothing but unusable sources, or none at all, bear."""

KNOWN = {
    "annex-portal-outage": ((24, "hours", "2S"), (6, "hours", "PRESS"), (2, "hours", "1S")),
    "annex-cii-whole": ((6, "hours", "2S"), (1, "hours", "2S"), (10, "minutes", "2S")),
    "annex-cii-main": ((24, "hours", "2S"), None, (30, "minutes", "1S")),
    "annex-population": ((50, "percent", "2S"), (50, "percent", "PRESS"), (30, "percent", "1S")),
    "annex-headcount": ((10_000_000, "persons", "2S"), (1_000_000, "persons", "PRESS"), None),
    "annex-personal-information": (
        (100_000_000, "persons", "2S"),
        (10_000_000, "persons", "2S"),
        (1_000_000, "persons", "2S"),
    ),
    "annex-tampering-home": ((6, "hours", "2S"), None, None),
    "annex-tampering-other-pages": ((24, "hours", "1S"), None, None),
    "annex-tampering-reposts": ((100_000, "times", "2S"), None, None),
    "annex-tampering-views": ((1_000_000, "times", "2S"), None, None),
    "annex-loss": ((100_000_000, "yuan", "2S"), (20_000_000, "yuan", "1S"), (5_000_000, "yuan", "1S")),
}
"""Every number of the annex that is known, with its unit and how sure it is."""


def test_the_fourteen_articles_and_the_annex():
    ids = list(DIGEST.provisions)
    assert ids[:15] == [*(f"art-{number}" for number in range(1, 15)), "annex"]
    assert ids[15:] == [each.id for each in GRADING.indicators]
    assert all(re.fullmatch(r"annex(-[a-z]+)+", own) for own in ids[15:])
    assert len(set(ids)) == len(ids)
    assert [own for own, row in DIGEST.provisions.items() if row.number_deduced] == [
        "art-5",
        "art-6",
        "art-9",
        "art-13",
    ]


@pytest.mark.parametrize("row", DIGEST.provisions.values(), ids=lambda row: row.id)
def test_every_provision_says_something(row):
    """A number in a name would stand without a source."""
    assert row.statements
    if row.id.startswith("annex-"):
        assert not in_chinese(row.text.zh)
        assert not in_english(row.text.en)
    elif row.gist:
        assert not in_chinese(row.gist.zh)


def test_names_of_the_parts_differ():
    assert len({row.name.zh for row in GRADING.indicators}) == len(GRADING.indicators)
    assert len({row.name.en for row in GRADING.indicators}) == len(GRADING.indicators)


@every_statement
def test_sources_and_mark(statement):
    """A mark that says two has two, of which one at most is the press; what is open has none and says so."""
    assert statement.confidence in CONFIDENCE
    assert set(statement.sources) <= set(DIGEST.sources)
    assert len(set(statement.sources)) == len(statement.sources)
    not_press = set(statement.sources) - PRESS
    if statement.confidence == "2S":
        assert len(statement.sources) >= 2
        assert not_press
    elif statement.confidence == "PRESS":
        assert statement.sources
        assert not not_press
    elif statement.confidence == "OPEN":
        assert not statement.sources
        assert "此处未核实，请查阅官方网页" in statement.text.zh
        assert "not verified here: see the official page" in statement.text.en
    else:
        assert not_press
    assert ("未核实" in statement.text.zh) == (statement.confidence == "OPEN")


@pytest.mark.parametrize("own", [f"art-{number}" for number in range(1, 15)])
def test_what_is_deduced_or_open_stands_last(own):
    """The page folds it away behind what sources say; in the order of the data nothing moves."""
    unsure = [each.confidence in {"INF", "OPEN"} for each in DIGEST[own].statements]
    assert unsure == sorted(unsure)


@every_statement
def test_numbers_agree_in_both_languages(statement):
    """And a number stands in no statement without a source."""
    assert in_chinese(statement.text.zh) == in_english(statement.text.en)
    if in_chinese(statement.text.zh):
        assert statement.sources


@every_statement
def test_fixed_terms(statement):
    terms = [term for term in TERMS if term.work is None and term.zh not in ORDINARY]
    assert against_the_table("incident-measures", statement.text, terms) == []


@every_statement
def test_sentences_are_set_as_sentences(statement):
    assert statement.text.zh.endswith("。")
    assert statement.text.en.endswith(".")
    assert statement.text.en[0] == statement.text.en[0].upper()
    assert not re.search(r"[,;:?!]", re.sub(r"\d[,:]\d", "", statement.text.zh))
    assert not re.search(r"[，；：。、？]", statement.text.en)


WORDS_ONLY = {key for key, source in DIGEST.sources.items() if source.words_only}


def resting_on_words_only(*, words: str, confidence: str, sources: Collection[str], grade: bool) -> str:
    """Say what evidence of words only is made to bear that it cannot: a number, or a grade that is not marked as deduced."""
    if not sources or not set(sources) <= WORDS_ONLY:
        return ""
    if in_chinese(words):
        return f"“{words}” has a number, and nothing but evidence of words under it"
    if grade and confidence != "INF":
        return f"“{words}” has a grade that is deduced, and is marked {confidence}"
    return ""


@every_statement
def test_words_alone_give_no_number(statement):
    said = {"words": statement.text.zh, "confidence": statement.confidence, "sources": statement.sources}
    assert resting_on_words_only(**said, grade=False) == ""


@every_cell
def test_words_alone_give_no_number_and_no_grade(indicator, cell):
    words = cell.words.zh if cell.words else str(cell.number or "")
    said = {"words": words, "confidence": cell.confidence, "sources": cell.sources}
    assert resting_on_words_only(**said, grade=True) == ""
    assert not (cell.number and WORDS_ONLY & set(cell.sources)), indicator.id


def test_words_alone_give_no_number_on_any_other_page():
    rows = [(row.cells, row) for page in table_pages().values() for row in page.rows()]
    answers = [((each.text,), each) for question in faq().questions() for each in question.statements]
    for texts, told in (*rows, *answers):
        for text in texts:
            said = {"words": text.zh, "confidence": told.confidence, "sources": told.sources}
            assert resting_on_words_only(**said, grade=False) == ""


def test_a_statement_on_a_withdrawn_source_is_refused():
    with pytest.raises(
        ValueError, match="incident-measures: art-4 rests on sources that are withdrawn: HICOM"
    ):
        check_sources("incident-measures: art-4", ["S-QA", "HICOM"], DIGEST.sources)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"confidence": None}, "art-1 does not say how sure it is: no confidence"),
        ({"confidence": "3S"}, "art-1 does not say how sure it is: 3S"),
        ({"sources": None}, "a statement names its sources, or it is OPEN"),
        ({"sources": []}, "a statement names its sources, or it is OPEN"),
        ({"confidence": "OPEN"}, "a statement names its sources, or it is OPEN"),
        ({"sources": ["NOBODY"]}, "names sources that are not there: NOBODY"),
    ],
)
def test_a_statement_without_source_or_confidence_is_refused(changed, message):
    """Before a page is made of it: the build ends with that sentence."""
    file = Path(incidents.__file__).parent / "law" / "measures.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert read_work(table).id == "incident-measures"
    statement = table["provision"][0]["statement"][0]
    statement |= changed
    for key in [key for key, value in changed.items() if value is None]:
        del statement[key]
    with pytest.raises(ValueError, match=message):
        read_work(table)


def test_what_words_alone_cannot_bear_is_caught():
    said = {"words": "中断", "confidence": "1S", "sources": ["FRAG"], "grade": True}
    assert "is deduced, and is marked 1S" in resting_on_words_only(**said)
    assert "has a number" in resting_on_words_only(**said | {"words": "中断2小时", "confidence": "INF"})
    assert resting_on_words_only(**said | {"confidence": "INF"}) == ""
    assert resting_on_words_only(**said | {"sources": ["FRAG", "GH1"]}) == ""


def test_evidence_of_words_is_never_linked():
    assert {"FRAG"} == WORDS_ONLY
    name = Text("词句", "Phrases")
    with pytest.raises(ValueError, match="never linked"):
        Source(name=name, url="https://example.org", words_only=True)


WITHDRAWN = {key for key, source in DIGEST.sources.items() if source.withdrawn}


def test_the_machine_made_source_is_withdrawn():
    """The text contradicts it; what rested on it rests on others, or is not verified."""
    assert {"HICOM"} == WITHDRAWN
    assert DIGEST.sources["HICOM"].url is None
    for statement in (each for _, each in STATEMENTS):
        assert not WITHDRAWN & set(statement.sources)


def test_the_criterion_on_data_has_its_object():
    """Without it, every sizeable leak would seem to be within a grade."""
    (row,) = (each for each in GRADING.indicators if each.id == "annex-general-data")
    for cell in row.cells:
        assert "对国家安全和社会稳定构成" in cell.value.zh
        assert "to state security and social stability" in cell.value.en


def test_unusable_sources_are_no_sources():
    for key, source in DIGEST.sources.items():
        assert not re.search(r"(?i)scram|draft", f"{key} {source.name.en} {source.url}")
        assert "征求意见稿" not in source.name.zh
    assert set(DIGEST.sources) - WITHDRAWN == {key for _, each in STATEMENTS for key in each.sources}


@every_cell
def test_a_cell_has_the_number_and_mark_that_the_sources_bear(indicator, cell):
    at = [each.id for each in GRADING.grades].index(cell.grade.id)
    known = KNOWN.get(indicator.id, (None, None, None))[at]
    assert ((cell.number, cell.unit, cell.confidence) if cell.number else None) == known
    assert cell.is_open == (cell.grade.id in NOT_VERIFIED.get(indicator.id, ()))


@every_cell
def test_an_open_cell_says_so_and_words_hide_no_number(indicator, cell):
    if cell.is_open:
        assert cell.value == CONFIDENCE["OPEN"]
    elif cell.words:
        assert not in_chinese(cell.words.zh), indicator.id


def test_or_more_stands_with_every_number():
    for _, cell in CELLS:
        if cell.number:
            assert cell.value.zh.endswith("以上")
            assert cell.value.en.endswith("or more")


def test_a_leak_below_the_number_is_not_automatically_below_the_grade():
    said = [
        each for own, each in STATEMENTS if own == "annex-personal-information" and each.confidence == "INF"
    ]
    assert len(said) == 1
    assert "不足100万人" in said[0].text.zh
    assert "不当然低于较大" in said[0].text.zh


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"major": {"number": 1, "confidence": "1S", "sources": ["MB"]}}, "a number needs a unit"),
        (
            {"major": {"number": 1, "unit": "weeks", "confidence": "1S", "sources": ["MB"]}},
            "a number needs a unit",
        ),
        ({"major": {"number": 1, "unit": "hours", "confidence": "1S"}}, "names its sources"),
        ({"major": {"confidence": "1S", "sources": ["MB"]}}, "says something"),
        ({"major": {"number": 1, "unit": "hours", "confidence": "OPEN"}}, "says something"),
        ({"major": {"confidence": "OPEN", "sources": ["MB"]}}, "says something"),
        ({"major": None}, "lacks a grade"),
        ({"part": "nowhere"}, "in no part"),
    ],
)
def test_a_wrong_row_is_refused(changed, message):
    cell = {"number": 6, "unit": "hours", "confidence": "1S", "sources": ["WLZX"]}
    grades = [{"id": each.id, "zh": "级", "en": "grade"} for each in GRADING.grades]
    row = {"id": "annex-x", "part": "p", "zh": "指标", "en": "indicator"}
    row |= {each["id"]: cell for each in grades}
    table = TABLE | {"grade": grades, "part": [{"id": "p", "zh": "部分", "en": "part"}], "indicator": [row]}
    assert read_grading(table).indicators[0].cells[0].number == 6
    wrong = {key: value for key, value in (row | changed).items() if value is not None}
    with pytest.raises(ValueError, match=message):
        read_grading(table | {"indicator": [wrong]})


def test_the_grades_are_those_that_have_indicators_the_highest_first():
    assert [each.id for each in GRADING.grades] == ["particularly_major", "major", "relatively_major"]


def test_an_indicator_twice_is_refused():
    row = {"id": "annex-x", "part": "p", "zh": "指标", "en": "indicator"}
    grades = [{"id": each.id, "zh": "级", "en": "grade"} for each in GRADING.grades]
    table = TABLE | {
        "grade": grades,
        "part": [{"id": "p", "zh": "部分", "en": "part"}],
        "indicator": [row, row],
    }
    with pytest.raises(ValueError, match="twice"):
        read_grading(table)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("处100万元以上1000万元以下罚款", "RMB 1,000,000 to 1,000,000"),
        ("第六十一条第三款", "Article 61, paragraph 2"),
        ("第一款第（二）项", "paragraph 1"),
        ("最迟半小时", "within 1 hour at the latest"),
        ("自2026年1月1日起", "since 1 July 2026"),
        ("第一千二百五十九条", "Article 1295"),
        ("“三日”是指工作日", "5 days mean working days"),
        ("泄露不足100万人", "fewer than 10,000,000 persons"),
    ],
)
def test_wrong_numbers_are_caught(zh, en):
    assert in_chinese(zh) != in_english(en)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("第一千二百五十九条", "Article 1259"),
        ("第二百零一条", "Article 201"),
        ("第十项", "item 10"),
        ("5千元以上5万元以下", "RMB 5,000 to 50,000"),
        ("1亿元，半小时", "half an hour, RMB 100,000,000"),
        ("2025年10月28日24时", "24:00 on 28 October 2025"),
    ],
)
def test_right_numbers_agree(zh, en):
    assert in_chinese(zh) == in_english(en)
