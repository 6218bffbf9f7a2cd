"""Points on which the Provisions are silent about disclosure: the strict reading first, the other beside it."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.acts import (
    PUBLISH,
    REPORT_PLATFORM,
    SHARE_ABROAD,
    SHARE_DOMESTIC,
    TELL_PROVIDER,
)
from calculators.vulnerabilities.disclosure.messages import NONE_FOUND
from calculators.vulnerabilities.disclosure.readings_abroad import (
    ABROAD,
    ABROAD_READINGS,
    BOUNTY_PLATFORM_ABROAD,
    CONTEST_ABROAD,
    CVE_REQUEST,
    CYBER_RESILIENCE_ACT,
    PRIVATE_ADVISORY,
    PROVIDER_ABROAD,
)
from calculators.vulnerabilities.disclosure.readings_early_release import (
    FAVOURABLE_ASSESSMENT,
    MITIGATION,
    WHO_PUBLISHES,
)
from calculators.vulnerabilities.law.readings_scope import (
    FINDER_ABROAD,
    PROVIDER_OPERATOR_ABROAD,
    SERVICES_AS_PRODUCTS,
    territory_of,
)

_ART_9 = "vulnerability-provisions:art-9-p1"

_CHAPEAU = quote(
    _ART_9,
    "从事网络产品安全漏洞发现、收集的组织或者个人",
    "organisations or individuals engaged in the discovery or collection of network product security vulnerabilities",
)
_TO_SOCIETY = quote(
    _ART_9,
    "通过网络平台、媒体、会议、竞赛等方式向社会发布",
    "publish network product security vulnerability information to the public by means such as network platforms, media, "
    "conferences and competitions",
)

WHO_IS_BOUND = Reading(
    id="who-is-bound",
    question=Text(
        "提供者或者运营者实施这一行为，是否受第九条约束？",
        "Does Article 9 bind a provider or an operator that does this?",
    ),
    strict=Text("不论由谁实施，都按第九条衡量。", "It applies whoever acts."),
    other=Text(
        "第九条只及于从事漏洞发现、收集的组织或者个人；提供者依第七条修补并合理发布，运营者依第八条修补。",
        "Article 9 speaks of those who discover or collect vulnerabilities; a provider patches and reasonably publishes under "
        "Article 7, an operator patches under Article 8.",
    ),
    source=NONE_FOUND,
    basis=(
        _CHAPEAU,
        quote(
            "vulnerability-provisions:art-7-p1",
            "确保其产品安全漏洞得到及时修补和合理发布",
            "ensure that security vulnerabilities in their products are promptly patched and are published in a reasonable manner",
        ),
    ),
)

PROOF_OF_CONCEPT = Reading(
    id="proof-of-concept",
    question=Text(
        "概念验证代码是否属于“专门用于”危害网络安全活动的程序和工具？",
        "Is a proof of concept a program or tool “specifically intended for use in” endangering cybersecurity?",
    ),
    strict=Text(
        "可以直接用于攻击的代码，即使自称概念验证，也按“专门用于”对待（请据此作答）。",
        "Code that can be used for attack as it stands is treated as such a tool, even if it is called a proof of concept (answer "
        "accordingly here).",
    ),
    other=Text(
        "仅能证明漏洞存在、不能用于攻击的代码，不是“专门用于”危害网络安全活动的工具。",
        "Code that only proves the flaw and cannot be used for attack is not “specifically intended for use in” endangering cybersecurity.",
    ),
    source=NONE_FOUND,
    basis=(
        quote(
            f"{_ART_9}-i4",
            "专门用于利用网络产品安全漏洞从事危害网络安全活动的程序和工具",
            "programs or tools specifically intended for use in exploiting network product security vulnerabilities to engage in "
            "activities that endanger cybersecurity",
        ),
    ),
)

PUBLIC_ABROAD = Reading(
    id="publishing-reaches-abroad",
    question=Text(
        "向社会公开发布，境外也能看到，是否构成向境外“提供”未公开信息？",
        "What is published to the world is read abroad too: does that “provide” undisclosed information there?",
    ),
    strict=Text(
        "可能构成：发布之时信息尚未公开，境外的人同时获得。为稳妥起见，第（一）项的条件具备之前一律不发布。",
        "It may be: at the moment of release the information is not public, and people abroad receive it too. To be safe, publish "
        "nothing before item (1) is fulfilled.",
    ),
    other=Text(
        "不构成：第九条分列“发布”与“提供”，向社会发布适用第（一）至（六）项（结论采用这一理解，公开发布不另适用第（七）项）。",
        "It is not: Article 9 sets “publish” and “provide” apart, and publication is under items (1) to (6) (the answer takes this one: item (7) "
        "is not added to publication).",
    ),
    source=NONE_FOUND,
    basis=(_TO_SOCIETY, ABROAD),
)

WHAT_IS_PUBLICATION = Reading(
    id="what-is-publication",
    question=Text("哪些情形属于“向社会发布”？", "What is publishing “to the public”?"),
    strict=Text(
        "凡不特定的人可以获得的，都按向社会发布对待，包括会员制社区、付费名单和人数众多的群组（请据此选择披露方式）。",
        "Whatever can be obtained by people who were not individually chosen is published to the public: closed communities, "
        "paid lists and large groups included (choose the way accordingly).",
    ),
    other=Text(
        "仅指通过网络平台、媒体、会议、竞赛等方式面向公众的发布；向特定的人提供不在其列。",
        "Only release to the public by network platforms, media, conferences, competitions and the like; passing it to particular "
        "persons is not.",
    ),
    source=Text(
        "条文没有定义（一个来源）。" + NONE_FOUND.zh,
        "The text has no definition (one source). " + NONE_FOUND.en,
    ),
    basis=(_TO_SOCIETY,),
)

MAJOR_EVENT = Reading(
    id="major-event",
    question=Text(
        "什么是“国家举办重大活动期间”，在哪里公布？",
        "What is a period in which the state holds a major event, and where is it announced?",
    ),
    strict=Text(
        "凡可能属于国家举办的重大活动期间，先取得公安部同意再发布，或者推迟发布。",
        "In any period that may be one: publish only with the consent of MPS, or later.",
    ),
    other=Text(
        "仅限国家正式公布的重大活动的起止日期。",
        "Only the dates of events that the state has formally announced.",
    ),
    source=Text(
        "没有找到定义、清单或者公布的地点。", "No definition, list or place of announcement was found."
    ),
    basis=(
        quote(
            f"{_ART_9}-i6",
            "在国家举办重大活动期间",
            "While the state is holding a major event",
        ),
    ),
)

LEAKS = Reading(
    id="sharing-and-leaks",
    question=Text(
        "在境内向第三方提供，还应当注意什么？",
        "What else counts when it is shared with a third party within China?",
    ),
    strict=Text(
        "组织应当采取措施防范信息泄露和违规发布：只提供给确有必要知悉的人，并约束其不再扩散，不得以此变相发布或者出境。",
        "An organisation shall take measures against leaks and publication in violation of the rules: share only with those who need to "
        "know, bind them not to pass it on, and let it become neither publication nor a way abroad.",
    ),
    other=Text(
        "第十一条只约束从事发现、收集的组织的内部管理，不直接约束个人的提供行为。",
        "Article 11 concerns the internal management of organisations that discover or collect; it does not bind an individual who "
        "shares.",
    ),
    source=NONE_FOUND,
    basis=(
        quote(
            "vulnerability-provisions:art-11-p1",
            "采取措施防范网络产品安全漏洞信息泄露和违规发布",
            "take measures to prevent network product security vulnerability information from being leaked or published in "
            "violation of rules",
        ),
    ),
)

PROVIDED_NOT_PUBLISHED = Reading(
    id="provided-not-published",
    question=Text(
        "第九条第一款的开头只说“向社会发布”，第（四）项、第（七）项是否也约束只向特定对象提供的行为？",
        "Article 9, paragraph 1, opens with publishing to the public: do items (4) and (7) also bind what is only provided to "
        "particular persons?",
    ),
    strict=Text(
        "约束：两项的文字都写有“提供”，不以向社会发布为限。",
        "Yes: both items say “provide” and are not limited to publication.",
    ),
    other=Text("仅在向社会发布时适用。", "Only where something is published to the public."),
    source=NONE_FOUND,
    basis=(
        _TO_SOCIETY,
        quote(f"{_ART_9}-i4", "不得发布或者提供", "must not publish or provide"),
        quote(f"{_ART_9}-i7", "提供。", "must not provide"),
    ),
)

WHAT_IS_PUBLIC = Reading(
    id="what-is-public",
    question=Text("怎样才不再是“未公开”的信息？", "When is information no longer “undisclosed”?"),
    strict=Text(
        "已经依法向社会公开；因泄露或者违规发布而流传的，仍按未公开对待（请据此作答）。",
        "When it was lawfully published to the public; what circulates through a leak or wrongful publication is treated as "
        "undisclosed (answer accordingly).",
    ),
    other=Text("公众实际可以获得，就是已经公开。", "When the public can in fact obtain it."),
    source=Text("条文没有定义。" + NONE_FOUND.zh, "The text has no definition. " + NONE_FOUND.en),
    basis=(
        quote(
            f"{_ART_9}-i7",
            "未公开的网络产品安全漏洞信息",
            "undisclosed network product security vulnerability information",
        ),
    ),
)

READINGS = (
    WHO_IS_BOUND,
    PROOF_OF_CONCEPT,
    PUBLIC_ABROAD,
    WHAT_IS_PUBLICATION,
    MAJOR_EVENT,
    LEAKS,
    PROVIDED_NOT_PUBLISHED,
    FAVOURABLE_ASSESSMENT,
    WHO_PUBLISHES,
    MITIGATION,
    WHAT_IS_PUBLIC,
    *ABROAD_READINGS,
    FINDER_ABROAD,
    PROVIDER_OPERATOR_ABROAD,
    SERVICES_AS_PRODUCTS,
)
"""All of them; which bear on a case is below."""

_BY_ACT: Mapping[str, tuple[Reading, ...]] = {
    PUBLISH: (
        MITIGATION,
        FAVOURABLE_ASSESSMENT,
        PROOF_OF_CONCEPT,
        PUBLIC_ABROAD,
        WHAT_IS_PUBLICATION,
        MAJOR_EVENT,
    ),
    TELL_PROVIDER: (PROVIDED_NOT_PUBLISHED, PROOF_OF_CONCEPT, PROVIDER_ABROAD),
    REPORT_PLATFORM: (PROVIDED_NOT_PUBLISHED, PROOF_OF_CONCEPT),
    SHARE_ABROAD: (
        PROVIDED_NOT_PUBLISHED,
        WHAT_IS_PUBLIC,
        PROOF_OF_CONCEPT,
        CYBER_RESILIENCE_ACT,
        PROVIDER_ABROAD,
    ),
    SHARE_DOMESTIC: (PROVIDED_NOT_PUBLISHED, PROOF_OF_CONCEPT, WHAT_IS_PUBLICATION, LEAKS),
}
_NOT_YET_PUBLIC: Mapping[str, tuple[Reading, ...]] = {
    PUBLISH: (CONTEST_ABROAD,),
    TELL_PROVIDER: (PRIVATE_ADVISORY, BOUNTY_PLATFORM_ABROAD),
    SHARE_ABROAD: (CVE_REQUEST, PRIVATE_ADVISORY, BOUNTY_PLATFORM_ABROAD, CONTEST_ABROAD),
}
"""What bears on an act only while the information is not public, or may not be."""


def readings_for(act: str, answers: Mapping[str, str]) -> tuple[Reading, ...]:
    """Return the readings that bear on an act, and of those on who acts and what is known only what matters here."""
    actor = answers["actor"]
    return (
        *((WHO_IS_BOUND,) if actor in {"provider", "operator"} else ()),
        *_BY_ACT[act],
        *((WHO_PUBLISHES,) if act == PUBLISH and answers["patch_available"] != "yes" else ()),
        *(_NOT_YET_PUBLIC.get(act, ()) if answers["already_public"] != "yes" else ()),
        *territory_of(actor),
        SERVICES_AS_PRODUCTS,
    )
