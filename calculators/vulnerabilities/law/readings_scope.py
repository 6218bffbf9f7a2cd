"""Points on which the Provisions are silent: whom and what they reach. Every question that people bring rests on them."""

from __future__ import annotations

from collections.abc import Mapping

from calculators.kernel.citation import quote
from calculators.kernel.finding import Reading
from calculators.kernel.text import Text

_ARTICLE_2 = "vulnerability-provisions:art-2-p1"

FINDER_ABROAD = Reading(
    id="finder-abroad",
    question=Text(
        "第二条的“境内”是否也限定发现者、收集者：在境外发现漏洞的组织或者个人，是否受《规定》约束？",
        "Does “within the territory” in Article 2 qualify finders as well: do the Provisions bind an organisation or "
        "individual that discovers vulnerabilities abroad?",
    ),
    strict=Text(
        "受约束：“境内的”只写在提供者和运营者之前，“以及”之后的组织或者个人不受其限定。",
        "Yes: in the Chinese these words stand before providers and operators; the organisations and individuals named after "
        "them are not qualified.",
    ),
    other=Text(
        "不受约束：“境内的”限定其后列举的各方，只及于境内的组织或者个人。",
        "No: they qualify all that is named in the sentence, so only organisations and individuals in China are bound.",
    ),
    source=Text(
        "条文两种读法都可以（一个来源）。没有找到权威解释。",
        "The Chinese text allows both (one source). No authoritative interpretation was found.",
    ),
    basis=(
        quote(
            _ARTICLE_2,
            "以及从事网络产品安全漏洞发现、收集、发布等活动的组织或者个人",
            "and organisations or individuals engaged in activities such as the discovery, collection or publication of "
            "network product security vulnerabilities",
        ),
    ),
)

PROVIDER_OPERATOR_ABROAD = Reading(
    id="provider-or-operator-abroad",
    question=Text(
        "设在境外、在中国境内销售产品或者运营网络的提供者、运营者，是否受《规定》约束？",
        "Do the Provisions bind a provider or an operator that is established abroad and sells its products, or runs its "
        "network, in China?",
    ),
    strict=Text(
        "受约束：产品或者网络在境内的，不论其设在何处。",
        "Yes: where the product or the network is in China, wherever it is established.",
    ),
    other=Text(
        "不受约束：“境内的”限定提供者、运营者本身；境内的子公司、进口商是不是提供者，另行判断。",
        "No: the provider or operator itself must be within the territory; whether its subsidiary or importer there is a "
        "provider is another question.",
    ),
    source=Text(
        "“提供者”没有定义（一个来源）。没有找到权威解释。",
        "“Provider” is not defined (one source). No authoritative interpretation was found.",
    ),
    basis=(
        quote(
            _ARTICLE_2,
            "中华人民共和国境内的网络产品（含硬件、软件）提供者和网络运营者",
            "Network product (including hardware and software) providers and network operators within the territory of the "
            "People's Republic of China",
        ),
    ),
)

MAINTAINER_AS_PROVIDER = Reading(
    id="maintainer-as-provider",
    question=Text(
        "无偿维护开源软件的组织或者个人，是不是网络产品提供者？",
        "Is an organisation or individual that maintains open-source software without charge a network product provider?",
    ),
    strict=Text(
        "是：网络产品含软件，把软件供他人使用的就是提供者，不论是否收费（请按“网络产品提供者”填写）。",
        "Yes: network products include software, and whoever makes software available to others provides it, paid or not "
        "(answer as a provider).",
    ),
    other=Text(
        "不是：提供者是向用户供应产品并负责的一方，只公开源代码的不在其列。",
        "No: a provider is one who supplies users with a product and answers for it; merely publishing source code is not that.",
    ),
    source=Text(
        "“提供者”没有定义（一个来源）。没有找到权威解释；两种理解均由本站依条文文字归纳。",
        "“Provider” is not defined (one source). No authoritative interpretation was found; both readings are drawn from the "
        "wording by this site.",
    ),
    basis=(
        quote(
            _ARTICLE_2,
            "网络产品（含硬件、软件）提供者",
            "Network product (including hardware and software) providers",
        ),
    ),
)

SERVICES_AS_PRODUCTS = Reading(
    id="services-as-products",
    question=Text(
        "云服务、SaaS 等服务是否属于“网络产品”？",
        "Are services, such as cloud services and SaaS, network products?",
    ),
    strict=Text(
        "按网络产品对待：服务由软件提供，而网络产品含软件。",
        "They are treated as such: a service is software at work, and network products include software.",
    ),
    other=Text(
        "不属于：《规定》只写产品；《网络安全法》第二十四条则把产品和服务并列写出。",
        "They are not: the Provisions say products alone, while Article 24 of the Cybersecurity Law names products and "
        "services.",
    ),
    source=Text(
        "《网络安全法》第二十四条为两个以上来源；据此作何理解，为本站推定。没有找到权威解释。",
        "Article 24 of the Cybersecurity Law: two or more sources; what follows from it is deduced by this site. No "
        "authoritative interpretation was found.",
    ),
    basis=(
        quote(_ARTICLE_2, "网络产品（含硬件、软件）", "Network product (including hardware and software)"),
    ),
)

SCOPE = (FINDER_ABROAD, PROVIDER_OPERATOR_ABROAD, MAINTAINER_AS_PROVIDER, SERVICES_AS_PRODUCTS)

_TERRITORY: Mapping[str, tuple[Reading, ...]] = {
    "finder": (FINDER_ABROAD,),
    "platform": (FINDER_ABROAD,),
    "provider": (PROVIDER_OPERATOR_ABROAD,),
    "operator": (PROVIDER_OPERATOR_ABROAD,),
    "unknown": (FINDER_ABROAD, PROVIDER_OPERATOR_ABROAD),
}


def territory_of(who: str) -> tuple[Reading, ...]:
    """Return the readings on whether Article 2 reaches one who is abroad; where it is open who that is, both."""
    return _TERRITORY[who]
