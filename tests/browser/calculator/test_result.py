"""What is kept of a result: the record, the link, the command line, the print; and that nothing typed leaves the page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect

from calculators.catalogue import CALCULATORS
from calculators.kernel.citation import Ref
from calculators.kernel.text import Lang
from calculators.texts import works
from publisher.html.edition import edition
from publisher.runtime import read_manifest
from tests.browser.helpers import said_by_python, unfold
from tests.browser.paper import printed, squeezed, without_feet
from tests.browser.watched import DUTIES, Watched, finding, next_finding, path_of, source, wait_for

ROOT = Path(__file__).resolve().parents[3]
CASES = {
    "incident-report": "#aware_at=2026-11-21T14:30&cii=yes&grade=major&ransomware=yes&handled_on=2026-11-25",
    DUTIES: "#role=provider&aware_at=2026-11-21T14:30:05&upstream=yes&log_created_on=2026-08-31",
}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page, action: str) -> str:
    """Press a button that copies, and return what is on the clipboard."""
    page.evaluate("navigator.clipboard.writeText('')")
    unfold(page, "keep")
    page.locator(f"[data-action={action}]").click()
    expect(page.locator(".calc-actions .calc-outcome-text")).to_be_visible()
    return str(page.evaluate("navigator.clipboard.readText()"))


def run(line: str) -> dict[str, Any]:
    """Run a command line in a shell, as a reader would, and return the finding as JSON."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", f"{line} --json"],
        cwd=ROOT,
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=False,
    )
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_the_command_line_gives_the_same_finding(watched: Watched, name: str, lang: str) -> None:
    """The line printed on the page, run in a shell, gives the finding of the page to the last letter."""
    with watched.calculator(lang, CASES[name], name=name) as (page, _):
        next_finding(page)
        if change := page.locator("[data-fact=aware_at] .calc-short button").all():
            change[0].click()  # it is a line already
        page.locator("input[name=aware_at]").fill("２０２６年11月21日 14:30")
        found = finding(page, ok=True)
        unfold(page, "keep")
        line = page.locator(".calc-command").inner_text().strip()
        again = run(line)
        assumed = {"发现时间按北京时间计算。", "Taken as Beijing time (UTC+8): time of discovery."}
        assert again["notes"] == [
            note for note in found["notes"] if note not in assumed
        ]  # it is written with its offset
        assert again | {"notes": found["notes"]} == found


def test_the_command_line_needs_no_quotes_in_any_shell(watched: Watched) -> None:
    """sh, cmd.exe and PowerShell each quote otherwise: what would need it stands there as Python understood it."""
    nasty = [
        "$(id)",
        "`id`",
        "a'b",
        "'",
        "a b",
        '"',
        "\\",
        "*",
        "~",
        "!",
        "-x",
        "&&",
        "\n",
        "张三",
        "#",
        "x;y",
    ]
    typed = {f"f_{n}": value for n, value in enumerate(nasty)} | {"at": "2026-11-21 14:30", "z": "+08:00"}
    understood = dict.fromkeys(typed, "2026-11-21T14:30:00+08:00") | {"f_0": "$(id)"}
    with watched.calculator("zh") as (page, _):
        module = source(page, "calculator/keep/command.js")
        line = page.evaluate(
            "async ([module, typed, understood]) => (await import(module)).commandLine('x', typed, understood, 'zh')",
            [module, typed, understood],
        )
    assert re.fullmatch(r"[\w./:@+= -]+", line)
    words = dict(word.split("=") for word in line.removeprefix("python -m calculators x ").split())
    assert words.pop("--at") == "2026-11-21T14:30"
    assert words.pop("--z") == "+08:00"
    assert words.pop("--f-10") == "-x"
    assert words == {f"--f-{n}": "2026-11-21T14:30:00+08:00" for n in range(1, len(nasty)) if n != 10}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_record_holds_what_an_auditor_asks_for(watched: Watched, name: str, lang: str) -> None:
    """Copied as text and as Markdown: inputs, duties with their instants, steps, readings, editions, time and the way back."""
    with watched.calculator(lang, CASES[name], name=name, **CLIPBOARD) as (page, _):
        found = said_by_python(name, page_facts(page), lang)
        text, markdown = copied(page, "copy-text"), copied(page, "copy-markdown")
        assert markdown.startswith("# ")
        for record in (text, markdown):
            assert found["answer_text"] in record
            for duty in found["duties"]:
                assert duty["name"] in record
                assert not duty["due"] or f"[{duty['due']}]" in record
            for step in found["steps"]:
                assert step["text"] in record
            for reading in found["readings"]:
                assert reading["strict"] in record
                assert reading["other"] in record
            assert "2026-11-21T14:30:0" in record
            assert found["version"] in record
            assert read_manifest().folder in record
            for work in {Ref.parse(each["basis"][0]).work for each in found["duties"]}:
                assert edition(works()[work]) in record
            assert re.search(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", record.partition(read_manifest().folder)[0][-600:]
            )
            assert f"python -m calculators {name} " in record
            place = page.url.partition("#")[0]
            (back,) = re.findall(re.escape(place) + r"#(\S+)", record)
            assert dict(parse_qsl(back)).items() >= page_facts(page).items()
            assert "undefined" not in record


