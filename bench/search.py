"""``make search-bench``: our search beside Material's own on the same queries, and on a corpus fifty times as large.

Both comparisons use throw-away copies of the site and take a few minutes, so they are no part of the tests. Material's
search gets the same records: with the settings that it chooses for Chinese, with Chinese cut into words by jieba as its
plugin does where jieba is installed, and with every character a word of the index.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from dataclasses import replace
from html import escape
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from calculators.kernel.text import LANGS, Lang
from publisher.hosting.server import Server
from publisher.hosting.site import built_site
from publisher.paths import SITE
from publisher.search.records import Record, all_records, built_pages
from publisher.search.sections import page_title
from publisher.search.writing import FOLDER, write_files
from tests.browser.watched import ARGUMENTS
from tests.search.queries import Kind, Scores, provision_of, queries, unique
from tests.search.typed import BAD, INPUT, answers, settle
from tests.serving import in_thread

try:
    import jieba
except ImportError:
    jieba = None

ROOT = Path(__file__).resolve().parents[1]
TIMES = 50
HOME: dict[Lang, str] = {"zh": "/", "en": "/en/"}
KINDS: dict[Kind, str] = {"query": "", "fresh": ", not tuned to"}
CHARACTERS = (
    r'[\s\u200b\u3000\-,:!=\[\]()"`/，。、：；！？（）《》“”]+|(?<=[\u4e00-\u9fff])|(?=[\u4e00-\u9fff])'
)
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
MATERIAL = ("Material", "Material with jieba", "Material, a word a character")
# What the theme's script needs to take over the box; ours is then not loaded.
MATERIAL_LIST = (
    '<div data-md-component="search-result"><div class="md-search-result__meta"></div>'
    '<ol class="md-search-result__list" role="presentation"></ol></div>'
)
MATERIAL_BOX = (
    ("data-search data-root", 'data-md-component="search" data-root'),
    ('class="md-search__form"', 'class="md-search__form" name="search"'),
    ('class="md-search__input"', 'class="md-search__input" name="query" data-md-component="search-query"'),
    ('<p class="search-status"', f'{MATERIAL_LIST}<p class="search-status"'),
)


def main() -> None:
    """Measure and print, in the form of README's tables."""
    browser_path = (ROOT / ".build" / "browser").read_text(encoding="utf-8")
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        quality(browser, Path(place))
        growth(browser, Path(place))
        browser.close()


def quality(browser: Browser, place: Path) -> None:
    """Print precision, recall and first hits of each search, a table row a search and language."""
    rows = []
    with in_thread(Server(built_site())) as address:
        rows += [ours(browser, address, lang, kind) for kind in KINDS for lang in LANGS]
    for name in MATERIAL:
        if "jieba" in name and jieba is None:
            print(
                f"{name}: not measured, jieba is not installed (it comes as source only, so no lock names it)."
            )
            continue
        site = place / name.replace(" ", "-")
        with_material(site, name)
        with in_thread(Server(built_site(site))) as address:
            rows += [material(browser, address, lang, name, kind) for kind in KINDS for lang in LANGS]
    print("\n| Search | Precision | Recall | First hit right | Among five | Reciprocal rank |")
    print("| --- | --- | --- | --- | --- | --- |")
    for scores in rows:
        print("| " + " | ".join(scores.row()) + " |")


def ours(browser: Browser, address: str, lang: Lang, kind: Kind) -> Scores:
    """Put every query of a language to our box."""
    scores = Scores(name=f"this site, {lang}{KINDS[kind]}")
    page = browser.new_page()
    page.goto(address + HOME[lang])
    asked = [each for each in queries(kind) if each.lang == lang]
    for query, (exact, near, _) in zip(asked, answers(page, [each.typed for each in asked]), strict=True):
        scores.add(query, exact, near)
    page.close()
    return scores


def material(browser: Browser, address: str, lang: Lang, name: str, kind: Kind) -> Scores:
    """Type every query of a language into Material's box."""
    scores = Scores(name=f"{name}, {lang}{KINDS[kind]}")
    page = browser.new_page()
    page.goto(address + HOME[lang])
    page.evaluate("document.getElementById('__search').click()")
    box = page.locator("[data-md-component=search-query]")
    page.wait_for_timeout(5000)  # its worker builds the index on every page
    for query in (each for each in queries(kind) if each.lang == lang):
        # Its box hears keys only, and a Chinese character comes without one. The last hits go first, so that none of
        # them is counted for this query.
        for text in ("", query.typed):
            box.fill(text)
            box.press("End")
            page.wait_for_timeout(300)
        scores.add(query, material_hits(page))
    page.close()
    return scores


