"""Which function of the rules each test calls, and how long it takes: only those can notice a fault in it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "calculators"
PURE = ("tests/approved", "tests/calculators", "tests/text")
"""The tests that need no site, browser or pack. They are all that is asked here."""
SLOW = (
    "tests/calculators/vulnerabilities/test_disclosure_exhaustive.py",
    "tests/calculators/incidents/test_report_properties.py",
)
"""What goes through every combination: too long for each fault, and not asked."""
APART = "tests/calculators/test_cli.py"
"""It starts programs of its own, which read the files as they are: it notices nothing here."""
NOTED = ROOT / ".build" / "mutants" / "seen.json"
_TOOL = sys.monitoring.COVERAGE_ID


def seen() -> Mapping[str, list[str]]:
    """Return the tests that call each function, the quick ones first; ``file::Class.function`` names one.

    What a fixture of a whole file calls counts for its first test alone: a fault there may pass here that the tests
    do notice, and never the other way round.
    """
    tests = hash_of_tests()
    if not NOTED.is_file() or json.loads(NOTED.read_text(encoding="utf-8")).get("tests") != tests:
        NOTED.parent.mkdir(parents=True, exist_ok=True)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "tests.mutants.seen",
            *PURE,
        ]
        subprocess.run([*command, *(f"--ignore={each}" for each in SLOW)], cwd=ROOT, check=True)
    return json.loads(NOTED.read_text(encoding="utf-8"))["calls"]  # type: ignore[no-any-return]


def hash_of_tests() -> str:
    """Return a hash over all that the pure tests are made of."""
    total = hashlib.sha256()
    for file in sorted(each for part in PURE for each in (ROOT / part).rglob("*.*") if each.suffix != ".pyc"):
        total.update(file.read_bytes())
    return total.hexdigest()


class _Watching:
    """A plugin of pytest that notes what each test calls."""

    def __init__(self) -> None:
        self.calls: dict[str, dict[str, float]] = {}
        self.now: set[str] = set()

    def start(self, code: CodeType, _: int) -> object:
        """Note the first call of a function within a test."""
        file = Path(code.co_filename)
        if file.is_relative_to(RULES):
            self.now.add(f"{file.relative_to(ROOT).as_posix()}::{code.co_qualname.split('.<locals>')[0]}")
        return sys.monitoring.DISABLE

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Watch one test, with all that is set up for it."""
        self.now = set()
        sys.monitoring.restart_events()
        begun = time.process_time()
        result = yield
        for function in self.now:
            self.calls.setdefault(function, {})[item.nodeid] = time.process_time() - begun
        return result  # type: ignore[return-value]

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        """Write it down, unless a test fails as it is: then nothing can be learned."""
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.NO_EVENTS)
        if exitstatus == 0:
            ordered = {name: sorted(tests, key=tests.__getitem__) for name, tests in self.calls.items()}
            noted = {"tests": hash_of_tests(), "calls": ordered}
            NOTED.write_text(json.dumps(noted), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to watch: pytest reads this file as a plugin."""
    watching = _Watching()
    config.pluginmanager.register(watching)
    sys.monitoring.use_tool_id(_TOOL, "mutants")
    sys.monitoring.register_callback(_TOOL, sys.monitoring.events.PY_START, watching.start)
    sys.monitoring.set_events(_TOOL, sys.monitoring.events.PY_START)
