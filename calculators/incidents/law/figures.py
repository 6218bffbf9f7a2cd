"""The numbers and dates of the Measures, each once, with the day from which it is in force.

An amendment adds ``.then(day, …)``. Where each comes from is said by the rule that uses it.
"""

from __future__ import annotations

from datetime import date

from calculators.kernel.dated import since
from calculators.kernel.duties.limits import days, hours, minutes

IN_FORCE = date(2025, 11, 1)

CII_REPORT = since(IN_FORCE, hours(1))
CENTRAL_REPORT = since(IN_FORCE, hours(2))
PROVINCIAL_REPORT = since(IN_FORCE, hours(4))

CII_RELAY = since(IN_FORCE, minutes(30))
CENTRAL_RELAY = since(IN_FORCE, hours(1))
PROVINCIAL_RELAY = since(IN_FORCE, hours(1))

SUMMARY = since(IN_FORCE, days(30))
