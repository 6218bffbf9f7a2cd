"""Blocks that are not right stay on the page as text: here they are found, each with its line and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from publisher.blocks import KINDS, argument_problem

_BLOCK_AS_TEXT = re.compile(r"^(?:<\w+>)*(/{3,}.*)", re.MULTILINE)
_FIRST_LINE = re.compile(r"\s*/{3,} *([\w-]+) *(?:\| *(.*?) *)?")


def block_problems(file: str, path: str, html: str) -> Iterator[str]:
    """Yield a sentence about each block that ``html`` shows as text, with the line of the file where it stands."""
    found = _BLOCK_AS_TEXT.findall(html)
    if not found:
        return
    text = Path(path).read_text(encoding="utf-8")
    lines = {number: line for number, line in enumerate(text.splitlines(), 1) if "///" in line}
    first_lines = [each for each in found if _letters(each)]
    for each in first_lines:
        # Markdown may have made elements of some of the line.
        number = next((at for at, line in lines.items() if _letters(line) == _letters(each)), 0)
        yield f"Doc file '{file}', line {number}: {_block_problem(lines.pop(number, each))}."
    if not first_lines:
        yield f"Doc file '{file}': a line of slashes closes no block."


def _block_problem(line: str) -> str:
    found = _FIRST_LINE.fullmatch(line)
    name, argument = (each or "" for each in found.groups()) if found else ("", "")
    if name in KINDS and (problem := argument_problem(name, argument)):
        return problem
    if name in KINDS:
        return f"{name} takes no options and no content, and ends with a line of as many slashes"
    return f"there is no block “{name}”, or its argument, options or closing line are wrong"


def _letters(line: str) -> str:
    return re.sub(r"<[^>]*>|&#?\w+;|[\W_]", "", line)
