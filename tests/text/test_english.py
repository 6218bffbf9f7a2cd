"""The English says what the Chinese says: every number, every duty, one term for one term."""

import re
from calendar import month_name
from collections import Counter

import pytest

from calculators.kernel.text import Text
from publisher.law.reading.terms import Term
from tests.text.texts import NUMERALS, TERMS, WORKS, every_row, every_row_of_a_work

MONTHS = {month: number for number, month in enumerate(month_name) if month}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
CARDINALS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
UNITS = {"小时": "hour", "日": "day", "个月": "month"}
NOT_NUMBERS = ("第一时间", "统一", "一般", "一下")

NUMERAL = "[一二三四五六七八九十]+"
COUNTED = {
    "应当": r"\bshall\b",
    "(?<!最迟)不得": r"\bmust not\b|\bno organisation or individual may\b",
    "鼓励": r"\bencouraged\b",
    "可(?!能|抗)": r"(?<!\bno organisation or individual )\bmay\b",
    "及时": r"\bpromptly\b",
    "立即": r"\bimmediately\b",
    "第一时间": r"\bat the first opportunity\b",
    "最迟": r"\bat the latest\b",
    "同步": r"\bsimultaneously\b",
    "公布": r"\b(?:makes?|made) public\b",
    "报送": r"\bsubmit(?:s|ted|ting)?\b",
    "告知": r"\binforms?\b",
    "境外": r"\babroad\b",
}
"""Words on which a duty hangs: as often in the English as in the Chinese, no more and no less."""


def numbers_in_chinese(text: str) -> Counter[str]:
    """Count the numbers of a Chinese text; ValueError where a numeral stands in a way not known here."""
    found: Counter[str] = Counter()

    def take(pattern: str, name) -> None:
        nonlocal text
        for match in re.finditer(pattern, text):
            found[name(match)] += 1
        text = re.sub(pattern, "□", text)

    for word in NOT_NUMBERS:
        text = text.replace(word, "□")
    take(r"(\d+)年(\d+)月(\d+)日", lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}")
    take(rf"(\d+|半)({'|'.join(UNITS)})", lambda m: f"{m[1].replace('半', 'half')} {UNITS[m[2]]}")
    take(rf"第({NUMERAL})条", lambda m: f"{NUMERALS[m[1]]}")
    take(rf"（({NUMERAL})）", lambda m: f"{NUMERALS[m[1]]}")
    take(rf"^({NUMERAL})、", lambda m: f"{NUMERALS[m[1]]}")
    take(rf"({NUMERAL})是", lambda m: f"no. {NUMERALS[m[1]]}")
    take(rf"({NUMERAL})[类个]", lambda m: f"{NUMERALS[m[1]]}")
    take(r"\d+", lambda m: m[0])
    if left := re.findall(r"[一二三四五六七八九十百千万亿两半]", text):
        raise ValueError(f"{left} in {text}")
    return found


def numbers_in_english(text: str) -> Counter[str]:
    """Count the numbers of an English text, in figures and in words."""
    found: Counter[str] = Counter()

    def take(pattern: str, name) -> None:
        nonlocal text
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found[name(match)] += 1
        text = re.sub(pattern, "□", text, flags=re.IGNORECASE)

    text = text.replace("at the first opportunity", "□")
    take(
        rf"\b(\d+) ({'|'.join(MONTHS)}) (\d{{4}})\b",
        lambda m: f"{m[3]}-{MONTHS[m[2]]:02}-{int(m[1]):02}",
    )
    take(r"\b(\d+) (hour|day|month)s?\b", lambda m: f"{m[1]} {m[2]}")
    take(r"\bhalf an? (hour|day|month)\b", lambda m: f"half {m[1]}")
    take(rf"\b({'|'.join(ORDINALS)})\b", lambda m: f"no. {ORDINALS[m[1].lower()]}")
    take(rf"\b({'|'.join(CARDINALS)})\b", lambda m: f"{CARDINALS[m[1].lower()]}")
    take(r"\d+", lambda m: m[0])
    return found


