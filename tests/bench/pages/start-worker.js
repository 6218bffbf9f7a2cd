// Starts Python in the ways that are compared; each fetches all it needs at once, and checks nothing.
const PACKAGE = "network-law-calculators";
const here = new URL("./runtime/1111111111111111/", import.meta.url).href;
const PAGE = 4096;

/** @param {string} name */
const bytesOf = async (name) => new Uint8Array(await (await fetch(here + name)).arrayBuffer());

/**
 * The whole memory again, from the pages that are not empty: their number, their numbers, the pages.
 * @param {Uint8Array} sparse
 */
function spread(sparse) {
  const [size, count] = new Uint32Array(sparse.buffer, 0, 2);
  const numbers = new Uint32Array(sparse.buffer, 8, count);
  const whole = new Uint8Array(size);
  numbers.forEach((number, i) => {
    const [from, to] = [8 + 4 * count + i * PAGE, number * PAGE];
    whole.set(sparse.subarray(from, from + Math.min(PAGE, size - to)), to);
  });
  return whole;
}

const FROM = {
  pack: () => ({ packages: [PACKAGE] }),
  // What the calculators import is in the snapshot, so there is no library beside it.
  snapshot: () => ({ _loadSnapshot: bytesOf("snapshot.zip"), stdLibURL: `${here}empty.zip` }),
  sparse: () => ({ _loadSnapshot: bytesOf("sparse.zip").then(spread), stdLibURL: `${here}empty.zip` }),
};

const asked = new Promise((resolve) => self.addEventListener("message", ({ data }) => resolve(data), { once: true }));
const settings = FROM[self.name]();
const places = { indexURL: here, lockFileURL: `${here}pyodide-lock.json`, packageBaseUrl: here };
const [{ loadPyodide }] = await Promise.all([import(`${here}pyodide.mjs`), import(`${here}pyodide.asm.js`)]);
const pyodide = await loadPyodide({ ...places, env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" }, ...settings });
self.postMessage(pyodide.pyimport("calculators.adapters.bridge").call(await asked));
