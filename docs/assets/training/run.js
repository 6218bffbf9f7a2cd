/**
 * The cases that an address names, one after the other, with how many were right. For the projector (`?show=class`) in
 * large type, without the page around it, and by the keyboard alone.
 */
import { fill, make, makeButton } from "../shared/dom.js";
import { placeOf, scored } from "./exercise.js";

/** @typedef {import("./exercise.js").Exercise} Exercise */

export class Run {
  /** @type {Exercise[]} */
  #cases = [];
  #at = 0;
  /** Where each case stands in the list of all. */
  #home = new Map();

  /**
   * @param {HTMLElement} place  what it is shown after
   * @param {Exercise[]} exercises  all of them, in the order of the page
   * @param {Record<string, string>} words
   * @param {boolean} projected
   */
  constructor(place, exercises, words, projected) {
    this.exercises = exercises;
    this.words = words;
    this.projected = projected;
    for (const { item } of exercises) this.#home.set(item, item.parentElement);
    this.notice = make("p.note.page-problem", { hidden: "" });
    this.heading = make("h2.class-place", { tabindex: "-1" });
    this.score = make("span.class-score", null);
    this.list = make("ol.exercises", null);
    this.result = make("div.class-result", null);
    this.back = makeButton("button", {}, words.previous, () => this.go(this.#at - 1));
    this.reveal = makeButton("button", {}, words.reveal, () => this.#reveal());
    this.onward = makeButton("button.button--primary", {}, words.next, () => this.go(this.#at + 1));
    const all = make("a", { href: projected ? this.#left() : "#exercises" }, projected ? words.leave : words.all_cases);
    this.project = make("a", { hidden: projected ? "" : null }, words.project);
    const keys = projected && make("p.class-keys", null, words.keys);
    this.box = make(
      "section.class-run",
      { hidden: "" },
      this.notice,
      make("p.class-score-line", null, this.score),
      this.heading,
      this.list,
      this.result,
      make("p.class-do", null, this.back, " ", this.reveal, " ", this.onward, " ", this.project, " ", all),
      keys,
    );
    place.after(this.box);
    if (projected) document.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * Begin with cases; with none there is no run, and the list of all is back.
   * @param {string[]} ids
   * @param {(Node | string)[]} [notice]
   */
  begin(ids, notice = []) {
    this.#restore();
    this.#cases = ids.map((id) => /** @type {Exercise} */ (this.exercises.find((each) => each.id === id)));
    this.box.hidden = !ids.length;
    document.documentElement.toggleAttribute("data-class-run", ids.length > 0);
    if (!ids.length) return;
    for (const each of this.#cases) {
      each.reset();
      each.fold.open = true;
    }
    this.list.replaceChildren(...this.#cases.map(({ item }) => item));
    this.project.setAttribute("href", `?show=class${location.hash}`);
    this.notice.hidden = !notice.length;
    this.notice.replaceChildren(...notice);
    this.go(0, false);
    scrollTo(0, 0);
  }

  get runs() {
    return this.#cases.length > 0;
  }

  /** How many were answered, and how many rightly. */
  count() {
    const { answered, right, said } = scored(this.#cases, this.words);
    this.score.textContent = said;
    this.#buttons();
    return { all: this.#cases.length, answered, right };
  }

  /**
   * Show one of them; behind the last stands what came of it.
   * @param {number} at
   * @param {boolean} [focus]
   */
  go(at, focus = true) {
    this.#at = Math.max(0, Math.min(at, this.#cases.length));
    const over = this.#at === this.#cases.length;
    for (const [place, { item }] of this.#cases.entries()) item.toggleAttribute("data-waits", place !== this.#at);
    const counted = this.count();
    this.heading.textContent = over ? fill(this.words.done, counted) : fill(this.words.place, { place: this.#at + 1, all: counted.all });
    this.result.replaceChildren(...(over ? this.#outcome() : []));
    this.score.hidden = over;
    if (focus) {
      this.heading.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }

  #buttons() {
    const now = this.#cases[this.#at];
    this.back.hidden = this.#at === 0;
    this.onward.hidden = !now;
    this.onward.textContent = this.#at === this.#cases.length - 1 ? this.words.finish : this.words.next;
    this.reveal.hidden = !this.projected || !now || now.told;
  }

  #reveal() {
    this.#cases[this.#at]?.reveal();
    this.#buttons();
    this.onward.focus({ preventScroll: true }); // the button that had the focus is gone
  }

  #outcome() {
    const { words } = this;
    const lines = this.#cases.map(({ title, result }, place) =>
      make(
        "li",
        { "data-right": String(result) },
        make("span.class-mark", null, result === null ? words.mark_open : result ? words.mark_right : words.mark_wrong),
        " ",
        makeButton("text-button", {}, title, () => this.go(place)),
      ),
    );
    const again = makeButton("button", {}, words.again, () => this.begin(this.#cases.map(({ id }) => id)));
    return [make("ol.class-outcome", null, lines), make("p.note", null, words.done_note), make("p", null, again)];
  }

  /** Put every case back into the list of all, as it was. */
  #restore() {
    for (const each of this.#cases) {
      each.item.removeAttribute("data-waits");
      each.fold.open = false;
    }
    for (const { item } of this.#cases.length ? this.exercises : []) this.#home.get(item)?.append(item);
  }

  /** Where the projector is left for. */
  #left() {
    return `${location.pathname}#exercises`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.runs || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    const pressed = target instanceof Element && target.closest("button, a, summary, input") !== null;
    if (pressed && (key === " " || key === "Enter")) return; // it presses what has the focus
    const now = this.#cases[this.#at];
    if (key === "ArrowRight" || key === "PageDown" || key === " ") {
      if (now && !now.told) this.#reveal();
      else this.go(this.#at + 1);
    } else if (key === "ArrowLeft" || key === "PageUp") this.go(this.#at - 1);
    else if (key === "Escape") location.assign(this.#left());
    else if (now?.buttons[placeOf(key)]) now.choose(placeOf(key));
    else return;
    event.preventDefault();
  }
}
