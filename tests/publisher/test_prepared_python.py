"""The prepared Python itself, as it ships: it answers as the Python of the build does, or stops and says so."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from calculators.adapters import bridge
from calculators.adapters.library import cases
from calculators.adapters.registry import CALCULATORS
from calculators.kernel import instants
from publisher.prepared import INTERPRETER as PREPARED
from publisher.runtime.pack import INTERPRETER, LIBRARY, RUNTIME, read_manifest
from publisher.runtime.questions import strange, worked
from tests.publisher.in_node import printed

SCRIPT = Path(__file__).with_name("prepared.mjs")
CHARACTERS = [chr(number) for number in range(0x110000)]
AT_ONCE = 40
"""So many characters of an unknown name come back in the answer."""
WRITTEN = (
    "2026-11-21T14:30:15.123456+09:30",
    "2026-11-21 14:30Z",
    "2026年11月21日14时30分15秒",
    "2026-11-21",
    "2026年11月21日",
)
ODD = "\0\x85éßÅ½\u0301\u0661网１각ﷺ\ud800\uffff😀𝟙\U0001109a\U0001d15e\U0010ffff"
"""Characters of every width that Python stores texts in, some of which normalising turns into others."""

type Task = tuple[str, str, Sequence[str]]
"""A module, the name of a function, and what to give to it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the prepared Python said."""

    answers: list[Any]
    lacks: bool
    failed: str | None


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Said]:
    """Give tasks to a new prepared Python, which has neither the library nor the wheel."""
    place = tmp_path_factory.mktemp("prepared")
    pack = RUNTIME / read_manifest().folder
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide-lock.json"):
        shutil.copyfile(pack / name, place / name)
    shutil.copyfile(pack / PREPARED, place / INTERPRETER)
    with zipfile.ZipFile(place / LIBRARY, "w"):
        pass  # python.js, too, has nothing but an empty archive for it

    def asked(*tasks: Task) -> Said:
        file = place / "tasks.json"
        file.write_text(json.dumps(tasks), encoding="utf-8")
        return Said(**printed(SCRIPT, place, file))

    return asked


def same(ask: Callable[..., Said], module: str, name: str, texts: Sequence[str]) -> None:
    """Compare what a function gives to every text there and here; the first difference fails the test."""
    said = ask((module, name, texts))
    here: Callable[[str], str] = getattr(import_module(module), name)
    for text, answer in zip(texts, said.answers, strict=False):
        if answer != (right := here(text)):
            pairs = enumerate(zip(answer, right, strict=False))
            at = next((at for at, (one, two) in pairs if one != two), min(len(answer), len(right)))
            found = f"{answer[at : at + 60]!a} instead of {right[at : at + 60]!a}"
            pytest.fail(f"{name}({text[:500]!a}): from {at} on {found}", pytrace=False)
    if said.lacks or said.failed:
        asked = f"{texts[len(said.answers) :][:1]!a}"[:500]
        pytest.fail(f"{name}, asked {asked}: {said.failed}; lacks a function: {said.lacks}", pytrace=False)
    assert len(said.answers) == len(texts) > 0


def as_the_page_writes_it(question: object) -> str:
    """Return JSON as JavaScript writes it: nothing escaped but what no text may hold."""
    text = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def test_every_question_gets_the_same_answer(ask: Callable[..., Said]) -> None:
    """Every worked case and every strange question is answered by the same bytes as in the Python of the build."""
    questions = [*worked(), *strange()]
    same(ask, "calculators.adapters.bridge", "call", questions)


def test_questions_as_the_page_writes_them_get_the_same_answer(ask: Callable[..., Said]) -> None:
    """The page does not escape what is not ASCII, so that Python stores a question in wider characters."""
    questions = [as_the_page_writes_it(json.loads(each)) for each in [*worked(), *strange()] if is_json(each)]
    assert sum(not each.isascii() for each in questions) > 100
    same(ask, "calculators.adapters.bridge", "call", questions)


def is_json(text: str) -> bool:
    """Tell whether a text is JSON: some strange questions are not."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("calculators.kernel.instants", "_plain"),  # what is typed as a time is normalised and stripped
        ("calculators.kernel.errors", "shown"),  # what is quoted has to be printable
        ("builtins", "repr"),  # so is what is no text
    ],
)
def test_every_character_is_treated_the_same(ask: Callable[..., Said], module: str, name: str) -> None:
    """What the calculators do with a character gives the same for all of Unicode: no table of it is blank."""
    same(ask, module, name, CHARACTERS)


