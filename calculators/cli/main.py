"""The command line: words in, a finding on paper or as JSON out; exit 0 answered, 1 open, 2 refused."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from typing import cast

from calculators.catalogue import CALCULATORS, ask, calculator_named, to_json
from calculators.cli.arguments import Arguments, checked_language, facts_of, language, read_arguments, usage
from calculators.cli.render import render_finding
from calculators.kernel.calculator import refusal
from calculators.kernel.citation import Ref
from calculators.kernel.errors import BadInput, CalculatorError, clip
from calculators.kernel.finding import Json
from calculators.kernel.text import Lang, Text
from calculators.texts import works

ANSWERED, OPEN, REFUSED = 0, 1, 2


def main(typed: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(
            stream, io.TextIOWrapper
        ):  # Chinese must come out whatever the console's own encoding is
            stream.reconfigure(encoding="utf-8", errors="replace")
    lang = language(typed)
    try:
        status = _answer_or_refuse(typed, lang)
        print(end="", flush=True)  # what is short still waits here, and would else break at the very end
    except BrokenPipeError:  # the reader closed the pipe, as head does; nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    return status


def _answer_or_refuse(typed: Sequence[str], lang: Lang) -> int:
    try:
        return _run(typed, lang)
    except CalculatorError as refused:
        return _refuse(refusal(refused, lang), as_json="--json" in typed)


def _run(typed: Sequence[str], lang: Lang) -> int:
    read = read_arguments(typed)
    if not read.words or "help" in read.switches:
        print(usage().in_(lang))
        return ANSWERED if "help" in read.switches else REFUSED
    command, *words = read.words
    if command == "list":
        return _list(read, words)
    if command == "show":
        return _show(read, words)
    calculator = calculator_named(command)
    if words:
        raise BadInput(clip(words[0]), _EXTRA_WORD.fill(word=clip(words[0])))
    facts = facts_of(calculator, read)
    chosen = cast("Lang", checked_language(read, "zh", "en"))
    finding = ask(calculator.name, facts, chosen)
    if not finding["ok"]:
        return _refuse(finding, as_json="json" in read.switches)
    print(to_json(finding) if "json" in read.switches else render_finding(calculator, finding, chosen))
    return OPEN if finding["answer"] == "open" else ANSWERED


def _refuse(refused: Mapping[str, Json], *, as_json: bool) -> int:
    if as_json:
        print(to_json(refused))
    else:
        error = cast("Mapping[str, str]", refused["error"])
        print(error["message"], file=sys.stderr)
    return REFUSED


def _list(read: Arguments, words: list[str]) -> int:
    read.only("lang")
    lang = cast("Lang", checked_language(read, "zh", "en"))
    if words:
        raise BadInput(clip(words[0]), _EXTRA_WORD.fill(word=clip(words[0])))
    for calculator in CALCULATORS.values():
        print(f"{calculator.name}\t{calculator.question.in_(lang)}")
    for work in works().values():
        print(f"{work.id}\t{work.title.in_(lang)}")
    return ANSWERED


def _show(read: Arguments, words: list[str]) -> int:
    read.only("lang")
    lang = checked_language(read, "zh", "en", "both")
    if len(words) != 1:
        raise BadInput("show", _SHOW)
    ref = Ref.parse(words[0])
    if ref.work not in works():
        raise BadInput(clip(ref.work), _NO_WORK.fill(name=clip(ref.work), known=", ".join(works())))
    work, provision = works()[ref.work], ref.provision
    if provision not in work.provisions:
        raise BadInput(clip(provision), _NO_PROVISION.fill(work=work.id, name=clip(provision)))
    shown_in = ("zh", "en") if lang == "both" else (cast("Lang", lang),)
    for each in shown_in:
        print(work.cite(provision).in_(cast("Lang", each)))
    for row in work.under(provision):
        for each in shown_in:
            print(row.text.in_(cast("Lang", each)))
        for statement in row.statements:
            for each in shown_in:
                print(statement.with_confidence().in_(cast("Lang", each)))
    return ANSWERED


_EXTRA_WORD = Text(
    "{word}：多余的内容；事实请写作 --名称 取值。",
    "{word}: this word is one too many; write facts as --name value.",
)
_SHOW = Text(
    "show：请给出一个条款，如 vulnerability-provisions:art-9-p1-i7。",
    "show: name one provision, such as vulnerability-provisions:art-9-p1-i7.",
)
_NO_WORK = Text(
    "{name}：没有名为“{name}”的文本；现有：{known}。",
    "{name}: there is no work “{name}”; there are: {known}.",
)
_NO_PROVISION = Text(
    "{name}：{work} 中没有条款“{name}”；编号形如 art-9、art-9-p1、art-9-p1-i7。",
    "{name}: {work} has no provision “{name}”; ids look like art-9, art-9-p1, art-9-p1-i7.",
)
