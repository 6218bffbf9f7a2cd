"""Words that the texts do not use, put to the built site in both languages; and that what says nothing comes last."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import CONFIDENCE
from publisher.search.aliases import read_aliases
from publisher.search.records import Record
from publisher.search.subjects import CALCULATORS, make_subjects, read_subjects, resolve
from publisher.search.words import WORDS
from tests.browser.watched import Watched
from tests.search.typed import INPUT, OPTION, hits, settle, type_in

HOME = {"zh": "/", "en": "/en/"}
ROWS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)["word"]
TYPED = [typed for row in ROWS for typed in row["typed"]]
AMONG = 8


def place(see: str) -> str:
    """Return `page#anchor` for a place as words.toml has it."""
    page, _, anchor = see.replace(":", "#").partition("#")
    return f"{page}/#{anchor or page.rpartition('/')[2]}"


def shown(hrefs: Iterable[str]) -> list[str]:
    """Return the places of hits, each once, in order."""
    parts = (urlsplit(each) for each in hrefs)
    return list(
        dict.fromkeys(f"{each.path.removeprefix('/en').removeprefix('/')}#{each.fragment}" for each in parts)
    )


def test_there_are_many_words_of_every_kind() -> None:
    assert len(TYPED) == len(set(TYPED)) >= 250
    assert all(len(row["typed"]) >= 6 for row in ROWS)


@pytest.mark.parametrize("lang", LANGS)
def test_words_of_readers_lead_where_they_want_to_be(watched: Watched, site_folder: Path, lang: Lang) -> None:
    problems = []
    with watched.visit() as (page, _):
        page.goto(watched.address + HOME[lang])
        found = dict(zip(TYPED, hits(page, TYPED), strict=True))
    for row in ROWS:
        begins, has = (
            [place(see) for see in row.get(name, ()) if is_there(see, site_folder)]
            for name in ("begins", "has")
        )
        for typed in row["typed"]:
            places = shown(found[typed])
            if places[: len(begins)] != begins or not set(has) <= set(places[:AMONG]):
                problems.append(f"{typed}: {places[:AMONG]} and not {begins}, then {has}")
    assert not problems, "\n" + "\n".join(problems)


def is_there(see: str, site: Path) -> bool:
    """Whether a place is there; a calculator need not be."""
    return not see.startswith(CALCULATORS) or (site / see / "index.html").is_file()


# Words that stand in many rows of the annex and in other tables, some of them not verified.
OPEN = {
    "zh": ["较大", "重大", "特别重大", "停留", "转发", "浏览", "较大 网站", "社交平台", "小时数", "银行 小时数", "此处未核实", "未核实", "修改决定", "第十三条", "国家秘密", "证券期货", "香港法例", "人数"],
    "en": ["relatively major", "major", "particularly major", "reposted", "views", "relatively major website", "social platforms", "number of hours", "not verified here", "not verified", "decision on the amendment", "article 13", "state secrets", "securities", "hours", "headcount"],
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_not_verified_comes_after_all_that_says_something(watched: Watched, lang: Lang) -> None:
    """Whatever the group: exact, near and of the other language."""
    marks = [text.casefold() for text in (CONFIDENCE["OPEN"].zh, CONFIDENCE["OPEN"].en)]
    seen = 0
    with watched.visit() as (page, _):
        page.goto(watched.address + HOME[lang])
        for typed in OPEN[lang]:
            type_in(page, typed)
            said = [text.casefold() for text in page.locator(f"{OPTION} .search-sentence").all_inner_texts()]
            nothing = [any(mark in text for mark in marks) for text in said]
            assert nothing == sorted(nothing), (typed, said)
            seen += sum(nothing)
    assert seen >= len(OPEN[lang])


def test_a_record_that_says_something_elsewhere_is_shown_with_that(watched: Watched) -> None:
    """Article 4 has a sentence that was not verified; found by a word of that and of others, it is shown with another."""
    with watched.visit() as (page, _):
        page.goto(watched.address + "/")
        type_in(page, "较大")
        group = page.locator("[data-group=open]")
        expect(group).to_contain_text(WORDS["open"].zh)
        assert group.locator("[role=option]").count() >= 2
        assert page.locator("#find-list > *").last.get_attribute("data-group") == "open"
        opened = group.locator("[role=option]").evaluate_all("all => all.map((each) => each.href)")
        assert not [each for each in opened if each.endswith("#art-4")]


@pytest.mark.parametrize("lang", LANGS)
def test_a_calculator_says_that_it_is_one(watched: Watched, lang: Lang) -> None:
    with watched.visit() as (page, _):
        page.goto(watched.address + HOME[lang])
        type_in(page, "deadline")
        first, second, third = (page.locator(OPTION).nth(number) for number in range(3))
        expect(first.locator(".tag")).to_have_text(WORDS["calculator"].in_(lang))
        expect(second.locator(".tag")).to_have_text(WORDS["calculator"].in_(lang))
        expect(third.locator(".tag")).to_have_text(WORDS["see"].in_(lang))
        page.locator(INPUT).press("Enter")
        page.wait_for_url("**/calculators/incident-report/#incident-report")


# Hits of both languages, near ones besides, near ones only, and some that say nothing.
ARRIVING = {
    "zh": ("重大", "CNCERT", "较大", "验证评估"),
    "en": ("CII", "12387", "relatively major", "patches"),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_jumps_when_the_rest_of_the_hits_arrives(watched: Watched, lang: Lang, width: int) -> None:
    """From the first hit of a first search on, none that is shown moves: what comes later comes below."""
    for typed in ARRIVING[lang]:
        with watched.page(viewport={"width": width, "height": 800}) as (page, _):
            page.goto(watched.address + HOME[lang])
            page.evaluate(WATCH_HITS)
            page.keyboard.press("/")
            page.locator(INPUT).fill(typed)
            settle(page)
            places = page.evaluate("window.places")
        for before, after in pairwise(places):
            assert after[: len(before)] == before, typed
        assert places, typed


# After every change, which hits stand where within the box.
WATCH_HITS = """() => {
  window.places = [];
  const list = document.getElementById("find-list");
  const output = list.closest(".md-search__output");
  const look = () => {
    const hits = [...list.querySelectorAll("[role=option]")];
    const top = output.getBoundingClientRect().top - list.parentElement.scrollTop;
    if (hits.length) window.places.push(hits.map((each) => [each.href, Math.round(each.getBoundingClientRect().top - top)]));
  };
  new MutationObserver(look).observe(output, { childList: true, subtree: true, characterData: true });
}"""


def test_no_name_of_a_subject_is_found_by_a_shorter_one() -> None:
    """The table that every reader loads holds nothing twice; what is an alias as well must be named."""
    aliases = {name.casefold() for group in read_aliases().groups for name in group}
    idle = [
        (other, name)
        for subject in read_subjects()
        for name in subject.names
        for other in subject.names
        if other != name and other in name and other > "\u2e80" and name.casefold() not in aliases
    ]
    assert not idle


ROW = {"zh": ["甲"], "en": ["a"], "see": ["faq#q"], "why": "because"}


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"en": []}, "one language"),
        ({"why": ""}, "does not say why"),
        ({"see": []}, "leads nowhere"),
        ({"see": ["faq", "calculators/disclosure"]}, "does not stand first"),
        ({"en": ["a", "A"]}, "two lists"),
    ],
)
def test_a_wrong_subject_is_refused(row: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        make_subjects({"subject": [ROW | row]})


def test_a_subject_leads_to_what_is_there() -> None:
    records = [Record(page="faq/", anchor="q", place="", kind="page", text="x")]
    assert resolve(make_subjects({"subject": [ROW]}), records) == [(("甲", "a"), [0])]
    other = ROW | {"see": ["calculators/not-built", "faq#q"]}
    assert resolve(make_subjects({"subject": [other]}), records) == [(("甲", "a"), [0])]
    with pytest.raises(ValueError, match="faq/#gone"):
        resolve(make_subjects({"subject": [ROW | {"see": ["faq#gone"]}]}), records)