def material_hits(page: Page) -> list[str]:
    """Return the provisions that Material lists, when the list has come to rest, read to its end."""
    before: list[str] = []
    rest = 0
    while rest < 3:
        page.wait_for_timeout(250)
        # More hits are made only when the reader has scrolled to the last.
        page.evaluate("document.querySelector('.md-search__scrollwrap').scrollTo(0, 1e6)")
        hrefs = page.locator(".md-search-result__link").evaluate_all("all => all.map((each) => each.href)")
        rest = rest + 1 if hrefs == before else 0
        before = hrefs
    return unique(provision_of(urlsplit(each).path, urlsplit(each).fragment) for each in before)


def with_material(site: Path, name: str) -> None:
    """Make a copy of the site in which Material's search stands in our place, with our records."""
    copytree(SITE, site)
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        for before, after in MATERIAL_BOX:
            text = text.replace(before, after)
        text = "\n".join(line for line in text.split("\n") if "search/box.js" not in line)
        file.write_text(text, encoding="utf-8")
    for lang in LANGS:
        folder = (site if lang == "zh" else site / "en") / "search"
        folder.mkdir(exist_ok=True)
        # What the plugin writes for a theme in this language.
        plain = r"[\s\u200b\u3000\-、。，．？！；]+" if lang == "zh" else r"[\s\-]+"
        index = {
            "config": {
                "lang": ["en"],
                "separator": CHARACTERS if "character" in name else plain,
                "pipeline": ["stemmer"] if lang == "zh" else ["stopWordFilter"],
                "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
            },
            "docs": [material_record(each, cut="jieba" in name) for each in all_records(SITE, lang)],
        }
        (folder / "search_index.json").write_text(json.dumps(index), encoding="utf-8")


def material_record(record: Record, *, cut: bool) -> dict[str, str]:
    """Return a record as Material's plugin writes one; with jieba it puts a mark between Chinese words."""

    def marked(text: str) -> str:
        if not cut:
            return text
        parted = CHINESE.sub(lambda run: "\u200b".join(("", *jieba.cut(run[0]), "")), text)
        return parted.strip("\u200b")

    return {
        "location": f"{record.page}#{record.anchor}",
        "title": marked(record.place),
        "text": marked(escape(record.text, quote=False)),
    }


def growth(browser: Browser, place: Path) -> None:
    """Print size, load and answer times as the corpus grows; fail where it grows faster than the corpus."""
    sizes = {}
    print("\n| Corpus | Records | Table, packed | First answer | Answers, median | Slowest |")
    print("| --- | --- | --- | --- | --- | --- |")
    for times in (1, TIMES):
        site = place / f"times-{times}"
        copytree(SITE, site)
        records = {lang: multiplied(all_records(SITE, lang), times) for lang in LANGS}
        titles = {lang: {page: page_title(file) for page, file in built_pages(SITE, lang)} for lang in LANGS}
        write_files(records, titles, site / FOLDER)
        sizes[times] = (site / FOLDER / "zh.bin").stat().st_size
        with in_thread(Server(built_site(site))) as address:
            first, answers = timed(browser, address)
        print(
            f"| ×{times} | {sum(map(len, records.values()))} | {sizes[times] // 1000} kB "
            f"| {first:.0f} ms | {statistics.median(answers.values()):.0f} ms | {max(answers.values()):.0f} ms |",
            flush=True,
        )
        slowest = sorted(answers, key=lambda text: -answers[text])[:3]
        print(f"slowest: {[text[:20] for text in slowest]}", file=sys.stderr, flush=True)
    if sizes[TIMES] > sizes[1] * TIMES:
        sys.exit(f"The search grows faster than the corpus: {sizes[1]} bytes became {sizes[TIMES]}.")


def multiplied(records: list[Record], times: int) -> list[Record]:
    """Return the records many times over; every copy says its number, so that no two are the same text."""
    return [
        replace(each, text=f"{each.text}\n{copy}") if copy else each
        for copy in range(times)
        for each in records
    ]


def timed(browser: Browser, address: str) -> tuple[float, dict[str, float]]:
    """Return milliseconds to the first answer of all, and to each answer after it, bad input included."""
    page = browser.new_page()
    page.goto(address + HOME["zh"], wait_until="networkidle")
    started = time.perf_counter()
    page.locator(INPUT).fill("漏")
    settle(page)
    first = (time.perf_counter() - started) * 1000
    typed = [each.typed for each in queries() if each.lang == "zh"][::3] + BAD
    answers = page.evaluate(
        """async (typed) => {
          const input = document.querySelector("[data-search] input");
          const status = document.querySelector("#find-status");
          const box = document.querySelector("[data-search]");
          const times = [];
          for (const text of typed) {
            input.value = text;
            const started = performance.now();
            input.dispatchEvent(new InputEvent("input"));
            // The sentence and the hits of the reader's language are there after one turn; the other language may follow.
            await new Promise((done) => setTimeout(done));
            times.push(performance.now() - started);
            while (box.dataset.answered !== text) await new Promise((done) => setTimeout(done, 5));
          }
          return times;
        }""",
        typed,
    )
    page.close()
    return first, dict(zip(typed, answers, strict=True))


if __name__ == "__main__":
    main()
