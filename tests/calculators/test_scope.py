"""Every finding begins with whom its rule binds, and says that this is taken as given."""

import pytest

from calculators.catalogue import CALCULATORS, ask
from calculators.kernel.text import LANGS
from tests.approved.questions import variations, worked

GIVEN = {"zh": "未作判断", "en": "taken as given"}


@pytest.mark.parametrize("name", CALCULATORS)
@pytest.mark.parametrize("lang", LANGS)
def test_the_first_step_is_article_2_taken_as_given(name, lang):
    asked = [facts for _, facts in (*worked(CALCULATORS[name]), *variations(CALCULATORS[name]))]
    assert len(asked) > 20
    for facts in asked:
        finding = ask(name, facts).to_json(lang)
        if not finding["ok"]:
            continue
        first, *others = finding["steps"]
        assert first["rule"] == "scope"
        assert any(":art-2" in at for at in first["basis"])
        assert GIVEN[lang] in first["text"]
        assert first["outcome"] in {"applies", "satisfied"}
        assert "scope" not in [each["rule"] for each in others]


ABROAD = {
    "system-abroad",
    "operator-abroad",
    "finder-abroad",
    "provider-or-operator-abroad",
    "maintainer-as-provider",
}
AWARE = {"aware_at": "2026-03-02T20:00:00-05:00"}


@pytest.mark.parametrize(
    ("name", "facts", "shown"),
    [
        ("incident-report", AWARE, {"system-abroad", "operator-abroad"}),
        (
            "incident-report",
            {**AWARE, "grade": "relatively_major_or_above"},
            {"system-abroad", "operator-abroad"},
        ),
        ("incident-report", {**AWARE, "grade": "major", "central_body": "yes"}, {"system-abroad"}),
        ("incident-report", {**AWARE, "grade": "general"}, set()),
        (
            "vulnerability-duties",
            {**AWARE, "role": "provider"},
            {"provider-or-operator-abroad", "maintainer-as-provider"},
        ),
        ("vulnerability-duties", {**AWARE, "role": "operator"}, {"provider-or-operator-abroad"}),
        ("vulnerability-duties", {"role": "finder"}, {"finder-abroad"}),
        ("vulnerability-duties", {"role": "platform"}, {"finder-abroad"}),
        (
            "vulnerability-duties",
            {},
            {"finder-abroad", "provider-or-operator-abroad", "maintainer-as-provider"},
        ),
        ("disclosure", {"act": "share_abroad", "actor": "finder"}, {"finder-abroad"}),
        ("disclosure", {"act": "tell_provider", "actor": "provider"}, {"provider-or-operator-abroad"}),
        ("disclosure", {"act": "publish"}, {"finder-abroad", "provider-or-operator-abroad"}),
    ],
)
def test_those_abroad_find_the_reading_on_whether_they_are_bound(name, facts, shown):
    """Where a duty or a bar may fall on somebody abroad, the reading on it is there; where none does, it is not."""
    finding = ask(name, facts).to_json("zh")
    assert {reading["id"] for reading in finding["readings"]} & ABROAD == shown
