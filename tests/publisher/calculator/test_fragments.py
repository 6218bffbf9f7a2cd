"""Facts in an address as chat programs, mail programs and editors leave them: mended where that is safe, never guessed."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from publisher.paths import ROOT
from tests.publisher.in_node import printed

SCRIPT = """
const { readFragment } = await import(process.argv[2]);
const { meantId } = await import(process.argv[3]);
const questions = {
  aware_at: { values: {} }, handled_on: { values: {} },
  grade: { values: { particularly_major: 1, major: 1, relatively_major: 1, general: 1, unknown: 1 } },
  ...Object.fromEntries(["cii", "central_body", "sector_rules"].map((name) => [name, { values: { yes: 1, no: 1, unknown: 1 } }])),
};
const ids = new Set(["art-9", "art-9-p1", "art-9-p1-i7", "art-1", "q5-p1", "question-major_event", "law-read-again"]);
const input = JSON.parse(await new Response(process.stdin).text());
const read = input.facts.map((text) => {
  const found = readFragment(new URL(`http://x/${text}`).hash, questions);
  return found && { ...found, facts: Object.fromEntries(found.facts) };
});
const meant = input.anchors.map((text) => meantId(new URL(`http://x/${text}`).hash, ids));
process.stdout.write(JSON.stringify({ read, meant }));
"""
ASSETS = ROOT / "docs" / "assets"
WHOLE = {"aware_at": "2026-11-21T14:30", "cii": "yes", "grade": "major"}
LINK = "#aware_at=2026-11-21T14:30&cii=yes&grade=major"
ENCODED = "#aware_at%3D2026-11-21T14%3A30%26cii%3Dyes%26grade%3Dmajor"
ZWSP, BOM, SHY, LRM, WJ = "\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060"

# Each means the whole link, and nothing else can be meant.
MENDED: dict[str, list[str]] = {
    "the end of a sentence or a bracket": [
        *(f"{LINK}{mark}" for mark in "。，、；：！？）】」』》”’…"),
        *(f"{LINK}{mark}" for mark in (".", ",", ";", ":", "!", "?", ")", "]", "}", ">", '"', "'", "*", "_", "|")),
        f"{LINK}）。",
        f"{LINK}.)",
        f"{LINK}>.",
        f"{LINK}~",
        f"{LINK}👍",
        f"{LINK}&",
    ],
    "HTML's ampersand": [
        LINK.replace("&", "&amp;"),
        LINK.replace("&", "&amp;amp;"),
        LINK.replace("&", "&#38;"),
        LINK.replace("&", "&#038;"),
        LINK.replace("&", "&#x26;"),
        LINK.replace("&", "&AMP;"),
        LINK.replace("&", "%26amp%3B"),
        LINK.replace("&", "&amp%3B"),
        LINK.replace("&cii", "&amp;cii"),
        LINK.replace("&", "&&"),
    ],
    "escapes upon escapes": [
        ENCODED,
        ENCODED.replace("%", "%25"),
        ENCODED.replace("%", "%2525"),
        ENCODED.lower().replace("t14", "T14"),
        LINK.replace("=", "%3D"),
        LINK.replace("&", "%26"),
        LINK.replace(":", "%253A"),
        LINK.replace("_", "%5F"),
        LINK.replace("-", "%2D"),
        "#%23" + LINK[1:],
        "##" + LINK[1:],
    ],
    "capitals": [
        LINK.upper(),
        LINK.replace("cii", "CII"),
        LINK.replace("yes", "Yes"),
        LINK.replace("yes", "YES"),
        LINK.replace("aware_at", "Aware_At"),
        LINK.replace("grade", "Grade"),
        LINK.replace("major", "Major"),
        LINK.replace("major", "MAJOR"),
        LINK.replace("aware_at", "Aware_at"),
        LINK.replace("&cii=yes", "&Cii=yES"),
    ],
    "what cannot be seen": [
        LINK + ZWSP,
        LINK.replace("&", ZWSP + "&"),
        LINK.replace("major", f"ma{SHY}jor"),
        LINK.replace("aware", f"a{ZWSP}ware"),
        LINK.replace("=yes", f"={BOM}yes"),
        LINK + LRM,
        LINK.replace("2026-", f"2026-{WJ}"),
        LINK + "%E2%80%8B",
        LINK + "%0A",
        LINK.replace("&grade", "%0D%0A&grade"),
        LINK.replace("&grade", "%20&grade"),
        LINK + "%C2%A0",
    ],
    "full width and editors' characters": [
        LINK.replace("&", "＆"),
        LINK.replace("=", "＝"),
        LINK.replace(":", "："),
        LINK.replace("2026-11-21", "2026–11–21"),
        LINK.replace("2026-11-21", "2026\u201111\u201121"),
        LINK.replace("2026-11-21", "2026−11−21"),
        LINK.replace("_", "\\_"),
        LINK.replace("_", "＿"),
        LINK.replace("major", "“major”"),
        LINK.replace("2026-11-21T14:30", "‘2026-11-21T14:30’"),
        LINK.replace("14:30", "１４:３０"),
        LINK.replace("aware_at", "awareat"),
    ],
    "what is appended": [
        f"{LINK}&{more}"
        for more in (
            "from=singlemessage",
            "from=groupmessage&isappinstalled=0",
            "utm_source=mail&utm_medium=email&utm_campaign=x",
            "fbclid=IwAR0abc",
            "gclid=abc",
            "mc_cid=1&mc_eid=2",
            "mkt_tok=abc",
            "_hsenc=x&_hsmi=2",
            "scene=1&subscene=2&clicktime=3&enterid=4",
            "spm=a2c4g.1",
            "ddtab=true&corpid=ding1",
            "ttclid=abc&twclid=def",
            "srsltid=abc",
            "mibextid=abc",
            "gbraid=abc&wbraid=def&gclsrc=aw.ds",
            "__hssc=1&__hstc=2&__hsfp=3",
            "_branch_match_id=123",
            "wechat_webview_type=1",
            "at_medium=social&at_campaign=x",
        )
    ] + [f"{LINK}{more}" for more in ("?from=timeline", ":~:text=abc", "#wechat_redirect", "#rd", "#weixin", "&from=timeline#rd")],
    "mail sources, HTML and wikis": [
        LINK.replace("=", "=3D"),
        LINK.replace("cii=", "cii=3D"),
        LINK.replace("=", "=3D").replace("&", "&amp;"),
        LINK.replace("aware_at=", "aware_at=3D"),
        f"{LINK}&gt;",
        f"{LINK}&quot;&gt;",
        f"{LINK}&quot;",
        f"{LINK}&#39;",
        f"{LINK}&#x22;",
        f"{LINK}&nbsp;",
        f"{LINK}|smart-link",
        f"{LINK}|smart-card]",
    ],
}  # fmt: skip
# A part that cannot be read, by what stays of the rest.
UNREAD = {
    LINK[:-1]: "grade=majo",
    LINK[:-6]: "grade",
    LINK[:-8]: "gra",
    f"{LINK}请看": "grade=major请看",
    f"{LINK}（待确认）": "grade=major(待确认)",
    f"{LINK}不是": "grade=major不是",
    f"{LINK}https://x.example/": "grade=majorhttps://x.example/",
    LINK.replace("yes", "maybe"): "cii=maybe",
    LINK.replace("yes", ""): None,
    f"{LINK}&grade=general": "grade=general",
    f"{LINK}&who=me": "who=me",
    f"{LINK}#cii": "cii",
    f"{LINK}|待确认": "grade=major|待确认",
    f"{LINK}。请在4小时内报告": "grade=major。请在4小时内报告",
    f"{LINK}（分享自": "grade=major(分享自",
    f'{LINK}"target': 'grade=major"target',
    f"{LINK}&x=%E0%A4": "x=%E0%A4",
    f"{LINK}&__proto__=x": "__proto__=x",
    f"{LINK}&constructor=y": "constructor=y",
    f"{LINK}&=yes": "=yes",
    LINK.replace("grade", "%E0%A4"): "%E0%A4=major",
}
ANCHORS = {
    "art-9-p1-i7": [
        *(f"#art-9-p1-i7{mark}" for mark in "。，、；：！？）】」』》”’…),;:!?>\"'*]}"),
        "#art-9-p1-i7.",
        "#art-9-p1-i7）。",
        "#art-9-p1-i7%29",
        "#art-9-p1-i7%EF%BC%89",
        "#art-9-p1-i7%2529",
        "#art%2D9%2Dp1%2Di7",
        "#art%252D9%252Dp1%252Di7",
        "#ART-9-P1-I7",
        "#Art-9-p1-i7",
        "#%23art-9-p1-i7",
        "##art-9-p1-i7",
        "#art–9–p1–i7",
        "#art\u20119\u2011p1\u2011i7",
        "#art−9−p1−i7",
        "#art_9_p1_i7",
        f"#art-9-p1-i7{ZWSP}",
        f"#art-9-{ZWSP}p1-i7",
        "#art-9-p1-%0Ai7",
        "#art-9-p1-%20i7",
        "#ａｒｔ-9-p1-i7",
        "#art-9-p1-i7请看",
        "#art-9-p1-i7（第七项）",
        "#art-9-p1-i7&from=singlemessage",
        "#art-9-p1-i7?from=timeline",
        "#art-9-p1-i7:~:text=abc",
        "#“art-9-p1-i7”",
        "#(art-9-p1-i7)",
        "#art-9-p1-i7%20",
        "#art-9-p1-i7#wechat_redirect",
        "#art-9-p1-i7&quot;",
        "#art-9-p1-i7|smart-link",
    ],
    "question-major_event": ["#question-major_event)", "#Question-Major_Event。"],
    "law-read-again": ["#law-read-again）", "#law–read–again"],
}
# Nothing there is meant, or something else may be.
NO_ANCHOR = [
    "#",
    "#art-9-p1-i77",
    "#art-99",
    "#%",
    "#。",
    "#no-such",
    "#art-9-p1-i7x",
    "#part-9",
    "#art-9.1",
    "#%E0%A4",
]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scripts make of all of them."""
    script = tmp_path_factory.mktemp("fragments") / "read.mjs"
    script.write_text(SCRIPT, encoding="utf-8")
    facts = [LINK, *(each for kind in MENDED.values() for each in kind), *UNREAD, *TIMES]
    anchors = [*(each for kind in ANCHORS.values() for each in kind), *NO_ANCHOR]
    files = (ASSETS / "calculator/form/fragment.js", ASSETS / "shared/mended.js")
    found = printed(script, *files, given=json.dumps({"facts": facts, "anchors": anchors}).encode())
    return {**dict(zip(facts, found["read"], strict=True)), **dict(zip(anchors, found["meant"], strict=True))}


