/** A part of the result with its heading. */
import { make } from "../../shared/dom.js";

/**
 * @param {string} name
 * @param {string} title
 * @param {...(import("../../shared/dom.js").Child | import("../../shared/dom.js").Child[])} children
 */
export function section(name, title, ...children) {
  return make(`section.calc-section.calc-section--${name}`, null, make("h2.calc-heading", null, title), ...children);
}
