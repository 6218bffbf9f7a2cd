"""The command line, called as a person calls it."""

import json
import re

import pytest

from calculators.catalogue import CALCULATORS
from calculators.cli.parser import flag_of
from calculators.cli.render import fold, width
from calculators.kernel.text import LANGS
from tests.calculators.terminal import GRADED, run


def test_a_finding_on_paper_in_chinese():
    """The answer, and the table with what, who, to whom, by when and on what basis."""
    done = run("incident-report", *GRADED)
    assert (done.returncode, done.stderr) == (0, "")
    assert "应当报告" in done.stdout
    (heads,) = (line.split() for line in done.stdout.splitlines() if line.startswith("做什么"))
    assert heads == ["做什么", "由谁", "向谁", "时限", "依据"]
    for word in ("保护工作部门转报", "保护工作部门、公安机关", "15:30", "incident-qa:q5-p1", "--all"):
        assert word in done.stdout
    assert max(map(width, done.stdout.partition("做什么")[2].partition("【")[0].splitlines())) <= 132


MORE = {
    "--steps": ("【推理步骤】", "STEPS"),
    "--readings": ("【条文没有写清的地方】", "READINGS"),
    "--all": ("【网信部门的报告渠道】", "CHANNELS OF THE CYBERSPACE ADMINISTRATIONS"),
}


@pytest.mark.parametrize("lang", LANGS)
def test_the_rest_is_printed_where_it_is_asked_for(lang):
    """Steps, readings, or everything; the table and what is still open are always there, and JSON is always whole."""
    headings = {option: names[lang == "en"] for option, names in MORE.items()}
    duties, missing = (("【义务】", "【还没回答的问题】"), ("DUTIES", "OPEN:"))[lang == "en"]
    for asked in ((), ("--steps",), ("--readings",), ("--readings", "--steps"), ("--all",), (*MORE,)):
        out = run("incident-report", *GRADED, "--lang", lang, *asked).stdout
        assert duties in out
        assert missing in out
        for option, heading in headings.items():
            assert (f"\n{heading}" in out) is (option in asked or "--all" in asked), (asked, option)
        assert ("(--steps)" in out.replace("（", "(").replace("）", ")")) is ("--all" not in asked)
    assert (
        run("incident-report", *GRADED, "--json").stdout
        == run("incident-report", *GRADED, "--json", "--steps").stdout
    )


def test_a_finding_on_paper_in_english():
    """No Chinese but the names of the grades and of the buttons on the channels."""
    done = run("incident-report", *GRADED, "--lang", "en")
    assert done.returncode == 0
    assert "by 15:30 on 21 November 2026 (Beijing time)" in done.stdout
    assert "由谁" not in done.stdout


@pytest.mark.parametrize(
    ("facts", "shape", "zh", "en"),
    [
        (("share_abroad", "no"), "■", "不可以提供：", "Do not "),
        (("share_abroad", "yes"), "○", "可以提供：", "You may "),
        (("share_abroad", "unknown"), "◇", "未定，", "Not settled"),
    ],
)
def test_an_answer_has_its_shape_and_its_word(facts, shape, zh, en):
    """The same as on the page, and so has every step."""
    act, public = facts
    flags = ("--act", act, "--already-public", public, "--unlawful-purpose", "no", "--attack-tool", "no")
    for lang, word, step in (
        ("zh", zh, {"■": "■ 违反：", "○": "○ 符合：", "◇": "◇ 未定："}[shape]),
        ("en", en, {"■": "■ Violated: ", "○": "○ Satisfied: ", "◇": "◇ Open: "}[shape]),
    ):
        out = run("disclosure", *flags, "--lang", lang, "--steps").stdout
        assert f"\n{shape} {word}" in out
        assert f"5. {step}" in out


def test_what_every_way_needs_is_said_once():
    """And what tells the ways apart stands in groups of which one is enough, each ready to be typed."""
    out = run("disclosure", "--act", "publish").stdout
    assert out.count("attack_tool=no") == 1
    assert out.count("patch_available=yes major_event=no") == 1
    assert out.count("negotiated=yes reported=yes assessed=yes mps_consent=yes") == 1
    alone = run("disclosure", "--act", "share_abroad", "--already-public", "no", "--attack-tool", "no",
                "--unlawful-purpose", "no").stdout  # fmt: skip
    assert "already_public=yes" in alone
    assert "任一组" not in alone


def test_json_is_one_line_of_the_finding():
    """For scripts."""
    done = run("incident-report", *GRADED, "--json")
    finding = json.loads(done.stdout)
    assert finding["first_due"] == "2026-11-21T15:30:00+08:00"
    assert done.stdout.count("\n") == 1


