/**
 * Starts Python while everything else still arrives; only the style sheets, which the page is not painted without, have
 * the line to themselves. There is one client for the page: all its calculators share the worker.
 */
import { Client } from "./client.js";
import { styled } from "./styled.js";

const { root, manifest } = JSON.parse(document.querySelector("script[data-pack]")?.textContent ?? "");
const base = new URL(`${root}/runtime/${manifest.folder}/`, document.baseURI).href;
export const client = new Client(base, manifest, styled());
client.early();
