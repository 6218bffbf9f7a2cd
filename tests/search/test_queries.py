"""The queries of queries.toml, put to the built site in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from calculators.kernel.text import Lang
from tests.browser.watched import Watched
from tests.search.queries import Query, Scores, queries
from tests.search.typed import answers

HOME = {"zh": "/", "en": "/en/"}


def wrongs(query: Query, exact: list[str], near: list[str], other: list[str]) -> list[str]:
    """Return what is wrong with the hits of one query."""
    shown = exact or near
    found = []
    if not query.first and (exact or other or near):
        found.append(f"finds {[*exact, *near, *other]}, and there is nothing to find")
    if query.first and (not shown or shown[0] not in query.first):
        found.append(f"begins with {shown[:3]} and not with {list(query.first)}")
    if query.near and exact and not set(exact) & query.right:
        found.append(f"shows {exact} as exact")
    if not query.near and query.right and not exact:
        found.append("finds it only as near, or not at all")
    if wrong := set(shown) & query.never:
        found.append(f"finds {sorted(wrong)}")
    return found


def test_there_are_enough_queries_of_every_kind() -> None:
    every, fresh = queries(), queries("fresh")
    assert len(every) >= 80
    assert len(fresh) >= 20
    assert len({(each.lang, each.typed) for each in every + fresh}) == len(every + fresh)
    assert sum(1 for each in every if each.lang == "en") >= 30
    assert sum(1 for each in every if not each.first) >= 6
    assert all(set(each.first) <= each.right for each in every + fresh)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_typed_queries_find_what_they_must(
    watched: Watched, lang: Lang, record_property: Callable[[str, object], None]
) -> None:
    """Every query of one language, asked one after the other."""
    sums = Scores(name={"zh": "Chinese", "en": "English"}[lang])
    problems = []
    with watched.visit() as (page, _):
        page.goto(watched.address + HOME[lang])
        asked = [each for each in queries() if each.lang == lang]
        for query, (exact, near, other) in zip(
            asked, answers(page, [each.typed for each in asked]), strict=True
        ):
            sums.add(query, exact, near)
            problems += [f"{query.typed}: {each}" for each in wrongs(query, exact, near, other)]
    language, precision, recall, first, *_ = sums.row()
    record_property("search", f"{language}: precision {precision}, recall {recall}, first hit right {first}")
    assert not problems, "\n" + "\n".join(problems)
    assert float(precision) >= 0.95
    assert float(recall) >= 0.95


@pytest.mark.parametrize(("lang", "answered"), [("zh", 12), ("en", 13)])
def test_queries_that_it_was_not_tuned_to_are_answered_as_often_as_measured(
    watched: Watched, lang: Lang, answered: int, record_property: Callable[[str, object], None]
) -> None:
    """Of fifteen in each language, so many have a right hit among the first five."""
    sums = Scores(name={"zh": "Chinese", "en": "English"}[lang])
    with watched.visit() as (page, _):
        page.goto(watched.address + HOME[lang])
        asked = [each for each in queries("fresh") if each.lang == lang]
        for query, (exact, near, _) in zip(asked, answers(page, [each.typed for each in asked]), strict=True):
            sums.add(query, exact, near)
    *_, first, five, reciprocal = sums.row()
    record_property(
        "search", f"{sums.name}, not tuned to: first {first}, among five {five}, reciprocal rank {reciprocal}"
    )
    assert sums.within(5) >= answered
