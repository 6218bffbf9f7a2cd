"""The web manifest, for whoever puts the site among their programs; a page names it only where the site is kept."""

from __future__ import annotations

import json

from calculators.kernel.text import Lang
from publisher.html.messages import LANG_TAGS


def manifest(lang: Lang, name: str, icon: str) -> str:
    """Return the manifest of the site in one language, with the address of its icon within the site; all are relative."""
    up = "" if lang == "zh" else "../"
    whole = {
        "id": "./",
        "name": name,
        "lang": LANG_TAGS[lang],
        "start_url": "./",
        "scope": up or "./",
        "display": "minimal-ui",
        "background_color": "#fbf8f1",
        "theme_color": "#fbf8f1",
        "icons": [{"src": f"{up}{icon}", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
