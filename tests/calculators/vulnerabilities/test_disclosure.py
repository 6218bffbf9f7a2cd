"""disclosure: the worked cases, the readings, the notes and the refusals."""

import random

import pytest

from calculators.catalogue import CALCULATORS, ask
from calculators.kernel.logic import check_once, fact_is
from calculators.kernel.requirements import check_apart
from calculators.texts import cases
from calculators.vulnerabilities.disclosure.acts import EVERY_ACT
from calculators.vulnerabilities.disclosure.questions import QUESTIONS
from calculators.vulnerabilities.disclosure.rules import REQUIREMENTS

GOOD = {
    "unlawful_purpose": "no",
    "principled": "yes",
    "patch_available": "yes",
    "operator_details": "no",
    "hype": "no",
    "attack_tool": "no",
    "remedy_published": "yes",
    "major_event": "no",
}


def disclose(lang="zh", **facts):
    return ask("disclosure", facts).to_json(lang)


def rules_that_are(outcome, finding):
    return [step["rule"] for step in finding["steps"] if step["outcome"] == outcome]


@pytest.mark.parametrize("case", cases("disclosure"), ids=lambda case: case.id)
def test_every_worked_case_comes_to_what_it_says(case):
    """Answer, rules, provisions, what would change it and what else may be done."""
    finding = disclose(**case.facts)
    assert finding["ok"], finding
    expect = case.expect
    assert finding["answer"] == expect["answer"]
    assert finding["missing"] == expect["missing"]
    assert rules_that_are("violated", finding) == expect["violated"]
    assert rules_that_are("open", finding) == expect["open"]
    cited = {at for step in finding["steps"] if step["outcome"] != "not_applicable" for at in step["basis"]}
    assert set(expect["cites"]) <= cited
    for key in ("changes", "other_acts"):
        assert finding[key] == expect.get(key, finding[key])
    if "readings" in expect:
        assert [reading["id"] for reading in finding["readings"]] == expect["readings"]


def test_the_cases_reach_every_act_every_answer_and_every_item():
    """At least twelve, from a careful report to selling to a broker."""
    listed = cases("disclosure")
    assert len(listed) >= 12
    assert {case.facts["act"] for case in listed} == EVERY_ACT
    assert {case.expect["answer"] for case in listed} == {"permitted", "prohibited", "open"}
    violated = {rule for case in listed for rule in case.expect["violated"]}
    assert violated == {rule.id for rule in REQUIREMENTS}


@pytest.mark.parametrize(
    ("changed", "cites"),
    [
        ({"patch_available": "no"}, "art-9-p1-i1"),
        ({"operator_details": "yes"}, "art-9-p1-i2"),
        ({"hype": "yes"}, "art-9-p1-i3"),
        ({"attack_tool": "yes"}, "art-9-p1-i4"),
        ({"remedy_published": "no"}, "art-9-p1-i5"),
        ({"major_event": "yes", "mps_consent": "no"}, "art-9-p1-i6"),
        ({"principled": "no"}, "art-9-p1"),
        ({"unlawful_purpose": "yes"}, "art-4-p1"),
    ],
)
def test_each_item_of_article_nine_prohibits_on_its_own(changed, cites):
    """And the step that does so cites it."""
    facts = {"negotiated": "no", **GOOD, **changed}
    finding = disclose(act="publish", **facts)
    assert finding["answer"] == "prohibited"
    (violated,) = [step for step in finding["steps"] if step["outcome"] == "violated"]
    assert violated["basis"] == [f"vulnerability-provisions:{cites}"]
    assert disclose(act="publish", **GOOD)["answer"] == "permitted"


def test_item_seven_binds_sharing_abroad_only():
    """What is not public may go to the provider, a platform and within China, not to others abroad."""
    facts = {"unlawful_purpose": "no", "attack_tool": "no", "already_public": "no"}
    answers = {act: disclose(act=act, **facts)["answer"] for act in EVERY_ACT - {"publish"}}
    assert answers == {
        "tell_provider": "permitted",
        "report_platform": "permitted",
        "share_domestic": "permitted",
        "share_abroad": "prohibited",
    }


