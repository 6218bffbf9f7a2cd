/** Where the reader is: the provision at the top of what can be seen, and keeping it there. */

/** @typedef {{provision: Element, top: number}} ScrollAnchor */

/** How far above the middle of a line an edge may lie and still count as reached. */
const CLOSE = 12;

/**
 * Return the name of a provision in the language of the page: 第九条第一款.
 * @param {HTMLElement} provision
 */
export function nameOf(provision) {
  const { placeZh, placeEn } = provision.dataset;
  return (document.documentElement.lang.startsWith("zh") ? placeZh : placeEn) ?? provision.id;
}

/**
 * Return the link of a provision to itself; of two, the one in the language that shows.
 * @param {Element | null | undefined} provision
 * @returns {HTMLElement | null}
 */
export function ownLink(provision) {
  const links = /** @type {HTMLElement[]} */ ([...(provision?.querySelectorAll(".prov-link") ?? [])]);
  return links.find((link) => link.getClientRects().length && link.closest(".prov") === provision) ?? null;
}

/** Return how much of the window the header and the bar cover. */
export function covered() {
  const bar = document.querySelector("[data-reading-bar]");
  const header = document.querySelector(".md-header");
  const sticks = bar && getComputedStyle(bar).position === "sticky";
  const box = bar?.getBoundingClientRect();
  const below = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
  return sticks && box && box.top <= below + 1 ? box.bottom : below;
}

/**
 * Return the first provision that can still be seen, and how far from the top of the window it begins; the smallest
 * that holds this line, so that an item in the middle of a long article stays where it is.
 * @param {Element} law
 * @returns {ScrollAnchor | null}
 */
export function scrollAnchor(law) {
  const edge = covered();
  /** @type {ScrollAnchor | null} */
  let found = null;
  for (const provision of law.querySelectorAll(".prov")) {
    const box = provision.getBoundingClientRect();
    if (box.height === 0 || box.bottom <= edge + CLOSE) continue;
    if (found && !found.provision.contains(provision)) break;
    if (found && box.top > edge + CLOSE) break;
    found = { provision, top: box.top };
  }
  return found;
}

/**
 * Put a provision back to where it was in the window.
 * @param {ScrollAnchor | null} before
 */
export function restoreScroll(before) {
  if (!before) return;
  const moved = before.provision.getBoundingClientRect().top - before.top;
  if (moved) window.scrollBy({ top: moved, behavior: "instant" });
}

/**
 * Return the article or question that is being read, -1 before the first.
 * @param {Element[]} tops
 */
export function readingAt(tops) {
  const edge = covered() + CLOSE;
  let at = -1;
  for (const [index, top] of tops.entries()) {
    if (top.getBoundingClientRect().top > edge) break;
    at = index;
  }
  return at;
}
