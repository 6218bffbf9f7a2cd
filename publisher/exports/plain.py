"""A work as plain text in one language: what one reads without a browser, quotes by hand or compares line by line."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.kernel.text import Lang, Text, both
from calculators.kernel.works import DIVISIONS, Provision, Work
from publisher.html import messages, urls
from publisher.law.metadata import lines

_GIST = Text("（{gist}）", " ({gist})")
_KEYS = Text("（{keys}）", " ({keys})")
_PAGE = Text("本页地址", "Page")
_LABELLED = Text("{label}：{value}", "{label}: {value}")
_INDENT = {"zh": "　　", "en": "    "}


def plain_text(work: Work, lang: Lang, start: str) -> str:
    """Return a work as text: its particulars, then a line for each provision, items indented."""
    page = urls.page(start, lang, f"{work.id}/")
    head = [*((each.label, each.value) for each in lines(work)), (_PAGE, both(page))]
    parts = [
        "\n".join(_LABELLED.fill(label=label, value=value).in_(lang) for label, value in head),
        *([messages.DIGEST_NOTICE.in_(lang)] if work.kind == "digest" else []),
        *_blocks(work, None, lang),
        *(["\n".join(_sources(work, lang))] if work.sources else []),
    ]
    return "\n\n".join(parts) + "\n"


def _blocks(work: Work, within: str | None, lang: Lang) -> Iterator[str]:
    """Yield what stands by itself: the heading of a chapter or section, and everything else with what it holds."""
    for row in work.children(within):
        if row.kind in DIVISIONS:
            yield row.text.in_(lang)
            yield from _blocks(work, row.id, lang)
        else:
            yield "\n".join(_rows(work, row, lang))


def _rows(work: Work, row: Provision, lang: Lang) -> Iterator[str]:
    # A text is given without our notes in the margin: whoever copies it copies the law alone.
    gist = _GIST.fill(gist=row.gist).in_(lang) if row.gist and work.kind == "digest" else ""
    yield f"{_INDENT[lang] if row.kind == 'item' else ''}{row.text.in_(lang)}{gist}"
    for each in row.statements:
        named = _KEYS.fill(keys=", ".join(each.sources)).in_(lang) if each.sources else ""
        yield f"{_INDENT[lang]}- {each.with_confidence().in_(lang)}{named}"
    for child in work.children(row.id):
        yield from _rows(work, child, lang)


def _sources(work: Work, lang: Lang) -> Iterator[str]:
    yield messages.SOURCES.in_(lang)
    for key, each in work.sources.items():
        yield f"{key}  {each.name.in_(lang)}{'  ' + each.url if each.url else ''}"
