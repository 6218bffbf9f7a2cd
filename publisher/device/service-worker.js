/**
 * Keeps one edition of the site whole on the device of whoever asked for it, and answers from it without the network.
 * It is registered by docs/assets/device/device.js, and only there. The build puts EDITION before this.
 *
 * An edition is in one cache, named after it. Its list is put in last: a cache without the list is no edition. The
 * worker of a newer edition waits until its reader asks for that; then it fetches the whole, and only when all of it
 * is there does it take the place of this one. Whatever goes wrong before that leaves the old edition as it is.
 */

/** @typedef {{path: string, size: number, sha256: string}} Listed */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PREFIX = "edition ";
const NAME = PREFIX + EDITION;
const LIST = "edition.json";
/** How many files are fetched beside each other. */
const AT_ONCE = 6;

/** @param {string} path  within the site */
const address = (path) => new URL(path, worker.registration.scope).href;

/** Return the names of the caches that hold an edition, whole or in part. */
const editions = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** The cache of this worker's edition, once all of it is known to be there. @type {Cache | null} */
let whole = null;

async function edition() {
  if (!whole && (await caches.has(NAME))) {
    const cache = await caches.open(NAME);
    if (await cache.match(address(LIST))) whole = cache;
  }
  return whole;
}

/** @param {BufferSource} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}

/**
 * Return a file of this edition, or throw: "changed" where the host has another one by now, "network" where there is none.
 * @param {string} path
 * @param {string} sha256
 */
async function fetched(path, sha256) {
  const response = await fetch(address(path), { cache: "no-cache" }).catch(() => null);
  if (!response) throw new Error("network");
  const bytes = await response.arrayBuffer().catch(() => null);
  if (!bytes) throw new Error("network");
  if ((await hashOf(bytes)) !== sha256) throw new Error("changed");
  const headers = new Headers(response.headers);
  headers.delete("content-encoding"); // the bytes are no longer packed
  return new Response(bytes, { headers });
}

/**
 * Fetch the whole edition.
 * @param {(done: number, bytes: number) => void} tell  how many bytes of how many are there
 */
async function keep(tell) {
  const list = await fetched(LIST, EDITION);
  const { bytes, files } = /** @type {{bytes: number, files: Listed[]}} */ (await list.clone().json());
  const cache = await caches.open(NAME);
  const waiting = [...files];
  let done = 0;
  const one = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      await cache.put(address(file.path), await fetched(file.path, file.sha256));
      tell((done += file.size), bytes);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    await cache.put(address(LIST), list);
  } catch (error) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw error;
  }
}

/** Take back everything. */
async function forget() {
  whole = null;
  for (const name of await editions()) await caches.delete(name);
}

/**
 * Answer from the edition; what is not in it, and what asks for the host itself, goes to the network.
 * @param {Request} request
 */
async function answer(request) {
  const cache = request.cache === "no-store" ? null : await edition();
  if (!cache) return fetch(request);
  const { origin, pathname, search } = new URL(request.url);
  const asked = origin + pathname.replace(/\/index\.html$/, "/");
  const found = await cache.match(asked);
  if (found) return found;
  if (await cache.match(`${asked}/`)) return Response.redirect(`${asked}/${search}`);
  try {
    return await fetch(request);
  } catch (error) {
    const missing = request.mode === "navigate" ? await cache.match(address("404.html")) : undefined;
    if (!missing) throw error;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});

worker.addEventListener("activate", (event) => {
  const others = editions().then((names) => names.filter((name) => name !== NAME));
  event.waitUntil(others.then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});

worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  /** @type {Record<string, () => Promise<object | void>>} */
  const acts = {
    state: async () => (await (await edition())?.match(address(LIST)))?.json(),
    keep: async () => {
      await keep((done, bytes) => port.postMessage({ done, bytes }));
      await worker.skipWaiting();
    },
    forget,
  };
  const said = acts[event.data]?.().then(
    (result) => port.postMessage({ result: result ?? null }),
    (error) => port.postMessage({ error: error.name === "QuotaExceededError" ? "full" : error.message }),
  );
  if (said) event.waitUntil(said);
});
