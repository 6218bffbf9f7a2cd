"""Run README's two commands in an empty Debian, with what README asks for and nothing else, and say how it went.

    make fresh                                    Debian trixie, whose Python is 3.13, as root and as a user
    make fresh FRESH='--suite bookworm'           where Python 3.13 has to be fetched
    make fresh FRESH='--test "make test-fast"'    another command in the place of `make test`

It takes root and debootstrap. What was committed is cloned; the Debian lies in .build/fresh, and a log of each run
beside it. How this machine reaches its package indexes is carried over: proxies, certificates, settings of pip,
npm, uv and apt. Where a command ends in a sentence that names Debian's packages, they are installed, as a reader
would do, and the command is run again.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASKED_FOR = "git,make,python3,ca-certificates"
HOMES = {"root": "root", "user": "home/user"}
CHECKOUT = "a new 目录/it's here"
SETTING = re.compile(
    r"(pip|uv|npm_config|node_extra)_.*|.*(_proxy|ca_?bundle|ca_?info|cert_file)", re.IGNORECASE
)
SETTING_OF_APT = re.compile(r"^Acquire::(?:https?|Retries|Check-\S+)\b.*\n", re.MULTILINE)
FILES = ("/etc/resolv.conf", "/etc/pip.conf", "/etc/uv/uv.toml")
HOME_FILES = (".config/pip/pip.conf", ".config/uv/uv.toml", ".npmrc")
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
ADVICE = re.compile(r"apt-get install ([a-z0-9.+ -]+)[),].* run the same command again")
LANGUAGES = 2
ENTER = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"'


def main() -> None:
    """Run both commands for both users, each in a Debian of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--suite", default="trixie", help="the release of Debian")
    parser.add_argument("--test", default="make test", help="what is run after `make serve`")
    asked = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        raise SystemExit("An empty Debian is made by root with debootstrap: install it and run this as root.")
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # in the background it is ignored, by all that is started
    base, failed = empty_debian(asked.suite), False
    for user in HOMES:
        machine = base.with_name(f"{asked.suite}-{user}")
        settle(base, machine, user)
        for command in ("make serve", asked.test):
            failed |= not works(machine, user, command)
        shutil.rmtree(machine)
    sys.exit(failed)


def empty_debian(suite: str) -> Path:
    """Return the Debian that every run begins with, made once."""
    base = ROOT / ".build" / "fresh" / suite
    if base.is_dir():
        return base
    print("• debootstrap", suite, flush=True)
    unfinished = base.with_name(f"{suite}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    sources = run("apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages")
    mirror = [line.split()[1] for line in sources.splitlines() if "-" not in line.split()[0]][:1]
    run("debootstrap", "--variant=minbase", f"--include={ASKED_FOR}", suite, unfinished, *mirror)
    for_apt = "".join(SETTING_OF_APT.findall(run("apt-config", "dump")))
    (unfinished / "etc/apt/apt.conf.d/90network").write_text(for_apt, encoding="utf-8")
    for file in (*FILES, *settings().values()):
        copy(Path(file), unfinished / file.lstrip("/"))
    run(*inside(unfinished, "root", "/", "apt-get update"))
    unfinished.rename(base)
    return base


def settle(base: Path, machine: Path, user: str) -> None:
    """Copy the Debian, and clone what was committed into the user's home."""
    shutil.rmtree(machine, ignore_errors=True)
    machine.with_suffix(".log").unlink(missing_ok=True)
    # debootstrap may leave /proc mounted.
    run("cp", "-a", "--one-file-system", "--reflink=auto", base, machine)
    if user != "root":
        run(*inside(machine, "root", "/", f"useradd --create-home {user}"))
    home = machine / HOMES[user]
    for file in HOME_FILES:
        copy(Path.home() / file, home / file)
    run("git", "clone", "--no-hardlinks", ROOT, home / CHECKOUT)
    run(*inside(machine, "root", "/", f"chown -R {user}: /{HOMES[user]}"))


def works(machine: Path, user: str, command: str) -> bool:
    """Run a command, and once more where it says what to install; print each result."""
    for last in (False, True):
        done, said = once(machine, user, command)
        print(f"{user}: {command}: {said}", flush=True)
        advice = ADVICE.search(said)
        if done or last or not advice:
            break
        run(*inside(machine, "root", "/", f"apt-get install -y --no-install-recommends {advice[1]}"))
    return done


def once(machine: Path, user: str, command: str) -> tuple[bool, str]:
    """Run a command to its end, or until what it serves has answered; return whether it did well, and how it went."""
    begun, last, addresses = time.monotonic(), "", []
    start = inside(machine, user, f"/{HOMES[user]}/{CHECKOUT}", command)
    with machine.with_suffix(".log").open("a", 1, encoding="utf-8") as log, started(start) as process:
        for line in process.stdout or ():
            log.write(line)
            last = line.strip() if line.strip() and not line.startswith("make") else last
            addresses += ADDRESS.findall(line) if command == "make serve" else []
            if len(addresses) == LANGUAGES:
                sizes = [len(urllib.request.urlopen(each, timeout=30).read()) for each in addresses]  # noqa: S310
                last = f"both addresses answer with {sizes} bytes"
                break
        seconds = time.monotonic() - begun
        if len(addresses) == LANGUAGES:
            return stops(process), f"{last} after {seconds:.0f} s"
    return process.returncode == 0, f"ended with {process.returncode} after {seconds:.0f} s: {last}"


def stops(process: subprocess.Popen[str]) -> bool:
    """Stop what is served as a reader does, by Ctrl-C; tell whether that was enough."""
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        print("Ctrl-C does not stop it.", flush=True)
        process.kill()
        return False
    return True


def inside(machine: Path, user: str, place: str, command: str) -> list[str | Path]:
    """Return the command in that Debian, in name spaces of its own: what it mounts and starts ends with it."""
    apart: list[str | Path] = [
        "unshare",
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "sh",
        "-c",
        ENTER,
        machine,
    ]
    path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    variables = [path, f"HOME=/{HOMES[user]}", *(f"{name}={value}" for name, value in settings().items())]
    return [*apart, f"--userspec={user}", machine, "env", "-i", "-C", place, *variables, "sh", "-c", command]


def settings() -> dict[str, str]:
    """Return the variables that say how this machine reaches the network; folders are not carried over."""
    found = {name: value for name, value in os.environ.items() if SETTING.fullmatch(name)}
    return {name: value for name, value in found.items() if not Path(value).is_dir()}


def copy(file: Path, to: Path) -> None:
    """Copy a file of this machine, where it is one."""
    if file.is_absolute() and file.is_file():
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())


def started(command: list[str | Path]) -> subprocess.Popen[str]:
    """Start a program; all that it says can be read."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


def run(*command: str | Path) -> str:
    """Return what a program says, which must end well."""
    with started(list(command)) as process:
        said = process.communicate()[0]
    if process.returncode != 0:
        raise SystemExit(f"{said}\nThis ended with {process.returncode}: {' '.join(map(str, command))}")
    return said


if __name__ == "__main__":
    main()
