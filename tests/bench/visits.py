"""One visit after another in a real browser, each with a profile of its own."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.bench.line import Line
from tests.browser.helpers import FRAGMENT
from tests.browser.watched import ARGUMENTS

TYPED = "2026-11-21"
PAGES = {
    "ours": "/en/calculators/incident-report/",
    "stock": "/peers/stock.html",
    "pyscript": "/peers/pyscript.html",
    "floor": "/peers/floor.html",
    "fast": "/peers/fast.html",
    "plain": "/peers/plain.html",
}
NEXT = {name: f"{path}?next" for name, path in PAGES.items()} | {"ours": "/calculators/incident-report/"}
# A page to look at, and a field on it to type into.
LOOKS = {
    "law": ("/en/vulnerability-provisions/", "#go-to"),
    "calculator": (PAGES["ours"], "input[name=aware_at]"),
}
_LISTEN = """
document.addEventListener("calculator-finding", () => { window.answeredAt ??= performance.now(); });
new PerformanceObserver((list) => { window.paintedAt ??= list.getEntries()[0].startTime; })
  .observe({ type: "paint", buffered: true });
// From the key to the end of the frame that comes after it, in which what was typed is drawn.
window.keys = [];
addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => window.keys.push(performance.now() - timeStamp);
  port2.postMessage(null);
}), { capture: true });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """What was measured of one page with one profile, in milliseconds from the start of the navigation."""

    cold: float
    next: float
    """The next page of the same visit."""
    warm: float
    """The browser started again, with what it had stored."""
    bytes: int
    requests: int


def _context(playwright: Playwright, browser: str, profile: str) -> BrowserContext:
    context = playwright.chromium.launch_persistent_context(profile, executable_path=browser, args=ARGUMENTS)
    context.add_init_script(_LISTEN)
    context.set_default_timeout(120_000)
    # A browser that has just started is busy with itself for a while; a reader's has been running.
    context.pages[0].wait_for_timeout(2_500)
    return context


def _answer(page: Page, address: str) -> float:
    page.goto(f"{address}{FRAGMENT}", wait_until="commit")
    page.wait_for_function("() => window.answeredAt")
    return float(page.evaluate("() => window.answeredAt"))


def visit(playwright: Playwright, browser: str, address: str, name: str, line: Line) -> Visits:
    """Open a page with an empty profile, then the next one, then start the browser again and open it."""
    with TemporaryDirectory() as profile:
        context = _context(playwright, browser, profile)
        page = context.pages[0]
        line.reset()
        cold = _answer(page, address + PAGES[name])
        page.wait_for_timeout(1500)  # the code that the browser keeps is stored a little later
        size, requests = line.bytes, line.requests
        following = _answer(page, address + NEXT[name])
        page.wait_for_timeout(1500)
        context.close()
        context = _context(playwright, browser, profile)
        page = context.pages[0]
        warm = _answer(page, address + PAGES[name])
        context.close()
    return Visits(cold=cold, next=following, warm=warm, bytes=size, requests=requests)


def first_look(playwright: Playwright, browser: str, address: str, line: Line) -> dict[str, float]:
    """Return when the first paint comes and how long a keystroke takes, on a law page and on the calculator's."""
    seen: dict[str, float] = {}
    for name, (path, field) in LOOKS.items():
        with TemporaryDirectory() as profile:
            context = _context(playwright, browser, profile)
            page = context.pages[0]
            line.reset()
            page.goto(address + path, wait_until="domcontentloaded")
            page.locator(field).focus()
            page.keyboard.type(TYPED, delay=40)
            page.wait_for_load_state("load")
            page.wait_for_timeout(500)
            # A calculator's page goes on loading for longer than this; what it moves is counted by `visit`.
            if name == "law":
                seen["law_bytes"], seen["law_requests"] = line.bytes, line.requests
            seen[f"{name}_paint"] = float(page.evaluate("() => window.paintedAt"))
            keys = page.evaluate("() => window.keys")
            if len(keys) != len(TYPED):
                raise RuntimeError(f"{name}: {len(TYPED)} keys were typed and {len(keys)} measured")
            seen[f"{name}_key"] = statistics.median(keys)
            context.close()
    return seen


def change(playwright: Playwright, browser: str, address: str, script: Path) -> float:
    """Return how long the worker takes to answer after a fact has changed: the median of 200, there and back."""
    with TemporaryDirectory() as profile:
        context = _context(playwright, browser, profile)
        page = context.pages[0]
        _answer(page, address + PAGES["ours"])
        times = page.evaluate(script.read_text(encoding="utf-8"))
        context.close()
    return statistics.median(times)
