"""Points on which the Measures and the Q&A are silent: the strict reading first, the other beside it."""

from __future__ import annotations

from calculators.incidents.report.readings_scope import SCOPE
from calculators.kernel.citation import digest, quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

_NONE_FOUND = Text("没有找到权威解释。", "No authoritative interpretation was found.")

IN_FORCE = Reading(
    id="in-force",
    question=Text(
        "施行前发生、施行后才发现或者获知的事件，是否适用《办法》？",
        "Do the Measures cover an incident that occurred before they came into force but was discovered or learned of afterwards?",
    ),
    strict=Text(
        "适用，以发现或者获知的时间为准。",
        "Yes: the time of discovering or learning of it decides.",
    ),
    other=Text("不适用，以事件发生的时间为准。", "No: the time of the incident decides."),
    source=_NONE_FOUND,
    basis=(digest("incident-measures:art-14", "2S"), digest("incident-measures:art-4", "2S")),
)

CLOCK_START = Reading(
    id="clock-start",
    question=Text(
        "时限从何时起算：发现或者获知事件之时，还是研判定级之时？",
        "When does the limit start: when the incident is discovered or learned of, or when it has been graded?",
    ),
    strict=Text(
        "自发现或者获知事件之时起算。",
        "From the moment the incident is discovered or learned of.",
    ),
    other=Text(
        "自认定事件达到报告等级之时起算。",
        "From the moment an incident is identified as one that qualifies for reporting.",
    ),
    source=Text(
        "没有找到权威解释。第四条要求发现或者获知后研判、报告，没有写明“自何时起几小时内”。公开评论不一：瑞生（Latham & Watkins）"
        "认为条文未写明，可能自知悉起算；史密夫斐尔（HSF Kramer）认为自认定事件属于应报告事件起算；Advant Beiten "
        "认为自发现起算。各为单一来源。",
        "No authoritative interpretation was found. Article 4 has the operator grade and report upon discovering or "
        "learning of the incident but does not say “within so many hours from”. Commentary differs: Latham & Watkins finds the text silent, "
        "probably awareness; HSF Kramer counts from identifying a qualifying incident; Advant Beiten from "
        "discovery. One source each.",
    ),
    basis=(digest("incident-measures:art-4", "2S"),),
)

AROUND_THE_CLOCK = Reading(
    id="around-the-clock",
    question=Text(
        "小时是否昼夜连续计算，节假日是否顺延？", "Do the hours run around the clock, holidays included?"
    ),
    strict=Text(
        "昼夜连续计算，节假日不顺延，自发现或者获知的时刻起算。",
        "Around the clock, holidays included, from the very moment.",
    ),
    other=Text(
        "参照《民事诉讼法》期间的规定，起算的那一小时不计入；或者参照《民法典》，期限末日为法定休假日的顺延。",
        "By analogy to the Civil Procedure Law, the starting hour is not counted; or, by analogy to the Civil Code, a period "
        "whose last day is a statutory day off is extended.",
    ),
    source=Text(
        "没有找到把上述任何一种规则适用于《办法》的权威解释。《民法典》第二百零一条、第二百零三条为两个以上来源，"
        "《民事诉讼法》第八十五条也是；适用与否为本站推定。",
        "No authority was found that applies either rule to the Measures. Civil Code arts 201 and 203 and Civil Procedure Law "
        "art. 85: two sources each; whether they apply is deduced by this site.",
    ),
    basis=(digest("incident-measures:art-4", "INF"),),
)

FULL_HOUR = Reading(
    id="full-hour",
    question=Text(
        "“最迟不得超过1小时”是否包括满1小时的那一刻？",
        "Does “within 1 hour at the latest” include the full hour itself?",
    ),
    strict=Text(
        "依文义包括：满1小时的那一秒仍为按时，再过一秒即为逾期。",
        "On its plain words it does: on the second the hour is full the report is in time, one second later it is late.",
    ),
    other=Text(
        "不包括：满1小时即为逾期。没有见到这样主张的；稳妥起见，在此之前报告。",
        "It does not: late as soon as the hour is full. We found nobody who holds this; report earlier to be safe.",
    ),
    source=Text(
        "依“不得超过”的字面含义推定；《民法典》第一千二百五十九条（两个以上来源）规定“超过”不包括本数，但该条属于民事法律。",
        "Deduced from the plain words of the Chinese, 不得超过 (must not exceed); Civil Code art. 1259 (two sources) says that "
        "超过 (exceed) excludes the number itself, but that is civil law.",
    ),
    basis=(
        quote(
            "incident-qa:q5-p1",
            "最迟不得超过1小时",
            "within 1 hour at the latest",
        ),
        quote(
            "incident-qa:q5-p2",
            "最迟不得超过2小时",
            "within 2 hours at the latest",
        ),
        quote(
            "incident-qa:q5-p3",
            "最迟不得超过4小时",
            "within 4 hours at the latest",
        ),
    ),
)

