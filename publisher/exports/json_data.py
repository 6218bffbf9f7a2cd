"""A work as JSON, for programmes; ``work.schema.json`` beside it says what every field means."""

from __future__ import annotations

import json
from typing import Any

from calculators.kernel.text import LANGS, Text
from calculators.kernel.works import Provision, Work
from publisher.exports.akoma import eids
from publisher.html import messages, urls
from publisher.html.edition import edition, meaning


def json_bytes(work: Work, start: str, schema: str) -> bytes:
    """Return a work as JSON; ``start`` is where the addresses of pages begin."""
    return (json.dumps(work_data(work, start, schema), ensure_ascii=False, indent=1) + "\n").encode()


def work_data(work: Work, start: str, schema: str) -> dict[str, Any]:
    """Return a work as plain data. What is not known is null, never left out."""
    path = f"{work.id}/"
    named = eids(work)
    return {
        "$schema": schema,
        "id": work.id,
        "kind": work.kind,
        "notice": _two(messages.DIGEST_NOTICE if work.kind == "digest" else messages.CHINESE_GOVERNS),
        "title": _two(work.title),
        "issuer": _two(work.issuer),
        "number": _two(work.number),
        "about": work.about,
        "issued": work.issued.isoformat() if work.issued else None,
        "published": work.published.isoformat() if work.published else None,
        "in_force": work.in_force.isoformat(),
        "taken_from": _two(work.taken_from),
        "edition": edition(work),
        "checked_on": work.checked_on.isoformat() if work.checked_on else None,
        "checked_against": _two(work.checked_against),
        "official": [
            {"url": each.url, "name": _two(each.name), "confidence": each.confidence}
            for each in work.official
        ],
        "pages": {lang: urls.page(start, lang, path) for lang in LANGS},
        "provisions": [_provision(work, row, named.get(row.id)) for row in work.provisions.values()],
        "sources": {key: {"name": _two(each.name), "url": each.url} for key, each in work.sources.items()},
        "confidence": {code: _two(text) for code, text in messages.CONFIDENCE_MEANING.items()},
    }


def _provision(work: Work, row: Provision, eid: str | None) -> dict[str, Any]:
    return {
        "id": row.id,
        "parent": work.parent(row),
        "citation": _two(work.cite(row.id)),
        "zh": row.text.zh,
        "en": row.text.en,
        "gist": _two(row.gist),
        "number_deduced": row.number_deduced,
        "statements": [
            {
                "zh": each.text.zh,
                "en": each.text.en,
                "confidence": each.confidence,
                "sources": list(each.sources),
            }
            for each in row.statements
        ],
        "hash": meaning(row),
        "akn": eid,
    }


def _two(text: Text | None) -> dict[str, str] | None:
    return {"zh": text.zh, "en": text.en} if text else None
