"""Look for known vulnerabilities in what ships: the packages that build the site, and the runtime from npm.

It asks the services of the Python package index and of npm, so it needs the internet, and fails where they do
not answer: an audit that did not take place must not look like one that found nothing.
"""

from __future__ import annotations

from bootstrap import LOCKS, PYTHON, Command, call, find_npm, say

if __name__ == "__main__":
    _, *npm = find_npm()
    python: Command = [PYTHON, "-m", "pip_audit", "--strict", "--disable-pip", "--require-hashes"]
    audits: dict[str, Command] = {
        "locks/site.txt": [*python, "-r", LOCKS / "site.txt"],
        "package-lock.json": [*npm, "audit", "--omit=dev", "--audit-level=low"],
    }
    failed = []
    for lock, command in audits.items():
        say("What", lock, "names")
        if call(command) != 0:
            failed.append(lock)
    if failed:
        raise SystemExit(
            f"The audit of {' and '.join(failed)} failed: a known vulnerability, or a service that did not "
            "answer; which of the two stands above."
        )
