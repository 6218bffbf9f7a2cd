"""Points on which Article 9, paragraph 1, item (7), is silent: what it is to provide information abroad."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

ABROAD = quote(
    "vulnerability-provisions:art-9-p1-i7",
    "网络产品提供者之外的境外组织或者个人",
    "organisations or individuals abroad, other than the network product provider",
)

CYBER_RESILIENCE_ACT = Reading(
    id="cyber-resilience-act",
    question=Text(
        "欧盟《网络韧性法》第十四条要求的报告，与第九条第一款第（七）项如何衔接？",
        "How does the report under Article 14 of the EU Cyber Resilience Act stand with Article 9(7)?",
    ),
    strict=Text(
        "除产品提供者外，第（七）项没有写明其他例外：未公开的漏洞信息也不得向境外监管机关提供（本站计算器对向境外提供一律如此判断）。",
        "Item (7) states no exception but the provider: what is not public must not go to an authority abroad either (used here for "
        "whatever is shared abroad).",
    ),
    other=Text(
        "依境外法律规定的义务向监管机关报告，不属于第（七）项所指的“提供”。",
        "A report to a regulator under a statutory duty abroad is not the providing that item (7) means.",
    ),
    source=Text(
        "两项规则可能冲突，何者优先本站不作判断；计算器仅从《规定》一侧从严作答。未检索到权威解释。公开的 Gangmu 工具文档指出同一冲突，也不作判断（一个来源）。",
        "The two rules may collide; this site does not decide which prevails, and the calculator answers strictly, from the side of "
        "the Provisions only. No authoritative interpretation was found. The public documentation of the Gangmu tool points out the same conflict and does not decide it either (one source).",
    ),
    basis=(ABROAD,),
)

PROVIDER_ABROAD = Reading(
    id="provider-abroad",
    question=Text(
        "产品提供者在境外的，能否直接通报？", "May a provider that is itself abroad be told directly?"
    ),
    strict=Text(
        "可以，但仅限该产品的提供者本身；其境外关联公司、顾问和第三方平台不在例外之内（本站计算器采用）。",
        "Yes, but only the provider of that product itself; its affiliates, advisers and third-party platforms abroad are not "
        "excepted (used here).",
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
