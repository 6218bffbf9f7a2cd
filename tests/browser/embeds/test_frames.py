"""Frames of another site: a provision, a picture and an exercise show there, and no other page of this one does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.cases.exercises import exercise_of
from calculators.texts import cases, works
from publisher.html.frame import frame_line
from tests.browser.helpers import violations
from tests.browser.paper import squeezed
from tests.browser.site.nginx import nginx
from tests.browser.watched import Watched
from tests.serving import in_thread

CASE = "cve-number"
EXERCISE = next(
    exercise_of(each, case) for name, each in CALCULATORS.items() for case in cases(name) if case.id == CASE
)
ITEM = "provision/vulnerability-provisions/art-9-p1-i7/"
TEXT = works()["vulnerability-provisions"]["art-9-p1-i7"].text
PICTURE = "diagram/who-tells-whom/"
FRAMED = {
    "one": f"embed/{ITEM}",
    "both": f"embed/{ITEM}#both",
    "picture": f"en/embed/{PICTURE}",
    "exercise": f"en/embed/exercise/{CASE}/",
}
REFUSED = (
    "",
    "en/vulnerability-provisions/",
    "training/",
    "embed/",
    "embed/provision/vulnerability-provisions/art-99/",
)


@contextmanager
def host(*lines: str) -> Iterator[str]:
    """Serve a page of another site that holds these lines of HTML, and give its address; it says nothing about policies."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = f"<!doctype html><html lang=en><title>Host</title><body>{''.join(lines)}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with in_thread(ThreadingHTTPServer(("127.0.0.1", 0), Host)) as address:
        yield address.replace("127.0.0.1", "localhost")  # another site altogether, not only another port


def frame_of(page: Page, title: str) -> Frame:
    found = page.locator(f"iframe[title='{title}']").element_handle()
    assert found is not None
    frame = found.content_frame()
    assert frame is not None
    return frame


def test_another_site_shows_them_and_an_exercise_is_played_to_its_answer(
    browser: Browser, site_address: str
) -> None:
    lines = [frame_line(f"{site_address}/{path}", name, 600) for name, path in FRAMED.items()]
    dark = frame_line(f"{site_address}/embed/{ITEM}", "dark", 300).replace("border: 0", "color-scheme: dark")
    seen: list[str] = []
    with host(*lines, dark) as address:
        context = browser.new_context(viewport={"width": 1000, "height": 900}, color_scheme="null")
        context.on("request", lambda request: seen.append(request.url))
        context.on(
            "console", lambda said: seen.append(f"console: {said.text}") if said.type == "error" else None
        )
        page = context.new_page()
        page.goto(address)
        alone, both, picture, exercise = (frame_of(page, name) for name in FRAMED)

        chinese, english = ("[id='art-9-p1-i7'] [lang='zh-Hans']", "[id='art-9-p1-i7'] [lang='en']")
        expect(alone.locator(chinese)).to_have_text(TEXT.zh)
        expect(alone.locator(english)).to_be_hidden()
        expect(alone.locator(".embed__governs")).to_be_hidden()
        expect(both.locator(chinese)).to_be_visible()
        expect(both.locator(english)).to_be_visible()
        expect(both.locator(english)).to_have_text(TEXT.en)
        expect(both.locator(".embed__governs")).to_be_visible()
        expect(picture.locator("svg")).to_be_visible()

        answer, verdict = exercise.locator(".exercise__answer"), exercise.locator(".exercise__verdict")
        choices = exercise.locator(".exercise__choice")
        expect(choices).to_have_count(len(EXERCISE.choices))
        expect(answer).to_be_hidden()
        expect(verdict).to_be_hidden()
        choices.nth((EXERCISE.right + 1) % len(EXERCISE.choices)).click()
        expect(verdict).to_have_attribute("data-right", "false")
        expect(verdict).to_contain_text(EXERCISE.choices[EXERCISE.right].en)
        for said in EXERCISE.because:
            expect(answer).to_contain_text(said.en)
        expect(choices.first).to_be_disabled()

        with context.expect_page() as opened:
            alone.locator("footer a").click()
        opened.value.wait_for_url(f"{site_address}/vulnerability-provisions/#art-9-p1-i7")
        assert opened.value.evaluate("window.opener") is None

        ground = "getComputedStyle(document.body).backgroundColor"
        assert frame_of(page, "dark").evaluate(ground) != alone.evaluate(ground)
        context.close()
    assert not [each for each in seen if not each.startswith((f"{site_address}/", f"{address}/"))]


def test_without_scripts_they_are_text(browser: Browser, site_address: str) -> None:
    """As in a frame whose host allows no scripts, and no origin: the answer of the exercise is folded away, with a link."""
    lines = [
        frame_line(f"{site_address}/{path}", name, 600).replace("<iframe", "<iframe sandbox")
        for name, path in FRAMED.items()
    ]
    with host(*lines) as address:
        context = browser.new_context(viewport={"width": 1000, "height": 900})
        page = context.new_page()
        page.goto(address)
        alone, both, picture, exercise = (page.frame_locator(f"iframe[title='{name}']") for name in FRAMED)
        expect(alone.locator("main")).to_contain_text(TEXT.zh)
        expect(both.locator("main")).to_contain_text(TEXT.en)
        expect(picture.locator("svg")).to_have_count(1)
        expect(exercise.locator(".exercise__story")).to_have_text(EXERCISE.case.story.en)
        expect(exercise.locator(".exercise__right")).to_be_hidden()
        expect(exercise.locator("footer a")).to_be_visible()
        context.close()


