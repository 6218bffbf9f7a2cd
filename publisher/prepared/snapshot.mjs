// Starts Python from the pack, lets it settle, and writes out its memory, the same bytes every time.
// node snapshot.mjs PYODIDE PACK TASK INTO
import crypto from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const [, , shipped, pack, task, into] = process.argv;
const { modules, questions } = JSON.parse(await readFile(task, "utf8"));
const settle = await readFile(fileURLToPath(new URL("settle.py", import.meta.url)), "utf8");

// The clock and chance would be in the memory: when modules were imported, with what the random numbers began.
const NOW = Date.UTC(2026, 0, 1);
Date.now = () => NOW;
performance.now = () => 0;
crypto.randomFillSync = (bytes) => bytes.fill(7);

const { loadPyodide } = await import(`${shipped}/pyodide.mjs`);
const pyodide = await loadPyodide({
  indexURL: shipped,
  stdLibURL: `${pack}/python_stdlib.zip`,
  env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" }, // where strings stand in a set is in the memory too
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
await writeFile(into, pyodide.makeMemorySnapshot());
