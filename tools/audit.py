"""Look for known vulnerabilities in what ships: the packages that build the site, and the runtime from npm.

    python -m tools.audit

It asks the vulnerability services of the Python package index and of npm, so it needs the internet, and fails
where they do not answer: an audit that did not take place must not look like one that found nothing.
"""

from __future__ import annotations

import subprocess
import sys

from tools import bootstrap

PYTHON = (sys.executable, "-m", "pip_audit", "--strict", "--disable-pip", "--require-hashes")
NPM = ("audit", "--omit=dev", "--audit-level=low")


def main() -> None:
    """Run both audits to their end and fail if either does."""
    _, npm = bootstrap.find_node() or bootstrap.node_from_wheel()
    audits = {
        "locks/site.txt": [*PYTHON, "-r", str(bootstrap.LOCKS["site"])],
        "package-lock.json": [*map(str, npm), *NPM],
    }
    failed = []
    for lock, command in audits.items():
        print(f"• What {lock} names", flush=True)
        if subprocess.run(command, cwd=bootstrap.ROOT, check=False).returncode != 0:
            failed.append(lock)
    if failed:
        raise SystemExit(
            f"The audit of {' and '.join(failed)} failed: a known vulnerability, or a service that did not "
            "answer; which of the two stands above."
        )


if __name__ == "__main__":
    main()
