"""Run the tests of the rules on one fault: in a process of its own, which reads the changed file in place of the real one."""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = 3
"""So many of the cases of a test are run, save in WHOLE."""
WHOLE = ("tests/approved/", "tests/text/test_citations.py", "tests/text/test_readings.py")
"""Where each case is about another place of the rules."""
CPU_SECONDS = 120
"""Of processor time, whatever else the machine does; what takes longer runs for ever."""
_PRELOADED = (
    "argparse bs4 hypothesis.strategies json lxml.html playwright.sync_api tomllib yaml zoneinfo"
).split()
_AGAIN = "ignore::pytest.PytestAssertRewriteWarning"
"""What was imported here is not written anew there, which changes how a failure is told and not whether there is one."""
_ENDED_WELL, _FAILED = 0, 1


def preload() -> None:
    """Import once what every process needs, and nothing of the rules, which each reads for itself."""
    for name in _PRELOADED:
        importlib.import_module(name)
    loaded = [name for name in sys.modules if name.split(".")[0] == "calculators"]
    assert not loaded, f"read before they are changed: {loaded}"


def passes(file: Path, code: CodeType, stages: Sequence[Sequence[str]]) -> bool:
    """Tell whether all stages of tests pass with this code in place of the file's: then nobody noticed the fault."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
            os._exit(_ENDED_WELL if _all_pass(file, code, stages) else _FAILED)
        os._exit(_FAILED)
    with _ended(child):
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == _ENDED_WELL


@contextlib.contextmanager
def _ended(child: int) -> Iterator[None]:
    """Take the process along where this one is broken off."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        raise


def _all_pass(file: Path, code: CodeType, stages: Sequence[Sequence[str]]) -> bool:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.dont_write_bytecode = True
    real = SourceFileLoader.get_code

    def read(self: SourceFileLoader, fullname: str) -> CodeType | None:
        return code if self.path == str(file) else real(self, fullname)

    SourceFileLoader.get_code = read  # type: ignore[method-assign]
    options = ["-x", "-q", "--rootdir", str(ROOT), "-p", "no:cacheprovider", "-p", "no:xdist", "-W", _AGAIN]
    return all(
        pytest.main([*options, *stage], plugins=[_Few()]) == pytest.ExitCode.OK for stage in stages if stage
    )


class _Few:
    """A plugin of pytest that leaves few of the cases that go through the same test.

    Thousands of cases for each of thousands of faults would take days. A fault may pass here that one of the others
    notices, and never the other way round.
    """

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the first cases of each test."""
        seen: Counter[str] = Counter()
        kept = []
        for item in items:
            test = item.nodeid.partition("[")[0]
            seen[test] += 1
            if seen[test] <= CASES or test.startswith(WHOLE):
                kept.append(item)
        items[:] = kept
