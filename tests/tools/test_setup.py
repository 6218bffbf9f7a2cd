"""The set-up: locks, the way to Python, Node and a browser, and the sentence when one cannot be had."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.publisher.programs import program
from tools import bootstrap, browser, typesetting

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [path.relative_to(ROOT).as_posix() for path in bootstrap.LOCKS.values()]


# Locks


@pytest.mark.parametrize("lock", LOCKS)
def test_a_python_lock_has_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.search(r"https?:|//|index-url|find-links|\s@\s", text) is None
    wanted = [row for row in text.replace("\\\n", " ").splitlines() if row and not row.startswith("#")]
    assert wanted
    for row in wanted:
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ;[^-]*)? +--hash=sha256:[0-9a-f]{64}", row), row


@pytest.mark.parametrize("lock", LOCKS)
def test_a_python_lock_holds_what_pyproject_pins(lock):
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    name = next(name for name, path in bootstrap.LOCKS.items() if path == ROOT / lock)
    locked = (ROOT / lock).read_text(encoding="utf-8").lower().replace("_", "-")
    for each in groups[name]:
        pinned = each.lower().replace("_", "-")
        assert re.search(rf"^{re.escape(pinned)}(==| )", locked, re.MULTILINE), each


@pytest.mark.parametrize(("lower", "upper"), [("site", "test"), ("site", "pdf"), ("pdf", "test")])
def test_what_two_layers_name_has_one_version(lower, upper):
    below, above = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", bootstrap.LOCKS[name].read_text("utf-8"), re.MULTILINE))
        for name in (lower, upper)
    )
    assert {name: below[name] for name in below.keys() & above.keys()} == {
        name: above[name] for name in below.keys() & above.keys()
    }


def test_the_npm_lock_has_hashes_and_no_address():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    packages = lock["packages"]
    assert packages.pop("").get("dependencies") == wanted["dependencies"]
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert packages[f"node_modules/{name}"]["version"] == version


# Python


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """An empty checkout, on a machine with nothing on PATH."""
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(bootstrap, "TOOLS", tmp_path / ".tools")
    monkeypatch.setattr(bootstrap, "NODE_FOUND", tmp_path / ".build/node")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    return tmp_path


def test_it_takes_the_python_it_runs_on(monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert bootstrap.find_python() == sys.executable


def test_it_passes_over_a_python_that_is_older_or_only_a_shim(empty):
    right = "echo '(3, 13)'"
    program(empty / "bin", "python3.13", "echo 'pyenv: version 3.13 is not installed' >&2; exit 127")
    program(empty / "bin", "python3", "echo '(3, 11)'")
    assert bootstrap.find_python() is None
    last = program(empty / "bin", "python", right)
    assert bootstrap.find_python() == str(last)
    first = program(empty / "bin", "python3.13", right)
    assert bootstrap.find_python() == str(first)


def test_it_asks_an_installed_uv_before_downloading(empty):
    known = program(empty / "elsewhere", "python3.13", "echo '(3, 13)'")
    program(empty / "bin", "uv", f'[ "$*" = "python find --no-python-downloads 3.13" ] && echo {known}')
    assert bootstrap.find_python() == str(known)


def test_it_downloads_python_with_uv(empty, capfd):
    loaded = program(empty / "loaded", "python3.13", "echo '(3, 13)'")
    program(
        empty / "bin",
        "uv",
        f'case "$*" in "python install 3.13") exit 0;; *--managed-python*) echo {loaded};; *) exit 1;; esac',
    )
    assert bootstrap.find_python() is None
    assert bootstrap.python_from_uv() == str(loaded)
    assert capfd.readouterr().out == "• Downloading Python 3.13 with uv\n"


@pytest.mark.parametrize("uv", ["exit 1", None])
def test_without_python_it_says_so_in_one_sentence(empty, uv):
    if uv:
        program(empty / "bin", "uv", uv)
    with pytest.raises(SystemExit, match=r"\APython 3\.13 is not on this machine and could not be") as end:
        bootstrap.set_up_python()
    assert "\n" not in str(end.value)
    assert not (empty / ".venv").exists()


def test_a_python_without_pip_and_ensurepip_is_one_sentence(empty):
    program(empty / "bin", "python3", 'case "$*" in *ensurepip*) exit 1;; *) echo "(3, 13)";; esac')
    with pytest.raises(SystemExit, match=r"\AThe Python on this machine comes without pip .*python3-venv"):
        bootstrap.set_up_python()
    assert not (empty / ".venv").exists()


def test_a_whole_venv_is_left_alone_and_a_broken_one_made_again(empty):
    program(empty / "bin", "python3.13", f'[ "$2" = venv ] && echo "$*" >> {empty}/made; echo "(3, 13)"')
    (empty / ".venv").mkdir()
    made = empty / "made"
    bootstrap.set_up_python()
    assert made.read_text(encoding="utf-8") == f"-m venv --clear {empty}/.venv\n"
    assert (empty / ".venv/.done-python").is_file()
    made.unlink()
    bootstrap.set_up_python()  # the stamp is there, but no Python that runs
    assert made.exists()
    made.unlink()
    program(empty / ".venv/bin", "python", "echo '(3, 13)'")
    bootstrap.set_up_python()
    assert not made.exists()


def test_packages_are_installed_again_only_when_the_lock_changes_or_it_was_broken_off(empty, monkeypatch):
    lock = empty / "site.txt"
    monkeypatch.setitem(bootstrap.LOCKS, "site", lock)
    program(empty / ".venv/bin", "python", f'[ -e {empty}/broken ] && exit 1; echo "$*" >> {empty}/calls')
    calls = empty / "calls"

    def installed() -> bool:
        calls.write_text("", encoding="utf-8")
        bootstrap.install("site", "installing")
        return "--require-hashes" in calls.read_text(encoding="utf-8")

    lock.write_text("a==1 --hash=sha256:00\n", encoding="utf-8")
    assert installed()
    assert not installed()
    lock.write_text("a==2 --hash=sha256:00\n", encoding="utf-8")
    program(empty / "bin", "uv", "exit 1")
    (empty / "broken").touch()
    with pytest.raises(SystemExit, match="The set-up stopped"):
        bootstrap.install("site", "installing")
    (empty / "broken").unlink()
    assert installed()


def test_what_pip_says_is_shown_when_it_fails(empty, monkeypatch):
    lock = empty / "site.txt"
    lock.write_text("a==1 --hash=sha256:00\n", encoding="utf-8")
    monkeypatch.setitem(bootstrap.LOCKS, "site", lock)
    program(
        empty / ".venv/bin", "python", '[ "$4" = "" ] && exit 0; echo "ERROR: no such package" >&2; exit 1'
    )
    with pytest.raises(SystemExit, match=r"(?s)ERROR: no such package.*site\.txt could not be"):
        bootstrap.install("site", "installing")


@pytest.mark.parametrize("arguments", [[], ["all"], ["site", "test"]])
def test_a_wrong_word_is_one_sentence(arguments):
    with pytest.raises(SystemExit, match=r"\AUsage: "):
        bootstrap.main(arguments)


# Node


@pytest.mark.parametrize(
    ("says", "enough"),
    [("v20.0.0", True), ("v24.19.0", True), ("v19.9.0", False), ("v8.17.0", False), ("", False)],
)
def test_only_a_new_enough_node_is_taken(empty, says, enough):
    program(empty / "bin", "npm", "exit 0")
    node = program(empty / "bin", "node", f"echo {says}")
    assert bootstrap.find_node() == ((node, [str(empty / "bin/npm")]) if enough else None)


def test_a_node_without_npm_is_not_taken(empty):
    program(empty / "bin", "node", "echo v22.0.0")
    assert bootstrap.find_node() is None


# Browser


@pytest.fixture
def no_browser(tmp_path, monkeypatch):
    """A machine without a browser, where nothing can be installed."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(browser, "NAMES", tuple(name for name in browser.NAMES if "/" not in name))
    monkeypatch.setattr(browser, "from_playwright", lambda: None)
    monkeypatch.setattr(browser, "from_debian", lambda: None)
    return tmp_path / "bin"