def test_an_open_answer_exits_with_one():
    """So that a script notices."""
    assert run("incident-report", "--aware-at", "2026-11-21 14:30").returncode == 1


def test_facts_come_from_a_file_or_from_standard_input_and_flags_win(tmp_path):
    """A flag given beside a file changes that one fact."""
    facts = json.dumps(
        {"aware_at": "2026-11-21T14:30:00+08:00", "grade": "major", "cii": "no", "central_body": "no"}
    )
    path = tmp_path / "事实.json"
    path.write_text(facts, encoding="utf-8")
    from_file = run("incident-report", "--facts", str(path), "--json")
    from_stdin = run("incident-report", "--facts", "-", "--json", stdin=facts)
    assert from_file.stdout == from_stdin.stdout
    assert json.loads(from_file.stdout)["first_due"] == "2026-11-21T18:30:00+08:00"
    changed = run("incident-report", "--facts=-", "--cii=yes", "--json", stdin=facts)
    assert json.loads(changed.stdout)["first_due"] == "2026-11-21T15:30:00+08:00"


@pytest.mark.parametrize(
    ("typed", "stdin", "field"),
    [
        (("incident-report",), "", "aware_at"),
        (("incident-report", "--aware-at", "2026-02-30T10:00"), "", "aware_at"),
        (("incident-report", "--aware-at", "0000-01-01T00:00:00Z"), "", "aware_at"),
        (("incident-report", "--aware-at", "99999-01-01T00:00:00Z"), "", "aware_at"),
        (("incident-report", "--aware-at", ""), "", "aware_at"),
        (("incident-report", "--aware-at"), "", "aware-at"),
        (("incident-report", *GRADED, "--grade", "major"), "", "grade"),
        (("incident-report", "--aware-at", "2026-11-21 14:30", "--cii", "perhaps"), "", "cii"),
        (("incident-report", "--colour", "red"), "", "colour"),
        (("incident-report", "--aware_at", "2026-11-21 14:30"), "", "aware_at"),
        (("incident-report", *GRADED, "--lang", "fr"), "", "lang"),
        (("incident-report", "extra", *GRADED), "", "extra"),
        (("incident-report", "--facts", "/no/such/file"), "", "facts"),
        (("incident-report", "--facts", "."), "", "facts"),
        (("incident-report", "--facts", "-"), "{", "facts"),
        (("incident-report", "--facts", "-"), "[]", "facts"),
        (("incident-report", "--facts", "-"), "[" * 50_000, "facts"),
        (("incident-report", "--facts", "-"), "", "facts"),
        (("incident-report", "--facts", "-"), '{"cii":"yes","cii":"no"}', "cii"),
        (("incident-report", "--facts", "-"), '{"cii":["yes"],"aware_at":"2026-11-21 14:30"}', "cii"),
        (("incident-report", "--facts", "-"), '{"aware_at":"' + "9" * 1_000_000 + '"}', "facts"),
        (("incident-report", "--facts", "-"), '{"unheard_of":"yes"}', "unheard_of"),
        (("incident-report", "--facts", "-"), '{"\\ud800":"yes"}', "�"),
        (("nonsense",), "", "nonsense"),
        (("show",), "", "show"),
        (("show", "vulnerability-provisions"), "", "vulnerability-provisions"),
        (("show", "vulnerability-provisions:art-99"), "", "art-99"),
        (("show", "no-such-work:art-1"), "", "no-such-work"),
        (("show", "incident-qa:q5", "--lang", "de"), "", "lang"),
        (("list", "more"), "", "more"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_bad_input_gets_one_sentence_and_exit_two(typed, stdin, field, lang):
    """In the language asked for, with the field or its flag, and there is never a traceback."""
    asked = () if "--lang" in typed else ("--lang", lang)
    done = (
        run(*typed, *asked, stdin=stdin) if typed[-1] != "--aware-at" else run(*typed[:-1], *asked, typed[-1])
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert field in done.stderr or f"--{field.replace('_', '-')}" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 500


@pytest.mark.parametrize("switch", ["--json=true", "--json=", "--help=yes", "--steps=all", "--all=1"])
def test_a_switch_takes_no_value(switch):
    """Whoever gives it one means something else by it than we would."""
    done = run("incident-report", *GRADED, switch)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "选项 --{0} 不带取值；请只写 --{0}。\n".format(switch.strip("-").partition("=")[0])


@pytest.mark.parametrize(("lang", "said"), [("zh", "应当报送"), ("en", "to be submitted")])
def test_what_is_submitted_to_the_platform_is_no_first_report(lang, said):
    """The page says so too."""
    out = run(
        *("vulnerability-duties", "--role", "provider", "--aware-at", "2026-11-21 14:30"),
        *("--lang", lang, "--all"),
    ).stdout
    assert said in out
    assert "首次报告" not in out
    assert "first report" not in out


def test_a_refusal_as_json():
    """Code, field and message, on standard output."""
    done = run("incident-report", "--aware-at", "2025-10-31 23:59", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["code"] == "out_of_force"
    assert json.loads(run("nonsense", "--json").stdout)["error"]["code"] == "unknown_calculator"


def test_show_prints_a_provision_with_all_that_it_holds():
    """In one language or both."""
    item = run("show", "vulnerability-provisions:art-9-p1-i7")
    assert "（七）不得将未公开的网络产品安全漏洞信息" in item.stdout
    article = run("show", "vulnerability-provisions:art-9", "--lang", "both")
    assert "第九条" in article.stdout
    assert "（八）法律法规的其他相关规定。" in article.stdout
    assert "Article 9" in article.stdout
    digest = run("show", "incident-measures:art-8")
    assert "本站摘要" in digest.stdout
    assert "两个以上来源" in digest.stdout


def test_list_names_calculators_and_works():
    """What there is."""
    listed = run("list").stdout
    for name in ("incident-report", "vulnerability-provisions", "incident-qa", "incident-measures"):
        assert name in listed


def test_help_and_nothing_at_all():
    """Help is an answer; nothing typed is not a question."""
    assert run("--help").returncode == 0
    assert run().returncode == 2
    assert "Usage" in run("--help", "--lang", "en").stdout


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS)
def test_help_of_a_calculator_names_every_fact_with_its_values(calculator, lang):
    """In the language asked for, in lines that fit a terminal; where a time or date is asked for, with an example."""
    done = run(calculator.name, "--help", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    usage, _, rest = done.stdout.partition("\n\n")
    assert calculator.name in usage
    assert max(width(line) for line in done.stdout.splitlines()) <= 80
    flags = re.split(r"^  (--[a-z-]+)(?: .*)?\n", rest, flags=re.MULTILINE)
    under = {flag: "".join(text.split()) for flag, text in zip(flags[1::2], flags[2::2], strict=True)}
    assert [*under] == [*map(flag_of, calculator.facts), *MORE, "--facts", "--lang", "--json"]
    for fact in calculator.facts:
        asked = (fact.label, *(choice.label for choice in fact.choices))
        for text in (each.in_(lang) for each in asked):
            assert "".join(text.split()) in under[flag_of(fact)]
        for choice in fact.choices:
            assert choice.value in under[flag_of(fact)]
        assert fact.choices or "2026-11-21" in under[flag_of(fact)]
        required = {"zh": "必填", "en": "required"}[lang]
        assert (required in under[flag_of(fact)]) is bool(fact.required or fact.required_of)


@pytest.mark.parametrize(
    ("typed", "flag"),
    [
        (("incident-report", *GRADED, "--gra", "major"), "gra"),
        (("incident-report", "--aware", "2026-11-21 14:30"), "aware"),
        (("list", "--facts", "x"), "facts"),
        (("show", "incident-qa:q5", "--facts", "x"), "facts"),
        (("--colour", "list"), "colour"),
    ],
)
def test_no_option_is_guessed(typed, flag):
    """An abbreviation, or an option of another command, is none; those there are are named."""
    done = run(*typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"没有选项 --{flag}；可用的有 --" in done.stderr


def test_an_option_of_a_command_comes_after_it():
    done = run("--json", "incident-report", *GRADED)
    assert json.loads(done.stdout)["error"]["message"] == "选项 --json 请写在命令之后。"


def test_an_option_is_not_taken_for_the_value_of_the_one_before():
    done = run("incident-report", "--aware-at", "--cii", "yes")
    assert (done.returncode, done.stderr) == (2, "选项 --aware-at 后面缺少取值。\n")


def test_the_terminal_adds_the_flag_and_its_values_outside_the_sentence():
    refused = run("incident-report", *GRADED[:2], "--grade", "huge").stderr
    assert refused.endswith(
        "（--grade particularly_major|major|relatively_major|relatively_major_or_above|general|unknown）\n"
    )
    assert run("incident-report", "--aware-at", "23:30").stderr == (
        "“23:30”缺少日期。请连同日期填写，如2026-11-21 23:30。（--aware-at）\n"
    )
    assert run("disclosure", "--facts", "-", stdin='{"acts":"publish"}').stderr.startswith(
        "没有名为“acts”的问题。（act, "
    )


def test_cells_are_folded_by_the_width_they_take():
    """A Chinese character takes two columns; a closing mark never begins a line."""
    assert width("网络a") == 5
    assert fold("一二三四五，六", 10) == ["一二三四", "五，六"]
    assert fold("one two three", 7) == ["one two", "three"]
