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
