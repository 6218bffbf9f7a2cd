"""Whom to tell: the provider and the platforms that Article 10 names, with addresses and how sure they are."""

from __future__ import annotations

from calculators.kernel.finding.parts import Contact
from calculators.kernel.text import Text

_ART_10 = ("vulnerability-provisions:art-10-p2",)
_ITEM_2 = ("vulnerability-provisions:art-7-p1-i2",)


CONTACTS: tuple[Contact, ...] = (
    Contact(
        name=Text(
            "该产品的提供者：其公布的漏洞信息接收渠道",
            "The product's provider: the channel it has published for receiving vulnerability information",
        ),
        url=None,
        confidence="1S",
        basis=("vulnerability-provisions:art-6-p1",),
    ),
    Contact(
        name=Text(
            "工业和信息化部网络安全威胁和漏洞信息共享平台（NVDB）",
            "Cybersecurity Threat and Vulnerability Information Sharing Platform of MIIT (NVDB)",
        ),
        url="https://www.nvdb.org.cn",
        confidence="2S",
        basis=_ART_10,
    ),
    Contact(
        name=Text(
            "国家计算机网络应急技术处理协调中心漏洞平台（CNVD）",
            "Vulnerability platform of the National Computer Network Emergency Response Technical Team/Coordination Center of China (CNVD)",
        ),
        url="https://www.cnvd.org.cn",
        confidence="2S",
        basis=_ART_10,
    ),
    Contact(
        name=Text(
            "中国信息安全测评中心漏洞库（CNNVD）",
            "Vulnerability database of the China Information Technology Security Evaluation Center (CNNVD)",
        ),
        url="http://www.cnnvd.org.cn",
        confidence="2S",
        basis=_ART_10,
    ),
    Contact(
        name=Text(
            "国家网络与信息安全信息通报中心漏洞平台（网址未查到）",
            "Vulnerability platform of the National Network and Information Security Information Notification Center (address not found)",
        ),
        url=None,
        confidence="OPEN",
        basis=_ART_10,
    ),
)

DATABASES: tuple[Contact, ...] = (
    Contact(
        name=Text("通用网络产品", "General network products"),
        url="https://www.cnvdb.org.cn",
        confidence="2S",
        basis=_ITEM_2,
    ),
    Contact(
        name=Text("工业控制产品", "Industrial control products"),
        url="https://www.cics-vd.org.cn",
        confidence="2S",
        basis=_ITEM_2,
    ),
    Contact(
        name=Text("移动互联网应用", "Mobile applications"),
        url="https://cappvd.cstc.org.cn",
        confidence="2S",
        basis=_ITEM_2,
    ),
    Contact(
        name=Text("车联网产品", "Connected vehicles"),
        url="https://cavd.org.cn",
        confidence="2S",
        basis=_ITEM_2,
    ),
)
"""The databases of the NVDB by kind of product."""
