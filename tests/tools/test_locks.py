"""The locks: hashes and no addresses, what pyproject.toml pins, one version of what two layers need."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "locks").glob("*.txt")}
GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]


def test_every_group_has_a_lock():
    assert LOCKS.keys() == GROUPS.keys()


@pytest.mark.parametrize("name", GROUPS)
def test_a_python_lock_has_hashes_and_no_address(name):
    assert re.search(r"https?:|//|index-url|find-links|\s@\s", LOCKS[name]) is None
    wanted = [row for row in LOCKS[name].replace("\\\n", " ").splitlines() if row and not row.startswith("#")]
    assert wanted
    for row in wanted:
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ;[^-]*)? +--hash=sha256:[0-9a-f]{64}", row), row


@pytest.mark.parametrize("name", GROUPS)
def test_a_python_lock_holds_what_pyproject_pins(name):
    locked = LOCKS[name].lower().replace("_", "-")
    for each in GROUPS[name]:
        pinned = each.lower().replace("_", "-")
        assert re.search(rf"^{re.escape(pinned)}(==| )", locked, re.MULTILINE), each


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("site", "test"),
        ("site", "pdf"),
        ("pdf", "test"),
        ("site", "audit"),
        ("site", "sbom"),
        ("pdf", "sbom"),
        ("sbom", "test"),
    ],
)
def test_what_two_layers_name_has_one_version(lower, upper):
    below, above = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCKS[name], re.MULTILINE)) for name in (lower, upper)
    )
    assert {name: below[name] for name in below.keys() & above.keys()} == {
        name: above[name] for name in below.keys() & above.keys()
    }


def test_the_npm_lock_has_hashes_and_no_address():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    packages = lock["packages"]
    assert packages.pop("").get("dependencies") == wanted["dependencies"]
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert packages[f"node_modules/{name}"]["version"] == version
