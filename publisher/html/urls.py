"""Addresses of the site's own pages and files, from wherever they are named.

``start`` is where an address begins, without a slash at its end: the site's own address where it is known
(SITE_URL), else the way from the document that names it to the root of the site (``..``).
"""

from __future__ import annotations

from calculators.kernel.text import Lang

DATA = "data"
FEED = "feed.xml"
EDITION, SERVICE_WORKER = "edition.json", "service-worker.js"
"""What keeps the site on a reader's device: the list of its files, and the worker. The script and the theme name both too."""
EMBED = "embed"
EMBEDDED = ("provision", "diagram", "exercise")
"""What other sites may show in a frame: ``embed/<kind>/…``."""
FRAMED = rf"(?:^|/){EMBED}/(?:{'|'.join(EMBEDDED)})/"
"""A pattern of the paths of the only pages that may be framed."""


def page_link(path: str, anchor: str = "") -> str:
    """Return a link to a page of the same language as MkDocs writes and checks it; ``path`` is ``errors``, ``calculators/x``."""
    return f"/{path}.md{'#' if anchor else ''}{anchor}"


def root_from(url: str, lang: Lang) -> str:
    """Return the way from a page to the root of the site, without a slash at its end: ``calculators/x/`` gives ../.."""
    depth = url.strip("./").count("/") + 1 if url.strip("./") else 0
    return "/".join([".."] * (depth + (lang == "en"))) or "."


def start_of(site: str, root: str) -> str:
    """Return where addresses in a document begin."""
    return site.rstrip("/") or root


def page(start: str, lang: Lang, path: str, anchor: str = "") -> str:
    """Return the address of a page (``errors/``, the empty path for the first), or of a place on it."""
    return f"{start}/{'en/' if lang == 'en' else ''}{path}{'#' if anchor else ''}{anchor}"


def data(start: str, name: str) -> str:
    """Return the address of a data file, which both languages share."""
    return f"{start}/{DATA}/{name}"


def feed(start: str, lang: Lang) -> str:
    """Return the address of the feed of changes."""
    return page(start, lang, FEED)
