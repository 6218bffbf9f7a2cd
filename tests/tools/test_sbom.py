"""The software bill of materials: all that the locks name and the site carries, valid, the same every time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import sbom
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from publisher.reference.licences import parts

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    """The file as the command writes it; once, for the tools that know the packages take their time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sbom, "TARGET", tmp_path_factory.mktemp("sbom") / "sbom.cdx.json")
        sbom.main()
        return sbom.TARGET.read_text(encoding="utf-8")


@pytest.fixture
def bill(text):
    return json.loads(text)


def test_it_is_cyclonedx_and_says_neither_when_nor_where_it_was_made(text, bill):
    assert "serialNumber" not in bill
    assert "timestamp" not in bill["metadata"]
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"book"', 1)) is not None
    for place in (str(ROOT), "file:"):
        assert place not in text, "the machine that it was made on is nobody's business"


def test_it_holds_every_package_of_the_locks_with_its_hash(bill):
    there = {each["purl"]: each for each in bill["components"]}
    assert len(there) == len(bill["components"])
    locked = {
        f"pkg:pypi/{name}@{version}"
        for lock in ("site", "pdf")
        for name, version in re.findall(
            r"^([a-z0-9-]+)==(\S+)",
            (ROOT / "locks" / f"{lock}.txt").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, package in packages.items():
        if path and not package.get("dev"):
            name = path.rpartition("node_modules/")[2].replace("@", "%40")
            locked.add(f"pkg:npm/{name}@{package['version']}")
    assert there.keys() == locked
    for each in there.values():
        hashes = each.get("hashes") or each["externalReferences"][0]["hashes"]
        assert all(len(one["content"]) >= 64 for one in hashes), each["name"]


def test_what_reaches_the_reader_is_told_from_what_only_builds(bill):
    required = [each for each in bill["components"] if each["scope"] == "required"]
    assert {each["name"].lower() for each in required} == {
        part.package.partition(":")[2] for part in parts() if part.package
    }
    within = {
        inner["name"]: each["name"] for each in bill["components"] for inner in each.get("components", [])
    }
    assert set(within) == {part.name for part in parts() if part.within}
    assert within["CPython"] == "pyodide"
    assert all(each["licenses"] for each in required)


def test_a_part_that_no_lock_names_stops_it(monkeypatch, bill):
    python = [each for each in bill["components"] if each["purl"].startswith("pkg:pypi/")]
    monkeypatch.setattr(sbom, "_python_components", lambda: python)
    monkeypatch.setattr(sbom, "_npm_components", list)
    with pytest.raises(SystemExit, match="what the site carries: npm:pyodide, npm:ical"):
        sbom.bill()
