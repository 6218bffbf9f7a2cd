"""The list of changes: what it must hold, and that everything it names is there."""

from __future__ import annotations

import tomllib
from copy import deepcopy

import pytest

from calculators.kernel.text import Lang
from publisher.changelog.changes import DATA, changes, changes_html, name_of, place_of, read_changes
from tests.publisher.parsing import parsed

RAW = tomllib.loads((DATA / "changes.toml").read_text(encoding="utf-8"))


def test_everything_that_a_change_concerns_is_there_and_has_a_name() -> None:
    for change in changes():
        assert change.concerns
        for each in change.concerns:
            name = name_of(each)
            assert name.zh
            assert name.en


@pytest.mark.parametrize("missing", ["no-such-work", "vulnerability-provisions:art-99", "no-such-page/"])
def test_what_is_not_there_has_no_name(missing: str) -> None:
    with pytest.raises((KeyError, OSError)):
        name_of(missing)


def test_a_change_covers_what_it_concerns_and_no_more() -> None:
    first = changes()[-1]
    assert first.id == "first-edition"
    assert first.covers("vulnerability-provisions/#art-9-p1-i7")
    assert first.covers("law-around/#csl-27")
    assert not first.covers("about/#marks")
    one = read_changes({"change": [{**deepcopy(RAW["change"][-1]), "concerns": ["incident-qa:q5-p1"]}]})[0]
    assert place_of("incident-qa:q5-p1") == "incident-qa/#q5-p1"
    assert one.covers("incident-qa/#q5-p1")
    assert not one.covers("incident-qa/#q5-p10")
    assert not one.covers("incident-qa/#q5")


def test_a_list_that_is_wrong_is_refused() -> None:
    entry = RAW["change"][-1]
    with pytest.raises(ValueError, match="twice"):
        read_changes({"change": [entry, entry]})
    older = {**entry, "id": "older", "date": entry["date"].replace(year=2025)}
    with pytest.raises(ValueError, match="newest"):
        read_changes({"change": [older, entry]})
    with pytest.raises(ValueError, match="unknown kind: rumour"):
        read_changes({"change": [{**entry, "kinds": ["rumour"]}]})
    with pytest.raises(KeyError, match="answers"):
        read_changes({"change": [{key: value for key, value in entry.items() if key != "answers"}]})


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_says_what_changed_and_for_whom(lang: Lang) -> None:
    page = parsed(changes_html(lang))
    for change in changes():
        heading = page.find(id=change.id)
        assert heading is not None
        section = heading.find_parent("section")
        assert section is not None
        assert change.what.in_(lang) in section.get_text()
        assert change.answers.in_(lang) in section.get_text()
        assert len(section.find_all("a")) == len(change.concerns)
