"""The Provisions on the security vulnerabilities of network products."""

from calculators.kernel.law import Law
from calculators.vulnerabilities.disclosure.calculator import CALCULATOR as DISCLOSURE
from calculators.vulnerabilities.duties.calculator import CALCULATOR as VULNERABILITY_DUTIES

LAW = Law(
    works=("law/provisions.toml",),
    calculators={"duties": VULNERABILITY_DUTIES, "disclosure": DISCLOSURE},
)
