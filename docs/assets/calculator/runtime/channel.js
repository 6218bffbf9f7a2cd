/**
 * The way to the worker. Where the browser can keep a worker from page to page, all calculators of a visit
 * share one, and only the first page waits for Python; elsewhere each page has its own.
 */

const NO_ADDRESS = "https://[";
/**
 * The security policy lets no text be the address of a script. This says which may: the worker beside this script, and
 * one that is none. Browsers that do not know such policies take the text.
 */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("calculators", {
  /** @param {string} address */
  createScriptURL(address) {
    if (address === NO_ADDRESS || address.startsWith(new URL("worker.js", import.meta.url).href)) return address;
    throw new TypeError(`${address} is not the worker`);
  },
});

/** @param {string} address */
const allowed = (address) => policy?.createScriptURL(address) ?? address;

/** @typedef {{port: Worker | MessagePort, source: Worker | SharedWorker, close: () => void}} Channel */

/**
 * Tell whether a shared worker outlives its page. A browser that knows the option reads it, and that happens
 * before it finds that the address is none.
 */
export function canKeep() {
  let asked = false;
  const options = {
    get extendedLifetime() {
      asked = true;
      return true;
    },
  };
  try {
    new SharedWorker(allowed(NO_ADDRESS), /** @type {any} */ (options));
  } catch {
    // always: either there are no shared workers, or there is no such address
  }
  return asked;
}

/**
 * Open a worker that is this page's, or the visit's.
 * @param {URL} script
 * @param {string} name  a shared worker is found again by its script and its name
 * @param {boolean} shared
 * @returns {Channel}
 */
export function open(script, name, shared) {
  if (shared) {
    const options = { type: "module", name, extendedLifetime: true };
    const source = new SharedWorker(allowed(script.href), /** @type {any} */ (options));
    source.port.start();
    return { port: source.port, source, close: () => source.port.close() };
  }
  const source = new Worker(allowed(script.href), { type: "module", name });
  return { port: source, source, close: () => source.terminate() };
}
