"""Article numbers in many spellings, read by the module that the search and every jump to a number share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Page

from calculators.texts import works
from tests.browser.watched import Watched, source

V, M, Q = "vulnerability-provisions", "incident-measures", "incident-qa"


@pytest.fixture(scope="module")
def page(watched: Watched) -> Iterator[Page]:
    with watched.page() as (page, _):
        page.goto(f"{watched.address}/about/")
        yield page


SHELF = [
    {"id": work.id, "names": list(work.names), "ids": list(work.provisions)} for work in works().values()
]


def named(
    page: Page,
    text: str,
    *,
    bare: bool = False,
    shelf: Sequence[dict[str, object]] = SHELF,
    reader: str = "provisionsNamed",
) -> list[str]:
    """Return the provisions that the module reads out of a text, as work:id."""
    return named_in(page, [text], bare=bare, shelf=shelf, reader=reader)[0]


def named_in(
    page: Page,
    texts: list[str],
    *,
    bare: bool = False,
    shelf: Sequence[dict[str, object]] = SHELF,
    reader: str = "provisionsNamed",
) -> list[list[str]]:
    """Return the same for each of many texts, in one turn to the browser."""
    found = page.evaluate(
        """async ([module, texts, shelf, bare, reader]) => {
          const places = await import(module);
          return texts.map((text) => places[reader](text, shelf, { bare }));
        }""",
        [source(page, "search/places.js"), texts, shelf, bare, reader],
    )
    return [[f"{each['work']}:{each['id']}" for each in places] for places in found]


ITEM_7 = (
    "Section 9(7)|s 9(7)|9(7|s. 9(7)|s9(7)|sec 9(7)|§9(7)|§ 9.1(7)|9-7|9–7|9:7|9 ( 7 )|9\u200b(7)|9\ufeff (7)|9（ 七 ）|9[7]|9⑦|9(vii)|"
    "Art. 9.1(7)|9.1(7)|9(1).7|9(1)7|Article 9 § 7|Article 9:7|clause 9(7)|rule 9(7)|reg. 9(7)|Provision 9(7)|Art9(7)|arts 9(7)|"
    "item 7 of article 9|item (7) of paragraph 1 of Article 9|paragraph 7 of Article 9(1)|item 7, paragraph 1, Article 9|"
    "7th item of article 9|the seventh item of the first paragraph of article 9|subsection (7) of section 9|point 7 of art. 9|"
    "Article nine, paragraph one, item seven|Article 9, first paragraph, item seven|Article 9, para. (1), no. 7|"
    "under Article 9(7) of these Provisions|see art. 9(7)|Art. 9(7).|“Article 9(7)”|the Provisions, art. 9(7)|"
    "本规定第九条第七项|本规定第9条第1款第（7）项|该规定第九条第（七）项|根据本规定第九条第（七）项的规定|见《规定》第九条第一款第七项|"
    "违反第九条第七项|第九条第七项规定|第九条第（七）项是什么|第九条第一款第（七）项。|第九条的第七项|第 九 条 第 七 项|第九条第⑺项|第九条⑦|"
    "第九条七|第九条第七|第9(7)条|第9(1)(7)條|第九條第一項第七款|9条1款7项|第９条第１款第７项|“第九条第七项”|"
    "art 9(7)|art. 9 (7)|Art.9(7)|article 9(7)|Article 9, item (7)|Article 9, paragraph 1, item (7)|art 9(1)(7)|"
    "9.7|9(7)|9.1.7|art 9.7|art 9 7|§ 9(7)|九(七)|九（七）|第九条第七项|第九条第（七）项|第九条（七）|第九条第一款第七项|"
    "第九条第一款第（七）项|第9条第7项|第9条第1款第7项|第９条第７项|第九條第七項|九条七项|9条7项|art-9-p1-i7|ART-9-P1-I7|"
    "vulnerability-provisions:art-9-p1-i7|RMSV 9.7|RMSV art 9(7)|RMSV第九条第七项|《规定》第九条第七项|规定第9条第7项|"
    "art 9(7) of the Provisions|Provisions, Article 9, paragraph 1, item (7)|《网络产品安全漏洞管理规定》第九条第一款第（七）项| 9.7 "
)


@pytest.mark.parametrize("text", ITEM_7.split("|"))
def test_article_9_item_7_is_read_in_every_spelling(page: Page, text: str) -> None:
    assert named(page, text) == [f"{V}:art-9-p1-i7"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第九条", [f"{M}:art-9", f"{V}:art-9"]),
        ("art 9", [f"{M}:art-9", f"{V}:art-9"]),
        ("第十六条", [f"{V}:art-16"]),
        ("第16条", [f"{V}:art-16"]),
        ("规定第十条", [f"{V}:art-10"]),
        ("办法第十条", [f"{M}:art-10"]),
        ("Measures art 8", [f"{M}:art-8"]),
        ("办法8", [f"{M}:art-8"]),
        ("7(2)", [f"{V}:art-7-p1-i2", f"{V}:art-7-p2"]),
        ("第七条第二款", [f"{V}:art-7-p2"]),
        ("第七条第二项", [f"{V}:art-7-p1-i2"]),
        ("art 7 para 2", [f"{V}:art-7-p2"]),
        ("q5", [f"{Q}:q5"]),
        ("Question 5", [f"{Q}:q5"]),
        ("q5-p3", [f"{Q}:q5-p3"]),
        ("q5 (3)", [f"{Q}:q5-p3"]),
        ("question 5, answer, paragraph 3", [f"{Q}:q5-p3"]),
        ("第五问", [f"{Q}:q5"]),
        ("第五問", [f"{Q}:q5"]),
        ("问题5", [f"{Q}:q5"]),
        ("第五问答复第三段", [f"{Q}:q5-p3"]),
        ("答记者问第五问", [f"{Q}:q5"]),
        ("annex-loss", [f"{M}:annex-loss"]),
        ("本规定第九条", [f"{V}:art-9"]),
        ("本办法第八条", [f"{M}:art-8"]),
        ("this regulation", []),
        ("these Measures, art. 8", [f"{M}:art-8"]),
        ("§ 16", [f"{V}:art-16"]),
        ("Section 16", [f"{V}:art-16"]),
        ("sixteenth article", [f"{V}:art-16"]),
        ("Q.5", [f"{Q}:q5"]),
        ("第五个问题", [f"{Q}:q5"]),
        ("paragraph 3 of question 5", [f"{Q}:q5-p3"]),
        ("7-2", [f"{V}:art-7-p1-i2", f"{V}:art-7-p2"]),
        ("s 7(2)", [f"{V}:art-7-p1-i2", f"{V}:art-7-p2"]),
        ("(2) of article 7", [f"{V}:art-7-p1-i2", f"{V}:art-7-p2"]),
        ("art 16(1)", [f"{V}:art-16-p1"]),
    ],
)
def test_other_places_are_read(page: Page, text: str, expected: list[str]) -> None:
    assert named(page, text) == expected


I1, I2, I3 = (f"{V}:art-7-p1-i{item}" for item in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第七条第一款第一项至第三项", [I1, I2, I3]),
        ("第七条第一款第（一）项至第（三）项", [I1, I2, I3]),
        ("第七条第一款第（一）至（三）项", [I1, I2, I3]),
        ("第7条第1款第1项到第3项", [I1, I2, I3]),
        ("第七条第1-3项", [I1, I2, I3]),
        ("第七条第一项～第三项", [I1, I2, I3]),
        ("第七條第一款第一項至第三項", [I1, I2, I3]),
        ("第７条第１款第１项－第３项", [I1, I2, I3]),
        ("本规定第七条第一款第一项至第三项规定", [I1, I2, I3]),
        ("第七条第一款第（一）、（二）项", [I1, I2]),
        ("第七条第一款第一项、第三项", [I1, I3]),
        ("第七条第一款第（一）项和第（三）项", [I1, I3]),
        ("第七条第一款第一、二、三项", [I1, I2, I3]),
        ("Article 7(1)(1) to (3)", [I1, I2, I3]),
        ("Article 7(1)(1)–(3)", [I1, I2, I3]),
        ("7(1)(1)-(3)", [I1, I2, I3]),
        ("Article 7, paragraph 1, items (1) to (3)", [I1, I2, I3]),
        ("items (1) to (3) of Article 7", [I1, I2, I3]),
        ("items 1-3 of article 7", [I1, I2, I3]),
        ("items (1) and (3) of Article 7(1)", [I1, I3]),
        ("art. 7(1)(1) and (2)", [I1, I2]),
        ("第七条第一款第（二）项、第二款", [I2, f"{V}:art-7-p2"]),
        ("规定第九条至第十一条", [f"{V}:art-{article}" for article in (9, 10, 11)]),
        ("规定第9、10条", [f"{V}:art-9", f"{V}:art-10"]),
        ("Provisions, Articles 9 to 11", [f"{V}:art-{article}" for article in (9, 10, 11)]),
        ("RMSV arts 9-11", [f"{V}:art-{article}" for article in (9, 10, 11)]),
        ("RMSV Articles 9 and 10", [f"{V}:art-9", f"{V}:art-10"]),
        ("RMSV art 9, 10", [f"{V}:art-9", f"{V}:art-10"]),
        ("第九条和第十条", [f"{M}:art-9", f"{M}:art-10", f"{V}:art-9", f"{V}:art-10"]),
        ("第九条第七项、第十条第二款", [f"{V}:art-9-p1-i7", f"{V}:art-10-p2"]),
        ("item 7 of article 9 and item 2 of article 7", [f"{V}:art-9-p1-i7", I2]),
    ],
)
def test_several_places_at_once_are_all_read(page: Page, text: str, expected: list[str]) -> None:
    assert named(page, text) == expected


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("paragraph 7 of article 9", [f"{M}:art-9", f"{V}:art-9"]),
        ("para. 7 of the Provisions, article 9", []),
        ("paragraph 7 of article 9 of the Provisions", [f"{V}:art-9"]),
        ("the seventh paragraph of article 9", [f"{M}:art-9", f"{V}:art-9"]),
        ("paragraph 12 of article 9 RMSV", [f"{V}:art-9"]),
        ("item 12 of paragraph 1 of article 9", [f"{M}:art-9", f"{V}:art-9-p1"]),
        ("item 1 of article 9 of the Measures", [f"{M}:art-9"]),
        ("art 9(12)", [f"{M}:art-9", f"{V}:art-9"]),
        ("§ 9(12)", [f"{M}:art-9", f"{V}:art-9"]),
        ("第九条第七款", [f"{M}:art-9", f"{V}:art-9"]),
        ("本规定第九条第七款", [f"{V}:art-9"]),
        ("第九条第十二项", [f"{M}:art-9", f"{V}:art-9"]),
        ("规定第九条第一款第十二项", [f"{V}:art-9-p1"]),
        ("第五问第九段", [f"{Q}:q5"]),
        ("9(12)", []),
        ("3.14", []),
        ("第九十九条第一款", []),
    ],
)
def test_a_part_that_is_not_there_leads_to_what_would_hold_it(
    page: Page, text: str, holders: list[str]
) -> None:
    """“Paragraph 7 of article 9” is about article 9, and not about article 7."""
    assert named(page, text) == []
    assert named(page, text, reader="holdersNamed") == holders


@pytest.mark.parametrize(
    "text",
    "|9|漏洞|1小时|2日|12387|第九十九条|art 99|9.99|9(9)|第条|2021年9月1日|article|规定|q99|第零条|十十(七)|九七|3.14|24/7|14:30|2026-11-26|11/21/2026|192.168.1.1|1.2.3|4-6小时|9 7|to|and 9|第二款|(7)|i|p 1|in 2021|第九条之一|第九条第七项第一目".split(
        "|"
    ),
)
def test_what_names_no_provision_gives_none(page: Page, text: str) -> None:
    assert named(page, text) == []


def test_a_number_alone_is_a_place_only_where_that_is_asked_for(page: Page) -> None:
    assert named(page, "5", bare=True) == [f"{M}:art-5", f"{Q}:q5", f"{V}:art-5"]
    assert named(page, "十六", bare=True) == [f"{V}:art-16"]


def test_every_citation_of_ours_is_read_back(page: Page) -> None:
    """As a provision is cited on a page, in either language, so it is found."""
    cited = [
        (f"{work.id}:{row}", text)
        for work in works().values()
        for row in work.provisions
        if row.startswith(("art-", "q"))
        for text in (work.place(row).zh, work.place(row).en)
    ]
    found = named_in(page, [text for _, text in cited])
    assert [(name, text) for (name, text), names in zip(cited, found, strict=True) if name not in names] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第二章", "ch-2"),
        ("第2章", "ch-2"),
        ("chapter 2", "ch-2"),
        ("Ch. 2", "ch-2"),
        ("第二章第一节", "ch-2-s1"),
        ("Chapter 2, Section 1", "ch-2-s1"),
        ("样例办法第二章", "ch-2"),
        ("第一百零一条", "art-101"),
        ("第一千二百六十条", "art-1260"),
        ("art 1260", "art-1260"),
    ],
)
def test_chapters_sections_and_large_numbers_are_read(page: Page, text: str, expected: str) -> None:
    ids = ["ch-2", "ch-2-s1", "art-2", "art-101", "art-1260"]
    law: dict[str, object] = {"id": "sample", "names": ["样例办法"], "ids": ids}
    assert named(page, text, shelf=[law]) == [f"sample:{expected}"]


@pytest.mark.parametrize(
    ("asked", "near"),
    [("ch-9", "ch-2"), ("第九章", "ch-2"), ("chapter 1", "ch-2"), ("ch-2-s4", "ch-2"), ("art-9", "art-2"), ("九", "art-2"), ("第一百零一条", "art-2")],
)  # fmt: skip
def test_what_comes_nearest_to_a_chapter_is_a_chapter(page: Page, asked: str, near: str) -> None:
    found = page.evaluate(
        "async ([module, asked, ids]) => (await import(module)).nearest(asked, ids)",
        [source(page, "law/nearest.js"), asked, ["ch-2", "art-2", "art-2-p1"]],
    )
    assert found == near
