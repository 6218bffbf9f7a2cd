"""The law as HTML: every provision in an element that holds it, both languages, what is ours kept apart."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from calculators.kernel.text import Lang
from calculators.kernel.works import CONFIDENCE, Work, read_work
from calculators.texts import works
from publisher.html.urls import root_from
from publisher.law.page import contents, ids, law_html
from tests.publisher.law.shown import texts_of
from tests.publisher.parsing import parsed

TEXTS = [work for work in works().values() if work.kind == "text"]
DIGESTS = [work for work in works().values() if work.kind == "digest"]
LANGS: list[Lang] = ["zh", "en"]


def soup(work: Work, lang: Lang = "zh") -> BeautifulSoup:
    return parsed(law_html(work, lang))


def element(page: BeautifulSoup, own: str) -> Tag:
    found = page.find(id=own)
    assert isinstance(found, Tag), own
    return found


def words_in(part: Tag, lang: str) -> str:
    """All that stands in one language directly in a provision, not in those under it."""
    inner = part.find_all(class_="prov")
    return "".join(
        run.get_text()
        for run in part.find_all(lang=lang)
        if not any(child in run.parents for child in inner)
        and not run.find_parents(lang=True)  # a Chinese name within an English sentence
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_every_provision_stands_once_and_in_order(work: Work, lang: Lang) -> None:
    shown = [part["id"] for part in soup(work, lang).find_all(class_="prov")]
    assert shown == ids(work) == list(work.provisions)


@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_every_provision_holds_its_words_in_both_languages(work: Work) -> None:
    page = soup(work)
    for row in work.provisions.values():
        part = element(page, row.id)
        said = texts_of(work, row)
        assert words_in(part, "zh-Hans") == row.text.zh + "".join(each.zh for each in said)
        assert words_in(part, "en") == row.text.en + "".join(each.en for each in said)


@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_a_provision_stands_within_the_one_that_holds_it(work: Work) -> None:
    page = soup(work)
    for row in work.provisions.values():
        if (parent := work.parent(row)) is not None:
            assert element(page, parent) in element(page, row.id).parents, row.id


def test_an_item_hangs_its_mark_and_loses_nothing() -> None:
    item = element(soup(works()["vulnerability-provisions"]), "art-9-p1-i7")
    assert [mark.get_text() for mark in item.find_all(class_="mark")] == ["（七）", "(7) "]
    assert "prov-item" in item["class"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_summary_of_ours_is_named_as_ours_and_stands_in_no_pair(lang: Lang) -> None:
    page = soup(works()["vulnerability-provisions"], lang)
    gists = page.find_all(class_="gist")
    assert len(gists) == 16
    label = "本站提要" if lang == "zh" else "Our summary"
    for gist in gists:
        assert gist.get_text().startswith(label)
        assert not gist.find_parents(class_="pair")
        assert not gist.find(lang=True), "a summary is in the language of the page"


def test_the_notice_of_issue_is_one_block_before_the_title() -> None:
    page = soup(works()["vulnerability-provisions"])
    notice = page.find(class_="notice")
    assert isinstance(notice, Tag)
    held = [part["id"] for part in notice.find_all(class_="prov")]
    assert held[0] == "notice-title"
    assert held[-1] == "notice-date"
    assert all(each.startswith("notice-") for each in held)


@pytest.mark.parametrize("lang", LANGS)
def test_headings_are_second_level_and_name_every_article(lang: Lang) -> None:
    page = soup(works()["vulnerability-provisions"], lang)
    assert not page.find_all(["h1", "h3", "h4"])
    numbers = [head.find(lang="zh-Hans").get_text() for head in page.find_all("h2", class_="prov-number")]
    assert numbers[0] == "第一条"
    assert numbers[-1] == "第十六条"
    assert len(numbers) == 16


@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_the_particulars_say_who_when_whence_and_what_governs(work: Work) -> None:
    for lang, governs in (("zh", "以中文文本为准"), ("en", "The Chinese text governs")):
        head = soup(work, lang).find(class_="particulars")
        assert isinstance(head, Tag)
        said = head.get_text()
        assert work.issuer.in_(lang) in said
        assert work.taken_from.in_(lang) in said
        assert governs in said
        assert work.title.zh in said, "the governing title stands on the English page too"
        assert str(work.in_force.year) in said
        assert [link["href"] for link in head.find_all("a", rel="external")] == [
            each.url for each in work.official
        ]


def test_a_text_has_neither_statements_nor_the_notice_of_a_digest() -> None:
    for work in TEXTS:
        page = soup(work)
        assert not page.find(class_="digest-notice")
        assert not page.find(class_="statements")


@pytest.mark.parametrize("lang", LANGS)
def test_a_digest_says_so_before_and_beside_every_article(lang: Lang) -> None:
    for work in DIGESTS:
        page = soup(work, lang)
        notice, law = page.find(class_="digest-notice"), page.find(class_="law")
        assert isinstance(notice, Tag)
        assert isinstance(law, Tag)
        assert notice in law.find_all_previous("aside")
        articles = page.find_all(class_="prov-article")
        assert len(page.find_all(class_="digest-mark")) == len(articles) > 0


@pytest.mark.parametrize("lang", LANGS)
def test_every_statement_of_a_digest_shows_how_sure_it_is_and_leads_to_its_sources(lang: Lang) -> None:
    for work in DIGESTS:
        page = soup(work, lang)
        shown = page.select(".statement")
        statements = [each for row in work.provisions.values() for each in row.statements]
        assert len(shown) == len(statements) > 0
        for item, statement in zip(shown, statements, strict=True):
            mark = item.find(class_="certainty")
            assert isinstance(mark, Tag)
            assert f"certainty-{statement.confidence.lower()}" in mark["class"]
            assert mark.get_text() == CONFIDENCE[statement.confidence].in_(lang)
            named = [each.get_text() for each in item.select("details li")]
            assert named == [work.sources[key].name.in_(lang) for key in statement.sources]
            assert all(page.find(id=f"source-{key.lower()}") for key in statement.sources)
            if statement.confidence == "OPEN":
                assert [link["href"] for link in item.select("details a")] == [work.official[0].url]


def test_text_is_escaped() -> None:
    work = read_work(
        {
            "work": {
                "id": "probe",
                "kind": "text",
                "title": {"zh": "甲<乙", "en": "a<b"},
                "issuer": {"zh": "甲", "en": "a"},
                "in_force": works()["incident-qa"].in_force,
                "taken_from": {"zh": "甲&乙", "en": "a&b"},
                "official": [],
            },
            "provision": [{"id": "art-1", "zh": "<b>", "en": "</div>"}],
        }
    )
    page = soup(work)
    assert element(page, "art-1").find(lang="zh-Hans").get_text() == "<b>"  # type: ignore[union-attr]
    assert not page.find("b")
    assert "尚未查得官方页面地址" in page.get_text()


def test_contents_give_number_and_summary() -> None:
    lines = contents(works()["vulnerability-provisions"], "zh")
    assert (lines[0].id, lines[0].about) == ("notice-title", "印发通知")
    ninth = next(line for line in lines if line.id == "art-9")
    assert ninth.number == "第九条"
    assert ninth.about
    asked = contents(works()["incident-qa"], "zh")
    assert [line.id for line in asked] == [f"q{number}" for number in range(1, 8)]
    assert asked[4].number == "五、"


@pytest.mark.parametrize(
    ("url", "lang", "root"),
    [
        ("", "zh", "."),
        ("./", "zh", "."),
        ("", "en", ".."),
        ("about/", "zh", ".."),
        ("calculators/incident-report/", "zh", "../.."),
        ("calculators/incident-report/", "en", "../../.."),
    ],
)
def test_the_way_to_the_root(url: str, lang: Lang, root: str) -> None:
    assert root_from(url, lang) == root
