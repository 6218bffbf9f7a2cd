"""What Python is asked while the pack is made."""

from __future__ import annotations

import json

from calculators.catalogue import CALCULATORS
from calculators.kernel.text import LANGS
from calculators.texts import cases


def worked() -> list[str]:
    """Return no facts and every worked case of every calculator in every language, as the bridge is asked."""
    return [
        json.dumps({"calculator": name, "lang": lang, "facts": facts})
        for name in CALCULATORS
        for facts in ({}, *(dict(case.facts) for case in cases(name)))
        for lang in LANGS
    ]
