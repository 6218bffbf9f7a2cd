"""Provision ids: those of the contract, without gaps, in the order of the text; and what rows must carry."""

import re
from datetime import date

from calculators.kernel.provisions.numerals import numeral
from tests.text.texts import WORKS, every_row, every_row_of_a_work, every_work

# How many paragraphs an article (or an answer) has, and how many items its first paragraph has.
PARAGRAPHS = {
    "vulnerability-provisions": {3: 2, 7: 3, 10: 2},
    "incident-qa": {1: 3, 4: 5, 5: 5},
}
ITEMS = {"vulnerability-provisions": {7: 3, 9: 8}, "incident-qa": {}}
HEADS = {
    "vulnerability-provisions": [
        "notice-title",
        "notice-number",
        "notice-to",
        "notice-p1",
        "notice-issuer",
        "notice-date",
        "title",
    ],
    "incident-qa": ["title", "intro-p1"],
}
TOP = {"vulnerability-provisions": ("art-", 16), "incident-qa": ("q", 7)}


def expected(work: str) -> list[str]:
    """Return the ids of a work as the contract has them, in order."""
    ids, (prefix, last) = list(HEADS[work]), TOP[work]
    for number in range(1, last + 1):
        ids.append(f"{prefix}{number}")
        for paragraph in range(1, PARAGRAPHS[work].get(number, 1) + 1):
            ids.append(f"{prefix}{number}-p{paragraph}")
            items = ITEMS[work].get(number, 0) if paragraph == 1 else 0
            ids += [f"{prefix}{number}-p1-i{item}" for item in range(1, items + 1)]
    return ids


@every_work
def test_ids_are_those_of_the_contract(work):
    """Every id of the contract is there, once, in the order of the text, and no other."""
    assert list(work.provisions) == expected(work.id)


def test_ids_named_in_the_contract():
    """The ids that the contract gives as examples exist."""
    provisions, answers = WORKS["vulnerability-provisions"].provisions, WORKS["incident-qa"].provisions
    assert {"art-9", "art-9-p1", "art-9-p1-i7", "notice-p1", "art-5", "art-5-p1"} <= set(provisions)
    assert {"art-7-p1-i1", "art-7-p1-i3", "art-7-p2", "art-7-p3"} <= set(provisions)
    assert {"q5", "q5-p1"} <= set(answers)


@every_row_of_a_work
def test_no_gap_before_an_id(work, row):
    """Before paragraph or item N stands N - 1, and before either its parent."""
    order = list(work.provisions)
    if match := re.fullmatch(r"(.+-[pi]|art-|q)(\d+)", row.id):
        assert match[2] == "1" or order.index(f"{match[1]}{int(match[2]) - 1}") < order.index(row.id)
    if parent := work.parent(row):
        assert order.index(parent) < order.index(row.id)


@every_row
def test_id_says_what_the_row_is(row):
    """The heading, item mark or question number in the text is the number in the id."""
    last = int(found[0]) if (found := re.findall(r"\d+$", row.id)) else 0
    if row.kind == "article":
        assert row.text.zh == f"第{numeral(last)}条"
    elif row.kind == "item":
        assert row.text.zh.startswith(f"（{numeral(last)}）")
    elif row.kind == "question":
        assert row.text.zh.startswith(f"{numeral(last)}、问：")
    else:
        assert not re.match(r"第.+条$|（.）|.、问", row.text.zh)


@every_row
def test_gist(row):
    """Each article and question, and nothing else, has a marginal note of at most 14 characters, 6 words."""
    assert (row.gist is not None) == (row.kind in {"article", "question"})
    if row.gist:
        assert 2 <= len(row.gist.zh) <= 14
        assert 1 <= len(row.gist.en.split()) <= 6
        assert not re.search(r"[。；.;]$", row.gist.zh + row.gist.en)


@every_work
def test_gists_differ(work):
    """No two articles of a work have the same note."""
    gists = [row.gist for row in work.provisions.values() if row.gist]
    for lang in ("zh", "en"):
        assert len({gist.in_(lang) for gist in gists}) == len(gists)


def day(text: str) -> date:
    """Read the only date of a Chinese sentence."""
    ((year, month, day_of_month),) = re.findall(r"(\d{4})年(\d+)月(\d+)日", text)
    return date(int(year), int(month), int(day_of_month))


def test_particulars_of_the_provisions():
    """Title, issuers, number and dates in the head are those that the text itself gives."""
    work = WORKS["vulnerability-provisions"]
    assert work.title == work["title"].text
    assert work.number == work["notice-number"].text
    assert work.issuer.zh.split("、") == work["notice-issuer"].text.zh.split()
    assert work.issuer.en == work["notice-issuer"].text.en
    assert work.issued == day(work["notice-date"].text.zh) == date(2021, 7, 12)
    assert work.published == date(2021, 7, 13)
    assert work.in_force == day(work["notice-p1"].text.zh) == day(work["art-16-p1"].text.zh)


def test_particulars_of_the_answers():
    """The Q&A has the date of the Measures, and no date or number of its own, as its source has none."""
    work = WORKS["incident-qa"]
    assert work.title == work["title"].text
    assert work.in_force == day(work["intro-p1"].text.zh) == date(2025, 11, 1)
    assert (work.issued, work.published, work.number) == (None, None, None)


@every_work
def test_origin_is_owned_up_to(work):
    """The head says that the text comes from a third party and was not compared with the official page."""
    assert "第三方" in work.taken_from.zh
    assert "未与官方网页逐字核对" in work.taken_from.zh
    assert "third-party" in work.taken_from.en
    assert "not compared character by character" in work.taken_from.en


@every_work
def test_official_addresses(work):
    """Every work links official pages only, each named in both languages."""
    assert work.official
    for address in work.official:
        assert re.match(r"https?://www\.(cac\.)?gov\.cn/", address.url)
        assert address.name.zh
        assert address.name.en
