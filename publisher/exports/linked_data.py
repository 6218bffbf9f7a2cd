"""A work as linked data: schema.org's Legislation, which search engines and reference managers read.

Only a law is called Legislation. A Q&A or a digest is an article about one, and says which.
"""

from __future__ import annotations

from typing import Any

from calculators.kernel.text import LANGS, Lang
from calculators.kernel.works import DIVISIONS, Provision, Work
from calculators.texts import works
from publisher.html import messages, urls
from publisher.html.edition import edition
from publisher.html.messages import LANG_TAGS
from publisher.law.files import exports

_SCHEMA = "https://schema.org"


def linked_data(work: Work, lang: Lang, start: str, site_name: str) -> dict[str, Any]:
    """Return the JSON-LD of a work's page; ``start`` is where the addresses of pages begin."""
    data = _law(work, lang, start) if work.is_law else _article(work, lang, start, site_name)
    return {"@context": _SCHEMA, **data}


def _law(work: Work, lang: Lang, start: str) -> dict[str, Any]:
    other: Lang = "en" if lang == "zh" else "zh"
    return {
        **_legislation(work, lang),
        **_page(work, lang, start),
        "legislationLegalValue": f"{_SCHEMA}/UnofficialLegalValue",
        "translationOfWork" if lang == "en" else "workTranslation": {
            "@type": "Legislation",
            "name": work.title.in_(other),
            "inLanguage": LANG_TAGS[other],
            "url": urls.page(start, other, f"{work.id}/"),
        },
        "hasPart": _parts(work, None, lang, start),
    }


def _article(work: Work, lang: Lang, start: str, site_name: str) -> dict[str, Any]:
    """Return what describes a page about a law: the Q&A of its issuer, or a digest of ours."""
    law = works()[work.about] if work.about else work
    by_us = work.kind == "digest"
    return {
        "@type": "Article",
        "name": messages.digest_title(work).in_(lang) if by_us else work.title.in_(lang),
        "author": {"@type": "Organization", "name": site_name} if by_us else _organisations(work, lang),
        **_page(work, lang, start),
        "about": {**_legislation(law, lang), "isBasedOn": [each.url for each in law.official]},
        "hasPart": [
            {"@type": "CreativeWork", **_named(work, row, lang, start)}
            for row in work.provisions.values()
            if row.kind in {"article", "question", "annex"}
        ],
    }


def _legislation(work: Work, lang: Lang) -> dict[str, Any]:
    """Return what is known of a law itself, on this site or not."""
    known = {
        "legislationIdentifier": work.number.zh if work.number else None,
        "legislationDate": work.issued.isoformat() if work.issued else None,
        "datePublished": work.published.isoformat() if work.published else None,
    }
    return {
        "@type": "Legislation",
        "name": work.title.in_(lang),
        **({"alternateName": work.title.zh} if lang == "en" else {}),
        **{key: value for key, value in known.items() if value},
        "temporalCoverage": f"{work.in_force.isoformat()}/..",
        "legislationLegalForce": f"{_SCHEMA}/InForce",
        "legislationJurisdiction": {"@type": "Country", "name": "CN"},
        "legislationPassedBy": _organisations(work, lang),
    }


def _page(work: Work, lang: Lang, start: str) -> dict[str, Any]:
    """Return what every page of a work says of itself."""
    return {
        "url": urls.page(start, lang, f"{work.id}/"),
        "inLanguage": LANG_TAGS[lang],
        "version": edition(work),
        **({"dateModified": work.checked_on.isoformat()} if work.checked_on else {}),
        "isBasedOn": [each.url for each in work.official],
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": each.type,
                "contentUrl": urls.data(start, each.name),
                "inLanguage": [LANG_TAGS[each.lang]] if each.lang else [LANG_TAGS[one] for one in LANGS],
            }
            for each in exports(work)
        ],
    }


def _parts(work: Work, within: str | None, lang: Lang, start: str) -> list[dict[str, Any]]:
    """Return the chapters, sections and articles that stand directly in one (None: the top level)."""
    rows = (row for row in work.children(within) if row.kind in DIVISIONS or row.kind == "article")
    return [_part(work, row, lang, start) for row in rows]


def _part(work: Work, row: Provision, lang: Lang, start: str) -> dict[str, Any]:
    parts = _parts(work, row.id, lang, start)
    return {
        "@type": "Legislation",
        **_named(work, row, lang, start),
        "legislationIdentifier": work.cite(row.id).zh,
        **({"hasPart": parts} if parts else {}),
    }


def _named(work: Work, row: Provision, lang: Lang, start: str) -> dict[str, Any]:
    about = row.title if row.kind in DIVISIONS else row.gist
    return {
        "name": f"{work.place(row.id).in_(lang)}{f' {about.in_(lang)}' if about else ''}",
        "url": urls.page(start, lang, f"{work.id}/", row.id),
    }


def _organisations(work: Work, lang: Lang) -> list[dict[str, str]]:
    return [
        {"@type": "GovernmentOrganization", "name": each.in_(lang)}
        for each in messages.each_issuer(work.issuer)
    ]
