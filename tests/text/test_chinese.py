"""The Chinese text is the source, character for character; only its full-width punctuation was put back."""

import hashlib
import re

import pytest

from tests.text.texts import SOURCES, WORKS, every_row, every_work

FULL_WIDTH, HALF_WIDTH = "，：；（）？", ",:;()?"
HEADING = re.compile(r"(第[一二三四五六七八九十]+条) (?=\S)")
DIGESTS = {
    "incident-qa": "d33371b89d1bd3df7233f6cc80def0f011cc2ca553ecaef835800436742780dc",
    "vulnerability-provisions": "88028cfb1b708d5f6b8bec57da37209815bc00ad496efe8ef0d6bc654edad50e",
}


def half_width(text: str) -> str:
    """Return a text with its punctuation as the sources have it."""
    for full, half in zip(FULL_WIDTH, HALF_WIDTH, strict=True):
        text = text.replace(full, half)
    return text


def normalised(text: str) -> str:
    """Return a text with half-width punctuation and without white space."""
    return "".join(half_width(text).split())


def whole(work) -> str:
    """Return the whole Chinese text of a work."""
    return "\n".join(row.text.zh for row in work.provisions.values())


def difference(ours: str, source: str) -> str | None:
    """Say where two texts first differ, punctuation and white space apart; None where they do not."""
    ours, source = normalised(ours), normalised(source)
    if ours == source:
        return None
    at = next((n for n, pair in enumerate(zip(ours, source, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(ours), len(source)) if at is None else at
    return (
        f"character {at}: …{ours[max(0, at - 10) : at + 10]}… is …{source[max(0, at - 10) : at + 10]}… there"
    )


def source_of(work) -> str:
    """Return the source of a work as it was received."""
    return SOURCES[work.id].read_text(encoding="utf-8")


@every_work
def test_source_is_as_received(work):
    """Nobody changes the source and the text together: the source has the bytes it came with."""
    assert hashlib.sha256(SOURCES[work.id].read_bytes()).hexdigest() == DIGESTS[work.id]


@every_work
def test_whole_text_is_the_source(work):
    """The whole text equals the whole source, white space and the width of punctuation apart."""
    assert difference(whole(work), source_of(work)) is None


@every_work
def test_rows_are_the_lines_of_the_source(work):
    """Each row is one line of the source, spaces within it kept; an article's heading is a row of its own."""
    lines = HEADING.sub(r"\1\n", source_of(work)).split("\n")
    rows = [half_width(row.text.zh) for row in work.provisions.values()]
    assert rows == [line for line in lines if line]


@every_work
def test_any_changed_character_is_caught(work):
    """A character changed, dropped or doubled anywhere in the text is a difference."""
    ours, source = normalised(whole(work)), source_of(work)
    assert difference(ours, source) is None
    for at, character in enumerate(ours):
        changed = "未" if character != "未" else "末"
        for wrong in (changed, "", character * 2):
            assert difference(ours[:at] + wrong + ours[at + 1 :], source), (at, character, wrong)


def test_difference_names_the_place():
    """A difference is reported with the characters around it, so that it can be found."""
    told = difference("应当在3日内向平台报送", "应当在2日内向平台报送")
    assert told is not None
    assert "character 3" in told
    assert "应当在3日内" in told
    assert "应当在2日内" in told


@every_row
def test_punctuation_is_full_width(row):
    """No half-width comma, colon, semicolon, bracket, question or exclamation mark is left in the Chinese."""
    assert not re.findall(r"[,:;()?!]", row.text.zh)
    assert not row.gist or not re.findall(r"[,:;()?!]", row.gist.zh)


@pytest.mark.parametrize("mark", FULL_WIDTH)
def test_restored_marks_are_there(mark):
    """Every mark that the source lost stands in the texts again."""
    assert mark in "".join(whole(work) for work in WORKS.values())


@every_row
def test_row_has_no_stray_space(row):
    """No row begins or ends with white space, breaks its line or holds a double space, in either language."""
    for text in (row.text.zh, row.text.en):
        assert text == " ".join(text.split())
