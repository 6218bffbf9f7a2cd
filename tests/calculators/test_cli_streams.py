"""What the command line reads and writes: files, standard input, pipes, encodings."""

import json
import os
import subprocess
import sys

import pytest

from tests.calculators.terminal import GRADED, ROOT, run


@pytest.mark.parametrize("through", ["file", "standard input"])
def test_a_file_and_standard_input_are_read_alike(through, tmp_path):
    """With or without a byte order mark; what is too long is that, wherever a character is cut; else not UTF-8."""
    path = tmp_path / "facts.json"

    def told(content):
        path.write_bytes(content)
        with path.open("rb") as file:
            typed = ["incident-report", "--facts", "-" if through == "standard input" else str(path)]
            return subprocess.run(
                [sys.executable, "-m", "calculators", *typed, "--lang", "en"],
                cwd=ROOT, stdin=file, capture_output=True, encoding="utf-8", check=False, timeout=60,
            )  # fmt: skip

    assert told(b'\xef\xbb\xbf{"aware_at":"2026-11-21 14:30","grade":"general"}').returncode == 0
    for start in range(4):
        assert "longer than" in told(b" " * start + "\U00020000".encode() * 70_000).stderr
    assert "longer than" in told(b"\xef\xbb\xbf" + "\U00020000".encode() * 65_537).stderr
    assert "not UTF-8" in told("\u7f51".encode("gbk")).stderr
    assert "not UTF-8" in told(b'{"cii":"\xe7').stderr


def test_standard_input_that_is_closed_is_one_sentence():
    """As a service starts a program."""
    done = subprocess.run(
        ["sh", "-c", '"$0" -m calculators incident-report --facts - <&-', sys.executable],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "无法从标准输入读取；请给出一个可读的 JSON 文件。（--facts）\n",
    )


@pytest.mark.parametrize("typed", [["list"], ["disclosure", "--act", "publish"], ["nonsense", "--json"]])
def test_a_pipe_that_was_closed_is_no_error(typed):
    """Short output waits for the end of the program, where nobody would catch it; long output breaks before."""
    read, write = os.pipe()
    os.close(read)
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "calculators", *typed],
            cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, env=buffered, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_output_is_utf8_whatever_the_console_is():
    """A console of another encoding neither breaks the Chinese nor raises."""
    done = run(
        "incident-report",
        *GRADED,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PATH": ""},
    )
    assert done.returncode == 0
    assert "应当报告" in done.stdout


@pytest.mark.parametrize(
    ("asked", "encoding"),
    [("gbk", "gbk"), ("gb18030", "gb18030"), ("utf-16-le", "utf-16-le"), (":strict", "utf-8")],
)
def test_an_encoding_that_is_asked_for_is_the_one_that_comes(asked, encoding):
    """Through a pipe, for the finding and for a refusal."""
    for typed, stream in ((("incident-report", *GRADED), "stdout"), (("incident-report",), "stderr")):
        done = subprocess.run(
            [sys.executable, "-m", "calculators", *typed],
            cwd=ROOT, capture_output=True, check=False, timeout=60, env={"PYTHONIOENCODING": asked, "PATH": ""},
        )  # fmt: skip
        assert "事件" in getattr(done, stream).decode(encoding)


def test_what_an_encoding_lacks_is_written_as_json_writes_it():
    done = run("incident-report", *GRADED, "--json", env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    plain = run("incident-report", *GRADED, "--json")
    assert done.stdout.isascii()
    assert json.loads(done.stdout) == json.loads(plain.stdout)
