"""What a host should say with every file, in one place: the server of `make serve` and ``_headers`` take it from here.

``nginx/nginx.conf`` says the same in nginx's language; a test compares.
"""

from __future__ import annotations

import re

from publisher.hosting import csp
from publisher.html.urls import EMBED, EMBEDDED, SERVICE_WORKER

_UNUSED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media geolocation gyroscope hid "
    "idle-detection local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-get "
    "serial storage-access usb xr-spatial-tracking"
).split()
"""What browsers offer to pages and no page here asks for. Copying, printing and the full screen stay as they are."""

SECURITY: dict[str, str] = {
    "Content-Security-Policy": csp.HEADER,
    # A window that a page of another site has opened cannot reach into it.
    "Cross-Origin-Opener-Policy": "same-origin",
    # No page of another site can load a file of this one. Showing a page in a frame is another question: csp.py.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in _UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""With every answer, errors included. A page's meta tag reaches neither its worker nor framing; these headers do."""

FRAMED: dict[str, str] = {"Content-Security-Policy": csp.FRAMED}
"""In their place with the pages that may be framed (``html/urls.py``), where they are there: not with errors."""

IMMUTABLE = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"
"""Keep a copy, but ask each time whether it is still good."""

DAILY = "public, max-age=86400"

CACHING: dict[str, str] = {
    r"/(?:runtime|assets/own)/[0-9a-f]{16}/": IMMUTABLE,
    rf"/{re.escape(SERVICE_WORKER)}$": DAILY,
}
"""Patterns of paths: folders named after a hash of their files; and the worker of those who keep the site on their device,
whose browser would else ask for it with every page."""


def caching(path: str) -> str:
    """Return how long a copy is good: what is in no list is asked about each time."""
    return next((said for pattern, said in CACHING.items() if re.search(pattern, path)), REVALIDATE)


def headers_file(folders: list[str], root: str = "/") -> str:
    """Return ``_headers``, which Cloudflare Pages, Netlify and others read.

    ``folders`` are the hashed ones, as paths within the site. Elsewhere those hosts let the browser ask
    again by themselves, and saying it here too would add a second answer to the first.

    Where two rules name one header, Cloudflare sends both values, and a browser holds to the stricter one, unless the
    later rule takes the earlier value away with ``!``. Netlify sends the later value and passes over the ``!``.
    """
    rows = [f"{root}*", *(f"  {name}: {value}" for name, value in SECURITY.items())]
    for place in (f"{lang}{EMBED}/{kind}" for lang in ("", "en/") for kind in EMBEDDED):
        rows += [f"{root}{place}/*"]
        rows += [row for name, value in FRAMED.items() for row in (f"  ! {name}", f"  {name}: {value}")]
    for folder in folders:
        rows += [f"{root}{folder}/*", f"  Cache-Control: {IMMUTABLE}"]
    rows += [f"{root}{SERVICE_WORKER}", f"  Cache-Control: {DAILY}"]
    return "\n".join([*rows, ""])
