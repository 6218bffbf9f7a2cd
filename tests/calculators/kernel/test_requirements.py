"""What would make an act permitted: every smallest set of changes, and what they have in common."""

from __future__ import annotations

import pytest

from calculators.kernel.citation import digest
from calculators.kernel.logic import all_of, any_of, fact_is
from calculators.kernel.requirements import Requirement, changes
from calculators.kernel.text import both


def is_(fact):
    return fact_is(fact, "yes", zh=fact, en=fact)


def requirement(name, condition):
    return Requirement(
        id=name, acts=frozenset({"act"}), condition=condition, basis=(digest("incident-measures:art-4", "2S"),),
        met=both(""), not_met=both(""), asked=both(""),
    )  # fmt: skip


REQUIREMENTS = (
    requirement("one", is_("a")),
    requirement("two", any_of(is_("b"), all_of(is_("c"), is_("d")))),
)


@pytest.mark.parametrize(
    ("yes", "ways", "shared", "alternatives"),
    [
        ("", ("a b", "a c d"), "a", ("b", "c d")),
        ("a", ("b", "c d"), "", ("b", "c d")),
        ("c", ("a b", "a d"), "a", ("b", "d")),
        ("b", ("a",), "a", ()),
        ("a b", (), "", ()),
    ],
)
def test_what_every_way_needs_stands_apart_from_what_one_of_them_needs(yes, ways, shared, alternatives):
    found = changes(REQUIREMENTS, "act", dict.fromkeys(yes.split(), "yes"))

    def names(way):
        return tuple(f"{name}=yes" for name in way.split())

    assert found.changes == tuple(names(way) for way in ways)
    assert found.changes_shared == names(shared)
    assert found.changes_alternatives == tuple(names(way) for way in alternatives)
    assert set(found.conditions) == {each for way in found.changes for each in way}
