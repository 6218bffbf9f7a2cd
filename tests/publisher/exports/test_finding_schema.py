"""The schema of findings: every answer is valid by it, nothing else is, and the scripts expect what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from calculators.catalogue import CALCULATORS, ask
from calculators.kernel.text import LANGS
from publisher.exports.finding_schema import NAME, finding_schema
from publisher.paths import ROOT
from tests.approved.questions import variations, worked

SCHEMA = finding_schema(CALCULATORS.values())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
PROTOCOL = (ROOT / "docs/assets/calculator/runtime/protocol.js").read_text(encoding="utf-8")

ANSWERS = {
    "duties": (
        "vulnerability-duties",
        {"role": "provider", "aware_at": "2026-11-21 14:30", "now": "2026-11-22 09:00"},
    ),
    "disclosure": ("disclosure", {"act": "publish"}),
    "refusal": ("disclosure", {}),
}


def answer(name: str) -> Any:
    calculator, facts = ANSWERS[name]
    return ask(calculator, facts).to_json("en")


def test_it_is_published(site_folder: Path) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads((site_folder / "data" / NAME).read_text(encoding="utf-8")) == SCHEMA


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_answer_is_valid(name: str) -> None:
    """Every worked case in both languages, and each with one fact answered otherwise; some of these are refused."""
    for of, facts in worked(CALCULATORS[name]):
        assert all(VALIDATOR.is_valid(ask(name, facts).to_json(lang)) for lang in LANGS), of
    # The part of the schema that it is for; all of it, for so many answers, would take a minute.
    finding, refusal = (
        VALIDATOR.evolve(schema=SCHEMA | {"oneOf": [_reference(each)]}) for each in (name, "Refusal")
    )
    refused = 0
    for of, facts in variations(CALCULATORS[name]):
        given = ask(name, facts).to_json("en")
        assert (finding if given["ok"] else refusal).is_valid(given), of
        refused += not given["ok"]
    # Only a time can be refused among what is asked there: it is before the law, or contradicts another.
    assert (refused > 0) == any(not fact.choices for fact in CALCULATORS[name].facts)


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


@pytest.mark.parametrize(
    ("name", "path", "value"),
    [
        ("duties", ("lang",), "fr"),
        ("duties", ("calculator",), "disclosure"),
        ("duties", ("facts", "role"), "owner"),
        ("duties", ("facts", "act"), "publish"),
        ("duties", ("duties", 0, "timing"), "soon"),
        ("duties", ("duties", 0, "when"), "always"),
        ("duties", ("duties", 0, "basis"), ["art-7"]),
        ("duties", ("duties", 0, "more"), 1),
        ("duties", ("duties", 0, "left_seconds"), None),
        ("duties", ("duties", 0, "due"), 1),
        ("duties", ("contents", 0, "may_follow"), "no"),
        ("duties", ("contacts", 0, "confidence"), "3S"),
        ("duties", ("steps", 0, "outcome"), "true"),
        ("duties", ("missing",), ["act"]),
        ("duties", ("changes",), []),
        ("duties", ("answer",), "permitted"),
        ("disclosure", ("answer",), "maybe"),
        ("disclosure", ("steps", 0, "words", 0, "more"), ""),
        ("disclosure", ("conditions", "act=publish"), None),
        ("disclosure", ("duties",), []),
        ("refusal", ("error", "code"), "wrong"),
        ("refusal", ("ok",), True),
        ("refusal", ("answer",), "open"),
    ],
)
def test_what_is_wrong_is_refused(name: str, path: tuple[Any, ...], value: object) -> None:
    found = at = answer(name)
    assert VALIDATOR.is_valid(found)
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    assert not VALIDATOR.is_valid(found)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("duties", ()),
        ("duties", ("facts",)),
        ("duties", ("duties", 0)),
        ("duties", ("contents", 0)),
        ("duties", ("contacts", 0)),
        ("duties", ("penalties", 0)),
        ("duties", ("steps", 0)),
        ("duties", ("steps", 0, "words", 0)),
        ("duties", ("readings", 0)),
        ("disclosure", ()),
        ("refusal", ()),
        ("refusal", ("error",)),
    ],
)
def test_no_key_may_be_missing(name: str, path: tuple[Any, ...]) -> None:
    """But those that are there only where a time was given."""
    keys = list(_at(answer(name), path))
    assert len(keys) > 1
    for key in keys:
        found = answer(name)
        del _at(found, path)[key]
        assert VALIDATOR.is_valid(found) is (key in {"left_seconds", "state_text", "aware_at", "now"}), key


def _at(found: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        found = found[step]
    return found


TYPEDEF = re.compile(r"^ \* @typedef \{Object\} (\w+).*\n((?: \* @property .*\n)+)", re.MULTILINE)
PROPERTY = re.compile(r"^ \* @property \{(.+?)\} (\[?)(\w+)\]?(?:  .*)?$", re.MULTILINE)


def typedefs(script: str) -> dict[str, dict[str, str]]:
    """Return the objects that a script declares: each with its keys, and the type of each; "?" where it is optional."""
    return {
        name: {key: f"{of}{'?' if bracket else ''}" for of, bracket, key in PROPERTY.findall(properties)}
        for name, properties in TYPEDEF.findall(script)
    }


def declared() -> dict[str, dict[str, str]]:
    """Return the objects of the schema in the same way; that of a finding has the keys that any calculator gives."""
    objects = {name: _object(each) for name, each in SCHEMA["$defs"].items() if name not in CALCULATORS}
    findings = [_object(SCHEMA["$defs"][name]) for name in CALCULATORS]
    keys = {key: of for finding in findings for key, of in finding.items()}
    everywhere = set.intersection(*(set(finding) for finding in findings))
    return objects | {"Finding": {key: of if key in everywhere else f"{of}?" for key, of in keys.items()}}


def _object(schema: Any) -> dict[str, str]:
    return {
        key: f"{_type(each)}{'' if key in schema['required'] else '?'}"
        for key, each in schema["properties"].items()
    }


def _type(schema: Any) -> str:
    match schema:
        case {"$ref": at}:
            return str(at).removeprefix("#/$defs/")
        case {"anyOf": kinds}:
            return " | ".join(_type(each) for each in kinds)
        case {"const": bool(value)}:
            return str(value).lower()
        case {"type": "array"}:
            return f"{_type(schema['items'])}[]"
        case {"type": "object", "properties": _}:
            return "Facts"
        case {"type": "object"}:
            return f"Record<string, {_type(schema['additionalProperties'])}>"
        case {"type": "integer"}:
            return "number"
        case {"type": "boolean" | "null" as kind}:
            return str(kind)
    return "string"


def test_the_scripts_expect_what_the_schema_says() -> None:
    """The same objects, keys and types, and the same keys that may be absent."""
    scripts = typedefs(PROTOCOL)
    assert {name: scripts.get(name) for name in declared()} == declared()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{string} timing_text", "{string} timing"),
        ("{string | null} due_other\n", "{string} due_other\n"),
        ("{number} [left_seconds]", "{number} left_seconds"),
        ("{string[][]} [changes]", "{string[]} [changes]"),
        ("{Item[]} [contents]", "{Item[]} contents"),
        (" * @property {string} outcome\n", ""),
        ("{boolean} may_follow", "{boolean} may_follow\n * @property {string} more"),
    ],
)
def test_a_script_that_expects_something_else_is_noticed(right: str, wrong: str) -> None:
    assert PROTOCOL.count(right) == 1
    assert any(typedefs(PROTOCOL.replace(right, wrong)).get(name) != of for name, of in declared().items())
