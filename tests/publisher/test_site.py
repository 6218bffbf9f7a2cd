"""The build as a whole: skipped when nothing has changed, and never leaving half a site behind."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from publisher import checks, site


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which making the pages takes no time."""
    for name in site.SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")

    def make(into: Path) -> None:
        for page in ("index.html", "en/index.html", "404.html", "runtime/manifest.json"):
            (into / page).parent.mkdir(parents=True, exist_ok=True)
            (into / page).write_text((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")

    monkeypatch.setattr(site, "ROOT", tmp_path)
    monkeypatch.setattr(site, "SITE", tmp_path / "site")
    monkeypatch.setattr(site, "WORK", tmp_path / ".build")
    monkeypatch.setattr(site, "STAMP", tmp_path / ".build" / "site.sha256")
    monkeypatch.setattr(site, "_make", make)
    monkeypatch.setattr(checks, "problems", lambda *_, **__: [])
    return tmp_path


def test_a_second_build_with_nothing_changed_is_skipped(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert site.build()
    assert not site.build()
    assert "nothing has changed" in capsys.readouterr().out
    assert site.build(force=True)
    assert sorted(each.name for each in (checkout / ".build").iterdir()) == [
        "compressed",
        "lock",
        "site.sha256",
    ]


def test_a_second_build_waits_for_the_first(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They would take the pack, the compressed copies and the site from under each other."""
    del checkout
    running: list[str] = []
    make = site._make

    def slowly(into: Path) -> None:
        assert not running
        running.append("one")
        time.sleep(0.2)
        make(into)
        running.clear()

    monkeypatch.setattr(site, "_make", slowly)
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(lambda _: site.build(), range(2))) == [False, True]
    said = capsys.readouterr().out
    assert "Waiting for another build in this checkout to end" in said
    assert "nothing has changed" in said


@pytest.mark.parametrize("name", site.SOURCES)
def test_a_change_in_any_source_is_built(checkout: Path, name: str) -> None:
    site.build()
    (checkout / name).write_text("changed", encoding="utf-8")
    assert site.build()


def test_another_address_is_built(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del checkout
    site.build()
    monkeypatch.setenv("SITE_URL", "https://example.org/folder/")
    assert site.build()


def test_a_site_that_was_removed_is_built_again(checkout: Path) -> None:
    site.build()
    (checkout / "site" / "en" / "index.html").unlink()
    assert site.build()


def test_a_site_that_fails_its_checks_does_not_take_the_place_of_the_last(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    (checkout / "mkdocs.yml").write_text("worse", encoding="utf-8")
    monkeypatch.setattr(checks, "problems", lambda *_, **__: ["index.html: the id x stands there 2 times"])
    for _ in range(2):
        with pytest.raises(site.BuildError, match=r"index\.html: the id x stands there 2 times"):
            site.build()
    assert (checkout / "site" / "index.html").read_text(encoding="utf-8") == "mkdocs.yml"
