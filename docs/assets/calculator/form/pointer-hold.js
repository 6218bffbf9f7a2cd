/**
 * Knows when nothing on the page may move: while a button of the mouse or a finger is down. What moves between the
 * press and the release takes the click away from what was pressed, and the answer is lost without a word.
 */

/** A click follows the release at once, or under a finger a moment later. */
const CLICK = 50;
/** Nothing is pressed for longer; and not every release is told, as when a menu opens. */
const LONGEST = 1500;

export class PointerHold {
  /** Settled once nothing is pressed any more. @type {Promise<void>} */
  over = Promise.resolve();

  /** @param {AbortSignal} signal */
  constructor(signal) {
    /** @type {() => void} */
    let release = () => {};
    const begin = () => {
      release();
      this.over = new Promise((resolve) => (release = resolve));
      window.setTimeout(release, LONGEST);
    };
    document.addEventListener("pointerdown", begin, { capture: true, signal });
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => window.setTimeout(release, CLICK), { capture: true, signal });
    }
  }
}
