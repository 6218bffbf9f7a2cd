/** Telling a screen reader that something has been done. */

/**
 * Each time that it has: the same words twice are spoken twice.
 * @param {Element} region  with a role or an attribute that makes it live
 * @param {string} text
 */
export function speak(region, text) {
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
}
