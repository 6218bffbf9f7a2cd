"""From Python to JSON: dataclasses whose fields are keys, and texts of which one language is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime

from calculators.kernel.citation import Citation
from calculators.kernel.instants import to_rfc3339
from calculators.kernel.text import Lang, Text

type Json = str | int | bool | list[Json] | dict[str, Json] | None
type Localizable = (
    Text
    | str
    | int
    | bool
    | datetime
    | Citation
    | JsonObject
    | tuple[Localizable, ...]
    | Mapping[str, Localizable]
    | None
)
"""What may stand in a finding before a language is chosen."""

OPTIONAL: Mapping[str, bool] = {"optional": True}
"""The metadata of a field whose key is absent while it is None; every other key is always there, null or not."""


class JsonObject:
    """The base of every dataclass that becomes a JSON object: its fields, in their order, are the keys.

    The underscore after a field that would else be a keyword of Python is no part of the key: ``from_`` is ``from``.
    """

    __slots__ = ()

    def to_json(self, lang: Lang) -> dict[str, Json]:
        """Return the object in one language; keys, codes and their order never change with it."""
        held = ((each, getattr(self, each.name)) for each in fields(self))  # type: ignore[arg-type]
        return {
            key(each.name): in_language(value, lang)
            for each, value in held
            if value is not None or each.metadata != OPTIONAL
        }


def key(name: str) -> str:
    """Return the key of a field."""
    return name.removesuffix("_")


def in_language(value: Localizable, lang: Lang) -> Json:
    """Put a structure of objects, texts, instants, citations and plain values into one language."""
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, JsonObject):
        return value.to_json(lang)
    if isinstance(value, datetime):
        return to_rfc3339(value)
    if isinstance(value, Citation):
        return value.at
    if isinstance(value, tuple):
        return [in_language(each, lang) for each in value]
    if isinstance(value, Mapping):
        return {name: in_language(each, lang) for name, each in value.items()}
    return value
