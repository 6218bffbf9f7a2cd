"""Sizes come from the tokens: six of text, one scale of distances, four widths of the window; and sheets stay small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.paths import ROOT

CSS = ROOT / "docs" / "assets" / "css"
TOKENS = (CSS / "base" / "tokens.css").read_text(encoding="utf-8")
SHEETS = sorted(file for file in CSS.rglob("*.css") if file.name != "tokens.css")
WIDTHS, HEIGHTS = {"35em", "45em", "60em", "76.25em"}, {"25em"}
"""Where the layout changes; tokens.css says what each is."""
LINES = 300

_LENGTH = re.compile(r"(?<![\w.-])-?(\d*\.?\d+)(rem|em|px|pt|mm|ch|ex|lh|vw|vh)\b")
_DISTANCE = re.compile(r"(?:margin|padding|inset)(?:-[a-z-]+)?|(?:row-|column-)?gap|top|right|bottom|left")
_TEXT = re.compile(r"var\(--text-[a-z]+\)|inherit")
_FEATURE = re.compile(r"\((?:min-|max-)?(?:width|height)[^)]*\)|\([^()]*[<>=][^()]*\)")
_RANGE = re.compile(r"\((width|height) (?:<|>=) ([\d.]+em)\)")


def declarations(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Yield the property, the value and the comment on the same line of every declaration."""
    for line in re.sub(r"(?m)^[ \t]*/\*.*?\*/", "", sheet, flags=re.DOTALL).splitlines():
        if found := re.fullmatch(r"\s*([a-z-]+): ([^;]+);\s*(/\*.*)?", line):
            yield found[1], found[2], found[3] or ""


def raw_lengths(value: str) -> list[str]:
    """Return the lengths in a value that are no tokens; a line of one to three pixels needs none."""
    found = [(float(number), unit) for number, unit in _LENGTH.findall(value)]
    return [f"{number:g}{unit}" for number, unit in found if number and not (unit == "px" and number <= 3)]


def faults(sheet: str) -> list[str]:
    """Return what is no token and gives no reason in a comment beside it, and what is another breakpoint."""
    found = []
    for name, value, comment in declarations(sheet):
        text = name == "font-size" and not _TEXT.fullmatch(value)
        text |= name == "font" and value != "inherit" and "var(--text-" not in value
        distance = bool(_DISTANCE.fullmatch(name) and raw_lengths(value))
        if (text or distance) and not comment:
            found.append(f"{name}: {value}")
    for condition in re.findall(r"@media ([^{]+)\{", sheet):
        for feature in _FEATURE.findall(condition):
            said = _RANGE.fullmatch(feature)
            if said is None or said[2] not in (WIDTHS if said[1] == "width" else HEIGHTS):
                found.append(f"@media {feature}")
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.relative_to(CSS).as_posix())
def test_a_sheet_has_no_size_of_its_own(sheet: Path) -> None:
    assert faults(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("font-size: 0.8em;", "font-size: 0.8em"),
        ("font-size: 15px;", "font-size: 15px"),
        ("font: 600 1em/1.4 serif;", "font: 600 1em/1.4 serif"),
        ("margin-top: 1.1rem;", "margin-top: 1.1rem"),
        ("padding: 0 0.3em;", "padding: 0 0.3em"),
        ("gap: var(--space-1) 4px;", "gap: var(--space-1) 4px"),
        ("inset: auto -0.7em 0;", "inset: auto -0.7em 0"),
        ("margin: calc(var(--space-1) + 1ch) 0;", "margin: calc(var(--space-1) + 1ch) 0"),
        ("@media (width < 44em) {", "@media (width < 44em)"),
        ("@media screen and (max-width: 44.99em) {", "@media (max-width: 44.99em)"),
        ("@media (height < 30em) {", "@media (height < 30em)"),
    ],
)
def test_a_size_that_is_no_token_is_found(rule: str, fault: str) -> None:
    assert faults(rule) == [fault]


@pytest.mark.parametrize(
    "rule",
    [
        "font-size: var(--text-small);",
        "font: inherit;",
        "padding: 2px 0 var(--space-1);",
        "margin: 0 auto;",
        "margin-inline: calc(-1 * var(--hang)) 50%;",
        "margin-top: 0.35em; /* the middle of its line */",
        "width: 5.6rem;",
        "@media (hover: none), (width < 45em) {",
        "@media screen and (width >= 76.25em) {",
        "@media (prefers-reduced-motion: reduce) {",
    ],
)
def test_what_is_a_token_or_has_a_reason_passes(rule: str) -> None:
    assert faults(rule) == []


def test_there_are_at_most_six_sizes_of_text_and_six_distances() -> None:
    assert len(set(re.findall(r"--text-[a-z]+(?=:)", TOKENS))) <= 6
    assert len(set(re.findall(r"--space-\d(?=:)", TOKENS))) == 6
    assert all(f"{width} " in TOKENS for width in WIDTHS), "tokens.css says what each width is for"


def test_every_token_is_used() -> None:
    sheets = TOKENS + "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    named = set(re.findall(r"(?m)^ +(--[a-z0-9-]+):", TOKENS))
    assert [
        name for name in sorted(named) if not name.startswith("--md-") and f"var({name})" not in sheets
    ] == []


def test_nothing_fights_the_theme() -> None:
    """Material's sheets lie in a layer below ours: no selector needs the theme's class only to outweigh it."""
    for sheet in SHEETS:
        assert not re.search(r"\.md-typeset [.:a-z]", sheet.read_text(encoding="utf-8")), sheet


def test_no_sheet_is_long() -> None:
    assert [
        sheet.name for sheet in SHEETS if len(sheet.read_text(encoding="utf-8").splitlines()) > LINES
    ] == []
