"""Where MkDocs meets the publisher: markers become law and calculators. What they become is made elsewhere."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from publisher import csp, pages, site
from publisher.pack import RUNTIME


def on_config(config: MkDocsConfig) -> None:
    """Give the templates the security policy that every page repeats; make the pack, which pages name the files of."""
    config.extra["csp"] = csp.META
    if not RUNTIME.is_dir():
        site.make_pack()


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put law and calculators in place of their markers, and their headings into the page's contents."""
    lang = pages.lang_of(str(config.theme["language"]))
    whole = pages.with_markers_replaced(html, lang, page.url)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | pages.ids_in(whole)
    top = page.toc.items[0].children if page.toc.items else page.toc.items
    if "toc" in page.meta.get("hide", ()):
        top.clear()
    at = pages.headings_before_marker(html)
    top[at:at] = [AnchorLink(title, anchor, 2) for anchor, title in pages.contents_of(html, lang)]
    return whole


def on_post_build(config: MkDocsConfig) -> None:
    """Put our assets into the Chinese site, from which both languages use them."""
    if pages.lang_of(str(config.theme["language"])) == "zh":
        site.place_assets(Path(config.site_dir))
