/**
 * Keeping the whole site on this device, for whoever asks: how large it is, how far it has come, what a newer edition
 * changes, and taking it back. The worker that keeps it is publisher/device/service-worker.js.
 */
import { fill, make, makeButton, markChinese } from "../shared/dom.js";
import { speak } from "../shared/live-region.js";

/** @typedef {{id: string, zh: {title: string, answers: string}, en: {title: string, answers: string}}} Change */
/** @typedef {{bytes: number, files: object[], changes: Change[]}} Edition */
/** @typedef {{done?: number, bytes?: number, result?: Edition | null, error?: string}} Said */

const place = /** @type {HTMLElement} */ (document.querySelector("[data-part=device]"));
/** @type {Record<string, string>} */
const words = JSON.parse(place.querySelector("script")?.textContent ?? "{}");
const lang = place.dataset.lang ?? "zh";
const root = new URL(place.dataset.root ?? "./", location.href);
const workers = navigator.serviceWorker;

const said = make("p.device__said", null);
const live = make("p", { role: "status", class: "visually-hidden" });
const bar = /** @type {HTMLProgressElement} */ (make("progress", { "aria-label": words.progress, hidden: "" }));
const acts = make("p.device__acts", null);
const news = make("div.device__news", null);

/** The security policy lets no text be the address of a script; this says which may. */
const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("device", {
  /** @param {string} address */
  createScriptURL(address) {
    if (address === new URL("service-worker.js", root).href) return address;
    throw new TypeError(`${address} is not the worker`);
  },
});

/** @param {number} bytes */
const size = (bytes) => `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`;

/** @param {string} sentence */
function say(sentence) {
  said.replaceChildren(...markChinese(sentence, lang));
  speak(live, sentence);
}

/**
 * Ask a worker, and tell how far it has come.
 * @param {ServiceWorker} worker
 * @param {"state" | "keep" | "forget"} act
 * @param {(said: Said) => void} [progress]
 * @returns {Promise<Edition | null>}
 */
function ask(worker, act, progress) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if ("done" in data) return progress?.(data);
      port1.close();
      if ("error" in data) reject(new Error(data.error));
      else resolve(data.result);
    };
    worker.postMessage(act, [port2]);
  });
}

/** Return what the host has now, asked past what is kept. @param {string} path */
async function ofHost(path) {
  const response = await fetch(new URL(path, root), { cache: "no-store" });
  if (!response.ok) throw new Error("network");
  return response;
}

/**
 * Wait until a worker has come so far.
 * @param {ServiceWorker | null} worker
 * @param {...ServiceWorkerState} states
 */
async function until(worker, ...states) {
  while (worker && ![...states, "redundant"].includes(worker.state)) {
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  }
  if (!worker || worker.state === "redundant") throw new Error("network");
  return worker;
}

/**
 * Let a worker fetch the edition that it was made for.
 * @param {() => Promise<ServiceWorker>} choose
 */
async function keep(choose) {
  acts.replaceChildren();
  news.replaceChildren();
  bar.hidden = false;
  bar.removeAttribute("value");
  say(words.keeping);
  try {
    await navigator.storage?.persist?.();
    const worker = await choose();
    await ask(worker, "keep", ({ done = 0, bytes = 1 }) => {
      bar.value = done / bytes;
      said.textContent = fill(words.so_far, { done: size(done), bytes: size(bytes) });
    });
    await until(worker, "activated");
    await show();
    speak(live, said.textContent ?? "");
  } catch (error) {
    await leaveNothing();
    await show();
    say(words[`failed_${/** @type {Error} */ (error).message}`] ?? words.failed_other);
  }
  bar.hidden = true;
}

async function first() {
  const address = new URL("service-worker.js", root).href;
  const { installing, waiting, active } = await workers.register(policy?.createScriptURL(address) ?? address, { updateViaCache: "all" });
  return until(installing ?? waiting ?? active, "activated", "installed");
}

/** Return the edition that this device has, where it has one. @param {ServiceWorkerRegistration | undefined} registration */
const kept = async (registration) => (registration?.active ? ask(registration.active, "state") : null);

/** Where nothing could be kept, no worker stays behind. */
async function leaveNothing() {
  const registration = await workers.getRegistration(root.href);
  if (!(await kept(registration))) await registration?.unregister();
}

async function forget() {
  const registration = await workers.getRegistration(root.href);
  if (registration?.active) await ask(registration.active, "forget");
  await registration?.unregister();
  await show();
  say(words.forgotten);
}

/**
 * Say what a newer edition changes: what its list has and that of the kept one lacks.
 * @param {ServiceWorker} waiting
 * @param {Edition} edition  that is kept
 */
async function offer(waiting, edition) {
  const known = new Set(edition.changes.map(({ id }) => id));
  const { changes } = await ofHost("edition.json").then((response) => response.json(), () => edition);
  const fresh = changes.filter((/** @type {Change} */ { id }) => !known.has(id)).map((/** @type {Change} */ change) => item(change));
  const button = makeButton("button.button--primary", {}, words.renew, () => keep(async () => waiting));
  news.replaceChildren(make("p", null, make("strong", null, words.newer)), fresh.length ? make("ul", null, ...fresh) : make("p", null, words.no_answer_differs), make("p", null, button));
}

/** @param {Change} change */
function item(change) {
  const { title, answers } = lang === "zh" ? change.zh : change.en;
  return make("li", null, make("strong", null, ...markChinese(title, lang)), make("br", null), words.whom, ...markChinese(answers, lang));
}

/** Show how things stand. */
async function show() {
  const registration = await workers.getRegistration(root.href);
  const edition = await kept(registration);
  news.replaceChildren();
  if (edition) {
    said.textContent = fill(words.kept, { files: edition.files.length, bytes: size(edition.bytes) });
    acts.replaceChildren(makeButton("button", {}, words.check, check), makeButton("button", {}, words.forget, forget));
    if (registration?.waiting) await offer(registration.waiting, edition);
    return;
  }
  acts.replaceChildren(makeButton("button.button--primary", {}, words.keep, () => keep(first)));
  const listed = await ofHost("edition.json").then((response) => response.json(), () => null);
  said.textContent = listed ? fill(words.not_kept, { files: listed.files.length, bytes: size(listed.bytes) }) : words.size_unknown;
}

/** Ask the host whether there is a newer edition. */
async function check() {
  const registration = await workers.getRegistration(root.href);
  say(words.checking);
  try {
    // What the browser itself has of the worker may be a day old.
    await fetch(new URL("service-worker.js", root), { cache: "reload" });
    await registration?.update();
    if (registration?.installing) await until(registration.installing, "installed", "activated");
  } catch {
    say(words.check_failed);
    return;
  }
  await show();
  if (!registration?.waiting) say(words.newest);
}

if (!workers || !("caches" in window)) {
  said.textContent = words.cannot;
} else {
  await show();
}
place.append(said, bar, acts, news, live);
place.hidden = false;
