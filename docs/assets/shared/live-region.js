/** Telling a screen reader what has changed and that something has been done. */
import { markChinese } from "./dom.js";

/**
 * Once, as long as it is the same; Chinese within English is marked as such.
 * @param {Element} region  with a role or an attribute that makes it live
 * @param {string} text
 */
export function tell(region, text) {
  region.replaceChildren(...markChinese(text, document.documentElement.lang));
}

/**
 * Each time that it has: the same words twice are spoken twice.
 * @param {Element} region  with a role or an attribute that makes it live
 * @param {string} text
 */
export function speak(region, text) {
  region.textContent = "";
  requestAnimationFrame(() => tell(region, text));
}
