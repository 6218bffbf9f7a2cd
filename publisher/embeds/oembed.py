"""oEmbed (https://oembed.com): what a tool that is given the address of an embed makes of it, as static data beside the page.

The data name addresses in full, so there are none where the site does not know its own.
"""

from __future__ import annotations

import json

from calculators.kernel.text import Lang
from publisher.embeds.embeds import WIDTH, Embed
from publisher.html import urls
from publisher.html.frame import frame_line

OEMBED = "oembed.json"
"""The name of the file beside the page."""
TYPE = "application/json+oembed"
"""Of the link by which a tool finds it."""


def oembed(embed: Embed, lang: Lang, address: str, site_name: str) -> bytes:
    """Return the data of one embed; ``address`` is that of the site's root."""
    start, title, height = address.rstrip("/"), embed.title.in_(lang), embed.height(lang)
    data = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site_name,
        "provider_url": urls.page(start, lang, ""),
        "html": frame_line(urls.page(start, lang, embed.path), title, height),
        "width": WIDTH,
        "height": height,
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
