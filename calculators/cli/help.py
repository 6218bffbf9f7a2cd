"""What ``--help`` says: how each command is called, and of a calculator every fact with the values that it takes."""

from __future__ import annotations

from collections.abc import Iterator

from calculators.catalogue import CALCULATORS
from calculators.cli.parser import flag_of
from calculators.cli.render import fold
from calculators.kernel.calculator import Calculator
from calculators.kernel.facts import Fact, accepted
from calculators.kernel.text import SEMICOLON, Lang, Text, both, joined

_WIDEST = 74


def usage(lang: Lang) -> str:
    """Say how the commands are called."""
    return _USAGE.fill(names=" | ".join(CALCULATORS)).in_(lang)


def calculator_help(calculator: Calculator, lang: Lang) -> str:
    """Say how a calculator is called, with each of its facts."""
    lines = (
        both(""),
        calculator.question,
        both(""),
        _FACTS,
        *(line for fact in calculator.facts for line in _fact(fact)),
        both(""),
        _OPTIONS,
    )
    folded = (each for line in lines for each in _folded(line.in_(lang)))
    return "\n".join((_CALL.fill(name=calculator.name).in_(lang), *folded))


def _fact(fact: Fact) -> Iterator[Text]:
    required = _REQUIRED if fact.required else fact.required_of
    yield both(f"  {flag_of(fact)}")
    label = _LABEL.fill(label=fact.label, required=required) if required else fact.label
    yield _UNDER.fill(text=label)
    values = [_VALUE.fill(value=each.value, label=each.label) for each in fact.choices]
    yield _UNDER.fill(text=joined(values, SEMICOLON) if values else accepted(fact))


def _folded(text: str) -> Iterator[str]:
    """Yield the lines of a text, those that are too long folded under where they begin."""
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        yield from (f"{indent}{each}" for each in fold(line.strip(), _WIDEST - len(indent)))


_USAGE = Text(
    """用法：
  python -m calculators 计算器名称 [--facts 文件|-] [--事实名称 值 …]
      [--steps] [--readings] [--all] [--lang zh|en] [--json]
  python -m calculators 计算器名称 --help
  python -m calculators show 文本:条款编号 [--lang zh|en|both]
  python -m calculators list [--lang zh|en]
计算器：{names}
退出码：0 已得出结论，1 未定，2 输入被拒绝。""",
    """Usage:
  python -m calculators NAME [--facts FILE|-] [--<fact> VALUE …]
      [--steps] [--readings] [--all] [--lang zh|en] [--json]
  python -m calculators NAME --help
  python -m calculators show WORK:ID [--lang zh|en|both]
  python -m calculators list [--lang zh|en]
Calculators: {names}
Exit status: 0 answered, 1 open, 2 refused.""",
)
_CALL = Text(
    "用法：\n  python -m calculators {name} [--facts 文件|-] [--事实名称 值 …]\n      [--steps] [--readings] [--all] [--lang zh|en] [--json]",
    "Usage:\n  python -m calculators {name} [--facts FILE|-] [--<fact> VALUE …]\n      [--steps] [--readings] [--all] [--lang zh|en] [--json]",
)
_FACTS = Text("事实：", "Facts:")
_OPTIONS = Text(
    """选项：
  --steps
      另列推理步骤和所引条文
  --readings
      另列条文没有写清的地方
  --all
      列出全部内容，包括报告内容和渠道
  --facts 文件|-
      从 JSON 文件或者标准输入读取事实；另写的事实选项优先
  --lang zh|en
      输出的语言，默认中文
  --json
      输出一行 JSON
退出码：0 已得出结论，1 未定，2 输入被拒绝。""",
    """Options:
  --steps
      print the steps as well, with the words quoted
  --readings
      print as well what the text leaves open
  --all
      print everything, with contents and channels
  --facts FILE|-
      read the facts from a JSON file or from standard input; a flag given beside it wins
  --lang zh|en
      the language of the answer; Chinese by default
  --json
      print one line of JSON
Exit status: 0 answered, 1 open, 2 refused.""",
)
_REQUIRED = Text("必填", "required")
_LABEL = Text("{label}（{required}）", "{label} ({required})")
_VALUE = Text("{value} {label}", "{value}: {label}")
_UNDER = Text("      {text}", "      {text}")
