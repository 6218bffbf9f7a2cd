"""disclosure: the page's Python and the terminal's give the same bytes, for the cases and for random sets of facts."""

from __future__ import annotations

import json
import random
from hashlib import sha256

from calculators.bridge import call
from calculators.catalogue import CALCULATORS
from calculators.texts import cases
from tests.browser.watched import Watched, own_asset, path_of

NAME = "disclosure"
SETS = 2_000
DATES = ("2021-08-31", "2021-09-01", "2024-02-29", "2023-02-29", "2026-11-21", "9999-12-31", "2026-1-1", "")

# Findings are long, so only their hashes come back; at most a few hundred questions wait at a time.
_ASK = """async ([start, questions]) => {
  const { client: asked } = await import(start);
  const hash = async (text) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const answers = [];
  for (let at = 0; at < questions.length; at += 250) {
    const some = questions.slice(at, at + 250);
    answers.push(...(await Promise.all(some.map(async ({ calculator, lang, facts }) => hash(await asked.ask(calculator, lang, facts))))));
  }
  return answers;
}"""


def random_facts() -> list[dict[str, str]]:
    """Return sets of facts drawn by a fixed seed: any answer to any question, or none; now and then a date."""
    draw = random.Random(5)
    drawn = []
    for _ in range(SETS):
        facts = {"act": draw.choice([choice.value for choice in CALCULATORS[NAME].facts[0].choices])}
        for fact in CALCULATORS[NAME].facts[1:]:
            if draw.random() < 0.75 and fact.choices:
                facts[fact.name] = draw.choice([choice.value for choice in fact.choices])
            elif fact.kind == "date" and draw.random() < 0.15:
                facts[fact.name] = draw.choice(DATES)
        drawn.append(facts)
    return drawn


def test_cases_and_random_facts_are_byte_equal_in_page_and_terminal(watched: Watched) -> None:
    """All cases in both languages and 2,000 random sets of facts, in turn Chinese and English, give the same JSON text."""
    questions = [
        {"calculator": NAME, "lang": lang, "facts": dict(case.facts)}
        for case in cases(NAME)
        for lang in ("zh", "en")
    ]
    questions += [
        {"calculator": NAME, "lang": ("zh", "en")[number % 2], "facts": facts}
        for number, facts in enumerate(random_facts())
    ]
    with watched.page() as (page, _):
        page.goto(watched.address + path_of(NAME, "zh"))
        start = watched.address + own_asset("calculator/runtime/start.js")
        answers = page.evaluate(_ASK, [start, questions])
    expected = [call(json.dumps(question)) for question in questions]
    found = {json.loads(each).get("answer") for each in expected}
    assert found == {"permitted", "prohibited", "open", None}  # None: refused, for its date
    assert len(answers) == len(questions)
    for question, answer, said in zip(questions, answers, expected, strict=True):
        assert answer == sha256(said.encode()).hexdigest(), question