@pytest.mark.parametrize("act", sorted(EVERY_ACT))
@pytest.mark.parametrize("fact", ["unlawful_purpose", "attack_tool"])
def test_unlawful_purpose_and_attack_tools_bar_every_act(act, fact):
    """Whoever receives it."""
    assert disclose(act=act, **{**GOOD, "already_public": "yes", fact: "yes"})["answer"] == "prohibited"


@pytest.mark.parametrize("actor", ["finder", "provider", "operator", "platform", "unknown"])
def test_who_acts_changes_readings_and_never_the_answer(actor):
    """Provider and operator get the reading on whom Article 9 binds."""
    finding = disclose(act="publish", actor=actor, **{**GOOD, "patch_available": "no", "negotiated": "no"})
    assert finding["answer"] == "prohibited"
    ids = [reading["id"] for reading in finding["readings"]]
    assert ("who-is-bound" in ids) == (actor in {"provider", "operator"})
    assert "actor" not in disclose(act="publish")["missing"]


def ids_of_readings(**facts):
    return {reading["id"] for reading in disclose(**facts)["readings"]}


TERRITORY = {"finder-abroad", "provider-or-operator-abroad"}


@pytest.mark.parametrize(
    ("actor", "shown"),
    [
        ("finder", {"finder-abroad"}),
        ("platform", {"finder-abroad"}),
        ("provider", {"provider-or-operator-abroad"}),
        ("operator", {"provider-or-operator-abroad"}),
        ("unknown", TERRITORY),
    ],
)
@pytest.mark.parametrize("act", sorted(EVERY_ACT))
def test_whom_article_2_reaches_abroad_is_asked_of_the_one_who_acts(act, actor, shown):
    """Of both where that is open."""
    assert ids_of_readings(act=act, actor=actor) & TERRITORY == shown


ABROAD = {"cve-request", "private-advisory", "bounty-platform-abroad", "contest-abroad"}


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        ("share_abroad", ABROAD),
        ("tell_provider", {"private-advisory", "bounty-platform-abroad"}),
        ("publish", {"contest-abroad"}),
        ("report_platform", set()),
        ("share_domestic", set()),
    ],
)
def test_ways_abroad_are_read_while_the_information_is_not_public(act, shown):
    """And not at all once it is."""
    assert ids_of_readings(act=act) & ABROAD == shown
    assert ids_of_readings(act=act, already_public="no") & ABROAD == shown
    assert ids_of_readings(act=act, already_public="yes") & ABROAD == set()


def test_who_publishes_matters_only_without_a_patch():
    assert "who-publishes" in ids_of_readings(act="publish", patch_available="no")
    assert "who-publishes" in ids_of_readings(act="publish")
    assert "who-publishes" not in ids_of_readings(act="publish", patch_available="yes")
    assert "who-publishes" not in ids_of_readings(act="tell_provider")


def test_the_readings_that_were_asked_for_are_there():
    """Each has both sides and a source, or says that none was found."""
    listed = {
        reading["id"]: reading
        for act in EVERY_ACT
        for reading in disclose(act=act, actor="provider")["readings"]
    }
    assert {
        "who-is-bound",
        "proof-of-concept",
        "publishing-reaches-abroad",
        "major-event",
        "cyber-resilience-act",
    } <= set(listed)
    for reading in listed.values():
        assert reading["strict"]
        assert reading["other"]
        assert "来源" in reading["source"] or "没有找到" in reading["source"]


@pytest.mark.parametrize(("on", "ok"), [("2021-08-31", False), ("2021-09-01", True)])
def test_before_september_2021_the_provisions_do_not_apply(on, ok):
    """The refusal says since when they do."""
    finding = disclose(act="publish", on=on, **GOOD)
    assert finding["ok"] == ok
    if not ok:
        assert (finding["error"]["code"], finding["error"]["field"]) == ("out_of_force", "on")
        assert "2021年9月1日" in finding["error"]["message"]


