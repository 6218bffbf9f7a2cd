"""What tests of the browser share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.runtime import faults
from tests.browser.runtime.faults import Served
from tests.browser.watched import Watched


@pytest.fixture
def served(browser: Browser, site_folder: Path) -> Iterator[Served]:
    """The site on a server that fails as it is told to."""
    with faults.serving(site_folder) as (address, broken):
        yield Watched(browser, address), broken
