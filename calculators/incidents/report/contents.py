"""What a report must contain (Article 7 of the Measures, from the digest), and where it may be made (Q&A, question 6)."""

from __future__ import annotations

from dataclasses import replace

from calculators.kernel.citation import Citation, digest, quote
from calculators.kernel.facts import Facts
from calculators.kernel.finding.parts import Channel, ChannelList, Channels, Contents, Item
from calculators.kernel.logic import UNKNOWN
from calculators.kernel.text import Text, both

CONTENTS_BASIS = digest("incident-measures:art-7", "2S")
_BASIS = (CONTENTS_BASIS.at,)

CONTENTS: tuple[Item, ...] = (
    Item(
        item="1",
        text=Text(
            "事发单位名称，受影响系统或者设施的基本情况",
            "Name of the affected unit and basic facts of the affected system or facility",
        ),
        may_follow=False,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="2",
        text=Text(
            "发现或者发生的时间、地点，事件类型、等级，已造成的影响和危害，已采取的措施及其效果",
            "Time and place of discovery or occurrence; type and grade of the incident; impact and harm so far; measures taken "
            "and their effect",
        ),
        may_follow=False,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="3",
        text=Text(
            "事态发展趋势，可能进一步造成的影响和危害",
            "How the situation is developing; possible further impact and harm",
        ),
        may_follow=True,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="4",
        text=Text("对原因的初步分析", "Preliminary analysis of the cause"),
        may_follow=True,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="5",
        text=Text(
            "溯源线索，包括可能的攻击者、攻击路径、所涉漏洞等",
            "Leads for tracing, such as the possible attacker, the attack path and the vulnerabilities involved",
        ),
        may_follow=True,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="6",
        text=Text("拟进一步采取的措施，请求支援的事项", "Further measures planned and requests for support"),
        may_follow=True,
        confidence="2S",
        basis=_BASIS,
    ),
    Item(
        item="7",
        text=Text(
            "现场保护情况",
            "How the scene is being preserved",
        ),
        may_follow=True,
        confidence="1S",
        basis=_BASIS,
    ),
    Item(
        item="8",
        text=Text(
            "其他应当报告的情况",
            "Any other matters on which the operator shall report",
        ),
        may_follow=True,
        confidence="1S",
        basis=_BASIS,
    ),
)

RANSOM = Item(
    item="2+",
    text=Text(
        "勒索软件攻击：另写明要求支付赎金的金额、方式、日期等（归入第2项系本站推定）",
        "Ransomware: also the amount, the way and the date of the ransom demanded, and the like (that it belongs to item 2 is deduced "
        "by this site)",
    ),
    may_follow=False,
    confidence="2S",
    basis=_BASIS,
)

CONTENTS_ORDER = Text(
    "第3项以后的次序未核实。规定时间内不能判定事发原因、影响或者发展趋势等情况的，可以先报第1、2项，其余及时补报。",
    "The order of the items from 3 on is not verified. Where cause, impact, trend and the like cannot be determined within the "
    "prescribed time, items 1 and 2 may go first; the rest follows promptly.",
)


_Q6 = "incident-qa:q6-p1"

CHANNELS: tuple[tuple[Channel, Citation], ...] = (
    (
        Channel(
            name=Text("热线电话", "Hotline"),
            value=both("12387"),
            url="tel:12387",
        ),
        quote(
            _Q6,
            "可拨打12387网络安全事件报告热线按语音提示进行报告",
            "they may dial the 12387 cybersecurity incident reporting hotline and report by following the voice prompts",
        ),
    ),
    (
        Channel(
            name=Text("官网", "Website"),
            value=both("12387.cert.org.cn"),
            url="https://12387.cert.org.cn",
        ),
        quote(
            _Q6,
            "可访问网络安全事件报告官网12387.cert.org.cn进行报告",
            "they may visit the official cybersecurity incident reporting website 12387.cert.org.cn to report",
        ),
    ),
    (
        Channel(
            name=Text("微信小程序", "WeChat mini program"),
            value=Text(
                "搜索“12387”，点击“事件报告”", "Search “12387”, then tap “事件报告” (incident report)"
            ),
            url=None,
        ),
        quote(
            _Q6,
            "可微信搜索“12387”小程序，进入首页后点击“事件报告”",
            "they may search in WeChat for the mini-program “12387” and, after entering its home page, tap “事件报告” (incident report)",
        ),
    ),
    (
        Channel(
            name=Text("微信公众号", "WeChat official account"),
            value=Text(
                "“国家互联网应急中心CNCERT”，点击“事件报告”",
                "“国家互联网应急中心CNCERT”, then tap “事件报告” (incident report)",
            ),
            url=None,
        ),
        quote(
            _Q6,
            "可关注“国家互联网应急中心CNCERT”微信公众号，点击“事件报告”",
            "they may follow the WeChat official account “国家互联网应急中心CNCERT” (National Internet Emergency Center CNCERT) and tap “事件报告” (incident report)",
        ),
    ),
    (
        Channel(
            name=Text("电子邮箱", "E-mail"),
            value=both("12387@cert.org.cn"),
            url="mailto:12387@cert.org.cn",
        ),
        quote(
            _Q6,
            "可发送邮件至邮箱12387@cert.org.cn报告",
            "they may send an e-mail to the e-mail address 12387@cert.org.cn to report",
        ),
    ),
    (
        Channel(
            name=Text("传真", "Fax"),
            value=both("010-82992387"),
            url=None,
        ),
        quote(_Q6, "可发送传真至010-82992387报告", "they may send a fax to 010-82992387 to report"),
    ),
)
"""Each way, with the words of the Q&A from which it is taken."""

CHANNELS_NOTE = Text(
    "12387是网信部门的渠道。没有来源说明，报了12387就不必再报保护工作部门、公安机关。",
    "These channels belong to the cyberspace administrations. No source says that a report there replaces the one to the "
    "protection department and the public security organ.",
)

_IF_RANSOM = Text("如果是勒索软件攻击", "if it is a ransomware attack")


def contents(facts: Facts, *, reported: bool) -> Contents:
    """Return what the report must contain, item by item; nothing where the procedure does not apply."""
    if not reported:
        return Contents(contents=(), contents_note=None)
    ransomware = facts.answers["ransomware"]
    items = list(CONTENTS)
    if ransomware != "no":
        items.insert(2, replace(RANSOM, condition_text=_IF_RANSOM if ransomware == UNKNOWN else None))
    return Contents(contents=tuple(items), contents_note=CONTENTS_ORDER)


def channels() -> Channels:
    """Return the six channels with the note on whose they are."""
    return Channels(
        channels=ChannelList(
            items=tuple(channel for channel, _ in CHANNELS),
            note=CHANNELS_NOTE,
            duties=("report-provincial",),
            basis=(_Q6,),
        )
    )
