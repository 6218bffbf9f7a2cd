/** Parts of a result that are folded away: what a reader has opened stays open while answers change. */

/** On a wide screen there is room for the picture under the answer. */
const WIDE = "(width >= 100em)";

export class Folds {
  #open = new Set(matchMedia(WIDE).matches ? ["routes"] : []);

  /** @param {HTMLElement} place  in which the folds are made anew */
  constructor(place) {
    this.place = place;
    // Noted at once: leaving a field to open a fold asks anew, and the answer may come before the event of toggling.
    new MutationObserver((changes) => changes.forEach(({ target }) => this.#note(target))).observe(place, { subtree: true, attributeFilter: ["open"] });
  }

  /** Open again what was open. */
  restore() {
    for (const fold of this.#all()) fold.open = this.#open.has(fold.dataset.fold ?? "");
  }

  /**
   * Open one and bring it before the reader.
   * @param {string} name
   */
  show(name) {
    const fold = this.#all().find(({ dataset }) => dataset.fold === name);
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView({ block: "start" });
    fold.querySelector("summary")?.focus({ preventScroll: true });
  }

  /** @param {Node} target */
  #note(target) {
    if (!(target instanceof HTMLDetailsElement) || !target.dataset.fold) return;
    if (target.open) this.#open.add(target.dataset.fold);
    else this.#open.delete(target.dataset.fold);
  }

  #all() {
    return /** @type {HTMLDetailsElement[]} */ ([...this.place.querySelectorAll("details[data-fold]")]);
  }
}
