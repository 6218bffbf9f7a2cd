"""From types to JSON Schema (2020-12): a dataclass becomes an object, and what the code says of a field describes it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from itertools import pairwise
from types import NoneType
from typing import Annotated, Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints

from calculators.kernel.citation import Citation, CitationAddress
from calculators.kernel.finding.serialise import OPTIONAL, JsonObject, key
from calculators.kernel.text import Text

type Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    Text: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    JsonObject: {"type": "object"},
}


def object_schema(properties: Mapping[str, Schema], *, optional: frozenset[str] = frozenset()) -> Schema:
    """Return the schema of an object that has these keys and no other; all are required but the optional ones."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in properties if name not in optional],
        "properties": dict(properties),
    }


def type_schema(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401  # any type may be asked for
    """Return the schema of a type; TypeError where it has no place in JSON.

    A dataclass is put among ``definitions`` under its own name, and referred to.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if isinstance(hint, TypeAliasType):
        return type_schema(hint.__value__, definitions)
    if hint is Citation:
        return type_schema(CitationAddress, definitions)
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if origin is Annotated:
        return {**type_schema(arguments[0], definitions), "pattern": arguments[1]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[1:] == (...,):
        return {"type": "array", "items": type_schema(arguments[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": type_schema(arguments[1], definitions)}
    if NoneType in arguments:
        return {"anyOf": [type_schema(each, definitions) for each in arguments]}
    if isinstance(hint, type) and issubclass(hint, JsonObject):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # its place, before that of what it holds
            definitions[hint.__name__] = _dataclass_schema(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"{hint} has no place in JSON")


def field_schemas(owner: type, definitions: dict[str, Schema]) -> dict[str, Schema]:
    """Return the schema of each field of a dataclass by its key, with what the code says of it."""
    hints = get_type_hints(owner, include_extras=True)
    docs = _field_docs(owner)
    found = {}
    for each in fields(owner):
        schema = type_schema(hints[each.name], definitions)
        if each.metadata == OPTIONAL:  # the key is absent where the field is None
            schema = next(kind for kind in schema["anyOf"] if kind != _PLAIN[NoneType])
        found[key(each.name)] = schema | ({"description": docs[each.name]} if each.name in docs else {})
    return found


def _dataclass_schema(owner: type, definitions: dict[str, Schema]) -> Schema:
    optional = frozenset(key(each.name) for each in fields(owner) if each.metadata == OPTIONAL)
    described = {"description": inspect.getdoc(owner)}
    return described | object_schema(field_schemas(owner, definitions), optional=optional)


def _field_docs(owner: type) -> dict[str, str]:
    """Return what stands in the code under each field of a class."""
    found = next(
        each for each in ast.walk(ast.parse(inspect.getsource(owner))) if isinstance(each, ast.ClassDef)
    )
    return {
        field.target.id: inspect.cleandoc(after.value.value).replace("``", "")
        for field, after in pairwise(found.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
        if isinstance(after.value.value, str)
    }