def test_a_named_browser_comes_first(no_browser, tmp_path):
    program(no_browser, "chromium", "exit 0")
    named = program(tmp_path / "own", "browser", "exit 0")
    assert browser.find({"CHROMIUM": str(named)}) == str(named)


@pytest.mark.parametrize("shell", ["exit 1", None])
def test_a_named_browser_that_does_not_run_is_a_failure_not_a_second_choice(no_browser, tmp_path, shell):
    program(no_browser, "chromium", "exit 0")
    named = program(tmp_path / "own", "browser", shell) if shell else tmp_path / "missing"
    with pytest.raises(SystemExit, match=r"\ACHROMIUM names .* does not run"):
        browser.find({"CHROMIUM": str(named)})


def test_an_installed_browser_is_taken_in_order_if_it_runs(no_browser):
    edge = program(no_browser, "msedge", "exit 0")
    assert browser.find({}) == str(edge)
    chrome = program(no_browser, "google-chrome", "exit 0")
    program(no_browser, "chromium-browser", "echo 'this is only a stub' >&2; exit 1")
    assert browser.find({}) == str(chrome)


@pytest.mark.usefixtures("no_browser")
def test_then_playwright_then_debian(monkeypatch):
    monkeypatch.setattr(browser, "from_debian", lambda: "/debian")
    assert browser.find({}) == "/debian"
    monkeypatch.setattr(browser, "from_playwright", lambda: "/playwright")
    assert browser.find({}) == "/playwright"


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_it_fails_in_one_sentence():
    with pytest.raises(SystemExit, match=r"\AThe tests open the site in a browser and none could be") as end:
        browser.find({})
    assert "\n" not in str(end.value)


