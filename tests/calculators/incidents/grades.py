"""The grade by definition: every way in which the open facts and unverified cells may turn out, and no logic of three values.

Nothing here is taken from the rules but the table of the annex: it is what they are compared with.
"""

from collections.abc import Iterator, Mapping
from functools import cache, reduce
from itertools import product

from calculators.catalogue import ask
from calculators.texts import gradings

GRADES = ("relatively_major", "major", "particularly_major")
"""The lowest first."""
VALUES = ("none", "below", *GRADES, "unknown")
SITES = ("portal_sites", "portal_outage")
EFFECTS = (
    "tampering_home",
    "tampering_other_pages",
    "tampering_reposts",
    "tampering_views",
    "tampering_found",
)
ROWS = {
    each.id.removeprefix("annex-").replace("-", "_"): tuple(cell.is_open for cell in reversed(each.cells))
    for each in gradings()["incident-measures"].indicators
    if each.cells
}
"""Which cells of each indicator are not verified, the lowest grade first."""
SINGLE = tuple(name for name in ROWS if name not in {*SITES, "tampering_sites", *EFFECTS})


def grade(**facts: str):
    return ask("incident-grade", facts).to_json("en")


@cache
def levels(name: str, value: str) -> frozenset[int]:
    """Return every level, 0 to 3, on which an indicator may stand given what was answered."""
    unverified = ROWS[name]
    if value == "unknown":
        return frozenset(range(4))
    if value == "none":
        return frozenset({0})
    floor = 0 if value == "below" else GRADES.index(value) + 1
    return frozenset(level for level in range(floor, 4) if all(unverified[floor:level]))


def highest(sets: list[frozenset[int]]) -> frozenset[int]:
    """Return every level on which the highest of some may stand."""
    return reduce(
        lambda one, other: frozenset(max(pair) for pair in product(one, other)), sets, frozenset({0})
    )


def lower(one: frozenset[int], other: frozenset[int]) -> frozenset[int]:
    return frozenset(min(pair) for pair in product(one, other))


def possible(facts: Mapping[str, str]) -> frozenset[int]:
    """Return every grade that the incident may have."""
    at = {name: levels(name, facts.get(name, "unknown")) for name in ROWS}
    return all_of_them(at)


def all_of_them(at: Mapping[str, frozenset[int]]) -> frozenset[int]:
    return highest(
        [
            *(at[name] for name in SINGLE),
            lower(at["portal_sites"], at["portal_outage"]),
            lower(at["tampering_sites"], highest([at[name] for name in EFFECTS])),
        ]
    )


def raising(facts: Mapping[str, str]) -> Iterator[str]:
    """Yield the indicators on which alone the grade depends, in some way in which all the others may turn out."""
    at = {name: levels(name, facts.get(name, "unknown")) for name in ROWS}
    for name in ROWS:
        if len(at[name]) > 1 and any(
            len({grade_of(other | {name: level}) for level in at[name]}) > 1 for other in others(name, at)
        ):
            yield name


def others(name: str, at: Mapping[str, frozenset[int]]) -> Iterator[dict[str, int]]:
    """Yield every way in which the indicators of the same group may turn out, the rest being as low as may be.

    The rest only counts by its highest level, and where that is lower more can be seen of a change.
    """
    group = next((each for each in (SITES, ("tampering_sites", *EFFECTS)) if name in each), (name,))
    lowest = {each: min(at[each]) for each in ROWS}
    free = [each for each in group if each != name]
    for turned in product(*(sorted(at[each]) for each in free)):
        yield lowest | dict(zip(free, turned, strict=True))


def grade_of(at: Mapping[str, int]) -> int:
    """Return the grade of an incident of which every level is known."""
    effects = max(at[name] for name in EFFECTS)
    return max(
        *(at[name] for name in SINGLE),
        min(at["portal_sites"], at["portal_outage"]),
        min(at["tampering_sites"], effects),
    )


def expected(facts: Mapping[str, str]) -> dict[str, object]:
    """Return what the finding must say by definition."""
    may_be = possible(facts)
    sure, most = min(may_be), max(may_be)
    raise_it = set(raising(facts))
    names = ("general", *GRADES)
    return {
        "answer": names[sure] if sure or not most else "open",
        "at_most": names[most],
        "missing": {name for name in raise_it if facts.get(name, "unknown") == "unknown"},
        "unverified": {
            f"incident-measures:annex-{name.replace('_', '-')}"
            for name in raise_it
            if facts.get(name, "unknown") != "unknown"
        },
    }


def found(facts: Mapping[str, str]) -> dict[str, object]:
    """Return the same of the finding."""
    finding = grade(**facts)
    assert len(set(finding["missing"])) == len(finding["missing"])
    assert len(set(finding["unverified"])) == len(finding["unverified"])
    return {
        "answer": finding["answer"],
        "at_most": finding["at_most"],
        "missing": set(finding["missing"]),
        "unverified": set(finding["unverified"]),
    }
