/**
 * The two ways to Python: from the interpreter and the memory that the build prepared, and from Python's beginning with
 * all of it. The first is quicker. Where it lacks anything, which no case that was tried does, it is no more use.
 */
import { Downloads } from "./download.js";
import { inPlace } from "./memory.js";

/** @typedef {import("./protocol.js").StartMessage} StartMessage */
/** @typedef {(request: string) => string} Call  a question and its answer, both as JSON */

const LIBRARY = "python_stdlib.zip";
const LOCK = "pyodide-lock.json";
const PREPARED = "prepared.wasm";
const BRIDGE = "calculators.adapters.bridge";
/** All that the prepared Python needs has been imported. */
const EMPTY_ARCHIVE = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array(18).fill(0));
/** What a function calls that was left out of the prepared interpreter. */
const LACKING = "_abort_js";

/**
 * @param {StartMessage} setup
 * @param {(done: number, total: number) => void} report
 * @returns {Promise<Call>}
 */
export async function prepared({ base, manifest, anew }, report) {
  const downloads = new Downloads(base, chosen(manifest, (name) => manifest.prepared.includes(name)), anew, report);
  let lacks = false;
  /** @type {(reason: Error) => void} */
  let give;
  const lacking = new Promise((_, reject) => {
    give = reject;
  });
  lacking.catch(() => {}); // whoever races against it sees it
  const scripts = loaders(downloads);
  downloads.start({ [LIBRARY]: EMPTY_ARCHIVE }, ({ env }) => {
    const stop = /** @type {() => void} */ (env[LACKING]);
    env[LACKING] = () => {
      lacks = true;
      give(new Error("the prepared interpreter lacks a function"));
      stop();
    };
  });
  const load = async () => start(downloads, await scripts, { _loadSnapshot: downloads.module().then(inPlace) });
  const call = await Promise.race([load(), downloads.broken, lacking]);
  return (request) => {
    const answer = call(request);
    if (lacks) throw new Error("the prepared interpreter lacked a function"); // and something has swallowed that
    return answer;
  };
}

/**
 * @param {StartMessage} setup
 * @param {(done: number, total: number) => void} report
 * @returns {Promise<Call>}
 */
export async function whole({ base, manifest, anew }, report) {
  const ordinary = chosen(manifest, (name) => name !== PREPARED);
  const downloads = new Downloads(base, ordinary, anew, report);
  const scripts = loaders(downloads);
  downloads.start();
  const load = async () => start(downloads, await scripts, { packages: [manifest.package] });
  return Promise.race([load(), downloads.broken]);
}

/**
 * @param {import("./protocol.js").Manifest} manifest
 * @param {(name: string) => boolean} wanted
 */
function chosen({ files }, wanted) {
  return Object.fromEntries(Object.entries(files).filter(([name]) => wanted(name)));
}

/**
 * Fetch and import Pyodide's scripts.
 * @param {Downloads} downloads
 */
async function loaders(downloads) {
  // The large script first and unawaited: Pyodide would ask for it one round trip later.
  const machine = downloads.script("pyodide.asm.js");
  const [{ loadPyodide }] = await Promise.all([downloads.script("pyodide.mjs"), machine]);
  return loadPyodide;
}

/**
 * @param {Downloads} downloads
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {object} options
 */
async function start({ base }, loadPyodide, options) {
  const lockFileURL = `${base}${LOCK}`;
  const pyodide = await loadPyodide({ indexURL: base, lockFileURL, packageBaseUrl: base, ...options });
  return pyodide.pyimport(BRIDGE).call;
}
