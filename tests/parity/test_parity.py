"""The page's Python and the terminal's give the same bytes."""

from __future__ import annotations

import json
from pathlib import Path

from calculators.bridge import call
from calculators.catalogue import CALCULATORS
from calculators.texts import cases
from tests.browser.helpers import answers_in_page
from tests.browser.watched import PATHS, Watched

REFUSED: tuple[dict[str, object], ...] = (
    {},
    {"aware_at": ""},
    {"aware_at": "昨天"},
    {"aware_at": "2026-02-30 10:00"},
    {"aware_at": "２０２６-11-21 14:30"},
    {"aware_at": "2026年11月21日14时30分"},
    {"aware_at": "9999-12-31 23:59"},
    {"aware_at": "99999-01-01 00:00"},
    {"aware_at": "2025-10-31T23:59:59+08:00"},
    {"aware_at": ["2026-11-21"]},
    {"aware_at": None},
    {"aware_at": "2026-11-21 14:30", "cii": "maybe"},
    {"aware_at": "2026-11-21 14:30", "unheard_of": "yes"},
    {"aware_at": "2026-11-21 14:30", "handled_on": "2026-11-31"},
    {"aware_at": "x" * 100_000},
)


def test_every_case_is_byte_equal_in_page_and_terminal(watched: Watched) -> None:
    """Every worked case and every kind of bad input, in both languages, gives the same JSON text in both Pythons."""
    questions: list[dict[str, object]] = [
        {"calculator": name, "lang": lang, "facts": facts}
        for name in CALCULATORS
        for facts in (*(dict(case.facts) for case in cases(name)), *REFUSED)
        for lang in ("zh", "en")
    ]
    questions.append({"calculator": "unheard-of", "lang": "en", "facts": {}})
    with watched.page() as (page, _):
        page.goto(watched.address + PATHS["zh"])
        answers = answers_in_page(watched, page, questions)
    assert len(answers) == len(questions)
    for question, answer in zip(questions, answers, strict=True):
        assert answer == call(json.dumps(question)), question


def test_page_loads_the_pack_of_this_build(site_folder: Path) -> None:
    """Both pages name the one runtime folder that the site holds, with the sizes of the files in it."""
    manifest = json.loads((site_folder / "runtime" / "manifest.json").read_text(encoding="utf-8"))
    folder = site_folder / "runtime" / manifest["folder"]
    files = [file for file in folder.iterdir() if file.suffix not in {".br", ".gz"}]
    assert {file.name: file.stat().st_size for file in files} == {
        name: facts["size"] for name, facts in manifest["files"].items()
    }
    for path in PATHS.values():
        page = (site_folder / path.strip("/") / "index.html").read_text(encoding="utf-8")
        assert manifest["folder"] in page
