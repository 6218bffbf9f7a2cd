"""What can be found: a record a provision and language, a record a section or entry of every other page."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from calculators.kernel.text import LANGS, Lang
from calculators.texts import works
from publisher.html.parsed_page import read_page
from publisher.search.aliases import make_aliases, read_aliases
from publisher.search.folding import fold_map
from publisher.search.records import all_records, built_pages, law_records
from publisher.search.sections import page_title, read_sections

PAGE = """<!doctype html><html><head><title>A &amp; B – Site</title></head><body><nav>outside</nav><article>
<h1 id="top">Title</h1><p>Intro <a href="#">with a link</a>.</p><script>no()</script>
<div data-work="x"><h2 id="law">Law</h2><p>words of the law</p></div>
<h2 id="two">Second</h2><table><tbody><tr id="row"><th>Head</th><td>cell<span class="table-about">a source</span></td></tr></tbody></table>
<p>After the table</p>
<fieldset data-fact="f" id="f" data-kind="yes_no"><legend>Asked?</legend><p id="f-help">Help</p>
<div class="calc-choices"><label>Yes</label></div></fieldset>
<div data-fact="g" id="g" data-kind="choice"><p>Which?</p><div class="calc-choices"><label>This</label></div></div>
<dl><div class="glossary-entry" id="term"><dt><dfn>词</dfn><dfn>word</dfn></dt><dd>meaning</dd></div></dl>
<section class="sheet"><h2 id="sheet">A sheet</h2><p>what other pages say</p></section>
<section class="sources"><ol><li id="source-1">Somebody</li></ol></section>
</article><footer>below</footer></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "index.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_page_is_cut_at_headings_and_entries(page: Path) -> None:
    found = {each.anchor: (each.title, each.text) for each in read_sections(page)}
    assert found == {
        "top": ("Title", "Title\nIntro with a link."),
        "two": ("Second", "Second\nAfter the table"),
        "row": ("Second", "Head\ncell"),
        "f": ("Second", "Asked?\nHelp"),
        "g": ("Second", "Which?\nThis"),
        "term": ("Second", "词\nword\nmeaning"),
    }
    assert page_title(page) == "A & B"


@pytest.mark.parametrize("lang", LANGS)
def test_every_provision_has_one_record_with_its_words(lang: Lang) -> None:
    found = {(each.page, each.anchor): each for each in law_records(Path(), lang)}
    for work in works().values():
        for row in work.provisions.values():
            record = found[f"{work.id}/", row.id]
            said = [each.text.in_(lang) for each in row.statements]
            assert all(each in record.text for each in said)
            if not said and row.kind != "article":
                assert record.text == row.text.in_(lang)
    assert len(found) == sum(len(work.provisions) for work in works().values())


@pytest.mark.parametrize("lang", LANGS)
def test_every_record_leads_to_an_anchor_that_is_there(site_folder: Path, lang: Lang) -> None:
    ids = {page: set(read_page(file).ids) for page, file in built_pages(site_folder, lang)}
    records = all_records(site_folder, lang)
    assert not [each for each in records if each.anchor not in ids[each.page]]
    assert {each.page for each in records} == set(ids)


def test_both_languages_have_the_same_records(site_folder: Path) -> None:
    zh, en = (
        [(each.page, each.anchor, each.kind) for each in all_records(site_folder, lang)] for lang in LANGS
    )
    assert zh == en


@pytest.mark.parametrize("name", ["zh", "en", "zh-law", "en-law"])
def test_plain_and_packed_tables_are_the_same(site_folder: Path, name: str) -> None:
    plain = (site_folder / "search" / f"{name}.json").read_bytes()
    assert zlib.decompress((site_folder / "search" / f"{name}.bin").read_bytes()) == plain
    assert len(json.loads(plain)["records"]) > 100


def test_traditional_characters_lead_to_those_of_the_corpus_only() -> None:
    found = fold_map(["关键信息网络漏洞于里"])
    assert found["關"] == "关"
    assert found["鍵"] == "键"
    assert found["網"] == "网"
    assert found["裏"] == found["裡"] == "里"
    assert "門" not in found
    # A text that itself uses the character means it.
    assert "後" not in fold_map(["后後"])


def test_the_site_folds_the_traditional_forms_that_readers_type(site_folder: Path) -> None:
    pairs = json.loads((site_folder / "search" / "zh.json").read_text(encoding="utf-8"))["fold"]
    fold = dict(zip(pairs[::2], pairs[1::2], strict=True))
    typed = "關鍵信息基礎設施網絡產品安全漏洞發現報告時間處罰運營者獎勵機制條項"
    simple = "关键信息基础设施网络产品安全漏洞发现报告时间处罚运营者奖励机制条项"
    assert "".join(fold.get(each, each) for each in typed) == simple


def test_every_alias_group_leads_somewhere(site_folder: Path) -> None:
    """One of the names at least stands in the texts or the pages, or the group would find nothing."""
    text = "\n".join(each.text for lang in LANGS for each in all_records(site_folder, lang)).casefold()
    idle = [group for group in read_aliases().groups if not any(name.casefold() in text for name in group)]
    assert not idle


def test_every_work_has_a_name_before_an_article_number() -> None:
    assert [work.id for work in works().values() if not work.names] == []


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ({"same": [{"zh": ["甲"]}]}, "only once"),
        ({"same": [{"zh": ["甲", "乙"]}, {"en": ["c"], "zh": ["乙"]}]}, "two things"),
        ({"same": [{"en": ["CII", "cii"]}]}, "two things"),
    ],
)
def test_a_wrong_alias_is_refused(table: dict[str, object], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        make_aliases(table)
