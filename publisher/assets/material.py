"""Material's own style sheets, for ours to import.

css/site.css puts them into a cascade layer, so that any rule of ours outweighs them, whatever their selectors.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import material

SHEETS = "css/material"
"""Where ``css/site.css`` imports them from; they are there only while the sheets are put together."""
_SHIPPED = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"


def place_sheets(folder: Path) -> None:
    """Copy the sheets into a folder as ``main.css`` and ``palette.css``: shipped, their names hold a hash."""
    folder.mkdir(parents=True)
    for name in ("main", "palette"):
        (sheet,) = _SHIPPED.glob(f"{name}.*.min.css")
        shutil.copyfile(sheet, folder / f"{name}.css")
