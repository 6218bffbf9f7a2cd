"""Changes: what changed in text, digest, rules, figures and pages, and for whom an answer now differs.

Kept in ``changes.toml``, newest first; shown by the block ``changes`` and in the feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args
from xml.etree.ElementTree import Element

from calculators.data import read_toml
from calculators.kernel.citation import Ref
from calculators.kernel.text import Lang, Text, date_text, text_of
from calculators.kernel.works import Work
from calculators.texts import cite, works
from publisher.html import messages, urls
from publisher.html.markup import Markup, joined, mark_chinese, tag
from publisher.paths import ROOT

Kind = Literal["text", "digest", "rule", "figure", "page"]
KINDS: Mapping[Kind, Text] = {
    "text": Text("文本", "Text"),
    "digest": Text("摘要", "Digest"),
    "rule": Text("计算规则", "Rules"),
    "figure": Text("数值", "Figures"),
    "page": Text("页面", "Pages"),
}
_DATED = Text("{day}：{title}", "{day}: {title}")
_KIND = Text("类别", "Kind")
_CONCERNS = Text("涉及", "Concerns")
FILE = Path(__file__).with_suffix(".toml")
ANSWERS = Text("谁的答案因此不同", "For whom an answer now differs")
FOLLOW = Text("订阅更新（Atom）", "Follow the changes (Atom feed)")
_DOCS = ROOT / "docs"
_PAGE_TITLE = re.compile(r"^title: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, as a reader is told of it."""

    id: str
    date: date
    kinds: tuple[Kind, ...]
    title: Text
    concerns: tuple[str, ...]
    """Works, provisions (``work:id``), pages (``law-around/``)."""
    what: Text
    answers: Text

    def covers(self, address: str) -> bool:
        """Whether a permanent address (``work/#id``) is among what this change concerns."""
        return any(
            address == place or (place.endswith("/") and address.startswith(place))
            for place in map(place_of, self.concerns)
        )


@cache
def changes() -> tuple[Change, ...]:
    """Return the changes, newest first."""
    return read_toml(FILE, read_changes)


def changes_of(calculator: str, on: Iterable[Work]) -> tuple[Change, ...]:
    """Return the changes that may have moved an answer of a calculator, newest first: of its rules, and of what they rest on.

    ``on`` are the works that it rests on. The id of the first is the edition of its rules.
    """
    own = {f"calculators/{calculator}/", *(work.id for work in on)}
    return tuple(
        each
        for each in changes()
        if set(each.kinds) - {"page"}
        and own & {concern if concern in own else Ref.parse(concern).work for concern in each.concerns}
    )


def read_changes(data: Mapping[str, Any]) -> tuple[Change, ...]:
    """Build the changes from their TOML; ValueError names the one that is wrong."""
    read = tuple(_change(each) for each in data["change"])
    if len({each.id for each in read}) != len(read):
        raise ValueError("changes: an id stands there twice")
    if [each.date for each in read] != sorted((each.date for each in read), reverse=True):
        raise ValueError("changes: the newest stands first")
    return read


def place_of(concerned: str) -> str:
    """Return the address of what a change concerns, within a language: ``work/``, ``work/#id`` or a page."""
    ref = Ref.parse(concerned)
    return f"{ref.work}/#{ref.provision}" if ref.provision else f"{ref.work.rstrip('/')}/"


def name_of(concerned: str) -> Text:
    """Return the name of what a change concerns; KeyError or OSError where there is no such thing."""
    if Ref.parse(concerned).provision:
        return cite(concerned)
    if not concerned.endswith("/"):
        work = works()[concerned]
        return messages.digest_title(work) if work.kind == "digest" else work.title
    return Text(_page_title(concerned, "zh"), _page_title(concerned, "en"))


def changes_html(lang: Lang) -> Markup:
    """Return the list of changes for its page."""
    follow = tag(
        "a",
        FOLLOW.in_(lang),
        href=f"/{urls.FEED}",
        type="application/atom+xml",
        class_="feed-link",
    )
    return [tag("p", follow), *(_entry(each, lang) for each in changes())]


def _entry(change: Change, lang: Lang) -> Element:
    between = "、" if lang == "zh" else ", "
    concerns = joined(
        between,
        [tag("a", mark_chinese(name_of(each).in_(lang), lang), href=_link(each)) for each in change.concerns],
    )
    kinds = between.join(KINDS[kind].in_(lang) for kind in change.kinds)
    rows = (
        # What entries repeat: the search leaves it out.
        _row(ANSWERS, mark_chinese(change.answers.in_(lang), lang), lang, class_="change-about"),
        _row(_CONCERNS, concerns, lang, class_="change-about"),
        _row(_KIND, kinds, lang, class_="change-about"),
    )
    title = _DATED.fill(day=date_text(change.date), title=change.title)
    return tag(
        "section",
        tag("h2", mark_chinese(title.in_(lang), lang), id=change.id),
        # Of pages alone, it is found by its title: the search is for what the law says.
        tag(
            "p",
            mark_chinese(change.what.in_(lang), lang),
            class_="change-about" if change.kinds == ("page",) else None,
        ),
        tag("dl", *rows, class_="summary-list"),
        class_="change",
    )


def _row(name: Text, value: Markup, lang: Lang, class_: str | None = None) -> Element:
    return tag("div", tag("dt", name.in_(lang)), tag("dd", value), class_=class_)


def _link(concerned: str) -> str:
    path, _, anchor = place_of(concerned).partition("#")
    return urls.page_link(path.rstrip("/"), anchor)


def _page_title(path: str, lang: Lang) -> str:
    found = _PAGE_TITLE.search((_DOCS / lang / f"{path.rstrip('/')}.md").read_text(encoding="utf-8"))
    if found is None:
        raise KeyError(path)
    return found[1]


def _change(data: Mapping[str, Any]) -> Change:
    if unknown := set(data["kinds"]) - set(get_args(Kind)):
        raise ValueError(f"changes: {data['id']} is of unknown kind: {', '.join(sorted(unknown))}")
    return Change(
        id=data["id"],
        date=data["date"],
        kinds=tuple(data["kinds"]),
        title=text_of(data["title"]),
        concerns=tuple(data["concerns"]),
        what=text_of(data["what"]),
        answers=text_of(data["answers"]),
    )
