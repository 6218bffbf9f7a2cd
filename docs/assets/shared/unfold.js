/** What is folded away is opened for whoever is led to it. */

/**
 * Open whatever hides an element.
 * @param {Element} element
 * @returns {boolean}  whether anything was closed
 */
export function unfold(element) {
  let closed = false;
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) {
    closed ||= !fold.open;
    fold.open = true;
  }
  return closed;
}
