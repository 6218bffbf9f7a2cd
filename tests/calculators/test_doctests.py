"""The examples in the docstrings of the rules hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import calculators

WITH_EXAMPLES = frozenset(
    f"calculators.kernel.{name}"
    for name in "citation dated duties.limits instants instants.reading provisions.numerals provisions.provision_id".split()
)
MODULES = [
    each.name
    for each in pkgutil.walk_packages(calculators.__path__, "calculators.")
    if each.name != "calculators.__main__"
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0
    assert found.attempted or name not in WITH_EXAMPLES
