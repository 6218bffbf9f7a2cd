"""Where MkDocs meets the publisher: markers become law and calculators. What they become is made elsewhere."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from calculators.adapters.library import works
from publisher import addresses, calculator_pages, csp, edition, feed, pages, site
from publisher.changes import changes
from publisher.exports.files import write as write_exports
from publisher.page_head import head_html
from publisher.runtime.pack import RUNTIME, read_manifest


def on_config(config: MkDocsConfig) -> None:
    """Give the templates what every page repeats, such as the security policy; make the pack, which pages name the files of."""
    lang = pages.lang_of(str(config.theme["language"]))
    config.extra["csp"] = csp.META
    config.extra["feed_title"] = feed.TITLE.fill(site=config.site_name).in_(lang)
    if not RUNTIME.is_dir():
        site.make_pack()
    manifest = read_manifest()
    config.extra["pack"] = {"folder": manifest.folder, "files": sorted(manifest.prepared)}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put law and calculators in place of their markers, and their headings into the page's contents."""
    lang = pages.lang_of(str(config.theme["language"]))
    whole = pages.with_markers_replaced(html, lang, page.url)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | pages.ids_in(whole)
    _describe(page, html, whole, config)
    top = page.toc.items[0].children if page.toc.items else page.toc.items
    if "toc" in page.meta.get("hide", ()):
        top.clear()
    at = pages.headings_before_marker(html)
    top[at:at] = [AnchorLink(title, anchor, 2) for anchor, title in pages.contents_of(html, lang)]
    return whole


def on_post_build(config: MkDocsConfig) -> None:
    """Write the feed; put our assets and the exports into the Chinese site, from which both languages use them."""
    lang = pages.lang_of(str(config.theme["language"]))
    root = _site_root(config)
    made = feed.feed(changes(), lang, config.site_name, root)
    (Path(config.site_dir) / addresses.FEED).write_bytes(made)
    if lang == "zh":
        site.place_assets(Path(config.site_dir))
        write_exports(works().values(), Path(config.site_dir), root)


def _describe(page: Page, html: str, whole: str, config: MkDocsConfig) -> None:
    """Give the templates what a page says of itself to programmes (its edition, and a work its data), and a calculator its head."""
    lang = pages.lang_of(str(config.theme["language"]))
    root = pages.root_from(page.url, lang)
    if pages.has_calculator(html):
        page.meta["calculator_head"] = calculator_pages.head_html(root)
    work = pages.work_on(html)
    page.meta["edition"] = edition.edition(work) if work else edition.page_edition(whole)
    if work:
        start = addresses.start_of(_site_root(config), root)
        page.meta["own_head"] = head_html(work, lang, start, config.site_name)


def _site_root(config: MkDocsConfig) -> str:
    """Return the address of the site's root, where it is known, from that of one language."""
    return (config.site_url or "").removesuffix("en/" if config.theme["language"] == "en" else "")
