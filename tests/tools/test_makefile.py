"""What `make test-fast` promises: no built site and no browser."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The fixtures of tests/conftest.py that build on a site or on a browser.
BUILT = re.compile(r"\b(site_folder|site_address|watched|browser|served|chromium)\b(?=[,:)])")


def test_what_is_quick_needs_no_site_and_no_browser() -> None:
    """None of its tests asks for a fixture that does."""
    said = subprocess.run(
        ["make", "--dry-run", "test-fast"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    paths = [ROOT / each for each in said.stdout.replace("\\\n", " ").split() if each.startswith("tests/")]
    assert len(paths) > 8
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    wrong = {
        str(file.relative_to(ROOT)): asked
        for file in files
        for asked in re.findall(
            r"^ *def test_\w+\((.*?)\)", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
        )
        if BUILT.search(f"{asked})")
    }
    assert wrong == {}
