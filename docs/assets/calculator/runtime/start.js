/**
 * Starts Python while everything else still arrives, as soon as the page has been painted: the style sheets have the
 * line, and the first frame the processor, to themselves. There is one client for the page: all its calculators share
 * the worker.
 */
import { Client } from "./client.js";
import { painted } from "./first-paint.js";

export const { root, manifest } = JSON.parse(document.querySelector("script[data-pack]")?.textContent ?? "");
const base = new URL(`${root}/runtime/${manifest.folder}/`, document.baseURI).href;
export const client = new Client(base, manifest, painted());
client.early();
