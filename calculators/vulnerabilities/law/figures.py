"""The numbers and dates of the Provisions, each once, with the day from which it is in force.

An amendment adds ``.then(day, …)``. Where each comes from is said by the rule that uses it.
"""

from __future__ import annotations

from datetime import date

from calculators.kernel.citation import quote
from calculators.kernel.dated import since
from calculators.kernel.duties.limits import days, months

IN_FORCE = date(2021, 9, 1)
COMMENCEMENT = quote(
    "vulnerability-provisions:art-16-p1",
    "本规定自2021年9月1日起施行",
    "These Provisions come into force on 1 September 2021",
)

PLATFORM_REPORT = since(IN_FORCE, days(2))
LOG_RETENTION = since(IN_FORCE, months(6))
