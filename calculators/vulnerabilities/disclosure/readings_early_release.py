"""Points on which Article 9, paragraph 1, item (1), is silent: publication before or without a patch."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.messages import NONE_FOUND

_ITEM_1 = "vulnerability-provisions:art-9-p1-i1"

FAVOURABLE_ASSESSMENT = Reading(
    id="favourable-assessment",
    question=Text(
        "提前发布是否须评估结果不反对？", "Does early release need an assessment that does not object?"
    ),
    strict=Text(
        "两部评估后未表示可以发布的，不发布；此时“是否已组织评估”应当答“否”。",
        "Do not publish where the ministries have not signified after their assessment that it may be published; answer “no” to "
        "whether they have organised their assessment.",
    ),
    other=Text(
        "条文只要求组织评估后发布，没有写明须经同意（本站计算器按所答“是否已组织评估”判断）。",
        "The text asks only that publication take place after an assessment was organised and names no consent (the calculator goes by "
        "the answer on whether it was organised).",
    ),
    source=NONE_FOUND,
    basis=(
        quote(
            _ITEM_1,
            "由工业和信息化部、公安部组织评估后进行发布",
            "publication takes place after the Ministry of Industry and Information Technology and the Ministry of Public Security "
            "have organised an assessment",
        ),
    ),
)
