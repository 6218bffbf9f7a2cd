/** Choosing cases for a class: a box to tick before each, and what can be done with those that are ticked. */
import { copied } from "../shared/clipboard.js";
import { fill, make, makeButton } from "../shared/dom.js";
import { speak } from "../shared/live-region.js";
import { fragmentOf } from "./address.js";

/** @typedef {import("./exercise.js").Exercise} Exercise */

export class Picker {
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();

  /**
   * @param {HTMLElement} place  what the build left for it
   * @param {Exercise[]} exercises
   * @param {Record<string, string>} words
   */
  constructor(place, exercises, words) {
    this.place = place;
    this.words = words;
    this.known = exercises.map(({ id }) => id);
    for (const { id, item, title } of exercises) {
      const box = /** @type {HTMLInputElement} */ (make("input.exercise__box", { type: "checkbox", "aria-label": fill(words.choose, { title }) }));
      box.addEventListener("change", () => this.#count());
      item.prepend(box);
      this.#boxes.set(id, box);
    }
    this.score = make("span.class-score", null);
    this.counted = make("span", null);
    this.said = make("span", { role: "status" });
    this.link = /** @type {HTMLInputElement} */ (make("input.field", { readonly: "", "aria-label": words.copy_by_hand }));
    this.clear = makeButton("text-button", {}, words.clear, () => this.tick([]));
    const start = make("a.button.button--small.button--primary", {}, words.start);
    const project = make("a.button.button--small", {}, words.project);
    this.links = [start, project];
    const copy = makeButton("button.button--small", {}, words.copy, () => this.#copy());
    place.setAttribute("aria-label", words.tools);
    place.append(make("p.class-count", null, this.counted, " ", this.clear, " ", this.score), make("p.class-do", null, start, " ", copy, " ", project, " ", this.said), this.link);
    place.hidden = false;
    this.#count();
  }

  /** The cases that are ticked, in the order of the page; all where none is. */
  get ids() {
    const ticked = this.known.filter((id) => this.#boxes.get(id)?.checked);
    return ticked.length ? ticked : this.known;
  }

  get fragment() {
    return fragmentOf(this.ids, this.known);
  }

  /** @param {string[]} ids */
  tick(ids) {
    for (const [id, box] of this.#boxes) box.checked = ids.includes(id);
    this.#count();
  }

  #count() {
    const chosen = [...this.#boxes.values()].filter(({ checked }) => checked).length;
    const { words } = this;
    this.counted.textContent = fill(chosen ? words.chosen : words.chosen_none, { chosen, all: this.known.length });
    this.clear.hidden = !chosen;
    this.link.hidden = true;
    this.said.textContent = "";
    const [start, project] = this.links;
    start.setAttribute("href", this.fragment);
    project.setAttribute("href", `?show=class${this.fragment}`);
  }

  async #copy() {
    const address = `${location.origin}${location.pathname}${this.fragment}`;
    if (await copied(address)) {
      speak(this.said, this.words.copied);
      return;
    }
    this.link.value = address;
    this.link.hidden = false;
    this.link.select();
  }
}
