"""What Python is asked while the pack is made: to find what it imports, which functions run, and to warm it up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from calculators.adapters.library import cases
from calculators.adapters.registry import CALCULATORS, LONGEST_FACTS
from calculators.kernel.text import LANGS

STRANGE: tuple[object, ...] = (
    "",
    " ",
    "yes",
    "maybe",
    "2026-11-21T14:30",
    "２０２６-１１-２１Ｔ１４：３０",
    "2026年11月21日14时30分",
    "2026-11-21T14:30:15.123456+09:30",
    "2026-11-21 14:30Z",
    "2026-02-30T14:30",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "-0,5",
    "1_000.50 万元",
    "１２３４５６７８９０",
    "٣٤٥",
    "½",
    "9" * 400,
    "1e400",
    "1e-400",
    "0x1F",
    "NaN",
    "\0\t\r\n\x1b\x7f",
    "Ⅻ①㊀㈱㎏ﬃ",
    "e\u0301\u0327 각 각 \u0958 \u1e9b\u0323",
    "網絡安全事件",
    "👩‍👩‍👧‍👦🇨🇳\u202e\ufeff\u00ad",
    "\ud800",
    "\U0010ffff\uffff",
    "<img src=x onerror=alert(1)>",
    "x" * 5000,
    "网" * 5000,
    None,
    True,
    17,
    -17,
    2**70,
    1.5,
    1e300,
    [],
    ["yes"],
    {},
)
"""What may stand where a fact belongs, typed, pasted or put into an address."""

_BROKEN = (
    "",
    "{",
    "[]",
    "null",
    "NaN",
    '{"calculator": "incident-report"}',
    '{"calculator": 1, "facts": {}}',
    '{"calculator": "no such", "lang": "en", "facts": {}}',
    '{"calculator": "incident-report", "calculator": "incident-report", "facts": {}}',
    '{"calculator": "incident-report", "facts": {"cii": "yes", "cii": "no"}}',
    '{"calculator": "\\ud83d\\ude00\\u0041\\n", "facts": {"\\u00e9": "\\ud800"}}',
    "[" * 200,
    "-0 网",
    "-1e-400",
    " " * (LONGEST_FACTS + 1),
)


def worked() -> list[str]:
    """Return every worked case of every calculator in every language, as the bridge is asked."""
    return [
        _request(name, lang, facts)
        for name in CALCULATORS
        for facts in ({}, *(dict(case.facts) for case in cases(name)))
        for lang in LANGS
    ]


def first() -> list[str]:
    """Return one worked case of every calculator in every language: enough to have been through all of it once."""
    return [_request(name, lang, dict(cases(name)[0].facts)) for name in CALCULATORS for lang in LANGS]


def strange() -> list[str]:
    """Return questions with something strange in one place, on top of an ordinary case, and such as are none."""
    return [*_BROKEN, *_strange_facts()]


def _strange_facts() -> Iterator[str]:
    for name, calculator in CALCULATORS.items():
        base = dict(cases(name)[0].facts)
        for number, value in enumerate(STRANGE):
            lang = LANGS[number % len(LANGS)]
            yield _request(name, lang, {**base, str(value)[:60]: "yes"})
            for fact in calculator.facts:
                yield _request(name, lang, {**base, fact.name: value})


def _request(name: str, lang: str, facts: Mapping[str, object]) -> str:
    return json.dumps({"calculator": name, "lang": lang, "facts": facts})
