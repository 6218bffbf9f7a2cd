"""What a screen reader is told of a new finding: what has changed, and that once."""

from __future__ import annotations

import json

import pytest

from calculators.catalogue import calculator_named
from calculators.kernel.text import LANGS, Lang
from publisher.calculator.messages import script_words
from publisher.paths import ROOT
from tests.browser.helpers import said_by_python
from tests.publisher.in_node import printed

SCRIPT = """
const { whatChanged } = await import(process.argv[1]);
const { before, now, page } = JSON.parse(await new Response(process.stdin).text());
process.stdout.write(JSON.stringify([whatChanged(null, now, page), whatChanged(before, now, page), whatChanged(now, now, page), whatChanged(now, before, page)]));
"""


@pytest.mark.parametrize("lang", LANGS)
def test_duties_that_come_or_go_under_the_same_answer_are_told(lang: Lang) -> None:
    name = "incident-report"
    facts = {"aware_at": "2026-11-21T14:30", "cii": "yes"}
    before, now = (
        said_by_python(name, facts | {"grade": grade}, lang) for grade in ("relatively_major", "major")
    )
    assert before["answer_text"] == now["answer_text"]
    words = {key: text.in_(lang) for key, text in script_words(calculator_named(name)).items()}
    page = {"begins": calculator_named(name).begins_with, "lang": lang, "words": words}
    given = json.dumps({"before": before, "now": now, "page": page}).encode()
    script = ROOT / "docs" / "assets" / "calculator" / "announce.js"
    first, more, same, fewer = printed("--input-type=module", "--eval", SCRIPT, "--", script, given=given)
    assert first == now["answer_text"]
    assert same == ""
    come = [
        duty["name"] for duty in now["duties"] if duty["id"] not in {each["id"] for each in before["duties"]}
    ]
    assert len(come) == 3
    for said, sentence in ((more, words["duties_added"]), (fewer, words["duties_gone"])):
        assert said == sentence.replace("{names}", words["list"].join(come))
