"""Who has duties under the Provisions, and the conditions on which they rest."""

from __future__ import annotations

from calculators.kernel.logic import fact_is
from calculators.kernel.text import Text

PROVIDER = Text("网络产品提供者", "Network product provider")
OPERATOR = Text("网络运营者", "Network operator")
FINDER = Text("漏洞的发现者", "Finder")
PLATFORM = Text("漏洞收集平台", "Vulnerability collection platform")
NVDB = Text(
    "工业和信息化部网络安全威胁和漏洞信息共享平台",
    "Cybersecurity Threat and Vulnerability Information Sharing Platform of MIIT",
)
ALL_THREE = Text(
    "网络产品提供者、网络运营者或者漏洞收集平台",
    "Network product provider, network operator or vulnerability collection platform",
)
PRODUCT_PROVIDER = Text("产品的提供者", "The product's provider")

IS_PROVIDER = fact_is(
    "role",
    "provider",
    zh="您是网络产品提供者",
    en="you are the network product provider",
    denied=Text("您不是网络产品提供者", "you are not the network product provider"),
)
IS_OPERATOR = fact_is(
    "role",
    "operator",
    zh="您是网络运营者",
    en="you are a network operator",
    denied=Text("您不是网络运营者", "you are no network operator"),
)
IS_FINDER = fact_is(
    "role",
    "finder",
    zh="您是漏洞的发现者、收集者",
    en="you discover or collect vulnerabilities",
    denied=Text("您不是漏洞的发现者、收集者", "you neither discover nor collect vulnerabilities"),
)
IS_PLATFORM = fact_is(
    "role",
    "platform",
    zh="您是漏洞收集平台",
    en="you are a vulnerability collection platform",
    denied=Text("您不是漏洞收集平台", "you are no vulnerability collection platform"),
)
HAS_INTAKE = fact_is(
    "role",
    "provider",
    "operator",
    "platform",
    zh="您是网络产品提供者、网络运营者或者漏洞收集平台",
    en="you are a network product provider, a network operator or a vulnerability collection platform",
    denied=Text(
        "您不是网络产品提供者、网络运营者或者漏洞收集平台",
        "you are no network product provider, network operator or vulnerability collection platform",
    ),
)
UPSTREAM = fact_is(
    "upstream",
    "yes",
    zh="漏洞存在于上游产品或者组件",
    en="the vulnerability lies in an upstream product or component",
    denied=Text(
        "漏洞不在上游产品或者组件", "the vulnerability does not lie in an upstream product or component"
    ),
)
USERS_MUST_ACT = fact_is(
    "users_must_act",
    "yes",
    zh="需要产品用户采取升级等措施",
    en="product users must upgrade or take other measures",
    denied=Text("不需要产品用户采取升级等措施", "product users need not upgrade or take other measures"),
)

AT_ONCE = Text("立即", "immediately")
PROMPTLY = Text("及时", "promptly")
