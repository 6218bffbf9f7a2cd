"""Writing HTML by hand, safely: text is escaped once, attributes are quoted, nothing else happens."""

from __future__ import annotations

import json
import re
from html import escape

from calculators.kernel.text import LANGS, Lang, Text
from publisher.words import LANG_TAGS

_CHINESE = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]+")


def tag(name: str, /, *inner: str, **attributes: str | None) -> str:
    """Return one element around markup that is already safe; ``class_`` and ``data_work`` lose their underscores.

    An attribute that is None is left out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(inner)}</{name}>"


def empty(name: str, /, **attributes: str | None) -> str:
    """Return an element that has no content and no end tag."""
    return tag(name, **attributes).removesuffix(f"</{name}>")


def json_script(data: object, type_: str = "application/json", **attributes: str | None) -> str:
    """Return data for scripts or programmes to read; ``<`` is escaped so that no text can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return tag("script", text, type=type_, **attributes)


def said(text: str) -> str:
    """Return text of ours or of the law as markup."""
    return escape(text, quote=False)


def mixed(text: str, lang: Lang) -> str:
    """Return a sentence as markup, with each Chinese run in an English sentence marked as Chinese."""
    if lang == "zh":
        return said(text)
    return _CHINESE.sub(lambda run: tag("span", run[0], lang=LANG_TAGS["zh"]), said(text))


def spans(text: Text) -> str:
    """Return a short run in both languages inside one line, such as an article's number."""
    return " ".join(tag("span", mixed(text.in_(lang), lang), lang=LANG_TAGS[lang]) for lang in LANGS)
