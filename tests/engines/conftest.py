"""The engines, each started once in a process, with nothing of a reader in it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.engines.chromium import Chromium
from tests.engines.driver import Driver
from tests.engines.firefox import Firefox
from tests.engines.webkit import WebKit

ENGINES = ("chromium", "firefox", "webkit")


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine; one that the set-up could not have is not tested, and that is said."""
    name: str = request.param
    if name != "chromium" and not (ROOT / ".build" / name).is_file():
        (pytest.fail if os.environ.get("ENGINES") == "all" else pytest.skip)(
            f"{name} was not set up: not tested"
        )
    return name


@pytest.fixture(scope="session")
def driver(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """A page of that engine."""
    started: Driver
    if engine == "chromium":
        started = Chromium(request.getfixturevalue("browser"))
    else:
        program = (ROOT / ".build" / engine).read_text(encoding="utf-8")
        started = (
            WebKit(program) if engine == "webkit" else Firefox(program, tmp_path_factory.mktemp("profile"))
        )
    yield started
    started.close()