def test_no_other_page_is_shown_in_a_frame(
    browser: Browser, site_address: str, site_folder: Path, tmp_path: Path
) -> None:
    """Neither ordinary pages nor the list, nor an address under it that does not exist; our server and nginx alike."""
    with nginx(site_folder, tmp_path, under="/a/b") as other:
        for start in (site_address, other):
            lines = [frame_line(f"{start}/{path}", path or "home", 300) for path in REFUSED]
            with host(*lines, frame_line(f"{start}/embed/{ITEM}", "framed", 300)) as address:
                page = browser.new_page()
                page.goto(address)
                expect(page.frame_locator("iframe[title=framed]").locator("main")).to_contain_text(TEXT.zh)
                for path in REFUSED:
                    frame = frame_of(page, path or "home")
                    frame.wait_for_url("chrome-error://chromewebdata/")
                page.close()


LAYOUT = (Path(__file__).parents[1] / "site" / "layout.js").read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_they_are_laid_out_to_be_read_at_every_width(watched: Watched, scheme: str) -> None:
    """Two of each kind as every other page is measured, with nothing for axe to find and nothing asked of another host."""
    paths = [
        *FRAMED.values(),
        "en/embed/provision/incident-measures/art-4/#both",
        "embed/provision/incident-qa/q5/",
        "embed/diagram/grades/",
    ]
    found = []
    with watched.visit(color_scheme=scheme) as (page, _):
        for path in paths:
            page.goto(f"{watched.address}/{path}")
            for width in (1280, 768, 390, 320):
                page.set_viewport_size({"width": width, "height": 600})
                found += [f"{path} at {width}: {each}" for each in page.evaluate(LAYOUT)]
            found += [f"{path}: {each}" for each in violations(page)]
            page.goto("about:blank")
    assert not found, "\n".join(found)


SEEN = """(id) => {
  const prov = document.getElementById(id);
  const clipped = [prov, ...prov.querySelectorAll("*")].some((each) => getComputedStyle(each).clipPath !== "none" && !each.matches(".visually-hidden"));
  return clipped || !prov.checkVisibility() ? "" : prov.innerText;
}"""


def test_every_kind_of_provision_is_seen(watched: Watched) -> None:
    """Titles and notices too, which the page of their work shows in another way; the other language only where both show."""
    kinds = {
        (work.id, row.head, row.kind): (work.id, row)
        for work in works().values()
        for row in work.provisions.values()
    }
    assert len(kinds) >= 10
    with watched.visit() as (page, _):
        for work, row in kinds.values():
            for both in (False, True):
                page.goto("about:blank")
                page.goto(f"{watched.address}/en/embed/provision/{work}/{row.id}/{'#both' if both else ''}")
                said = squeezed(page.evaluate(SEEN, row.id))
                assert squeezed(row.text.en) in said, (work, row.id)
                assert (squeezed(row.text.zh) in said) == both, (work, row.id)


class Attributes(HTMLParser):
    """Reads the attributes of the only element of a line."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.frame = (tag, dict(attrs))


def read(line: str) -> dict[str, str | None]:
    parser = Attributes()
    parser.feed(line)
    assert parser.frame[0] == "iframe"
    return parser.frame[1]


def test_a_trainer_copies_the_line_from_a_provision_and_from_the_list(watched: Watched) -> None:
    """In the language that shows; where the browser does not let us copy, the line is there to be copied by hand."""
    keep = "void (navigator.clipboard.writeText = async (text) => { window.copied = text; })"
    refuse = "void (navigator.clipboard.writeText = async () => { throw new Error(); })"
    start = f"{watched.address}/vulnerability-provisions/"
    with watched.visit(viewport={"width": 1280, "height": 900}) as (page, _):
        for shown, address in (
            ("zh", f"{watched.address}/embed/{ITEM}"),
            ("en", f"{watched.address}/en/embed/{ITEM}"),
            ("both", f"{watched.address}/embed/{ITEM}#both"),
        ):
            page.goto(f"{start}?lang={shown}#art-9-p1-i7")
            page.evaluate(keep)
            page.locator("#art-9-p1-i7").hover()
            page.locator(".tools [data-copy=embed]").click()
            page.wait_for_function("() => window.copied")
            frame = read(page.evaluate("window.copied"))
            assert frame["src"] == address
            assert 150 < int(frame["height"] or 0) < 600
            assert works()["vulnerability-provisions"].title.in_("en" if shown == "en" else "zh") in (
                frame["title"] or ""
            )

        page.goto(f"{watched.address}/en/embed/")
        page.evaluate(keep)
        page.locator("details:has(.embeds) > summary").last.click()
        row = page.locator(f".embeds > li:has(a[href$='exercise/{CASE}/'])")
        row.locator("button").click()
        page.wait_for_function("() => window.copied")
        frame = read(page.evaluate("window.copied"))
        assert frame["src"] == f"{watched.address}/en/embed/exercise/{CASE}/"
        assert frame["title"] == EXERCISE.case.title.en
        page.evaluate(refuse)
        row.locator("button").click()
        expect(row.locator("textarea")).to_be_focused()
        assert read(row.locator("textarea").input_value()) == frame


STARTS = """() => [...document.querySelectorAll(".embed__title, .law > :not(.prov-article, .prov-item), .embed__foot > p")]
  .filter((each) => each.checkVisibility())
  .map((each) => {
    const text = document.createRange();
    text.selectNodeContents(each);
    return Math.round(text.getBoundingClientRect().left);
  })"""


def test_all_text_of_a_provision_begins_at_one_edge(watched: Watched) -> None:
    """Only the numbers of articles and items hang beside it."""
    with watched.visit() as (page, _):
        for path in (ITEM, "provision/incident-measures/art-4/", "provision/incident-qa/q5-p1/"):
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 600})
                page.goto(f"{watched.address}/embed/{path}")
                starts = page.evaluate(STARTS)
                assert len(starts) > 3, path
                assert len(set(starts)) == 1, (path, width, starts)
