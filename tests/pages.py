"""The pages of the built site that a reader finds on it; those made for the frames of other sites are measured by themselves."""

from __future__ import annotations

import re
from pathlib import Path

from publisher.html.urls import FRAMED


def site_pages(folder: Path) -> list[Path]:
    """Return the file of every page in a folder of the site, but those for frames, in order."""
    return [file for file in sorted(folder.rglob("index.html")) if not is_framed(file)]


def is_framed(file: Path) -> bool:
    """Tell whether a page is made for the frames of other sites."""
    return re.search(FRAMED, file.as_posix()) is not None
