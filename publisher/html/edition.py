"""Editions: short hashes that say which words a reader had in front of them. Pure functions of the data.

The same words give the same edition on any machine; one character more or less gives another.
"""

from __future__ import annotations

import hashlib
import json

from lxml.html import fragment_fromstring

from calculators.kernel.text import Text
from calculators.kernel.works import Provision, Work

_LENGTH = 12
_SHOWN = ".//text()[not(ancestor::script or ancestor::style or ancestor::template)]"


def edition(work: Work) -> str:
    """Return the edition of a work: a hash of all the words shown, in both languages, ours in the margin included."""
    rows = [
        [
            row.id,
            _words(row),
            _two(row.gist),
            row.number_deduced,
            [list(each.sources) for each in row.statements],
        ]
        for row in work.provisions.values()
    ]
    return _hash([work.id, work.kind, _two(work.title), rows])


def meaning(row: Provision) -> str:
    """Return a hash of what one provision says in both languages; a permanent address keeps it."""
    return _hash(_words(row))


def page_edition(html: str) -> str:
    """Return the edition of any other page: a hash of the words in its content, however they are set."""
    words = fragment_fromstring(html, create_parent="div").xpath(_SHOWN)
    return _hash(" ".join(" ".join(words).split()))


def _words(row: Provision) -> list[object]:
    return [_two(row.text), [[_two(each.text), each.confidence] for each in row.statements]]


def _two(text: Text | None) -> list[str]:
    return [text.zh, text.en] if text else []


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
