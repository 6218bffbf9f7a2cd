"""The audit: it fails for a vulnerability that is known, and where it could not take place."""

from __future__ import annotations

import sys

import pytest

from tests.publisher.programs import program
from tools import audit, bootstrap


@pytest.fixture
def services(tmp_path, monkeypatch):
    """Programs in place of pip-audit and npm, which note how they are asked and end as told; 0 is nothing found."""
    for name in ("python", "npm"):
        program(tmp_path, name, f'echo "{name} $*" >> {tmp_path}/asked; exit $(cat {tmp_path}/{name}.code)')
        (tmp_path / f"{name}.code").write_text("0")
    python = str(tmp_path / "python")
    monkeypatch.setattr(audit, "PYTHON", (python, *audit.PYTHON[1:]))
    monkeypatch.setattr(bootstrap, "find_node", lambda: (tmp_path / "node", [tmp_path / "npm"]))
    return tmp_path


def test_both_are_asked_about_what_ships(services, capfd):
    audit.main()
    python, npm = (services / "asked").read_text(encoding="utf-8").splitlines()
    assert python.startswith("python -m pip_audit --strict ")
    assert python.endswith(f" -r {bootstrap.LOCKS['site']}")
    assert "--require-hashes" in python
    assert npm == "npm audit --omit=dev --audit-level=low"
    said = capfd.readouterr().out
    assert "locks/site.txt" in said
    assert "package-lock.json" in said


# pip-audit and npm end with 1 for a vulnerability; pip-audit with 1 or 2, npm with 1 where nobody answers.
@pytest.mark.parametrize("code", [1, 2])
@pytest.mark.parametrize(
    ("failing", "named"),
    [
        (["python"], "The audit of locks/site.txt failed"),
        (["npm"], "The audit of package-lock.json failed"),
        (["python", "npm"], "The audit of locks/site.txt and package-lock.json failed"),
    ],
)
def test_a_vulnerability_or_no_answer_is_a_failure(services, code, failing, named):
    for name in failing:
        (services / f"{name}.code").write_text(str(code))
    with pytest.raises(SystemExit) as ended:
        audit.main()
    assert str(ended.value).startswith(named)
    assert len((services / "asked").read_text(encoding="utf-8").splitlines()) == 2, "the second is asked too"


def test_without_node_it_takes_that_of_the_python_index(services, monkeypatch):
    monkeypatch.setattr(bootstrap, "find_node", lambda: None)
    npm = [services / "python", services / "npm"]
    monkeypatch.setattr(bootstrap, "node_from_wheel", lambda: (services / "python", npm))
    audit.main()
    last = (services / "asked").read_text(encoding="utf-8").splitlines()[-1]
    assert last == f"python {services / 'npm'} audit --omit=dev --audit-level=low"


def test_pip_audit_is_that_of_this_environment():
    assert audit.PYTHON[0] == sys.executable
