/**
 * The worker's downloads: every file of the pack, counted against the size that the build wrote down.
 *
 * Pyodide only logs a download that breaks and then waits for ever, so the files are fetched here: all at
 * once, before Pyodide asks for them, and a missing or short file is an error that the page hears of.
 */
import { Failure } from "./protocol.js";

/** @typedef {import("./protocol.js").Manifest} Manifest */

const WASM = ".wasm";
const SCRIPT = /\.m?js$/;

export class Downloads {
  /** @type {Map<string, Promise<Response>>} */
  #started = new Map();
  #done = 0;
  #total = 0;
  #report;
  /** @type {(reason: Failure) => void} */
  #break = () => {};

  /**
   * @param {string} base
   * @param {Manifest} manifest
   * @param {(done: number, total: number) => void} report
   */
  constructor(base, manifest, report) {
    this.base = base;
    this.files = manifest.files;
    this.#report = report;
    /** Rejects when a file does not arrive as it should; never resolves. */
    this.broken = new Promise((_, reject) => {
      this.#break = reject;
    });
    this.broken.catch(() => {}); // whoever races against it sees it; nobody else needs to
    for (const { size } of Object.values(this.files)) this.#total += size;
  }

  /** Begin to fetch everything that is not a script, and answer later requests for it from here. */
  start() {
    for (const name of Object.keys(this.files)) {
      if (SCRIPT.test(name)) continue;
      const response = this.#fetch(name);
      response.catch(() => {}); // `broken` tells; Pyodide may never come to ask for this file
      this.#started.set(this.base + name, response);
    }
    const plain = self.fetch.bind(self);
    self.fetch = (request, options) => {
      const address = new URL(request instanceof Request ? request.url : request, this.base).href;
      const begun = this.#started.get(address);
      this.#started.delete(address); // a response can be read only once
      return begun ?? plain(request, options);
    };
  }

  /**
   * Import a script of the pack and count it once it is there.
   * @param {string} name
   */
  async script(name) {
    try {
      const module = await import(this.base + name);
      this.#count(this.files[name].size);
      return module;
    } catch (error) {
      throw new Failure("download", `${name}: ${error}`);
    }
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.#done += bytes;
    this.#report(this.#done, this.#total);
  }

  /** @param {string} name */
  async #fetch(name) {
    const { sha256 } = this.files[name];
    // The browser checks the hash of all but the WebAssembly, which has to be compiled while it arrives.
    const checks = name.endsWith(WASM) ? {} : { integrity: `sha256-${sha256}` };
    try {
      const response = await fetch(this.base + name, { credentials: "same-origin", ...checks });
      if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
      const type = name.endsWith(WASM) ? "application/wasm" : "application/octet-stream";
      return new Response(this.#counted(name, response.body), { headers: { "Content-Type": type } });
    } catch (error) {
      throw this.#fail(name, error);
    }
  }

  /**
   * @param {string} name
   * @param {ReadableStream<Uint8Array>} body
   */
  #counted(name, body) {
    const reader = body.getReader();
    const { size } = this.files[name];
    let seen = 0;
    return new ReadableStream({
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (value) {
            seen += value.byteLength;
            this.#count(value.byteLength);
            controller.enqueue(value);
          }
          if (seen > size || (done && seen < size)) throw new Error(`${seen} bytes instead of ${size}`);
          if (done) controller.close();
        } catch (error) {
          controller.error(this.#fail(name, error));
        }
      },
    });
  }

  /**
   * @param {string} name
   * @param {unknown} error
   */
  #fail(name, error) {
    const failure = new Failure("download", `${name}: ${error}`);
    this.#break(failure);
    return failure;
  }
}