def terms_missing(zh: str, en: str, terms: list[Term]) -> list[str]:
    """Return the terms that stand in the Chinese without their English, the longest Chinese term first.

    What one term has used up, in either language, is not there for a shorter one: the words
    "network product security vulnerability" cannot also stand for 安全漏洞.
    """
    missing = []
    for term in sorted(terms, key=lambda each: -len(each.zh)):
        times = zh.count(term.zh)
        if not times:
            continue
        zh = zh.replace(term.zh, "□")
        forms = "|".join(re.escape(form) for form in sorted((term.en, *term.en_forms), key=len, reverse=True))
        en, found = re.subn(rf"(?<![A-Za-z])({forms})(?![A-Za-z])", "□", en, count=times, flags=re.IGNORECASE)
        if not found:
            missing.append(term.zh)
    return missing


def against_the_table(owner: str, text: Text, terms: list[Term]) -> list[str]:
    """Return a sentence for each term whose English is not that of the table of terms."""
    english = {term.zh: term.en for term in terms}
    return [
        f"{owner}: {zh} is “{english[zh]}” in calculators/neighbours/terms.toml, and the English says otherwise"
        for zh in terms_missing(text.zh, text.en, terms)
    ]


def terms_of(work: str) -> list[Term]:
    """Return the terms that hold in a work."""
    return [term for term in TERMS if term.work in {None, work}]


@every_row
def test_numbers(row):
    """The English has the numbers of the Chinese, each as often, with its unit, and no others."""
    assert numbers_in_english(row.text.en) == numbers_in_chinese(row.text.zh)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("最迟不得超过半小时", "within 1 hour at the latest"),
        ("应当在2日内", "within 2 hours"),
        ("应当在2日内", "promptly"),
        ("自2021年9月1日起施行", "on 9 January 2021"),
        ("第六十条", "Article 16"),
        ("已开通了六类渠道", "have opened channels"),
        ("一是控制；二是细化", "First, controlling; third, refining"),
        ("应当第一时间报告", "report first"),
        ("拨打12387", "dial 12378"),
        ("报告。", "report within 4 hours."),
    ],
)
def test_wrong_numbers_are_caught(zh, en):
    """A number lost, altered, added or with another unit makes the two sides differ."""
    assert numbers_in_english(en) != numbers_in_chinese(zh)


def test_unread_numeral_is_refused():
    """A Chinese numeral in a form that the test does not know stops it; it is never passed over."""
    with pytest.raises(ValueError, match="三"):
        numbers_in_chinese("应当在三日内报送")


def words_of_duty(zh: str, en: str) -> dict[str, tuple[int, int]]:
    """Return the words of duty that do not stand as often on one side as on the other, with both counts."""
    counts = {
        chinese: (len(re.findall(chinese, zh)), len(re.findall(english, en, re.IGNORECASE)))
        for chinese, english in COUNTED.items()
    }
    return {word: count for word, count in counts.items() if count[0] != count[1]}


@every_row
def test_words_of_duty(row):
    """shall for 应当, must not for 不得, encouraged for 鼓励 and the like: the same count on both sides."""
    assert words_of_duty(row.text.zh, row.text.en) == {}


def test_wrong_words_of_duty_are_caught():
    """A duty made a permission, one forgotten and one invented are each named with their counts."""
    assert words_of_duty("应当立即报告", "may immediately report") == {"应当": (1, 0), "可(?!能|抗)": (0, 1)}
    assert words_of_duty("不得发布，不得提供", "must not publish or provide") == {"(?<!最迟)不得": (2, 1)}
    assert words_of_duty("鼓励报告", "shall report") == {"应当": (0, 1), "鼓励": (1, 0)}
    assert words_of_duty("最迟不得超过1小时", "within 1 hour") == {"最迟": (1, 0)}
    assert words_of_duty("任何组织或者个人不得发布", "Any organisation or individual may publish") == {
        "(?<!最迟)不得": (1, 0),
        "可(?!能|抗)": (0, 1),
    }


