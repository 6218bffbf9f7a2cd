// Starts Python from the pack, lets it settle, and writes out its memory, the same bytes every time.
// node snapshot.mjs PYODIDE PACK TASK INTO
import crypto from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import "./brief.mjs";

const [, , shipped, pack, task, into] = process.argv;
const { modules, questions } = JSON.parse(await readFile(task, "utf8"));
const settle = await readFile(fileURLToPath(new URL("settle.py", import.meta.url)), "utf8");

// Which Node it was would be in the memory, by its version and by what newer ones have and older ones do not.
Object.defineProperty(process, "version", { value: "v0" });
process.argv[1] = "python"; // and where this file stands
delete globalThis.navigator;
delete WebAssembly.JSTag;
// Where strings stand in a set is in the memory; so is the environment, and each Node has another language for it.
const ENVIRONMENT = { PYTHONHASHSEED: "0", HOME: "/home/pyodide", LANG: "C.UTF-8", _: "python" };
// The clock and chance would be in it: when modules were imported, with what the random numbers began.
const NOW = Date.UTC(2026, 0, 1);
Date.now = () => NOW;
performance.now = () => 0;
crypto.randomFillSync = (bytes) => bytes.fill(7);

const { loadPyodide } = await import(`${shipped}/pyodide.mjs`);
const pyodide = await loadPyodide({
  indexURL: shipped,
  stdLibURL: `${pack}/python_stdlib.zip`,
  env: ENVIRONMENT,
  _makeSnapshot: true,
});
// Through Pyodide's own installer the wheel leaves JavaScript objects behind that no snapshot can hold.
const wheel = (await readdir(pack)).find((name) => name.endsWith(".whl"));
pyodide.FS.writeFile("/lib/calculators.zip", await readFile(`${pack}/${wheel}`));
const globals = pyodide.toPy({ modules, questions });
pyodide.runPython(settle, { globals });
pyodide.runPython(`
import sys
sys.path.append("/lib/calculators.zip")
settle(modules, questions)
`, { globals });
globals.destroy();
pyodide.runPython("import gc; gc.collect(); del gc");
// Where it can, Pyodide calls functions of the wrong number of arguments by one that it adds to the table. The reader's
// browser has another table, or cannot; with none, Python goes the way that is open everywhere.
const { HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET } = pyodide._module;
HEAP32[(__PyRuntime + HEAP32[__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET / 4]) / 4] = 0;
await writeFile(into, pyodide.makeMemorySnapshot());
