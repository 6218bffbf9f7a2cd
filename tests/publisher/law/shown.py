"""What a page of law shows of the statements of a work."""

from calculators.kernel.text import Text
from calculators.kernel.works import Provision, Work
from calculators.texts import gradings

_INDICATORS = {(work, row.id): row for work, table in gradings().items() for row in table.indicators}


def texts_of(work: Work, row: Provision) -> list[Text]:
    """What the page says of a provision: its statements; in a table a number alone, for its row's name says of what it is."""
    if (indicator := _INDICATORS.get((work.id, row.id))) is None:
        return [each.text for each in row.statements]
    return [*map(indicator.shown, indicator.cells), *(each.text for each in indicator.notes)]
