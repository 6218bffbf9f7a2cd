"""disclosure: the answer in a sentence names every requirement that is violated, else the first open ones, with its article."""

from itertools import product

import pytest

from calculators.catalogue import ask
from calculators.kernel.logic import leaves
from calculators.kernel.requirements import OPEN, PERMITTED, PROHIBITED, decide, reasons
from calculators.kernel.text import LANGS
from calculators.vulnerabilities.disclosure.acts import EVERY_ACT, PUBLISH
from calculators.vulnerabilities.disclosure.messages import ANSWER_TEXTS
from calculators.vulnerabilities.disclosure.rules import REQUIREMENTS

BEGINS = {
    "zh": {PERMITTED: ("可以",), PROHIBITED: ("不可以",), OPEN: ("未定",)},
    "en": {PERMITTED: ("You may ",), PROHIBITED: ("Do not ",), OPEN: ("Not settled",)},
}


def turned_out(rule, outcome):
    """Return answers with which a rule comes out so."""
    return {
        leaf.fact: {"met": one(leaf.values), "violated": one({"yes", "no"} - leaf.values), "open": "unknown"}[
            outcome
        ]
        for leaf in leaves(rule.condition)
    }


def one(values):
    (value,) = values
    return value


@pytest.mark.parametrize("act", sorted(EVERY_ACT))
def test_each_way_in_which_the_requirements_turn_out(act):
    """All combinations of met, violated and open: exactly the deciding requirements are named, each with its place."""
    rules = [each for each in REQUIREMENTS if act in each.acts]
    seen = set()
    for outcomes in product(["met", "violated", "open"], repeat=len(rules)):
        answers = {"act": act}
        for rule, outcome in zip(rules, outcomes, strict=True):
            answers |= turned_out(rule, outcome)
        answer = decide(REQUIREMENTS, act, answers)
        decisive = {PROHIBITED: "violated", OPEN: "open", PERMITTED: "none"}[answer]
        deciding = [rule for rule, outcome in zip(rules, outcomes, strict=True) if outcome == decisive]
        more = len(deciding) - 2 if answer == OPEN and len(deciding) > 3 else 0
        named_here = deciding[: len(deciding) - more]
        said = ANSWER_TEXTS[act][answer].fill(why=reasons(REQUIREMENTS, act, answers))
        for lang in LANGS:
            text = said.in_(lang)
            assert text.startswith(BEGINS[lang][answer])
            assert "{" not in text
            assert ({"zh": f"还有{more}项没有确定", "en": f"and {more} more points"}[lang] in text) == (
                more > 0
            )
            for rule, outcome in zip(rules, outcomes, strict=True):
                clause = (rule.not_met if outcome == "violated" else rule.asked).in_(lang)
                place = rule.basis[0].place.in_(lang)
                named = f"{clause}（{place}）" if lang == "zh" else f"{clause} ({place})"
                assert (named in text) == (rule in named_here)
        seen.add(answer)
    assert seen == {PERMITTED, PROHIBITED, OPEN}


@pytest.mark.parametrize(
    ("facts", "zh", "en"),
    [
        (
            {"act": PUBLISH, "patch_available": "no", "negotiated": "no"},
            "不可以发布：还没有修补措施，提前发布的步骤也没有走完（第九条第一款第（一）项）。",
            (
                "Do not publish: there are no patching measures, and the steps for early release are not complete "
                "(Article 9, paragraph 1, item (1))."
            ),
        ),
        (
            {"act": "share_abroad", "already_public": "no"},
            "不可以提供：信息没有公开，对方在境外，又不是该产品的提供者（第九条第一款第（七）项）。",
            (
                "Do not share it abroad: the information is not public, and the recipient is abroad and not the product's "
                "provider (Article 9, paragraph 1, item (7))."
            ),
        ),
    ],
)
def test_the_sentences_that_people_meet_first(facts, zh, en):
    """Word for word, as they stand alone in a message."""
    assert ask("disclosure", facts).to_json("zh")["answer_text"] == zh
    assert ask("disclosure", facts).to_json("en")["answer_text"] == en


@pytest.mark.parametrize(
    ("act", "zh", "en"),
    [
        ("tell_provider", "第六条第一款鼓励", "Article 6, paragraph 1, encourages it"),
        ("report_platform", "第十条第二款鼓励", "Article 10, paragraph 2, encourages it"),
    ],
)
def test_what_is_encouraged_says_by_which_article(act, zh, en):
    """Permission has its reason too."""
    facts = {"act": act, "unlawful_purpose": "no", "attack_tool": "no"}
    assert zh in ask("disclosure", facts).to_json("zh")["answer_text"]
    assert en in ask("disclosure", facts).to_json("en")["answer_text"]


@pytest.mark.parametrize("role", ["provider", "operator", "finder", "platform", "unknown"])
def test_the_answer_on_duties_names_its_articles(role):
    """With the deadline where there is one."""
    facts = {"role": role, "aware_at": "2026-11-21T14:30:00+08:00"}
    zh, en = (ask("vulnerability-duties", facts).to_json(lang)["answer_text"] for lang in LANGS)
    assert "条" in zh
    assert "Article " in en
    dated = role in {"provider", "unknown"}
    assert ("2026年11月23日14:30（北京时间）" in zh) == dated
    assert ("14:30 on 23 November 2026 (Beijing time)" in en) == dated
