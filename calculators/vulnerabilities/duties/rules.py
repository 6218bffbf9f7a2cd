"""The duties of provider, operator, finder and platform under the Provisions, one rule each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from calculators.kernel.citation import quote
from calculators.kernel.dated import AS_IT_STANDS
from calculators.kernel.duties.clocks import InDays, KeepMonths
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import all_of, fact_is
from calculators.kernel.text import Text
from calculators.vulnerabilities.law import figures

_WORK = "vulnerability-provisions"

PROVIDER = Text("网络产品提供者", "Network product provider")
OPERATOR = Text("网络运营者", "Network operator")
FINDER = Text("漏洞的发现者", "Finder")
PLATFORM = Text("漏洞收集平台", "Vulnerability collection platform")
NVDB = Text(
    "工业和信息化部网络安全威胁和漏洞信息共享平台",
    "Cybersecurity Threat and Vulnerability Information Sharing Platform of MIIT",
)
_ALL_THREE = Text(
    "网络产品提供者、网络运营者或者漏洞收集平台",
    "Network product provider, network operator or vulnerability collection platform",
)
_PRODUCT_PROVIDER = Text("产品的提供者", "The product's provider")

IS_PROVIDER = fact_is("role", "provider", zh="您是网络产品提供者", en="you are the network product provider")
IS_OPERATOR = fact_is("role", "operator", zh="您是网络运营者", en="you are a network operator")
IS_FINDER = fact_is(
    "role", "finder", zh="您是漏洞的发现者、收集者", en="you discover or collect vulnerabilities"
)
IS_PLATFORM = fact_is(
    "role", "platform", zh="您是漏洞收集平台", en="you are a vulnerability collection platform"
)
HAS_INTAKE = fact_is(
    "role",
    "provider",
    "operator",
    "platform",
    zh="您是网络产品提供者、网络运营者或者漏洞收集平台",
    en="you are a network product provider, a network operator or a vulnerability collection platform",
)
UPSTREAM = fact_is(
    "upstream",
    "yes",
    zh="漏洞存在于上游产品或者组件",
    en="the vulnerability lies in an upstream product or component",
)
USERS_MUST_ACT = fact_is(
    "users_must_act",
    "yes",
    zh="需要产品用户采取升级等措施",
    en="product users must upgrade or take other measures",
)

_AT_ONCE = Text("立即", "immediately")
_PROMPTLY = Text("及时", "promptly")


@lru_cache(maxsize=16)
def rules_on(day: date) -> tuple[DutyRule, ...]:
    """Return the duties as the law of a day has them, each after those that it builds on."""
    return (
        DutyRule(
            id="verify",
            name=Text(
                "采取措施，组织验证并评估危害和影响范围",
                "Take measures, verify the vulnerability, assess harm and scope",
            ),
            sender=PROVIDER,
            recipients=(),
            timing="prompt",
            timing_text=_AT_ONCE,
            condition=IS_PROVIDER,
            basis=(
                quote(
                    f"{_WORK}:art-7-p1-i1",
                    "应当立即采取措施并组织对安全漏洞进行验证，评估安全漏洞的危害程度和影响范围",
                    "they shall immediately take measures and organise the verification of the security vulnerability, and assess the "
                    "degree of harm and the scope of impact of the security vulnerability",
                ),
            ),
        ),
        DutyRule(
            id="notify-upstream",
            name=Text(
                "通知上游产品或者组件的提供者", "Notify the provider of the upstream product or component"
            ),
            sender=PROVIDER,
            recipients=(Text("上游产品或者组件的提供者", "Provider of the upstream product or component"),),
            timing="prompt",
            timing_text=_AT_ONCE,
            condition=all_of(IS_PROVIDER, UPSTREAM),
            basis=(
                quote(
                    f"{_WORK}:art-7-p1-i1",
                    "对属于其上游产品或者组件存在的安全漏洞，应当立即通知相关产品提供者",
                    "for a security vulnerability existing in one of their upstream products or components, they shall immediately notify "
                    "the relevant product provider",
                ),
            ),
        ),
        DutyRule(
            id="report-nvdb",
            name=Text(
                "向工业和信息化部漏洞平台（NVDB）报送漏洞信息",
                "Submit the vulnerability information to the MIIT platform (NVDB)",
            ),
            sender=PROVIDER,
            recipients=(NVDB,),
            timing="limit",
            timing_text=Text("{limit}内", "within {limit}").fill(limit=figures.PLATFORM_REPORT.on(day).text),
            condition=IS_PROVIDER,
            clock=InDays("aware_at", figures.PLATFORM_REPORT.on(day)),
            basis=(
                quote(
                    f"{_WORK}:art-7-p1-i2",
                    "应当在2日内向工业和信息化部网络安全威胁和漏洞信息共享平台报送相关漏洞信息",
                    "They shall, within 2 days, submit the relevant vulnerability information to the Cybersecurity Threat and "
                    "Vulnerability Information Sharing Platform of the Ministry of Industry and Information Technology",
                ),
            ),
        ),
        DutyRule(
            id="patch",
            name=Text("组织修补漏洞", "Have the vulnerability patched"),
            sender=PROVIDER,
            recipients=(),
            timing="prompt",
            timing_text=_PROMPTLY,
            condition=IS_PROVIDER,
            basis=(
                quote(
                    f"{_WORK}:art-7-p1-i3",
                    "应当及时组织对网络产品安全漏洞进行修补",
                    "They shall promptly organise the patching of the network product security vulnerability",
                ),
            ),
        ),
        DutyRule(
            id="inform-users",
            name=Text(
                "告知可能受影响的用户风险和修补方式，并提供技术支持",
                "Inform users possibly affected of the risk and the method of patching, and support them",
            ),
            sender=PROVIDER,
            recipients=(
                Text(
                    "可能受影响的产品用户（含下游厂商）",
                    "Product users possibly affected, downstream manufacturers included",
                ),
            ),
            timing="prompt",
            timing_text=_PROMPTLY,
            condition=all_of(IS_PROVIDER, USERS_MUST_ACT),
            basis=(
                quote(
                    f"{_WORK}:art-7-p1-i3",
                    "应当及时将网络产品安全漏洞风险及修补方式告知可能受影响的产品用户，并提供必要的技术支持",
                    "they shall promptly inform the product users possibly affected of the risk of the network product security "
                    "vulnerability and of the method of patching, and provide the necessary technical support",
                ),
            ),
        ),
        DutyRule(
            id="guide-users",
            name=Text(
                "确保漏洞得到合理发布，指导支持用户防范",
                "Ensure reasonable publication; guide and support users in prevention",
            ),
            sender=PROVIDER,
            recipients=(Text("产品用户", "Product users"),),
            timing="standing",
            timing_text=Text("条文未定时限", "no time is set"),
            condition=IS_PROVIDER,
            basis=(
                quote(
                    f"{_WORK}:art-7-p1",
                    "确保其产品安全漏洞得到及时修补和合理发布，并指导支持产品用户采取防范措施",
                    "ensure that security vulnerabilities in their products are promptly patched and are published in a reasonable manner, and guide "
                    "and support product users in taking preventive measures",
                ),
            ),
        ),
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
            sender=_ALL_THREE,
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
            sender=_ALL_THREE,
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
            recipients=(_PRODUCT_PROVIDER,),
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
