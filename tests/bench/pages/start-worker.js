// Starts Python from our pack in one of its two ways, as docs/assets/calculators/python.js does; fetches all it needs
// at once, and neither checks nor reports anything.
const here = new URL("./runtime/1111111111111111/", import.meta.url).href;
const LIBRARY = "python_stdlib.zip";
const LOCK = "pyodide-lock.json";
const WHEEL = "calculators.whl";
const EMPTY_ARCHIVE = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array(18).fill(0));
const { fetch } = self; // Pyodide gets another

/** @param {string} name */
const bytesOf = async (name) => (await fetch(here + name)).arrayBuffer();
/** @param {string} name */
const compiled = (name) => WebAssembly.compileStreaming(fetch(here + name));

const WAYS = {
  ordinary: () => ({
    module: compiled("pyodide.asm.wasm"),
    files: { [LOCK]: bytesOf(LOCK), [LIBRARY]: bytesOf(LIBRARY), [WHEEL]: bytesOf(WHEEL) },
    options: { packages: ["network-law-calculators"] },
  }),
  prepared: () => {
    const module = compiled("prepared.wasm");
    const memory = Promise.all([import(`${here}memory.js`), module]).then(([{ inPlace }, each]) => inPlace(each));
    return { module, files: { [LOCK]: bytesOf(LOCK), [LIBRARY]: EMPTY_ARCHIVE }, options: { _loadSnapshot: memory } };
  },
};

const asked = new Promise((resolve) => self.addEventListener("message", ({ data }) => resolve(data), { once: true }));
const scripts = Promise.all([import(`${here}pyodide.mjs`), import(`${here}pyodide.asm.js`)]);
const { module, files, options } = WAYS[self.name]();

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
const places = { indexURL: here, lockFileURL: here + LOCK, packageBaseUrl: here };
const pyodide = await loadPyodide({ ...places, ...options });
self.postMessage(pyodide.pyimport("calculators.adapters.bridge").call(await asked));
