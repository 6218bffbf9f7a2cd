"""The duties of provider, operator, finder and platform under the Provisions, one rule each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from calculators.kernel.citation import quote
from calculators.kernel.dated import AS_IT_STANDS
from calculators.kernel.duties.clocks import KeepMonths
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.text import Text
from calculators.vulnerabilities.duties.roles import (
    ALL_THREE,
    FINDER,
    HAS_INTAKE,
    IS_FINDER,
    IS_OPERATOR,
    IS_PLATFORM,
    IS_PROVIDER,
    NVDB,
    OPERATOR,
    PLATFORM,
    PRODUCT_PROVIDER,
    PROVIDER,
)
from calculators.vulnerabilities.duties.rules_provider import provider_rules
from calculators.vulnerabilities.law import figures

_WORK = "vulnerability-provisions"


@lru_cache(maxsize=16)
def rules_on(day: date) -> tuple[DutyRule, ...]:
    """Return the duties as the law of a day has them, each after those that it builds on."""
    return (
        *provider_rules(day),
        DutyRule(
            id="verify-and-fix",
            name=Text("采取措施，验证并完成修补", "Take measures, verify and complete the patching"),
            sender=OPERATOR,
            recipients=(),
            timing="prompt",
            timing_text=Text(
                "立即采取措施，及时验证并修补", "measures immediately, verification and patching promptly"
            ),
            condition=IS_OPERATOR,
            basis=(
                quote(
                    f"{_WORK}:art-8-p1",
                    "应当立即采取措施，及时对安全漏洞进行验证并完成修补",
                    "shall immediately take measures, and promptly verify the security vulnerability and complete the patching",
                ),
            ),
        ),
        DutyRule(
            id="keep-channel",
            name=Text(
                "建立健全漏洞信息接收渠道并保持畅通",
                "Establish a channel for vulnerability information and keep it open",
            ),
            sender=ALL_THREE,
            recipients=(),
            timing="standing",
            timing_text=Text("持续履行", "at all times"),
            condition=HAS_INTAKE,
            basis=(
                quote(
                    f"{_WORK}:art-5-p1",
                    "应当建立健全网络产品安全漏洞信息接收渠道并保持畅通",
                    "shall establish and improve channels for receiving network product security vulnerability information and keep them "
                    "unobstructed",
                ),
            ),
        ),
        DutyRule(
            id="keep-log",
            name=Text("留存漏洞信息接收日志", "Keep the logs of the receipt of vulnerability information"),
            sender=ALL_THREE,
            recipients=(),
            timing="keep",
            timing_text=Text("不少于{limit}", "not less than {limit}").fill(
                limit=figures.LOG_RETENTION.on(day).text
            ),
            condition=HAS_INTAKE,
            clock=KeepMonths("log_created_on", figures.LOG_RETENTION.on(day)),
            basis=(
                quote(
                    f"{_WORK}:art-5-p1",
                    "留存网络产品安全漏洞信息接收日志不少于6个月",
                    "retain the logs of the receipt of network product security vulnerability information for not less than 6 months",
                ),
            ),
        ),
        DutyRule(
            id="file-platform",
            name=Text("向工业和信息化部备案", "File with MIIT"),
            sender=PLATFORM,
            recipients=(Text("工业和信息化部", "Ministry of Industry and Information Technology"),),
            timing="standing",
            timing_text=Text(
                "条文未定时限；平台存续期间均须已备案",
                "no time is set; filed for as long as there is a platform",
            ),
            condition=IS_PLATFORM,
            basis=(
                quote(
                    f"{_WORK}:art-10-p1",
                    "任何组织或者个人设立的网络产品安全漏洞收集平台，应当向工业和信息化部备案",
                    "Network product security vulnerability collection platforms established by any organisation or individual shall "
                    "complete filing with the Ministry of Industry and Information Technology",
                ),
            ),
        ),
        DutyRule(
            id="reward-finders",
            name=Text(
                "建立漏洞奖励机制，奖励发现并通报漏洞的组织和个人",
                "Set up a reward mechanism for those who discover and communicate vulnerabilities",
            ),
            sender=PROVIDER,
            recipients=(),
            timing="encouraged",
            timing_text=Text("鼓励", "encouraged"),
            condition=IS_PROVIDER,
            basis=(
                quote(
                    f"{_WORK}:art-7-p3",
                    "鼓励网络产品提供者建立所提供网络产品安全漏洞奖励机制",
                    "Network product providers are encouraged to establish a reward mechanism for security vulnerabilities in the network "
                    "products that they provide",
                ),
            ),
        ),
        DutyRule(
            id="tell-provider",
            name=Text("向产品提供者通报", "Tell the product's provider"),
            sender=FINDER,
            recipients=(PRODUCT_PROVIDER,),
            timing="encouraged",
            timing_text=Text("鼓励", "encouraged"),
            condition=IS_FINDER,
            basis=(
                quote(
                    f"{_WORK}:art-6-p1",
                    "鼓励相关组织和个人向网络产品提供者通报其产品存在的安全漏洞",
                    "Relevant organisations and individuals are encouraged to communicate to network product providers the security "
                    "vulnerabilities existing in those providers' products",
                ),
            ),
        ),
        DutyRule(
            id="report-platforms",
            name=Text("向第十条第二款列明的平台报送", "Submit to the national platforms"),
            sender=FINDER,
            recipients=(
                NVDB,
                Text(
                    "国家网络与信息安全信息通报中心漏洞平台",
                    "Vulnerability platform of the National Network and Information Security Information Notification Center",
                ),
                Text(
                    "国家计算机网络应急技术处理协调中心漏洞平台",
                    "Vulnerability platform of the National Computer Network Emergency Response Technical Team/Coordination Center of China",
                ),
                Text(
                    "中国信息安全测评中心漏洞库",
                    "Vulnerability database of the China Information Technology Security Evaluation Center",
                ),
            ),
            timing="encouraged",
            timing_text=Text("鼓励", "encouraged"),
            condition=IS_FINDER,
            basis=(
                quote(
                    f"{_WORK}:art-10-p2",
                    "鼓励发现网络产品安全漏洞的组织或者个人向",
                    "Organisations or individuals that discover network product security vulnerabilities are encouraged to submit",
                ),
            ),
        ),
        DutyRule(
            id="guard-information",
            name=Text(
                "加强内部管理，防范信息泄露和违规发布",
                "Guard the information against leaks and publication in violation of rules",
            ),
            sender=Text("从事漏洞发现、收集的组织", "Organisation that discovers or collects"),
            recipients=(),
            timing="standing",
            timing_text=Text("持续履行", "at all times"),
            condition=IS_FINDER,
            basis=(
                quote(
                    f"{_WORK}:art-11-p1",
                    "应当加强内部管理，采取措施防范网络产品安全漏洞信息泄露和违规发布",
                    "shall strengthen internal management and take measures to prevent network product security vulnerability information "
                    "from being leaked or published in violation of rules",
                ),
            ),
        ),
    )


RULES = rules_on(AS_IT_STANDS)