def test_a_prohibition_on_everybody_is_written_as_english_writes_it():
    """No organisation or individual may, for 任何组织或者个人不得; within a limit at the latest, for 最迟不得超过."""
    assert words_of_duty("任何组织或者个人不得发布", "No organisation or individual may publish") == {}
    assert words_of_duty("最迟不得超过1小时", "within 1 hour at the latest") == {}


@every_row
def test_no_other_words_of_duty(row):
    """No duty comes in by another word: no should, ought to, have to or cannot, and must only as must not."""
    assert not re.findall(r"\b(should|ought|has to|have to|cannot|can)\b", row.text.en, re.IGNORECASE)
    assert not re.findall(r"\bmust\b(?! not)", row.text.en, re.IGNORECASE)
    assert not re.findall(r"\b(shall|may) not\b", row.text.en, re.IGNORECASE)


@every_row_of_a_work
def test_terms(work, row):
    """Every term of the table that stands in the Chinese stands in the English in its own words."""
    assert against_the_table(row.id, row.text, terms_of(work.id)) == []


def test_missing_terms_are_caught():
    """Another English word, or a longer term's words taken for a shorter one, counts as missing."""
    terms = terms_of("incident-qa")
    assert terms_missing("向公安机关报案", "report the case to the police", terms) == ["公安机关"]
    assert terms_missing("属于较大网络安全事件的", "a major (较大) cybersecurity incident", terms) == ["较大"]
    assert terms_missing(
        "网络产品安全漏洞、安全漏洞", "network product security vulnerabilities and flaws", terms
    ) == ["安全漏洞"]
    assert against_the_table("q5-p5", Text("向公安机关报案", "report the case to the police"), terms) == [
        "q5-p5: 公安机关 is “public security organ” in calculators/neighbours/terms.toml, and the English says otherwise"
    ]


@every_row
def test_marks(row):
    """Headings, item marks and question numbers are those of the Chinese: （七） is (7), 五、问 is 5. Q."""
    if match := re.match(rf"（({NUMERAL})）", row.text.zh):
        assert row.text.en.startswith(f"({NUMERALS[match[1]]}) ")
    elif match := re.match(rf"({NUMERAL})、问：", row.text.zh):
        assert row.text.en.startswith(f"{NUMERALS[match[1]]}. Q: ")
        assert row.text.en.endswith("?")
    elif match := re.fullmatch(rf"第({NUMERAL})条", row.text.zh):
        assert row.text.en == f"Article {NUMERALS[match[1]]}"
    else:
        assert not re.match(r"\(|\d+\. |Article \d+", row.text.en)
    closing = {"。": ".", "：": ":", "；": ";", "？": "?"}
    assert closing.get(row.text.zh[-1]) == (row.text.en[-1] if row.text.en[-1] in ".:;?" else None)


@every_row
def test_english_is_written_in_english(row):
    """The English has no Chinese punctuation and, outside the names of bodies, British spelling."""
    assert not re.findall(r"[，：；（）？。、《》]", row.text.en)
    text = re.sub(r"\b(Notification|Coordination|Evaluation|Emergency) Center\b", "", row.text.en)
    assert not re.findall(r"(?i)organiz|authoriz|penaliz|standardiz|recogniz|\bcenter|\blicense\b", text)


def test_grades_are_named_in_both_languages():
    """The four grades stand in Chinese beside the English, in the order of the text."""
    grades = re.findall(r"[a-z ]+\([^A-Z]+?\)", WORKS["incident-qa"]["q7-p1"].text.en)
    assert [grade.strip().removeprefix("and ") for grade in grades] == [
        "particularly major (特别重大)",
        "major (重大)",
        "relatively major (较大)",
        "general (一般)",
    ]
