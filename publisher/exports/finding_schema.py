"""The schema of every finding and refusal, ``finding.schema.json``, made from the types that they are written from."""

from __future__ import annotations

import json
from collections.abc import Iterable

from calculators.kernel.calculator import Calculator
from calculators.kernel.errors import ErrorCode
from calculators.kernel.facts import Fact
from calculators.kernel.finding import Conclusion
from calculators.kernel.finding.parts import FactText
from calculators.kernel.text import LANGS
from publisher.exports.json_schema import DIALECT, Schema, field_schemas, object_schema, type_schema

NAME = "finding.schema.json"
_DESCRIPTION = (
    "What a calculator answers to a flat object of facts. Texts are in the language asked for; keys, codes and their order "
    "never change with it. Instants are RFC 3339 in Beijing time, lengths of time ISO 8601, citations work:id."
)


def schema_bytes(calculators: Iterable[Calculator]) -> bytes:
    """Return the schema as the file that is published."""
    return (json.dumps(finding_schema(calculators), ensure_ascii=False, indent=1) + "\n").encode()


def finding_schema(calculators: Iterable[Calculator]) -> Schema:
    """Return the schema: a finding of one of the calculators or a refusal, with no key that is not named."""
    objects: dict[str, Schema] = {}
    answers = {each.name: _finding(each, objects) for each in calculators} | {"Refusal": _refusal(objects)}
    return {
        "$schema": DIALECT,
        "title": "A finding of a calculator of this site, or a refusal",
        "description": _DESCRIPTION,
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in answers],
        "$defs": answers | objects,
    }


def _finding(calculator: Calculator, objects: dict[str, Schema]) -> Schema:
    """Return the schema of what a calculator finds; where a conclusion has its parts, it has the keys of each."""
    concluded = field_schemas(Conclusion, objects)
    concluded["answer"] |= {"enum": [answer.value for answer in calculator.answers]}
    concluded["missing"]["items"] = {"enum": [fact.name for fact in calculator.facts]}
    properties: dict[str, Schema] = {
        "ok": {"const": True},
        "calculator": {"const": calculator.name},
        "version": {"type": "string", "description": "The version of the rules."},
        "lang": {"enum": list(LANGS)},
        "facts": _facts(calculator),
        "facts_text": type_schema(tuple[FactText, ...], objects),
    }
    for name, schema in concluded.items():
        if name == "parts":
            for part in calculator.parts:
                properties |= field_schemas(part, objects)
        else:
            properties[name] = schema
    return {"description": calculator.question.en} | object_schema(properties)


def _facts(calculator: Calculator) -> Schema:
    """Return the schema of the facts as understood: a question with choices always has an answer, a time may be absent."""
    optional = (fact.name for fact in calculator.facts if not fact.choices and not fact.required)
    facts = {fact.name: {**_value(fact), "description": fact.label.en} for fact in calculator.facts}
    described = {"description": "The facts as understood; they may be given back as input."}
    return described | object_schema(facts, optional=frozenset(optional))


def _value(fact: Fact) -> Schema:
    if fact.choices:
        return {"enum": [choice.value for choice in fact.choices]}
    return {"type": "string", "format": "date" if fact.kind == "date" else "date-time"}


def _refusal(objects: dict[str, Schema]) -> Schema:
    error: dict[str, Schema] = {
        "code": type_schema(ErrorCode, objects),
        "field": {"type": "string", "description": "The fact, or the part of the request, that is wrong."},
        "message": {
            "type": "string",
            "description": "What is wrong and what is accepted, in the words of the form.",
        },
        "accepted": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The values that the fact takes, or the names of the facts there are.",
        },
        "time_of_day": {
            "type": "string",
            "description": "A time of day that was understood and has no date.",
        },
    }
    objects["RefusalError"] = object_schema(error, optional=frozenset({"accepted", "time_of_day"}))
    return object_schema({"ok": {"const": False}, "error": {"$ref": "#/$defs/RefusalError"}})
