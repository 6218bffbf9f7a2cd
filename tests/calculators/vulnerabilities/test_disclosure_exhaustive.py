"""disclosure: every combination of answers, and the laws that must hold over all of them.

531,441 combinations of the twelve facts on which publication depends. Each is written as a number in base
three, one digit a fact (yes, no, unknown), so that what could still turn out can be looked up, not guessed.
"""

import random
from collections import Counter
from itertools import combinations, product

import pytest

from calculators.kernel.logic import Truth, leaves
from calculators.kernel.requirements import OPEN, PERMITTED, PROHIBITED, decide, minimal_changes, missing
from calculators.vulnerabilities.disclosure.acts import EVERY_ACT, PUBLISH
from calculators.vulnerabilities.disclosure.rules import REQUIREMENTS

YES, NO, UNKNOWN = range(3)
VALUES = ("yes", "no", "unknown")
RULES = [each for each in REQUIREMENTS if PUBLISH in each.acts]
FACTS = [leaf.fact for each in RULES for leaf in leaves(each.condition)]
PLACES = {fact: 3 ** (len(FACTS) - 1 - number) for number, fact in enumerate(FACTS)}


def every(facts):
    """Yield every combination of answers to some facts, in the order of their numbers."""
    return (dict(zip(facts, values, strict=True)) for values in product(VALUES, repeat=len(facts)))


@pytest.fixture(scope="module")
def weighed():
    """The answer to each combination, by its number."""
    return [decide(REQUIREMENTS, PUBLISH, answers) for answers in every(FACTS)]


def test_there_are_twelve_facts_and_each_stands_in_one_rule(weighed):
    """Otherwise open would not mean open."""
    assert len(FACTS) == len(set(FACTS)) == 12
    assert len(weighed) == 531_441


def test_open_means_that_it_can_turn_out_either_way_and_missing_names_what_decides(weighed):
    """An answer is settled exactly when no way of settling the unknowns changes it; missing is exact in both directions.

    Walked from the fully known combinations up: what can turn out with a fact unknown is what can turn out with
    it yes or no; a fact matters where flipping it changes the answer in some way the others may turn out.
    """
    can_be = [frozenset()] * len(weighed)
    matter = [0] * len(weighed)
    bits = {fact: 1 << number for number, fact in enumerate(FACTS)}
    # A digit lowered from unknown gives a smaller number, so the order of the numbers is the order of the proof.
    for number, answers in enumerate(every(FACTS)):
        unknown = [fact for fact in FACTS if answers[fact] == "unknown"]
        if not unknown:
            can_be[number] = frozenset({weighed[number]})
            continue
        first = unknown[0]
        as_yes, as_no = (number - (UNKNOWN - value) * PLACES[first] for value in (YES, NO))
        can_be[number] = can_be[as_yes] | can_be[as_no]
        if len(unknown) == 1:
            matter[number] = bits[first] if can_be[as_yes] != can_be[as_no] else 0
        else:
            second = unknown[1]
            other_yes, other_no = (number - (UNKNOWN - value) * PLACES[second] for value in (YES, NO))
            matter[number] = (matter[as_yes] | matter[as_no]) | (
                (matter[other_yes] | matter[other_no]) & bits[first]
            )
        expected = next(iter(can_be[number])) if len(can_be[number]) == 1 else OPEN
        assert weighed[number] == expected, answers
        named = missing(REQUIREMENTS, PUBLISH, answers)
        assert sum(bits[fact] for fact in named) == matter[number], answers
        assert bool(named) == (len(can_be[number]) > 1), answers


def test_settling_an_unknown_never_turns_one_answer_into_its_opposite(weighed):
    """What is permitted or prohibited stays so; only open turns."""
    for number, answers in enumerate(every(FACTS)):
        if weighed[number] == OPEN:
            continue
        for fact in FACTS:
            if answers[fact] == "unknown":
                place = PLACES[fact]
                assert weighed[number - place] == weighed[number - 2 * place] == weighed[number], answers


