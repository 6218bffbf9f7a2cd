"""The characters of a text as a keyboard for plain English would have typed them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 160
"""No way of writing an instant is longer, and nothing need look at a megabyte."""

_SEEN_AS_NOTHING = frozenset("\N{COMBINING GRAPHEME JOINER}\N{HANGUL FILLER}") | {
    chr(each) for each in range(0xFE00, 0xFE10)
}
"""Marks that show nothing although Unicode does not count them among the format characters."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃﹘⸺", "-"),
        **dict.fromkeys("∶꞉ː", ":"),
        "⁄": "/",
        "∕": "/",
        **dict.fromkeys("[]{}()【】〔〕「」『』《》<>“”‘’\"'`;。@·⋅•・", " "),
        **dict.fromkeys("○◯", "〇"),
        "曰": "日",
        "〜": "~",
        "≈": "~",
        # Traditional characters, and forms of them that stand for the same.
        "時": "时",
        "點": "点",
        "後": "后",
        "號": "号",
        "週": "周",
        "禮": "礼",
        "兩": "两",
        "鐘": "钟",
        "鍾": "钟",
        "區": "区",
        "東": "东",
        "間": "间",
        "國": "国",
        "標": "标",
        "準": "准",
        "協": "协",
        "調": "调",
        "淩": "凌",
        "裡": "里",
        "裏": "里",
        "約": "约",
        "現": "现",
        "發": "发",
        "歲": "岁",
        # Numerals as they are written on cheques.
        **dict(zip("壹贰貳叁參肆伍陆陸柒捌玖拾", "一二二三三四五六六七八九十", strict=True)),
    }
)

_LETTERS_FOR_ZERO = re.compile(
    "(?<=[〇零一二三四五六七八九])[o\N{GREEK SMALL LETTER OMICRON}\N{CYRILLIC SMALL LETTER O}]+(?=[〇零一二三四五六七八九年])"
)
"""二O二六, 二OOO: the letter, Latin, Greek or Cyrillic, that is often typed for 〇."""

_CELLS_AND_BOLD = re.compile(r"\*{2,}|(?<!\d)[|*](?!\d)")
"""The marks of tables and of bold text. Beside a digit, one alone may stand for another digit: 1*:30, or | misread for 1."""


def tidied(typed: str) -> str:
    """Return a text in small letters, half width, simplified characters and single spaces, without what is not seen.

    Brackets, quotes, semicolons, full stops of Chinese and what parts the cells of a table or marks bold text count as
    spaces. Empty where there is a control character, a number that is more than its digits (½, ②), or more text than
    any time needs.
    """
    if len(typed) > LONGEST:
        return ""
    kept = []
    for each in typed:
        kind = unicodedata.category(each)
        if kind == "No" or (kind == "Cc" and each not in "\t\r\n"):
            return ""
        if kind != "Cf" and each not in _SEEN_AS_NOTHING:
            kept.append(each)
    plain = unicodedata.normalize("NFKC", "".join(kept)).lower().translate(_PLAIN)
    plain = " ".join(_CELLS_AND_BOLD.sub(" ", plain).split())
    return _LETTERS_FOR_ZERO.sub(lambda found: "〇" * len(found[0]), plain).replace("元月", "1月")
