"""What was typed on the command line, understood; every slip gets one sentence in the reader's language."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from calculators.catalogue import CALCULATORS, LONGEST_FACTS, read_json
from calculators.kernel.calculator import Calculator
from calculators.kernel.errors import BadInput, clip
from calculators.kernel.text import Lang, Text

_SWITCHES = ("json", "help")
_LONGEST_BYTES = 4 * (LONGEST_FACTS + 2)
"""More than the longest facts take with a byte order mark before them: of so much, too many characters are whole."""


@dataclass(slots=True, kw_only=True)
class Arguments:
    """The words and options of one call, before they are judged."""

    words: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    switches: set[str] = field(default_factory=set)

    def only(self, *names: str) -> None:
        """Refuse options that this command does not know."""
        for name in (*self.options, *self.switches):
            if name not in names:
                known = ", ".join(f"--{each}" for each in names)
                raise BadInput(clip(name), _UNKNOWN_OPTION.fill(name=clip(name), known=known))


def read_arguments(typed: Sequence[str]) -> Arguments:
    """Split what was typed into words, ``--name value`` or ``--name=value`` options, and switches."""
    read, rest = Arguments(), list(typed)
    while rest:
        each = rest.pop(0)
        if each == "-h":
            each = "--help"
        if not each.startswith("--"):
            read.words.append(each)
            continue
        name, equals, value = each[2:].partition("=")
        if name in _SWITCHES:
            if equals:
                raise BadInput(name, _NOTHING_TO_SAY.fill(name=name))
            read.switches.add(name)
            continue
        if not equals:
            if not rest:
                raise BadInput(clip(name), _NO_VALUE.fill(name=clip(name)))
            value = rest.pop(0)
        if name in read.options:
            raise BadInput(clip(name), _TWICE.fill(name=clip(name)))
        read.options[name] = value
    return read


def language(typed: Sequence[str]) -> Lang:
    """Find the language before anything else is judged, so that even a refusal is in it; Chinese by default."""
    words = list(typed)
    asked = "--lang=en" in words or ("--lang", "en") in pairwise(words)
    return "en" if asked else "zh"


def checked_language(read: Arguments, *accepted: str) -> str:
    """Return ``--lang``; BadInput where it is not one of those accepted."""
    lang = read.options.get("lang", "zh")
    if lang not in accepted:
        raise BadInput("lang", _LANG.fill(value=clip(lang), accepted=", ".join(accepted)))
    return lang


def facts_of(calculator: Calculator, read: Arguments) -> dict[str, object]:
    """Collect the facts from ``--facts`` and from one flag a fact; a flag wins over the file."""
    flags = {fact.name.replace("_", "-"): fact.name for fact in calculator.facts}
    read.only(*flags, "facts", "lang", "json")
    facts = read_json("facts", _read(read.options["facts"])) if "facts" in read.options else {}
    return {**facts, **{flags[name]: value for name, value in read.options.items() if name in flags}}


def _read(path: str) -> str:
    """Read a file, or standard input for ``-``, up to what could ever be a set of facts."""
    standard_input = path == "-"
    try:
        # By its number, standard input is a file like any other, and one that is closed an OSError.
        with open(0 if standard_input else path, "rb", closefd=not standard_input) as file:
            content = file.read(_LONGEST_BYTES)
        # What was cut off may end within a character; it is too long, and not of another encoding.
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        return decoder.decode(content, final=len(content) < _LONGEST_BYTES)
    except UnicodeDecodeError:
        raise BadInput("facts", _NOT_UTF8) from None
    except (OSError, ValueError):
        message = _NO_INPUT if standard_input else _NO_FILE.fill(path=clip(path, 200))
        raise BadInput("facts", message) from None


def usage() -> Text:
    """Say how the command is called."""
    return _USAGE.fill(names=" | ".join(CALCULATORS))


_USAGE = Text(
    """用法：
  python -m calculators 计算器名称 [--facts 文件|-] [--事实名称 值 …] [--lang zh|en] [--json]
  python -m calculators show 文本:条款编号 [--lang zh|en|both]
  python -m calculators list [--lang zh|en]
计算器：{names}
退出码：0 已得出结论，1 待定，2 输入被拒绝。""",
    """Usage:
  python -m calculators NAME [--facts FILE|-] [--<fact> VALUE …] [--lang zh|en] [--json]
  python -m calculators show WORK:ID [--lang zh|en|both]
  python -m calculators list [--lang zh|en]
Calculators: {names}
Exit status: 0 answered, 1 open, 2 refused.""",
)
_UNKNOWN_OPTION = Text(
    "{name}：没有选项 --{name}；可用的有 {known}。", "{name}: there is no option --{name}; there are {known}."
)
_NO_VALUE = Text("{name}：选项 --{name} 后面缺少取值。", "{name}: option --{name} needs a value after it.")
_NOTHING_TO_SAY = Text(
    "{name}：选项 --{name} 不带取值；请只写 --{name}。",
    "{name}: option --{name} takes no value; write --{name} alone.",
)
_TWICE = Text(
    "{name}：选项 --{name} 出现了两次；请只保留一个。", "{name}: option --{name} is there twice; keep one."
)
_LANG = Text(
    "lang：不接受“{value}”；可以填写：{accepted}。", "lang: “{value}” is not accepted; accepted: {accepted}."
)
_NOT_UTF8 = Text("facts：内容不是 UTF-8 编码的文本。", "facts: this is not UTF-8 text.")
_NO_INPUT = Text(
    "facts：无法从标准输入读取；请给出一个可读的 JSON 文件。",
    "facts: standard input cannot be read; give a readable JSON file.",
)
_NO_FILE = Text(
    "facts：无法读取文件“{path}”；请给出一个可读的 JSON 文件，或者用 - 从标准输入读取。",
    "facts: the file “{path}” cannot be read; give a readable JSON file, or - for standard input.",
)
