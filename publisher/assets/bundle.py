"""Our scripts and style sheets as a page asks for them: one file each, instead of forty requests one after the other.

``docs/assets`` holds them as they are written, in small files that import each other and work as they are. The
build lets esbuild put together what belongs together, under the names that the pages ask for.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from publisher.assets.node import node
from publisher.errors import BundlingError
from publisher.paths import NODE_MODULES

_ESBUILD = NODE_MODULES / "esbuild" / "bin" / "esbuild"

ENTRIES = {
    "calculator/runtime/start.js": (),
    "calculator/runtime/worker.js": (),
    # The one client of the page is in the start; a second copy of it would start a second Python.
    "calculator/define.js": ("--splitting", "--external:./runtime/start.js"),
    "law/law.js": (),
    "search/box.js": ("--splitting",),
    "site/anchor.js": (),
    "shared/came-back.js": (),
    "site/not-found.js": (),
    "site/glossary.js": (),
    "site/unfold.js": (),
    "training/training.js": (),
    "training/slides.js": (),
    "device/device.js": (),
    "training/embedded.js": (),
    "embed/list.js": (),
    "css/site.css": (),
    "css/embed.css": (),
    "css/calculators.css": (),
    "css/slides.css": (),
}
"""What pages load, each with what esbuild must be told besides: ``--splitting`` keeps what is loaded later apart."""
_SHORT = ("--minify-whitespace", "--minify-syntax")
"""Names stay, so that whoever looks at the page in the browser can read it."""


def bundle(folder: Path) -> None:
    """Replace each entry in ``assets/own`` by itself and all that it imports, and take out what then nothing asks for."""
    held: set[str] = set()
    with TemporaryDirectory() as place:
        metafile = Path(place) / "metafile.json"
        for entry, options in ENTRIES.items():
            _esbuild(
                folder,
                entry,
                "--bundle",
                "--format=esm",
                "--chunk-names=[dir]/[name]-[hash]",
                *_SHORT,
                *options,
                f"--metafile={metafile}",
                f"--outdir={Path(entry).parent}",
            )
            held |= set(json.loads(metafile.read_text(encoding="utf-8"))["inputs"])
    for name in held - set(ENTRIES):
        (folder / name).unlink()


def _esbuild(folder: Path, entry: str, *arguments: str) -> None:
    """Run esbuild in the folder itself, because the hash in a chunk's name depends on its path."""
    options = ("--allow-overwrite", "--log-level=warning", "--legal-comments=none", "--charset=utf8")
    command = [node(), str(_ESBUILD), f"./{entry}", *arguments, *options]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    # A warning is a mistake too: an import that is not there, a rule that no browser knows.
    if run.returncode != 0 or run.stderr.strip():
        raise BundlingError(f"esbuild could not put together {entry}: {run.stderr}")
