"""What the publisher does at each event of a MkDocs build: first the Chinese site, and at its end, inside it, the English one."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.yaml import yaml_load

from calculators.catalogue import CALCULATORS
from calculators.data import DataError
from calculators.kernel.text import LANGS, Lang
from calculators.texts import gradings, works
from publisher.assets.compress import place_compressed
from publisher.assets.files import asset_files, assets_folder
from publisher.build import checks
from publisher.build.block_problems import block_problems
from publisher.build.locking import one_at_a_time
from publisher.calculator.quick import quick_head
from publisher.changelog import feed
from publisher.changelog.changes import changes
from publisher.device.edition import write_edition
from publisher.device.manifest import manifest
from publisher.embeds.document import Site
from publisher.embeds.embeds import WORDS as EMBEDDING
from publisher.embeds.files import embed_files
from publisher.errors import PublisherError
from publisher.exports.codes import code_files, codes_on
from publisher.exports.faq_data import faq_head
from publisher.exports.files import export_files
from publisher.exports.page_head import head_html
from publisher.hosting import csp
from publisher.hosting.headers import headers_file
from publisher.html import messages, urls
from publisher.html.edition import edition, page_edition
from publisher.html.markup import html as written
from publisher.html.qr import codes_for, qr_svg
from publisher.law.files import PDF, pdf_files
from publisher.law.reading.cited import laws
from publisher.law.reading.terms import terms
from publisher.paths import ENGLISH_CONFIG, ROOT, WORK
from publisher.reference.faq import faq
from publisher.reference.licences import licence_files
from publisher.reference.model import table_pages
from publisher.runtime import RUNTIME, read_manifest
from publisher.runtime.pack import ensure_pack
from publisher.search.aliases import read_aliases
from publisher.search.writing import write_search
from publisher.sheets import SHEETS
from publisher.sheets.typesetting import pdf_file
from publisher.training.moodle import moodle_files

log = logging.getLogger("mkdocs.rulebook")

NEXT = WORK / "next"
"""Where a site is made before it takes the place of the last one: what is served or tested is never half a site."""
_INSIDE, _TARGET = "inside", "target"
"""Marks in ``extra``: a build that is a part of another; the folder that the site is for."""
_UNUSED = ("assets/stylesheets/", "assets/javascripts/lunr/", "assets/javascripts/workers/")
"""What Material brings and no page asks for: its style sheets are in ours, and the search is ours."""
_DATA = (works, gradings, table_pages, faq, terms, laws, changes, read_aliases)
"""What reads our data: a slip in it is found before any page is made."""
_held = ExitStack()
_warnings = CountHandler(level=logging.WARNING)


class SharedFile(File):
    """A file of the Chinese site that English pages link to: MkDocs checks the link, and copies nothing."""

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the file where the Chinese site has it."""


@contextmanager
def _plugin_errors() -> Iterator[None]:
    """Let an error of ours, or in our data, end the build with its message and no traceback."""
    try:
        yield
    except (DataError, PublisherError) as error:
        raise PluginError(str(error)) from error


@_plugin_errors()
def on_config(config: MkDocsConfig, *, serving: bool) -> None:
    """Prepare what pages name: the pack, scripts and style sheets, the security policy."""
    lang = _lang(config)
    whole = lang == "zh"
    if whole:
        _held.enter_context(one_at_a_time(WORK / "lock", "build"))
        os.environ["SOURCE_DATE_EPOCH"] = source_date_epoch()
        if not serving:
            _count_warnings()
            config.extra[_TARGET] = config.site_dir
            shutil.rmtree(NEXT, ignore_errors=True)
            config.site_dir = str(NEXT / "site")
    elif _INSIDE not in config.extra:
        log.info(
            "mkdocs.en.yml makes the English pages alone; `mkdocs build` makes the whole site, in both languages."
        )
    if address := os.environ.get("SITE_URL"):
        config.site_url = f"{address.rstrip('/')}/{'' if whole else 'en/'}"
    config.mdx_configs.setdefault("publisher.blocks", {})["site"] = _site_root(config)
    for load in _DATA:
        load()
    # The preview begins plainly: an author waits for the pack after every change of a rule, a reader never.
    ensure_pack(fast=not serving and config.extra.get("fast_start", True))
    config.extra |= {
        "assets": assets_folder(),
        "contents": {each: _contents(each) for each in LANGS},
        "entries": {"zh": entries(config.nav or []), "en": entries(_english_nav(), "en/")} if whole else {},
        "csp": csp.PREVIEW if serving else csp.META,
        "feed_title": feed.TITLE.fill(site=config.site_name).in_(lang),
        "pack": read_manifest().as_json(),
    }
    if not whole:
        config.theme.static_templates.discard("404.html")  # hosts serve that of the root


