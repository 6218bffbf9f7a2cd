"""Whatever may be typed or sent, the fast start's Python answers as the terminal's does, without any module more."""

from __future__ import annotations

import json
from collections.abc import Iterator

from calculators.bridge import call
from calculators.catalogue import CALCULATORS, LONGEST_FACTS
from calculators.kernel.text import LANGS
from calculators.texts import cases
from publisher.runtime import RUNTIME, read_manifest
from publisher.runtime.library import START
from publisher.runtime.manifest import CUT_LIBRARY
from publisher.runtime.pack import PYODIDE
from tests.publisher.in_node import printed

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
BROKEN = (
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
"""What is no request, or a strange one."""


def questions() -> Iterator[str]:
    """Yield questions with something strange in one place, on top of an ordinary case, and such as are none."""
    yield from BROKEN
    for name, calculator in CALCULATORS.items():
        base = dict(cases(name)[0].facts)
        for number, value in enumerate(STRANGE):
            lang = LANGS[number % len(LANGS)]
            for more in ({str(value)[:60]: "yes"}, *({fact.name: value} for fact in calculator.facts)):
                yield json.dumps({"calculator": name, "lang": lang, "facts": {**base, **more}})


def test_strange_questions_get_the_same_answers() -> None:
    """Every answer is the same JSON text in both Pythons."""
    asked = list(questions())
    pack = RUNTIME / read_manifest().folder
    given = "\n".join(asked).encode()
    answers = printed(START, PYODIDE, pack, read_manifest().package, CUT_LIBRARY, given=given)["answers"]
    assert len(answers) == len(asked) > 1000
    for question, answer in zip(asked, answers, strict=True):
        assert answer == call(question), question[:500]
