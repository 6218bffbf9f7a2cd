"""The workflow: what has to pass before anything is published, what each job may do, and whose code it runs."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from publisher.hosting.offline import SBOM, TARGET
from publisher.paths import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"


def test_the_workflow_builds_tests_audits_and_signs_before_it_deploys() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    runs = {name: " ".join(step.get("run", "") for step in job["steps"]) for name, job in jobs.items()}
    assert "make build" in runs["build"]
    assert "make offline" in runs["build"]
    assert "make audit" in runs["audit"]
    assert ".ci/run" in runs["test"]  # what `about.md` says of the tests holds for what is published
    assert set(jobs["attest"]["needs"]) == {"build", "test", "audit"}
    assert jobs["deploy"]["needs"] == "attest"
    # What is signed is what was built: the site by the hash of each of its files, the zip, and the list of its parts.
    (kept,) = (step for step in jobs["build"]["steps"] if "upload-artifact@" in step.get("uses", ""))
    assert {Path(each).name for each in kept["with"]["path"].split()} == {
        "site.sha256",
        TARGET.name,
        SBOM.name,
    }
    fetched, signed = jobs["attest"]["steps"]
    assert fetched["with"]["name"] == kept["with"]["name"]
    assert signed["with"] == {"subject-path": f"{fetched['with']['path']}/*"}


def test_no_job_of_the_workflow_may_do_more_than_it_does() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "test": {"contents": "read"},
        "audit": {"contents": "read"},
        "attest": {"contents": "read", "id-token": "write", "attestations": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    for step in steps:
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"] == {"persist-credentials": False}  # nothing that a build runs finds a token
        # What comes from outside the file reaches a command as a variable, never as a part of it.
        assert "${{" not in step.get("run", "")


def test_every_action_is_named_by_the_hash_of_its_commit() -> None:
    """A tag can be moved to other code; the release that the hash is stands beside it, one for each action."""
    uses = re.findall(r"uses: *(\S+)(.*)", WORKFLOW.read_text(encoding="utf-8"))
    named: dict[str, set[str]] = {}
    for action, comment in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
        named.setdefault(action.partition("@")[0], set()).add(action + comment)
    assert len(named) == 8
    assert all(len(each) == 1 for each in named.values())
    assert [file.name for file in WORKFLOW.parent.iterdir()] == [WORKFLOW.name]