@_plugin_errors()
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the generated files; those that both languages share are in the Chinese site."""
    lang, start = _lang(config), _site_root(config)
    for unused in [
        each for each in files if each.src_uri.startswith(_UNUSED) or each.src_uri.endswith(".map")
    ]:
        files.remove(unused)
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # it would hold no addresses
    files.append(
        File.generated(config, urls.FEED, content=feed.feed(changes(), lang, config.site_name, start))
    )
    for name, content in code_files(lang, start).items():
        files.append(File.generated(config, name, content=content))
    icon = f"{config.extra['assets']}/site/seal.svg"
    files.append(File.generated(config, "site.webmanifest", content=manifest(lang, config.site_name, icon)))
    embedded = Site(
        name=config.site_name,
        address=start,
        assets=config.extra["assets"],
        policy=config.extra["csp"],
    )
    for name, page in embed_files(lang, embedded):
        files.append(File.generated(config, name, content=page))
    exports = export_files(works().values(), start) | moodle_files(start) | licence_files()
    printed = [(f"pdf/{each.name}", PDF / each.name) for work in works().values() for each in pdf_files(work)]
    sheets = [pdf_file(name, each) for name in SHEETS for each in LANGS]
    printed += [(f"pdf/{each.name}", each) for each in sheets if each]
    if lang == "en":
        for name in (*exports, *(name for name, _ in printed)):
            files.append(SharedFile.generated(config, name, content=""))
        return
    for name, content in exports.items():
        files.append(File.generated(config, name, content=content))
    runtime = ((f"runtime/{each.relative_to(RUNTIME).as_posix()}", each) for each in _files(RUNTIME))
    for name, file in (*asset_files(), *runtime, *printed):
        files.append(File.generated(config, name, abs_src_path=str(file)))
    hashed = [config.extra["assets"], f"runtime/{read_manifest().folder}"]
    files.append(File.generated(config, "_headers", content=headers_file(hashed, _host_path(config))))


@_plugin_errors()
def on_page_content(html: str, page: Page, config: MkDocsConfig) -> None:
    """Give the templates what a page says of itself to programmes, and report blocks that stayed text."""
    lang = _lang(config)
    for problem in block_problems(page.file.src_uri, page.file.abs_src_path or "", html):
        log.warning(problem)
    if "toc" in page.meta.get("hide", ()):
        for title in page.toc.items:
            title.children.clear()
    for anchors in (page.links_to_anchors or {}).values():
        # A calculator's fragment carries facts (#aware_at=…), not an id.
        for each in [each for each in anchors if "=" in each]:
            del anchors[each]
    work = works().get(page.file.src_uri.removesuffix(".md"))
    page.meta["edition"] = edition(work) if work else page_edition(html)
    site, root = _site_root(config), urls.root_from(page.url, lang)
    start = urls.start_of(site, root)
    if codes_for(site):
        here = "" if page.is_homepage else page.url
        page.meta["code"] = written(qr_svg(urls.page(start, lang, here), lang))
        if folder := codes_on(here):
            page.meta["codes"] = urls.page(root, lang, folder)
    if work:
        page.meta["own_head"] = head_html(work, lang, start, config.site_name)
    elif page.file.src_uri == f"{faq().id}.md":
        page.meta["own_head"] = faq_head(faq(), lang, start)
    elif calculator := CALCULATORS.get(page.file.src_uri.removeprefix("calculators/").removesuffix(".md")):
        page.meta["own_head"] = quick_head(calculator)


@_plugin_errors()
def on_post_build(config: MkDocsConfig, *, serving: bool) -> None:
    """After the Chinese pages: the English ones, the search; then the checks, and the site takes its place."""
    if _lang(config) == "en":
        return
    site = Path(config.site_dir)
    _build_english(config)
    write_search(site)
    if not serving and not (config.strict and _warnings.counts):  # else MkDocs ends the build in a moment
        if problems := checks.problems(site, root=_host_path(config)):
            raise PluginError("\n  ".join((f"The built site fails {len(problems)} check(s):", *problems)))
        write_edition(site, changes())
        place_compressed(site, WORK / "compressed")
        _put_in_place(site, Path(config.extra[_TARGET]))
    _held.close()


def on_build_error() -> None:
    """Let the next build begin."""
    _held.close()


def source_date_epoch() -> str:
    """Return the moment that the site is of, in seconds: SOURCE_DATE_EPOCH, else when the commit was made, else 1980.

    Whatever writes a date into the site writes this one, so that a commit always gives the same bytes.
    """
    if named := os.environ.get("SOURCE_DATE_EPOCH"):
        return named
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        asked = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        asked = ""
    return asked or "315532800"


def _build_english(config: MkDocsConfig) -> None:
    english = load_config(
        str(ENGLISH_CONFIG), strict=config.strict, site_dir=str(Path(config.site_dir) / "en")
    )
    english.site_url = f"{config.site_url}en/" if config.site_url else ""
    english.extra[_INSIDE] = True
    mkdocs_build(english)


def _put_in_place(site: Path, target: Path) -> None:
    if target.exists():
        shutil.move(target, NEXT / "before")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(site, target)
    shutil.rmtree(NEXT)
    pages = sum(1 for _ in target.rglob("*.html"))
    log.info("The site, %d pages in two languages, is in %s", pages, target)


def _count_warnings() -> None:
    """Count as MkDocs does, which looks at its own count only when the site has taken its place."""
    logger = logging.getLogger("mkdocs")
    _warnings.counts.clear()
    logger.addHandler(_warnings)
    _held.callback(logger.removeHandler, _warnings)


def _lang(config: MkDocsConfig) -> Lang:
    return "zh" if config.theme["language"] == "zh" else "en"


def _site_root(config: MkDocsConfig) -> str:
    """Return the address of the site's root, where it is known, from that of one language."""
    return (config.site_url or "").removesuffix("en/" if _lang(config) == "en" else "")


