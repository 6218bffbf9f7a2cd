"""Where things are in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
"""The built site."""
WORK = ROOT / ".build"
"""What the build keeps for the next one."""
ENGLISH_CONFIG = ROOT / "mkdocs.en.yml"
NODE_MODULES = ROOT / "node_modules"
