/**
 * Starts Python as soon as the head of the page has named its pack, while everything else still arrives.
 * There is one client for the page: all its calculators share the worker.
 */
import { Client } from "./client.js";

const { root, manifest } = JSON.parse(document.querySelector("script[data-pack]")?.textContent ?? "");
export const client = new Client(new URL(`${root}/runtime/${manifest.folder}/`, document.baseURI).href, manifest);
client.early();
