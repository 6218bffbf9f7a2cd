"""Links in the law: the text stays as it is, each link stands where it should, none stands in another."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag

from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.edition import edition
from publisher.html.markup import html
from publisher.html.messages import LANG_TAGS
from publisher.law.citation import full_citation
from publisher.law.page import law_html
from publisher.law.reading.inline import Inline
from publisher.law.reading.terms import terms, uses
from tests.publisher.law.shown import texts_of
from tests.publisher.parsing import parsed

every_work = pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)


def page(work: Work) -> BeautifulSoup:
    return parsed(law_html(work, "zh"))


@every_work
def test_text_is_the_same_character_by_character(work: Work) -> None:
    """What a reader sees, and copies, is the text of the data: no link adds or takes away a character."""
    whole = page(work)
    for row in work.provisions.values():
        held = whole.find(id=row.id)
        assert isinstance(held, Tag)
        runs = held.select(
            ":scope > .pair, :scope > h2, :scope > h3, :scope > .prov-link, :scope > tr > th > .prov-part-title"
        )
        for lang in LANGS:
            shown = [
                run.get_text()
                for part in runs
                for run in part.find_all(lang=LANG_TAGS[lang])
                if not run.find_parents(lang=True)
            ]
            assert shown == [row.text.in_(lang)], row.id


@every_work
def test_statements_are_the_same_character_by_character(work: Work) -> None:
    shown = [
        tuple(run.get_text() for run in pair.find_all("p", recursive=False))
        for pair in page(work).select(".statement > .pair")
    ]
    stated = [each for row in work.provisions.values() for each in texts_of(work, row)]
    assert shown == [(each.zh, each.en) for each in stated]


@every_work
def test_no_link_stands_in_another(work: Work) -> None:
    assert page(work).select("a a") == []


@every_work
def test_every_provision_has_a_link_of_its_own_and_its_citations(work: Work) -> None:
    """A right click on the number, or on the sign in the margin, gives the permalink."""
    whole = page(work)
    for own in work.provisions:
        held = whole.find(id=own)
        assert isinstance(held, Tag)
        links = [each for each in held.select("a.prov-link") if each["href"] == f"#{own}"]
        assert links, own
        assert all(each.get_text() or each.get("aria-label") for each in links)
        cited = full_citation(work, own)
        assert (held["data-cite-zh"], held["data-cite-en"]) == (cited.zh, cited.en)


def test_a_citation_is_written_as_the_law_is_cited() -> None:
    held = page(works()["vulnerability-provisions"]).find(id="art-9-p1-i7")
    assert isinstance(held, Tag)
    version = edition(works()["vulnerability-provisions"])
    assert held["data-cite-zh"] == (
        "《网络产品安全漏洞管理规定》（工信部联网安〔2021〕66号，2021年7月12日）第九条第一款第（七）项"
        f"（文本版本{version}）"
    )
    assert held["data-cite-en"] == (
        "Provisions on the Administration of Network Product Security Vulnerabilities "
        "(Gong Xin Bu Lian Wang An 〔2021〕 No. 66, 12 July 2021), Article 9, paragraph 1, item (7) "
        f"(text edition {version})"
    )


def test_a_citation_leaves_out_what_a_work_has_not_and_says_that_a_digest_is_one() -> None:
    answers, digest = works()["incident-qa"], works()["incident-measures"]
    assert full_citation(answers, "q5-p1").zh == (
        f"《国家网络安全事件报告管理办法》答记者问第五问答复第一段（文本版本{edition(answers)}）"
    )
    assert full_citation(digest, "art-4").zh == (
        f"《国家网络安全事件报告管理办法》（2025年9月11日）第四条（本站摘要，版本{edition(digest)}）"
    )


@every_work
def test_a_term_is_marked_once_an_article(work: Work) -> None:
    """Else most of an article is underlined; each language marks its own."""
    for top in page(work).select(".law > .prov, .notice > .prov"):
        for lang in LANGS:
            marked = [
                link["href"]
                for run in top.find_all(lang=LANG_TAGS[lang])
                for link in run.find_all("a", class_="term", recursive=False)
            ]
            assert len(marked) == len(set(marked)), top["id"]


@every_work
def test_a_term_is_marked_at_its_first_use_in_a_provision_only(work: Work) -> None:
    for held in page(work).select(".prov"):
        for lang in LANGS:
            links = [
                link["href"]
                for link in held.select("a.term")
                if link.find_parent(class_="prov") is held and link.find_parent(lang=LANG_TAGS[lang])
            ]
            again = [href for href, count in Counter(links).items() if count > 1]
            assert again == [], (held["id"], lang)


@every_work
def test_both_languages_mark_the_same_terms(work: Work) -> None:
    """A term marked in one language and not in the other would be a term translated otherwise than the table says."""
    if work.kind == "digest":
        return  # our own words, not a translation
    for row in work.provisions.values():
        marked = {
            lang: {link.href for link in Inline(work).links(row.id, row.text, lang) if link.class_ == "term"}
            for lang in LANGS
        }
        assert marked["zh"] == marked["en"], row.id


def test_the_longest_term_wins() -> None:
    text = Text("网络产品安全漏洞信息", "network product security vulnerability information")
    for lang in LANGS:
        (only,) = uses(text, lang, "vulnerability-provisions")
        assert only.term.id == "network-product-security-vulnerability-information"


@pytest.mark.parametrize("lang", LANGS)
def test_major_event_is_not_the_grade(lang: Lang) -> None:
    text = Text("国家举办重大活动期间", "the state holds a major event")
    assert [use.term.id for use in uses(text, lang, "vulnerability-provisions")] == ["major-event"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_of_one_work_is_a_term_there_only(lang: Lang) -> None:
    own = [term for term in terms() if term.work]
    assert own
    for term in own:
        text = Text(term.zh, term.en)
        other = next(work for work in works() if work != term.work)
        assert term in [use.term for use in uses(text, lang, term.work or "")]
        assert term not in [use.term for use in uses(text, lang, other)]


def test_english_words_are_terms_only_where_the_chinese_is() -> None:
    assert uses(Text("没有", "a filing cabinet"), "en", "vulnerability-provisions") == []


@every_work
def test_tips_know_every_term_that_is_marked(work: Work) -> None:
    written = html(law_html(work, "en"))
    named = set(re.findall(r'href="/glossary\.md#(term-[a-z-]+)"', written))
    told = set(re.findall(r'"(term-[a-z-]+)":\{', written))
    assert named == told != set()
