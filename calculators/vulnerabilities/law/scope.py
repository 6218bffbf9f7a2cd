"""Whom the Provisions bind (Article 2): the first step of each of their calculators, taken as given and not judged."""

from __future__ import annotations

from calculators.kernel.citation import quote
from calculators.kernel.finding import Outcome, Step
from calculators.kernel.text import Text


def scope_step(outcome: Outcome = "applies") -> Step:
    """Return the step; ``outcome`` is how a calculator says that what is taken as given holds."""
    return Step(
        rule="scope",
        basis=(
            quote(
                "vulnerability-provisions:art-2-p1",
                "中华人民共和国境内的网络产品（含硬件、软件）提供者和网络运营者，以及从事网络产品安全漏洞发现、收集、发布等活动的"
                "组织或者个人，应当遵守本规定",
                "Network product (including hardware and software) providers and network operators within the territory of the "
                "People's Republic of China, and organisations or individuals engaged in activities such as the discovery, "
                "collection or publication of network product security vulnerabilities, shall comply with these Provisions",
            ),
        ),
        outcome=outcome,
        text=_SCOPE,
    )


_SCOPE = Text(
    "《规定》第二条及于境内的网络产品提供者、网络运营者，以及从事漏洞发现、收集、发布等活动的组织或者个人。"
    "这里按受其约束计算，是否属于未作判断。",
    "Article 2 of the Provisions reaches network product providers and network operators within China, and organisations or "
    "individuals that discover, collect or publish vulnerabilities. That you are one of them is taken as given and not examined.",
)
