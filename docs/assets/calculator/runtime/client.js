/** The page's end of the worker: one worker, promises, progress, and a fresh start after a failure. */
import { canKeep, open } from "./channel.js";
import { Failure } from "./protocol.js";

/** @typedef {import("./protocol.js").Manifest} Manifest */
/** @typedef {import("./protocol.js").Facts} Facts */

const SCRIPT = "worker.js";
/** An answer takes milliseconds. A worker that is silent for so long is gone, and browsers do not always say so. */
const SILENCE = 15_000;

/** Fires `progress` (detail: done, total) while the pack arrives. */
export class Client extends EventTarget {
  /** @type {import("./channel.js").Channel | undefined} */
  #channel;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** @type {(failure: Failure) => void} */
  #fail = () => {};
  /** Lets another start take the place of the one under way. @type {((ready: Promise<void>) => void) | undefined} */
  #pending;
  /** @type {Map<number, {resolve: (finding: string) => void, reject: (failure: Failure) => void}>} */
  #open = new Map();
  #last = 0;
  /** @type {number | undefined} */
  #silence;
  #failures = 0;
  /** How far the downloads are; a second start takes nothing back. */
  progress = { done: 0, total: 0 };
  /** Whether somebody waits for the start; and whether it failed before anybody did. */
  #heard = false;
  #unheard = false;
  #shared = canKeep();

  /**
   * @param {string} base  absolute address of the pack's folder
   * @param {Manifest} manifest
   * @param {Promise<unknown>} first  what must be over before the worker opens
   */
  constructor(base, manifest, first) {
    super();
    this.base = base;
    this.manifest = manifest;
    this.first = first;
    // A page that comes back from the browser's memory may have outlived the worker that it shared.
    window.addEventListener("pageshow", (event) => event.persisted && this.#shared && this.#return());
  }

  /** Start Python before anybody waits for it. A failure is kept for whoever waits first. */
  early() {
    this.#ready ??= this.#begin();
    this.#ready.catch(() => {});
  }

  /** Start Python, or wait for the start under way. After a failure, calling it again starts afresh. */
  start() {
    this.#heard = true;
    this.#ready ??= this.#begin();
    const ready = this.#ready;
    if (this.#unheard) this.#ready = undefined;
    this.#unheard = false;
    return ready;
  }

  /** Give a start up. */
  stop() {
    this.#fail(new Failure("stopped", "stopped by the reader"));
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
      this.#listen();
      this.#channel?.port.postMessage({ type: "ask", id, request });
    });
  }

  /** @returns {Promise<void>} */
  async #begin() {
    await this.first; // which takes a moment at least, so that a failure at once finds the promise in its place
    return new Promise((resolve, reject) => {
      let ready = false;
      this.#pending = resolve;
      this.#fail = (failure) => {
        this.#failures += 1;
        this.#unheard = !this.#heard;
        const begun = this.#ready;
        this.#leave(failure);
        if (this.#unheard) this.#ready = begun;
        reject(failure);
      };
      try {
        // A name of its own after a failure: the shared worker that failed may still be there.
        const name = `${this.manifest.folder} ${this.#failures}`;
        // And an address of its own, since the browser may have kept a script that came wrong.
        const script = new URL(this.#failures ? `${SCRIPT}?${this.#failures}` : SCRIPT, import.meta.url);
        const channel = open(script, name, this.#shared);
        channel.port.addEventListener("message", (event) => {
          const { data } = /** @type {MessageEvent} */ (event);
          if (data.type === "ready") {
            ready = true;
            this.#pending = undefined;
            resolve();
          } else this.#receive(data);
        });
        channel.source.addEventListener("error", (event) => {
          event.preventDefault(); // it is reported on the page, in the reader's language
          const detail = event instanceof ErrorEvent ? event.message : "the worker did not load";
          if (ready) this.#fail(new Failure("crash", detail));
          else if (this.#shared) resolve(this.#alone());
          else this.#fail(new Failure("no_worker", detail));
        });
        this.#channel = channel;
        const anew = this.#failures > 0;
        channel.port.postMessage({ type: "start", base: this.base, manifest: this.manifest, anew });
      } catch (error) {
        if (this.#shared) resolve(this.#alone());
        else this.#fail(new Failure("no_worker", String(error)));
      }
    });
  }

  /** Shared workers can be forbidden where others are not: with storage off, or by a policy. */
  #alone() {
    this.#shared = false;
    this.#leave();
    this.#ready = this.#begin();
    return this.#ready;
  }

  /**
   * Let go of a worker that may be gone. Whoever still waits for its start waits for the next one's; otherwise the next
   * question begins it. Nothing is said to the worker: left by its last page it would end, just as this page comes back.
   */
  #return() {
    const pending = this.#pending;
    this.#channel?.close();
    this.#channel = undefined;
    this.#leave();
    if (pending) pending((this.#ready = this.#begin()));
  }

  /** Give the worker time for its next answer, as long as there are questions. */
  #listen() {
    clearTimeout(this.#silence);
    if (this.#open.size) this.#silence = window.setTimeout(() => this.#fail(new Failure("crash", "no answer")), SILENCE);
  }

  /** @param {any} message */
  #receive(message) {
    if (message.type === "progress") {
      this.progress = { done: Math.max(this.progress.done, message.done), total: message.total };
      this.dispatchEvent(new CustomEvent("progress", { detail: this.progress }));
      this.#listen();
    } else if (message.type === "answer") {
      this.#open.get(message.id)?.resolve(message.finding);
      this.#open.delete(message.id);
      this.#listen();
    } else if (message.type === "failed") {
      this.#fail(new Failure(message.code, message.detail));
    }
  }

  /** @param {Failure} [failure]  what the open questions are told; without one, there are none worth telling */
  #leave(failure = new Failure("crash", "the page was away")) {
    this.#channel?.port.postMessage({ type: "leave" });
    this.#channel?.close();
    this.#channel = undefined;
    this.#ready = undefined;
    this.#pending = undefined;
    for (const { reject } of this.#open.values()) reject(failure);
    this.#open.clear();
    this.#listen();
  }
}
