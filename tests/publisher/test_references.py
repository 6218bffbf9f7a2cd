"""References in a running text: alone, in runs, in either order, and the words that only look like one."""

from __future__ import annotations

import pytest

from calculators.kernel.text import Lang
from calculators.texts import works
from publisher.law.reading.cited import references
from publisher.law.reading.references import UNKNOWN_LAW, Mention, mentions

NAMES = {"办法": "m", "网络安全法": "csl", "Cybersecurity Law": "csl", "the Measures": "m"}


def said(text: str, lang: Lang) -> list[tuple[str, str]]:
    """Each place named: its words, and law/article/paragraph/item with a dot for what is left out."""

    def shown(each: Mention) -> str:
        article = "here" if each.this_article else each.article
        parts = (each.law, "annex" if each.annex else article, each.paragraph, each.item)
        return "/".join("." if part is None else str(part) for part in parts)

    return [(text[each.start : each.end], shown(each)) for each in mentions(text, lang, NAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第九条", [("第九条", "./9/./.")]),
        ("依照第九条第一款第（七）项处理", [("第九条第一款第（七）项", "./9/1/7")]),
        ("第九条第（七）项", [("第九条第（七）项", "./9/./7")]),
        ("《网络安全法》第六十条", [("《网络安全法》第六十条", "csl/60/./.")]),
        ("《网络安全法》等法律第六条", [("《网络安全法》", "csl/././."), ("第六条", "./6/./.")]),
        ("第一项、第二项", [("第一项", "./././1"), ("第二项", "./././2")]),
        ("第1项、第2项", [("第1项", "./././1"), ("第2项", "./././2")]),
        (
            "第九条第一款第（一）项、第（三）项",
            [("第九条第一款第（一）项", "./9/1/1"), ("第（三）项", "./9/1/3")],
        ),
        ("第九条第一款、第二款", [("第九条第一款", "./9/1/."), ("第二款", "./9/2/.")]),
        ("第九十条第三项、第二条", [("第九十条第三项", "./90/./3"), ("第二条", "./2/./.")]),
        (
            "《网络安全法》第五十九条、第六十条和第六十二条第一款",
            [
                ("《网络安全法》第五十九条", "csl/59/./."),
                ("第六十条", "csl/60/./."),
                ("第六十二条第一款", "csl/62/1/."),
            ],
        ),
        ("第十二条至第十五条", [("第十二条", "./12/./."), ("第十五条", "./15/./.")]),
        ("第七条第一款第（二）项、第二款", [("第七条第一款第（二）项", "./7/1/2"), ("第二款", "./7/2/.")]),
        (
            "《网络安全法》（2016年）第二十五条",
            [("《网络安全法》", "csl/././."), ("第二十五条", "csl/25/./.")],
        ),
        ("本条第二款", [("本条第二款", "./here/2/.")]),
        ("作为《办法》附件", [("《办法》附件", "m/annex/./.")]),
        ("对照附件研判等级", [("附件", "./annex/./.")]),
        ("《别的法》第三条第一款、第二款", [("《别的法》第三条第一款", "?/3/1/."), ("第二款", "?/3/2/.")]),
        ("《别的法》规定，第三条适用", [("第三条", "./3/./.")]),
        ("应当第一时间报告，第一类、第二日", []),
        ("第六类渠道，四个级别，第三方", []),
    ],
)
def test_chinese(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under Article 9", [("Article 9", "./9/./.")]),
        ("Article 9, paragraph 1, item (7), says", [("Article 9, paragraph 1, item (7)", "./9/1/7")]),
        ("Article 9(1)(7)", [("Article 9(1)(7)", "./9/1/7")]),
        ("Article 60 of the Cybersecurity Law", [("Article 60 of the Cybersecurity Law", "csl/60/./.")]),
        ("the Cybersecurity Law, Article 60", [("Cybersecurity Law, Article 60", "csl/60/./.")]),
        ("item 1 and item 2 may go first", [("item 1", "./././1"), ("item 2", "./././2")]),
        ("items 1 and 2 may go first", [("items 1", "./././1"), ("2", "./././2")]),
        ("items (1), (2) and (3) of Article 7", [("items (1)", "./7/./1"), ("(2)", "./7/./2"), ("(3) of Article 7", "./7/./3")]),
        ("items 1 and 2 of paragraph 1 of Article 7", [("items 1", "./7/1/1"), ("2 of paragraph 1 of Article 7", "./7/1/2")]),
        ("Article 9, items (1) and (2)", [("Article 9, items (1)", "./9/./1"), ("(2)", "./9/./2")]),
        ("Articles 12 to 15", [("Articles 12", "./12/./."), ("15", "./15/./.")]),
        (
            "Articles 59, 60 and 62 of the Cybersecurity Law",
            [("Articles 59", "csl/59/./."), ("60", "csl/60/./."), ("62 of the Cybersecurity Law", "csl/62/./.")],
        ),
        ("Article 4 and 30 days", [("Article 4", "./4/./.")]),
        ("paragraph 2 of this article", [("paragraph 2 of this article", "./here/2/.")]),
        ("an annex to the Measures", [("annex to the Measures", "m/annex/./.")]),
        ("Article 40 of the Regulations", [("Article 40", "?/40/./.")]),
        ("The Measures of 2025", []),
        ("paragraphs of text, an item of news", []),
    ],
)  # fmt: skip
def test_english(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "en") == expected


