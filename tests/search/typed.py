"""Typing into the search box and reading what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.search.queries import provision_of, unique

INPUT = "[data-search] input"
OPTION = "#find-list [role=option]"
EXACT = "#find-list > [role=option], #find-list [data-group=open] [role=option]"
"""In this order: what has nothing to say stands below all else."""
NEAR = "#find-list [data-group=near] [role=option]"
OTHER = "#find-list [data-group=other] [role=option]"

BAD = [
    "",
    " ",
    "　",
    "漏",
    "a",
    "9",
    "漏洞" * 5000,
    "x" * 10_000,
    "a b " * 2500,
    "🙂",
    "👩‍💻🇨🇳",
    "\"'“”‘’«»",
    ".*+?^${}()|[]\\",
    "(?:a+)+$",
    "[",
    "ＡＲＴ　９（７）",
    "ｃｎｃｅｒｔ",
    "CNCERT热线12387",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "&lt;b&gt;",
    "%E0%A4%A",
    "\u202e漏洞\u0000",
    "{query}",
    "$& $1 $`",
    "__proto__",
    "constructor",
    "第九十九条第九十九项",
    "第条",
    "art 999(999)",
    "é́́́",
    "ﷺ",
]
"""What nobody searches for, and what must do no harm."""


def type_in(page: Page, text: str) -> None:
    """Type a query in place of what is there, and wait until the search has looked everywhere."""
    box = page.locator(INPUT)
    box.fill("")
    if len(text) > 1:
        box.fill(text[:-1])  # the last character by key, as people type
    box.press_sequentially(text[-1:])
    settle(page)


def answers(page: Page, texts: Sequence[str]) -> list[tuple[list[str], list[str], list[str]]]:
    """Put one query after the other into the box and return the provisions found: exact, near, in the other language."""
    found = _asked(page, texts, [EXACT, NEAR, OTHER])
    return [tuple(_provisions(hrefs) for hrefs in kinds) for kinds in found]


def hits(page: Page, texts: Sequence[str]) -> list[list[str]]:
    """Put one query after the other into the box and return the addresses of all hits, in order."""
    return [hrefs for (hrefs,) in _asked(page, texts, [OPTION])]


def _asked(page: Page, texts: Sequence[str], kinds: Sequence[str]) -> list[list[list[str]]]:
    """Return the addresses of each kind of hit for each query.

    Many at once: a turn to the browser for each step of each query takes longer than the search.
    """
    found: list[list[list[str]]] = page.evaluate(
        """async ([texts, kinds]) => {
          const box = document.querySelector("[data-search]");
          const input = box.querySelector("input");
          const answers = [];
          for (const text of texts) {
            input.value = text;
            input.dispatchEvent(new InputEvent("input"));
            while (box.dataset.answered !== text) await new Promise((done) => setTimeout(done));
            answers.push(kinds.map((kind) => [...document.querySelectorAll(kind)].map((each) => each.href)));
          }
          return answers;
        }""",
        [list(texts), list(kinds)],
    )
    return found


def settle(page: Page) -> None:
    """Wait until the search says that it is done with what the box holds."""
    page.wait_for_function(
        "([input]) => document.querySelector('[data-search]').dataset.answered === document.querySelector(input).value",
        arg=[INPUT],
    )


def provisions(page: Page, which: str) -> list[str]:
    """Return the provisions among the hits of one kind, in order."""
    return _provisions(page.locator(which).evaluate_all("all => all.map((each) => each.href)"))


def _provisions(hrefs: Iterable[str]) -> list[str]:
    return unique(provision_of(urlsplit(each).path, urlsplit(each).fragment) for each in hrefs)


def addresses(page: Page, which: str) -> list[tuple[str, str]]:
    """Return path and anchor of every hit of one kind, in order."""
    hrefs = page.locator(which).evaluate_all("all => all.map((each) => each.href)")
    return [(urlsplit(each).path, urlsplit(each).fragment) for each in hrefs]
