"""The Measures on reporting cybersecurity incidents, with the official Q&A on them."""

from calculators.incidents.grade.calculator import CALCULATOR as INCIDENT_GRADE
from calculators.incidents.report.calculator import CALCULATOR as INCIDENT_REPORT
from calculators.kernel.law import Law

LAW = Law(
    works=("law/measures.toml", "law/qa.toml"),
    calculators={"report": INCIDENT_REPORT, "grade": INCIDENT_GRADE},
)
