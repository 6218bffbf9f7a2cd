"""Permanent links: none of the list disappears, and none changes its meaning without a change that readers are told of."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from publisher.__main__ import main
from publisher.changelog.changes import changes
from publisher.changelog.permalinks import (
    Permalink,
    problems,
    published,
    read,
    renewed,
    write,
)
from publisher.errors import BrokenLinkError

FIRST = changes()[-1]
LATER = replace(FIRST, id="later", date=FIRST.date + timedelta(days=30), concerns=("incident-qa:q5-p1",))
OLD = {
    address: Permalink(address=address, hash=hashed, change=FIRST.id)
    for address, hashed in (
        ("incident-qa/", "-"),
        ("incident-qa/#q5-p1", "aaa"),
        ("incident-qa/#q6-p1", "bbb"),
    )
}
SAME = {each.address: each.hash for each in OLD.values()}


def test_every_published_address_is_listed_and_means_what_it_meant(site_folder: Path) -> None:
    assert problems(read(), published(site_folder), changes()) == []


def test_the_list_holds_what_trainers_link_to(site_folder: Path) -> None:
    listed = read()
    for address in (
        "vulnerability-provisions/#art-9-p1-i7",
        "incident-qa/#q5-p1",
        "incident-measures/#art-4",
        "law-around/#csl-27",
        "calculators/incident-report/",
        "feed.xml",
        "data/vulnerability-provisions.json",
    ):
        assert address in listed
    assert listed["vulnerability-provisions/#art-9-p1-i7"].hash != "-"
    assert not any("aware_at-error" in address for address in published(site_folder)), "a part of a form"


def test_a_link_that_disappears_or_changes_is_found() -> None:
    assert problems(OLD, SAME, (FIRST,)) == []
    gone = {address: hashed for address, hashed in SAME.items() if address != "incident-qa/#q6-p1"}
    assert problems(OLD, gone, (FIRST,)) == ["incident-qa/#q6-p1 has disappeared: a published address stays"]
    assert "no longer says" in problems(OLD, {**SAME, "incident-qa/#q5-p1": "ccc"}, (FIRST,))[0]
    assert problems(OLD, {**SAME, "new/": "-"}, (FIRST,)) == ["new/ is not in the list"]
    other = replace(FIRST, id="other")
    assert len(problems(OLD, SAME, (other,))) == len(OLD)


def test_a_link_cannot_be_taken_off_the_list() -> None:
    gone = {address: hashed for address, hashed in SAME.items() if address != "incident-qa/#q6-p1"}
    with pytest.raises(BrokenLinkError, match="incident-qa/#q6-p1"):
        renewed(OLD, gone, (LATER, FIRST))


def test_a_meaning_changes_only_under_a_newer_change_that_concerns_it() -> None:
    changed = {**SAME, "incident-qa/#q5-p1": "ccc"}
    with pytest.raises(BrokenLinkError, match="q5-p1"):
        renewed(OLD, changed, (FIRST,))
    new = renewed(OLD, changed, (LATER, FIRST))
    assert new["incident-qa/#q5-p1"] == Permalink(address="incident-qa/#q5-p1", hash="ccc", change="later")
    assert new["incident-qa/#q6-p1"] == OLD["incident-qa/#q6-p1"]
    with pytest.raises(BrokenLinkError, match="q6-p1"):
        renewed(OLD, {**SAME, "incident-qa/#q6-p1": "ddd"}, (LATER, FIRST))
    with pytest.raises(BrokenLinkError, match="q5-p1"):
        renewed(new, {**SAME, "incident-qa/#q5-p1": "eee"}, (LATER, FIRST))


def test_new_addresses_are_added_under_the_newest_change() -> None:
    assert renewed(OLD, {**SAME, "new/": "-"}, (LATER, FIRST))["new/"].change == "later"


def test_everything_may_change_only_until_the_first_edition_is_out() -> None:
    assert set(renewed(OLD, {"other/": "-"}, (FIRST,), unpublished=True)) == {"other/"}
    with pytest.raises(BrokenLinkError, match="first edition is out"):
        renewed(OLD, {"other/": "-"}, (LATER, FIRST), unpublished=True)


def test_what_is_written_is_read_again(site_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "permalinks.txt"
    assert write(site_folder, file) == len(read(file)) == len(published(site_folder))
    assert {each.address: each.hash for each in read(file).values()} == published(site_folder)
    assert write(site_folder, file) == len(read(file))


def test_unpublished_without_write_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would change nothing, and whoever typed it would think that it had."""
    monkeypatch.setattr(sys, "argv", ["publisher", "permalinks", "--unpublished"])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "give --write as well" in capsys.readouterr().err
