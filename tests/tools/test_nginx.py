"""The way to an nginx for the tests: named, installed, Debian's unpacked; and the sentence where there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser import nginx as of_tests
from tests.publisher.programs import program
from tools import nginx

RUNS = '[ "$*" = -v ]'


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with nothing but what a test puts on its PATH, and not as root."""
    monkeypatch.setattr(nginx, "FOUND", tmp_path / ".build" / "nginx")
    monkeypatch.setattr(nginx, "UNPACKED", tmp_path / ".tools" / "nginx")
    monkeypatch.setattr(nginx, "NAMES", ("nginx",))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("NGINX", raising=False)
    (tmp_path / "bin").mkdir()
    return tmp_path


@pytest.fixture
def debian(machine):
    """The same with Debian's tools: they note what they are asked, and the package they unpack holds an nginx that runs."""
    binaries = machine / "bin"
    program(
        binaries,
        "apt-get",
        f'echo "apt-get $*" >> {machine}/asked; [ "$1" = update ] || : > "$PWD/nginx.deb"',
    )
    made = 'd="$3/usr/sbin"; /bin/mkdir -p "$d"; echo "#!/bin/sh" > "$d/nginx"; /bin/chmod +x "$d/nginx"'
    program(binaries, "dpkg-deb", f'echo "dpkg-deb $1" >> {machine}/asked; {made}')
    return machine


def asked(machine: Path) -> list[str]:
    file = machine / "asked"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def test_a_named_nginx_comes_first(debian, tmp_path):
    program(debian / "bin", "nginx", RUNS)
    named = program(tmp_path / "own", "nginx", RUNS)
    assert nginx.find({"NGINX": str(named)}) == str(named)


@pytest.mark.parametrize("shell", ["exit 1", None])
def test_a_named_nginx_that_does_not_run_is_none_and_no_second_choice(debian, tmp_path, shell):
    program(debian / "bin", "nginx", RUNS)
    named = program(tmp_path / "own", "nginx", shell) if shell else tmp_path / "missing"
    assert nginx.find({"NGINX": str(named)}) is None


def test_an_installed_nginx_is_taken_if_it_runs(debian):
    own = program(debian / "bin", "nginx", RUNS)
    assert nginx.find({}) == str(own)
    assert asked(debian) == []
    program(debian / "bin", "nginx", "exit 1")
    assert nginx.find({}) != str(own)


def test_debians_packages_are_unpacked_and_not_installed(debian, monkeypatch):
    path = debian / ".tools" / "nginx" / "usr" / "sbin" / "nginx"
    assert nginx.find({}) == str(path)
    assert path.is_file()
    download = f"apt-get download -qq {' '.join(nginx.PACKAGES)}"
    assert asked(debian) == [download, "dpkg-deb -x"]
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    nginx.from_debian()
    assert asked(debian)[2:] == ["apt-get update -qq", download, "dpkg-deb -x"]


@pytest.mark.parametrize("lacking", ["apt-get", "dpkg-deb"])
def test_elsewhere_than_on_debian_nothing_is_tried(debian, lacking):
    (debian / "bin" / lacking).unlink()
    assert nginx.from_debian() is None
    assert asked(debian) == []


def test_what_cannot_be_downloaded_or_does_not_run_is_none(debian):
    program(debian / "bin", "dpkg-deb", "exit 0")
    assert nginx.from_debian() is None
    program(debian / "bin", "apt-get", "exit 100")
    program(debian / "bin", "dpkg-deb", "exit 1")
    assert nginx.from_debian() is None


def test_the_path_is_left_where_the_tests_read_it(machine, monkeypatch):
    first = program(machine / "bin", "nginx", RUNS)
    nginx.main()
    assert nginx.FOUND.read_text(encoding="utf-8") == str(first)
    monkeypatch.setattr(nginx, "find", lambda _: pytest.fail("looked again"))
    nginx.main()


def test_another_that_is_named_is_taken_instead(machine, monkeypatch):
    program(machine / "bin", "nginx", RUNS)
    nginx.main()
    named = program(machine / "own", "nginx", RUNS)
    monkeypatch.setenv("NGINX", str(named))
    nginx.main()
    assert nginx.FOUND.read_text(encoding="utf-8") == str(named)


def test_where_there_is_none_it_is_said_and_the_tests_that_need_one_fail(machine, monkeypatch, capsys):
    nginx.FOUND.parent.mkdir()
    nginx.FOUND.write_text(str(machine / "gone"), encoding="utf-8")
    nginx.main()
    assert nginx.MISSING in capsys.readouterr().out
    assert not nginx.FOUND.exists()
    monkeypatch.setattr(of_tests, "FOUND", nginx.FOUND)
    with pytest.raises(pytest.fail.Exception, match="no nginx was set up"):
        of_tests.nginx_path()