BOTH_ROUTES = Reading(
    id="both-routes",
    question=Text(
        "中央和国家机关各部门及其直属单位发生涉及关键信息基础设施的事件，走哪一条路径？",
        "Which route applies when a central body has an incident that involves critical information infrastructure?",
    ),
    strict=Text(
        "两条路径的报告义务同时履行，各依各的时限。",
        "Both: each report within its own limit.",
    ),
    other=Text("只走其中一条路径。", "Only one of the two."),
    source=Text(
        "条文未规定两条路径的先后或者取舍。" + _NONE_FOUND.zh,
        "The text does not rank the two routes. " + _NONE_FOUND.en,
    ),
    basis=(
        quote(
            "incident-qa:q5-p1",
            "涉及关键信息基础设施的",
            "Where critical information infrastructure is involved",
        ),
        quote(
            "incident-qa:q5-p2",
            "网络运营者属于中央和国家机关各部门及其直属单位的",
            "Where the network operator is a department of the central and state organs, or a unit directly under such a department",
        ),
    ),
)

BELOW_THRESHOLD = Reading(
    id="below-threshold",
    question=Text(
        "一般事件是否也须依第四条报案、按行业要求报告？",
        "Must the operator also report a case, or report under sector rules, for a general (一般) incident?",
    ),
    strict=Text(
        "须报：涉嫌违法犯罪的仍应当报案，行业另有规定的仍应当按其要求报告。",
        "Yes: a suspected crime is still reported, and the sector's own rules are still followed.",
    ),
    other=Text(
        "《办法》第四条把这两项列在其开头之下，而开头只及于较大以上事件；就《办法》而言，一般事件不在其列，"
        "其他法律法规和行业规定的要求不受影响。",
        "Article 4 names both under its opening words, which reach only incidents from relatively major (较大) up; under the "
        "Measures a general (一般) incident is outside them. Other laws and the sector's own rules are not affected.",
    ),
    source=_NONE_FOUND,
    basis=(
        digest("incident-measures:art-4", "2S"),
        quote(
            "incident-qa:q5-p4",
            "还应当按照行业主管监管部门要求报告",
            "shall also report as required by the competent and regulatory departments of the sector",
        ),
        quote(
            "incident-qa:q5-p5",
            "应当及时向公安机关报案",
            "shall promptly report the case to the public security organ",
        ),
    ),
)

SUMMARY_DAYS = Reading(
    id="summary-days",
    question=Text("“30日内”如何计算？", "How are the “30 days” counted?"),
    strict=Text(
        "处置结束当日计入，按自然日，末日24时截止，节假日不顺延。",
        "The day on which handling ended counts as the first; calendar days, to 24:00 of the last, no extension for holidays.",
    ),
    other=Text(
        "参照《民法典》第二百零一条，处置结束当日不计入，自次日起算，末日24时截止。",
        "By analogy to Civil Code art. 201 the day on which handling ended is left out; the count starts the day after and ends "
        "at 24:00 of the last day.",
    ),
    source=Text(
        "没有找到对部门规章中“日”的统一规定（无来源）；《民法典》第二百零一条、第二百零三条为两个以上来源，其适用为本站推定。"
        "各法关于工作日的规定均限于该法自身。",
        "No general rule on “days” in departmental rules was found. Civil Code arts 201 and 203: two sources; that they apply is "
        "deduced by this site. Each working-day rule found is limited to its own statute.",
    ),
    basis=(digest("incident-measures:art-8", "2S"),),
)

GRADE_RAISED = Reading(
    id="grade-raised",
    question=Text(
        "事件等级事后升高的，时限是否重新起算？", "Does the limit start again when the grade is raised later?"
    ),
    strict=Text(
        "不重新起算：仍自首次发现或者获知之时起算；升级情况作为新的重要情况及时补报。",
        "It does not: it still runs from when the incident was first discovered or learned of; the rise is reported promptly as "
        "a supplement.",
    ),
    other=Text(
        "自知悉达到更高等级之时起算新的时限。", "A new limit runs from when the higher grade became known."
    ),
    source=_NONE_FOUND,
    basis=(digest("incident-measures:art-7", "INF"),),
)

GRADE_FALLS = Reading(
    id="grade-falls",
    question=Text(
        "事件事后改判为一般的，还应当报告吗？",
        "Is an incident still to be reported when it is later graded down to general (一般)?",
    ),
    strict=Text(
        "发现或者获知时可能属于较大以上的，首次报告仍须按时作出；已经报告的，改判的情况及时补报，处置结束后仍报送总结报告。",
        "Where it might have been relatively major (较大) or above when it was discovered or learned of, the first report is "
        "still made in time; once reported, the lower grade is reported promptly as a supplement, and the summary still "
        "follows after handling ends.",
    ),
    other=Text(
        "改判之后不再适用报告程序：第四条的程序只及于较大以上事件（结论按所填等级；等级未定的，请选“不确定”）。",
        "From then on the procedure no longer applies: that of Article 4 reaches only incidents from relatively major (较大) up "
        "(the calculator goes by the grade as given; while it is not settled, choose “Not sure”).",
    ),
    source=_NONE_FOUND,
    basis=(digest("incident-measures:art-4", "2S"), digest("incident-measures:art-7", "INF")),
)

READINGS = (
    IN_FORCE,
    CLOCK_START,
    AROUND_THE_CLOCK,
    FULL_HOUR,
    BOTH_ROUTES,
    BELOW_THRESHOLD,
    SUMMARY_DAYS,
    GRADE_RAISED,
    GRADE_FALLS,
    *SCOPE,
)
"""All of them; which bear on a case is the calculator's matter."""
