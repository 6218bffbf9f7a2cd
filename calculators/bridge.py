"""The worker's way in: one JSON string in, one JSON string out, never an exception."""

from __future__ import annotations

from calculators.catalogue import ask, read_json, to_json
from calculators.kernel.errors import BadInput, CalculatorError
from calculators.kernel.finding import Finding, Refusal
from calculators.kernel.text import Lang, Text


def call(request: str) -> str:
    """Answer ``{"calculator": name, "lang": "zh" or "en", "facts": {…}}`` with a finding or a refusal as JSON."""
    lang: Lang = "zh"
    answer: Finding | Refusal
    try:
        read = read_json("request", request)
        lang = "en" if read.get("lang") == "en" else "zh"
        name, facts = read.get("calculator"), read.get("facts")
        if not isinstance(name, str) or not isinstance(facts, dict):
            raise BadInput("request", _REQUEST)
        answer = ask(name, facts)
    except CalculatorError as error:
        answer = Refusal(error)
    return to_json(answer, lang)


_REQUEST = Text(
    "请求应当包含 calculator（名称）和 facts（对象）。",
    "A request holds calculator (a name) and facts (an object).",
)
