"""What other sites may frame: every page of it as it was built, against the data, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import Exercise, exercise_of
from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Provision, Work
from calculators.texts import cases, works
from publisher.assets.files import assets_folder
from publisher.embeds.document import Site, document
from publisher.embeds.embeds import Embed, embeds, groups
from publisher.embeds.listing import listing_html
from publisher.embeds.oembed import oembed
from publisher.html import messages
from publisher.html.edition import edition
from publisher.html.frame import frame_line
from publisher.html.urls import FRAMED
from publisher.paths import ROOT
from publisher.pictures import PICTURES, diagram_html
from publisher.training.words import WORDS as TRAINING
from tests.pages import is_framed
from tests.publisher.in_node import printed
from tests.publisher.parsing import parsed

LANG_TAGS = {"zh": "zh-Hans", "en": "en"}
SITE_NAMES = {"zh": "网络安全事件与漏洞法规手册", "en": "Incident and Vulnerability Rulebook"}
EXERCISES = {case.id: exercise_of(CALCULATORS[name], case) for name in CALCULATORS for case in cases(name)}
PROVISIONS = {
    f"{work.id}/{row.id}": (work, row) for work in works().values() for row in work.provisions.values()
}
ALL = list(embeds())
every_lang = pytest.mark.parametrize("lang", LANGS)


def file_of(site: Path, embed: Embed, lang: Lang) -> Path:
    return site / ("en" if lang == "en" else "") / embed.path / "index.html"


def page_of(site: Path, embed: Embed, lang: Lang) -> BeautifulSoup:
    return BeautifulSoup(file_of(site, embed, lang).read_text(encoding="utf-8"), "html.parser")


def pages(site: Path, kind: str, lang: Lang) -> Iterator[tuple[Embed, BeautifulSoup]]:
    yield from ((each, page_of(site, each, lang)) for each in ALL if each.kind == kind)


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_there_is_a_page_for_everything_and_for_nothing_else(site_folder: Path) -> None:
    """The addresses of the contract: a work's provisions, the pictures, the cases; the same in English."""
    names = {
        *(f"provision/{each}" for each in PROVISIONS),
        *(f"diagram/{each}" for each in PICTURES),
        *(f"exercise/{each}" for each in EXERCISES),
    }
    assert {f"{each.kind}/{each.name}" for each in ALL} == names
    built = {
        file.parent.relative_to(site_folder).as_posix()
        for file in site_folder.rglob("index.html")
        if is_framed(file)
    }
    assert built == {f"{lang}embed/{name}" for lang in ("", "en/") for name in names}
    assert all(re.search(FRAMED, f"{each}/") for each in built)
    listed = (ROOT / "docs" / "permalinks.txt").read_text(encoding="utf-8")
    assert all(f"embed/{name}/ - " in listed for name in names)


@every_lang
def test_every_page_stands_alone_and_says_where_it_comes_from(site_folder: Path, lang: Lang) -> None:
    """One style sheet, no script but that of an exercise, no search engine, every link out of the frame, its source at its foot."""
    for embed in ALL:
        page = page_of(site_folder, embed, lang)
        file = file_of(site_folder, embed, lang)
        assert one(page, "html")["lang"] == LANG_TAGS[lang]
        assert one(page, "meta[name=robots]")["content"] == "noindex"
        assert one(page, "meta[name='color-scheme']")["content"] == "light dark"
        assert one(page, "meta[name=referrer]")["content"] == "no-referrer"
        assert one(page, "title").get_text() == f"{embed.title.in_(lang)} – {SITE_NAMES[lang]}"
        assert one(page, "h1").get_text() == embed.heading.in_(lang)
        (sheet,) = page.select("head link[href]")
        assert (
            file.parent / str(sheet["href"])
        ).resolve() == site_folder / assets_folder() / "css" / "embed.css"
        scripts = [str(each["src"]) for each in page.select("script[src]")]
        assert [each.rpartition("/")[2] for each in scripts] == (
            ["embedded.js"] if embed.kind == "exercise" else []
        )
        assert all((file.parent / each).resolve().is_file() for each in scripts)
        for link in page.select("a"):
            assert (link["target"], link["rel"][0]) == ("_blank", "noopener"), file
        link = one(page, "footer a")
        path, _, anchor = str(link["href"]).partition("#")
        assert link.get_text() == SITE_NAMES[lang]
        there = (file.parent / path).resolve()
        assert there == site_folder / ("en" if lang == "en" else "") / embed.page
        assert (there / "index.html").is_file()
        assert anchor == embed.anchor
        assert not page.select(".md-header, nav, form, iframe, .uses, [data-cite-zh]")


