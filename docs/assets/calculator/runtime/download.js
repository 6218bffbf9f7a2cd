/**
 * The worker's downloads: every file of the pack, counted against the size that the build wrote down and
 * compared with the hash that the build wrote down. What differs is never run.
 *
 * Pyodide only logs a download that breaks and then waits for ever, so the files are fetched here, all at
 * once, and given to Pyodide when it asks.
 */
import { Failure } from "./protocol.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** The browser's own fetch; Pyodide gets another. */
const plain = self.fetch.bind(self);

const WASM = /\.wasm$/;
const SCRIPT = /\.m?js$/;
/** Milliseconds to wait before a file is asked for again: a connection that dropped is often back by then. */
const AGAIN = [400, 1600];
/** Milliseconds between two reports of progress: on a fast line every piece would have the page drawn anew. */
const BETWEEN = 100;

export class Downloads {
  /** @type {Map<string, Promise<Bytes>>} */
  #files = new Map();
  /** @type {Map<string, number>} */
  #arrived = new Map();
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #module;
  #total = 0;
  #reported = -Infinity;
  #report;
  /** @type {(reason: Failure) => void} */
  #break = () => {};

  /**
   * @param {import("./protocol.js").StartMessage} setup
   * @param {(done: number, total: number) => void} report  how much has arrived of what Python begins with
   */
  constructor({ base, manifest, anew }, report) {
    this.base = base;
    this.manifest = manifest;
    this.anew = anew;
    this.#report = report;
    /** Rejects when a file does not arrive as it should; never resolves. */
    this.broken = new Promise((_, reject) => {
      this.#break = reject;
    });
    this.broken.catch(() => {}); // whoever races against it sees it; nobody else needs to
    for (const name of manifest.start) this.#total += manifest.files[name].size;
  }

  /** Begin to fetch everything that Python begins with, and answer Pyodide's requests from here. */
  begin() {
    for (const name of this.manifest.start) this.#file(name).catch(() => {}); // `broken` tells; Pyodide may never ask
    self.fetch = async (request, options) => {
      const address = new URL(request instanceof Request ? request.url : request, this.base).href;
      const name = address.startsWith(this.base) ? address.slice(this.base.length) : "";
      if (WASM.test(name)) return new Response(null);
      return name in this.manifest.files ? new Response(await this.#file(name)) : plain(request, options);
    };
    // The module is compiled from the network's own answer: only of that does the browser keep the compiled code.
    WebAssembly.instantiateStreaming = async (_, imports) => {
      const module = await this.#compiled();
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    };
  }

  /** Import Pyodide's scripts; the large one, too, which it would ask for one round trip later. */
  async scripts() {
    const names = this.manifest.start.filter((name) => SCRIPT.test(name));
    return Object.assign({}, ...(await Promise.all(names.map((name) => this.#script(name)))));
  }

  /** Return the compiled module, once its bytes were found right. */
  async #compiled() {
    await Promise.all(this.manifest.start.filter((name) => WASM.test(name)).map((name) => this.#file(name)));
    if (!this.#module) throw new Error("there is no module");
    return this.#module;
  }

  /**
   * Import a script of the pack, after what the browser has stored of it was compared with its hash.
   * @param {string} name
   */
  async #script(name) {
    await this.#file(name);
    try {
      return await import(this.base + name);
    } catch (error) {
      throw this.#failed("script", name, error);
    }
  }

  /**
   * Return the bytes of a file, which are those that the build made.
   * @param {string} name
   */
  #file(name) {
    let file = this.#files.get(name);
    if (!file) {
      file = this.#fetch(name);
      this.#files.set(name, file);
    }
    return file;
  }

  /**
   * @param {string} name
   * @returns {Promise<Bytes>}
   */
  async #fetch(name) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#attempt(name, this.anew || attempt > 0);
      } catch (error) {
        const code = error instanceof Failure ? error.code : "download";
        // What the server says it lacks, it lacks. What came altered may have been altered in the browser's store.
        if (code === "missing" || attempt === AGAIN.length || (code === "altered" && attempt > 0)) {
          throw this.#failed(code, name, error);
        }
        await new Promise((resolve) => setTimeout(resolve, AGAIN[attempt]));
      }
    }
  }

  /**
   * @param {string} name
   * @param {boolean} anew
   * @returns {Promise<Bytes>}
   */
  async #attempt(name, anew) {
    const { size, sha256 } = this.manifest.files[name];
    const subtle = self.crypto?.subtle; // not there on plain http; then the browser checks, without saying what is wrong
    const response = await plain(this.base + name, {
      credentials: "same-origin",
      cache: anew ? "reload" : "default",
      ...(subtle ? {} : { integrity: `sha256-${sha256}` }),
    });
    if (response.status >= 400 && response.status < 500) throw new Failure("missing", `HTTP ${response.status}`);
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    // Compiling while it arrives breaks the download off where it cannot be compiled; the second attempt only reads.
    const compiled = WASM.test(name) && !anew ? WebAssembly.compileStreaming(response.clone()) : undefined;
    compiled?.catch(() => {}); // looked at below, once it is known whether these are the right bytes
    const bytes = await this.#read(name, response.body, size);
    if (subtle && encode(await subtle.digest("SHA-256", bytes)) !== sha256) {
      throw new Failure("altered", "other content than was published");
    }
    // A host that sends the module with another type is not worth a failure.
    if (WASM.test(name)) this.#module = compiled?.catch(() => WebAssembly.compile(bytes)) ?? WebAssembly.compile(bytes);
    return bytes;
  }

  /**
   * @param {string} name
   * @param {ReadableStream<Uint8Array>} body
   * @param {number} size
   */
  async #read(name, body, size) {
    const bytes = new Uint8Array(size);
    let seen = 0;
    for (const reader = body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      if (seen + value.byteLength > size) throw new Failure("altered", `more than ${size} bytes`);
      bytes.set(value, seen);
      seen += value.byteLength;
      this.#count(name, seen);
    }
    if (seen < size) throw new Error(`${seen} bytes instead of ${size}`);
    return bytes;
  }

  /**
   * Count what has arrived of a file; a second attempt counts only where it gets further than the first.
   * @param {string} name
   * @param {number} seen
   */
  #count(name, seen) {
    this.#arrived.set(name, Math.max(seen, this.#arrived.get(name) ?? 0));
    let done = 0;
    for (const each of this.manifest.start) done += this.#arrived.get(each) ?? 0;
    const now = performance.now();
    if (done < this.#total && now - this.#reported < BETWEEN) return;
    this.#reported = now;
    this.#report(done, this.#total);
  }

  /**
   * @param {import("./protocol.js").FailureCode} code
   * @param {string} name
   * @param {any} error
   */
  #failed(code, name, error) {
    const failure = new Failure(code, `${name}: ${error.detail ?? error}`);
    this.#break(failure);
    return failure;
  }
}

/** @param {ArrayBuffer} digest */
function encode(digest) {
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