def test_playwrights_browser_is_taken_only_if_it_was_installed_and_runs(tmp_path, monkeypatch):
    good = program(tmp_path, "chrome", "exit 0")
    python = f'case "$*" in *" install "*) exit $FAKE;; *) echo {good};; esac'
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", python)))
    monkeypatch.setenv("FAKE", "0")
    assert browser.from_playwright() == str(good)
    program(tmp_path, "chrome", "exit 1")
    assert browser.from_playwright() is None
    monkeypatch.setenv("FAKE", "1")
    program(tmp_path, "chrome", "exit 0")
    assert browser.from_playwright() is None


def test_debians_package_only_as_root(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    program(tmp_path, "apt-get", f'echo "$*" >> {tmp_path}/calls')
    fake = program(tmp_path, "a-browser", "exit 0")
    monkeypatch.setattr(browser, "NAMES", (fake.name,))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert browser.from_debian() is None
    assert not (tmp_path / "calls").exists()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.from_debian() == str(fake)
    assert "chromium fonts-noto-cjk" in (tmp_path / "calls").read_text(encoding="utf-8")


def test_the_path_is_left_where_the_tests_read_it(tmp_path, monkeypatch):
    found = tmp_path / ".build/browser"
    monkeypatch.setattr(browser, "FOUND", found)
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path, "first", "exit 0")))
    browser.main()
    assert found.read_text(encoding="utf-8") == str(tmp_path / "first")
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path, "second", "exit 0")))
    browser.main()
    assert found.read_text(encoding="utf-8") == str(tmp_path / "second")
    monkeypatch.delenv("CHROMIUM")
    monkeypatch.setattr(browser, "find", lambda _: pytest.fail("looked again"))
    browser.main()


# Commands


def test_ci_is_make_test():
    script = ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    assert os.access(script, os.X_OK)


def test_without_any_python_make_says_so_in_one_sentence(tmp_path):
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    (tmp_path / "Makefile").write_text(
        make.replace("/usr/bin/python3", "").replace("/usr/local/bin/python3", "")
    )
    environment = {"PATH": str(tmp_path / "bin")}
    for name in ("sh", "test", "echo"):
        program(tmp_path / "bin", name, f'exec /bin/{name} "$@"')
    program(tmp_path / "bin", "python3", "exit 1")
    done = subprocess.run(
        ["/usr/bin/make", "serve"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert done.stderr.startswith("A Python from 3.8 on is needed to begin: install Python 3.13")


# What typesetting takes


@pytest.fixture
def debian(tmp_path, monkeypatch):
    """Root on a Debian whose apt-get notes what it is asked, with nothing that typesetting takes."""
    program(tmp_path / "bin", "apt-get", f'echo "$*" >> {tmp_path}/asked')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(typesetting, "lacking", lambda: typesetting.NO_LIBRARY)
    return tmp_path


def test_typesetting_lacks_nothing_here():
    assert typesetting.lacking() is None
    assert typesetting.has_chinese_font()


def test_a_missing_library_is_said_before_a_missing_font(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "exit 1")))
    assert typesetting.lacking() == typesetting.NO_LIBRARY
    monkeypatch.setattr(sys, "executable", str(program(tmp_path, "python", "exit 0")))
    monkeypatch.setattr(typesetting, "has_chinese_font", lambda: False)
    assert typesetting.lacking() == typesetting.NO_FONT


def test_no_fontconfig_is_no_font(monkeypatch):
    monkeypatch.setattr(typesetting.ctypes.util, "find_library", lambda _: None)
    assert not typesetting.has_chinese_font()


def test_debian_is_asked_once_for_what_typesetting_lacks(debian):
    with pytest.raises(SystemExit) as ended:
        typesetting.main()
    assert str(ended.value) == typesetting.NO_LIBRARY
    asked = (debian / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[0].startswith("update")
    assert all(package in asked[1] for package in typesetting.PACKAGES)
    assert len(asked) == 2


def test_without_root_nothing_is_installed_and_the_sentence_names_the_packages(debian, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"apt-get install libpango-1\.0-0") as ended:
        typesetting.main()
    assert "\n" not in str(ended.value)
    assert not (debian / "asked").exists()


def test_what_debian_brought_is_enough(debian, monkeypatch):
    answers = iter([typesetting.NO_FONT, None])
    monkeypatch.setattr(typesetting, "lacking", lambda: next(answers))
    typesetting.main()
    assert (debian / "asked").exists()
