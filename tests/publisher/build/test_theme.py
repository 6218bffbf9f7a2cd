"""The theme: our overrides still fit the Material that is installed, and the colours can be read."""

from __future__ import annotations

import hashlib
import re
from itertools import product
from pathlib import Path

import material
import pytest

from publisher.hosting import csp

ROOT = Path(__file__).resolve().parents[3]
THEME = ROOT / "publisher" / "theme"
ASSETS = ROOT / "docs" / "assets"
MATERIAL = Path(material.__file__).parent / "templates"

# Material's own files that ours stand in for, as they were when ours were written. Where one of these fails after
# an update: read what changed, carry it over into publisher/theme or docs/assets/site, then write the new hash.
OVERRIDDEN = {
    "partials/javascripts/base.html": "d6113712bc4deb30",
    "partials/javascripts/palette.html": "8790389765ea6036",
    "partials/javascripts/content.html": "3722e156f0f6339d",
    "partials/header.html": "8cf3fb15bcf969ff",
    "partials/footer.html": "50c2a75f013b7b03",
    "partials/alternate.html": "572b1d4dae611aa5",
    "partials/search.html": "bfd556535abcddb9",
    "partials/nav.html": "af33f6e032f632eb",
    "partials/logo.html": "e0925ef6c190174a",
    "partials/languages/zh.html": "7114aa64aa8e4899",
    "partials/toc-item.html": "418f31ce2e6d5599",
    "404.html": "80c93494b5432b1b",
}


@pytest.mark.parametrize("name", OVERRIDDEN)
def test_what_we_override_is_as_it_was(name: str) -> None:
    assert hashlib.sha256((MATERIAL / name).read_bytes()).hexdigest()[:16] == OVERRIDDEN[name], name


def test_every_override_is_listed() -> None:
    ours = {file.relative_to(THEME).as_posix() for file in THEME.rglob("*.html")}
    assert {name for name in ours if (MATERIAL / name).exists() and name != "main.html"} == set(OVERRIDDEN)


def test_the_chinese_words_of_the_theme_are_all_there() -> None:
    def keys(file: Path) -> set[str]:
        return set(re.findall(r'^ {2}"([a-z.]+)":', file.read_text(encoding="utf-8"), re.MULTILINE))

    name = "partials/languages/zh.html"
    assert keys(THEME / name) == keys(MATERIAL / name)


def test_no_template_and_no_script_of_ours_breaks_the_policy() -> None:
    for file in THEME.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"<script(?![^>]*\s(?:src=|type=\"application/json\"))|<style|\sstyle=|\son[a-z]+=", text
        ), file
    for file in ASSETS.rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function", text), file


def test_style_sheets_load_nothing() -> None:
    for file in ASSETS.rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        # The build puts neighbours together; nothing is imported in the browser.
        assert "@import" not in re.sub(
            r'^@import "\./[a-z/-]+\.css"( layer\(\w+\)| screen and \(prefers-color-scheme: dark\))?;$',
            "",
            text,
            flags=re.MULTILINE,
        ), file
        assert "url(" not in text.replace("url(data:", ""), file
        assert not re.search(r"https?:", re.sub(r"/\*.*?\*/|href\^=\"http\"", "", text, flags=re.DOTALL)), (
            file
        )


def test_colours_are_named_with_the_tokens_only() -> None:
    for file in (ASSETS / "css").rglob("*.css"):
        if file.name not in {"tokens.css", "dark.css", "print.css"}:
            text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert not re.search(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", text), file


def tokens(scheme: str) -> dict[str, str]:
    name = "dark.css" if scheme == "slate" else "tokens.css"
    sheet = (ASSETS / "css" / "base" / name).read_text(encoding="utf-8")
    block = sheet.split(f'[data-md-color-scheme~="{scheme}"] {{', 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_rightly() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_both_schemes_name_the_same_colours(scheme: str) -> None:
    assert set(tokens(scheme)) == set(tokens("default"))
    assert len(tokens(scheme)) == 15


GROUNDS = ("paper", "paper-sunk", "paper-raised", "seal-wash", "link-wash")
COLOURS = (
    "ink-soft",
    "seal",
    "link",
    "answer-permitted",
    "answer-open",
    "answer-running",
)


@pytest.mark.parametrize(("scheme", "ground"), list(product(["default", "slate"], GROUNDS)))
def test_ink_has_seven_to_one(scheme: str, ground: str) -> None:
    named = tokens(scheme)
    assert contrast(named["ink"], named[ground]) >= 7


@pytest.mark.parametrize(
    ("scheme", "ground", "colour"),
    list(product(["default", "slate"], GROUNDS, COLOURS)),
)
def test_everything_else_has_four_and_a_half_to_one(scheme: str, ground: str, colour: str) -> None:
    named = tokens(scheme)
    assert contrast(named[colour], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_words_on_filled_controls_can_be_read(scheme: str) -> None:
    named = tokens(scheme)
    assert contrast(named["on-link"], named["link"]) >= 4.5
    assert contrast(named["rule-strong"], named["paper"]) >= 3


def test_the_policy_of_the_pages_forbids_what_it_should() -> None:
    assert "default-src 'self'" in csp.META
    assert "unsafe-inline" not in csp.META
    assert "'unsafe-eval'" not in csp.META
    assert "http" not in csp.META
