"""The link for a class, as it was made and as chat programs leave it: the cases it asks for, and what it names that is none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publisher.paths import ROOT
from tests.publisher.in_node import printed

SCRIPT = """
const { casesOf, fragmentOf } = await import(process.argv[2]);
const { hashes, known } = JSON.parse(await new Response(process.stdin).text());
const read = hashes.map((text) => casesOf(new URL(`http://x/${text}`).hash, known));
const again = read.map((each) => each && fragmentOf(each.ids, known));
process.stdout.write(JSON.stringify({ read, again }));
"""
KNOWN = ["cve-number", "both-routes", "two-reports"]
TWO = {"ids": ["two-reports", "cve-number"], "unknown": []}
LINK = "#cases=two-reports,cve-number"
SAME = [
    LINK,
    *(f"{LINK}{mark}" for mark in "。，、；）】”…"),
    *(f"{LINK}{mark}" for mark in (".", ",", ")", ">", "'", "&", "&utm_source=x")),
    "#CASES=Two-Reports,CVE-NUMBER",
    "#cases%3Dtwo-reports%2Ccve-number",
    "#cases=two-reports%252Ccve-number",
    "#cases=two-reports，cve-number",
    "#cases=two-reports、cve-number",
    "#cases=two-reports;cve-number",
    "#cases=two-reports%20cve-number",
    "#cases=two\u2013reports,cve\u2011number",
    "#cases=two_reports,cve_number",
    "#cases=two-reports,,cve-number,two-reports",
    "#\u200bcases=two-reports,\u200bcve-number",
    "#exercise=two-reports,cve-number",
    "#from=weixin&amp;cases=two-reports,cve-number",
]
OTHERS: dict[str, dict[str, Any] | None] = {
    "": None,
    "#exercises": None,
    "#case-both-routes": None,
    "#cases=": None,
    "#cases=,": None,
    "#showcases=both-routes": None,
    "#cases=all": {"ids": KNOWN, "unknown": []},
    "#case=both-routes": {"ids": ["both-routes"], "unknown": []},
    "#cases=both-routes,nothing": {"ids": ["both-routes"], "unknown": ["nothing"]},
    "#cases=__proto__,constructor": {"ids": [], "unknown": ["__proto__", "constructor"]},
    "#cases=%3Cscript%3Ealert(1)%3C/script%3E": {"ids": [], "unknown": ["<script>alert(1)</script>"]},
    f"#cases={'9' * 3000}": {"ids": [], "unknown": [f"{'9' * 40}…"]},
    "#cases=a,b,c,d,e,f,g,h": {"ids": [], "unknown": ["a", "b", "c", "d", "e"]},
    "#cases=%E0%A4%A": {"ids": [], "unknown": ["%E0%A4%A"]},
}


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Any, str | None]]:
    hashes = [*SAME, *OTHERS]
    given = json.dumps({"hashes": hashes, "known": KNOWN}).encode()
    address = ROOT / "docs" / "assets" / "training" / "address.js"
    said = printed("--input-type=module", "--eval", SCRIPT, "", address, given=given)
    return dict(zip(hashes, zip(said["read"], said["again"], strict=True), strict=True))


def test_what_can_mean_one_thing_means_it(read: dict[str, tuple[Any, str | None]]) -> None:
    assert {hash_: read[hash_][0] for hash_ in SAME} == dict.fromkeys(SAME, TWO)


def test_what_is_no_case_is_named_and_shortened(read: dict[str, tuple[Any, str | None]]) -> None:
    assert {hash_: read[hash_][0] for hash_ in OTHERS} == OTHERS


def test_a_link_that_is_made_is_read_as_it_was(read: dict[str, tuple[Any, str | None]]) -> None:
    assert read[LINK][1] == LINK
    assert read["#cases=all"][1] == "#cases=all"
