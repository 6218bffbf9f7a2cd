"""Look for known vulnerabilities in what ships: the packages that build the site, and the runtime from npm.

It asks the services of the Python package index and of npm. It ends with 0 where they answered and know of nothing,
with 1 where something is known, and with 3 where a service was not asked or did not answer: an audit that did not
take place must not look like one that found nothing.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from bootstrap import LOCKS, PYTHON, ROOT, Command, find_npm, say

FOUND, NOT_ASKED = 1, 3
NPM_AUDIT = ("--omit=dev", "--json", "--offline=false")
"""Where a machine's settings keep npm offline, it would answer of itself that nothing is known."""


class Answer(NamedTuple):
    """What a service said of a lock."""

    answered: int
    """Of how many packages it spoke."""
    found: list[str]
    """A line for each known vulnerability."""
    not_asked: str
    """What it did not speak of, and why; empty where it spoke of everything."""


def of_python(output: str, errors: str) -> Answer:
    """Read what pip-audit says as JSON."""
    try:
        packages: list[dict[str, Any]] = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Answer(0, [], last_line(errors or output))
    found = [
        f"{each['name']} {each['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'no release'}"
        for each in packages
        for known in each.get("vulns", [])
    ]
    skipped = [each for each in packages if "skip_reason" in each]
    names = ", ".join(each["name"] for each in skipped)
    why = f"{len(skipped)} of {len(packages)} ({names}): {skipped[0]['skip_reason']}" if skipped else ""
    return Answer(len(packages) - len(skipped), found, why)


def of_npm(output: str, errors: str) -> Answer:
    """Read what `npm audit` says as JSON."""
    try:
        report: dict[str, Any] = json.loads(output)
        if "message" in report:
            return Answer(0, [], report["message"])
        total: int = report["metadata"]["dependencies"]["prod"]
        known: dict[str, Any] = report["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        return Answer(0, [], last_line(errors or output))
    return Answer(total, [f"{name} {each['range']}: {each['severity']}" for name, each in known.items()], "")


def last_line(said: str) -> str:
    """Return the last line that a program has said."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1][:300] if lines else "the program that asks said nothing"


def verdict(answers: dict[str, Answer]) -> int:
    """Say what came of it, and return how this ends."""
    for lock, answer in answers.items():
        for line in answer.found:
            print(f"{lock}: known vulnerability: {line}")
        if answer.not_asked or not answer.answered:
            print(f"{lock}: not asked: {answer.not_asked or 'no package was looked at'}")
        elif not answer.found:
            print(f"{lock}: {answer.answered} packages, no known vulnerability")
    # Compiled into one file, it is in no lock: these services do not know it.
    print("Never asked: Python itself and the C libraries within pyodide.asm.wasm; see Pyodide's releases.")
    if any(answer.found for answer in answers.values()):
        return FOUND
    if any(answer.not_asked or not answer.answered for answer in answers.values()):
        print("The audit did not take place in full: what was not asked about is not known to be sound.")
        return NOT_ASKED
    return 0


def asked(command: Command) -> tuple[str, str]:
    """Run a program and return what it prints and what it complains of."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=str(ROOT),
        check=False,
        capture_output=True,
    )
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


if __name__ == "__main__":
    pip_audit: list[str | Path] = [
        PYTHON,
        "-m",
        "pip_audit",
        "--format=json",
        "--progress-spinner=off",
        "--disable-pip",
    ]
    answers = {}
    for name in ("site", "pdf"):
        say(f"Asking about locks/{name}.txt")
        answers[f"locks/{name}.txt"] = of_python(
            *asked([*pip_audit, "--require-hashes", "-r", LOCKS / f"{name}.txt"])
        )
    say("Asking about package-lock.json")
    _, *npm = find_npm()
    answers["package-lock.json"] = of_npm(*asked([*npm, "audit", *NPM_AUDIT]))
    raise SystemExit(verdict(answers))
