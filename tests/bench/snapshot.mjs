// Makes a memory snapshot of Python with the calculators imported and once asked: whole, and without its empty pages.
// node snapshot.mjs PYODIDE PACK INTO
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

const PAGE = 4096;
const QUESTION = { calculator: "incident-report", lang: "en", facts: { aware_at: "2026-11-21T14:30", cii: "yes", grade: "major" } };
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);

const [, , shipped, pack, into] = process.argv;
const { loadPyodide } = await import(`${shipped}/pyodide.mjs`);
const pyodide = await loadPyodide({
  indexURL: shipped,
  stdLibURL: `${pack}/python_stdlib.zip`,
  env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" }, // the hashes of strings are in the memory
  _makeSnapshot: true,
});
// Through Pyodide's own installer the wheel leaves JavaScript objects behind that no snapshot can hold.
const wheel = (await readdir(pack)).find((name) => name.endsWith(".whl"));
pyodide.FS.writeFile("/lib/calculators.zip", await readFile(`${pack}/${wheel}`));
pyodide.globals.set("question", JSON.stringify(QUESTION));
pyodide.runPython(`
import gc, sys
sys.path.append("/lib/calculators.zip")
from calculators.adapters import bridge
bridge.call(question)
del question
gc.collect()
`);
const whole = pyodide.makeMemorySnapshot();

const pages = [];
for (let number = 0; number * PAGE < whole.length; number += 1) {
  const page = whole.subarray(number * PAGE, (number + 1) * PAGE);
  if (page.some((byte) => byte)) pages.push([number, page]);
}
const sparse = new Uint8Array(8 + pages.length * (4 + PAGE));
new Uint32Array(sparse.buffer, 0, 2).set([whole.length, pages.length]);
new Uint32Array(sparse.buffer, 8, pages.length).set(pages.map(([number]) => number));
pages.forEach(([, page], i) => sparse.set(page, 8 + 4 * pages.length + i * PAGE));

await mkdir(into, { recursive: true });
// Named as archives, which are compressed for the line as well as can be.
await writeFile(`${into}/snapshot.zip`, whole);
await writeFile(`${into}/sparse.zip`, sparse);
await writeFile(`${into}/empty.zip`, EMPTY_ZIP);
