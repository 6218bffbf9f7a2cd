"""What is submitted to the platform (article 7(2)), who passes it on, the databases and the filing rule of 2022."""

from __future__ import annotations

from calculators.kernel.citation import Citation, quote
from calculators.kernel.finding.parts import Contacts, Contents, Databases, Filing, Item, SourcedText
from calculators.kernel.text import Text
from calculators.vulnerabilities.law.contacts import CONTACTS, DATABASES

_ITEM_2 = "vulnerability-provisions:art-7-p1-i2"

CONTENTS_BASIS: Citation = quote(
    _ITEM_2,
    "报送内容应当包括存在网络产品安全漏洞的产品名称、型号、版本以及漏洞的技术特点、危害和影响范围等",
    "The content submitted shall include the name, model and version of the product in which the network product security "
    "vulnerability exists, and the technical characteristics, harm and scope of impact of the vulnerability, among other things",
)
PASSED_ON: Citation = quote(
    "vulnerability-provisions:art-7-p2",
    "同步向国家网络与信息安全信息通报中心、国家计算机网络应急技术处理协调中心通报相关漏洞信息",
    "simultaneously communicates the relevant vulnerability information to the National Network and Information Security Information "
    "Notification Center and the National Computer Network Emergency Response Technical Team/Coordination Center of China",
)

CONTENTS: tuple[Text, ...] = (
    Text("产品名称", "Name of the product"),
    Text("产品型号", "Model of the product"),
    Text("产品版本", "Version of the product"),
    Text("漏洞的技术特点", "Technical characteristics of the vulnerability"),
    Text("漏洞的危害", "Harm of the vulnerability"),
    Text("漏洞的影响范围", "Scope of impact of the vulnerability"),
)
_ITEMS = tuple(
    Item(item=str(number), text=text, may_follow=False, confidence=None, basis=(_ITEM_2,))
    for number, text in enumerate(CONTENTS, 1)
)

_CONTENTS_NOTE = Text(
    "条文在所列六项之后写有“等”，清单并不封闭。平台收到后同步向国家网络与信息安全信息通报中心、国家计算机网络应急技术处理协调中心通报（第七条第二款）。",
    "After the six the text says “among other things”: the list is open. The platform passes it on to the National Network and Information Security Information Notification Center and to the National "
    "Computer Network Emergency Response Technical Team/Coordination Center of China at the same time (Article 7, paragraph 2).",
)

_FILING_BASIS = ("vulnerability-provisions:art-10-p1",)
FILING: tuple[SourcedText, ...] = (
    SourcedText(
        text=Text(
            "《网络产品安全漏洞收集平台备案管理办法》（工业和信息化部，2022年10月公开，2023年1月1日起施行；文号未核实）：面向公众、收集他人产品漏洞的"
            "互联网平台应当备案，仅用于修补自身产品、网络、系统的除外；通过 NVDB 在线办理，信息应当真实，设有变更和注销程序。",
            "Measures on filing vulnerability collection platforms (《网络产品安全漏洞收集平台备案管理办法》, MIIT, made public in October 2022, in "
            "force since 1 January 2023; number not verified): a public internet platform that collects vulnerabilities of others' products "
            "files; use only to fix one's own products, networks and systems is excluded. Filing is online through the NVDB, with truthful "
            "data; there are procedures for change and cancellation.",
        ),
        confidence="2S",
        basis=_FILING_BASIS,
    ),
    SourcedText(
        text=Text(
            "上线前备案；施行前已经上线的，自2023年1月1日起10个工作日内备案。",
            "Filing comes before going online; a platform already online filed within 10 working days of 1 January 2023.",
        ),
        confidence="1S",
        basis=_FILING_BASIS,
    ),
)


def parts(listed: set[str]) -> tuple[Contents, Databases, Contacts, Filing]:
    """Return what goes with the duties listed: the items to submit, the platforms, the filing rule."""
    submits = "report-nvdb" in listed
    return (
        Contents(contents=_ITEMS if submits else (), contents_note=_CONTENTS_NOTE if submits else None),
        Databases(databases=DATABASES if submits else ()),
        Contacts(contacts=CONTACTS if submits or "report-platforms" in listed else ()),
        Filing(filing=FILING if "file-platform" in listed else ()),
    )