@every_lang
def test_a_provision_stands_there_word_for_word_in_both_languages(site_folder: Path, lang: Lang) -> None:
    """Each row that it holds, in order; an item behind the paragraph that it belongs to; edition and standing at its foot."""
    for embed, page in pages(site_folder, "provision", lang):
        work, row = PROVISIONS[embed.name]
        held = list(work.under(row.id))
        assert one(page, "html")["data-reading"] == lang
        assert [each["id"] for each in page.select(".prov")] == [each.id for each in held]
        body = one(page, "main")
        assert body["id"] == "both"
        for each in held:
            expect_words(body, work, each)
        opening = [squeezed(each.get_text()) for each in page.select(".embed__opening [lang]")]
        parent = work.parent(row)
        assert opening == (
            [squeezed(work[parent].text.in_(each)) for each in LANGS] if row.kind == "item" and parent else []
        )
        foot = one(page, "footer").get_text()
        assert edition(work) in foot
        assert messages.NOT_COMPARED.in_(lang) in foot
        assert messages.CHINESE_GOVERNS.in_(lang) in foot
        assert (messages.DIGEST_TITLE.in_(lang) in body.get_text()) == (work.kind == "digest")
        assert (messages.DIGEST_NOTICE.in_(lang) in body.get_text()) == (work.kind == "digest")


def expect_words(body: Tag, work: Work, row: Provision) -> None:
    """The text of a row in both languages, and in a digest each statement with how sure it is and its sources."""
    there = one(body, f"[id='{row.id}']")
    for lang in LANGS:
        runs = "".join(squeezed(each.get_text()) for each in there.select(f"[lang='{LANG_TAGS[lang]}']"))
        assert squeezed(row.text.in_(lang)) in runs, (work.id, row.id)
        assert all(squeezed(each.text.in_(lang)) in runs for each in row.statements), (work.id, row.id)
    assert len(there.select(".statement")) == len(row.statements)
    marks = [each["class"][-1] for each in there.select(".statement .certainty")]
    assert sorted(marks) == sorted(f"certainty-{each.confidence.lower()}" for each in row.statements)


@every_lang
def test_a_picture_is_that_of_the_site_with_the_same_words(site_folder: Path, lang: Lang) -> None:
    for embed, page in pages(site_folder, "diagram", lang):
        ours, theirs = one(page, "figure"), one(parsed(diagram_html(embed.name, lang)), "figure")
        assert one(ours, "svg") == one(theirs, "svg")
        assert ours.get_text() == theirs.get_text()
        assert ours.select("li a")
        assert embed.page.startswith("calculators/")
        named = (ROOT / "docs" / lang / f"{embed.page.rstrip('/')}.md").read_text(encoding="utf-8")
        assert f"/// diagram | {embed.name}\n" in named


@every_lang
def test_an_exercise_asks_and_does_not_tell(site_folder: Path, lang: Lang) -> None:
    """Story, question and choices in the open; the answer in a fold that is closed, which the script hides."""
    course = (site_folder / ("en" if lang == "en" else "") / "training" / "index.html").read_text(
        encoding="utf-8"
    )
    for embed, page in pages(site_folder, "exercise", lang):
        assert embed.anchor == f"cases={embed.name}"  # which the page for courses opens
        assert f'id="case-{embed.name}"' in course
        exercise: Exercise = EXERCISES[embed.name]
        answer = one(page, "details.exercise__answer")
        assert "open" not in answer.attrs
        assert "open" in one(page, "details.exercise__fold").attrs
        assert all(said.in_(lang) in answer.get_text() for said in exercise.because)
        words = json.loads(one(page, "script[data-part=exercise]").string or "")
        assert words == {key: TRAINING[key].in_(lang) for key in ("right", "wrong", "yours", "correct")}
        choices = page.select(".exercise__choices > li")
        assert [each.get_text() for each in choices] == [each.in_(lang) for each in exercise.choices]
        assert [place for place, each in enumerate(choices) if "data-right" in each.attrs] == [exercise.right]
        told = answer.extract().get_text()
        shown = page.get_text()
        case = exercise.case
        assert all(said.in_(lang) in shown for said in (case.title, case.story, exercise.ask))
        assert not any(said.in_(lang) in shown for said in exercise.because)
        assert told


