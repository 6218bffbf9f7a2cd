"""The built site as the server of this machine serves it, from its folder or from a zip."""

from __future__ import annotations

from pathlib import Path

from publisher.assets.compress import ENCODINGS
from publisher.hosting.headers import CACHING, FRAMED, REVALIDATE, SECURITY
from publisher.hosting.server import Site
from publisher.html import urls
from publisher.paths import SITE

TYPES = {
    ".akn.xml": "application/akn+xml",
    ".csv": "text/csv; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    "feed.xml": "application/atom+xml",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".whl": "application/zip",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""How a name ends, and the type of such a file; the longest ending decides, since XML is of several types."""


def built_site(folder: Path = SITE) -> Site:
    """Return the site in a folder."""

    def read(name: str) -> bytes | None:
        try:
            return (folder / name).read_bytes()
        except OSError:  # not there, a folder, or too long a name
            return None

    return Site(
        read=read,
        headers=SECURITY,
        framed=urls.FRAMED,
        framed_headers=FRAMED,
        types=TYPES,
        caching=CACHING,
        revalidate=REVALIDATE,
        encodings=ENCODINGS,
    )
