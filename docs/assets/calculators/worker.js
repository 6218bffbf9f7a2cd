/** The module worker: starts Python from the pack and passes questions to the bridge. JSON text in, JSON text out. */
import { Downloads } from "./download.js";
import { Failure } from "./protocol.js";

/** The shortest WebAssembly module: whether it compiles tells whether the browser and its policy allow any. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {((request: string) => string) | undefined} */
let call;

/** @param {import("./protocol.js").StartMessage} message */
async function start({ base, manifest }) {
  try {
    await checkWebAssembly();
    const downloads = new Downloads(base, manifest, (done, total) =>
      self.postMessage({ type: "progress", done, total }),
    );
    downloads.start();
    call = await Promise.race([boot(downloads, manifest), downloads.broken]);
    self.postMessage({ type: "ready" });
  } catch (error) {
    const { code, detail } = error instanceof Failure ? error : new Failure("start", String(error));
    self.postMessage({ type: "failed", code, detail });
  }
}

async function checkWebAssembly() {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch (error) {
    throw new Failure("no_wasm", String(error));
  }
}

/**
 * @param {Downloads} downloads
 * @param {import("./protocol.js").Manifest} manifest
 */
async function boot(downloads, manifest) {
  // The large script first and unawaited: Pyodide would ask for it one round trip later.
  const machine = downloads.script("pyodide.asm.js");
  const [{ loadPyodide }] = await Promise.all([downloads.script("pyodide.mjs"), machine]);
  const pyodide = await loadPyodide({
    indexURL: downloads.base,
    lockFileURL: `${downloads.base}pyodide-lock.json`,
    packageBaseUrl: downloads.base,
    packages: [manifest.package],
  });
  return pyodide.pyimport("calculators.adapters.bridge").call;
}

/** @param {import("./protocol.js").AskMessage} message */
function ask({ id, request }) {
  try {
    if (!call) throw new Error("asked before the start");
    self.postMessage({ type: "answer", id, finding: call(request) });
  } catch (error) {
    // The bridge answers everything it is asked; an exception here means that Python itself is gone.
    self.postMessage({ type: "failed", code: "crash", detail: String(error) });
  }
}

self.onmessage = ({ data }) => (data.type === "start" ? start(data) : ask(data));
