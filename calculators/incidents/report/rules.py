"""The reporting duties of the Measures, one rule each, in the order in which they fall due.

The Q&A is quoted where it states a rule word for word; where only the Measures do (the floor of 较大, the
contents, the 30 days), the rule cites the digest with its confidence.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from calculators.incidents.law import figures
from calculators.kernel.citation import digest, quote
from calculators.kernel.dated import AS_IT_STANDS
from calculators.kernel.duties.clocks import FromInstant, FromReceipt, OverDays
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.duties.states import Receipt
from calculators.kernel.logic import all_of, fact_is
from calculators.kernel.text import Text

OPERATOR = Text("网络运营者", "Network operator")
PROTECTION = Text("保护工作部门", "Protection department")
POLICE = Text("公安机关", "Public security organ")
OFFICE = Text("本部门网信工作机构", "The department's own cyberspace office")
PROVINCIAL = Text("属地省级网信部门", "Local provincial cyberspace administration")
NATIONAL = Text("国家网信部门", "National cyberspace administration")
FIRST_RECIPIENTS = Text("首次报告的接收单位（推定）", "The recipients of the first report (deduced)")

REPORTABLE = fact_is(
    "grade",
    "relatively_major",
    "major",
    "particularly_major",
    "relatively_major_or_above",
    zh="事件等级为较大以上",
    en="the grade is relatively major (较大) or above",
    denied=Text("事件等级为一般", "the grade is general (一般)"),
)
MAJOR = fact_is(
    "grade",
    "major",
    "particularly_major",
    leaving_open=("relatively_major_or_above",),
    zh="事件等级为重大或者特别重大",
    en="the grade is major (重大) or particularly major (特别重大)",
    denied=Text("事件等级不到重大", "the grade is below major (重大)"),
)
_CII = Text("涉及关键信息基础设施", "critical information infrastructure is involved")
_NO_CII = Text("不涉及关键信息基础设施", "no critical information infrastructure is involved")
CII = fact_is("cii", "yes", zh=_CII.zh, en=_CII.en, denied=_NO_CII)
NOT_CII = fact_is("cii", "no", zh=_NO_CII.zh, en=_NO_CII.en, denied=_CII)
_CENTRAL = Text(
    "运营者属于中央和国家机关各部门或者其直属单位",
    "the operator is a department of the central and state organs or a unit directly under one",
)
_NOT_CENTRAL = Text(
    "运营者不属于中央和国家机关各部门及其直属单位",
    "the operator is neither a department of the central and state organs nor a unit directly under one",
)
CENTRAL = fact_is("central_body", "yes", zh=_CENTRAL.zh, en=_CENTRAL.en, denied=_NOT_CENTRAL)
NOT_CENTRAL = fact_is("central_body", "no", zh=_NOT_CENTRAL.zh, en=_NOT_CENTRAL.en, denied=_CENTRAL)
CRIME = fact_is(
    "suspected_crime",
    "yes",
    zh="涉嫌违法犯罪",
    en="an unlawful or criminal act is suspected",
    denied=Text("不涉嫌违法犯罪", "no unlawful or criminal act is suspected"),
)
SECTOR = fact_is(
    "sector_rules",
    "yes",
    zh="本行业领域有专门规定",
    en="the sector has rules of its own",
    denied=Text("本行业领域没有专门规定", "the sector has no rules of its own"),
)

FLOOR = digest("incident-measures:art-4", "2S")
"""Only incidents from 较大 up follow the procedure: the Q&A does not say so, Article 4 does."""


_THE_PROTECTION_DEPARTMENT = Text("保护工作部门", "the protection department")
_THE_POLICE = Text("公安机关", "the public security organ")
_THE_OFFICE = Text("本部门网信工作机构", "the department's own cyberspace office")
_THE_PROVINCE = Text("属地省级网信部门", "the provincial cyberspace administration")
"""Who received the first report: with critical information infrastructure the time given is the protection department's."""

_AT_MOST = Text("最迟不得超过{limit}", "at most {limit}")
_RELAYED = Text("收到报告后，最迟不得超过{limit}", "at most {limit} after receiving the report")
_HALF_AN_HOUR = Text("半小时", "half an hour")
"""So the Q&A says; the figure is 30 minutes."""


