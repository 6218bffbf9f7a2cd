"""The site kept on the device of whoever asks: whole without a network, one edition at a time, gone when it is taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from calculators.kernel.text import LANGS, Lang, Text
from publisher.changelog.changes import changes
from publisher.device.edition import write_edition
from publisher.device.page import WORDS
from publisher.hosting.server import Server
from publisher.hosting.site import built_site
from tests.browser.helpers import FOLDERS, FRAGMENT, expect_answer, said_by_python
from tests.browser.watched import PATHS, Watched, wait_for
from tests.pages import site_pages
from tests.serving import in_thread

REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
FACTS = {"aware_at": "2026-11-21T14:30", "cii": "yes", "grade": "major"}


@dataclass
class Host:
    """A host that notes what it is asked for, may lack files, and may get another edition."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)

    def read(self, name: str) -> bytes | None:
        self.asked.append(name)
        return None if name in self.lacking else built_site(self.folder).read(name)


@pytest.fixture
def host(site_folder: Path) -> Host:
    return Host(site_folder)


@pytest.fixture
def visitor(browser: Browser, host: Host) -> Iterator[Watched]:
    with in_thread(Server(replace(built_site(host.folder), read=host.read))) as address:
        yield Watched(browser, address)


def said(page: Page) -> str:
    return page.locator(".device__said").inner_text()


def sentence(key: str, lang: Lang) -> str:
    """Return a sentence of ours up to its first number."""
    return WORDS[key].in_(lang).partition("{")[0]


def press(page: Page, key: str, lang: Lang) -> None:
    page.get_by_role("button", name=WORDS[key].in_(lang), exact=True).click()


def keep(page: Page, visitor: Watched, lang: Lang) -> None:
    page.goto(f"{visitor.address}{FOLDERS[lang]}/about/#device")
    press(page, "keep", lang)
    expect(page.locator(".device__said")).to_contain_text(sentence("kept", lang))


@pytest.mark.parametrize("lang", LANGS)
def test_kept_it_is_whole_without_a_network(visitor: Watched, host: Host, lang: Lang) -> None:
    """Every page, an answer in both languages, the search, files of data; afterwards nothing was asked of the host."""
    with visitor.page() as (page, watch):
        page.goto(f"{visitor.address}{FOLDERS[lang]}/about/")
        expect(page.locator("[data-part=device]")).to_contain_text(sentence("not_kept", lang))
        assert page.evaluate("() => caches.keys()") == []
        assert page.evaluate(REGISTRATIONS) == 0
        keep(page, visitor, lang)
        page.context.set_offline(True)
        host.asked.clear()
        start = host.folder / FOLDERS[lang].lstrip("/")
        for file in [*site_pages(start), start / "embed" / "diagram" / "grades" / "index.html"]:
            path = file.parent.relative_to(host.folder).as_posix()
            response = page.goto(f"{visitor.address}/{'' if path == '.' else f'{path}/'}")
            assert response is not None
            assert response.status == 200, path
        page.goto(visitor.address + PATHS[lang] + FRAGMENT)
        assert wait_for(page, "answered") == "answered"
        expect_answer(page, said_by_python("incident-report", FACTS, lang))
        page.keyboard.press("/")
        page.locator(".md-search__input").fill("12387")
        expect(page.locator(".md-search a").first).to_be_visible()
        kinds = page.evaluate(
            "() => Promise.all(['data/permalinks.csv', 'feed.xml'].map(async (path) => (await fetch(`/${path}`)).headers.get('Content-Type')))"
        )
        assert [each.partition(";")[0] for each in kinds] == ["text/csv", "application/atom+xml"]
        response = page.goto(f"{visitor.address}/nowhere/")
        assert response is not None
        assert (response.status, page.title()[:3]) == (404, "404")
        assert host.asked == []
        page.goto(f"{visitor.address}{FOLDERS[lang]}/about/#device")
        press(page, "check", lang)
        expect(page.locator(".device__said")).to_have_text(WORDS["check_failed"].in_(lang))
        press(page, "forget", lang)
        expect(page.locator(".device__said")).to_have_text(WORDS["forgotten"].in_(lang))
        assert page.evaluate("() => caches.keys()") == []
        assert page.evaluate(REGISTRATIONS) == 0
        watch.meant("Failed to load resource")


