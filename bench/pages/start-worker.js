// Starts Python from our pack, with the library that the worker is named by, as docs/assets/calculator/runtime/python.js does;
// fetches all it needs at once, and neither checks nor reports anything.
const here = new URL("./runtime/1111111111111111/", import.meta.url).href;
const LOCK = "pyodide-lock.json";
const WHEEL = "calculators.whl";
const { fetch } = self; // Pyodide gets another

/** @param {string} name */
const bytesOf = async (name) => (await fetch(here + name)).arrayBuffer();

const asked = new Promise((resolve) => self.addEventListener("message", ({ data }) => resolve(data), { once: true }));
const scripts = Promise.all([import(`${here}pyodide.mjs`), import(`${here}pyodide.asm.js`)]);
const module = WebAssembly.compileStreaming(fetch(`${here}pyodide.asm.wasm`));
const files = Object.fromEntries([LOCK, self.name, WHEEL].map((name) => [name, bytesOf(name)]));

self.fetch = async (address) => {
  const name = String(address).slice(here.length);
  // There is nothing for the interpreter, which `module` holds.
  return new Response(await files[name.endsWith(".whl") ? WHEEL : name]);
};
WebAssembly.instantiateStreaming = async (_, imports) => {
  const ready = await module;
  return { module: ready, instance: await WebAssembly.instantiate(ready, imports) };
};
const [{ loadPyodide }] = await scripts;
const pyodide = await loadPyodide({
  indexURL: here,
  stdLibURL: here + self.name,
  lockFileURL: here + LOCK,
  packageBaseUrl: here,
  packages: ["network-law-calculators"],
});
self.postMessage(pyodide.pyimport("calculators.bridge").call(await asked));
