"""Every law, found where it lies; every calculator by its name, and the one way of asking one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from calculators.kernel.calculator import Calculator
from calculators.kernel.errors import BadInput, CalculatorError, UnknownCalculator, clip
from calculators.kernel.finding import Finding, Refusal
from calculators.kernel.law import Law
from calculators.kernel.text import Lang, Text

_PACKAGE = __name__.rpartition(".")[0]


def _laws() -> Iterator[tuple[str, Law]]:
    """Yield every law by the name of its package: a folder beside this file that holds a ``LAW``."""
    for name in sorted(each.name for each in Path(__file__).parent.iterdir() if each.is_dir()):
        package = f"{_PACKAGE}.{name}"
        if not name.startswith("_") and (law := getattr(import_module(package), "LAW", None)):
            yield package, law


LAWS: Mapping[str, Law] = dict(_laws())
"""The laws by their packages, in the order of these."""
CALCULATORS: Mapping[str, Calculator] = {
    each.name: each for law in LAWS.values() for each in law.calculators.values()
}

LONGEST_FACTS = 64 * 1024
"""No set of facts needs more characters; anything longer is refused before it is parsed."""


def ask(name: str, facts: Mapping[str, object]) -> Finding | Refusal:
    """Answer a flat object of facts with a calculator; a refusal is an answer too."""
    try:
        calculator = calculator_named(name)
    except CalculatorError as error:
        return Refusal(error)
    return calculator.ask(facts)


def calculator_named(name: str) -> Calculator:
    """Return a calculator; UnknownCalculator names those there are."""
    if name not in CALCULATORS:
        known = ", ".join(CALCULATORS)
        raise UnknownCalculator("calculator", _NO_SUCH.fill(name=clip(name), known=known))
    return CALCULATORS[name]


def read_json(field: str, text: str) -> dict[str, object]:
    """Read a flat JSON object; BadInput names the field where it is none, too long, or names a fact twice."""
    if len(text) > LONGEST_FACTS:
        raise BadInput(field, _TOO_LONG.fill(longest=LONGEST_FACTS))
    try:
        read = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise BadInput(field, _NOT_JSON) from None
    if not isinstance(read, dict):
        raise BadInput(field, _NOT_AN_OBJECT)
    return read


def to_json(answer: Finding | Refusal, lang: Lang) -> str:
    """Return an answer as JSON text in one language, the same bytes wherever it is computed."""
    return json.dumps(answer.to_json(lang), ensure_ascii=False, separators=(",", ":"))


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read: dict[str, object] = {}
    for name, value in pairs:
        if name in read:  # the last one would win silently, and the answer be to another case
            raise BadInput(clip(name), _TWICE.fill(name=clip(name)))
        read[name] = value
    return read


_NO_SUCH = Text(
    "没有名为“{name}”的计算器；现有：{known}。", "There is no calculator “{name}”; there are: {known}."
)
_TOO_LONG = Text(
    "内容超过 {longest} 个字符；请只提供一个由事实名称和取值组成的 JSON 对象。",
    "This is longer than {longest} characters; give one JSON object of fact names and values only.",
)
_NOT_JSON = Text(
    '内容不是有效的 JSON；请提供形如 {"cii": "yes"} 的对象。',
    'This is not valid JSON; give an object such as {"cii": "yes"}.',
)
_NOT_AN_OBJECT = Text(
    '内容应为一个 JSON 对象，如 {"cii": "yes"}，不能是列表、文字或者数字。',
    'This must be a JSON object such as {"cii": "yes"}, not a list, a word or a number.',
)
_TWICE = Text("“{name}”出现了两次；请只保留一个。", "“{name}” is there twice; keep one.")