@pytest.mark.parametrize(
    "facts",
    [
        {"act": "publish", "patch_available": "yes", "negotiated": "yes"},
        {"act": "publish", "already_public": "yes"},
        {"act": "publish", "major_event": "no", "mps_consent": "yes"},
        {"act": "publish", "hype": "yes", "principled": "yes"},
        {"act": "tell_provider", "unlawful_purpose": "yes", "principled": "yes"},
    ],
)
def test_contradictions_are_answered_and_noted(facts):
    """Never refused; the strict reading holds."""
    finding = disclose(**facts)
    assert finding["ok"]
    assert len(finding["notes"]) == 1


@pytest.mark.parametrize("facts", [{}, {"act": "unknown"}, {"act": "sell"}, {"act": ["publish"]}])
def test_an_act_is_required_and_must_be_one_of_five(facts):
    """The sentence names the field."""
    refused = disclose(**facts)
    assert refused["error"]["field"] == "act"


def test_every_permission_says_that_other_laws_remain():
    """Item (8): the calculator knows articles 4 and 9 only."""
    assert "第（八）项" in disclose(act="publish", **GOOD)["notes"][0]
    assert not disclose(act="publish", **{**GOOD, "hype": "yes", "principled": "no"})["notes"]


def test_a_provider_is_not_told_that_its_duty_is_merely_encouraged():
    """Article 7(1)(2) obliges it to submit to the platform."""
    facts = {"unlawful_purpose": "no", "attack_tool": "no"}
    assert any(
        "2日内" in note for note in disclose(act="report_platform", actor="provider", **facts)["notes"]
    )
    assert not any(
        "2日内" in note for note in disclose(act="report_platform", actor="finder", **facts)["notes"]
    )


NUMBERS = (("六十二", "六十"), ("六十一", "五十九"), ("六十五", "六十二"), ("六十六", "六十三"))
"""The articles of the Cybersecurity Law that answer to articles 12 to 15: since 2026, and before."""


def test_penalties_are_information_with_both_numbers():
    """Articles 12 to 15, with the numbers of the Cybersecurity Law before and since 2026."""
    finding = disclose(act="publish")
    assert [each["basis"][0][-8:] for each in finding["penalties"]] == [
        "rt-12-p1",
        "rt-13-p1",
        "rt-14-p1",
        "rt-15-p1",
    ]
    for (new, old), each in zip(NUMBERS, finding["penalties"], strict=True):
        assert f"第{new}条（2026年1月1日前为第{old}条）" in each["text"]
        assert each["confidence"] == "INF"  # which new number answers to which old one is deduced
    assert "预测" in finding["penalties_note"]


def test_a_finding_agrees_with_itself_on_random_facts():
    """Over 2,000 sets drawn by a fixed seed: changes applied permit, other acts are permitted, missing is asked."""
    draw = random.Random(11)
    for _ in range(2000):
        facts = {
            question.name: draw.choice([choice.value for choice in question.choices])
            for question in QUESTIONS
            if question.choices
        }
        finding = disclose(**facts)
        assert set(finding["conditions"]) == {name for way in finding["changes"] for name in way}
        for way in finding["changes"]:
            assert disclose(**{**facts, **dict(each.split("=") for each in way)})["answer"] == "permitted"
        for act in finding["other_acts"]:
            assert act != facts["act"]
            assert disclose(**{**facts, "act": act})["answer"] == "permitted"
        assert all(facts[name] == "unknown" for name in finding["missing"])
        bad = rules_that_are("violated", finding) + rules_that_are("open", finding)
        assert (finding["answer"] == "permitted") == (not bad)


def test_rules_that_share_a_fact_are_refused():
    """Open would no longer mean open."""
    rule = REQUIREMENTS[0]
    with pytest.raises(ValueError, match="share a fact"):
        check_apart((rule, rule))
    leaf = fact_is("a", "yes", zh="甲", en="A")
    with pytest.raises(ValueError, match="named twice"):
        check_once(type(REQUIREMENTS[3].condition)((leaf, leaf)))


def test_every_question_is_asked_by_some_rule_or_reading():
    """A question that nothing rests on is not asked."""
    asked = {question.name for question in CALCULATORS["disclosure"].facts}
    used = {name for act in EVERY_ACT for step in disclose(act=act)["steps"] for name in step["facts"]}
    assert asked - used == {"act", "actor", "on"}
