"""A WebAssembly file of four functions, with all that cutting and watching look for in Pyodide's."""

from __future__ import annotations

from typing import Any

from publisher.prepared import wasm
from publisher.prepared.wasm import Section
from tests.publisher.in_node import printed

PAGES = 2
"""So much memory it has, in pages of 64 KiB; its first function fills all of it with 0xFF, so that what is put there
afterwards stands out."""
SCRIPT = b"""
var _second=Module["_second"]=wasmExports["second"];
use(memory, _mark, wasmExports["__wasm_call_ctors"], __trap, _first, other);
"""
"""A script that uses all of its exports except ``second``, which it only hands on."""

_NOTHING, _GIVES_NUMBER = b"\x60\0\0", b"\x60\0\1\x7f"
_TYPE, _FUNCTION, _MEMORY = 1, 3, 5
_FILL = b"\x41\0" + b"\x41" + wasm.signed(0xFF) + b"\x41" + wasm.signed(PAGES << 16) + b"\xfc\x0b\0"
_BODIES = {
    "__wasm_call_ctors": b"\0" + _FILL + wasm.END,
    "__trap": b"\0" + wasm.END,
    "first": b"\1\2\x7f" + b"\x41\x0b" + wasm.END,  # has locals; gives 11, which is also how a body ends
    "second": b"\0" + b"\x41\x16" + wasm.END,
}
FIRST, SECOND = 2, 3
"""The numbers of the functions that a test keeps or leaves out."""


def small_module() -> bytes:
    """Return the file; ``other`` is one more name of ``second``."""
    exported = [
        wasm.Export("memory", wasm.Kind.MEMORY, 0),
        wasm.Export("mark", wasm.Kind.GLOBAL, 0),
        *(wasm.Export(name, wasm.Kind.FUNCTION, 1 + each) for each, name in enumerate(_BODIES)),
        wasm.Export("other", wasm.Kind.FUNCTION, 1 + SECOND),
    ]
    parts = [
        (Section.CUSTOM, wasm.sized(b"before all") + b"else"),
        (_TYPE, wasm.listed([_NOTHING, _GIVES_NUMBER])),
        (Section.IMPORT, wasm.listed([wasm.sized(b"env") + wasm.sized(b"_abort_js") + b"\0\0"])),
        (_FUNCTION, wasm.listed([b"\0", b"\0", b"\1", b"\1"])),
        (_MEMORY, wasm.listed([b"\0" + wasm.number(PAGES)])),
        (Section.GLOBAL, wasm.listed([b"\x7f\0\x41\x2a\x0b"])),  # one number, 42
        (Section.EXPORT, wasm.export_section(exported)),
        (Section.DATA_COUNT, wasm.number(1)),
        (Section.CODE, wasm.listed(map(wasm.sized, _BODIES.values()))),
        (Section.DATA, wasm.listed([b"\0\x41\0\x0b" + wasm.sized(b"as it was")])),
        (Section.CUSTOM, wasm.sized(b"after all")),
    ]
    return wasm.joined(parts)


_RUN = """
const bytes = require("fs").readFileSync(0);
let stopped = 0;
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { _abort_js: () => (stopped += 1) } });
const given = {};
for (const name of process.argv.slice(1)) {
  try {
    given[name] = exports[name]();
  } catch (error) {
    given[name] = error.name;
  }
}
const values = Object.entries(exports).filter(([, each]) => each instanceof WebAssembly.Global);
console.log(JSON.stringify({
  given,
  stopped,
  names: Object.keys(exports),
  values: Object.fromEntries(values.map(([name, { value }]) => [name, value])),
  memory: Buffer.from(exports.memory.buffer).toString("hex"),
}));
"""
"""Calls the functions that are named, one after the other, and tells what there is then."""


def run(module: bytes, *names: str) -> dict[str, Any]:
    """Return what is there after the functions of a small module were called."""
    found: dict[str, Any] = printed("-e", _RUN, "--", *names, given=module)
    return found