def page_facts(page: Page) -> dict[str, str]:
    """Return the facts that the page's address carries."""
    return dict(parse_qsl(page.url.partition("#")[2]))


@pytest.mark.parametrize("name", CASES)
def test_link_opens_the_same_result(watched: Watched, name: str) -> None:
    """The link that is copied opens the same answer on another page."""
    with watched.calculator("en", CASES[name], name=name, **CLIPBOARD) as (page, _):
        link = copied(page, "copy-link")
        rows = page.locator(".calc-section--duties").inner_text()
        facts, _, beside = link.partition("&at=")
        place, _, facts = facts.partition("#")
        assert place == f"{watched.address}{path_of(name, 'en')}"
        assert dict(parse_qsl(facts)) == page_facts(page)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d%2B08:00&v=[a-z0-9-]+", beside)
        page.goto("about:blank")
        page.goto(link)
        assert wait_for(page, "answered") == "answered"
        assert re.sub(
            r"\n.*(left|missed by).*", "", page.locator(".calc-section--duties").inner_text()
        ) == re.sub(r"\n.*(left|missed by).*", "", rows)


def test_without_a_clipboard_the_text_can_be_taken_by_hand(watched: Watched) -> None:
    """A browser that refuses gets the text in a box, selected."""
    with watched.calculator("zh", CASES[DUTIES], name=DUTIES) as (page, _):
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        unfold(page, "keep")
        page.locator("[data-action=copy-text]").click()
        box = page.locator(".calc-copybox")
        expect(box).to_be_focused()
        assert "所填情况" in box.input_value()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CASES)
def test_print_is_the_record(watched: Watched, name: str, lang: Lang) -> None:
    """On A4: inputs, duties, steps, readings, editions and the time; no form, no buttons, no table of all rules."""
    with watched.calculator(lang, CASES[name], name=name) as (page, _):
        found = said_by_python(name, page_facts(page), lang)
        rules = page.locator("#rules").text_content() or ""
        assert squeezed(rules)
        text = without_feet(printed(page), page.url.partition("#")[0])
        page.emulate_media(media="print")
        # They also stand among the steps, so the text alone would not tell that their list is empty.
        still_open = [each.inner_text() for each in page.locator("[data-sheet=open] td:visible").all()]
    labels = {fact.name: fact.label.in_(lang) for fact in CALCULATORS[name].facts}
    assert still_open == [labels[each] for each in found["missing"]]
    said = [
        found["answer_text"],
        *(each["name"] for each in found["duties"]),
        *(each["text"] for each in found["steps"]),
    ]
    said += [each["strict"] for each in found["readings"]]
    said += [edition(works()[Ref.parse(each["basis"][0]).work]) for each in found["duties"]]
    said += [
        read_manifest().folder,
        "python-mcalculators",
        *(each["due_text"] for each in found["duties"] if each["due"]),
    ]
    assert [each for each in said if squeezed(each) not in text] == []
    assert squeezed(rules) not in text
    for control in ("Copy as text", "复制为文本", "Show the answer", "显示结论"):
        assert squeezed(control) not in text


