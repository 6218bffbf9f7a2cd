"""What no DOM can tell, in every engine: numbers that stand apart, whole punctuation, a law that is whole on paper."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from calculators.kernel.text import LANGS, Lang
from calculators.texts import works
from tests.browser.paper import squeezed
from tests.engines.driver import Driver

DATES = "2026年11月21日22时10分"
_SET = """
document.querySelector("#set")?.remove();
const box = document.createElement("div");
box.id = "set";
box.className = "md-typeset";
box.style.cssText = "position: fixed; inset: 0; z-index: 99; padding: 20px; background: white; color: black; white-space: nowrap";
box.style.fontSize = "24px";
document.body.append(box);
const lines = [given[0], ...given[1] ? [...given[0]].map((sign) => [sign]) : []];
const line = document.createElement("p");
for (const part of given[1] ? [...given[0]] : [given[0]]) {
  const span = document.createElement("span");
  span.textContent = part;
  if (given[1]) span.style.cssText = "display: inline-block; margin-inline-end: 4px";
  line.append(span);
}
box.append(line);
await document.fonts.ready;
"""
_WIDTH = "return document.querySelector('#set span').getBoundingClientRect().width / 24"
_DEAD = """
const links = [...document.querySelectorAll(".md-sidebar a")].filter((each) => {
  const { top, bottom, width } = each.getBoundingClientRect();
  return width && top > 60 && bottom < innerHeight;
});
const dead = links.filter((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return !each.contains(document.elementFromPoint(x + width * 0.8, y + height / 2));
});
return [links.length, dead.map((each) => each.textContent)];
"""


def ink(driver: Driver, text: str, *, apart: bool) -> int:
    """Return how much is painted of a text, its characters as they come or set apart."""
    driver.js(_SET, text, apart)
    picture = Image.open(io.BytesIO(driver.screenshot())).convert("L")
    return sum(255 - grey for grey in picture.crop((0, 0, 1000, 120)).tobytes())


def test_numbers_and_punctuation_have_their_room(driver: Driver, site_address: str) -> None:
    """Painted over one another, they leave less ink than apart: a tenth and more in WebKit with its own spacing."""
    driver.goto(f"{site_address}/faq/")
    together, apart = (ink(driver, DATES, apart=way) for way in (False, True))
    assert together > 0
    assert abs(together / apart - 1) < 0.02
    driver.js(_SET, "后，向", False)
    assert abs(driver.js(_WIDTH) - 3) < 0.05


def test_links_answer_over_their_width(driver: Driver, site_address: str) -> None:
    for path in ("/faq/", "/en/glossary/", "/vulnerability-provisions/"):
        driver.goto(site_address + path)
        driver.wait("document.readyState === 'complete'")
        links, dead = driver.js(_DEAD)
        assert links > 4
        assert dead == [], path


def words(text: str, *, figures: bool = True) -> str:
    """Return what is read of a text in one run, without punctuation, which ends of lines part."""
    return re.sub(r"[\W_]+" if figures else r"[\W\d_]+", "", squeezed(text))


def printed(engine: str, driver: Driver, address: str, file: Path) -> str:
    """Return the words of a page on paper; WebKit's driver cannot print, and a window of its own does."""
    if engine == "webkit":
        program = Path(__file__).with_name("webkit_print.py")
        subprocess.run(
            ["xvfb-run", "-a", "/usr/bin/python3", program, address, file], check=True, timeout=120
        )
    else:
        driver.goto(address)
        file.write_bytes(driver.pdf())
    sheets = PdfReader(io.BytesIO(file.read_bytes())).pages
    return words("".join(sheet.extract_text() for sheet in sheets), figures=engine == "chromium")


PAPER: dict[str, tuple[str, tuple[Lang, ...]]] = {
    "chromium": ("?lang=both", LANGS),
    "firefox": ("?lang=both", ("en",)),
    "webkit": ("?lang=zh", ("zh",)),
}
"""How a law is printed and what of it can be read back: not Firefox's Chinese, nor any figures but Chromium's. Of both
languages together WebKit loses lines where it ends a page, whatever a style sheet says."""


def test_a_law_is_whole_on_paper(engine: str, driver: Driver, site_address: str, tmp_path: Path) -> None:
    query, langs = PAPER[engine]
    folder = "/en" if langs == ("en",) else ""
    figures = engine == "chromium"
    address = f"{site_address}{folder}/vulnerability-provisions/{query}"
    text = printed(engine, driver, address, tmp_path / "law.pdf")
    lacking = [
        (provision.id, lang, said[at : at + 12])
        for provision in works()["vulnerability-provisions"].provisions.values()
        if not re.fullmatch(r"art-\d+", provision.id)
        for lang in langs
        for said in [words(provision.text.in_(lang), figures=figures)]
        for at in range(0, len(said), 12)
        if said[at : at + 12] not in text
    ]
    assert lacking == []
    assert words(address.partition("//")[2], figures=figures) in text
