"""A law as it announces itself: the texts it is about and the questions that people bring to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calculators.kernel.calculator import Calculator


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the package of a law holds under the name ``LAW``; all files are named from there.

    A folder of ``calculators`` that holds one is a law, and nothing else lists it.
    """

    works: tuple[str, ...]
    """The files of its works, in the order in which the site lists them: ``law/provisions.toml``."""
    calculators: Mapping[str, Calculator]
    """Its calculators by the folder that each lies in, with its worked cases in ``cases.toml`` there."""
