/** The module worker: starts Python from the pack and passes questions to the bridge. JSON text in, JSON text out. */
import { Downloads } from "./download.js";
import { Failure } from "./protocol.js";
import { FAST, PLAIN, startPython } from "./python.js";

/** @typedef {DedicatedWorkerGlobalScope | MessagePort} Port */

/** The shortest WebAssembly module: whether it compiles tells whether the browser and its policy allow any. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {import("./python.js").Call | undefined} */
let call;
/** The plain start, for when the fast one has failed. @type {() => Promise<import("./python.js").Call>} */
let startPlain;
/** @type {Promise<void> | undefined} */
let started;
/** How far the downloads are, for a page that comes later. @type {import("./protocol.js").ProgressMessage | undefined} */
let progress;
/** The pages served; a shared worker may have several. @type {Set<Port>} */
const pages = new Set();

/** @param {unknown} message */
const tell = (message) => pages.forEach((port) => port.postMessage(message));

/**
 * Tell every page and end: whoever asks again gets a fresh worker.
 * @param {unknown} error
 * @param {import("./protocol.js").FailureCode} otherwise
 */
function fail(error, otherwise) {
  const { code, detail } = error instanceof Failure ? error : new Failure(otherwise, String(error));
  tell({ type: "failed", code, detail });
  self.close();
}

/**
 * @param {Port} port
 * @param {import("./protocol.js").StartMessage} message
 */
async function start(port, message) {
  pages.add(port);
  if (progress) port.postMessage(progress);
  started ??= boot(message).catch((error) => {
    fail(error, "start");
    throw error;
  });
  await started.then(() => port.postMessage({ type: "ready" }), () => {});
}

/**
 * A page has given up waiting. With nobody left to wait, nothing is downloaded any further.
 * @param {Port} port
 */
function leave(port) {
  pages.delete(port);
  if (!call && pages.size === 0) self.close();
}

async function checkWebAssembly() {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
  } catch (error) {
    throw new Failure("no_wasm", String(error));
  }
}

/** @param {import("./protocol.js").StartMessage} setup */
async function boot(setup) {
  await checkWebAssembly();
  const downloads = new Downloads(setup, (done, total) => {
    progress = { type: "progress", done, total };
    tell(progress);
  });
  downloads.begin();
  /** @type {Promise<import("./python.js").Call> | undefined} */
  let plain;
  startPlain = () => (plain ??= startPython(downloads, PLAIN));
  try {
    call = await (setup.manifest.start.includes(FAST) ? startPython(downloads, FAST) : startPlain());
  } catch (error) {
    if (error instanceof Failure) throw error; // a file has not arrived as it should, which no other start mends
    call = await startPlain();
  }
}

/**
 * @param {Port} port
 * @param {import("./protocol.js").AskMessage} message
 */
async function ask(port, { id, request }) {
  try {
    port.postMessage({ type: "answer", id, finding: await answer(request) });
  } catch (error) {
    // The bridge answers everything it is asked; an exception here means that Python itself is gone.
    fail(error, "crash");
  }
}

/** @param {string} request */
async function answer(request) {
  if (!call) throw new Error("asked before the start");
  try {
    return call(request);
  } catch {
    // A module was cut that this needs, or Python has died; the plain start answers, or fails too.
    tell(progress); // an answer that takes its time is on its way
    call = await startPlain();
    return call(request);
  }
}

/** @param {Port} port */
function serve(port) {
  port.onmessage = ({ data }) => {
    if (data.type === "start") start(port, data);
    else if (data.type === "ask") ask(port, data);
    else leave(port);
  };
}

const scope = /** @type {any} */ (self);
// Only a module has an address of its own. A browser that takes this for the older kind of script, which cannot import
// Python's loader later on, stops here, and the page says what it lacks.
if (import.meta.url && "onconnect" in scope) {
  scope.onconnect = (/** @type {MessageEvent} */ event) => serve(event.ports[0]);
} else {
  serve(scope);
}
