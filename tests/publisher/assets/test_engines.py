"""What one engine paints wrongly or passes over in a style sheet stands in none of ours; tests/engines looks at the rest."""

from __future__ import annotations

import re

import pytest

from publisher.paths import ROOT

SHEETS = sorted((ROOT / "docs" / "assets" / "css").rglob("*.css"))


@pytest.mark.parametrize(
    "wrong",
    [
        r"text-autospace: (?!no-autospace)",  # WebKit: numbers painted over each other
        r"text-decoration: \w+ ",  # WebKit knows the line alone: all of it is passed over
        r"font-feature-settings: (?!normal)",  # Firefox: "kern" takes half of every Chinese punctuation mark
    ],
)
def test_no_sheet_says_what_an_engine_takes_otherwise(wrong):
    said = [
        f"{sheet.name}: {line.strip()}"
        for sheet in SHEETS
        for line in sheet.read_text("utf-8").splitlines()
        if re.search(wrong, line)
    ]
    assert said == []
