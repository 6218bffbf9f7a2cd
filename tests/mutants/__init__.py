"""Deliberate faults in `calculators/`, one at a time, and whether the tests notice: ``make mutants``."""
