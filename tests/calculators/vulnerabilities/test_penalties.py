"""Penalties are named by the article of the Cybersecurity Law as it was numbered on the day of the case."""

from __future__ import annotations

import pytest

from calculators.catalogue import ask
from calculators.kernel.finding import Finding
from calculators.kernel.finding.parts import Penalties

LAST_OF_2025 = (
    "第六十条（2026年1月1日起为第六十二条）",
    "Article 60 of the Cybersecurity Law (since 1 January 2026: Article 62)",
)
SINCE_2026 = (
    "第六十二条（2026年1月1日前为第六十条）",
    "Article 62 of the Cybersecurity Law (before 1 January 2026: Article 60)",
)


@pytest.mark.parametrize(
    ("calculator", "facts", "named"),
    [
        ("vulnerability-duties", {"role": "provider", "aware_at": "2025-12-31T23:59:59+08:00"}, LAST_OF_2025),
        # The same moment, written elsewhere: the day is that of Beijing.
        ("vulnerability-duties", {"role": "provider", "aware_at": "2025-12-31T15:59:59Z"}, LAST_OF_2025),
        ("vulnerability-duties", {"role": "provider", "aware_at": "2025-12-31T16:00:00Z"}, SINCE_2026),
        ("vulnerability-duties", {"role": "platform", "log_created_on": "2025-12-31"}, LAST_OF_2025),
        ("vulnerability-duties", {"role": "finder"}, SINCE_2026),
        ("disclosure", {"act": "publish", "on": "2025-12-31"}, LAST_OF_2025),
        ("disclosure", {"act": "publish", "on": "2026-01-01"}, SINCE_2026),
        ("disclosure", {"act": "publish"}, SINCE_2026),
    ],
)
def test_the_article_is_that_of_the_day(
    calculator: str, facts: dict[str, str], named: tuple[str, str]
) -> None:
    finding = ask(calculator, facts)
    assert isinstance(finding, Finding)
    part = finding.conclusion.part(Penalties)
    assert part
    first = part.penalties[0].text
    assert named[0] in first.zh
    assert named[1] in first.en
