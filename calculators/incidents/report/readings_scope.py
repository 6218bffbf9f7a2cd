"""Points on which the Measures and the Q&A are silent: whom they reach, and through whom one learns of an incident."""

from __future__ import annotations

from calculators.kernel.citation import digest, quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

OPERATOR_ABROAD = Reading(
    id="operator-abroad",
    question=Text(
        "运营者设在境外、通过网络向境内提供服务的，是否受《办法》约束？",
        "Do the Measures bind an operator that is itself abroad and provides services into China through networks?",
    ),
    strict=Text(
        "受约束：网络或者服务在境内的，不论运营者设在何处。",
        "Yes: where the network or the service is in China, wherever the operator is established.",
    ),
    other=Text(
        "不受约束：第二条没有写明及于境外实体。",
        "No: Article 2 does not expressly extend to entities abroad.",
    ),
    source=Text(
        "没有找到权威解释。公开评论不一：Morgan Lewis 认为境内外实体都在其列；Shanghai Pacific Legal "
        "指出条文没有明文扩及境外实体，但集团内部服务可能算在内。各为单一来源。",
        "No authoritative interpretation was found. Commentary differs: Morgan Lewis counts domestic and foreign entities; "
        "Shanghai Pacific Legal finds no express extension to foreign entities, while services within a group may count. "
        "One source each.",
    ),
    basis=(
        quote(
            "incident-qa:q3-p1",
            "在中华人民共和国境内建设、运营网络或者通过网络提供服务的网络运营者",
            "network operators that build or operate networks, or provide services through networks, within the territory of "
            "the People's Republic of China",
        ),
        digest("incident-measures:art-2", "2S"),
    ),
)

SYSTEM_ABROAD = Reading(
    id="system-abroad",
    question=Text(
        "系统设在境外（如纽约），由境内的运营者使用或者管理的，是否适用《办法》？",
        "Do the Measures apply to a system that stands abroad, in New York for instance, and is used or managed by an operator "
        "in China?",
    ),
    strict=Text(
        "适用：系统在境内运营，或者用来向境内提供服务的，不论设在何处。",
        "Yes: where the system is operated from within China or serves users there, wherever it stands.",
    ),
    other=Text(
        "不适用：第二条说的是在境内建设、运营的网络和在境内提供的服务，设在境外的系统不在其列。",
        "No: Article 2 speaks of networks built or operated, and services provided, within China; a system abroad is none.",
    ),
    source=Text(
        "条文没有写明设在境外的系统，两种理解均由本站依条文文字归纳。没有找到权威解释。有评论说，境外发生的事件影响到从中国传出的数据的，"
        "境内实体也须报告（一个来源）；所见的条文和答记者问都没有这一要求。",
        "The text does not mention systems abroad; both readings are drawn from the wording by this site. No authoritative "
        "interpretation was found. One commentary says that an entity in China must also report an incident abroad that affects "
        "data sent from China (one source); no part of the text seen, nor the Q&A, says so.",
    ),
    basis=(
        quote(
            "incident-qa:q3-p1",
            "在中华人民共和国境内建设、运营网络或者通过网络提供服务",
            "build or operate networks, or provide services through networks, within the territory of the People's Republic of "
            "China",
        ),
        digest("incident-measures:art-2", "2S"),
    ),
)

GROUP = Reading(
    id="group-and-parent",
    question=Text(
        "事件发生在集团内的，由谁报告：发生事件的公司、母公司，还是为集团提供系统的公司？",
        "Who reports an incident within a group: the company that has it, the parent, or the company that runs the system "
        "for the group?",
    ),
    strict=Text(
        "凡属网络所有者、管理者或者网络服务提供者的，各自报告；一家已经报告，不免除其他各家的义务（每次只算一家）。",
        "Each of them that owns or manages the network or provides the service reports; a report by one does not discharge "
        "the others (the calculator works out one operator at a time).",
    ),
    other=Text(
        "同一事件由其中一家报告即可，也可以由集团统一报告。",
        "One report on the same incident is enough, and the group may make it for all.",
    ),
    source=Text(
        "条文没有写明集团如何报告。没有找到权威解释。",
        "The text does not say how a group reports. No authoritative interpretation was found.",
    ),
    basis=(digest("incident-measures:art-12", "2S"), digest("incident-measures:art-4", "2S")),
)

LEARNED_THROUGH_SUPPLIER = Reading(
    id="learned-through-supplier",
    question=Text(
        "安全厂商、运维商、云服务商先发现事件的，运营者何时算是“获知”？",
        "When a security, maintenance or cloud supplier discovers the incident first, when has the operator “learned of” it?",
    ),
    strict=Text(
        "供应商发现之时：从严，把代为看管系统的供应商所知视为运营者所知。这是本站推定（请据此填写时间）。",
        "When the supplier discovers it: strictly, what a supplier knows that watches the system on the operator's behalf "
        "counts as known to the operator. That is deduced by this site (enter the time accordingly).",
    ),
    other=Text(
        "供应商的通知到达运营者之时：第六条（条号系推定）要求供应商向运营者及时报告，可见两者不是同一时刻。",
        "When the supplier's notice reaches the operator: Article 6 (the number is deduced) has the supplier report to the "
        "operator promptly, so the two moments are not the same.",
    ),
    source=Text(
        "没有找到权威解释，也没有来源主张从严的理解；两种理解均由本站推定，第六条的文字更接近另一种。",
        "No authoritative interpretation was found, and no source takes the strict reading; both are deduced by this site, and the "
        "words of Article 6 are closer to the other.",
    ),
    basis=(digest("incident-measures:art-4", "INF"), digest("incident-measures:art-6", "2S")),
)

SCOPE = (SYSTEM_ABROAD, OPERATOR_ABROAD, GROUP, LEARNED_THROUGH_SUPPLIER)
