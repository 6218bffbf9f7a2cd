/** The module worker: starts Python from the pack and passes questions to the bridge. JSON text in, JSON text out. */
import { Downloads } from "./download.js";
import { Failure } from "./protocol.js";

/** @typedef {DedicatedWorkerGlobalScope | MessagePort} Port */

/** The shortest WebAssembly module: whether it compiles tells whether the browser and its policy allow any. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {((request: string) => string) | undefined} */
let call;
/** @type {Promise<void> | undefined} */
let started;
/** Every page that waits for the start; a shared worker may have several. @type {Set<Port>} */
const waiting = new Set();

/** @param {unknown} message */
const tell = (message) => waiting.forEach((port) => port.postMessage(message));

/**
 * @param {Port} port
 * @param {import("./protocol.js").StartMessage} message
 */
async function start(port, message) {
  waiting.add(port);
  started ??= boot(message);
  try {
    await started;
    port.postMessage({ type: "ready" });
    waiting.delete(port);
  } catch (error) {
    const { code, detail } = error instanceof Failure ? error : new Failure("start", String(error));
    port.postMessage({ type: "failed", code, detail });
    self.close(); // whoever asks again gets a fresh worker
  }
}

async function checkWebAssembly() {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch (error) {
    throw new Failure("no_wasm", String(error));
  }
}

/** @param {import("./protocol.js").StartMessage} message */
async function boot({ base, manifest, anew }) {
  await checkWebAssembly();
  const downloads = new Downloads(base, manifest, anew, (done, total) => tell({ type: "progress", done, total }));
  // The large script first and unawaited: Pyodide would ask for it one round trip later.
  const machine = downloads.script("pyodide.asm.js");
  const loader = downloads.script("pyodide.mjs");
  downloads.start();
  call = await Promise.race([load(downloads, manifest, machine, loader), downloads.broken]);
}

/**
 * @param {Downloads} downloads
 * @param {import("./protocol.js").Manifest} manifest
 * @param {Promise<any>} machine
 * @param {Promise<any>} loader
 */
async function load(downloads, manifest, machine, loader) {
  const [{ loadPyodide }] = await Promise.all([loader, machine]);
  const pyodide = await loadPyodide({
    indexURL: downloads.base,
    lockFileURL: `${downloads.base}pyodide-lock.json`,
    packageBaseUrl: downloads.base,
    packages: [manifest.package],
  });
  return pyodide.pyimport("calculators.adapters.bridge").call;
}

/**
 * @param {Port} port
 * @param {import("./protocol.js").AskMessage} message
 */
function ask(port, { id, request }) {
  try {
    if (!call) throw new Error("asked before the start");
    port.postMessage({ type: "answer", id, finding: call(request) });
  } catch (error) {
    // The bridge answers everything it is asked; an exception here means that Python itself is gone.
    port.postMessage({ type: "failed", code: "crash", detail: String(error) });
    self.close();
  }
}

/** @param {Port} port */
function serve(port) {
  port.onmessage = ({ data }) => (data.type === "start" ? start(port, data) : ask(port, data));
}

const scope = /** @type {any} */ (self);
if ("onconnect" in scope) {
  scope.onconnect = (/** @type {MessageEvent} */ event) => serve(event.ports[0]);
} else {
  serve(scope);
}
