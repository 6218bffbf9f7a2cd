"""One embed as a whole page: its title, the thing itself, where it comes from. Nothing of the site stands around it.

Its links lead out of the frame. No script runs but that of an exercise. Both languages of a provision are there: the
page shows its own, and both at the address that ends in ``#both``.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang
from publisher.embeds.embeds import WORDS, Embed
from publisher.embeds.oembed import OEMBED, TYPE
from publisher.html import messages, urls
from publisher.html.markup import Markup, html, mark_chinese, tag
from publisher.html.messages import LANG_TAGS

BOTH = "both"
_OURS = ("data-cite-", "data-place-", "data-toc-")
"""What the tools of a provision read, and the contents of a page: there are none here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a page must know of the site in its language."""

    name: str
    address: str
    """Of the site's root, empty where it is not known."""
    assets: str
    """The folder of scripts and style sheets, from the root."""
    policy: str
    """The security policy as a meta element says it."""


def document(embed: Embed, lang: Lang, site: Site) -> str:
    """Return the page of an embed in one language; the same data give the same bytes."""
    root = urls.root_from(embed.path, lang)
    named = f"{embed.title.in_(lang)} – {site.name}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=site.policy),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", named),
        tag("link", rel="alternate", type=TYPE, href=OEMBED, title=named) if site.address else "",
        tag("link", rel="stylesheet", href=f"{root}/{site.assets}/css/embed.css"),
        _script(f"{root}/{site.assets}/training/embedded.js") if embed.kind == "exercise" else "",
    )
    # Both schemes: the style sheet takes the second where the host of the frame, or the machine, is dark.
    body = tag(
        "body", _main(embed, lang), _foot(embed, lang, site, root), data_md_color_scheme="default slate"
    )
    for element in body.iter():
        _settle(element, embed, lang, root)
    page = tag("html", head, body, lang=LANG_TAGS[lang], data_reading=lang)
    return f"<!doctype html>\n{html(page)}\n"


def _script(address: str) -> Element:
    return tag("script", type="module", src=address)


def _main(embed: Embed, lang: Lang) -> Element:
    anchor = BOTH if embed.kind == "provision" else None
    seen = "visually-hidden" if embed.kind == "diagram" else "embed__title"  # a picture has its title itself
    heading = tag("h1", mark_chinese(embed.heading.in_(lang), lang), class_=seen)
    return tag("main", heading, embed.content(lang), id=anchor, class_="md-content md-typeset embed")


def _foot(embed: Embed, lang: Lang, site: Site, root: str) -> Element:
    """Return where it comes from: the site with the place there, editions, and which text governs."""
    link = tag("a", site.name, href=urls.page(root, lang, embed.page, embed.anchor))
    before, after = WORDS["from"].in_(lang).split("{site}")
    lines: list[Markup] = [tag("p", mark_chinese(each.in_(lang), lang)) for each in embed.about]
    if embed.kind == "provision":
        lines.append(tag("p", messages.CHINESE_GOVERNS.in_(lang), class_="embed__governs"))
    return tag("footer", tag("p", before, link, after), *lines, class_="md-content md-typeset embed__foot")


def _settle(element: Element, embed: Embed, lang: Lang, root: str) -> None:
    """Make of an element as it stands on a page of the site one that stands alone in a frame."""
    for name in [each for each in element.attrib if each.startswith(_OURS)]:
        del element.attrib[name]
    for child in [each for each in element if _belongs_elsewhere(each)]:
        element.remove(child)
    if element.tag == "a":
        element.set("href", _address(element.get("href", ""), embed, lang, root))
        element.set("target", "_blank")
        element.set("rel", "noopener" if element.get("rel") is None else f"noopener {element.get('rel')}")


def _belongs_elsewhere(element: Element) -> bool:
    """Whether it is ours beside the law (what rests on it, our summary), or the sign by which one takes an address."""
    classes = element.get("class", "").split()
    return bool({"uses", "gist"} & set(classes)) or (
        "prov-link" in classes and not len(element) and not element.text
    )


def _address(href: str, embed: Embed, lang: Lang, root: str) -> str:
    """Return where a link leads from here: one within the page to its place on the site, one to a page to that page."""
    path, _, anchor = href.partition("#")
    if not path:
        return urls.page(root, lang, embed.page, anchor)
    if path.startswith("/") and path.endswith(".md"):
        return urls.page(root, lang, f"{path[1:-3]}/", anchor)
    return href
