"""The rooms of the design: who may import whom. Imports are read, not run, so a late one counts as well."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from calculators.catalogue import LAWS

ROOT = Path(__file__).resolve().parents[1]
SITE_PACKAGES = tuple(
    "mkdocs material markdown pymdownx flit_core pyodide_lock lxml opencc brotli segno".split()
)

# From the ground up: a room imports itself and what lies on a lower floor, never what is beside or above it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("calculators.kernel",),
    tuple(LAWS),
    ("calculators.neighbours", "calculators.data"),
    ("calculators.catalogue",),
    ("calculators.texts",),
    ("calculators.bridge", "calculators.cli"),
    ("calculators.__main__",),
    ("publisher.errors", "publisher.paths"),
    ("publisher.html", "publisher.assets"),
    ("publisher.changelog", "publisher.reference", "publisher.runtime"),
    ("publisher.device", "publisher.hosting", "publisher.law.reading"),
    ("publisher.law",),
    ("publisher.calculator", "publisher.exports", "publisher.pdf", "publisher.search"),
    ("publisher.pictures", "publisher.training"),
    ("publisher.embeds", "publisher.sheets", "publisher.slides"),
    ("publisher.blocks",),
    ("publisher.build",),
    ("publisher.__main__",),
)
# What a room may import besides, by the first name that fits.
OUTSIDE: dict[str, tuple[str, ...]] = {
    "calculators": ("calculators.__version__",),
    "publisher.hosting.offline.files": ("server",),
    "publisher.pdf": (*SITE_PACKAGES, "weasyprint"),
    "publisher": (*SITE_PACKAGES, "calculators.__version__"),
    "tools.card": ("tools", "playwright", "PIL"),
    "tools.picture": ("publisher.hosting", "playwright", "PIL"),
    "tools.sbom": ("bootstrap", "publisher.reference", "calculators.__version__", "cyclonedx", "packaging"),
    "tools": ("tools", "bootstrap", "machine"),
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


def room_of(module: str) -> tuple[str, int] | None:
    """Return the room that holds a module, the innermost one, and its floor."""
    found = [(room, floor) for floor, rooms in enumerate(FLOORS) for room in rooms if inside(module, room)]
    return max(found, key=lambda each: len(each[0]), default=None)


def may(module: str, name: str) -> bool:
    """Whether a module may import a name of ours."""
    own, other = room_of(module), room_of(name)
    return own is not None and other is not None and (own[0] == other[0] or other[1] < own[1])


def wrongs(source: str, module: str, *, package: bool = False) -> list[str]:
    """Return what is wrong with the imports of one module, a sentence each."""
    besides = next((names for top, names in OUTSIDE.items() if inside(module, top)), ())
    found = []
    for name in imported(source, module, package=package):
        top = name.split(".")[0]
        if any(inside(module, room) for room in PURE) and top in IMPURE:
            found.append(f"{module} imports {name}, and rules are pure")
        elif (
            top not in sys.stdlib_module_names
            and not may(module, name)
            and not any(inside(name, each) for each in besides)
        ):
            found.append(f"{module} imports {name}, which is not below it")
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


def test_every_room_is_there_and_every_module_is_in_one():
    there = {module for module, _ in modules()}
    assert [room for rooms in FLOORS for room in rooms if room not in there | {"calculators.__main__"}] == []
    of_none = {module for module in there if room_of(module) is None and not inside(module, "tools")}
    assert of_none == {"calculators", "publisher"}


def test_every_file_of_tests_is_run(request):
    """A folder that pytest passes over would be green for ever."""
    passed_over = request.config.getini("norecursedirs")
    written = {path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    there = {
        each
        for each in written
        if not any(fnmatch(part, one) for part in each.parts[:-1] for one in passed_over)
    }
    assert written - there == set()


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("calculators.kernel.duties.rule", "from calculators.incidents import rules"),
        ("calculators.kernel.duties.rule", "import calculators.cli.main"),
        ("calculators.kernel.duties.rule", "from ...cli import main"),
        ("calculators.kernel.duties.rule", "from ... import incidents"),
        ("calculators.kernel.duties.rule", "import yaml"),
        ("calculators.kernel.instants", "import time"),
        ("calculators.kernel.instants", "from zoneinfo import ZoneInfo"),
        ("calculators.incidents.report.rules", "from calculators.vulnerabilities.duties.rules import RULES"),
        ("calculators.incidents.report.rules", "def late():\n    from calculators import vulnerabilities"),
        ("calculators.incidents.report.rules", "from calculators.cli import main"),
        ("calculators.incidents.report.rules", "import random"),
        ("calculators.vulnerabilities.duties.rules", "import calculators.incidents"),
        ("calculators.cli.main", "from publisher.calculator import form"),
        ("calculators.cli.main", "import mkdocs.utils"),
        ("tools.bootstrap", "from publisher.hosting import server"),
        ("tools.bootstrap", "import playwright"),
        ("publisher.calculator.form", "from tools import bootstrap"),
        ("publisher.calculator.form", "import requests"),
        ("publisher.calculator.form", "import weasyprint"),
        ("publisher.calculator.form", "from tests import conftest"),
        ("publisher.calculator.form", "from publisher.exports import plain"),
        ("publisher.html.markup", "from publisher.law import page"),
        ("publisher.law.reading.terms", "from publisher.law import notes"),
        ("publisher.runtime.pack", "import publisher.build.events"),
    ],
)
def test_a_wrong_import_is_found(module, source):
    assert len(wrongs(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("calculators.kernel.duties.rule", "import datetime\nfrom calculators.kernel.text import Text"),
        (
            "calculators.incidents.report.rules",
            "from calculators.kernel.duties import Duty\nfrom . import facts",
        ),
        ("calculators.cli.main", "import os\nfrom calculators.incidents import report"),
        ("publisher.calculator.form", "from calculators.cli import calculators\nimport mkdocs"),
        ("tools.card", "from playwright.sync_api import sync_playwright"),
    ],
)
def test_a_right_import_passes(module, source):
    assert wrongs(source, module) == []
