"""``make offline``: the site as one zip that serves itself, for a machine without a network.

    python -m publisher.hosting.offline

``python3 rulebook-offline.zip`` serves it without unpacking; unpacked, one of the ``start`` files does, and so
does ``python3 -m http.server`` in its folder ``site``.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from publisher.assets.compress import ENCODINGS
from publisher.hosting import server
from publisher.hosting.site import built_site
from publisher.paths import SITE, WORK
from publisher.runtime.archives import EPOCH

HERE = Path(__file__).parent / "files"
TARGET = WORK / "rulebook-offline.zip"
SBOM = WORK / "sbom.cdx.json"
"""The list of all software that the site is made of and with; `make sbom` writes it."""

_FILE, _PROGRAM = 0o100644 << 16, 0o100755 << 16
_PROGRAMS = frozenset({".command", ".sh"})


def make_zip(site: Path, target: Path, *beside: Path) -> None:
    """Write the zip, with some files more at its top; the same files give the same bytes."""
    files = {f"site/{file.relative_to(site).as_posix()}": file for file in _plain(site)}
    files |= {file.name: file for file in (*HERE.iterdir(), *beside) if file.is_file()}
    files["server.py"] = Path(server.__file__)
    settings = {name: value for name, value in vars(built_site(site)).items() if name != "read"}
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(".half")
    with zipfile.ZipFile(half, "w") as archive:
        for name, content in sorted(
            [
                ("settings.json", json.dumps(settings, indent=1).encode()),
                *((n, f.read_bytes()) for n, f in files.items()),
            ]
        ):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # so that the rights below are read as such
            entry.external_attr = _PROGRAM if Path(name).suffix in _PROGRAMS else _FILE
            archive.writestr(entry, content, compresslevel=9)
    half.replace(target)


def _plain(site: Path) -> list[Path]:
    """Return the files without their compressed copies, which only a server for many readers needs."""
    return [file for file in site.rglob("*") if file.is_file() and file.suffix not in ENCODINGS]


def main() -> None:
    """Make the zip of the built site and say where it is."""
    if not (SITE / "index.html").is_file():
        raise SystemExit("site/ is not built: run `make offline`, which builds it first")
    if not SBOM.is_file():
        raise SystemExit("the list of what is in it is not there: run `make offline`, which writes it first")
    make_zip(SITE, TARGET, SBOM)
    size = TARGET.stat().st_size / 1_000_000
    print(f"\n  {TARGET} ({size:.1f} MB)\n\nTo serve it: python3 {TARGET.name}")
