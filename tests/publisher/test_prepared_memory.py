"""The memory that the prepared Python begins with: what Pyodide wrote out, without what is never read."""

from __future__ import annotations

import io
import marshal
import struct
from pathlib import Path
from typing import Any

import pytest
from publisher.site import BuildError, make_pack

from publisher.node import NodeError
from publisher.prepared import functions, memory
from publisher.prepared.memory import PAGE, UNUSED, Memory, SnapshotError
from publisher.runtime.library import modules_of_calculators
from publisher.runtime.pack import PYODIDE, RUNTIME, read_manifest
from publisher.runtime.questions import first
from tests.publisher.small_module import PAGES, SCRIPT, run, small_module


@pytest.fixture(scope="module")
def script() -> str:
    """Pyodide's large script."""
    return (PYODIDE / "pyodide.asm.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def snapshot() -> bytes:
    """The memory of a Python that has started, as Pyodide writes it out."""
    return memory.snapshot(PYODIDE, RUNTIME / read_manifest().folder, modules_of_calculators(), first())


@pytest.fixture(scope="module")
def packed(snapshot: bytes, script: str) -> Memory:
    """That memory, as the build packs it."""
    return memory.packed(snapshot, script)


def test_memory_is_put_into_place_with_zeros_between() -> None:
    """Run by an engine: after what C begins with, every segment is where it was and nothing of what C left is."""
    segments = [(PAGE, b"\1" * PAGE), (5 * PAGE, b"\2" * (PAGE - 1) + b"\3"), (17 * PAGE, b"\4" * 3 * PAGE)]
    done = run(functions.cut(small_module(), {0}, [SCRIPT], Memory(b"head", segments)), "__wasm_call_ctors")
    assert done["given"] == {}  # it gives nothing, and does not fail
    expected = bytearray(20 * PAGE)
    for at, segment in segments:
        expected[at : at + len(segment)] = segment
    left = (PAGES << 16) - len(expected)
    assert bytes.fromhex(done["memory"]) == bytes(expected) + b"\xff" * left


def test_segments_are_the_memory_without_what_is_never_read(snapshot: bytes, packed: Memory) -> None:
    """Put into place, the segments are the memory as it was; blank are the tables, compiled modules, and nothing else."""
    _, begin = struct.unpack_from("<II", snapshot)
    was, rebuilt, end = bytearray(snapshot[begin:]), bytearray(len(snapshot) - begin), -PAGE
    for at, segment in packed.segments:
        assert at % PAGE == len(segment) % PAGE == 0
        assert at >= end + PAGE  # an empty page at least lies between
        assert all(any(segment[page : page + PAGE]) for page in range(0, len(segment), PAGE))
        end = at + len(segment)
        rebuilt[at:end] = segment
    for begin, end in UNUSED.values():
        assert any(was[begin:end])
        was[begin:end] = bytes(end - begin)
    modules = set()
    for at in range(0, len(was), PAGE):
        while was[at : at + PAGE] != rebuilt[at : at + PAGE]:
            begin = next(each for each in range(at, at + PAGE) if was[each] != rebuilt[each])
            code = io.BytesIO(was[begin:])
            modules.add(marshal.load(code).co_filename)  # noqa: S302  # these bytes come from our own build
            was[begin : begin + code.tell()] = bytes(code.tell())
    assert {
        f"<frozen {name}>" for name in ("importlib._bootstrap", "zipimport", "os", "__hello__")
    } <= modules
    assert all(each.startswith("<frozen ") for each in modules)


def test_head_says_that_the_memory_is_in_place(snapshot: bytes, packed: Memory) -> None:
    """What Pyodide reads before the memory is as it wrote it, except that the memory begins where it ends."""
    mark, begin = struct.unpack_from("<II", snapshot)
    assert packed.head == struct.pack("<II", mark, len(snapshot) - begin) + snapshot[8:begin]


def test_another_pyodide_is_refused(snapshot: bytes, script: str) -> None:
    """Where the script does not say where a list of modules stands, the build stops in one sentence."""
    for name in ("Bootstrap", "Stdlib", "Test"):
        other = script.replace(f'Module["__PyImport_Frozen{name}"]=', f'Module["__PyImport_Thawed{name}"]=')
        assert other != script
        sentence = f"__PyImport_Frozen{name} is not in Pyodide's script, so this is another Pyodide"
        with pytest.raises(SnapshotError, match=f"^{sentence}$"):
            memory.packed(snapshot, other)


def test_what_stops_node_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build ends with what went wrong, in Node or in Python, and never with a line of Pyodide's script."""
    with pytest.raises(SnapshotError, match=r"^snapshot\.mjs: .*no such file.*python_stdlib\.zip") as stopped:
        memory.snapshot(PYODIDE, tmp_path, [], [])
    assert len(str(stopped.value)) < 1000
    no_text: list[Any] = [1]
    with pytest.raises(SnapshotError, match=r"(?s)^snapshot\.mjs: .*TypeError") as stopped:
        memory.snapshot(PYODIDE, RUNTIME / read_manifest().folder, [], no_text)
    assert len(str(stopped.value)) < 3000
    monkeypatch.setattr("publisher.node.NODE_FOUND", tmp_path / "nowhere")
    with pytest.raises(NodeError, match="nowhere is missing: `make build` sets Node up first"):
        memory.run("profile.mjs")


def test_a_build_that_cannot_prepare_python_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever takes another Pyodide reads what to do, not where in our code it was noticed."""
    monkeypatch.setattr(functions.read_list, "__defaults__", (Path(__file__),))
    with pytest.raises(BuildError, match="made for another Pyodide"):
        make_pack()