# Times: what stands around one goes, what may mean another stays for Python to refuse.
TIMES = {
    "#aware_at=2026-11-21T14:30:00%2B08:00": "2026-11-21T14:30:00+08:00",
    "#aware_at=2026-11-21T14:30:00+08:00": "2026-11-21T14:30:00+08:00",
    "#aware_at=2026-11-21T14:30:00%2008:00": "2026-11-21T14:30:00+08:00",
    "#aware_at=2026-11-21+14:30": "2026-11-21 14:30",
    "#aware_at=2026-11-21%2014:30。": "2026-11-21 14:30",
    "#aware_at=（2026-11-21T14:30）": "2026-11-21T14:30",
    "#aware_at=2026-11-21T06:30Z)": "2026-11-21T06:30Z",
    "#aware_at=2026年11月21日14时30分（北京时间）。": "2026年11月21日14时30分(北京时间)",
    "#aware_at=2026-11-21T14:30左右": "2026-11-21T14:30左右",
    "#aware_at=2026-11-21T14:3": "2026-11-21T14:3",
    "#aware_at=2026-11-21T14:30请看": "2026-11-21T14:30请看",
}


def test_a_link_as_it_was_sent_is_not_mended(read: dict[str, Any]) -> None:
    assert read[LINK] == {"facts": WHOLE, "mended": [], "ignored": [], "unread": []}


