"""The worker's bridge: strings in, strings out, never an exception."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import __version__
from calculators.bridge import call

FACTS = {"aware_at": "2026-11-21T14:30:00+08:00", "grade": "major"}


def ask(**request):
    return json.loads(call(json.dumps(request)))


def test_a_request_is_answered():
    """With the calculator's name and version."""
    found = ask(calculator="incident-report", lang="en", facts=FACTS)
    assert (found["ok"], found["calculator"], found["version"]) == (True, "incident-report", __version__)
    assert "Beijing time" in found["first_due_text"]


def test_chinese_is_the_default():
    """As on the command line."""
    assert "北京时间" in ask(calculator="incident-report", facts=FACTS)["first_due_text"]


@pytest.mark.parametrize(
    "request_text",
    [
        "",
        "{",
        "[]",
        "null",
        "1",
        '{"calculator":1}',
        '{"calculator":"incident-report"}',
        "[" * 40_000,
        "x" * 100_000,
    ],
)
def test_a_broken_request_is_refused(request_text):
    """Whatever arrives, one refusal comes back."""
    refused = json.loads(call(request_text))
    assert refused["ok"] is False
    assert refused["error"]["code"] == "bad_input"


def test_an_unknown_calculator_is_refused():
    """And the ones there are are named."""
    refused = ask(calculator="nope", facts={})
    assert refused["error"]["code"] == "unknown_calculator"
    assert "incident-report" in refused["error"]["message"]


@given(st.text(max_size=200))
def test_nothing_breaks_the_bridge(text):
    """Any string at all gives a refusal or a finding as JSON."""
    assert json.loads(call(text))["ok"] in {True, False}
