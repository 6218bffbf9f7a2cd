"""Times as they stand in public reports, logs, mails and pictures: each is read as its moment, or refused in its sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from calculators.kernel.errors import BadInput
from calculators.kernel.instants import to_rfc3339
from calculators.kernel.instants.reading import read_day, read_instant, refusals
from tests.calculators.kernel.instants.test_reading import fixed

FOUND = tomllib.loads(Path(__file__).with_name("found.toml").read_text(encoding="utf-8"))["kind"]


@pytest.mark.parametrize("kind", FOUND, ids=lambda kind: kind["name"])
def test_what_was_found_is_read_as_the_moment_it_names_or_refused(kind):
    said = {}
    for text, _ in kind.get("read", []):
        said[text] = _answer(lambda text=text: to_rfc3339(read_instant("aware_at", text)[0]))
    for text, _ in kind.get("dates", []):
        said[text] = _answer(lambda text=text: read_day("aware_at", text).isoformat())
    for text, _ in kind.get("refused", []):
        said[text] = _answer(lambda text=text: to_rfc3339(read_instant("aware_at", text)[0]))
    assert said == {
        text: right for part in ("read", "dates", "refused") for text, right in kind.get(part, [])
    }
    assert len(said) >= 10
    assert kind["source"]


def _answer(read) -> str:
    """Return what is read, or the name of the sentence with which it is refused."""
    try:
        return read()
    except BadInput as refused:
        sentence = refused.message.en
    return next(
        name
        for name, pattern in vars(refusals).items()
        if name.isupper() and all(part in sentence for part in fixed(pattern.en))
    )