def test_an_article_of_a_law_not_known_leads_nowhere() -> None:
    work = works()["vulnerability-provisions"]
    assert mentions("《别的法》第三条", "zh", NAMES)[0].law == UNKNOWN_LAW
    assert references("《别的法》第三条", "zh", work, "art-9-p1") == []
    assert references("Article 3 of the Other Law", "en", work, "art-9-p1") == []


@pytest.mark.parametrize(
    ("text", "lang", "work", "provision", "expected"),
    [
        ("第一项、第二项", "zh", "vulnerability-provisions", "art-7-p2", []),
        ("第一项、第二项", "zh", "vulnerability-provisions", "art-7-p1", ["#art-7-p1-i1", "#art-7-p1-i2"]),
        ("items 1 and 2", "en", "vulnerability-provisions", "art-7-p1-i3", ["#art-7-p1-i1", "#art-7-p1-i2"]),
        ("第七条第（二）项", "zh", "vulnerability-provisions", "art-9-p1", ["#art-7-p1-i2"]),
        ("第二款", "zh", "vulnerability-provisions", "art-7-p1", ["#art-7-p2"]),
        ("本条第二款", "zh", "vulnerability-provisions", "art-7-p1", ["#art-7-p2"]),
        ("第九十九条", "zh", "vulnerability-provisions", "art-7-p1", []),
        ("第七条", "zh", "vulnerability-provisions", "art-7-p1", []),
        ("《网络安全法》第六十条", "zh", "vulnerability-provisions", "art-12-p1", ["/law-around.md#csl-62"]),
        ("Article 59 of the Cybersecurity Law", "en", "vulnerability-provisions", "art-13-p1", ["/law-around.md#csl-61"]),
        ("《网络安全法》第三条", "zh", "vulnerability-provisions", "art-1-p1", ["/law-around.md#renumbering"]),
        ("《办法》第四条", "zh", "incident-qa", "q5-p1", ["/incident-measures.md#art-4"]),
        ("本规定", "zh", "incident-qa", "q5-p1", []),
        ("《网络安全事件分级指南》", "zh", "incident-qa", "q7-p1", ["/incident-measures.md#annex"]),
        ("《网络安全事件分级指南》", "zh", "incident-measures", "annex", []),
        ("第1项、第2项", "zh", "incident-measures", "art-7", []),
        ("第六条", "zh", "incident-measures", "art-5", ["#art-6"]),
    ],
)  # fmt: skip
def test_where_a_reference_leads(
    text: str, lang: Lang, work: str, provision: str, expected: list[str]
) -> None:
    found = references(text, lang, works()[work], provision)
    assert [each.href for each in found] == expected


def test_a_law_without_a_page_leads_to_the_official_text() -> None:
    (found,) = references("《数据安全法》", "zh", works()["incident-measures"], "art-1")
    assert found.href.startswith("http://www.npc.gov.cn/")
