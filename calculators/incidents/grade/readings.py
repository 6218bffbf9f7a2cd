"""Points on which the annex is silent, or on which another law has its own words: the strict reading beside the other."""

from __future__ import annotations

from calculators.kernel.citation import digest
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

_NONE_FOUND = Text("没有找到权威解释。", "No authoritative interpretation was found.")

OR_MORE = Reading(
    id="or-more",
    question=Text("恰好等于所列数字的，算不算达到？", "Is a cell reached by exactly its number?"),
    strict=Text(
        "算：“以上”包括本数。",
        "Yes: “以上” (“or more”) includes the number itself.",
    ),
    other=Text("不算：须超过该数。", "No: the number must be exceeded."),
    source=Text(
        "从严的理解有附件的附注为据，两个以上来源；《民法典》第一千二百五十九条对“以上”也作此规定，属于民事法律。另一种理解未见来源。",
        "The strict reading rests on the closing note of the annex: two or more sources. Article 1259 of the Civil Code says the same of “以上”; it is civil law. No source was found for the other.",
    ),
    basis=(digest("incident-measures:annex-closing", "2S"),),
)

BELOW_A_MILLION = Reading(
    id="below-a-million",
    question=Text(
        "泄露不足100万人的个人信息，是否一定低于较大？",
        "Is a leak of fewer than 1,000,000 persons' information always below relatively major (较大)?",
    ),
    strict=Text(
        "不一定：概括标准中的“海量”“大量”“较大量”没有对应的数字，人数不足的，还要看是否对国家安全和社会稳定构成相应程度的威胁。",
        "No: the words 海量, 大量 and 较大量 of the general criteria have no number. Below the number, one still asks whether there is a threat of that degree to state security and social stability.",
    ),
    other=Text(
        "一定：人数指标已经写明下限，不足的即低于较大。",
        "Yes: the indicator names the lowest number, and what is less is below relatively major (较大).",
    ),
    source=Text(
        "为本站推定，依据公开的研究笔记所引附件词句。" + _NONE_FOUND.zh,
        "Deduced by this site from words of the annex quoted in public research notes. " + _NONE_FOUND.en,
    ),
    basis=(
        digest("incident-measures:annex-personal-information", "INF"),
        digest("incident-measures:annex-general-data", "2S"),
    ),
)

CII_OWN_SCALE = Reading(
    id="cii-regulations-own-scale",
    question=Text(
        "《关键信息基础设施安全保护条例》所称“特别重大”，是否就是附件的特别重大？",
        "Is “particularly major” (特别重大) in the Regulations on the Security Protection of Critical Information Infrastructure the same as in the annex?",
    ),
    strict=Text(
        "不是：该条例第十八条第二款自行举例，如整体中断运行或者主要功能故障，没有数值。附件判为较大的中断，在该条例可以是特别重大，须另行对照"
        "（这里只按附件定级）。",
        "No: Article 18, paragraph 2 of those Regulations has its own examples, such as an interruption of the whole or a failure of the main function, without thresholds. An outage that the annex grades relatively major (较大) can be particularly major (特别重大) there, and must be checked separately (the calculator grades by the annex alone).",
    ),
    other=Text(
        "是：两处分级一致，以附件的数值为准。",
        "Yes: both use one scale, and the numbers of the annex decide.",
    ),
    source=Text(
        "该条例的文本，一个来源。" + _NONE_FOUND.zh,
        "The text of those Regulations: one source. " + _NONE_FOUND.en,
    ),
    basis=(
        digest("incident-measures:annex-cii-whole", "2S"),
        digest("incident-measures:annex-cii-main", "2S"),
    ),
)

GRADE_CHANGES = Reading(
    id="grade-changes",
    question=Text(
        "定级以后情况变化，等级升高或者降低的，以哪一个为准？",
        "If the grade rises or falls afterwards, which one counts?",
    ),
    strict=Text(
        "以可能达到的最高一级准备首次报告；升高的，按新的等级及时补报；降低的，已经作出的报告不受影响（这里按所填情况定级）。",
        "Prepare the first report for the highest grade that may be reached. A rise is reported promptly as a supplement; a fall does not undo a report already made (the calculator grades on the facts as entered).",
    ),
    other=Text(
        "以报告当时研判的等级为准，以后的变化不另作报告。",
        "The grade judged when the report is made counts; later changes need no report.",
    ),
    source=_NONE_FOUND,
    basis=(digest("incident-measures:art-4", "2S"), digest("incident-measures:art-7", "INF")),
)

AREAS = Reading(
    id="areas-add-up",
    question=Text(
        "影响几个省份、几个地市的，人口比例分开算还是合起来算？",
        "When several provinces or cities are affected, is the share counted in each or in all together?",
    ),
    strict=Text(
        "两种算法有一种达到即可：其中一个行政区达到比例，或者所涉行政区合计达到比例；人数各地相加（请据此填写）。",
        "Either is enough: one area reaches the share, or all areas affected together do; numbers of people are added up across areas (answer accordingly).",
    ),
    other=Text(
        "只按所涉行政区合计的人口计算，其中一个达到比例还不够。",
        "Only the population of all areas affected together counts; that one area reaches the share is not enough.",
    ),
    source=Text(
        "附件写有“一个或者多个”，没有写明如何合计。" + _NONE_FOUND.zh,
        "The annex speaks of “one or more” and does not say how they add up. " + _NONE_FOUND.en,
    ),
    basis=(
        digest("incident-measures:annex-population", "2S"),
        digest("incident-measures:annex-headcount", "2S"),
    ),
)

WHICH_POLICE = Reading(
    id="which-police",
    question=Text(
        "“省级以上网信部门、公安机关认定”，公安机关是否也限于省级以上？",
        "Where tampering is found so by “省级以上网信部门、公安机关”, must the public security organ be at provincial level too?",
    ),
    strict=Text(
        "不限：任何一级公安机关认定的都算（请据此填写）。",
        "No: a finding by a public security organ at any level counts (answer accordingly).",
    ),
    other=Text("限于省级以上。", "Yes: only at provincial level or above."),
    source=Text(
        "词句有一个来源，两种读法都讲得通。" + _NONE_FOUND.zh,
        "The words have one source and bear both. " + _NONE_FOUND.en,
    ),
    basis=(digest("incident-measures:annex-tampering-found", "1S"),),
)

READINGS = (OR_MORE, BELOW_A_MILLION, CII_OWN_SCALE, AREAS, WHICH_POLICE, GRADE_CHANGES)
"""All of them; which bear on a case is the calculator's matter."""
