"""Points on which the Provisions are silent about time: the strict reading first, the other beside it."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text
from calculators.vulnerabilities.law.readings_scope import SCOPE

_NONE_FOUND = Text("没有找到权威解释。", "No authoritative interpretation was found.")
_TWO_DAYS = quote("vulnerability-provisions:art-7-p1-i2", "应当在2日内", "They shall, within 2 days")

TWO_DAYS = Reading(
    id="two-days",
    question=Text("“2日内”如何计算？", "How are the “2 days” counted?"),
    strict=Text(
        "自发现或者获知之时起48小时，昼夜连续，节假日不顺延。",
        "48 hours from when it was discovered or learned of, around the clock, holidays included.",
    ),
    other=Text(
        "参照《民法典》，发现或者获知的当日不计入，至其后第二日24时。",
        "By analogy to the Civil Code the day of discovery is left out: to 24:00 of the second day after it.",
    ),
    source=Text(
        "没有找到官方关于如何计算的说明；公开评论有的写“48小时”（两个以上来源），有的写“2日”（两个以上来源），未见主张工作日的。"
        "工业和信息化部2022年的备案规定指工作日时写明“10个工作日”，据此不宜把此处的“日”理解为工作日（报道为一个来源，本站推定）。当日计入、至次日24时的算法，未见有人主张。",
        "No official statement on the count was found; commentators write “48 hours” (two or more sources) or “2 days” (two or more "
        "sources), none working days. MIIT's filing rule of 2022 writes “10 working days” where it means them, which speaks against "
        "working days here (one source, deduced by this site). Nobody was found to count the first day in, to 24:00 of the next day.",
    ),
    basis=(_TWO_DAYS,),
)

TWO_DAYS_START = Reading(
    id="two-days-start",
    question=Text("“2日内”从何时起算？", "When do the “2 days” start?"),
    strict=Text(
        "自发现或者获知漏洞之时起算，不等验证完成。",
        "When the vulnerability is discovered or learned of, without waiting for verification.",
    ),
    other=Text("自验证确认漏洞存在之时起算。", "When verification has confirmed the vulnerability."),
    source=Text(
        "第（二）项没有写起算点，第（一）项自“发现或者获知”起（条文本身，一个来源）；两项连读见于公开评论，属本站推定。",
        "Item (2) names no start of its own; item (1) starts at discovering or learning of it; commentary reads the two together (one "
        "source, and deduced by this site).",
    ),
    basis=(
        _TWO_DAYS,
        quote(
            "vulnerability-provisions:art-7-p1-i1",
            "发现或者获知所提供网络产品存在安全漏洞后",
            "After discovering or learning of a security vulnerability existing in a network product that they provide",
        ),
    ),
)

SIX_MONTHS = Reading(
    id="six-months",
    question=Text("“不少于6个月”留存到何时为止？", "Until when does “not less than 6 months” run?"),
    strict=Text(
        "形成当日不计入，留存至6个月后对应日的24时；当月没有对应日的，至该月末日24时（期间较长）。",
        "The day of the entry is left out: kept through 24:00 of the corresponding day six months on, or of the last day of that month "
        "where there is none (the longer time).",
    ),
    other=Text(
        "形成当日计入，留存至对应日的前一日24时。",
        "The day of the entry counts: kept through 24:00 of the day before that.",
    ),
    source=Text(
        "参照《民法典》第二百零一条、第二百零二条（两个以上来源），其适用为本站推定。" + _NONE_FOUND.zh,
        "By analogy to Civil Code arts 201 and 202 (two or more sources); that they apply is deduced by this site. "
        + _NONE_FOUND.en,
    ),
    basis=(quote("vulnerability-provisions:art-5-p1", "不少于6个月", "not less than 6 months"),),
)

UPSTREAM_REPORT = Reading(
    id="whose-product",
    question=Text(
        "漏洞在上游组件时，使用该组件的提供者是否也须报送？",
        "Does a provider that uses an upstream component with a vulnerability report it too?",
    ),
    strict=Text(
        "须报送：其所提供的产品因该组件而存在漏洞。",
        "Yes: through the component its own product has the vulnerability.",
    ),
    other=Text(
        "由上游提供者报送，使用者只须立即通知上游。",
        "The upstream provider reports; the one who uses the component only notifies it immediately.",
    ),
    source=_NONE_FOUND,
    basis=(
        _TWO_DAYS,
        quote(
            "vulnerability-provisions:art-7-p1-i1",
            "对属于其上游产品或者组件存在的安全漏洞",
            "for a security vulnerability existing in one of their upstream products or components",
        ),
    ),
)

READINGS = (
    TWO_DAYS,
    TWO_DAYS_START,
    SIX_MONTHS,
    UPSTREAM_REPORT,
    *SCOPE,
)
"""All of them; which bear on a case is the calculator's matter."""
