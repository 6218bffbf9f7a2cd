"""The commands and their options, a flag for each fact of a calculator. argparse reads them; what is wrong we say ourselves."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from calculators.catalogue import CALCULATORS, calculator_named
from calculators.kernel.errors import BadInput, CalculatorError, clip
from calculators.kernel.facts import Fact
from calculators.kernel.text import Lang, Text

LIST, SHOW = "list", "show"
STEPS, READINGS, ALL = MORE = ("--steps", "--readings", "--all")
"""What is printed besides the answer and the table."""
_SWITCHES = ("--json", "--help", *MORE)


class _Once(argparse.Action):
    """Keep the value of an option; BadInput where it is given twice, for one of the two would be lost."""

    def __call__(
        self, _parser: object, namespace: argparse.Namespace, values: object, _option: object = None
    ) -> None:
        """Keep the value, under the option as it is written."""
        if self.dest in namespace:
            raise _refusal(_TWICE, self.dest)
        setattr(namespace, self.dest, values)


class _Parser(argparse.ArgumentParser):
    """argparse without abbreviations, which raises what is wrong and never ends the program."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # they are argparse's
        """Begin with the options of every command."""
        super().__init__(**options, add_help=False, allow_abbrev=False, exit_on_error=False)
        self.switch("-h", "--help")
        self.option("--lang")

    def option(self, flag: str) -> None:
        """Add an option with a value."""
        self.add_argument(flag, dest=flag, action=_Once, default=argparse.SUPPRESS)

    def switch(self, *flags: str) -> None:
        """Add an option without a value."""
        self.add_argument(*flags, dest=flags[-1], action="store_true", default=argparse.SUPPRESS)

    def _check_value(self, action: argparse.Action, value: str) -> None:
        if action.choices is not None and value not in action.choices:
            calculator_named(value)  # there is none: it names those there are


def flag_of(fact: Fact) -> str:
    """Return the flag of a fact: ``--aware-at`` for ``aware_at``."""
    return f"--{fact.name.replace('_', '-')}"


def flags_of(command: str | None) -> tuple[str, ...]:
    """Return the options of a command, those of its facts first."""
    if command is None or command not in CALCULATORS:
        return ("--lang",)
    return (*map(flag_of, CALCULATORS[command].facts), *MORE, "--facts", "--lang", "--json")


def parse(typed: Sequence[str]) -> dict[str, Any]:
    """Return the ``command`` that was typed, its ``words``, and its options by their flags.

    Raises BadInput and UnknownCalculator.
    """
    parser = _Parser()
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    for name in (LIST, SHOW, *CALCULATORS):
        command = commands.add_parser(name)
        if name == SHOW:
            command.add_argument("words", nargs="*")
        if name in CALCULATORS:
            for switch in ("--json", *MORE):
                command.switch(switch)
            for flag in ("--facts", *map(flag_of, CALCULATORS[name].facts)):
                command.option(flag)
    try:
        read, rest = parser.parse_known_args(typed)
    except argparse.ArgumentError as error:
        flag = (error.argument_name or "").rpartition("/")[2]
        raise _refusal(_NO_VALUE_TAKEN if flag in _SWITCHES else _NO_VALUE, flag) from None
    if rest and rest[0].startswith("-"):
        flag, known = rest[0].partition("=")[0], flags_of(read.command)
        raise _refusal(_TOO_EARLY if flag in known else _UNKNOWN_OPTION, flag, known=", ".join(known))
    if rest:
        raise BadInput(clip(rest[0]), _EXTRA_WORD.fill(word=clip(rest[0])))
    return vars(read)


def language(typed: Sequence[str]) -> Lang:
    """Find the language before anything else is judged, so that even a refusal is in it; Chinese by default."""
    asked = "--lang=en" in typed or ("--lang", "en") in pairwise(typed)
    return "en" if asked else "zh"


def beside(error: CalculatorError, typed: Sequence[str]) -> str:
    """Return what a terminal adds outside the sentence: the flag of the fact, and the values that it takes."""
    facts = next((CALCULATORS[each].facts for each in typed if each in CALCULATORS), ())
    flags = {fact.name: flag_of(fact) for fact in facts} | {each[2:]: each for each in ("--facts", "--lang")}
    flag = flags.get(error.field)
    values = error.accepted if isinstance(error, BadInput) else ()
    return " ".join(filter(None, (flag, ("|" if flag else ", ").join(values))))


def _refusal(sentence: Text, flag: str, **parts: str) -> BadInput:
    name = clip(flag.lstrip("-"))
    return BadInput(name, sentence.fill(name=name, **parts))


_UNKNOWN_OPTION = Text(
    "没有选项 --{name}；可用的有 {known}。", "There is no option --{name}; there are {known}."
)
_TOO_EARLY = Text(
    "选项 --{name} 请写在命令之后。",
    "Option --{name} comes after the command; write it there.",
)
_NO_VALUE = Text("选项 --{name} 后面缺少取值。", "Option --{name} needs a value after it.")
_NO_VALUE_TAKEN = Text(
    "选项 --{name} 不带取值；请只写 --{name}。",
    "Option --{name} takes no value; write --{name} alone.",
)
_TWICE = Text("选项 --{name} 出现了两次；请只保留一个。", "Option --{name} is there twice; keep one.")
_EXTRA_WORD = Text(
    "“{word}”是多余的内容；事实请写作 --名称 取值。",
    "“{word}” is one word too many; write facts as --name value.",
)
