"""QR codes of the site's own addresses, for whoever holds paper or looks at a screen on a wall.

A code holds a whole address, so there are codes only where the site knows its own (SITE_URL) and others reach it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import segno

from calculators.kernel.text import Lang, Text

CODES = "qr"
"""The folder within each language where the codes of single places lie."""
QUIET = 4
"""The white border that ISO/IEC 18004 asks for, in modules."""
ON_DEMAND: Mapping[str, Text] = {
    "qr": Text("二维码", "QR code"),
    "qr_of": Text("{place}的二维码", "QR code of {place}"),
}
"""What a script says of the code of a single place (``docs/assets/shared/code.js``)."""
_OF = Text("二维码：{address}", "QR code: {address}")
_OWN = frozenset({"localhost", "127.0.0.1", "::1"})


def codes_for(site: str) -> bool:
    """Whether codes are made for a site at this address: empty where it is not known."""
    host = urlsplit(site).hostname
    return host is not None and host not in _OWN


def qr_svg(address: str, lang: Lang) -> Element:
    """Return the code of an address as an element of a page, black on white in dark pages too."""
    drawn = _code(address).svg_inline(**_LOOKS, omitsize=True, svgclass="qr", lineclass=None)
    element = fromstring(drawn)  # noqa: S314  # segno wrote it
    element.attrib |= {"role": "img", "aria-label": _OF.fill(address=address).in_(lang)}
    return element


def qr_file(address: str) -> bytes:
    """Return the code of an address as an SVG file."""
    written = io.BytesIO()
    _code(address).save(written, kind="svg", **_LOOKS, omitsize=True, svgclass=None, lineclass=None)
    return written.getvalue()


_LOOKS = {"border": QUIET, "dark": "#000", "light": "#fff"}


def _code(address: str) -> segno.QRCode:
    """Return the code with what a scratch or a fold may destroy: 15 % of it at least."""
    return segno.make_qr(address, error="m")
