"""The law as it is copied: nothing that others found in text they had copied stands between its words.

That what is ours is not selected is shown in a browser (tests/browser/law/test_copying.py), which leaves out white
space and zero-width spaces; here every character counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from calculators.kernel.text import LANGS, Lang
from calculators.texts import works
from publisher.law.page import law_html
from tests.publisher.parsing import parsed

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("found_copies.toml").read_text(encoding="utf-8")
)["case"]
NOT_SELECTED = ".uses, .tools, .note, .gist"
"""As docs/assets/css/law/law.css has it."""


def test_nothing_that_others_found_in_copied_text_is_in_the_law() -> None:
    wrong = [
        f"{each['source']['title']}: {fault} ({each['why']})" for each in CASES for fault in _faults(each)
    ]
    assert not wrong, "\n".join(wrong)


def test_each_case_has_its_own_source_and_finds_what_it_was_made_for() -> None:
    assert len({each["source"]["at"] for each in CASES}) == len(CASES) >= 10
    assert all(
        len(_runs(work.id, "zh")) >= 2 * len(work.provisions)
        for work in works().values()
        if work.kind == "text"
    )
    for each in CASES:
        if "never" in each:
            assert re.search(each["never"], each["broken"]), each["source"]["title"]
        else:
            assert each["element"], each["source"]["title"]


def _faults(case: Mapping[str, Any]) -> Iterator[str]:
    for work, lang in ((work.id, lang) for work in works().values() if work.kind == "text" for lang in LANGS):
        if "element" in case:
            yield from (
                f"{work} has {found}"
                for found in _copied(work, lang).select(f":is(.prov) :is({case['element']})")
            )
        else:
            yield from (
                f"{work}:{at} ({lang}) has {found!r}" for at, found in _found(case, _runs(work, lang))
            )


def _found(case: Mapping[str, Any], runs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Yield where a pattern is found, and what stands around it."""
    for at, run in runs:
        text = run
        for known in case.get("allowed", ()):
            text = text.replace(known, "")
        for found in re.finditer(case["never"], text):
            yield at, text[max(0, found.start() - 8) : found.end() + 8]


@cache
def _copied(work: str, lang: Lang) -> BeautifulSoup:
    """Return the page of a work without what cannot be selected."""
    page = parsed(law_html(works()[work], lang))
    for each in page.select(NOT_SELECTED):
        each.decompose()
    return page


@cache
def _runs(work: str, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return the words of each provision alone, one language after the other."""
    return tuple(
        (part["id"], run.get_text())
        for part in _copied(work, lang).select(".prov")
        for run in part.find_all(lang=True)
        if run.find_parent(class_="prov") is part and not run.find_parents(lang=True)
    )
