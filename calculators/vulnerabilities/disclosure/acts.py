"""The ways of passing on what one knows of a vulnerability."""

from __future__ import annotations

from calculators.kernel.facts import Choice
from calculators.kernel.text import Text

ACTS = (
    Choice(
        value="publish",
        label=Text("向社会发布", "Publish to the public"),
        help=Text(
            "通过网络平台、媒体、会议、竞赛等方式",
            "By network platforms, media, conferences, competitions and the like",
        ),
    ),
    Choice(
        value="tell_provider",
        label=Text("向该产品的提供者通报", "Tell the product's provider"),
        help=Text("包括境外的提供者", "Also a provider abroad"),
    ),
    Choice(
        value="report_platform",
        label=Text("向第十条第二款列明的平台报送", "Submit to a national platform"),
        help=Text(
            "如工业和信息化部网络安全威胁和漏洞信息共享平台（NVDB）",
            "The platforms that Article 10 names, such as that of MIIT",
        ),
    ),
    Choice(
        value="share_abroad",
        label=Text("向境外组织或者个人提供", "Share with an organisation or individual abroad"),
        help=Text(
            "如向境外编号机构申请 CVE 编号、向境外漏洞赏金平台提交、参加境外竞赛；不包括该产品的提供者",
            "Such as asking a numbering authority for a CVE number, submitting to a bounty platform or entering a contest "
            "abroad; the product's provider is not meant",
        ),
    ),
    Choice(
        value="share_domestic",
        label=Text("向境内其他组织或者个人提供", "Share with someone else within China"),
        help=Text(
            "不向社会公开，且不是该产品的提供者或者第十条列明的平台",
            "Not to the public, and neither the provider nor a platform that Article 10 names",
        ),
    ),
)
PUBLISH, TELL_PROVIDER, REPORT_PLATFORM, SHARE_ABROAD, SHARE_DOMESTIC = (each.value for each in ACTS)
EVERY_ACT = frozenset(each.value for each in ACTS)
