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
        "提前发布，是否要两部评估后不反对？", "Must the assessment raise no objection before early release?"
    ),
    strict=Text(
        "两部评估后未表示可以发布的，不发布；此时“是否已组织评估”应当答“否”。",
        "Do not publish unless the ministries have said after their assessment that it may be published; until then answer “no” "
        "to whether they have organised their assessment.",
    ),
    other=Text(
        "条文只要求组织评估后发布，没有写明须经同意（结论只看所答“是否已组织评估”）。",
        "The text asks only that publication take place after an assessment was organised and does not mention consent (the calculator goes by "
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

WHO_PUBLISHES = Reading(
    id="who-publishes",
    question=Text(
        "提前发布的，工业和信息化部、公安部组织评估之后由谁发布？",
        "In early release, who publishes once MIIT and MPS have organised their assessment?",
    ),
    strict=Text(
        "由两部发布，或者由两部指定的人发布；两部没有表示由您发布的，不自行发布。",
        "The ministries, or whom they name: unless they have said that you are to publish, do not publish yourself.",
    ),
    other=Text(
        "由认为有必要提前发布的一方自行发布，评估只是前提（结论采用这一理解）。",
        "The one who considers it necessary; the assessment is only a condition (the answer takes this one).",
    ),
    source=Text(
        "“由工业和信息化部、公安部组织评估后进行发布”没有写明由谁发布（一个来源）。" + NONE_FOUND.zh,
        "The words do not say who publishes (one source). " + NONE_FOUND.en,
    ),
    basis=(
        quote(
            _ITEM_1,
            "由工业和信息化部、公安部组织评估后进行发布",
            "publication takes place after the Ministry of Industry and Information Technology and the Ministry of Public Security "
            "have organised an assessment",
        ),
    ),
)

MITIGATION = Reading(
    id="mitigation-as-patch",
    question=Text(
        "提供者只给出缓解办法（如关闭功能、更改配置）的，是否已经提供“修补措施”？",
        "Where the provider gives only a mitigation, such as switching a function off or changing a setting, has it provided "
        "“patching measures”?",
    ),
    strict=Text(
        "没有：第（五）项把修补措施和防范措施分开写，缓解办法属于防范（请据此作答）。",
        "No: item (5) names patching and preventive measures apart, and a mitigation is preventive (answer accordingly).",
    ),
    other=Text(
        "已经提供：按其办法可以消除风险的，就是修补措施。",
        "Yes: what removes the risk when it is followed is a patching measure.",
    ),
    source=NONE_FOUND,
    basis=(
        quote(
            _ITEM_1,
            "网络产品提供者提供网络产品安全漏洞修补措施之前",
            "before the network product provider provides patching measures",
        ),
        quote("vulnerability-provisions:art-9-p1-i5", "修补或者防范措施", "patching or preventive measures"),
    ),
)
