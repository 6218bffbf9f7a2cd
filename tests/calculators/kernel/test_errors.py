"""Refusals: what stands beside the sentence for programs, and how what was typed is quoted."""

import pytest

from calculators.kernel.errors import BadInput, DateMissing, MissingInput, clip
from calculators.kernel.text import both

NO = both("no")


def test_programs_are_told_what_is_accepted_and_nothing_where_nothing_is_named():
    assert BadInput("role", NO, ("provider", "operator")).beside() == {"accepted": ("provider", "operator")}
    assert BadInput("role", NO).beside() == {}
    assert MissingInput("role", NO).beside() == {}
    assert DateMissing("aware_at", NO, "23:30").beside() == {"time_of_day": "23:30"}
    assert str(BadInput("role", NO)) == "no"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 40 + "…"),
        ("", ""),
        (["a"], "['a']"),
        ("a\x07b\u202ec", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
    ],
)
def test_what_was_typed_is_quoted_up_to_forty_characters(typed, shown):
    assert clip(typed) == shown


def test_another_length_is_kept_too():
    assert (clip("abc", 3), clip("abcd", 3)) == ("abc", "abc…")
