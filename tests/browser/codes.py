"""A page as it is on a site that knows its address, which the built one does not: it leads to codes, and they are there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from calculators.kernel.text import Lang
from publisher.exports.codes import code_files, codes_on
from tests.publisher.reading_codes import read_png

SITE = "https://example.org/handbook/"


def go_with_codes(page: Page, address: str, path: str, lang: Lang = "zh") -> None:
    """Open a page as a build under an address makes it."""
    codes = code_files(lang, SITE)
    start = f"{address}/en/" if lang == "en" else f"{address}/"
    plain = page.request.get(f"{start}{path}").text()
    named = plain.replace('class="colophon', f'data-codes="../{codes_on(path)}" class="colophon', 1)
    assert named != plain
    serve_as(page, f"{start}{path}", named)
    page.route(
        f"{start}qr/**",
        lambda route: route.fulfill(
            body=codes[route.request.url.removeprefix(start)], content_type="image/svg+xml"
        ),
    )
    page.goto(f"{start}{path}")


def serve_as(page: Page, address: str, written: str) -> None:
    """Let an address of the site answer with another page than the built one."""
    page.route(address, lambda route: route.fulfill(body=written, content_type="text/html"))


def expect_code(code: Locator, name: str, leads_to: str) -> None:
    """A code is shown whole, is named, and a phone that looks at it goes where it should."""
    expect(code).to_be_in_viewport(ratio=1)
    expect(code).to_have_attribute("alt", name)
    expect(code).to_have_js_property("complete", True)
    assert read_png(code.screenshot()) == [f"{SITE}{leads_to}"]
