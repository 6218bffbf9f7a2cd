"""Whom the Measures bind (Article 2): the first step of each of their calculators, taken as given and not judged."""

from __future__ import annotations

from calculators.kernel.citation import digest, quote
from calculators.kernel.finding import Step
from calculators.kernel.text import Text

SCOPE = Step(
    rule="scope",
    basis=(
        digest("incident-measures:art-2", "2S"),
        quote(
            "incident-qa:q3-p1",
            "在中华人民共和国境内建设、运营网络或者通过网络提供服务的网络运营者",
            "network operators that build or operate networks, or provide services through networks, within the territory of "
            "the People's Republic of China",
        ),
    ),
    outcome="applies",
    text=Text(
        "《办法》第二条及于在境内建设、运营网络或者通过网络提供服务的网络运营者。这里按属于此类运营者计算，是否属于未作判断。",
        "Article 2 of the Measures reaches network operators that build or operate networks, or provide services through "
        "networks, within China. That this is such an operator is taken as given and not examined.",
    ),
)
