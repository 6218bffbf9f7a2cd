"""What articles 4 and 9 of the Provisions require of a disclosure, one rule each, in the order of checking."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.logic import any_of, fact_is
from calculators.kernel.requirements import Requirement, check_apart
from calculators.kernel.text import Text
from calculators.vulnerabilities.disclosure.acts import EVERY_ACT, PUBLISH, SHARE_ABROAD
from calculators.vulnerabilities.disclosure.rules_early_release import AFTER_THE_PATCH

_PUBLISH = frozenset({PUBLISH})
_ART_9 = "vulnerability-provisions:art-9-p1"

LAWFUL_PURPOSE = Requirement(
    id="lawful-purpose",
    acts=EVERY_ACT,
    condition=fact_is(
        "unlawful_purpose",
        "no",
        zh="没有非法收集、出售、发布，也不是明知他人危害网络安全还提供帮助",
        en="there is no illegal collection, sale or publication and no help to someone known to endanger cybersecurity",
    ),
    basis=(
        quote(
            "vulnerability-provisions:art-4-p1",
            "不得非法收集、出售、发布网络产品安全漏洞信息",
            "no organisation or individual may illegally collect, sell or publish network product security vulnerability information",
        ),
    ),
    met=Text(
        "不属于非法收集、出售、发布，也不属于明知他人危害网络安全还提供帮助",
        "it is no illegal collection, sale or publication and no help to someone known to endanger cybersecurity",
    ),
    not_met=Text(
        "属于非法收集、出售、发布漏洞信息，或者明知他人危害网络安全还提供帮助，对任何组织和个人都是禁止的",
        "it is illegal collection, sale or publication, or help to someone known to endanger cybersecurity, which is forbidden to everyone",
    ),
    asked=Text(
        "是否属于非法收集、出售、发布，或者明知他人危害网络安全还提供帮助",
        "whether it is illegal collection, sale or publication, or help to someone known to endanger cybersecurity",
    ),
)

NO_ATTACK_TOOL = Requirement(
    id="no-attack-tool",
    acts=EVERY_ACT,
    condition=fact_is(
        "attack_tool",
        "no",
        zh="不附带专门用于危害网络安全活动的程序和工具",
        en="no program or tool made to exploit the vulnerability against cybersecurity comes with it",
    ),
    basis=(
        quote(
            f"{_ART_9}-i4",
            "不得发布或者提供专门用于利用网络产品安全漏洞从事危害网络安全活动的程序和工具",
            "must not publish or provide programs or tools specifically intended for use in exploiting network product security "
            "vulnerabilities to engage in activities that endanger cybersecurity",
        ),
    ),
    met=Text("不附带专门用于攻击的程序和工具", "no program or tool made for attack comes with it"),
    not_met=Text(
        "附带专门用于利用该漏洞危害网络安全的程序和工具，提供给谁都在禁止之列",
        "a program or tool made to exploit the vulnerability against cybersecurity comes with it, which is forbidden whoever receives it",
    ),
    asked=Text("是否附带专门用于攻击的程序和工具", "whether a program or tool made for attack comes with it"),
)

NOT_ABROAD_BEFORE_PUBLIC = Requirement(
    id="not-abroad-before-public",
    acts=frozenset({SHARE_ABROAD}),
    condition=fact_is(
        "already_public",
        "yes",
        zh="该信息已经公开（等待其公开；自行发布的，另按第（一）至（六）项判断）",
        en="the information is already public (wait; publishing it oneself is judged under items (1) to (6))",
    ),
    basis=(
        quote(
            f"{_ART_9}-i7",
            "不得将未公开的网络产品安全漏洞信息向网络产品提供者之外的境外组织或者个人提供",
            "must not provide undisclosed network product security vulnerability information to organisations or individuals abroad "
            "other than the network product provider",
        ),
    ),
    met=Text(
        "信息已经公开，第（七）项只禁止向境外提供未公开的信息",
        "the information is public, and item (7) forbids only what is not",
    ),
    not_met=Text(
        "信息没有公开，对方在境外，又不是该产品的提供者",
        "the information is not public, and the recipient is abroad and not the product's provider",
    ),
    asked=Text("信息是否已经公开", "whether the information is already public"),
)

NO_OPERATOR_DETAILS = Requirement(
    id="no-operator-details",
    acts=_PUBLISH,
    condition=fact_is(
        "operator_details",
        "no",
        zh="不涉及网络运营者在用系统的漏洞细节",
        en="no details of a vulnerability in systems an operator has in use are shown",
    ),
    basis=(
        quote(
            f"{_ART_9}-i2",
            "不得发布网络运营者在用的网络、信息系统及其设备存在安全漏洞的细节情况",
            "must not publish the details of security vulnerabilities existing in networks, information systems or their "
            "equipment in use by network operators",
        ),
    ),
    met=Text(
        "不涉及运营者在用系统的漏洞细节",
        "it shows no details of a vulnerability in systems an operator has in use",
    ),
    not_met=Text(
        "含有运营者在用的网络、信息系统及其设备的漏洞细节",
        "it shows details of a vulnerability in networks, information systems or equipment that an operator has in use",
    ),
    asked=Text(
        "是否含有运营者在用系统的漏洞细节",
        "whether it shows details of a vulnerability in systems an operator has in use",
    ),
)

NO_HYPE = Requirement(
    id="no-hype",
    acts=_PUBLISH,
    condition=fact_is(
        "hype",
        "no",
        zh="不刻意夸大，也不用于恶意炒作、诈骗或者敲诈勒索",
        en="it neither deliberately exaggerates nor serves malicious hype, fraud or extortion",
    ),
    basis=(
        quote(
            f"{_ART_9}-i3",
            "不得刻意夸大网络产品安全漏洞的危害和风险",
            "must not deliberately exaggerate the harm or risks of network product security vulnerabilities",
        ),
    ),
    met=Text(
        "不刻意夸大危害和风险，也不用于恶意炒作、诈骗或者敲诈勒索",
        "it neither deliberately exaggerates nor serves malicious hype, fraud or extortion",
    ),
    not_met=Text(
        "刻意夸大危害和风险，或者用于恶意炒作、诈骗、敲诈勒索",
        "it deliberately exaggerates, or is used for malicious hype, fraud or extortion",
    ),
    asked=Text(
        "是否刻意夸大或者用于恶意炒作、诈骗、敲诈勒索",
        "whether it deliberately exaggerates or serves malicious hype, fraud or extortion",
    ),
)

REMEDY_PUBLISHED = Requirement(
    id="remedy-published",
    acts=_PUBLISH,
    condition=fact_is(
        "remedy_published",
        "yes",
        zh="同步发布修补或者防范措施",
        en="patching or preventive measures are published with it",
    ),
    basis=(
        quote(
            f"{_ART_9}-i5",
            "应当同步发布修补或者防范措施",
            "shall simultaneously publish patching or preventive measures",
        ),
    ),
    met=Text("同步发布修补或者防范措施", "patching or preventive measures are published with it"),
    not_met=Text("没有同步发布修补或者防范措施", "no patching or preventive measures are published with it"),
    asked=Text(
        "是否同步发布修补或者防范措施", "whether patching or preventive measures are published with it"
    ),
)

NOT_IN_A_MAJOR_EVENT = Requirement(
    id="not-in-a-major-event",
    acts=_PUBLISH,
    condition=any_of(
        fact_is(
            "major_event",
            "no",
            zh="不在国家举办重大活动期间",
            en="the state holds no major event at the time",
        ),
        fact_is("mps_consent", "yes", zh="公安部已经同意", en="MPS has agreed"),
    ),
    basis=(
        quote(
            f"{_ART_9}-i6",
            "在国家举办重大活动期间，未经公安部同意，不得擅自发布网络产品安全漏洞信息",
            "While the state is holding a major event, they must not publish network product security vulnerability information on "
            "their own authority without the consent of the Ministry of Public Security",
        ),
    ),
    met=Text(
        "不在国家举办重大活动期间，或者公安部已经同意",
        "the state holds no major event at the time, or MPS has agreed",
    ),
    not_met=Text(
        "正值国家举办重大活动期间，公安部没有同意",
        "the state is holding a major event, and MPS has not agreed",
    ),
    asked=Text(
        "是否在国家举办重大活动期间、公安部是否同意",
        "whether the state holds a major event at the time, or MPS has agreed",
    ),
)

PRINCIPLED = Requirement(
    id="principled",
    acts=_PUBLISH,
    condition=fact_is(
        "principled",
        "yes",
        zh="遵循必要、真实、客观以及有利于防范风险的原则",
        en="it is necessary, truthful and objective and helps to prevent risk",
    ),
    basis=(
        quote(
            _ART_9,
            "应当遵循必要、真实、客观以及有利于防范网络安全风险的原则",
            "shall follow the principles of necessity, truthfulness, objectivity and being conducive to preventing cybersecurity risks",
        ),
    ),
    met=Text(
        "符合必要、真实、客观以及有利于防范风险的原则",
        "it is necessary, truthful and objective and helps to prevent risk",
    ),
    not_met=Text(
        "不符合必要、真实、客观以及有利于防范网络安全风险的原则",
        "it is not necessary, truthful and objective, or does not help to prevent risk",
    ),
    asked=Text(
        "是否符合必要、真实、客观以及有利于防范风险的原则",
        "whether it is necessary, truthful and objective and helps to prevent risk",
    ),
)

REQUIREMENTS: tuple[Requirement, ...] = (
    LAWFUL_PURPOSE,
    NO_ATTACK_TOOL,
    NOT_ABROAD_BEFORE_PUBLIC,
    AFTER_THE_PATCH,
    NO_OPERATOR_DETAILS,
    NO_HYPE,
    REMEDY_PUBLISHED,
    NOT_IN_A_MAJOR_EVENT,
    PRINCIPLED,
)
check_apart(REQUIREMENTS)