@every_lang
def test_the_list_has_all_of_it_once(site_folder: Path, lang: Lang) -> None:
    """Under a fold for each group, with the height that a frame needs; reached from the page for courses and the 404 page."""
    start = site_folder / ("en" if lang == "en" else "")
    page = BeautifulSoup((start / "embed" / "index.html").read_text(encoding="utf-8"), "html.parser")
    rows = page.select(".embeds > li")
    assert [each.get_text() for each in rows] == [each.title.in_(lang) for each in ALL]
    assert [str(one(each, "a")["href"]) for each in rows] == [f"{each.kind}/{each.name}/" for each in ALL]
    assert [int(str(each["data-height"])) for each in rows] == [each.height(lang) for each in ALL]
    assert [len(each.select(".embeds > li")) for each in page.select("details:has(> .embeds)")] == [
        len(each.embeds) for each in groups()
    ]
    training = BeautifulSoup((start / "training" / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert training.select("article a[href='../embed/']")
    missing = BeautifulSoup((site_folder / "404.html").read_text(encoding="utf-8"), "html.parser")
    assert missing.select(f"a[href='/{'en/' if lang == 'en' else ''}embed/']")


def test_a_picture_is_given_more_height_than_its_drawing_and_a_long_article_more_than_an_item() -> None:
    by_name = {each.name: each for each in ALL}
    for lang in LANGS:
        for name, make in PICTURES.items():
            wide, high = make(lang).drawing.attrib["viewBox"].split()[2:]
            assert by_name[name].height(lang) > 700 * float(high) / float(wide)
        article, item = (
            by_name[f"vulnerability-provisions/{each}"].height(lang) for each in ("art-9", "art-9-p1-i7")
        )
        assert 200 < item < article < 1500


@every_lang
def test_the_search_finds_none_of_it_twice(site_folder: Path, lang: Lang) -> None:
    """Neither the pages for frames nor the rows of their list; what they hold is found where it stands."""
    table = json.loads((site_folder / "search" / f"{lang}.json").read_text(encoding="utf-8"))
    assert [page for page, _ in table["pages"] if re.search(FRAMED, page)] == []
    at = next(number for number, (page, _) in enumerate(table["pages"]) if page == "embed/")
    found = "\n".join(text for page, _, _, _, text in table["records"] if page == at)
    assert "height" in found
    assert works()["incident-qa"].cite("q5").in_(lang) not in found


def test_data_for_tools_are_oembed_and_name_the_page_in_full() -> None:
    """https://oembed.com, section 2.3: what every answer must have, and what one of the type `rich` must."""
    for lang in LANGS:
        for embed in ALL:
            data: Mapping[str, str | int] = json.loads(
                oembed(embed, lang, "https://example.org/a/", SITE_NAMES[lang])
            )
            assert (data["version"], data["type"]) == ("1.0", "rich")
            assert {"html", "width", "height"} <= set(data)
            frame = one(BeautifulSoup(str(data["html"]), "html.parser"), "iframe")
            under = "en/" if lang == "en" else ""
            assert frame["src"] == f"https://example.org/a/{under}{embed.path}"
            assert frame["title"] == data["title"] == embed.title.in_(lang)
            assert frame["height"] == str(data["height"])
            assert data["provider_url"] == f"https://example.org/a/{under}"


def test_a_page_names_its_data_where_the_site_knows_its_address(site_folder: Path) -> None:
    """Without an address there are no data: they could name no page in full."""
    assert not list(site_folder.rglob("oembed.json"))
    for address in ("", "https://example.org/"):
        site = Site(name="x", address=address, assets="assets", policy="y")
        page = BeautifulSoup(document(ALL[0], "zh", site), "html.parser")
        links = [
            str(each["href"]) for each in page.select("link[type='application/json+oembed'][rel=alternate]")
        ]
        assert links == (["oembed.json"] if address else [])


def test_the_line_is_the_same_from_the_build_and_from_the_scripts() -> None:
    """And no title or address can end an attribute or become an element."""
    hostile = "a\"b<script>&amp;'《》{title}{height}"
    script = f"""
      import {{ frameLine }} from {json.dumps((ROOT / "docs/assets/embed/line.js").as_uri())};
      console.log(JSON.stringify(frameLine({json.dumps(frame_template())}, {{ address: {json.dumps(hostile)}, title: {json.dumps(hostile)}, height: 320 }})));
    """
    lines = (frame_line(hostile, hostile, 320), printed("--input-type=module", "-e", script))
    frames = [BeautifulSoup(line, "html.parser") for line in lines]
    for each in frames:
        assert [child.name for child in each.children] == ["iframe"]
    first, second = (one(each, "iframe").attrs for each in frames)
    assert first == second
    assert first["src"] == first["title"] == hostile
    assert first["height"] == "320"


def frame_template() -> str:
    """The line as the build hands it to the scripts, from the page of the list."""
    words = json.loads(one(parsed(*listing_html("zh")), "script[data-part=embeds]").string or "")
    return str(words["line"])
