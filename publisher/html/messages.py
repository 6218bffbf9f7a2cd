"""The few words of ours that stand around the law on every page, in both languages."""

from __future__ import annotations

from pathlib import Path

from calculators.data import read_toml
from calculators.kernel.text import Lang, Text, text_of
from calculators.kernel.works import Confidence, Work

LANG_TAGS: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
"""What goes into the ``lang`` attribute of a run of text."""

PARTICULARS = Text("文件信息", "About this document")
TITLE = Text("名称", "Title")
ISSUER = Text("制定机关", "Issued by")
ANSWERED_BY = Text("答问机关", "Answered by")
NUMBER = Text("发文字号", "Number")
ISSUED = Text("成文日期", "Dated")
PUBLISHED = Text("公布日期", "Made public")
IN_FORCE = Text("施行日期", "In force")
OTHER_IN_FORCE = Text("{law}自{day}起施行", "{law}, since {day}")
TAKEN_FROM = Text("文本来源", "Source")
CHECKED_ON = Text("核对日期", "Checked on")
CHECKED_AGAINST = Text("核对依据", "Checked against")
EDITION = Text("版本", "Edition")
DATA = Text("数据", "Data")
LANGUAGES = Text("语言效力", "Governing text")
OFFICIAL = Text("官方页面", "Official page")

SINCE = Text("{day}起施行", "in force since {day}")
NOT_COMPARED = Text("未与官方网页逐字核对", "not compared with the official page")
"""What the head of each work says of it in full; a test compares."""
BESIDE_NUMBERS = Text(
    "条号旁的小字是本站提要，不是原文。",
    "The small notes beside the numbers are our summaries, not the text.",
)
COLON = Text("：", ": ")

CHINESE_GOVERNS = Text(
    "以中文文本为准。英文由本站翻译，非官方译本，仅供参考。",
    "The Chinese text governs. The English is this site’s own translation: unofficial, for reference only.",
)
NO_OFFICIAL_PAGE = Text("尚未查得官方页面地址。", "No official address has been found yet.")

ADDRESS_CONFIDENCE: dict[Confidence, Text] = {
    "2S": Text("地址见于两个独立来源", "address confirmed by two independent sources"),
    "1S": Text("地址见于一个来源", "address from one source"),
    "PRESS": Text("地址仅见于新闻报道", "address from press reports only"),
    "INF": Text("地址系推定", "address deduced"),
    "OPEN": Text("地址未经核实", "address not verified"),
}

CONFIDENCE_MEANING: dict[Confidence, Text] = {
    "2S": Text(
        "至少两个相互独立、涉及现行文本的来源说法一致",
        "at least two independent sources on the text in force agree",
    ),
    "1S": Text("只有一个涉及现行文本的来源", "one source on the text in force"),
    "PRESS": Text(
        "只见于新闻报道，且多出自同一篇报道",
        "press reports only, most of them going back to a single report",
    ),
    "INF": Text("本站根据上下文推断，没有来源直接写明", "deduced by us; no source says it in so many words"),
    "OPEN": Text("未能核实，请查阅官方页面", "could not be verified; please read the official page"),
}

GIST = Text("本站提要", "Our summary")
DIGEST = Text("摘要", "digest")
DIGEST_TITLE = Text("这是本站摘要，不是法规原文", "This is our digest, not the text")
DIGEST_NOTICE = Text(
    "以下内容由本站根据公开资料自行归纳，不得作为条文引用。每一项均注明来源和可靠程度。办理具体事项，请以官方页面公布的文本为准。",
    "What follows is put in our own words from public material and must not be quoted as the text. "
    "Every statement names its sources and says how sure it is. For any actual case, read the official page.",
)
NUMBER_DEDUCED = Text("条号系推定", "article number deduced")
SOURCES = Text("来源", "Sources")
OUR_NOTE = Text("本站注", "Our note")

_DIGEST_OF = Text("《{zh}》（本站摘要）", "{en} (digest)")
THIS_SITE = Text("本站（非官方）", "This site (unofficial)")

NOTICE_OF_ISSUE = Text("印发通知", "Notice of Issue")
FULL_TEXT = Text("正文", "Text")


def read_texts(file: Path) -> dict[str, Text]:
    """Return sentences from the TOML file that keeps them by key, in both languages."""
    return read_toml(file, lambda table: {key: text_of(row) for key, row in table.items()})


def each_issuer(issuer: Text) -> tuple[Text, ...]:
    """Return the issuers of a work one by one; they are listed with 、 in Chinese and with commas in English."""
    names = zip(issuer.zh.split("、"), issuer.en.split(", "), strict=True)
    return tuple(Text(zh, en) for zh, en in names)


def work_title(work: Work) -> Text:
    """Return the title of a work as a sentence names it; that of a digest says what it is."""
    return digest_title(work) if work.kind == "digest" else work.named


def digest_title(work: Work) -> Text:
    """Return the title of a digest of ours, which must not pass for the law itself."""
    return _DIGEST_OF.fill(zh=work.title.zh, en=work.title.en)
