"""incident-report: the answer in a sentence, and what it says while the grade is settled only from below."""

from itertools import product

import pytest

from tests.calculators.incidents.reports import ABOVE, duties, report
from tests.calculators.incidents.test_report import NOTHING, RELAYS, ROUTES


@pytest.mark.parametrize("route", ROUTES)
def test_relatively_major_or_above_reports_and_leaves_the_relay_open(route):
    """The operator's own report and its time are the same for all three; only what others pass on is open."""
    facts, _ = ROUTES[route]
    relay, _ = RELAYS[route]
    found = report(**{**NOTHING, **facts}, grade="relatively_major_or_above")
    assert found["answer"] == "report"
    assert found["missing"] == ["grade"]
    listed = duties(found)
    for grade in ABOVE:
        other = duties(report(**{**NOTHING, **facts}, grade=grade))
        assert {name: listed[name] for name in (route, "supplement", "summary")} == {
            name: other[name] for name in (route, "supplement", "summary")
        }
    assert (listed[relay]["when"], listed[relay]["if"]) == ("if", ["grade"])
    assert found["contents"]
    step = next(each for each in found["steps"] if each["rule"] == "threshold")
    assert step["outcome"] == "applies"


def test_every_answer_stands_alone():
    """Whom, by when and the article are in the answer, in both languages, wherever a report is or may be due."""
    whom = {
        "report-cii": ("保护工作部门、公安机关", "the protection department and the public security organ"),
        "report-central": ("本部门网信工作机构", "the department's own cyberspace office"),
        "report-provincial": ("属地省级网信部门", "the provincial cyberspace administration"),
    }
    for grade in (*ABOVE, "relatively_major_or_above", "unknown"):
        for cii, central in product(["yes", "no", "unknown"], repeat=2):
            facts = {**NOTHING, "cii": cii, "central_body": central, "grade": grade}
            zh, en = (report(lang, **facts) for lang in ("zh", "en"))
            named = [name for name in whom if whom[name][0] in zh["answer_text"]]
            applying = [
                name for name, duty in duties(zh).items() if duty["when"] == "applies" and name in whom
            ]
            assert set(applying) <= set(named)
            first = min(duties(zh)[name]["due"] for name in duties(zh) if name in whom)
            assert first[11:16] in zh["answer_text"]
            assert first[11:16] in en["answer_text"]
            assert named == [name for name in whom if whom[name][1] in en["answer_text"]]
            assert named
            assert "《办法》第四条" in zh["answer_text"]
            assert "Article 4 of the Measures" in en["answer_text"]
            assert ("先照此准备" in zh["answer_text"]) == (
                not applying or first < duties(zh)[applying[0]]["due"]
            )


def test_no_sentence_of_a_finding_says_one_thing_by_two_words():
    """未定 is the one word for what is not settled, and no condition is said to be not met."""
    for grade in (*ABOVE, "relatively_major_or_above", "general", "unknown"):
        found = str(report(grade=grade, cii="unknown", central_body="no"))
        assert "待定" not in found
        assert "不满足" not in found
        assert "not met" not in str(report("en", grade=grade, cii="unknown", central_body="no"))
