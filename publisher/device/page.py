"""The place on a page where the site can be kept on the device; the script fills it."""

from __future__ import annotations

from pathlib import Path

from calculators.kernel.text import Lang
from publisher.html.markup import Markup, json_script, tag
from publisher.html.messages import read_texts

WORDS = read_texts(Path(__file__).with_name("words.toml"))


def device_html(lang: Lang) -> list[Markup]:
    """Return the place, hidden until the script has filled it, and what is said where there is no script."""
    words = json_script({key: text.in_(lang) for key, text in WORDS.items()})
    up = "../" if lang == "zh" else "../../"  # from the page about the site
    place = tag("div", words, class_="device", data_part="device", data_lang=lang, data_root=up, hidden="")
    return [tag("noscript", tag("p", WORDS["no_script"].in_(lang), class_="note")), place]
