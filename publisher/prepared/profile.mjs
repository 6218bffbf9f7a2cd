// Tells which functions of the interpreter run, from its start to the answers: prints their numbers as JSON.
// node profile.mjs INSTRUMENTED PACK QUESTIONS HOW   INSTRUMENTED holds Pyodide with an instrumented interpreter; HOW is
// how it starts, "whole" or "prepared".
import { readFile } from "node:fs/promises";
import { inPlace } from "../../docs/assets/calculators/memory.js";
import "./brief.mjs";

const [, , instrumented, pack, file, how] = process.argv;
const SEEN = "seen:";
/** @type {Record<string, WebAssembly.Global>} */
let globals = {};

const module = await WebAssembly.compile(await readFile(`${instrumented}/pyodide.asm.wasm`));
const { instantiate } = WebAssembly;
// Pyodide would hand on every global that it finds, so it gets the exports without ours.
WebAssembly.instantiate = async (_, imports) => {
  const all = Object.entries((await instantiate(module, imports)).exports);
  globals = Object.fromEntries(all.filter(([name]) => name.startsWith(SEEN)));
  return { module, instance: { exports: Object.fromEntries(all.filter(([name]) => !name.startsWith(SEEN))) } };
};

const { loadPyodide } = await import(`${instrumented}/pyodide.mjs`);
const pyodide = await loadPyodide({
  indexURL: instrumented,
  stdLibURL: `${pack}/python_stdlib.zip`,
  packageBaseUrl: `${pack}/`,
  lockFileURL: `${pack}/pyodide-lock.json`,
  ...(how === "prepared" ? { _loadSnapshot: inPlace(module) } : { packages: await ours() }),
});
const { call } = pyodide.pyimport("calculators.adapters.bridge");
for (const question of JSON.parse(await readFile(file, "utf8"))) call(question);
pyodide.runPython("import gc; gc.collect()");
const ran = Object.entries(globals).filter(([, { value }]) => value);
process.stdout.write(JSON.stringify(ran.map(([name]) => Number(name.slice(SEEN.length)))));

async function ours() {
  const { packages } = JSON.parse(await readFile(`${pack}/pyodide-lock.json`, "utf8"));
  return Object.keys(packages);
}
