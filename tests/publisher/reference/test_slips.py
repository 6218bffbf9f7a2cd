"""What an editor may get wrong in a table: each slip is refused with one sentence that names the row."""

import re

import pytest

from publisher.reference.model import read_page


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"sources": ["NOBODY"]}, "NOBODY"),
        ({"sources": []}, "or it is OPEN"),
        ({"sources": ["HICOM"]}, "withdrawn: HICOM"),
        ({"confidence": "OPEN"}, "or it is OPEN"),
        ({"confidence": "3S"}, "a does not say how sure it is: 3S"),
        ({"cells": ["1"]}, "1 cells, not 2"),
        ({"marks": [{"hours": 3, "zh": "3小时", "en": "3 h"}]}, "does not say 3小时"),
    ],
)
def test_a_wrong_row_is_refused(changed, message):
    row = {"id": "a", "cells": ["1", "2"], "confidence": "1S", "sources": ["HSF"]}
    one = {"id": "t", "caption": "t", "columns": ["x", "y"], "row": [row]}
    assert read_page({"page": "p", "table": [one]}).tables[0].rows[0].id == "a"
    with pytest.raises(ValueError, match=re.escape(message)):
        read_page({"page": "p", "table": [one | {"row": [row | changed]}]})
    with pytest.raises(ValueError, match="twice"):
        read_page({"page": "p", "table": [one | {"row": [row, row]}]})


@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        ("confidence", "a does not say how sure it is: no confidence"),
        ("sources", "a names its sources, or it is OPEN"),
    ],
)
def test_a_row_without_source_or_confidence_is_refused(left_out, message):
    row = {"id": "a", "cells": ["1"], "confidence": "1S", "sources": ["HSF"]}
    del row[left_out]
    one = {"id": "t", "caption": "t", "columns": ["x"], "row": [row]}
    with pytest.raises(ValueError, match=re.escape(message)):
        read_page({"page": "p", "table": [one]})
