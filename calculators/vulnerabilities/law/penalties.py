"""What the Provisions say may follow, with the Cybersecurity Law's articles as numbered on a day.

Information, never a prediction: each article says that the Cybersecurity Law applies where its own elements
are met. The text keeps the old numbers; the new ones are by subject and the amending Decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel.dated import AS_IT_STANDS, Dated, since
from calculators.kernel.finding.parts import Penalties, SourcedText
from calculators.kernel.provisions.numerals import numeral
from calculators.kernel.text import Text, date_text
from calculators.kernel.works import Confidence
from calculators.vulnerabilities.law.figures import IN_FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """One of articles 12 to 15: the conduct, who deals with it, and the article of the Cybersecurity Law."""

    conduct: Text
    authority: Text
    article: Dated[int]
    basis: str
    confidence: Confidence
    more: Text | None = None
    """What the article adds: a sentence of its own."""


RENUMBERED = date(2026, 1, 1)
"""Since when the Cybersecurity Law has its new numbers, by the Decision that amended it."""

_MIIT_MPS = Text("工业和信息化部、公安部", "MIIT and MPS")

PENALTIES: tuple[Penalty, ...] = (
    Penalty(
        conduct=Text(
            "网络产品提供者未按规定采取补救或者报告措施", "A provider fails its remedial or reporting duties"
        ),
        authority=_MIIT_MPS,
        article=since(IN_FORCE, 60).then(RENUMBERED, 62),
        basis="vulnerability-provisions:art-12-p1",
        confidence="INF",
    ),
    Penalty(
        conduct=Text("网络运营者未按规定采取修补或者防范措施", "An operator fails to patch or to prevent"),
        authority=Text("有关主管部门", "the relevant competent departments"),
        article=since(IN_FORCE, 59).then(RENUMBERED, 61),
        basis="vulnerability-provisions:art-13-p1",
        confidence="INF",
    ),
    Penalty(
        conduct=Text("违反规定收集、发布漏洞信息", "Collecting or publishing in violation of the Provisions"),
        authority=_MIIT_MPS,
        article=since(IN_FORCE, 62).then(RENUMBERED, 65),
        basis="vulnerability-provisions:art-14-p1",
        confidence="INF",
    ),
    Penalty(
        conduct=Text(
            "利用漏洞从事危害网络安全活动，或者为此提供技术支持",
            "Exploiting a vulnerability, or technical support for it",
        ),
        authority=Text("公安机关", "public security organs"),
        more=Text("构成犯罪的，依法追究刑事责任。", " Where it is a crime, criminal liability follows."),
        article=since(IN_FORCE, 63).then(RENUMBERED, 66),
        basis="vulnerability-provisions:art-15-p1",
        confidence="INF",
    ),
)

_TEXT = Text(
    "{conduct}：由{authority}依法处理；构成《网络安全法》{article}规定情形的，依照该规定处罚。{more}",
    "{conduct}: dealt with by {authority}; where the elements of {article} are met, penalties follow that article.{more}",
)
_SINCE = Text(
    "第{new_zh}条（{since}前为第{old_zh}条）",
    "Article {new} of the Cybersecurity Law (before {since}: Article {old})",
)
_BEFORE = Text(
    "第{old_zh}条（{since}起为第{new_zh}条）",
    "Article {old} of the Cybersecurity Law (since {since}: Article {new})",
)
PENALTIES_NOTE = Text(
    "仅供了解，不是对处罚的预测。条文引用的是旧条号；新条号依据修改决定和条文主题对应。",
    "For information, not a prediction. The text cites the old numbers; the new ones follow the amending Decision and the subject.",
)


def penalties(day: date) -> Penalties:
    """Return the penalties as the finding of a case of that day lists them."""
    listed = tuple(_sentence(each, day) for each in PENALTIES)
    return Penalties(penalties=listed, penalties_note=PENALTIES_NOTE)


def _sentence(penalty: Penalty, day: date) -> SourcedText:
    old, new = penalty.article.on(RENUMBERED - timedelta(days=1)), penalty.article.on(AS_IT_STANDS)
    article = (_BEFORE if day < RENUMBERED else _SINCE).fill(
        old=old, new=new, old_zh=numeral(old), new_zh=numeral(new), since=date_text(RENUMBERED)
    )
    text = _TEXT.fill(
        conduct=penalty.conduct, authority=penalty.authority, article=article, more=penalty.more or ""
    )
    return SourcedText(text=text, confidence=penalty.confidence, basis=(penalty.basis,))
