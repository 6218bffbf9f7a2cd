"""Where our own words repeat a figure of a law: every length of time in them is claimed for one in ``figures.toml``."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from calculators.kernel.duties.limits import Limit
from tests.text.durations import Duration, durations

CLAIMS = Path(__file__).with_name("figures.toml")
OTHER = "other"
"""What a claim names where the length is no figure of the laws here."""

_READ = {".md", ".toml", ".py"}
_THE_LAWS_OWN_WORDS = {"provisions.toml", "qa.toml"}


def repetitions(root: Path) -> dict[str, str]:
    """Return the words of ours that a reader may see, by the path of the file that holds them."""
    folders = ("docs/zh", "docs/en", "calculators", "publisher")
    files = [root / "README.md", *(file for folder in folders for file in sorted((root / folder).rglob("*")))]
    return {
        file.relative_to(root).as_posix(): _words(file)
        for file in files
        if file.suffix in _READ and file.name not in _THE_LAWS_OWN_WORDS
    }


def _words(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return "\n".join(_strings(ast.parse(text))) if file.suffix == ".py" else text


def _strings(node: ast.AST) -> Iterator[str]:
    """Yield the strings of a module: not its docstrings, and no quotation, which is held against the text it is from."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="quote")):
                continue
            case ast.Constant(value=str(text)):
                yield text
            case _:
                yield from _strings(child)


def wrong_repetitions(root: Path, figures: Mapping[str, Limit]) -> list[str]:
    """Say of each length of time that nobody claims, or that is not the figure it is claimed for, where it stands."""
    claims = tomllib.loads((root / CLAIMS.relative_to(CLAIMS.parents[2])).read_text(encoding="utf-8"))
    wrong, used = [], set()
    texts = repetitions(root)
    for path, text in texts.items():
        for found in durations(text):
            where = f"{path}: “{_around(text, found)}”"
            claim = _claim(claims.get(path, {}), text, found)
            if claim is None:
                wrong.append(f"{where} is claimed for no figure")
                continue
            used.add((path, *claim))
            name, _ = claim
            if name != OTHER and not found.is_of(figures[name]):
                wrong.append(f"{where} says {found.words}; {name} is {figures[name].text.zh}")
    return wrong + [
        f"{path}: “{phrase}”, claimed for {name}, is not there"
        for path, names in claims.items()
        for name, phrases in names.items()
        for phrase in phrases
        if (path, name, phrase) not in used
    ]


def _claim(names: Mapping[str, list[str]], text: str, found: Duration) -> tuple[str, str] | None:
    """Return the figure and the phrase, ``{}`` in it for the length, of the longest claim that fits there."""
    fitting = [
        (name, phrase)
        for name, phrases in names.items()
        for phrase in phrases
        if text.startswith(phrase.replace("{}", found.words), max(found.start - phrase.index("{}"), 0))
    ]
    return max(fitting, key=lambda claim: len(claim[1]), default=None)


def _around(text: str, found: Duration) -> str:
    before, after = text[: found.start].rpartition("\n")[2], text[found.start :].partition("\n")[0]
    return before[-30:] + after[: len(found.words) + 30]