def test_the_answer_follows_from_the_steps(weighed):
    """Permitted has no violated and no open rule; one violated prohibits; more violated never permit."""
    counts = Counter()
    for number, answers in enumerate(every(FACTS)):
        outcomes = [rule.condition.judge(answers) for rule in RULES]
        expected = PROHIBITED if Truth.NOT_MET in outcomes else OPEN if Truth.OPEN in outcomes else PERMITTED
        assert weighed[number] == expected, answers
        counts[weighed[number]] += 1
    assert min(counts[each] for each in (PERMITTED, PROHIBITED, OPEN)) > 0


def test_every_rule_decides_at_least_one_case():
    """For each rule there are facts on which it alone prohibits, and on which it alone leaves it open."""
    for act in EVERY_ACT:
        for rule in (each for each in REQUIREMENTS if act in each.acts):
            good = {
                leaf.fact: next(iter(leaf.values)) for each in REQUIREMENTS for leaf in leaves(each.condition)
            }
            bad = {leaf.fact: "no" if leaf.values == {"yes"} else "yes" for leaf in leaves(rule.condition)}
            unsure = {leaf.fact: "unknown" for leaf in leaves(rule.condition)}
            assert decide(REQUIREMENTS, act, good) == PERMITTED
            assert decide(REQUIREMENTS, act, {**good, **bad}) == PROHIBITED
            assert decide(REQUIREMENTS, act, {**good, **unsure}) == OPEN


def test_every_change_permits_and_no_smaller_one_does(weighed):
    """Over all combinations: each set permits, and without any one of its facts it does not."""
    for number, answers in enumerate(every(FACTS)):
        ways = minimal_changes(REQUIREMENTS, PUBLISH, answers)
        assert bool(ways) == (weighed[number] != PERMITTED), answers
        for way in ways:
            moves = [
                (VALUES.index(next(iter(leaf.values))) - VALUES.index(answers[leaf.fact])) * PLACES[leaf.fact]
                for leaf in way
            ]
            changed = number + sum(moves)
            assert weighed[changed] == PERMITTED, (answers, way)
            assert all(weighed[changed - move] != PERMITTED for move in moves), (answers, way)


def test_no_smallest_change_is_left_out(weighed):
    """On combinations drawn by a fixed seed, trying every set of facts finds the same smallest ones."""
    good = {leaf.fact: next(iter(leaf.values)) for rule in RULES for leaf in leaves(rule.condition)}
    for number in random.Random(9).sample(range(len(weighed)), 150):
        answers = {fact: VALUES[number // PLACES[fact] % 3] for fact in FACTS}
        found = set()
        changeable = [fact for fact in FACTS if answers[fact] != good[fact]]
        for size in range(1, len(changeable) + 1):
            for chosen in combinations(changeable, size):
                if any(smaller <= set(chosen) for smaller in found):
                    continue
                moved = sum(
                    (VALUES.index(good[fact]) - VALUES.index(answers[fact])) * PLACES[fact] for fact in chosen
                )
                if weighed[number + moved] == PERMITTED:
                    found.add(frozenset(chosen))
        said = [
            frozenset(leaf.fact for leaf in way) for way in minimal_changes(REQUIREMENTS, PUBLISH, answers)
        ]
        assert len(said) == len(set(said))
        assert set(said) == found, answers


@pytest.mark.parametrize("act", sorted(EVERY_ACT - {PUBLISH}))
def test_the_other_acts_depend_on_their_own_facts_only(act):
    """Every combination of each other act: settled exactly when nothing unknown could change it."""
    own = [leaf.fact for each in REQUIREMENTS if act in each.acts for leaf in leaves(each.condition)]
    for answers in every(own):
        settled = [
            decide(REQUIREMENTS, act, dict(zip(own, values, strict=True)))
            for values in product(
                *[("yes", "no") if answers[fact] == "unknown" else (answers[fact],) for fact in own]
            )
        ]
        expected = settled[0] if len(set(settled)) == 1 else OPEN
        assert decide(REQUIREMENTS, act, answers) == expected
        assert bool(missing(REQUIREMENTS, act, answers)) == (expected == OPEN)
        for way in minimal_changes(REQUIREMENTS, act, answers):
            changed = {**answers, **{leaf.fact: next(iter(leaf.values)) for leaf in way}}
            assert decide(REQUIREMENTS, act, changed) == PERMITTED
