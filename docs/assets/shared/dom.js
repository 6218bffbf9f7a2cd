/** Building the page: elements with text in them, never markup from a string. */

import { CHINESE, hasChinese } from "./chinese.js";

/** @typedef {Node | string | null | undefined | false} Child */

const RUN = new RegExp(`([${CHINESE}]+)`);

/**
 * Make an element. `null` and `false` children are left out, so that a part can be conditional in place.
 * @param {string} tag  with classes: "p.note"
 * @param {Record<string, string | null | undefined> | null} attributes
 * @param {...(Child | Child[])} children
 */
export function make(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  for (const child of children.flat()) {
    if (child) element.append(child);
  }
  return element;
}

/**
 * Make a button that does something.
 * @param {string} look  its classes: "button", "text-button"
 * @param {Record<string, string | null | undefined>} attributes
 * @param {Child | Child[]} label
 * @param {() => void} act
 */
export function makeButton(look, attributes, label, act) {
  const button = make(`button.${look}`, { type: "button", ...attributes }, label);
  button.addEventListener("click", act);
  return button;
}

/**
 * Return a sentence as nodes, with each Chinese run in an English sentence marked as Chinese,
 * so that it is set and spoken as such.
 * @param {string} text
 * @param {string} lang  the language of the page
 * @returns {(Node | string)[]}
 */
export function markChinese(text, lang) {
  if (lang.startsWith("zh")) return [text];
  return text
    .split(RUN)
    .filter(Boolean)
    .map((run) => (hasChinese(run) ? make("span", { lang: "zh-Hans" }, run) : run));
}

/**
 * Put values into the {names} of a sentence.
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