def test_what_is_copied_twice_is_said_twice(watched: Watched) -> None:
    """A screen reader is told of every copy that was made, though the words are the same."""
    with watched.calculator("en", CASES["incident-report"], **CLIPBOARD) as (page, _):
        page.evaluate(
            """() => {
              window.told = [];
              const place = document.querySelector("[data-part=announce]");
              new MutationObserver(() => window.told.push(place.textContent)).observe(place, { childList: true });
            }"""
        )
        unfold(page, "keep")
        for times in (1, 2):
            page.locator("[data-action=copy-link]").click()
            page.wait_for_function(
                "(times) => window.told.filter((each) => each === 'Copied.').length === times", arg=times
            )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_draft_stays_on_the_page(watched: Watched, lang: str) -> None:
    """What is drafted can be copied, survives a change of answers, and is in no request, address, history or store."""
    typed = "绝密草稿 8f3a"
    with watched.calculator(lang, CASES["incident-report"], **CLIPBOARD) as (page, watch):
        unfold(page, "contents")
        draft = page.locator(".calc-section--contents")
        boxes = draft.locator("textarea")
        items = said_by_python("incident-report", page_facts(page), lang)["contents"]
        expect(boxes).to_have_count(len(items))
        for item, label in zip(items, draft.locator(".calc-item").all_inner_texts(), strict=True):
            assert item["text"] in label
            assert (("may follow" if lang == "en" else "可以补报") in label) == item["may_follow"]
        expect(draft.locator(".calc-private")).to_be_visible()
        requests = len(watch.requests)
        boxes.nth(0).fill(typed)
        page.locator("label:has(input[name=ransomware][value=no])").click()
        expect(boxes).to_have_count(len(items) - 1)  # the item on the ransom is gone
        expect(boxes.nth(0)).to_have_value(typed)
        page.locator("[data-action=copy-draft]").click()
        expect(draft.locator(".calc-outcome-text")).to_be_visible()
        text = page.evaluate("navigator.clipboard.readText()")
        assert typed in text
        assert items[1]["text"] in text
        kept = "JSON.stringify([location.href, history.state, {...localStorage}, {...sessionStorage}, document.cookie])"
        assert "8f3a" not in page.evaluate(kept)
        # The browser fetches the icon anew when the address changes; nothing else is asked for.
        assert [each for each in watch.requests[requests:] if not each.endswith("/seal.svg")] == []
        page.reload()
        assert wait_for(page, "answered") == "answered"
        assert "8f3a" not in page.locator(".calc-section--contents textarea").first.input_value()


@pytest.mark.parametrize(
    ("lang", "unknown"),
    [("zh", "是否已经报告，本页不知道"), ("en", "whether a report was made, this page does not know")],
)
def test_the_record_of_a_case_long_past_says_what_is_not_known(
    watched: Watched, lang: str, unknown: str
) -> None:
    """Unless its receipt is given: then how it stood, and nothing that is not known of it."""
    case = "#aware_at=2026-01-20T09:00&cii=no&central_body=no&grade=relatively_major"
    for more, says in (("", True), ("&received_at=2026-01-20T12:00", False)):
        with watched.calculator(lang, case + more, **CLIPBOARD) as (page, _):
            record = copied(page, "copy-text")
            assert (unknown in record) == says
            assert (("按时：" if lang == "zh" else "in time: ") in record) != says
