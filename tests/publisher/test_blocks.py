"""The blocks of the pages, as Markdown makes them, without MkDocs."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Work
from calculators.texts import works
from publisher import blocks
from publisher.blocks import KINDS, Kind, argument_problem
from publisher.changelog.changes import changes
from publisher.html.markup import tag
from publisher.law.page import contents
from publisher.law.reading.terms import terms
from publisher.reference.model import table_pages

EVERY = [
    f"{name} | {argument}" if argument else name
    for name, kind in KINDS.items()
    for argument in (kind.arguments() if kind.arguments else [""])
]
ODD = r"{.k} *a* _b_ [x](y) `c` &amp; &lt; &#65; &copy; <b> \* \\ https://x.y /// {: #z }"
"""What Markdown and its extensions would read as something else."""


def markdown(lang: Lang = "zh", **more: str) -> Markdown:
    return Markdown(
        extensions=["toc", "attr_list", "pymdownx.blocks.html", "publisher.blocks"],
        extension_configs={"publisher.blocks": {"lang": lang, **more}, "toc": {"toc_depth": 2}},
    )


def read(text: str, md: Markdown | None = None) -> BeautifulSoup:
    return BeautifulSoup((md or markdown()).convert(text), "html.parser")


def block(line: str, inner: str = "") -> str:
    return f"/// {line}\n{inner}\n///"


def entries(text: str, lang: Lang) -> dict[str, str]:
    """The contents of a page: id and line."""
    md = markdown(lang)
    page = read(f"# Page {{#page}}\n\n{text}\n", md)
    (top,) = md.toc_tokens
    assert all(page.find(id=each["id"]) for each in top["children"])
    return {each["id"]: each["name"] for each in top["children"]}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("line", EVERY)
def test_a_block_gives_elements_and_leaves_what_stands_around_it(line: str, lang: Lang) -> None:
    page = read(f"before\n\n{block(line)}\n\nafter *it*", markdown(lang))
    first, *made, last = page.find_all(recursive=False)
    assert (first.get_text(), last.decode()) == ("before", "<p>after <em>it</em></p>")
    assert any(each.get_text(strip=True) for each in made)
    assert "///" not in page.get_text()
    assert not page.select("[data-toc-id], [data-toc-label], [data-shared]")
    assert len({each["id"] for each in page.find_all(id=True)}) == len(page.find_all(id=True))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("work", works().values(), ids=lambda work: work.id)
def test_the_contents_name_every_article_and_lead_to_what_holds_it(work: Work, lang: Lang) -> None:
    found = entries(block(f"law | {work.id}"), lang)
    lines = {each.id: f"{each.number}\u200b {each.about}" for each in contents(work, lang)}
    assert lines
    assert {own: line for own, line in found.items() if own in lines} == lines
    assert set(found) - set(lines) == (
        {"particulars", "sources"} if work.kind == "digest" else {"particulars"}
    )
    page = read(block(f"law | {work.id}"), markdown(lang))
    assert all("prov" in each.get("class", []) for own in lines for each in page.find_all(id=own))
    headings = page.find_all(["h1", "h2", "h3"], id=True)
    assert {each["id"] for each in headings} <= {*found, "title", "notice-title", "annex-table"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_contents_name_sections_of_other_blocks(lang: Lang) -> None:
    assert entries(block("terms"), lang) == {
        each.section.anchor: each.section.name.in_(lang) for each in terms() if each.section
    }
    assert list(entries(block("changes"), lang)) == [each.id for each in changes()]
    for name, calculator in CALCULATORS.items():
        rules = [] if calculator.grading else ["rules"]  # the form itself shows the table
        assert list(entries(block(f"calculator | {name}"), lang)) == ["answer", *rules, "cases"]


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block of text that looks like something else, wherever text can stand."""
    made = tag(
        "section",
        tag("h2", ODD, id="own"),
        tag("h2", "x", id="labelled", data_toc_label=ODD),
        tag("p", ODD, tag("a", ODD, href="#own", title=ODD), ODD),
        tag("ul", tag("li", ODD), tag("li", tag("b", "x"), ODD)),
        tag("table", tag("tr", tag("th", ODD), tag("td", tag("b", "x"), ODD))),
        tag("dl", tag("dt", ODD), tag("dd", "x\n{.k}")),
    )
    monkeypatch.setattr(blocks, "KINDS", {"probe": Kind(lambda *_: [made, tag("script", ODD)])})


@pytest.mark.usefixtures("probe")
def test_text_stays_text() -> None:
    md = markdown()
    page = read(f"# x\n\n{block('probe')}", md)
    assert page.h2.get_text() == page.li.get_text() == page.th.get_text() == page.dt.get_text() == ODD
    assert page.p.get_text() == ODD * 3
    assert page.a["title"] == ODD
    assert page.td.get_text() == page.find_all("li")[1].get_text() == f"x{ODD}"
    assert page.dd.get_text() == "x\n{.k}"
    assert page.script.string == ODD
    assert [each["id"] for each in page.find_all(id=True)] == ["x", "own", "labelled"]
    assert not page.find(class_=True)
    names = [BeautifulSoup(each["name"], "html.parser").get_text() for each in md.toc_tokens[0]["children"]]
    assert names == [ODD, ODD]


def test_links_to_shared_files_lead_out_of_the_language_s_folder() -> None:
    line = block("law | vulnerability-provisions")
    for up in ("", "../"):
        links = {link["href"] for link in read(line, markdown(up=up)).select("[data-particular=data] a")}
        assert links
        assert all(link.startswith(f"{up}/data/vulnerability-provisions.") for link in links)


@pytest.mark.parametrize(
    ("name", "argument", "problem"),
    [
        ("law", "nonsense", f"there is no law “nonsense”; there are {', '.join(works())}"),
        ("law", "", f"law takes an argument; there are {', '.join(works())}"),
        ("calculator", "x", f"there is no calculator “x”; there are {', '.join(CALCULATORS)}"),
        ("sources", "x", f"there is no sources “x”; there are {', '.join(table_pages())}, faq"),
        ("changes", "x", "changes takes no argument"),
        ("changes", "", ""),
        ("law", "incident-qa", ""),
    ],
)
def test_what_is_wrong_with_an_argument_is_said(name: str, argument: str, problem: str) -> None:
    assert argument_problem(name, argument) == problem
    line = f"{name} | {argument}" if argument else name
    assert (read(block(line)).get_text().startswith(f"/// {line}")) == bool(problem)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (block("changes", "    attrs: {id: x}"), "/// changes"),
        (block("changes", "    other: x"), "/// changes"),
        (block("law | incident-qa", "inside"), "/// law | incident-qa"),
        ("/// law | incident-qa\n\n## after", "/// law | incident-qa"),
        ("/// law | incident-qa", "/// law | incident-qa"),
        ("/// html | div.x\n\n## after", "/// html | div.x"),
        ("//// html | div.x\n\n/// changes\n///", "//// html | div.x"),
    ],
)
def test_a_block_that_is_not_right_leaves_its_first_line(text: str, line: str) -> None:
    page = read(f"{text}\n")
    assert len([each for each in page.find_all("p") if each.get_text().startswith(line)]) == 1
    assert not page.find(id="x")
    assert all("inside" not in (each.string or "") for each in page.find_all("script"))
