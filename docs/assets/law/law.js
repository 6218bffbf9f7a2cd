/** A page of law at work: its language, its places, the tools of its provisions and the tips of its terms. */
import { setUpArrival } from "./arrival.js";
import { setUpLanguage } from "./language.js";
import { setUpSteps } from "./steps.js";
import { setUpTips } from "./tips.js";
import { setUpTools } from "./tools.js";

/**
 * @typedef {Object} Tip  a term as its tip shows it
 * @property {string} zh
 * @property {string} en
 * @property {string} [at]  the address of its definition
 * @property {string} [where]  the name of the provision that defines it
 * @property {string} [note]
 */

/**
 * @typedef {Object} Data  what the build says to the scripts
 * @property {"zh" | "en"} lang
 * @property {Record<string, string>} words
 * @property {Record<string, Tip>} terms
 * @property {string} frame  the line of HTML that shows a page in a frame, to be filled
 */

const law = document.querySelector(".law");
const bar = document.querySelector("[data-reading-bar]");
const block = document.querySelector("[data-reading-data]");
if (law instanceof HTMLElement && bar instanceof HTMLElement && block) {
  /** @type {Data} */
  const data = JSON.parse(block.textContent ?? "");
  setUpLanguage(bar, law, data);
  setUpSteps(bar, law);
  setUpArrival(bar, law, data);
  setUpTools(law, data);
  setUpTips(law, data);
}
