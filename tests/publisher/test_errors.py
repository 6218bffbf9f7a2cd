"""What can go wrong while the site is made is of one kind, and the list of it is whole."""

from __future__ import annotations

import ast
import re

import pytest
from mkdocs.exceptions import PluginError

from calculators.data import DataError
from calculators.kernel import errors as refusals
from publisher import errors
from publisher.build import events
from publisher.paths import ROOT

BASES = {"Exception", "SystemExit", "RuntimeError", "ValueError", "KeyError", "OSError"}


@pytest.mark.parametrize(
    ("module", "base"),
    [(errors, errors.PublisherError), (refusals, refusals.CalculatorError)],
    ids=["publisher", "kernel"],
)
def test_the_tree_at_the_head_of_the_file_is_that_of_its_classes(module, base):
    drawn = re.findall(r"^(?:[├└]── )?([A-Z]\w+)", module.__doc__.partition("\n\n")[2], re.MULTILINE)
    assert drawn == [base.__name__, *(each.__name__ for each in base.__subclasses__())]


def test_no_error_of_the_publisher_is_of_another_kind():
    found = [
        each.name
        for file in (ROOT / "publisher").rglob("*.py")
        for each in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(each, ast.ClassDef)
        and BASES & {base.id for base in each.bases if isinstance(base, ast.Name)}
    ]
    assert found == ["PublisherError"]


@pytest.mark.parametrize("error", [errors.PackError("a sentence"), DataError("a sentence")])
@pytest.mark.parametrize("event", ["on_config", "on_files", "on_page_content", "on_post_build"])
def test_each_ends_a_build_as_a_sentence(event, error, monkeypatch):
    """At whatever event it comes up."""

    def fails(*_given):
        raise error

    monkeypatch.setattr(events, "_lang", fails)
    given = {
        "on_config": ((None,), {"serving": False}),
        "on_files": ((None, None), {}),
        "on_page_content": (("", None, None), {}),
        "on_post_build": ((None,), {"serving": False}),
    }
    arguments, options = given[event]
    with pytest.raises(PluginError, match=r"^a sentence$"):
        getattr(events, event)(*arguments, **options)
