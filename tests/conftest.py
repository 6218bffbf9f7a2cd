"""What tests of every room share: the built site, a server for it, the browser that the set-up found."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserType, expect, sync_playwright

from publisher.hosting.server import Server
from publisher.hosting.site import built_site
from publisher.paths import SITE
from tests.browser.watched import ARGUMENTS, QUICKER, Watched
from tests.serving import in_thread

# The same examples every time, and no clock: a busy machine must not fail a test.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
expect.set_options(timeout=20_000)

ROOT = Path(__file__).resolve().parents[1]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None]:
    """End the process where clearing up hangs: after a failure, pytest's own limits no longer hold."""
    faulthandler.dump_traceback_later(300, exit=True, file=sys.__stderr__)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line each which engines were not tested: a run without them is not green by silence."""
    skipped = [
        report.longrepr[2]
        for report in terminalreporter.stats.get("skipped", ())
        if isinstance(report.longrepr, tuple)
    ]
    for reason in sorted({each for each in skipped if each.endswith("not tested")}):
        terminalreporter.write_line(reason.removeprefix("Skipped: "))


@pytest.fixture(scope="session")
def site_folder() -> Path:
    """The built site; a test that needs it fails without it."""
    if not (SITE / "index.html").is_file():
        pytest.fail("site/ is not built: run `make build`", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    """The address of a server for the built site, without a slash at the end."""
    with in_thread(Server(built_site(site_folder))) as address:
        yield address


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser that the set-up found, without windows; a test that needs one fails without it."""
    return program_path("headless-shell")


def program_path(name: str) -> str:
    """Return the path of a program that the set-up left in .build."""
    found = ROOT / ".build" / name
    if not found.is_file():
        pytest.fail(f"no {name} was set up: run `make setup-test`", pytrace=False)
    return found.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """Playwright's way to start a Chromium; there can be only one of it in a process."""
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType, browser_path: str) -> Iterator[Browser]:
    """One Chromium for all tests."""
    browser = chromium.launch(executable_path=browser_path, args=[*ARGUMENTS, *QUICKER])
    yield browser
    browser.close()


@pytest.fixture
def second_browser(chromium: BrowserType) -> Iterator[Callable[..., Browser]]:
    """Start a Chromium with settings of its own, for the one test that needs them; ``whole`` is the one with windows."""
    started = []

    def start(*arguments: str, without: Sequence[str] = (), whole: bool = False) -> Browser:
        all_arguments = [*ARGUMENTS, *QUICKER, *arguments]
        started.append(
            chromium.launch(
                executable_path=program_path("browser" if whole else "headless-shell"),
                args=all_arguments,
                ignore_default_args=list(without) or None,
            )
        )
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture(scope="session")
def watched(browser: Browser, site_address: str) -> Watched:
    """The built site in that browser, under watch: a page that misbehaves fails its test."""
    return Watched(browser, site_address)
