"""Editions: the same words give the same hash, and one character more or less another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.kernel.text import Text
from calculators.kernel.works import Provision, Work
from calculators.texts import works
from publisher.html.edition import edition, meaning, page_edition

WORK = works()["vulnerability-provisions"]
DIGEST = works()["incident-measures"]


def with_row(work: Work, row: Provision) -> Work:
    return replace(work, provisions={**work.provisions, row.id: row})


def test_an_edition_is_twelve_hexadecimal_digits_and_differs_from_work_to_work() -> None:
    editions = [edition(work) for work in works().values()]
    assert all(len(each) == 12 and int(each, 16) >= 0 for each in editions)
    assert len(set(editions)) == len(editions)
    assert editions == [edition(replace(work)) for work in works().values()]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_character_in_either_language_makes_another_edition(lang: str) -> None:
    row = WORK["art-9-p1-i7"]
    text = Text(row.text.zh + "。" * (lang == "zh"), row.text.en + "." * (lang == "en"))
    other = replace(row, text=text)
    assert edition(with_row(WORK, other)) != edition(WORK)
    assert meaning(other) != meaning(row)


def test_a_note_of_ours_belongs_to_the_edition_but_not_to_the_meaning() -> None:
    row = WORK["art-9"]
    other = replace(row, gist=Text("别的提要", "Another summary"))
    assert edition(with_row(WORK, other)) != edition(WORK)
    assert meaning(other) == meaning(row)


def test_how_sure_a_statement_is_belongs_to_its_meaning() -> None:
    row = next(each for each in DIGEST.provisions.values() if each.statements)
    first, *rest = row.statements
    other = replace(row, statements=(replace(first, confidence="OPEN"), *rest))
    assert first.confidence != "OPEN"
    assert meaning(other) != meaning(row)
    sourced = replace(row, statements=(replace(first, sources=("GH1",)), *rest))
    assert first.sources != ("GH1",)
    assert edition(with_row(DIGEST, sourced)) != edition(DIGEST)


def test_the_edition_of_a_page_is_that_of_its_words() -> None:
    page = page_edition("<p>One <b>word</b></p><script>let x</script>")
    assert page == page_edition('<div id="x">\n One  <i>word</i>\n</div><style>p {}</style>')
    assert page != page_edition("<p>One word more</p>")
