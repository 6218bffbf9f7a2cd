// Asks the prepared Python what the tests want to know, and prints the answers as JSON.
// node prepared.mjs PACK TASKS   In PACK, Pyodide's interpreter is the prepared one. TASKS is a list of [module, function,
// texts]: every text is given to the function. "lacks" tells whether a function was called that was left out.
import { readFile } from "node:fs/promises";
import { inPlace } from "../../docs/assets/calculators/memory.js";

const [, , pack, tasks] = process.argv;
const answers = [];
let lacks = false;
let failed = null;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = (bytes, imports) => {
  const stop = imports.env._abort_js;
  imports.env._abort_js = () => {
    lacks = true;
    stop();
  };
  return instantiate(bytes, imports);
};
const { loadPyodide } = await import(`${pack}/pyodide.mjs`);
try {
  const module = await WebAssembly.compile(await readFile(`${pack}/pyodide.asm.wasm`));
  const pyodide = await loadPyodide({
    indexURL: pack,
    packageBaseUrl: `${pack}/`,
    lockFileURL: `${pack}/pyodide-lock.json`,
    _loadSnapshot: inPlace(module),
  });
  for (const [from, name, texts] of JSON.parse(await readFile(tasks, "utf8"))) {
    const call = pyodide.pyimport(from)[name];
    for (const text of texts) answers.push(call(text));
  }
} catch (error) {
  failed = String(error);
}
process.stdout.write(JSON.stringify({ answers, lacks, failed }));