@lru_cache(maxsize=16)
def rules_on(day: date) -> tuple[DutyRule, ...]:
    """Return the duties as the law of a day has them, each after those that it builds on."""
    return (
        DutyRule(
            id="report-cii",
            name=Text(
                "向保护工作部门、公安机关报告",
                "Report to the protection department and the public security organ",
            ),
            sender=OPERATOR,
            recipients=(PROTECTION, POLICE),
            timing="limit",
            timing_text=_AT_MOST.fill(limit=figures.CII_REPORT.on(day).text),
            condition=all_of(CII, REPORTABLE),
            clock=FromInstant("aware_at", figures.CII_REPORT.on(day)),
            receipt=Receipt(fact="received_at", by=_THE_PROTECTION_DEPARTMENT, not_known_of=_THE_POLICE),
            basis=(
                quote(
                    "incident-qa:q5-p1",
                    "应当第一时间向保护工作部门、公安机关报告，最迟不得超过1小时",
                    "shall report to the protection department and the public security organ at the first opportunity, and within 1 hour at the latest",
                ),
                FLOOR,
            ),
        ),
        DutyRule(
            id="report-central",
            name=Text("向本部门网信工作机构报告", "Report to the department's own cyberspace office"),
            sender=OPERATOR,
            recipients=(OFFICE,),
            timing="limit",
            timing_text=_AT_MOST.fill(limit=figures.CENTRAL_REPORT.on(day).text),
            condition=all_of(CENTRAL, REPORTABLE),
            clock=FromInstant("aware_at", figures.CENTRAL_REPORT.on(day)),
            receipt=Receipt(fact="received_at", by=_THE_OFFICE, speaks_if=NOT_CII),
            basis=(
                quote(
                    "incident-qa:q5-p2",
                    "应当及时向本部门网信工作机构报告，最迟不得超过2小时",
                    "shall promptly report to the cyberspace office of its own department, and within 2 hours at the latest",
                ),
                FLOOR,
            ),
        ),
        DutyRule(
            id="report-provincial",
            name=Text("向属地省级网信部门报告", "Report to the provincial cyberspace administration"),
            sender=OPERATOR,
            recipients=(PROVINCIAL,),
            timing="limit",
            timing_text=_AT_MOST.fill(limit=figures.PROVINCIAL_REPORT.on(day).text),
            condition=all_of(NOT_CII, NOT_CENTRAL, REPORTABLE),
            clock=FromInstant("aware_at", figures.PROVINCIAL_REPORT.on(day)),
            receipt=Receipt(fact="received_at", by=_THE_PROVINCE),
            basis=(
                quote(
                    "incident-qa:q5-p3",
                    "其他网络运营者应当及时向属地省级网信部门报告，最迟不得超过4小时",
                    "Other network operators shall promptly report to the local provincial cyberspace administration, and within 4 hours at the latest",
                ),
                FLOOR,
            ),
        ),
        DutyRule(
            id="relay-cii",
            name=Text("保护工作部门转报", "Relay by the protection department"),
            sender=PROTECTION,
            recipients=(NATIONAL, Text("国务院公安部门", "Public security department of the State Council")),
            by_authority=True,
            timing="limit",
            timing_text=_RELAYED.fill(limit=_HALF_AN_HOUR),
            condition=all_of(CII, MAJOR),
            clock=FromReceipt("report-cii", "received_at", figures.CII_RELAY.on(day)),
            after="report-cii",
            basis=(
                quote(
                    "incident-qa:q5-p1",
                    "保护工作部门在收到报告后，应当第一时间向国家网信部门、国务院公安部门报告，最迟不得超过半小时",
                    "the protection department shall, after receiving the report, report to the national cyberspace administration and the public security department of the State Council at the first opportunity, and within half an hour at the latest",
                ),
            ),
        ),
        DutyRule(
            id="relay-central",
            name=Text("网信工作机构转报", "Relay by the cyberspace office"),
            sender=Text("各部门网信工作机构", "Cyberspace office of the department"),
            recipients=(NATIONAL,),
            by_authority=True,
            timing="limit",
            timing_text=_RELAYED.fill(limit=figures.CENTRAL_RELAY.on(day).text),
            condition=all_of(CENTRAL, MAJOR),
            clock=FromReceipt("report-central", "received_at", figures.CENTRAL_RELAY.on(day)),
            after="report-central",
            basis=(
                quote(
                    "incident-qa:q5-p2",
                    "各部门网信工作机构在收到报告后，应当第一时间向国家网信部门报告，最迟不得超过1小时",
                    "the cyberspace office of the department shall, after receiving the report, report to the national cyberspace administration at the first opportunity, and within 1 hour at the latest",
                ),
            ),
        ),
        DutyRule(
            id="inform-departments",
            name=Text("国家网信部门向有关部门通报", "Communication to the relevant departments"),
            sender=NATIONAL,
            recipients=(Text("有关部门", "The relevant departments"),),
            by_authority=True,
            timing="prompt",
            timing_text=Text("收到报告后及时", "promptly after receiving the report"),
            condition=all_of(CENTRAL, MAJOR),
            after="relay-central",
            basis=(
                quote(
                    "incident-qa:q5-p2",
                    "国家网信部门收到报告后及时向有关部门通报",
                    "After receiving the report, the national cyberspace administration promptly communicates it to the relevant departments",
                ),
            ),
        ),
        DutyRule(
            id="relay-provincial",
            name=Text("省级网信部门转报", "Relay by the provincial cyberspace administration"),
            sender=Text("省级网信部门", "Provincial cyberspace administration"),
            recipients=(NATIONAL,),
            by_authority=True,
            timing="limit",
            timing_text=_RELAYED.fill(limit=figures.PROVINCIAL_RELAY.on(day).text),
            condition=all_of(NOT_CII, NOT_CENTRAL, MAJOR),
            clock=FromReceipt("report-provincial", "received_at", figures.PROVINCIAL_RELAY.on(day)),
            after="report-provincial",
            basis=(
                quote(
                    "incident-qa:q5-p3",
                    "省级网信部门在收到报告后，应当第一时间向国家网信部门报告，最迟不得超过1小时",
                    "the provincial cyberspace administration shall, after receiving the report, report to the national cyberspace administration at the first opportunity, and within 1 hour at the latest",
                ),
            ),
        ),
        DutyRule(
            id="inform-peers",
            name=Text("省级网信部门向同级有关部门通报", "Communication to departments at the same level"),
            sender=Text("省级网信部门", "Provincial cyberspace administration"),
            recipients=(Text("同级有关部门", "The relevant departments at the same level"),),
            by_authority=True,
            timing="prompt",
            timing_text=Text("与转报同时", "at the same time as the relay"),
            condition=all_of(NOT_CII, NOT_CENTRAL, MAJOR),
            after="report-provincial",
            basis=(
                quote(
                    "incident-qa:q5-p3",
                    "并同时向同级有关部门通报",
                    "and at the same time communicate it to the relevant departments at the same level",
                ),
            ),
        ),
        DutyRule(
            id="report-crime",
            name=Text("向公安机关报案", "Report the case to the public security organ"),
            sender=OPERATOR,
            recipients=(POLICE,),
            timing="prompt",
            timing_text=Text("及时", "promptly"),
            condition=CRIME,
            basis=(
                quote(
                    "incident-qa:q5-p5",
                    "涉嫌违法犯罪的，网络运营者应当及时向公安机关报案",
                    "Where an unlawful or criminal act is suspected, the network operator shall promptly report the case to the public security organ",
                ),
            ),
        ),
        DutyRule(
            id="report-sector",
            name=Text(
                "按行业主管监管部门要求报告",
                "Report as the competent and regulatory departments of the sector require",
            ),
            sender=OPERATOR,
            recipients=(Text("行业主管监管部门", "Competent and regulatory departments of the sector"),),
            timing="prompt",
            timing_text=Text(
                "按行业专门规定；《办法》未定时限", "as the sector's own rules say; the Measures set no limit"
            ),
            condition=SECTOR,
            basis=(
                quote(
                    "incident-qa:q5-p4",
                    "本行业领域有专门规定的，网络运营者还应当按照行业主管监管部门要求报告",
                    "Where there are special provisions in the sector or field concerned, the network operator shall also report as required by the competent and regulatory departments of the sector",
                ),
            ),
        ),
        DutyRule(
            id="supplement",
            name=Text("补报", "Supplementary report"),
            sender=OPERATOR,
            recipients=(FIRST_RECIPIENTS,),
            timing="prompt",
            timing_text=Text("及时", "promptly"),
            condition=REPORTABLE,
            basis=(digest("incident-measures:art-7", "2S"),),
        ),
        DutyRule(
            id="summary",
            name=Text("报送总结报告", "Closing summary report"),
            sender=OPERATOR,
            recipients=(
                Text(
                    "首次报告的接收单位（经原渠道报送）",
                    "The recipients of the first report, by the same channel",
                ),
            ),
            timing="limit",
            timing_text=Text("处置结束后{limit}内", "within {limit} after handling ends").fill(
                limit=figures.SUMMARY.on(day).text
            ),
            condition=REPORTABLE,
            clock=OverDays("handled_on", figures.SUMMARY.on(day)),
            basis=(digest("incident-measures:art-8", "2S"),),
        ),
    )


RULES = rules_on(AS_IT_STANDS)