@pytest.mark.parametrize("kind", MENDED)
def test_what_can_mean_one_thing_only_is_mended(read: dict[str, Any], kind: str) -> None:
    assert len(MENDED[kind]) >= 10
    for text in MENDED[kind]:
        found = read[text]
        assert found["unread"] == [], text
        # An upper-case T stays: Python reads both.
        assert found["facts"] == WHOLE, text
        told = found["mended"] + found["ignored"]
        # Every fact stands there as it was sent.
        silent = {f"{LINK}&", LINK.replace("&", "&&"), f"{LINK}:~:text=abc", *SPELT_OTHERWISE}
        assert told or text in silent or re.fullmatch(f"{LINK}(&#?\\w+;)+", text), text


SPELT_OTHERWISE = {
    LINK.replace(a, b) for a, b in ((":", "："), ("14:30", "１４:３０"), ("_", "%5F"), ("-", "%2D"))
}
"""As good as the link itself: a browser may write an address so."""


def test_what_cannot_be_read_is_named_and_the_rest_is_there(read: dict[str, Any]) -> None:
    for text, named in UNREAD.items():
        found = read[text]
        if named is None:
            assert found["unread"], text
            continue
        assert found["unread"] == [named], text
        assert found["facts"].items() <= WHOLE.items(), text


def test_times_lose_what_stands_around_them(read: dict[str, Any]) -> None:
    for text, time in TIMES.items():
        assert read[text]["facts"] == {"aware_at": time}, text


@pytest.mark.parametrize("id_", ANCHORS)
def test_an_anchor_leads_where_it_was_meant_to(read: dict[str, Any], id_: str) -> None:
    for text in ANCHORS[id_]:
        assert read[text] == id_, text


def test_an_anchor_that_may_mean_something_else_leads_nowhere(read: dict[str, Any]) -> None:
    for text in NO_ANCHOR:
        assert read[text] is None, text
