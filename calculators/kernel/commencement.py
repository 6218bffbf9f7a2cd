"""Since when a law is in force: a case from before is refused, and the first step of every other says so."""

from __future__ import annotations

from datetime import date

from calculators.kernel.citation import Citation
from calculators.kernel.errors import OutOfForce
from calculators.kernel.facts import Facts
from calculators.kernel.finding import Outcome, Step
from calculators.kernel.instants import beijing_text
from calculators.kernel.text import Text, date_text, day_text


def check_in_force(facts: Facts, names: tuple[str, ...], since: date, refusal: Text) -> None:
    """Raise OutOfForce for the first of these facts, instants or dates, that lies before a law came into force.

    ``refusal`` may name what was ``{given}``, and the date ``{since}`` which the law is in force,
    from 00:00 Beijing time.
    """
    for name in names:
        moment, day = facts.instants.get(name), facts.dates.get(name)
        if moment and moment.date() < since:  # instants are understood in Beijing time
            raise OutOfForce(name, refusal.fill(given=beijing_text(moment), since=date_text(since)))
        if day and day < since:
            raise OutOfForce(name, refusal.fill(given=day_text(day), since=date_text(since)))


def in_force_step(facts: Facts, name: str, basis: Citation, text: Text, outcome: Outcome = "applies") -> Step:
    """Return the step that says that the law is in force, with the fact that shows it, where that is given."""
    given = facts.as_written()
    return Step(
        rule="in-force",
        basis=(basis,),
        outcome=outcome,
        text=text,
        facts={name: given[name]} if name in given else {},
    )
