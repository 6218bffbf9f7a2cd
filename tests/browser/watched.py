"""A browser whose every request, error and policy violation is watched: a page that misbehaves fails its test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from publisher.paths import SITE

ASSETS = SITE.parent / "docs" / "assets"
ELEMENT = "regulation-calculator"
DUTIES = "vulnerability-duties"
PATHS = {"zh": "/calculators/incident-report/", "en": "/en/calculators/incident-report/"}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUICKER = [
    "--disable-site-isolation-trials",  # all pages are of one site: no process in reserve for another
    "--js-flags=--liftoff-only",  # WebAssembly is compiled once: no test lasts long enough to gain by a second time
]
"""What a test saves by, and what is measured must do without."""
VISITS = 3
"""How many visits with different options a process keeps open."""
_LISTEN = """
document.addEventListener("securitypolicyviolation", (event) =>
  window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@dataclass
class Watch:
    """What was seen on a page, and a way of saying what of it was meant."""

    address: str
    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        """Note a request; one to another host is never right."""
        self.requests.append(request.url)
        if not request.url.startswith((self.address + "/", "data:", "blob:")):
            self.foreign.append(request.url)

    def console(self, message: ConsoleMessage) -> None:
        """Note an error on the console."""
        if message.type == "error":
            self.errors.append(f"console: {message.text}")

    def meant(self, part: str) -> None:
        """Take out the errors that a test caused itself."""
        self.errors = [each for each in self.errors if part not in each]


class Watched:
    """Opens pages of the built site under watch: of a first visit, or of one that goes on."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.watch = Watch(address)
        self._visits: dict[str, BrowserContext] = {}

    @contextmanager
    def page(self, **options: Any) -> Iterator[tuple[Page, Watch]]:
        """Open a page of a first visit: no cache, no storage, no Python, and a clock that may be set."""
        with self._watching() as watch:
            context = self._context(options)
            try:
                yield context.new_page(), watch
            finally:
                context.close()

    @contextmanager
    def visit(self, **options: Any) -> Iterator[tuple[Page, Watch]]:
        """Open a page of a visit that goes on: with the cache and the Python of pages before it, and no storage.

        It costs half of a first visit, with Python a quarter.
        """
        looks = {name: options.pop(name) for name in ("color_scheme", "forced_colors") if name in options}
        viewport = None if options.get("is_mobile") else options.pop("viewport", None)
        with self._watching() as watch:
            context = self._visited(options)
            page = context.new_page()
            storage = {"origin": self.address, "storageTypes": "all"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", storage)
            page.emulate_media(**looks)
            if viewport:
                page.set_viewport_size(viewport)
            try:
                yield page, watch
                assert not page.evaluate("'__pwClock' in globalThis"), "a set clock would stay: use page()"
            except BaseException:  # what a failure leaves behind must not fail the next test
                self._visits = {key: each for key, each in self._visits.items() if each is not context}
                context.close()
                raise
            for each in context.pages[1:]:
                each.close()

    @contextmanager
    def _watching(self) -> Iterator[Watch]:
        """Watch, and afterwards fail for whatever was seen that is never right."""
        watch = self.watch = Watch(self.address)
        yield watch
        assert not watch.foreign, f"requests to another host: {watch.foreign}"
        assert not watch.errors, f"errors: {watch.errors}"

    def _visited(self, options: dict[str, Any]) -> BrowserContext:
        """Return a context with one page open in it, a calculator's, on which Python waits for the others."""
        key = repr(sorted(options.items()))
        context = self._visits.pop(key, None)
        if context is None:
            if len(self._visits) == VISITS:
                self._visits.pop(next(iter(self._visits))).close()
            context = self._context(options)
            context.new_page().goto(self.address + PATHS["zh"])
        self._visits[key] = context  # the one that was used last is closed last
        return context

    def _context(self, options: dict[str, Any]) -> BrowserContext:
        context = self.browser.new_context(**{"timezone_id": "Asia/Shanghai", "locale": "zh-CN"} | options)
        context.set_default_timeout(25_000)  # of a machine that does much else; nothing is timed
        # One page is open at a time, so whatever is seen belongs to the watch of that page.
        context.on("request", lambda request: self.watch.request(request))  # noqa: PLW0108  (the watch changes)
        context.on("console", lambda message: self.watch.console(message))  # noqa: PLW0108
        context.on("weberror", lambda error: self.watch.errors.append(f"page: {error.error}"))
        context.expose_function("reportViolation", lambda text: self.watch.errors.append(f"policy: {text}"))
        context.add_init_script(_LISTEN)
        return context

    @contextmanager
    def calculator(
        self, lang: str, fragment: str = "", name: str = "incident-report", **options: Any
    ) -> Iterator[tuple[Page, Watch]]:
        """Open a calculator's page in a visit and wait until Python has answered for the first time."""
        with self.visit(**options) as (page, watch):
            page.goto(f"{self.address}{path_of(name, lang)}{fragment}")
            wait_for(page, "ready", "answered", "refused")
            yield page, watch


def own_asset(name: str) -> str:
    """Return the path of a script or style sheet of ours on the built site, whose folder is named after a hash."""
    (file,) = (SITE / "assets" / "own").glob(f"*/{name}")
    return f"/{file.relative_to(SITE).as_posix()}"


def source(page: Page, name: str) -> str:
    """Let a page import a script as it is written, which the built site has only within others; return its path."""
    page.route(
        "**/source/**",
        lambda route: route.fulfill(
            path=ASSETS / route.request.url.partition("/source/")[2], content_type="text/javascript"
        ),
    )
    return f"/source/{name}"


def path_of(name: str, lang: str) -> str:
    """Return the path of a calculator's page."""
    return f"{'' if lang == 'zh' else '/en'}/calculators/{name}/"


def wait_for(page: Page, *states: str) -> str:
    """Wait until the calculator is in one of these states and return it; one that failed says why."""
    page.wait_for_function(
        "([name, states]) => states.includes(document.querySelector(name)?.dataset.state)",
        arg=[ELEMENT, [*states, "failed"]],
    )
    state = str(page.locator(ELEMENT).get_attribute("data-state"))
    assert state in states, page.locator("[data-part=status]").inner_text()
    return state


def next_finding(page: Page) -> None:
    """Begin to listen for findings; ``finding`` then waits for one."""
    page.evaluate(
        """(name) => {
          window.findings = [];
          document.addEventListener("calculator-finding", ({ detail }) => window.findings.push(detail));
        }""",
        ELEMENT,
    )


def finding(page: Page, **wanted: object) -> dict[str, Any]:
    """Wait for the finding whose parts are as wanted."""
    handle = page.wait_for_function(
        """(wanted) => window.findings.find((found) =>
          Object.entries(wanted).every(([key, value]) => JSON.stringify(found[key]) === JSON.stringify(value)))""",
        arg=wanted,
    )
    return dict(json.loads(json.dumps(handle.json_value())))
