"""The list of all that can be embedded, for the page that explains it; the script adds what copies the line of each."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from publisher.embeds.embeds import WORDS, Embed, Group, groups
from publisher.html.frame import LINE
from publisher.html.markup import Markup, json_script, mark_chinese, tag

_SAID = ("copy", "copy_of", "copied", "by_hand", "field")


def listing_html(lang: Lang) -> list[Markup]:
    """Return a fold for every group, and the words of the script."""
    words = {key: WORDS[key].in_(lang) for key in _SAID} | {"line": LINE}
    return [*(_group(each, lang) for each in groups()), json_script(words, data_part="embeds")]


def _group(group: Group, lang: Lang) -> Element:
    title = WORDS["count"].fill(title=group.title, count=len(group.embeds)).in_(lang)
    rows = (_row(each, lang) for each in group.embeds)
    return tag(
        "details",
        tag("summary", mark_chinese(title, lang)),
        tag("ul", *rows, class_="embeds"),
        class_="fold",
    )


def _row(embed: Embed, lang: Lang) -> Element:
    link = tag("a", mark_chinese(embed.title.in_(lang), lang), href=f"/{embed.path}index.html")
    return tag("li", link, data_height=str(embed.height(lang)))
