"""All files of the embeds in one language: a page each, and its oEmbed data where the site knows its address."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kernel.text import Lang
from publisher.embeds.document import Site, document
from publisher.embeds.embeds import embeds
from publisher.embeds.oembed import OEMBED, oembed


def embed_files(lang: Lang, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield the address within its language and the content of every file."""
    for each in embeds():
        yield f"{each.path}index.html", document(each, lang, site)
        if site.address:
            yield f"{each.path}{OEMBED}", oembed(each, lang, site.address, site.name)