def test_characters_are_put_together_in_the_same_way(ask: Callable[..., Said]) -> None:
    """Normalising puts together and orders what stands side by side as in the Python of the build."""
    canonical = [unicodedata.normalize("NFD", each) for each in CHARACTERS]
    apart = [two for one, two in zip(CHARACTERS, canonical, strict=True) if one != two]
    pairs = [
        begin + end
        for begin in sorted({each[0] for each in apart})
        for end in sorted({each[-1] for each in apart})
    ]
    marks = [each for each in CHARACTERS if unicodedata.combining(each)]
    ordered = [f"a{one}{two}" for one in marks[::7] for two in marks[::5]]
    composed = [each for each in pairs if len(unicodedata.normalize("NFKC", each)) == 1]
    assert min(len(apart), len(composed), len(marks)) > 900
    texts = [*apart, *pairs, *ordered]
    same(ask, "calculators.kernel.instants", "_plain", texts)


@pytest.mark.parametrize("write", [json.dumps, as_the_page_writes_it])
def test_every_character_comes_through_the_bridge(
    ask: Callable[..., Said], write: Callable[[object], str]
) -> None:
    """Read from JSON, quoted in a refusal and written as JSON, every character is what it is elsewhere."""
    names = ["".join(CHARACTERS[at : at + AT_ONCE]) for at in range(0, len(CHARACTERS), AT_ONCE)]
    questions = [write({"calculator": "incident-report", "facts": {name: "yes"}}) for name in names]
    same(ask, "calculators.adapters.bridge", "call", questions)


@pytest.mark.parametrize("kind", ["instant", "date"])
def test_a_time_with_something_odd_in_it_gets_the_same_answer(ask: Callable[..., Said], kind: str) -> None:
    """Wherever in a time a character stands that does not belong there, whatever its width, the answer is the same."""
    calculator, fact = next(
        (each, fact.name) for each in CALCULATORS.values() for fact in each.facts if fact.kind == kind
    )
    base = dict(cases(calculator.name)[0].facts)
    texts = [
        text[:at] + odd + text[at + gone :]
        for text in WRITTEN
        for at in range(len(text) + 1)
        for odd in ODD
        for gone in (0, 1)
    ]
    assert {instants._plain(each).isascii() for each in texts} == {True, False}
    questions = [
        json.dumps({"calculator": calculator.name, "lang": "en", "facts": {**base, fact: text}})
        for text in texts
    ]
    same(ask, "calculators.adapters.bridge", "call", questions)


@pytest.mark.parametrize(
    ("module", "name", "text"),
    [
        ("unicodedata", "name", "a"),
        ("unicodedata", "lookup", "BULLET"),
        ("unicodedata", "numeric", "½"),
        ("codecs", "lookup", "gbk"),
        ("builtins", "__import__", "_codecs_jp"),
        ("pyodide.code", "eval_code", "import _codecs_jp"),
        ("builtins", "__import__", "calculators.adapters.cli"),
    ],
)
def test_what_was_left_out_stops_python(ask: Callable[..., Said], module: str, name: str, text: str) -> None:
    """What is not there gives no answer at all, and calls what ``python.js`` listens to."""
    (question, *_) = worked()
    said = ask(("calculators.adapters.bridge", "call", [question]), (module, name, [text]))
    assert said.answers == [bridge.call(question)]
    assert said.lacks
    assert said.failed
