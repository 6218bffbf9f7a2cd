"""The figures of the laws: the words quoted for each, and every sentence of ours that repeats one, say the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from calculators.catalogue import CALCULATORS, LAWS
from calculators.kernel.dated import AS_IT_STANDS, Dated
from calculators.kernel.duties.limits import Limit, days, hours, minutes, months
from calculators.kernel.duties.rule import DutyRule
from calculators.texts import works
from tests.text.durations import durations
from tests.text.figures import wrong_repetitions

ROOT = Path(__file__).parents[2]
FIGURES: dict[str, Limit] = {
    f"{package.rpartition('.')[2]}.{name}": value.on(AS_IT_STANDS)
    for package in LAWS
    for name, value in vars(import_module(f"{package}.law.figures")).items()
    if isinstance(value, Dated)
}
WITH_LIMITS = [rule for calculator in CALCULATORS.values() for rule in calculator.rules if rule.limit]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("最迟不得超过1小时", hours(1)),
        ("最迟半小时", minutes(30)),
        ("within half an hour at the latest", minutes(30)),
        ("应当在2日内报送", days(2)),
        ("从严按48小时计算", days(2)),
        ("六个月后", months(6)),
        ("not less than 6 months", months(6)),
        ("the 4-hour route", hours(4)),
    ],
)
def test_a_length_is_read(text: str, limit: Limit) -> None:
    (found,) = durations(text)
    assert found.is_of(limit)
    assert not found.is_of(hours(3))


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月1日",
        "24小时制时刻",
        "24-hour time",
        "请核对这两个日期",
        "最后一日24时",
        "10:30",
        "two-days",
    ],
)
def test_a_date_and_an_hour_of_the_day_are_no_length(text: str) -> None:
    assert list(durations(text)) == []


@pytest.mark.parametrize("rule", WITH_LIMITS, ids=lambda rule: rule.id)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_limit_is_that_of_the_words_quoted_for_it(rule: DutyRule, lang: str) -> None:
    """Where a rule rests on a digest, which has no words to quote, that of a statement of the digest."""
    quoted = [getattr(cited.words, lang) for cited in rule.basis if cited.words] or [
        getattr(statement.text, lang)
        for cited in rule.basis
        for statement in works()[cited.ref.work][cited.ref.provision].statements
    ]
    assert rule.limit
    assert any(found.is_of(rule.limit) for words in quoted for found in durations(words))


def test_every_sentence_that_repeats_a_figure_says_what_it_is() -> None:
    """A new sentence with a length of time in it is claimed in ``figures.toml``."""
    wrong = wrong_repetitions(ROOT, FIGURES)
    assert not wrong, "\n".join(wrong)


def test_an_amendment_is_followed_by_every_word_that_repeats_the_figure(tmp_path: Path) -> None:
    """With one figure changed in a copy, the tests name every quotation, sentence and page that says the old one."""
    for folder in ("calculators", "docs/zh", "docs/en", "publisher", "tests/text"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "README.md", tmp_path)
    figures = tmp_path / "calculators" / "vulnerabilities" / "law" / "figures.py"
    amended = figures.read_text(encoding="utf-8").replace(
        "PLATFORM_REPORT = since(IN_FORCE, days(2))",
        "PLATFORM_REPORT = since(IN_FORCE, days(2)).then(date(2026, 11, 1), days(3))",
    )
    assert amended != figures.read_text(encoding="utf-8")
    figures.write_text(amended, encoding="utf-8")
    only = ["-k", "not amendment", "-p", "no:cacheprovider", "-o", "addopts="]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *only, "tests/text/test_figures.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tmp_path), "COLUMNS": "1000"},
    )  # fmt: skip
    assert ran.returncode == 1, ran.stdout
    assert set(re.findall(r"FAILED \S+(\[\S+\])", ran.stdout)) == {"[zh-report-nvdb]", "[en-report-nvdb]"}
    named = set(re.findall(r"([\w/.-]+): “.*” says ", ran.stdout))
    assert named == {
        "docs/zh/vulnerability-provisions.md",
        "docs/en/vulnerability-provisions.md",
        "calculators/neighbours/law_around.toml",
        "calculators/vulnerabilities/disclosure/messages.py",
        "calculators/vulnerabilities/duties/cases.toml",
        "calculators/vulnerabilities/duties/readings.py",
    }
