"""What must hold on every built page; a build that fails one of these does not count as built.

MkDocs checks the links that it can see in Markdown. Law, forms and the theme are made later, so the finished
HTML is read back and checked here. Every problem is one line that names the page and the id or address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from calculators.kernel.citation import Ref
from calculators.kernel.works import Work
from calculators.texts import works
from publisher.html.parsed_page import BuiltPage, read_page
from publisher.law.page import ids as expected_ids
from publisher.law.reading import backlinks

LANG_FOLDERS = {"zh": "", "en": "en/"}


def problems(site: Path, shelf: Mapping[str, Work] | None = None, root: str = "/") -> list[str]:
    """Return what is wrong with the built site, one sentence each; an empty list if nothing is.

    ``root`` is the folder of the host where the site is to stand, as far as that is known.
    """
    pages = {_name(file, site): read_page(file) for file in sorted(site.rglob("*.html"))}
    shelf = works() if shelf is None else shelf
    return [
        *provision_problems(pages, shelf),
        *id_problems(pages),
        *language_problems(pages),
        *link_problems(pages, site, root),
        *backlinks.problems(),
        *use_problems(pages, shelf),
        *policy_problems(pages),
    ]


def provision_problems(pages: Mapping[str, BuiltPage], shelf: Mapping[str, Work]) -> Iterator[str]:
    """Every work has its page in both languages, and each holds exactly the provisions of the data, in order."""
    for work in shelf.values():
        for folder in LANG_FOLDERS.values():
            name = f"{folder}{work.id}/index.html"
            page = pages.get(name)
            if page is None or work.id not in page.provisions:
                yield f"{name}: the page does not show the work {work.id}"
                continue
            yield from _differences(name, page.provisions[work.id], expected_ids(work))


def _differences(name: str, there: list[str], expected: list[str]) -> Iterator[str]:
    counted = Counter(there)
    yield from (f"{name}: the provision {each} is missing" for each in expected if not counted[each])
    yield from (f"{name}: the provision {each} stands there twice" for each in counted if counted[each] > 1)
    yield from (
        f"{name}: {each} is no provision of the work" for each in counted if each not in set(expected)
    )
    if Counter(there) == Counter(expected) and there != expected:
        wrong = next(one for one, other in zip(there, expected, strict=True) if one != other)
        yield f"{name}: the provision {wrong} stands out of order"


def id_problems(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """No id stands twice on a page, and none was made up from a heading's position (_1, _2)."""
    for name, page in pages.items():
        for anchor, count in Counter(page.ids).items():
            if count > 1:
                yield f"{name}: the id {anchor} stands there {count} times"
            if anchor.startswith("_") and anchor[1:].isdigit():
                yield f"{name}: the id {anchor} counts headings and would move; give the heading an id of its own"


def language_problems(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Both languages have the same pages with the same ids, so that the language switch keeps page and anchor."""
    chinese = {name for name in pages if not name.startswith("en/")} - {"404.html"}
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")} - {"404.html"}
    yield from (f"{name}: there is no English page" for name in sorted(chinese - english))
    yield from (f"en/{name}: there is no Chinese page" for name in sorted(english - chinese))
    for name in sorted(chinese & english):
        zh, en = set(pages[name].content_ids), set(pages[f"en/{name}"].content_ids)
        yield from (f"{name}: the id {each} is not on the English page" for each in sorted(zh - en))
        yield from (f"en/{name}: the id {each} is not on the Chinese page" for each in sorted(en - zh))


def link_problems(pages: Mapping[str, BuiltPage], site: Path, root: str) -> Iterator[str]:
    """Every link within the site leads to a file, and to an id that is there, wherever the site is put."""
    for name, page in pages.items():
        for address in dict.fromkeys([*page.links, *page.loads]):
            if wrong := _broken_link_reason(address, name, pages, site, root):
                yield f"{name}: {address} {wrong}"


def _broken_link_reason(
    address: str, name: str, pages: Mapping[str, BuiltPage], site: Path, root: str
) -> str | None:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    # The 404 page is shown at any depth, so it alone starts from the root.
    if parts.path.startswith("/") and name != "404.html":
        return "starts from the root, so it breaks where the site is put into a folder"
    path = unquote(parts.path)
    if path.startswith("/"):
        target = (site / path.removeprefix(root).lstrip("/")).resolve()
    else:
        target = ((site / name).parent / path if path else site / name).resolve()
    if target.is_dir():
        target /= "index.html"
    if not target.is_relative_to(site.resolve()):
        return "leads out of the site"
    if not target.is_file():
        return "leads to no file of the site"
    led_to = pages.get(_name(target, site.resolve()))
    anchor = unquote(parts.fragment)
    # A calculator's fragment carries facts (#aware_at=…), not an id.
    if anchor and "=" not in anchor and led_to is not None and anchor not in led_to.ids:
        return f"leads to #{anchor}, and there is no such id"
    return None


def use_problems(pages: Mapping[str, BuiltPage], shelf: Mapping[str, Work]) -> Iterator[str]:
    """Every provision leads to each question, rule and reading that rests on it, in both languages."""
    for at, found in backlinks.shown().items():
        work = Ref.parse(at).work
        if work not in shelf:
            continue
        for folder in LANG_FOLDERS.values():
            name = f"{folder}{work}/index.html"
            there = pages[name].links if name in pages else []
            for backlink in found:
                if f"../calculators/{backlink.calculator}/#{backlink.anchor}" not in there:
                    yield f"{name}: no link to {backlink.calculator}, where “{backlink.label.en}” rests on {at}"


def policy_problems(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Nothing stands in a page that the security policy stops, and nothing is loaded from another host."""
    for name, page in pages.items():
        yield from (f"{name}: {each}" for each in page.forbidden)
        yield from (
            f"{name}: {address} would be loaded from another host" for address in _foreign(page.loads)
        )


def _foreign(addresses: Iterable[str]) -> list[str]:
    return [each for each in addresses if urlsplit(each).netloc or urlsplit(each).scheme not in {"", "data"}]


def _name(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()