@pytest.fixture
def newer(site_folder: Path, tmp_path: Path) -> Path:
    """The edition after this one: a sentence on a page is another, and the list of changes has an entry more."""
    folder = tmp_path / "newer"
    shutil.copytree(site_folder, folder, ignore=shutil.ignore_patterns("*.br", "*.gz", "pdf"))
    for name in ("about/index.html", "en/about/index.html"):
        page = folder / name
        page.write_text(page.read_text(encoding="utf-8").replace("<title>", "<title>2 "), encoding="utf-8")
    later = replace(
        changes()[0],
        id="later",
        title=Text("以后的更改", "Of a later day"),
        answers=Text("没有。", "For nobody."),
    )
    write_edition(folder, (later, *changes()))
    return folder


def test_a_newer_edition_is_offered_and_comes_whole_or_not_at_all(
    visitor: Watched, host: Host, newer: Path
) -> None:
    """What changed is said; a file that is another one, or none, leaves the kept edition as it was."""
    with visitor.page() as (page, watch):
        keep(page, visitor, "en")
        host.folder = newer
        about = f"{visitor.address}/en/about/#device"
        page.goto(f"{visitor.address}/en/")
        page.goto(about)
        assert not page.title().startswith("2 "), "a page of the newer edition was mixed in"
        press(page, "check", "en")
        expect(page.locator(".device__news")).to_contain_text("Of a later day")
        expect(page.locator(".device__news")).to_contain_text(f"{WORDS['whom'].en}For nobody.")
        page.goto(f"{visitor.address}/en/glossary/")
        expect(page.locator(".page-problem a")).to_have_attribute("href", "../about/#device")

        host.lacking = {"en/faq/index.html"}
        page.goto(about)
        press(page, "renew", "en")
        expect(page.locator(".device__said")).to_have_text(WORDS["failed_changed"].in_("en"))
        assert len(page.evaluate("() => caches.keys()")) == 1
        page.context.set_offline(True)
        page.reload()
        assert not page.title().startswith("2 ")
        expect(page.locator(".device__said")).to_contain_text(sentence("kept", "en"))

        page.context.set_offline(False)
        host.lacking = set()
        page.reload()
        press(page, "renew", "en")
        expect(page.locator(".device__said")).to_contain_text(sentence("kept", "en"))
        expect(page.locator(".device__news")).to_be_empty()
        assert len(page.evaluate("() => caches.keys()")) == 1
        page.context.set_offline(True)
        page.reload()
        assert page.title().startswith("2 ")
        watch.meant("Failed to load resource")


def test_where_the_host_fails_nothing_is_kept(visitor: Watched, host: Host) -> None:
    """The sentence says so, and the button is there to try again."""
    with visitor.page() as (page, watch):
        host.lacking = {"faq/index.html"}
        page.goto(f"{visitor.address}/about/#device")
        press(page, "keep", "zh")
        expect(page.locator(".device__said")).to_have_text(WORDS["failed_changed"].in_("zh"))
        assert page.evaluate("() => caches.keys()") == []
        assert page.evaluate(REGISTRATIONS) == 0
        host.lacking = set()
        devtools = page.context.new_cdp_session(page)
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": visitor.address, "quotaSize": 1_000_000})
        press(page, "keep", "zh")
        expect(page.locator(".device__said")).to_have_text(WORDS["failed_full"].in_("zh"))
        assert page.evaluate(REGISTRATIONS) == 0
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": visitor.address})
        keep(page, visitor, "zh")
        watch.meant("Failed to load resource")
