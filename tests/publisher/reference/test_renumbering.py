"""The Cybersecurity Law's old and new numbers stand in two tables and in the penalties: they say the same."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calculators.kernel.citation import Ref
from calculators.kernel.dated import AS_IT_STANDS
from calculators.vulnerabilities.law.penalties import PENALTIES, RENUMBERED, Penalty
from publisher.law.reading import cited
from publisher.reference.model import table_pages

TABLES = {table.id: table for page in table_pages().values() for table in page.tables}
RENUMBERING, MAPPING = TABLES["csl-renumbering"], TABLES["rmsv-mapping"]
NEW_TO_OLD = {row.cells[0].zh: row.cells[1].zh for row in RENUMBERING.rows}


@pytest.mark.parametrize("penalty", PENALTIES, ids=lambda penalty: penalty.basis)
def test_a_penalty_has_the_numbers_of_both_tables(penalty: Penalty) -> None:
    old = str(penalty.article.on(RENUMBERED - timedelta(days=1)))
    new = str(penalty.article.on(AS_IT_STANDS))
    assert NEW_TO_OLD[new] == old
    article = Ref.parse(penalty.basis).provision.removesuffix("-p1").replace("art-", "rmsv-")
    (row,) = (row for row in MAPPING.rows if row.id == article)
    assert [cell.zh for cell in row.cells[-2:]] == [old, new]


def test_it_begins_on_one_day() -> None:
    """From that day the rules name the new numbers, and a text made public before it cites the old ones."""
    assert cited.RENUMBERED == RENUMBERED


def test_every_article_of_the_mapping_is_a_penalty() -> None:
    assert len(MAPPING.rows) == len(PENALTIES)
