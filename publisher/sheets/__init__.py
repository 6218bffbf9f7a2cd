"""Sheets of paper made from the rules: the wall card and the handout, on a page and as PDF files.

Their names are addresses (``/card/``, ``/training/handout/``) and stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from calculators.kernel.text import Lang, Text
from publisher.sheets.handout import handout_incidents, handout_vulnerabilities
from publisher.sheets.incidents import incidents
from publisher.sheets.sheet import Sheet, sheet_html
from publisher.sheets.vulnerabilities import vulnerabilities


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is handed out together: what it is called, and how each sheet is made."""

    title: Text
    makers: tuple[Callable[[Lang], Sheet], ...]


SHEETS: Mapping[str, Sheets] = {
    "card": Sheets(Text("速查卡", "Wall card"), (incidents, vulnerabilities)),
    "handout": Sheets(Text("讲义", "Handout"), (handout_incidents, handout_vulnerabilities)),
}


def sheets_html(name: str, lang: Lang, site: str = "") -> list[Element]:
    """Return the sheets of a name; ``site`` is the address of the site, where it is known."""
    return [sheet_html(make(lang), lang, site) for make in SHEETS[name].makers]
