/** A part of the result with its heading: in full, or folded away behind it. */
import { make } from "../../shared/dom.js";

/** @typedef {import("../../shared/dom.js").Child} Child */

/**
 * @param {string} name
 * @param {string} title
 * @param {...(Child | Child[])} children
 */
export function section(name, title, ...children) {
  return make(`section.calc-section.calc-section--${name}`, null, make("h2.calc-heading", null, title), ...children);
}

/**
 * @param {string} name
 * @param {string} title
 * @param {string} hint  a few words beside the title: how much there is in it
 * @param {...(Child | Child[])} children
 */
export function fold(name, title, hint, ...children) {
  const heading = make("h2.calc-heading", null, title);
  const summary = make("summary", null, heading, hint ? make("span.calc-small", null, hint) : null);
  return make(`details.calc-section.calc-fold.calc-section--${name}`, { "data-fold": name }, summary, ...children);
}
