"""Law copied by hand: what a reader selects and takes away is the law and nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import Provision, Work
from calculators.texts import works
from tests.browser.helpers import open_law
from tests.browser.watched import Watched

MODES = ("zh", "en", "both")
TEXTS = [work.id for work in works().values() if work.kind == "text"]
OURS = (
    "计算工具",
    "本站提要",
    "以此为依据",
    "Calculator",
    "rest on this",
    "In brief",
    "复制链接",
    "Copy link",
    "中文引注",
    "关闭",
)
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}

SELECTED = """(ids) => Object.fromEntries(ids.map((id) => {
  getSelection().selectAllChildren(document.getElementById(id));
  return [id, getSelection().toString()];
}))"""
UNFOLD = "() => document.querySelectorAll('.law details').forEach((each) => { each.open = true; })"
FROM_TO = """([first, last]) => {
  const range = document.createRange();
  range.setStartBefore(document.getElementById(first));
  range.setEndAfter(document.getElementById(last));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def words(text: str) -> str:
    """Return a text without what selecting may put between its parts."""
    return re.sub(r"[\s\u200b]+", "", text)


def held(work: Work, row: Provision) -> list[Provision]:
    """Return a provision and all that stands in it, in order."""
    return [row, *(each for child in work.children(row.id) for each in held(work, child))]


def law(rows: list[Provision], mode: str) -> str:
    """Return the words of the law that show in a mode."""
    langs: tuple[Lang, ...] = ("zh", "en") if mode == "both" else (mode,)  # type: ignore[assignment]
    return words("".join(row.text.in_(lang) for row in rows for lang in langs))


def copied(page: Page) -> str:
    """Copy what is selected as a reader does."""
    page.keyboard.press("Control+c")
    return str(page.evaluate("() => navigator.clipboard.readText()"))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_provision_that_is_selected_is_the_law_alone(
    watched: Watched, name: str, lang: Lang, mode: str
) -> None:
    work = works()[name]
    rows = list(work.provisions.values())
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        open_law(watched, page, lang, f"{name}/?lang={mode}")
        page.evaluate(UNFOLD)  # the notice of issue is folded away, as is what rests on a provision
        selected = page.evaluate(SELECTED, [row.id for row in rows])
        for row in rows:
            assert words(selected[row.id]) == law(held(work, row), mode), row.id


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("lang", LANGS)
def test_an_article_on_the_clipboard_is_the_law_alone(
    watched: Watched, lang: Lang, mode: str, width: int
) -> None:
    """Article 9 and those around it, with the tools of a provision open and what rests on it unfolded."""
    work = works()["vulnerability-provisions"]
    with watched.page(viewport={"width": width, "height": 900}, **CLIPBOARD) as (page, _):
        open_law(watched, page, lang, f"vulnerability-provisions/?lang={mode}#art-9")
        page.evaluate(UNFOLD)
        page.locator("#art-9 .prov-link:visible").first.focus()
        page.locator(".tools").wait_for()
        for first, last in (
            ("art-9", "art-9"),
            ("art-9", "art-10"),
            ("art-8", "art-9"),
            ("art-9-p1-i1", "art-9-p1-i8"),
        ):
            page.evaluate(FROM_TO, [first, last])
            rows = [row for row in work.provisions.values() if between(work, row.id, first, last)]
            text = copied(page)
            assert words(text) == law(rows, mode), (first, last)
            assert not [each for each in OURS if each in text]


def between(work: Work, id_: str, first: str, last: str) -> bool:
    """Whether a provision lies between two, both with what they hold."""
    ids = list(work.provisions)
    end = [row.id for row in held(work, work.provisions[last])][-1]
    return ids.index(first) <= ids.index(id_) <= ids.index(end)


@pytest.mark.parametrize("lang", LANGS)
def test_of_the_digest_no_tool_is_copied(watched: Watched, lang: Lang) -> None:
    """The digest is ours and says so; what leads to the calculators is not part of it."""
    with watched.visit() as (page, _):
        open_law(watched, page, lang, "incident-measures/")
        ids = [row.id for row in works()["incident-measures"].provisions.values()]
        selected = page.evaluate(SELECTED, ids)
        assert not [id_ for id_, text in selected.items() if "以此为依据" in text or "rest on this" in text]
        assert all(text.strip() for text in selected.values())
