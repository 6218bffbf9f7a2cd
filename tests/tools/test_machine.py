"""What the tests and the PDF files take from the machine: named, noted, found, or a sentence."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.publisher.programs import program
from tests.tools.checkouts import copied, ran

BROWSER, NGINX = "print(machine.has_browser())", "print(machine.has_nginx())"


@pytest.fixture
def machine(tmp_path):
    """A machine with nothing on its PATH but what a test puts there; what a test asks is run in a checkout on it."""
    folder = copied(tmp_path / "checkout")
    (folder / ".build").mkdir()
    (tmp_path / "bin").mkdir()

    def asked(code: str, **environment: str) -> tuple[int, str]:
        code = f"import sys; sys.path.insert(0, 'tools'); import machine; machine.NGINX = ['nginx']; {code}"
        return ran(folder, sys.executable, "-c", code, PATH=str(tmp_path / "bin"), **environment)

    asked.folder, asked.bin, asked.notes = folder, tmp_path / "bin", folder / ".build"
    return asked


@pytest.mark.parametrize(
    ("variable", "code", "name"), [("CHROMIUM", BROWSER, "chromium"), ("NGINX", NGINX, "nginx")]
)
@pytest.mark.parametrize("shell", [None, "exit 1"])
def test_a_named_program_that_does_not_run_is_one_sentence_and_no_second_choice(
    machine, variable, code, name, shell
):
    program(machine.bin, name, "exit 0")
    named = program(machine.folder, "named", shell) if shell else machine.folder / "missing"
    status, said = machine(code, **{variable: str(named)})
    assert status == 1
    assert said == f"{variable} names {str(named)!r}, which does not run: name another, or unset it.\n"
    assert not list(machine.notes.iterdir())


@pytest.mark.parametrize(
    ("variable", "code", "name", "note"),
    [("CHROMIUM", BROWSER, "chromium", "browser"), ("NGINX", NGINX, "nginx", "nginx")],
)
def test_the_named_one_is_noted_then_kept_then_the_machines_is_taken(machine, variable, code, name, note):
    noted = machine.notes / note
    program(machine.bin, name, "exit 0")
    named = program(machine.folder, "named", "exit 0")
    assert machine(code, **{variable: str(named)}) == (0, "True\n")
    assert noted.read_text(encoding="utf-8") == str(named)
    assert machine(code) == (0, "True\n")
    assert noted.read_text(encoding="utf-8") == str(named)
    named.unlink()
    assert machine(code) == (0, "True\n")
    assert noted.read_text(encoding="utf-8") == str(machine.bin / name)


def test_a_browser_that_is_only_a_stub_is_passed_over(machine):
    program(machine.bin, "chromium", "echo 'install me' >&2; exit 1")
    chrome = program(machine.bin, "google-chrome", "exit 0")
    assert machine(BROWSER) == (0, "True\n")
    assert (machine.notes / "browser").read_text(encoding="utf-8") == str(chrome)


def test_the_browser_serves_where_its_headless_shell_cannot_be_had(machine):
    chromium = program(machine.bin, "chromium", "exit 0")
    prepare = "machine.TYPESETTING = machine.ENGINES = {}; machine.TESTING = {'a browser': (machine.has_browser, ())}; machine.prepare(for_tests=True)"
    assert machine(f"import os; os.geteuid = lambda: 1000; {prepare}") == (0, "")
    assert (machine.notes / "headless-shell").read_text(encoding="utf-8") == str(chromium)
    (machine.notes / "headless-shell").unlink()
    shell = program(machine.bin, "chromium-headless-shell", "exit 0")
    assert machine(prepare) == (0, "")
    assert (machine.notes / "headless-shell").read_text(encoding="utf-8") == str(shell)


def test_an_engine_that_cannot_be_had_is_said_in_a_line_and_stops_nothing(machine):
    prepare = "machine.TYPESETTING = machine.TESTING = machine.QUICKER = {}; machine.prepare(for_tests=True)"
    program(machine.bin, "chromium-headless-shell", "exit 0")
    program(machine.bin, "firefox-esr", "exit 0")
    status, said = machine(f"import os; os.geteuid = lambda: 1000; {prepare}")
    assert (status, said.count("\n")) == (0, 1)
    assert said.startswith("• WebKitGTK is not on this machine, so it is not tested")
    assert (machine.notes / "firefox").read_text(encoding="utf-8") == str(machine.bin / "firefox-esr")
    assert not (machine.notes / "webkit").exists()


@pytest.mark.parametrize("asked", ["", "all"])
def test_another_engine_is_installed_only_where_it_is_asked_for(machine, asked):
    prepare = "machine.TYPESETTING = machine.TESTING = machine.QUICKER = {}; machine.prepare(for_tests=True)"
    program(machine.bin, "chromium-headless-shell", "exit 0")
    program(machine.bin, "apt-get", 'echo "apt-get $@"')
    _, said = machine(f"import os; os.geteuid = lambda: 0; {prepare}", ENGINES=asked)
    assert ("firefox-esr\n" in said.replace("(Debian: apt-get install firefox-esr)", "")) == (asked == "all")
    assert "Firefox is not on this machine, so it is not tested" in said


def test_all_that_is_lacking_is_said_in_one_sentence(machine):
    program(machine.folder / ".venv" / "bin", "python", "exit 1")
    status, said = machine("import os; os.geteuid = lambda: 1000; machine.prepare(for_tests=True)")
    assert status == 1
    last = said.splitlines()[-1]
    assert last.startswith("This machine lacks the library Pango and a Chinese font and ")
    for package in ("libpango-1.0-0", "fonts-noto-cjk", "libatomic1", "chromium", "nginx-light"):
        assert package in last
    assert last.endswith("and run the same command again.")
    assert "Traceback" not in said


def test_a_font_that_was_installed_since_is_found(machine, tmp_path):
    """In one process: what it asked before must not be what it is told after."""
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "file"], capture_output=True, text=True, check=True)
    font = listed.stdout.split("\n")[0].split(":")[0]
    (tmp_path / "fonts").mkdir()
    settings = tmp_path / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{tmp_path}/fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    program(machine.bin, "fc-list", f'exec {shutil.which("fc-list")} "$@"')
    there = "machine.has_chinese_font()"
    code = f"before = {there}; import shutil; shutil.copy({font!r}, {str(tmp_path / 'fonts')!r}); print(before, {there})"
    assert machine(code, FONTCONFIG_FILE=str(settings)) == (0, "False True\n")
