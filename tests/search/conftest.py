"""What the queries came to, said at the end of a test run."""

from __future__ import annotations

import pytest

from tests.search.queries import Scores

SCORES: dict[str, Scores] = {}


@pytest.fixture(scope="session")
def scores() -> dict[str, Scores]:
    """Where the test of a language leaves its sums."""
    return SCORES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print precision and recall of the search, a line a language."""
    if SCORES:
        terminalreporter.section("search")
        for name in sorted(SCORES):
            language, precision, recall, first = SCORES[name].row()
            terminalreporter.write_line(
                f"{language}: precision {precision}, recall {recall}, first hit right {first}"
            )
