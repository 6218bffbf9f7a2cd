"""The set-up, run on a copy of this checkout: what stands there afterwards, and what it says when it cannot."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.checkouts import NO_NETWORK, copied, ran, started

SITE = ("make", "setup")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A checkout in a path as some people have it, set up without a locale."""
    folder = copied(tmp_path_factory.mktemp("set up") / 'it\'s "new" 目录', packages=True)
    status, said = ran(folder, *SITE)
    assert status == 0, said
    return folder


def works(checkout: Path) -> None:
    """Everything that the build runs is there and can be run from any folder."""
    for command in (
        [".venv/bin/python", "-c", "import calculators, publisher, brotli, lxml.etree"],
        [".venv/bin/mkdocs", "--version"],
        [
            (checkout / ".build" / "node").read_text(encoding="utf-8"),
            "node_modules/esbuild/bin/esbuild",
            "--version",
        ],
    ):
        program, *arguments = command
        there = [str(checkout / each) if "/" in each else each for each in arguments]
        done = subprocess.run([checkout / program, *there], cwd="/", capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()


def test_it_works_in_any_path_and_without_a_locale(checkout):
    works(checkout)


def test_the_second_time_nothing_is_done_and_no_network_needed(checkout):
    assert ran(checkout, *SITE, **NO_NETWORK) == (0, "")


def test_two_at_once_wait_for_each_other(checkout):
    shutil.rmtree(checkout / ".venv")
    both = [started(checkout, *SITE) for _ in range(2)]
    said = sorted((process.communicate()[0] for process in both), key=len)
    assert [process.returncode for process in both] == [0, 0], said
    assert said[0] == "• Waiting for another set-up in this checkout to end\n"
    works(checkout)


@pytest.mark.parametrize(
    ("step", "gone"),
    [
        ("packages of locks/site.txt", ".venv"),
        ("package-lock.json", "node_modules"),
    ],
)
def test_what_was_broken_off_is_done_again(checkout, step, gone):
    shutil.rmtree(checkout / gone)
    with started(checkout, sys.executable, "tools/bootstrap.py", "site") as process:
        for line in process.stdout:
            if step in line:
                break
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stdout.read()
    assert process.returncode == 1
    assert rest.endswith("Broken off; the same command takes it up again.\n")
    assert "Traceback" not in rest
    status, said = ran(checkout, *SITE)
    assert status == 0, said
    works(checkout)


def test_a_changed_lock_and_a_moved_checkout_are_set_up_again(checkout):
    """Also where the .venv that goes is the one that is active."""
    moved = checkout.rename(checkout.with_name("moved"))
    lock = moved / "locks" / "site.txt"
    try:
        for change in ("", "# changed\n"):
            lock.write_text(lock.read_text(encoding="utf-8") + change, encoding="utf-8")
            status, said = ran(moved, *SITE, PYTHON=str(moved / ".venv" / "bin" / "python"))
            assert status == 0, said
            assert "• Installing the Python packages of locks/site.txt\n" in said
            works(moved)
    finally:
        moved.rename(checkout)


@pytest.mark.parametrize("arguments", [[], ["all"], ["site", "test"]])
def test_a_wrong_word_is_one_sentence(tmp_path, arguments):
    folder = copied(tmp_path / "checkout")
    usage = "Usage: python3 tools/bootstrap.py site|pdf|test|audit|sbom\n"
    assert ran(folder, sys.executable, "tools/bootstrap.py", *arguments) == (1, usage)


def test_without_any_python_make_says_so_in_one_sentence(tmp_path):
    folder = copied(tmp_path / "checkout")
    start = folder / "tools" / "python"
    start.write_text(start.read_text("utf-8").replace("/usr/bin/python3 /usr/local/bin/python3", ""))
    (tmp_path / "sh").symlink_to(shutil.which("sh") or "")
    said = ran(folder, shutil.which("make") or "", "serve", PATH=str(tmp_path), PYTHON="")[1]
    assert said.startswith("A Python from 3.8 on is needed to begin: install Python 3.13")
    assert "Traceback" not in said


def test_ci_is_make_test():
    script = Path(__file__).resolve().parents[2] / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    assert os.access(script, os.X_OK)
