"""What the queries came to, said at the end of a test run."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print precision and recall of the search, a line a language."""
    passed_or_not = (report for reports in terminalreporter.stats.values() for report in reports)
    said = (getattr(report, "user_properties", ()) for report in passed_or_not)
    rows = sorted({row for each in said for name, row in each if name == "search"})
    if rows:
        terminalreporter.section("search")
    for row in rows:
        terminalreporter.write_line(row)
