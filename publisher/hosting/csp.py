"""The content security policy of the site, in one place: the server sends it, every page repeats it.

Nothing is loaded from another host, no script or style stands inside a page, nothing is sent anywhere.
"""

from __future__ import annotations

_DIRECTIVES = (
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    # Text becomes no markup and no script: where a script tries, the browser stops it.
    "require-trusted-types-for 'script'",
    # The policies there are, each for the address of a worker: channel.js, device.js.
    "trusted-types calculators device",
)

META = "; ".join(_DIRECTIVES)
"""For ``<meta http-equiv="Content-Security-Policy">``, so that the policy holds on any host."""

PREVIEW = META.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""For `mkdocs serve`, which writes the script that loads a page again into the page."""

HEADER = "; ".join((*_DIRECTIVES, "frame-ancestors 'none'"))
"""For the header, which alone can forbid framing."""

FRAMED = "; ".join((*_DIRECTIVES, "frame-ancestors *"))
"""The same for the few pages that any site may frame."""
