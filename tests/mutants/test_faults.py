"""The faults themselves: each is one slip, is taken back, and is noticed where a test looks; the list of survivors is true."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.mutants.__main__ import survivors
from tests.mutants.faults import faults
from tests.mutants.seen import ROOT

SOURCE = '''
"""A docstring."""
from typing import TYPE_CHECKING, Literal
from dataclasses import dataclass
if TYPE_CHECKING:
    import os
Kind = Literal["a", "b"]
AT = digest("work:art-4", "2S")

@dataclass(frozen=True)
class C:
    word: str = "w"

def f(a: "str", b: int = 1) -> "bool":
    """Another."""
    if a is None and b < 2:
        raise ValueError
    log(a)
    return [x + 1 for x in a if x is not Truth.MET]
'''


def test_each_fault_is_one_slip_and_is_taken_back():
    tree = ast.parse(SOURCE)
    before = ast.unparse(tree)
    made = {}
    for fault in faults(tree, SOURCE):
        fault.change()
        compile(tree, "f", "exec")
        made[fault.what] = (fault.function, ast.unparse(tree))
        fault.undo()
        assert ast.unparse(tree) == before
    assert [what for what, (function, _) in made.items() if not function] == [
        "swap args of digest",
        "'work:art-4' -> 'work:art-5'",
        "'2S' -> '1S'",
    ]
    assert [what for what, (function, _) in made.items() if function == "C"] == ["'w' -> 'wX'"]
    assert {what for what, (function, _) in made.items() if function == "f"} == {
        "1 -> 2",
        "1 -> 0",
        "condition a is None and b < 2 -> True",
        "condition a is None and b < 2 -> False",
        "And -> Or",
        "without a is None",
        "without b < 2",
        "Is -> IsNot",
        "Lt -> LtE",
        "2 -> 3",
        "2 -> 1",
        "raise -> pass",
        "without log(a)",
        "return None",
        "Add -> Sub",
        "filter x is not Truth.MET -> True",
        "filter x is not Truth.MET -> False",
        "IsNot -> Is",
        "Truth.MET -> NOT_MET",
        "Truth.MET -> OPEN",
    }
    assert len({tree for _, tree in made.values()}) == len(made), "no two are the same"


def test_a_fault_is_noticed_by_the_tests_that_look_and_by_no_others():
    """In a process of its own: here the rules are read already."""
    code = """
import ast
from tests.mutants.faults import faults
from tests.mutants.running import ROOT, passes, preload
file = ROOT / "calculators/kernel/errors.py"
source = file.read_text(encoding="utf-8")
tree = ast.parse(source)
preload()
looks, others = ["tests/calculators/kernel/test_errors.py"], ["tests/calculators/kernel/test_dated.py"]
print(passes(file, compile(tree, str(file), "exec"), [looks]))
fault = next(each for each in faults(tree, source) if each.what == "40 -> 41")
fault.change()
broken = compile(tree, str(file), "exec")
print(passes(file, broken, [looks]), passes(file, broken, [others]), passes(file, broken, [others, looks]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["True", "False", "True", "False"]


@pytest.mark.parametrize("name", survivors())
def test_every_survivor_on_the_list_is_a_fault_that_there_is(name):
    source = (ROOT / name).read_text(encoding="utf-8")
    there = {(each.code, each.what) for each in faults(ast.parse(source), source)}
    listed = [(each["code"], each["fault"]) for each in survivors()[name]]
    assert set(listed) <= there
    assert len(set(listed)) == len(listed)
    assert all(len(each["why"]) > 20 for each in survivors()[name])
