/**
 * Where there is room for one column only, what everything hangs on shrinks to a line once it is answered, the answer
 * stands below it, and the other questions follow the answer. In the document they stand in the order that is seen.
 */
import { make, markChinese } from "../shared/dom.js";

/** Two columns from here on; the style sheet has the same width. */
const COLUMNS = "(width >= 60em)";

export class Layout {
  #edited = false;
  #answered = false;

  /**
   * @param {import("./slots.js").Slots} slots
   * @param {import("./page.js").Page} page
   * @param {AbortSignal} signal
   */
  constructor(slots, page, signal) {
    this.slots = slots;
    this.page = page;
    this.columns = matchMedia(COLUMNS);
    this.columns.addEventListener("change", () => this.#arrange(), { signal });
    this.change = make("button.text-button", { type: "button", "data-action": "edit" }, page.words.change);
    this.change.addEventListener("click", () => {
      this.edit();
      this.slots.at("first").querySelector("input")?.focus();
    });
    this.#arrange();
  }

  /**
   * There is an answer to what stands in these few words.
   * @param {string[]} summary
   */
  answered(summary) {
    const { lang, words } = this.page;
    this.#answered = summary.every(Boolean);
    const text = summary.join(words.dot);
    this.slots.element.querySelector("[data-part=summary]")?.replaceChildren(...(this.#answered ? [make("strong", null, markChinese(text, lang)), " ", this.change] : []));
    this.#arrange();
  }

  /** There is none any more. */
  unanswered() {
    this.#answered = false;
    this.#arrange();
  }

  /** Show the first questions in full, until something else is answered. */
  edit() {
    this.#edited = true;
    this.#arrange();
  }

  /** What was to be changed has been changed. */
  settled() {
    this.#edited = false;
    this.#arrange();
  }

  /** Whether there is room for one column only. */
  get isNarrow() {
    return !this.columns.matches;
  }

  #arrange() {
    if (!this.slots.element.querySelector("[data-part=first]")) return; // a table is the form
    const narrow = this.isNarrow;
    const rest = this.slots.at("rest");
    const held = rest.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    if (narrow && rest.parentElement === this.slots.at("ask")) this.slots.at("answer").after(rest);
    else if (!narrow && rest.parentElement !== this.slots.at("ask")) this.slots.at("ask").append(rest);
    held?.focus({ preventScroll: true });
    this.slots.at("first").dataset.state = narrow && this.#answered && !this.#edited ? "short" : "ask";
  }
}
