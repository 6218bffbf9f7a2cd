"""Points on which Article 9, paragraph 1, item (7), is silent: what it is to provide information abroad."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

_NONE_FOUND = Text(
    "条文没有定义“提供”，也没有为此写明例外。没有找到权威解释；两种理解均由本站依条文文字归纳。",
    "The text does not define “provide” and states no exception for this. No authoritative interpretation was found; both "
    "readings are drawn from the wording by this site.",
)

ABROAD = quote(
    "vulnerability-provisions:art-9-p1-i7",
    "网络产品提供者之外的境外组织或者个人",
    "organisations or individuals abroad other than the network product provider",
)

CYBER_RESILIENCE_ACT = Reading(
    id="cyber-resilience-act",
    question=Text(
        "欧盟《网络韧性法》第十四条要求就被积极利用的漏洞报告，自2026年9月11日起适用；它与第九条第一款第（七）项如何衔接？",
        "How does the report on actively exploited vulnerabilities under Article 14 of the EU Cyber Resilience Act, which has "
        "applied since 11 September 2026, stand with Article 9(7)?",
    ),
    strict=Text(
        "除产品提供者外，第（七）项没有写明其他例外：未公开的漏洞信息也不得向境外监管机关提供（凡向境外提供，一律如此判断）。",
        "Item (7) states no exception but the provider: what is not public must not go to an authority abroad either (so "
        "the answer is for whatever is shared abroad).",
    ),
    other=Text(
        "依境外法律规定的义务向监管机关报告，不属于第（七）项所指的“提供”。",
        "A report to a regulator under a statutory duty abroad is not the providing that item (7) means.",
    ),
    source=Text(
        "两项规则可能冲突，何者优先本站不作判断；计算器仅从《规定》一侧从严作答。没有找到权威解释。适用日期和对象为两个以上来源；"
        "公开的 Gangmu 工具文档指出同一冲突，也不作判断（一个来源）。",
        "The two rules may collide; this site does not decide which prevails, and the calculator answers strictly, from the side of "
        "the Provisions only. No authoritative interpretation was found. Date and trigger: two or more sources; the public "
        "documentation of the Gangmu tool points out the same conflict and does not decide it either (one source).",
    ),
    basis=(ABROAD,),
)

PROVIDER_ABROAD = Reading(
    id="provider-abroad",
    question=Text(
        "产品提供者在境外的，能否直接通报？", "May a provider that is itself abroad be told directly?"
    ),
    strict=Text(
        "可以，但仅限该产品的提供者本身；其境外关联公司、顾问和第三方平台不在例外之内。",
        "Yes, but only the provider of that product itself; its affiliates, advisers and third-party platforms abroad are not "
        "excepted.",
    ),
    other=Text(
        "由提供者指定的境外接收方，视同提供者。",
        "A recipient abroad that the provider has designated counts as the provider.",
    ),
    source=Text(
        "依第（七）项“网络产品提供者之外”的文字，提供者即使在境外也在例外之内：一个来源，后半为本站推定。",
        "By the words “other than the network product provider” of item (7) the provider is excepted even abroad: one source, the "
        "second half deduced by this site.",
    ),
    basis=(ABROAD,),
)

CVE_REQUEST = Reading(
    id="cve-request",
    question=Text(
        "向境外编号机构申请 CVE 编号，是否构成向境外“提供”未公开信息？",
        "Is asking a numbering authority abroad for a CVE id providing what is not public?",
    ),
    strict=Text(
        "构成：申请须说明漏洞，而编号机构是产品提供者之外的境外组织；由该产品的提供者自己编号的，不在此限。",
        "Yes: a request describes the vulnerability, and the authority is an organisation abroad other than the provider; not "
        "where the provider of that product assigns the number itself.",
    ),
    other=Text(
        "只申请编号、不写可以识别漏洞的内容的，没有提供漏洞信息。",
        "A request for a number alone, with nothing that identifies the vulnerability, provides no vulnerability information.",
    ),
    source=_NONE_FOUND,
    basis=(ABROAD,),
)

PRIVATE_ADVISORY = Reading(
    id="private-advisory",
    question=Text(
        "在境外代码托管平台上建立只限受邀者可见的安全通告，是否构成向境外“提供”？",
        "Is a private security advisory on a code-hosting platform abroad, seen only by those invited, providing abroad?",
    ),
    strict=Text(
        "构成：平台由境外的第三方运营，受邀的人也可能在境外。",
        "Yes: a third party abroad runs the platform, and those invited may be abroad as well.",
    ),
    other=Text(
        "只邀请该产品的提供者的，平台只是传递工具，等同于直接向提供者通报。",
        "Where only the provider of that product is invited, the platform is a mere carrier, and it is the same as telling the "
        "provider directly.",
    ),
    source=_NONE_FOUND,
    basis=(ABROAD,),
)

BOUNTY_PLATFORM_ABROAD = Reading(
    id="bounty-platform-abroad",
    question=Text(
        "通过境外的漏洞赏金平台提交，是否属于向产品提供者通报？",
        "Is submitting through a bounty platform abroad the same as telling the provider?",
    ),
    strict=Text(
        "不属于：平台是产品提供者之外的境外组织，即使由提供者委托。",
        "No: the platform is an organisation abroad other than the provider, even where the provider has engaged it.",
    ),
    other=Text(
        "属于：提供者委托平台接收的，提交给平台就是通报提供者；第七条也鼓励提供者奖励通报漏洞的人。",
        "Yes: where the provider has engaged the platform to receive reports, submitting there is telling the provider; and "
        "Article 7 encourages providers to reward those who tell them.",
    ),
    source=_NONE_FOUND,
    basis=(
        ABROAD,
        quote(
            "vulnerability-provisions:art-7-p3",
            "对发现并通报所提供网络产品安全漏洞的组织或者个人给予奖励",
            "to reward organisations or individuals that discover and communicate security vulnerabilities",
        ),
    ),
)

CONTEST_ABROAD = Reading(
    id="contest-abroad",
    question=Text(
        "在境外的竞赛或者会议上演示尚未公开的漏洞，是否构成向境外“提供”？",
        "Is showing a vulnerability that is not public at a contest or conference abroad providing abroad?",
    ),
    strict=Text(
        "构成：主办方和在场的人都是产品提供者之外的境外组织或者个人。",
        "Yes: the organiser and those present are organisations or individuals abroad other than the provider.",
    ),
    other=Text(
        "主办方只把漏洞转交产品提供者、演示不透露细节的，等同于向提供者通报。",
        "Where the organiser passes the vulnerability to the provider alone, and the show gives no details away, it is the same "
        "as telling the provider.",
    ),
    source=_NONE_FOUND,
    basis=(
        ABROAD,
        quote("vulnerability-provisions:art-9-p1", "会议、竞赛等方式", "conferences and competitions"),
    ),
)

ABROAD_READINGS = (
    CYBER_RESILIENCE_ACT,
    PROVIDER_ABROAD,
    CVE_REQUEST,
    PRIVATE_ADVISORY,
    BOUNTY_PLATFORM_ABROAD,
    CONTEST_ABROAD,
)