def _contents(lang: Lang) -> list[tuple[str, str]]:
    """Return the address within its language and the title of every calculator and work, for the 404 page."""
    return [
        *((f"calculators/{each.name}/", each.title.in_(lang)) for each in CALCULATORS.values()),
        *((f"{each.id}/", messages.work_title(each).in_(lang)) for each in works().values()),
        (f"{urls.EMBED}/", EMBEDDING["list"].in_(lang)),
    ]


def entries(nav: Iterable[Mapping[str, Any]], start: str = "") -> list[tuple[str, str]]:
    """Return the title and the address of each entry of a ``nav`` but the home page; a section has that of its first page."""
    found = []
    for title, value in (pair for item in nav for pair in item.items()):
        first = value
        while not isinstance(first, str):
            first = next(iter(first[0].values()))
        if first != "index.md":
            found.append((title, f"{start}{first.removesuffix('.md')}/"))
    return found


def _english_nav() -> list[Mapping[str, Any]]:
    """Return the navigation of the English site, for the 404 page, which is one for both languages."""
    with ENGLISH_CONFIG.open(encoding="utf-8") as file:
        return list(yaml_load(file)["nav"])


def _host_path(config: MkDocsConfig) -> str:
    """Return the folder of the host where the site is to stand: ``/``, or what its address says."""
    return f"{urlsplit(_site_root(config)).path.rstrip('/')}/"


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())
