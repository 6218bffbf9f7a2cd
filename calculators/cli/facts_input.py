"""The facts of one call: from a file or standard input, and from the flags."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from calculators.catalogue import LONGEST_FACTS, read_json
from calculators.cli.parser import flag_of
from calculators.kernel.calculator import Calculator
from calculators.kernel.errors import BadInput, clip
from calculators.kernel.text import Text

_LONGEST_BYTES = 4 * (LONGEST_FACTS + 2)
"""Four bytes for each character that is allowed, and for a byte order mark: more than that is certainly too long."""


def facts_of(calculator: Calculator, options: Mapping[str, str]) -> dict[str, object]:
    """Return the facts from ``--facts`` and from the flag of each fact; a flag wins over the file."""
    facts = read_json("facts", _read(options["--facts"])) if "--facts" in options else {}
    flags = {fact.name: flag_of(fact) for fact in calculator.facts}
    return facts | {name: options[flag] for name, flag in flags.items() if flag in options}


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


_NOT_UTF8 = Text("内容不是 UTF-8 编码的文本。", "This is not UTF-8 text.")
_NO_INPUT = Text(
    "无法从标准输入读取；请给出一个可读的 JSON 文件。",
    "Standard input cannot be read; give a readable JSON file.",
)
_NO_FILE = Text(
    "无法读取文件“{path}”；请给出一个可读的 JSON 文件，或者用 - 从标准输入读取。",
    "The file “{path}” cannot be read; give a readable JSON file, or - for standard input.",
)
