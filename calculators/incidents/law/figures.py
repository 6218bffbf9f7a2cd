"""The numbers and dates of the Measures, each once; where each comes from is said by the rule that uses it."""

from __future__ import annotations

from datetime import date

from calculators.kernel.duties.limits import days, hours, minutes

IN_FORCE = date(2025, 11, 1)

CII_REPORT = hours(1)
CENTRAL_REPORT = hours(2)
PROVINCIAL_REPORT = hours(4)

CII_RELAY = minutes(30)
CENTRAL_RELAY = hours(1)
PROVINCIAL_RELAY = hours(1)

SUMMARY = days(30)
