"""The duties of a network product provider (Article 7 of the Provisions), one rule each."""

from __future__ import annotations

from datetime import date

from calculators.kernel.citation import quote
from calculators.kernel.duties.clocks import InDays
from calculators.kernel.duties.rule import DutyRule
from calculators.kernel.logic import all_of
from calculators.kernel.text import Text
from calculators.vulnerabilities.duties.roles import (
    AT_ONCE,
    IS_PROVIDER,
    NVDB,
    PROMPTLY,
    PROVIDER,
    UPSTREAM,
    USERS_MUST_ACT,
)
from calculators.vulnerabilities.law import figures

_WORK = "vulnerability-provisions"


def provider_rules(day: date) -> tuple[DutyRule, ...]:
    """Return the duties as the law of a day has them."""
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
            timing_text=AT_ONCE,
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
            timing_text=AT_ONCE,
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
            timing_text=PROMPTLY,
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
            timing_text=PROMPTLY,
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
    )
