"""A full text of a law as Akoma Ntoso 3.0 (OASIS LegalDocML), one document a language.

The Chinese is the expression that governs; the English says that it is a translation, and of what. Elements have the
eIds that the standard's naming convention gives them; ``eids`` maps our permanent ids to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml.builder import ElementMaker
from lxml.etree import _Element, tostring

from calculators.kernel.provisions.numerals import CHARACTERS
from calculators.kernel.provisions.provision_id import ProvisionId
from calculators.kernel.text import LANGS, Lang, Text
from calculators.kernel.works import DIVISIONS, Provision, Work
from publisher.html import messages
from publisher.law.files import AKOMA_TYPE, is_act

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_E = ElementMaker(namespace=AKN, nsmap={None: AKN})
_LANGUAGE = {"zh": "zho", "en": "eng"}
_NUMBERED = {
    "zh": re.compile(rf"（[{CHARACTERS}]+）"),
    "en": re.compile(r"\([0-9]+\)"),
}
_BODY = DIVISIONS | {"article"}
_SITE = "#site"
_ROLES = {
    "author": Text("制定机关", "Author"),
    "editor": Text("编辑", "Editor"),
    "translator": Text("译者", "Translator"),
}


def eids(work: Work) -> dict[str, str]:
    """Return the eId of every provision of a law by its id here; nothing for other works."""
    return {row.id: _eid(row.id) for row in work.provisions.values()} if is_act(work) else {}


def akoma_bytes(work: Work, lang: Lang) -> bytes:
    """Return a law as an Akoma Ntoso document in one language."""
    document = _E.akomaNtoso(
        _E.act(
            _meta(work, lang),
            _E.preface(*(_line(row, lang) for row in _before(work))),
            _E.body(*_body(work, None, lang)),
            name="act",
            contains="originalVersion",
        )
    )
    return tostring(document, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _meta(work: Work, lang: Lang) -> _Element:
    """Return who made what when: the law itself, this language of it, this file."""
    issued = work.issued.isoformat() if work.issued else ""
    made = work.checked_on.isoformat() if work.checked_on else issued
    this = f"/akn/cn/act/{issued}/{work.id}"
    spoken = {each: f"{this}/{_LANGUAGE[each]}@{issued}" for each in LANGS}
    issuers = [_E.FRBRauthor({"as": "#author"}, href=f"#{key}") for key, _ in _issuers(work, lang)]
    translated = (
        _E.FRBRlanguage(language=_LANGUAGE["en"]),
        _E.FRBRtranslation(
            href=f"{spoken['zh']}/!main", by=_SITE, fromLanguage=_LANGUAGE["zh"], authoritative="false"
        ),
    )
    return _E.meta(
        _E.identification(
            _E.FRBRWork(
                _E.FRBRthis(value=f"{this}/!main"),
                _E.FRBRuri(value=this),
                _E.FRBRalias(value=work.title.in_(lang), name="title"),
                _E.FRBRdate(date=issued, name="Generation"),
                *issuers,
                _E.FRBRcountry(value="cn"),
                *([_E.FRBRnumber(value=work.number.in_(lang))] if work.number else []),
                _E.FRBRname(value=work.id),
            ),
            _E.FRBRExpression(
                _E.FRBRthis(value=f"{spoken[lang]}/!main"),
                _E.FRBRuri(value=spoken[lang]),
                _E.FRBRdate(date=issued if lang == "zh" else made, name="Expression"),
                *(deepcopy(issuers) if lang == "zh" else [_E.FRBRauthor({"as": "#translator"}, href=_SITE)]),
                *([_E.FRBRlanguage(language=_LANGUAGE["zh"])] if lang == "zh" else translated),
            ),
            _E.FRBRManifestation(
                _E.FRBRthis(value=f"{spoken[lang]}/!main.xml"),
                _E.FRBRuri(value=f"{spoken[lang]}.xml"),
                _E.FRBRdate(date=made, name="Generation"),
                _E.FRBRauthor({"as": "#editor"}, href=_SITE),
                _E.FRBRformat(value=AKOMA_TYPE),
            ),
            source=_SITE,
        ),
        *_publication(work, lang),
        _E.references(
            *(_organisation(key, name) for key, name in _issuers(work, lang)),
            _organisation(_SITE.removeprefix("#"), messages.THIS_SITE.in_(lang)),
            *(
                _E.TLCRole(eId=role, href=f"/akn/ontology/role/{role}", showAs=name.in_(lang))
                for role, name in _ROLES.items()
            ),
            source=_SITE,
        ),
    )


def _publication(work: Work, lang: Lang) -> Iterator[_Element]:
    if work.published and work.official:
        name = work.official[0].name.in_(lang)
        number = {"number": work.number.in_(lang)} if work.number else {}
        yield _E.publication(date=work.published.isoformat(), name=name, showAs=name, **number)


def _organisation(key: str, name: str) -> _Element:
    return _E.TLCOrganization(eId=key, href=f"/akn/ontology/organization/cn/{key}", showAs=name)


def _issuers(work: Work, lang: Lang) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(messages.each_issuer(work.issuer), start=1):
        yield f"issuer_{number}", name.in_(lang)


def _before(work: Work) -> Iterator[Provision]:
    """Yield the notice of issue and the title, which stand before chapters and articles."""
    return (row for row in work.children(None) if row.kind not in _BODY)


def _body(work: Work, within: str | None, lang: Lang) -> Iterator[_Element]:
    """Yield the chapters, sections and articles that stand directly in one (None: the top level)."""
    for row in work.children(within):
        if row.kind == "article":
            yield _article(work, row, lang)
        elif row.kind in _BODY:
            number = _E.num(ProvisionId.parse(row.id).part.in_(lang))
            heading = _E.heading(row.title.in_(lang))
            yield _E(row.kind, number, heading, *_body(work, row.id, lang), eId=_eid(row.id))


def _line(row: Provision, lang: Lang) -> _Element:
    text = row.text.in_(lang)
    inner = {
        "title": _E.docTitle,
        "notice-number": _E.docNumber,
    }.get(row.id)
    return _E.p(inner(text) if inner else text, eId=_eid(row.id))


def _article(work: Work, row: Provision, lang: Lang) -> _Element:
    paragraphs = (_paragraph(work, each, lang) for each in work.children(row.id))
    return _E.article(_E.num(row.text.in_(lang)), *paragraphs, eId=_eid(row.id))


def _paragraph(work: Work, row: Provision, lang: Lang) -> _Element:
    eid, items = _eid(row.id), list(work.children(row.id))
    if not items:
        return _E.paragraph(_content(row.text.in_(lang), eid), eId=eid)
    opening = _E.intro(
        _E.p(row.text.in_(lang), eId=f"{eid}__list_1__intro__p_1"), eId=f"{eid}__list_1__intro"
    )
    return _E.paragraph(
        _E.list(opening, *(_point(each, lang) for each in items), eId=f"{eid}__list_1"), eId=eid
    )


def _point(row: Provision, lang: Lang) -> _Element:
    text, eid = row.text.in_(lang), _eid(row.id)
    mark = _NUMBERED[lang].match(text)
    if mark is None:
        raise ValueError(f"{row.id} does not begin with the number of an item")
    return _E.point(_E.num(mark[0]), _content(text[mark.end() :].lstrip(), eid), eId=eid)


def _content(text: str, within: str) -> _Element:
    return _E.content(_E.p(text, eId=f"{within}__content__p_1"), eId=f"{within}__content")


def _eid(eid: str) -> str:
    """Return the eId for an id of ours: ``art-9-p1-i7`` becomes ``art_9__para_1__list_1__point_7``."""
    parsed = ProvisionId.parse(eid)
    if parsed.kind == "chapter":
        return f"chp_{parsed.number}"
    if parsed.kind == "section":
        return f"chp_{parsed.number}__sec_{parsed.section}"
    if parsed.parent is None:
        return eid.replace("-", "_")
    part = f"para_{parsed.paragraph}" if parsed.item is None else f"list_1__point_{parsed.item}"
    return f"{_eid(parsed.parent.text)}__{part}"
