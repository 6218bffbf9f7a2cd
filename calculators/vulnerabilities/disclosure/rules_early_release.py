"""What article 9, paragraph 1, item (1), of the Provisions requires of a release before the patch."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.logic import all_of, any_of, fact_is
from calculators.kernel.requirements import Requirement
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.acts import PUBLISH

_PUBLISH = frozenset({PUBLISH})
_ART_9 = "vulnerability-provisions:art-9-p1"

AFTER_THE_PATCH = Requirement(
    id="after-the-patch",
    acts=_PUBLISH,
    condition=any_of(
        fact_is(
            "patch_available",
            "yes",
            zh="产品提供者已经提供修补措施",
            en="the provider has provided patching measures",
        ),
        all_of(
            fact_is(
                "negotiated",
                "yes",
                zh="已与产品提供者共同评估协商提前发布",
                en="early release has been jointly assessed and negotiated with the provider",
            ),
            fact_is(
                "reported",
                "yes",
                zh="已向工业和信息化部、公安部报告",
                en="it has been reported to MIIT and MPS",
            ),
            fact_is(
                "assessed",
                "yes",
                zh="工业和信息化部、公安部已组织评估",
                en="MIIT and MPS have organised their assessment",
            ),
        ),
    ),
    basis=(
        quote(
            f"{_ART_9}-i1",
            "不得在网络产品提供者提供网络产品安全漏洞修补措施之前发布漏洞信息；认为有必要提前发布的，应当与相关网络产品提供者"
            "共同评估协商，并向工业和信息化部、公安部报告，由工业和信息化部、公安部组织评估后进行发布",
            "must not publish vulnerability information before the network product provider provides patching measures for the "
            "network product security vulnerability; where they consider it necessary to publish in advance, they shall jointly "
            "assess and negotiate with the relevant network product provider and report to the Ministry of Industry and "
            "Information Technology and the Ministry of Public Security, and publication takes place after the Ministry of "
            "Industry and Information Technology and the Ministry of Public Security have organised an assessment",
        ),
    ),
    met=Text(
        "修补措施已经提供，或者提前发布的步骤已经走完",
        "there are patching measures, or the steps for early release are complete",
    ),
    not_met=Text(
        "还没有修补措施，提前发布的步骤也没有走完",
        "there are no patching measures, and the steps for early release are not complete",
    ),
    asked=Text(
        "有没有修补措施，或者提前发布的步骤有没有走完",
        "whether there are patching measures, or the steps for early release are complete",
    ),
)
