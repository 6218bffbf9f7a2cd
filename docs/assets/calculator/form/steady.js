/**
 * Change the page while what has the focus, and is in sight, stays where it is on screen: nothing moves from under a
 * reader's hand. Not every browser sees to that by itself. Where the page cannot be scrolled far enough, a part above is
 * left some of the room that it had.
 * @param {() => void} change
 * @param {HTMLElement} above
 */
export function steadily(change, above) {
  const hand = document.activeElement;
  const before = hand?.getBoundingClientRect();
  change();
  above.style.minHeight = "";
  if (!hand || !before || hand.tagName === "BODY" || before.bottom < 0 || before.top > innerHeight || !hand.getClientRects().length) return;
  const moved = () => hand.getBoundingClientRect().top - before.top;
  if (moved()) scrollBy({ top: moved(), behavior: "instant" });
  if (moved() < 0) above.style.minHeight = `${above.offsetHeight - moved()}px`;
}
