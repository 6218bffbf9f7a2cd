/** The page's end of the worker: one worker, promises, progress, and a fresh start after a failure. */
import { Failure } from "./protocol.js";

/** @typedef {import("./protocol.js").Manifest} Manifest */
/** @typedef {import("./protocol.js").Facts} Facts */

/** Fires `progress` (detail: done, total) while the pack arrives. */
export class Client extends EventTarget {
  /** @type {Worker | undefined} */
  #worker;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {(failure: Failure) => void} */
  #fail = () => {};
  /** @type {Map<number, {resolve: (finding: string) => void, reject: (failure: Failure) => void}>} */
  #open = new Map();
  #last = 0;

  /**
   * @param {string} base  absolute address of the pack's folder
   * @param {Manifest} manifest
   */
  constructor(base, manifest) {
    super();
    this.base = base;
    this.manifest = manifest;
  }

  /** Start Python, or wait for the start under way. After a failure, calling it again starts afresh. */
  start() {
    this.#ready ??= this.#begin();
    return this.#ready;
  }

  /**
   * Ask a calculator; resolves with the finding as JSON text, byte for byte as Python wrote it.
   * @param {string} calculator
   * @param {string} lang
   * @param {Facts} facts
   * @returns {Promise<string>}
   */
  async ask(calculator, lang, facts) {
    await this.start();
    const id = ++this.#last;
    const request = JSON.stringify({ calculator, lang, facts });
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.#worker?.postMessage({ type: "ask", id, request });
    });
  }

  /** @returns {Promise<void>} */
  #begin() {
    return new Promise((resolve, reject) => {
      this.#fail = (failure) => {
        this.#stop(failure);
        reject(failure);
      };
      try {
        const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
        worker.addEventListener("message", ({ data }) => this.#receive(data, resolve));
        worker.addEventListener("error", (event) => {
          event.preventDefault(); // it is reported on the page, in the reader's language
          this.#fail(new Failure("no_worker", event.message ?? "the worker did not load"));
        });
        worker.postMessage({ type: "start", base: this.base, manifest: this.manifest });
        this.#worker = worker;
      } catch (error) {
        this.#fail(new Failure("no_worker", String(error)));
      }
    });
  }

  /**
   * @param {any} message
   * @param {() => void} ready
   */
  #receive(message, ready) {
    if (message.type === "progress") {
      this.dispatchEvent(new CustomEvent("progress", { detail: message }));
    } else if (message.type === "ready") {
      ready();
    } else if (message.type === "answer") {
      this.#open.get(message.id)?.resolve(message.finding);
      this.#open.delete(message.id);
    } else if (message.type === "failed") {
      this.#fail(new Failure(message.code, message.detail));
    }
  }

  /** @param {Failure} failure */
  #stop(failure) {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    for (const { reject } of this.#open.values()) reject(failure);
    this.#open.clear();
  }
}

/** @type {Map<string, Client>} */
const clients = new Map();

/**
 * Return the page's one client for a pack; every calculator on the page shares its worker.
 * @param {string} runtime  address of the folder that holds the pack's folder
 * @param {Manifest} manifest
 */
export function clientFor(runtime, manifest) {
  const base = new URL(`${runtime}/${manifest.folder}/`, document.baseURI).href;
  let client = clients.get(base);
  if (!client) {
    client = new Client(base, manifest);
    clients.set(base, client);
  }
  return client;
}
