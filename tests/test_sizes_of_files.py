"""No file of code is too long to be read at one sitting, and no folder has more files than one takes in at a glance."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES, MOST_FILES = 300, 14
CODE = (".py", ".js", ".mjs", ".css")
KEPT_TOGETHER = ("docs/decisions", "tests/approved")
"""Records and approved answers are looked up by their numbers and names, not read side by side."""

FILES = [
    Path(name)
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")[:-1]
]


def lines_of_code(file: str, text: str) -> int:
    """Count the lines that are neither empty nor a comment nor a docstring."""
    if not file.endswith(".py"):
        without = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        return sum(bool(line.strip()) and not line.strip().startswith("//") for line in without.splitlines())
    lines: set[int] = set()
    layout = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in layout:
            lines |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


@pytest.mark.parametrize("ending", CODE)
def test_no_file_is_long(ending: str) -> None:
    counted = {
        file.as_posix(): lines_of_code(file.name, (ROOT / file).read_text(encoding="utf-8"))
        for file in FILES
        if file.suffix == ending and (ROOT / file).is_file()
    }
    assert counted
    assert {file: lines for file, lines in counted.items() if lines > MOST_LINES} == {}


def test_no_folder_is_full() -> None:
    count = Counter(file.parent.as_posix() for file in FILES if (ROOT / file).is_file())
    full = {folder: files for folder, files in count.items() if files > MOST_FILES and folder != "."}
    assert {folder: files for folder, files in full.items() if not folder.startswith(KEPT_TOGETHER)} == {}


@pytest.mark.parametrize(
    ("file", "text", "lines"),
    [
        ("a.py", '"""Why.\n\nMore."""\n\n# Because.\nA = """\nb\n"""\n', 3),
        ("a.py", "def a():\n    '''Why.'''\n    return 1  # it is one\n", 2),
        ("a.js", "/** Why.\n * More. */\n\n// Because.\nexport const a = 1;\n", 1),
        ("a.css", "/* Why */\n\na {\n  color: red; /* it is red */\n}\n", 3),
    ],
)
def test_lines_are_counted(file: str, text: str, lines: int) -> None:
    assert lines_of_code(file, text) == lines
