"""The site as the real `mkdocs` script makes it: whole, in both languages, or not at all, with a sentence for each slip."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.assets.compress import ENCODINGS
from publisher.build.locking import one_at_a_time
from publisher.html.urls import data
from publisher.paths import ROOT, WORK
from publisher.runtime import read_manifest

MKDOCS = Path(sys.executable).with_name("mkdocs")
WAITS = "Waiting for another build in this checkout to end"


def mkdocs(config: Path, into: Path, **settings: str) -> subprocess.Popen[str]:
    """Start a build in a folder that is not the checkout."""
    return subprocess.Popen(
        [MKDOCS, "build", "-f", config, "-d", into],
        cwd=into.parent,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def output(build: subprocess.Popen[str]) -> str:
    with build:
        assert build.stdout is not None
        return build.stdout.read()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The checkout with pages of its own, and a site that was built before."""
    for name in ("calculators", "publisher", "mkdocs.en.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last one", encoding="utf-8")
    return tmp_path


def failed(draft: Path, added: dict[str, str]) -> str:
    """Add to pages and build; return what was said. The last site stays where it is."""
    for name, text in added.items():
        file = draft / "docs" / "zh" / name
        file.write_text(f"{file.read_text(encoding='utf-8')}{text}\n", encoding="utf-8")
    build = mkdocs(draft / "mkdocs.yml", draft / "site")
    said = output(build)
    assert build.returncode == 1, said
    assert "Traceback" not in said
    assert [file.read_text(encoding="utf-8") for file in (draft / "site").iterdir()] == ["the last one"]
    return said


def test_the_script_makes_the_whole_site_from_any_folder_when_no_other_build_is_on(tmp_path: Path) -> None:
    site = tmp_path / "deeper" / "site"
    site.parent.mkdir()
    with one_at_a_time(WORK / "lock", "build"):
        build = mkdocs(ROOT / "mkdocs.yml", site, PYTHONUNBUFFERED="1")
        assert build.stdout is not None
        assert any(WAITS in line for line in build.stdout), "it ended, or built"
        assert not site.exists()
    said = output(build)
    assert build.returncode == 0, said
    names = [
        "index.html",
        "en/index.html",
        "en/vulnerability-provisions/index.html",
        "404.html",
        "search/zh.json",
        "search/en.json",
        data("", "incident-qa.json").lstrip("/"),
        "runtime/manifest.json",
        *(f"runtime/{read_manifest().folder}/{file}" for file in read_manifest().files),
        "_headers",
        "feed.xml",
        "en/feed.xml",
        *(f"{page}{ending}" for page in ("index.html", "en/index.html") for ending in ENCODINGS),
    ]
    assert [name for name in names if not (site / name).is_file()] == []
    assert not list(site.rglob("sitemap.xml*"))
    assert not (site / "en" / "404.html").exists()
    assert f"The site, {len(list(site.rglob('*.html')))} pages in two languages, is in {site}" in said


def test_the_english_pages_alone_say_that_they_are(tmp_path: Path) -> None:
    build = mkdocs(ROOT / "mkdocs.en.yml", tmp_path / "en")
    said = output(build)
    assert build.returncode == 0, said
    assert "mkdocs.en.yml makes the English pages alone; `mkdocs build` makes the whole site" in said
    assert (tmp_path / "en" / "errors" / "index.html").is_file()


def test_every_slip_in_a_page_is_a_sentence_with_its_place(draft: Path) -> None:
    slips = {
        "/// law | nonsense\n///": "there is no law “nonsense”; there are incident-measures, ",
        "/// lwa | incident-qa\n///": "there is no block “lwa”",
        "words\n/// lwa | *odd*\n///": "there is no block “lwa”",
        "- item\n\n    /// lwo\n    ///": "there is no block “lwo”",
        "/// certainty\n    colour: red\n///": "certainty takes no options and no content",
        "/// terms\nwords\n///": "terms takes no options and no content",
        "/// changes | all\n///": "changes takes no argument",
        "/// table": "table takes an argument; there are csl-amendment, ",
        "/// html | div.x": "there is no block “html”, or its argument, options or closing line are wrong",
    }
    page = "\n\n".join(("", *slips, ""))
    links = "\n\n[x](nowhere.md) [y](about.md#nowhere) [z](/data/nothing.json)"
    said = failed(draft, {"errors.md": f"{links}{page}", "about.md": "\n\n///"})
    lines = (draft / "docs" / "zh" / "errors.md").read_text(encoding="utf-8").splitlines()
    for slip, reason in slips.items():
        first = next(line for line in slip.splitlines() if "///" in line)
        assert f"Doc file 'errors.md', line {lines.index(first) + 1}: {reason}" in said
    assert "Doc file 'about.md': a line of slashes closes no block." in said
    for link in ("nowhere.md", "about.md#nowhere", "/data/nothing.json"):
        assert f"Doc file 'errors.md' contains a link '{link}'" in said
    warned = re.findall(r"^WARNING", said, re.MULTILINE)
    assert len(warned) == len(slips) + 4
    assert said.rstrip().endswith(f"Aborted with {len(warned)} warnings in strict mode!")


def test_a_site_that_fails_its_checks_does_not_take_the_place_of_the_last(draft: Path) -> None:
    said = failed(draft, {"about.md": "\n\n## 只有中文 {#only-here}"})
    assert "The built site fails 1 check(s):\n  about/index.html: the id only-here is not on the" in said
