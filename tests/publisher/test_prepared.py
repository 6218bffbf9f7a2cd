"""The prepared interpreter: the functions that run, as they are, and in the place of every other one a stop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.prepared import functions, wasm
from publisher.prepared.functions import FunctionsError
from publisher.prepared.memory import PAGE, UNUSED, Memory
from publisher.prepared.wasm import Kind, Section
from publisher.runtime.pack import INTERPRETER, PYODIDE, SCRIPTS
from tests.publisher.in_node import printed
from tests.publisher.small_module import FIRST, SCRIPT, SECOND, run, small_module

NO_MEMORY = Memory(b"", [])
A_MEMORY = Memory(b"a head", [(2 * PAGE, b"\1" * PAGE), (9 * PAGE, b"\2" * PAGE)])


@pytest.fixture(scope="module")
def interpreter() -> bytes:
    """Pyodide's WebAssembly."""
    return (PYODIDE / INTERPRETER).read_bytes()


@pytest.fixture(scope="module")
def script() -> str:
    """Pyodide's large script."""
    return (PYODIDE / "pyodide.asm.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cut(interpreter: bytes) -> bytes:
    """The interpreter as the build cuts it, with a memory of the test's own."""
    scripts = [(PYODIDE / name).read_bytes() for name in SCRIPTS]
    return functions.cut(interpreter, functions.read_list(interpreter), scripts, A_MEMORY)


@pytest.mark.parametrize(
    "kept", [{0}, {7}, {0, 1, 2}, {1, 3}, {1, 2, 4, 5, 13_090}, set(range(0, 200, 3)), set(range(13_000))]
)
def test_a_list_is_read_as_it_was_written(kept: set[int], tmp_path: Path) -> None:
    """Single numbers and ranges come back, on however many lines."""
    functions.write_list(b"an interpreter", kept, tmp_path / "list.txt")
    assert functions.read_list(b"an interpreter", tmp_path / "list.txt") == kept


def test_a_list_for_another_interpreter_is_refused(interpreter: bytes) -> None:
    """Numbers mean something in one interpreter only; with another one the build stops in one sentence."""
    sentence = "functions.txt was made for another Pyodide; `python -m publisher.prepared` makes it anew"
    with pytest.raises(FunctionsError, match=f"^{re.escape(sentence)}$"):
        functions.read_list(interpreter + b"\0")


def test_the_list_belongs_to_the_pyodide_that_is_installed(interpreter: bytes, tmp_path: Path) -> None:
    """The list is as it would be written: sorted, without repetition, and no function on it that is not there."""
    kept = functions.read_list(interpreter)
    functions.write_list(interpreter, kept, tmp_path / "again.txt")
    assert (tmp_path / "again.txt").read_text() == functions.LIST.read_text()
    assert kept < functions.every(interpreter)
    assert len(kept) < len(functions.every(interpreter)) / 4


def test_nothing_but_code_data_and_exports_is_changed(interpreter: bytes, cut: bytes) -> None:
    """Types, tables, globals and the rest stay as they are, in order, so that every number keeps its meaning."""
    changed = {Section.CODE, Section.EXPORT, Section.DATA, Section.DATA_COUNT}
    small = functions.cut(small_module(), {0}, [SCRIPT], A_MEMORY)
    for whole, less in ((interpreter, cut), (small_module(), small)):
        before, after = wasm.sections(whole), wasm.sections(less)
        assert [kind for kind, _ in after] == [*(kind for kind, _ in before), Section.CUSTOM]
        for (kind, one), (_, two) in zip(before, after, strict=False):
            assert kind in changed or one == two, kind
        assert after[-1] == A_MEMORY.head_section()


def test_kept_functions_are_kept_and_all_others_stop(interpreter: bytes, cut: bytes) -> None:
    """A function on the list is there byte for byte; in the place of any other stands one that says it is lacking."""
    section = dict(wasm.sections(interpreter))
    imported = [each.name for each in wasm.imports(section[Section.IMPORT]) if each.kind is Kind.FUNCTION]
    own = {each.name: each.number - len(imported) for each in wasm.exports(section[Section.EXPORT])}
    before = wasm.bodies(section[Section.CODE])
    after = wasm.bodies(dict(wasm.sections(cut))[Section.CODE])
    begin, stop = own["__wasm_call_ctors"], own["__trap"]
    assert len(after) == len(before)
    assert after[begin] == before[begin][:-1] + A_MEMORY.restore() + before[begin][-1:]
    assert after[stop] == b"\0\0\x0b"  # no locals, unreachable, end
    kept = functions.read_list(interpreter) - {begin, stop}
    assert [each for each in kept if after[each] != before[each]] == []
    others = {after[each] for each in range(len(after)) if each not in {*kept, begin, stop}}
    assert others == {b"\0\x10" + wasm.number(imported.index("_abort_js")) + b"\0\x0b"}


def test_exports_are_those_that_pyodides_scripts_use(interpreter: bytes, cut: bytes, script: str) -> None:
    """What the scripts name is exported as before; what they would only hand on is not."""
    before = wasm.exports(dict(wasm.sections(interpreter))[Section.EXPORT])
    after = wasm.exports(dict(wasm.sections(cut))[Section.EXPORT])
    assert set(after) < set(before)
    assert len(after) < len(before) / 4
    handed_on = re.compile(r'var (\w+)=Module\["\1"\]=wasmExports\["\w+"\];')
    assert len(handed_on.findall(script)) > 1000
    texts = [handed_on.sub("", script), (PYODIDE / "pyodide.mjs").read_text(encoding="utf-8")]
    used = {
        name
        for text in texts
        for found in re.findall(r'\b_(\w+)\(|Module\._(\w+)|Module\["_(\w+)"\]|wasmExports\["(\w+)"\]', text)
        for name in found
    }
    used &= {each.name for each in before}
    assert {"_pyproxy_apply", "malloc", "__wasm_call_ctors"} <= used
    assert len(used) > 100
    assert used <= {each.name for each in after}


def test_no_function_that_is_kept_names_what_is_blanked(interpreter: bytes, script: str) -> None:
    """The addresses of the blanked tables stand in functions that are left out, and in no other."""
    section = dict(wasm.sections(interpreter))
    imported = wasm.imports(section[Section.IMPORT])
    assert next(each.name for each in imported if each.kind is Kind.GLOBAL) == "__memory_base"
    (base,) = map(int, re.findall(r"__memory_base=new WebAssembly\.Global\(\{[^}]*\},(\d+)\)", script))
    # An address is counted from that base (global.get 0, or a local that holds it): i32.const, i32.add.
    address = re.compile(rb"(?:\x23\x00|\x20.|\x22.)\x41([\x80-\xff]{0,4}[\x00-\x7f])\x6a", re.DOTALL)
    named = [
        {base + wasm.Reader(found).number() for found in address.findall(body)}
        for body in wasm.bodies(section[Section.CODE])
    ]
    first_own = sum(each.kind is Kind.FUNCTION for each in imported)
    own = {each.name: each.number - first_own for each in wasm.exports(section[Section.EXPORT])}
    kept = functions.read_list(interpreter) - {own["__wasm_apply_data_relocs"]}  # which writes addresses down
    for what, (begin, end) in UNUSED.items():
        naming = {each for each, places in enumerate(named) if any(begin <= place < end for place in places)}
        assert naming - kept, what
        assert naming & kept == set(), what


def test_what_is_left_out_stops_and_what_is_kept_runs() -> None:
    """Run by an engine: a kept function gives what it gave, another one calls for a stop and gets no further."""
    done = run(functions.cut(small_module(), {0, FIRST}, [SCRIPT], NO_MEMORY), "first", "other")
    assert done["given"] == {"first": 11, "other": "RuntimeError"}
    assert done["stopped"] == 1
    assert "second" not in done["names"]
    whole = run(functions.cut(small_module(), {0, FIRST, SECOND}, [SCRIPT], NO_MEMORY), "first", "other")
    assert whole["given"] == {"first": 11, "other": 22}
    assert whole["stopped"] == 0


def test_watching_tells_what_has_run() -> None:
    """Run by an engine: a function gives what it gave, and afterwards its mark is set and no other one."""
    done = run(functions.instrumented(small_module()), "first")
    assert done["given"] == {"first": 11}
    assert done["values"] == {"mark": 42, "seen:0": 0, "seen:1": 0, f"seen:{FIRST}": 1, f"seen:{SECOND}": 0}
    done = run(functions.instrumented(small_module()), "other", "__trap")
    assert done["values"] == {"mark": 42, "seen:0": 0, "seen:1": 1, f"seen:{FIRST}": 0, f"seen:{SECOND}": 1}


def test_watching_changes_nothing_else() -> None:
    """Types, memory and the rest are as they were."""
    changed = {Section.GLOBAL, Section.EXPORT, Section.CODE}
    before, after = (
        [(kind, None if kind in changed else content) for kind, content in wasm.sections(module)]
        for module in (small_module(), functions.instrumented(small_module()))
    )
    assert before == after


def test_watching_pyodide_marks_every_function(interpreter: bytes) -> None:
    """An engine takes the instrumented interpreter, and it tells of every function that it has."""
    code = "console.log(WebAssembly.Module.exports(new WebAssembly.Module(require('fs').readFileSync(0)))"
    code += ".filter(({ name, kind }) => name.startsWith('seen:') && kind === 'global').length)"
    assert printed("-e", code, given=functions.instrumented(interpreter)) == len(functions.every(interpreter))
