"""The command line: words in, a finding on paper or as JSON out; exit 0 answered, 1 open, 2 refused."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence

from calculators.catalogue import CALCULATORS, to_json
from calculators.cli.facts_input import facts_of
from calculators.cli.help import calculator_help, usage
from calculators.cli.parser import LIST, MORE, SHOW, beside, language, parse
from calculators.cli.render import render_finding
from calculators.kernel.calculator import Calculator
from calculators.kernel.citation import Ref
from calculators.kernel.errors import BadInput, CalculatorError, clip
from calculators.kernel.finding import Refusal
from calculators.kernel.text import LANGS, Lang, Text
from calculators.texts import works

ANSWERED, OPEN, REFUSED = 0, 1, 2


def main(typed: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _speak(stream)
    lang = language(typed)
    try:
        status = _answer_or_refuse(typed, lang)
        print(end="", flush=True)  # what is short still waits here, and would else break at the very end
    except BrokenPipeError:  # the reader closed the pipe, as head does; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    return status


def _speak(stream: io.TextIOWrapper) -> None:
    r"""Let Chinese come out whatever the console's own encoding is, or in the encoding that was asked for.

    What an encoding asked for lacks is written as ``\u4e2d``, which within JSON is that character.
    """
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    stream.reconfigure(encoding=encoding or "utf-8", errors=errors or "backslashreplace")


def _answer_or_refuse(typed: Sequence[str], lang: Lang) -> int:
    try:
        return _run(typed, lang)
    except CalculatorError as error:
        if "--json" in typed:
            print(to_json(Refusal(error), lang))
        else:
            more = beside(error, typed)
            print(
                error.message.in_(lang),
                _BESIDE.fill(more=more).in_(lang) if more else "",
                sep="",
                file=sys.stderr,
            )
        return REFUSED


def _run(typed: Sequence[str], lang: Lang) -> int:
    options = parse(typed)
    command = options["command"]
    if "--help" in options:
        print(calculator_help(CALCULATORS[command], lang) if command in CALCULATORS else usage(lang))
        return ANSWERED
    if command is None:
        print(usage(lang))
        return REFUSED
    if command == SHOW:
        return _show(options["words"], _checked_language(options, "zh", "en", "both"))
    _checked_language(options, "zh", "en")
    return _list(lang) if command == LIST else _answer(CALCULATORS[command], options, lang)


def _checked_language(options: Mapping[str, str], *accepted: str) -> str:
    """Return ``--lang``; BadInput where it is not one of those accepted."""
    lang = options.get("--lang", "zh")
    if lang not in accepted:
        raise BadInput("lang", _LANG.fill(value=clip(lang), accepted=", ".join(accepted)))
    return lang


def _answer(calculator: Calculator, options: Mapping[str, str], lang: Lang) -> int:
    finding = calculator.answer(facts_of(calculator, options))
    if "--json" in options:
        print(to_json(finding, lang))
    else:
        print(render_finding(calculator, finding, lang, [each for each in MORE if each in options]))
    return OPEN if finding.conclusion.answer == "open" else ANSWERED


def _list(lang: Lang) -> int:
    for calculator in CALCULATORS.values():
        print(f"{calculator.name}\t{calculator.question.in_(lang)}")
    for work in works().values():
        print(f"{work.id}\t{work.title.in_(lang)}")
    return ANSWERED


def _show(words: Sequence[str], lang: str) -> int:
    if len(words) != 1:
        raise BadInput("show", _SHOW)
    ref = Ref.parse(words[0])
    if ref.work not in works():
        raise BadInput(clip(ref.work), _NO_WORK.fill(name=clip(ref.work), known=", ".join(works())))
    work, provision = works()[ref.work], ref.provision
    if provision not in work.provisions:
        raise BadInput(clip(provision), _NO_PROVISION.fill(work=work.id, name=clip(provision)))
    lines = (
        work.cite(provision),
        *(
            line
            for row in work.under(provision)
            for line in (row.text, *(each.with_confidence() for each in row.statements))
        ),
    )
    for line in lines:
        for each in LANGS:
            if lang in {each, "both"}:
                print(line.in_(each))
    return ANSWERED


_BESIDE = Text("（{more}）", " ({more})")
_LANG = Text(
    "输出的语言不能是“{value}”；可以填写：{accepted}。",
    "“{value}” is no language of the output; choose from: {accepted}.",
)
_SHOW = Text(
    "show 之后请写一个条款，如 vulnerability-provisions:art-9-p1-i7。",
    "Name one provision after show, such as vulnerability-provisions:art-9-p1-i7.",
)
_NO_WORK = Text(
    "没有名为“{name}”的文本；现有：{known}。",
    "There is no work “{name}”; there are: {known}.",
)
_NO_PROVISION = Text(
    "{work} 中没有条款“{name}”；编号形如 art-9、art-9-p1、art-9-p1-i7。",
    "{work} has no provision “{name}”; ids look like art-9, art-9-p1, art-9-p1-i7.",
)
