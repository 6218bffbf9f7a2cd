"""What a reader does with the calculators, in every engine: come by a link, change an answer, look a provision up, come
back, load anew, copy. The answer is that of the same rules outside the browser."""

from __future__ import annotations

import json

import pytest

from calculators.kernel.text import LANGS, Lang
from tests.browser.helpers import fragment, said_by_python
from tests.browser.watched import path_of
from tests.engines.driver import Driver

CASES = {
    "incident-report": (
        {"aware_at": "2026-11-21T14:30", "cii": "yes", "grade": "major"},
        ("grade", "general"),
    ),
    "vulnerability-duties": (
        {"role": "provider", "aware_at": "2026-11-20T16:45", "upstream": "no"},
        ("users_must_act", "yes"),
    ),
    "disclosure": ({"act": "tell_provider"}, ("unlawful_purpose", "yes")),
    "incident-grade": ({"personal_information": "major"}, ("personal_information", "relatively_major")),
}
"""Of each calculator, facts that a link brings, and an answer that is then given or changed."""

_FORM = """(() => {
  const entries = [...new FormData(document.querySelector("regulation-calculator form"))];
  return entries.filter(([name, value]) => name !== "quick" && value && value !== "unknown").sort();
})()"""
_UNFOLD = "for (const fold of document.querySelectorAll('regulation-calculator details')) fold.open = true"
_STATE = "document.querySelector('regulation-calculator')?.dataset.state === 'answered'"
_LISTEN = """
window.findings = [];
document.addEventListener("calculator-finding", ({ detail }) => window.findings.push(JSON.stringify(detail)));
"""


def shown(driver: Driver) -> list[str | None]:
    """Return the answer that the page shows: its code, and the instant of its deadline."""
    driver.wait(_STATE)
    return driver.js("""
      return [
        document.querySelector(".calc-answer__text").dataset.answer,
        document.querySelector(".calc-deadline__time")?.getAttribute("datetime") ?? null,
      ];
    """)


def changed(driver: Driver, name: str, value: str) -> dict[str, object]:
    """Choose an answer with the mouse, and return the finding that comes of it."""
    driver.js(_LISTEN)
    driver.click(f"label:has(input[name='{name}'][value='{value}'])")
    found = "(findings.find((each) => JSON.parse(each).facts?.[given[0]] === given[1]) ?? '')"
    return dict(json.loads(driver.wait(found, name, value)))


@pytest.mark.parametrize("lang", LANGS)
def test_calculators(driver: Driver, site_address: str, lang: Lang) -> None:
    for name, (facts, (asked, other)) in CASES.items():
        said = said_by_python(name, facts, lang)
        answer = [said["answer"], said.get("first_due")]
        path = path_of(name, lang)
        driver.goto(f"{site_address}{path}{fragment(facts)}")
        assert shown(driver) == answer, name
        form = driver.js(f"return {_FORM}")
        assert dict(form).items() >= facts.items()

        driver.js(_UNFOLD)
        driver.click(".calc-cite")
        driver.wait("location.pathname !== given[0] && document.querySelector('.prov') !== null", path)
        driver.back()
        driver.wait(f"location.pathname === given[0] && document.readyState === 'complete' && {_STATE}", path)
        driver.wait(
            f"JSON.stringify({_FORM}) === given[0]",
            json.dumps(form, separators=(",", ":"), ensure_ascii=False),
        )

        said = said_by_python(name, {**facts, asked: other}, lang)
        assert changed(driver, asked, other) == said
        driver.wait("location.hash.includes(given[0])", f"{asked}={other}")
        if name == "incident-report":
            driver.reload()
            assert shown(driver) == [said["answer"], said.get("first_due")]
            driver.click("[data-action=send]")
            driver.wait("document.querySelector('.calc-outcome-text').textContent")
            assert str(said["answer_text"]) in driver.pasted()
