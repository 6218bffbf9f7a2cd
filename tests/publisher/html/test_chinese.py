"""What counts as Chinese is the same in the pages that are made and in the scripts that run in them."""

from __future__ import annotations

import pytest

from publisher.html.chinese import CHINESE
from publisher.paths import ROOT
from tests.publisher.in_node import printed

SCRIPT = f"""
import {{ hasChinese }} from {str((ROOT / "docs/assets/shared/chinese.js").as_uri())!r};
const all = Array.from({{ length: 0x10000 }}, (_, code) => code);
console.log(JSON.stringify(all.filter((code) => hasChinese(String.fromCharCode(code)))));
"""


def test_python_and_javascript_call_the_same_characters_chinese():
    in_python = [code for code in range(0x10000) if CHINESE.fullmatch(chr(code))]
    assert printed("--input-type=module", "-e", SCRIPT) == in_python


@pytest.mark.parametrize("text", ["漏洞", "（一）", "《规定》，", "１２", "〔", "、"])
def test_characters_punctuation_and_full_width_forms_are_chinese(text):
    assert CHINESE.fullmatch(text)


@pytest.mark.parametrize("text", ["Article 9(7)", "“”", "…", "—", "é", "한국어"])
def test_what_english_uses_is_not(text):
    assert not CHINESE.search(text)
