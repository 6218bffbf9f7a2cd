"""The rooms of the design: who may import whom. Imports are read, not run, so a late one counts as well."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAWS = ("calculators.incidents", "calculators.vulnerabilities")
SITE_PACKAGES = tuple("mkdocs markdown pymdownx flit_core lxml opencc pagefind_bin_extended brotli".split())

# A room, and what it may import besides the standard library. The first room that fits a module is its own.
ROOMS: dict[str, tuple[str, ...]] = {
    "calculators.kernel": ("calculators.kernel",),
    **{law: ("calculators.kernel", law) for law in LAWS},
    "calculators.adapters": ("calculators",),
    "calculators.__main__": ("calculators",),
    "calculators": (),
    "tools.card": ("playwright", "PIL"),
    "tools": ("bootstrap", "machine"),
    "publisher.pdf": ("publisher", "calculators", "weasyprint"),
    "publisher": ("publisher", "calculators", *SITE_PACKAGES),
}
# Rules are pure: no clock, file, network, locale or randomness (design.md, decision 2).
IMPURE = frozenset(
    "asyncio glob http io locale multiprocessing os pathlib random secrets shutil socket subprocess "
    "tempfile threading time urllib uuid zoneinfo".split()
)
PURE = ("calculators.kernel", *LAWS)


def imported(source: str, module: str, *, package: bool) -> Iterator[str]:
    """Yield the full names that a module imports: ``from a import b`` gives ``a.b``."""
    here = module if package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here.split(".")[: len(here.split(".")) - node.level + 1] if node.level else []
            yield from (".".join([*above, *filter(None, [node.module]), each.name]) for each in node.names)


def inside(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def wrongs(source: str, module: str, *, package: bool = False) -> list[str]:
    """Return what is wrong with the imports of one module, a sentence each."""
    room = next(room for room in ROOMS if inside(module, room))
    found = []
    for name in imported(source, module, package=package):
        top = name.split(".")[0]
        if room in PURE and top in IMPURE:
            found.append(f"{module} imports {name}, and rules are pure")
        elif top not in sys.stdlib_module_names and not any(inside(name, each) for each in ROOMS[room]):
            found.append(f"{module} imports {name}, which {room} may not")
    return found


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("calculators", "publisher", "tools"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if "theme" in path.relative_to(ROOT).parts:
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


@pytest.mark.parametrize(("module", "path"), list(modules()))
def test_a_module_imports_what_its_room_may(module, path):
    assert wrongs(path.read_text(encoding="utf-8"), module, package=path.name == "__init__.py") == []


def test_every_room_is_there():
    there = {module for module, _ in modules()}
    for room in ("calculators.kernel", *LAWS, "calculators.adapters", "publisher"):
        assert room in there


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("calculators.kernel.duties", "from calculators.incidents import rules"),
        ("calculators.kernel.duties", "import calculators.adapters.cli"),
        ("calculators.kernel.duties", "from ..adapters import cli"),
        ("calculators.kernel.duties", "from .. import incidents"),
        ("calculators.kernel.duties", "import yaml"),
        ("calculators.kernel.instants", "import time"),
        ("calculators.kernel.instants", "from zoneinfo import ZoneInfo"),
        ("calculators.incidents.rules", "from calculators.vulnerabilities.rules import RULES"),
        ("calculators.incidents.rules", "def late():\n    from calculators import vulnerabilities"),
        ("calculators.incidents.rules", "from calculators.adapters import cli"),
        ("calculators.incidents.rules", "import random"),
        ("calculators.vulnerabilities.rules", "import calculators.incidents"),
        ("calculators.adapters.cli", "from publisher import forms"),
        ("calculators.adapters.cli", "import mkdocs.utils"),
        ("tools.bootstrap", "from publisher import serve"),
        ("tools.bootstrap", "import playwright"),
        ("publisher.forms", "from tools import bootstrap"),
        ("publisher.forms", "import requests"),
        ("publisher.forms", "import weasyprint"),
        ("publisher.forms", "from tests import conftest"),
    ],
)
def test_a_wrong_import_is_found(module, source):
    assert len(wrongs(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("calculators.kernel.duties", "import datetime\nfrom calculators.kernel.text import Text"),
        ("calculators.incidents.rules", "from calculators.kernel.duties import Duty\nfrom . import facts"),
        ("calculators.adapters.cli", "import os\nfrom calculators.incidents import report"),
        ("publisher.forms", "from calculators.adapters import calculators\nimport mkdocs"),
        ("tools.card", "from playwright.sync_api import sync_playwright"),
    ],
)
def test_a_right_import_passes(module, source):
    assert wrongs(source, module) == []
