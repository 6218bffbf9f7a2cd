"""The audit: what it could not ask is named and is never green; the answers are those that the services have given."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import audit
import pytest
from audit import FOUND, NOT_ASKED, of_npm, of_python, verdict

from tests.tools.checkouts import NO_NETWORK

CLEAN_PYTHON = json.dumps(
    {"dependencies": [{"name": "attrs", "version": "26.1.0", "vulns": []}], "fixes": []}
)
CLEAN_NPM = json.dumps({"vulnerabilities": {}, "metadata": {"dependencies": {"prod": 4, "total": 54}}})
KNOWN_PYTHON = json.dumps(
    {
        "dependencies": [
            {
                "name": "jinja2",
                "version": "3.1.5",
                "vulns": [
                    {"id": "PYSEC-1", "fix_versions": ["3.1.6"]},
                    {"id": "PYSEC-2", "fix_versions": []},
                ],
            }
        ]
    }
)
KNOWN_NPM = json.dumps(
    {
        "vulnerabilities": {"esbuild": {"range": "<=0.24.2", "severity": "moderate"}},
        "metadata": {"dependencies": {"prod": 4, "total": 54}},
    }
)
SKIPPED = json.dumps(
    {
        "dependencies": [
            {"name": "attrs", "version": "26.1.0", "vulns": []},
            {
                "name": "babel",
                "skip_reason": "Dependency not found on PyPI and could not be audited: babel (2.18.0)",
            },
        ]
    }
)
REFUSED = json.dumps(
    {"message": "request to … failed, reason: connect ECONNREFUSED 127.0.0.1:9", "error": {}}
)
NO_PROXY = (
    "Traceback (most recent call last):\n  …\nrequests.exceptions.ProxyError: Unable to connect to proxy\n"
)


@pytest.mark.parametrize(
    ("python", "npm", "ends", "says"),
    [
        ((CLEAN_PYTHON, ""), (CLEAN_NPM, "npm warn"), 0, "python: 1 packages, no known vulnerability"),
        (
            (KNOWN_PYTHON, ""),
            (CLEAN_NPM, ""),
            FOUND,
            "python: known vulnerability: jinja2 3.1.5: PYSEC-2, mended in no",
        ),
        ((CLEAN_PYTHON, ""), (KNOWN_NPM, ""), FOUND, "npm: known vulnerability: esbuild <=0.24.2: moderate"),
        (
            (SKIPPED, ""),
            (CLEAN_NPM, ""),
            NOT_ASKED,
            "python: not asked: 1 of 2 (babel): Dependency not found",
        ),
        (
            ("", NO_PROXY),
            (CLEAN_NPM, ""),
            NOT_ASKED,
            "not asked: requests.exceptions.ProxyError: Unable to connect",
        ),
        (
            (CLEAN_PYTHON, ""),
            (REFUSED, ""),
            NOT_ASKED,
            "npm: not asked: request to … failed, reason: connect",
        ),
        (("", ""), (CLEAN_NPM, ""), NOT_ASKED, "python: not asked: the program that asks said nothing"),
        (("[]", ""), (CLEAN_NPM, ""), NOT_ASKED, "python: not asked: []"),
        (
            ('{"dependencies": []}', ""),
            (CLEAN_NPM, ""),
            NOT_ASKED,
            "python: not asked: no package was looked at",
        ),
        (("", NO_PROXY), (KNOWN_NPM, ""), FOUND, "python: not asked:"),
    ],
)
def test_only_a_full_answer_is_green(python, npm, ends, says, capsys):
    assert verdict({"python": of_python(*python), "npm": of_npm(*npm)}) == ends
    said = capsys.readouterr().out
    assert says in said
    assert ("did not take place in full" in said) == (ends == NOT_ASKED)
    assert "Never asked: Python itself" in said


def test_without_the_program_that_asks_nothing_is_green(tmp_path):
    """The command itself, in a checkout whose Python has no pip-audit and whose npm is told to stay offline."""
    nothing = tmp_path / "python"
    nothing.write_text("#!/bin/sh\necho no such module >&2\nexit 1\n", encoding="utf-8")
    nothing.chmod(0o755)
    code = "import bootstrap, runpy, sys; bootstrap.PYTHON = sys.argv[1]; runpy.run_path(sys.argv[2], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code, str(nothing), audit.__file__],
        env={**os.environ, **NO_NETWORK, "PYTHONPATH": str(audit.ROOT / "tools")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == NOT_ASKED, done.stderr
    assert "locks/site.txt: not asked: no such module" in done.stdout
    assert "package-lock.json: not asked: " in done.stdout
