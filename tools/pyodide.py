"""Move to another Pyodide: ``make pyodide VERSION=0.29.5``.

The version is fetched beside the checkout, put in its place, the site is built with it, and what tests Python in the
page is run. Whatever fails, one sentence says what is lacking, and everything is as it was.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bootstrap import find_npm

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".build"
LOG = WORK / "pyodide.log"
"""What the last command said that failed."""

FETCHED = ("package.json", "package-lock.json", "node_modules")
MADE = ("site", ".build/runtime", ".build/runtime.key")
OPTIONS = (
    "--save-exact",
    "--omit-lockfile-registry-resolved",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)
TESTS = (
    "tests/parity",
    *(f"tests/browser/runtime/test_{name}.py" for name in "ahead broken_pack failures start worker".split()),
)
FAST_TESTS = ("tests/publisher/runtime", "tests/browser/runtime/test_fallback.py")


class Lacking(Exception):
    """The version cannot be taken; the message says what is lacking."""


def main(arguments: list[str]) -> None:
    """Do it, and say what came of it."""
    if len(arguments) != 1 or not re.fullmatch(r"\d+\.\d+\.\d+(-[a-z]+\.\d+)?", arguments[0]):
        raise SystemExit("Name one version of Pyodide, as npm does: make pyodide VERSION=0.29.5")
    (version,) = arguments
    started = time.monotonic()
    WORK.mkdir(exist_ok=True)
    try:
        with TemporaryDirectory(prefix="pyodide-", dir=WORK) as place:
            fetched = fetch(version, Path(place))
            with replaced(fetched, Path(place) / "before"):
                build(version)
                manifest = json.loads((WORK / "runtime" / "manifest.json").read_text(encoding="utf-8"))
                fast = "python_stdlib_cut.zip" in manifest["files"]
                test(version, (*TESTS, *FAST_TESTS) if fast else TESTS)
    except Lacking as lacking:
        raise SystemExit(f"{lacking} Everything is as it was.") from None
    size = sum(manifest["files"][name]["size"] for name in manifest["start"])
    print(
        f"Pyodide {version} is in place after {(time.monotonic() - started) / 60:.1f} minutes: pages begin with the "
        f"{'fast' if fast else 'plain'} start, {size / 1e6:.2f} MB before compression."
    )
    if not fast:
        print("The fast start wants the Python of that Pyodide in .venv, or is switched off in mkdocs.yml.")


def fetch(version: str, place: Path) -> Path:
    """Let npm install the version, beside everything else that the project takes from npm, in a folder of its own."""
    fetched = place / "fetched"
    fetched.mkdir()
    for name in FETCHED[:2]:
        shutil.copyfile(ROOT / name, fetched / name)
    say(f"Fetching Pyodide {version} with npm")
    node, *npm = find_npm()
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    done = run([*npm, "install", f"pyodide@{version}", *OPTIONS], fetched, PATH=path)
    if done.returncode:
        reasons = re.findall(
            r"^npm (?:error|ERR!) (?!code|A complete log|errno|syscall)\S* ?(.*\S)$",
            done.stdout,
            re.MULTILINE,
        )
        reason = reasons[0].rstrip(".") if reasons else f"npm ended with {done.returncode}"
        raise Lacking(f"npm cannot install Pyodide {version}: {reason}.")
    return fetched


@contextmanager
def replaced(fetched: Path, before: Path) -> Iterator[None]:
    """Put what was fetched in its place; whatever ends the block but success puts everything back."""
    before.mkdir()
    for name in (*FETCHED, *MADE):
        if (ROOT / name).exists():
            (before / name).parent.mkdir(exist_ok=True)
            (copy if name in MADE else shutil.move)(ROOT / name, before / name)
    try:
        for name in FETCHED:
            shutil.move(fetched / name, ROOT / name)
        yield
    except BaseException:
        for name in (*FETCHED, *MADE):
            remove(ROOT / name)
            if (before / name).exists():
                shutil.move(before / name, ROOT / name)
        raise


def build(version: str) -> None:
    """Build the site with it."""
    say("Building the site with it")
    done = run([sys.executable, "-m", "mkdocs", "build", "--quiet"], ROOT, NO_MKDOCS_2_WARNING="1")
    if done.returncode:
        raise Lacking(f"The site cannot be built with Pyodide {version}: {last_line(done.stdout)}")
    print(done.stdout, end="", flush=True)


def test(version: str, tests: tuple[str, ...]) -> None:
    """Run what tests Python in the page."""
    say("Testing Python in the page")
    options = ("-q", "--numprocesses=auto", "--maxprocesses=4", "-p", "no:cacheprovider")
    done = run([sys.executable, "-m", "pytest", *options, *tests], ROOT)
    if done.returncode:
        failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
        which = (
            f"fails {len(failed)} test(s), first {failed[0]}"
            if failed
            else f"cannot be tested: {last_line(done.stdout)}"
        )
        raise Lacking(f"Pyodide {version} {which}; {LOG.relative_to(ROOT)} holds what was said.")
    print(last_line(done.stdout), flush=True)


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program, and keep what it said where it fails."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        LOG.write_text(done.stdout, encoding="utf-8")
    return done


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder."""
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        shutil.copyfile(source, target)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def last_line(text: str) -> str:
    """Return the last line that says anything."""
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "nothing was said")


def say(what: str) -> None:
    """Say in one line what is being done."""
    print("•", what, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Broken off; everything is as it was.")
