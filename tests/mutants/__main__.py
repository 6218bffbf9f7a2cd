"""``make mutants``: put every fault into the rules, one at a time, and tell which of them no test notices.

    python -m tests.mutants                                 all files
    python -m tests.mutants calculators/kernel/logic.py     some

What has been tried is kept in ``.build/mutants`` until the file changes, so that a run that is broken off goes on where
it ended; what nobody noticed is tried anew when a test changes. It ends with 1 where less than 95 of 100 are noticed in a file, or a fault that nobody
notices is not in ``survivors.toml`` with its reason.
"""

from __future__ import annotations

import argparse
import ast
import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.mutants.faults import Fault, faults
from tests.mutants.running import passes, preload
from tests.mutants.seen import APART, PURE, ROOT, RULES, SLOW, hash_of_tests, seen

KEPT = ROOT / ".build" / "mutants"
SURVIVORS = Path(__file__).with_name("survivors.toml")
WANTED = 0.95
CALCULATORS = {
    "report": "incident-report",
    "grade": "incident-grade",
    "duties": "vulnerability-duties",
    "disclosure": "disclosure",
    "incidents": "incident",
    "vulnerabilities": "vulnerability or disclosure",
}
"""Whose approved answers a folder of the rules is for; the kernel is for all."""
FIRST = 8
"""So many quick tests are asked before all others."""


def main() -> None:
    """Try the files that are named, or all, and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    names = parser.parse_args().files
    files = [each.resolve() for each in names] or sorted(RULES.rglob("*.py"))
    called = seen()
    preload()
    failed = False
    for file in files:
        name = file.relative_to(ROOT).as_posix()
        tried, passed = _try_all(file, name, called)
        explained = {(each["code"], each["fault"]) for each in survivors().get(name, ())}
        unexplained = [each for each in passed if (each["code"], each["what"]) not in explained]
        caught = tried - len(passed)
        few = caught < WANTED * tried
        failed |= few or bool(unexplained)
        print(f"{name}: {caught} of {tried} noticed{' (too few)' if few else ''}", flush=True)
        for each in unexplained:
            print(f"    {each['line']}: {each['what']}    {each['code']}", flush=True)
    raise SystemExit(int(failed))


def survivors() -> dict[str, list[dict[str, str]]]:
    """Return the faults that nobody notices and need not, by file: ``code``, ``fault`` and ``why``."""
    return tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))


def _try_all(file: Path, name: str, called: dict[str, list[str]]) -> tuple[int, list[dict[str, str]]]:
    """Return how many faults were put into a file, and those that no test noticed."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    kept = KEPT / f"{name.replace('/', '.')}.json"
    tests = hash_of_tests()
    done: dict[str, dict[str, str]] = {}
    if kept.is_file() and (before := json.loads(kept.read_text(encoding="utf-8")))["source"] == source:
        # What was noticed is noticed still; what was not may be by a test that is new.
        done = {
            key: each
            for key, each in before["done"].items()
            if before["tests"] == tests or not each["passed"]
        }
    names: Counter[str] = Counter()
    there = set()
    for fault in faults(tree, source):
        names[f"{fault.line}: {fault.what}"] += 1
        key = f"{fault.line}: {fault.what} ({names[f'{fault.line}: {fault.what}']})"
        there.add(key)
        if key not in done:
            fault.change()
            code = compile(tree, str(file), "exec")
            fault.undo()
            passed = passes(file, code, list(_stages(name, fault, called)))
            done[key] = {
                "line": str(fault.line),
                "what": fault.what,
                "code": fault.code,
                "passed": "yes" * passed,
            }
            state = {"source": source, "tests": tests, "done": done}
            kept.write_text(json.dumps(state, ensure_ascii=False, indent=0), encoding="utf-8")
    return len(there), [each for key, each in done.items() if key in there and each["passed"]]


def _stages(name: str, fault: Fault, called: dict[str, list[str]]) -> Iterator[Sequence[str]]:
    """Yield the tests to run, those first that are quick or likely to notice."""
    if fault.function and f"{name}::{fault.function}" in called:
        tests = called[f"{name}::{fault.function}"]
        yield tests[:FIRST]
        yield tests[FIRST:]
        return
    # The top of a file runs when it is imported, for every test: words, citations and tables stand there.
    room, question = [*name.split("/"), ""][1:3]
    wanted = CALCULATORS.get(room) and CALCULATORS.get(question, CALCULATORS[room])
    yield ["tests/text/test_citations.py", "tests/text/test_readings.py"]
    yield ["tests/approved", *(["-k", wanted] if wanted else [])]
    others = {"incidents", "vulnerabilities"} - {room} if wanted else ()
    yield [
        *PURE[1:],
        *(f"--ignore={each}" for each in (*SLOW, APART, *(f"tests/calculators/{each}" for each in others))),
    ]


if __name__ == "__main__":
    main()
