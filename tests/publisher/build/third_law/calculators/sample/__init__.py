"""Invented measures, a third law for the drill: nothing here is in force anywhere."""

from calculators.sample.report.calculator import CALCULATOR

from calculators.kernel.law import Law

LAW = Law(works=("law/measures.toml",), calculators={"report": CALCULATOR})
