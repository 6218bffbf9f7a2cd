"""The WebAssembly file format as the pack cuts it: what is read is what is there, and is written as it was."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.prepared import wasm
from publisher.prepared.wasm import Kind, Section, WasmError
from publisher.runtime.pack import INTERPRETER, PYODIDE
from tests.publisher.in_node import printed

_TOLD = """
const module = new WebAssembly.Module(require("fs").readFileSync(0));
const told = (items) => items.map(({ module, name, kind }) => [...(module === undefined ? [] : [module]), name, kind]);
const { imports, exports } = WebAssembly.Module;
console.log(JSON.stringify({ imports: told(imports(module)), exports: told(exports(module)) }));
"""


@pytest.fixture(scope="module")
def interpreter() -> bytes:
    """Pyodide's WebAssembly."""
    return (PYODIDE / INTERPRETER).read_bytes()


@pytest.fixture(scope="module")
def section(interpreter: bytes) -> dict[int, bytes]:
    """Its sections by their kinds."""
    return dict(wasm.sections(interpreter))


@pytest.fixture(scope="module")
def told(interpreter: bytes) -> dict[str, list[list[Any]]]:
    """What Node says that it imports and exports."""
    found: dict[str, list[list[Any]]] = printed("-e", _TOLD, given=interpreter)
    return found


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "00"),
        (1, "01"),
        (127, "7f"),
        (128, "80 01"),
        (16383, "ff 7f"),
        (16384, "80 80 01"),
        (624485, "e5 8e 26"),  # the example that every description of the format has
        (2**31 - 1, "ff ff ff ff 07"),
        (2**31, "80 80 80 80 08"),
        (2**32 - 1, "ff ff ff ff 0f"),
    ],
)
def test_numbers_are_groups_of_seven_bits(value: int, written: str) -> None:
    """A number is written in as few groups as it needs, the lowest first."""
    assert wasm.number(value) == bytes.fromhex(written)


@given(st.integers(0, 2**32 - 1))
def test_a_number_is_read_as_it_was_written(value: int) -> None:
    """Every number comes back, and reading stops where it ends."""
    reader = wasm.Reader(wasm.number(value) + b"\xff")
    assert reader.number() == value
    assert reader.byte() == 0xFF


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "00"),
        (63, "3f"),
        (64, "c0 00"),  # the highest bit of the last group is the sign
        (127, "ff 00"),
        (128, "80 01"),
        (8191, "ff 3f"),
        (8192, "80 c0 00"),
        (2**31 - 1, "ff ff ff ff 07"),
    ],
)
def test_signed_numbers_keep_their_sign(value: int, written: str) -> None:
    """A number that would read as one below zero gets one more group."""
    assert wasm.signed(value) == bytes.fromhex(written)


@given(st.integers(0, 2**31 - 1))
def test_a_signed_number_means_itself(value: int) -> None:
    """Read with its sign, as an instruction reads it, the number is what it was."""
    groups = wasm.signed(value)
    assert all(each & 0x80 for each in groups[:-1])
    assert not groups[-1] & 0x80
    read = sum((each & 0x7F) << 7 * place for place, each in enumerate(groups))
    assert read - (1 << 7 * len(groups) if groups[-1] & 0x40 else 0) == value


def test_an_interpreter_taken_apart_and_joined_is_the_same(interpreter: bytes) -> None:
    """Sections keep their order and their bytes."""
    parts = wasm.sections(interpreter)
    assert {each.value for each in Section} <= {kind for kind, _ in parts}
    assert wasm.joined(parts) == interpreter


def test_bodies_taken_apart_and_listed_are_the_same(section: dict[int, bytes]) -> None:
    """Every function has a body, and the bodies with their sizes are the code section."""
    bodies = wasm.bodies(section[Section.CODE])
    assert len(bodies) > 10_000
    assert all(body.endswith(wasm.END) for body in bodies)
    assert wasm.listed(map(wasm.sized, bodies)) == section[Section.CODE]


def test_locals_end_where_instructions_begin() -> None:
    """What a body declares before its instructions is passed over, in however many groups it comes."""
    assert wasm.end_of_locals(b"\x00\x0b") == 1
    assert wasm.end_of_locals(b"\x02\x01\x7f\x80\x01\x7e\x0b") == 6


def test_exports_are_those_that_node_finds(
    section: dict[int, bytes], told: dict[str, list[list[Any]]]
) -> None:
    """Names and kinds are what an engine reads, and written again they are the same section."""
    exports = wasm.exports(section[Section.EXPORT])
    assert [[each.name, each.kind.name.lower()] for each in exports] == told["exports"]
    assert wasm.export_section(exports) == section[Section.EXPORT]


def test_imports_are_those_that_node_finds(
    section: dict[int, bytes], told: dict[str, list[list[Any]]]
) -> None:
    """Names and kinds are what an engine reads: what describes an import is passed over rightly."""
    imports = wasm.imports(section[Section.IMPORT])
    assert [[each.module, each.name, each.kind.name.lower()] for each in imports] == told["imports"]
    assert {each.kind for each in imports} >= {Kind.FUNCTION, Kind.TABLE, Kind.MEMORY, Kind.GLOBAL}


@pytest.mark.parametrize("content", [b"", b"<!doctype html>", b"asm\1\0\0\0", b"\0asm\2\0\0\0"])
def test_anything_else_is_refused(content: bytes) -> None:
    """What is not WebAssembly of the version that is read here is not taken apart."""
    with pytest.raises(WasmError, match="no WebAssembly"):
        wasm.sections(content)
