"""The hooks that ``mkdocs.yml`` names: every event goes to ``events.py``.

MkDocs keeps this file for as long as it runs; ours are imported anew where they have changed, so that `mkdocs serve`
follows a law text or a rule.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("calculators", "publisher")
_EVENTS = "publisher.build.events"

_command = "build"
_seen: dict[Path, int] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Note which command runs; the previewer leaves no compiled files behind, whose writing it would take for a change."""
    global _command  # noqa: PLW0603  # MkDocs says it here and nowhere else
    _command = command
    if command == "serve":
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def on_config(config: MkDocsConfig) -> None:
    """Begin a build."""
    if config.theme["language"] == "zh":
        _forget_changed()
    _events().on_config(config, serving=_command == "serve")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what is generated."""
    _events().on_files(files, config)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001
    """Look at what Markdown has made of a page."""
    _events().on_page_content(html, page, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is made of built pages, and finish."""
    _events().on_post_build(config, serving=_command == "serve")


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    """Let go of what the build holds."""
    if _EVENTS in sys.modules:
        sys.modules[_EVENTS].on_build_error()


def _events() -> ModuleType:
    try:
        return importlib.import_module(_EVENTS)
    except (SyntaxError, ValueError, ImportError) as error:  # a slip in a rule or in its data
        raise PluginError(f"{type(error).__name__}: {error}") from error


def _forget_changed() -> None:
    """Take our modules out of Python's memory where any of their files is not as it was."""
    files = (
        file for name in PACKAGES for file in (ROOT / name).rglob("*") if file.suffix in {".py", ".toml"}
    )
    now = {file: file.stat().st_mtime_ns for file in files}
    if _seen and now != _seen:
        for name in [each for each in sys.modules if each.partition(".")[0] in PACKAGES]:
            del sys.modules[name]
    _seen.clear()
    _seen.update(now)
